// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "timeline/entryfacts.h"
#include "timeline/timelineroles.h"

#include <QAbstractListModel>
#include <QMap>
#include <QSet>

#include <vector>

namespace fireline::models {

/// One row per entry of the incident, ordered by when it happened and then as recorded (decisions 8). Follows the feed event by
/// event: an entry that came late is put in its place, a correction changes one row, a new time moves it. The texts stand in
/// the state; here are only the order and what is looked up once. GUI thread; owned by the composition.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit TimelineModel(IncidentFeed &feed, QObject *parent = nullptr);

    /// Rows of this console that the backend did not take: they stand among the others at their time, struck through, and are in
    /// nobody's state. Where they are others than before, the model is reset.
    void setRefused(const QList<domain::Entry> &refused);
    /// Entries stand at other places of the state now, and the rows where they stood. The feed's applied() follows at once.
    void rebase(const domain::EntryMoves &moves);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// By event id, or "E12"; -1 where there is none.
    [[nodiscard]] int rowOf(QStringView ref) const;

    // For the filter. An entry is named by its place in IncidentState.entries; one that was refused by its own, from here on.
    static constexpr int firstRefused = 1 << 30;
    [[nodiscard]] static bool isRefused(int entry) { return entry >= firstRefused; }
    [[nodiscard]] qsizetype refusedCount() const { return m_refused.size(); }
    [[nodiscard]] const IncidentFeed &feed() const { return m_feed; }
    [[nodiscard]] const domain::Entry &entry(int entry) const
    {
        return isRefused(entry) ? m_refused.at(entry - firstRefused) : m_feed.state().entries.at(entry);
    }
    [[nodiscard]] int entryAt(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] int rowOfEntry(int entry) const;
    /// Whether `a` stands above `b`.
    [[nodiscard]] bool isBefore(int a, int b) const;
    /// Retracted by its author within five seconds, or the record of that.
    [[nodiscard]] bool isOutOfSight(int entry) const;
    [[nodiscard]] QVariant entryData(int entry, int role) const { return entryData(this->entry(entry), entry, role); }
    /// The same, as if the entry were `as`.
    [[nodiscard]] QVariant entryData(const domain::Entry &as, int entry, int role) const;

signals:
    /// Entries have other numbers; no row moved.
    void renumbered(const fireline::domain::EntryMoves &moves);

private:
    using Roles = QSet<int>;

    void load();
    void take(const QList<domain::Event> &events);
    void noteChanges(const QList<domain::Event> &events, QMap<int, Roles> &touched);
    void noteRetraction(int entry, QMap<int, Roles> &touched) const;
    void moveRetimed(const QMap<int, Roles> &touched);
    void insertNew();
    void tellSaved(const QStringList &eventIds);
    [[nodiscard]] qint64 orderedAt(int entry) const;
    [[nodiscard]] QString sentence(const domain::Entry &e, int entry) const;
    [[nodiscard]] QVariant stateData(const domain::Entry &e, int entry, TimelineRole role) const;

    IncidentFeed &m_feed;
    EntryFacts m_facts;
    QList<domain::Entry> m_refused;
    std::vector<int> m_rows;  ///< entry at each row
    std::vector<qint64> m_at; ///< time by which each entry is ordered now
    // From rebase() to the applied() that follows it.
    domain::EntryMoves m_moves;
    std::vector<int> m_unplaced; ///< entries that have no row yet
};

} // namespace fireline::models
