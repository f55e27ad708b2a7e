// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertlist.h"

#include "feed/rowsync.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

AlertList::AlertList(IncidentFeed &feed, QObject *parent) : QAbstractListModel(parent), m_feed(feed)
{
    connect(&feed, &IncidentFeed::reset, this, &AlertList::begin);
    connect(&feed, &IncidentFeed::applied, this, &AlertList::look);
    connect(&feed, &IncidentFeed::ticked, this, &AlertList::look);
    begin();
}

AlertList::~AlertList() = default;

int AlertList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant AlertList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AlertItem &item = m_items.at(index.row());
    if (role == Qt::DisplayRole)
        return item.text;
    if (role == Qt::AccessibleTextRole)
        return item.owner.isEmpty() ? item.text : tr("%1. Owed by %2").arg(item.text, item.owner);
    switch (AlertRole(role)) {
    case AlertRole::Id: return item.id;
    case AlertRole::Level: return int(item.level);
    case AlertRole::Text: return item.text;
    case AlertRole::Owner: return item.owner;
    case AlertRole::Source: return item.source;
    case AlertRole::SinceUs: return item.since.us;
    case AlertRole::AtUs: return item.at.us;
    case AlertRole::CanSnooze: return item.canSnooze;
    case AlertRole::Line: return item.line;
    case AlertRole::Acknowledged: return m_acknowledged.contains(item.id);
    }
    return {};
}

int AlertList::lateCount() const
{
    return int(std::count_if(m_items.begin(), m_items.end(), [](const AlertItem &item) { return item.late(); }));
}

void AlertList::setAcknowledged(const QStringList &ids)
{
    const QSet<QString> acknowledged(ids.begin(), ids.end());
    for (int row = 0; row < m_items.size(); ++row) {
        const QString &id = m_items.at(row).id;
        if (m_acknowledged.contains(id) == acknowledged.contains(id))
            continue;
        if (acknowledged.contains(id))
            m_acknowledged.insert(id);
        else
            m_acknowledged.remove(id);
        emit dataChanged(index(row), index(row), {int(AlertRole::Acknowledged)});
    }
}

void AlertList::begin()
{
    beginResetModel();
    m_items = alertsNow(m_feed.state(), m_feed.process(), m_feed.clocks(), m_feed.now());
    m_acknowledged.clear();
    m_merged = areMerged(m_items, m_feed.now());
    endResetModel();
    emit looked();
}

void AlertList::look()
{
    const QList<AlertItem> items = alertsNow(m_feed.state(), m_feed.process(), m_feed.clocks(), m_feed.now());
    m_merged = areMerged(items, m_feed.now());
    if (items != m_items) {
        const QModelIndex none;
        syncRows(m_items, items,
                 {[&](int row) { beginInsertRows(none, row, row); }, [this] { endInsertRows(); },
                  [&](int row) {
                      beginRemoveRows(none, row, row);
                      m_acknowledged.remove(m_items.at(row).id);
                  },
                  [this] { endRemoveRows(); }, [&](int from, int to) { beginMoveRows(none, from, from, none, to); },
                  [this] { endMoveRows(); }},
                 [this](int row, const AlertItem &) { emit dataChanged(index(row), index(row)); });
    }
    emit looked();
}

} // namespace fireline::models
