// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertlist.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

qsizetype rowOf(const QList<AlertItem> &items, const QString &id, qsizetype from = 0)
{
    const auto it = std::find_if(items.begin() + from, items.end(), [&](const AlertItem &item) { return item.id == id; });
    return it == items.end() ? -1 : it - items.begin();
}

} // namespace

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
        takeAway(items);
        update(items);
    }
    emit looked();
}

void AlertList::takeAway(const QList<AlertItem> &items)
{
    for (int row = int(m_items.size()) - 1; row >= 0; --row) {
        if (rowOf(items, m_items.at(row).id) >= 0)
            continue;
        beginRemoveRows({}, row, row);
        m_acknowledged.remove(m_items.at(row).id);
        m_items.removeAt(row);
        endRemoveRows();
    }
}

void AlertList::update(const QList<AlertItem> &items)
{
    for (int row = 0; row < items.size(); ++row) {
        const qsizetype was = rowOf(m_items, items.at(row).id, row);
        if (was < 0) {
            beginInsertRows({}, row, row);
            m_items.insert(row, items.at(row));
            endInsertRows();
            continue;
        }
        if (was != row) {
            beginMoveRows({}, int(was), int(was), {}, row);
            m_items.move(was, row);
            endMoveRows();
        }
        if (m_items.at(row) != items.at(row)) {
            m_items[row] = items.at(row);
            emit dataChanged(index(row), index(row));
        }
    }
}

} // namespace fireline::models
