// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "feed/rowsync.h"

#include <QAbstractItemModel>
#include <QList>

#include <initializer_list>
#include <utility>

namespace fireline::models {

/// An item model that is brought up to date row by row: what syncRows() does around each step.
template<typename Base>
class RowModel : public Base
{
protected:
    using Base::Base;

    [[nodiscard]] RowSteps rowSteps()
    {
        return {[this](int row) { Base::beginInsertRows({}, row, row); },
                [this] { Base::endInsertRows(); },
                [this](int row) { Base::beginRemoveRows({}, row, row); },
                [this] { Base::endRemoveRows(); },
                [this](int from, int to) { Base::beginMoveRows({}, from, from, {}, to); },
                [this] { Base::endMoveRows(); }};
    }
};

/// Collects which roles of a row are different. A value.
class ChangedRoles
{
public:
    explicit ChangedRoles(QList<int> anyway = {}) : m_roles(std::move(anyway)) { }
    void add(bool differs, std::initializer_list<int> roles)
    {
        if (differs)
            m_roles.append(roles);
    }
    [[nodiscard]] bool isEmpty() const { return m_roles.isEmpty(); }
    [[nodiscard]] const QList<int> &roles() const { return m_roles; }

private:
    QList<int> m_roles;
};

/// A short list or table that is made anew from the incident at each event and each second, and tells only what became
/// different. A panel's feed rests while nobody sees the panel (SeenFeed), or its model by setWatched(). A model says what its
/// rows are now and which roles differ between two states of a row; it calls follow() at the end of its constructor. `Row` has
/// key() and ==. GUI thread; owned by the composition; the feed outlives it.
template<typename Base, typename Row>
class FeedModel : public RowModel<Base>
{
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

    /// While nobody watches, rows stay as they are; who watches again sees the incident as it is.
    virtual void setWatched(bool watched)
    {
        if (std::exchange(m_watched, watched) != watched && watched)
            sync();
    }

protected:
    FeedModel(IncidentFeed &feed, QObject *parent) : RowModel<Base>(parent), m_feed(feed) { }

    [[nodiscard]] virtual QList<Row> rowsNow() const = 0;
    /// A row that stays is different from what it was.
    virtual void tellChanges(int row, const Row &before) = 0;

    /// After an event.
    virtual void sync() { take(rowsNow()); }
    /// After a second.
    virtual void tick() { sync(); }
    /// Another incident, or everything read anew.
    virtual void reload() { renew(rowsNow()); }

    /// Step by step: what is selected stays so.
    void take(const QList<Row> &now)
    {
        syncRows(m_rows, now, this->rowSteps(), [this](int row, const Row &before) { tellChanges(row, before); });
    }
    void renew(const QList<Row> &now)
    {
        this->beginResetModel();
        m_rows = now;
        this->endResetModel();
    }

    void follow()
    {
        m_rows = rowsNow();
        this->connect(&m_feed, &IncidentFeed::applied, this, [this] {
            if (m_watched)
                sync();
        });
        this->connect(&m_feed, &IncidentFeed::ticked, this, [this] {
            if (m_watched)
                tick();
        });
        this->connect(&m_feed, &IncidentFeed::reset, this, [this] { reload(); });
    }

    IncidentFeed &m_feed;
    QList<Row> m_rows;

private:
    bool m_watched = true;
};

} // namespace fireline::models
