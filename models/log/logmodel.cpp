// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/logmodel.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Event;

namespace {

/// Pages that are held at once: some 10,000 events, whatever the length of the record.
constexpr int mostPages = 40;
constexpr int shortHash = 12;

} // namespace

LogModel::LogModel(IncidentFeed &feed, QObject *parent) : QAbstractTableModel(parent), m_feed(feed), m_pages(mostPages)
{
    m_askSoon.setSingleShot(true);
    connect(&m_askSoon, &QTimer::timeout, this, &LogModel::ask);
    connect(&feed, &IncidentFeed::reset, this, &LogModel::begin);
    connect(&feed, &IncidentFeed::applied, this, &LogModel::grow);
    connect(&feed, &IncidentFeed::savedChanged, this, &LogModel::grow);
    m_count = onDisk();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(log::ColumnCount);
}

// What is on its way to the disk is no part of the record yet.
int LogModel::onDisk() const
{
    const SaveStatus status = m_feed.saveStatus();
    return int(std::max<qint64>(0, m_feed.state().eventCount - status.saving - status.notSaved));
}

void LogModel::begin()
{
    beginResetModel();
    m_pages.clear();
    m_wanted.clear();
    m_asked.clear();
    m_count = onDisk();
    endResetModel();
}

void LogModel::grow()
{
    const int count = onDisk();
    if (count <= m_count)
        return;
    beginInsertRows({}, m_count, count - 1);
    m_count = count;
    endInsertRows();
}

const Event *LogModel::event(int row) const
{
    const int number = row / pageSize;
    const Page *page = m_pages.object(number);
    if (page && row % pageSize < page->size())
        return &page->at(row % pageSize);
    if (!m_asked.contains(number)) {
        m_wanted.insert(number);
        if (!m_askSoon.isActive())
            m_askSoon.start(0);
    }
    return nullptr;
}

void LogModel::ask()
{
    for (const int page : std::exchange(m_wanted, {})) {
        m_asked.insert(page);
        emit pageWanted(qint64(page) * pageSize, pageSize);
    }
}

void LogModel::take(qint64 afterSeq, const QList<Event> &events)
{
    const int number = int(afterSeq / pageSize);
    // Of another record, read before a reset.
    if (!m_asked.remove(number))
        return;
    const int first = number * pageSize;
    const int last = int(std::min<qsizetype>(first + events.size(), m_count)) - 1;
    if (last < first)
        return; // asked anew when it is looked at again
    m_pages.insert(number, new Page(events));
    emit dataChanged(index(first, 0), index(last, log::ColumnCount - 1));
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == log::NumberRole)
        return qint64(index.row()) + 1;
    const bool speaks = role == Qt::AccessibleTextRole;
    const bool shows = role == Qt::DisplayRole || role == Qt::ToolTipRole || speaks;
    if (!shows && (role < log::NumberRole || role > log::PayloadRole))
        return {};
    const Event *event = this->event(index.row());
    if (role == log::ReadRole)
        return event != nullptr;
    if (!event)
        return shows ? QVariant(index.column() == log::Number ? QString::number(index.row() + 1) : tr("…")) : QVariant();
    if (speaks && index.column() == log::Number)
        return tr("Event %1: %2 by %3, happened %4, recorded %5")
            .arg(index.row() + 1)
            .arg(event->type, event->recordedBy, event->occurredAt.toRfc3339(), event->recordedAt.toRfc3339());
    if (role == Qt::ToolTipRole && index.column() == log::Hash)
        return QString::fromLatin1(event->hash.toHex());
    if (index.column() == log::Number && shows)
        return QString::number(index.row() + 1);
    return shows ? shown(*event, index.column()) : value(*event, role);
}

QVariant LogModel::shown(const Event &event, int column) const
{
    switch (column) {
    case log::Type: return event.type;
    case log::Author: return event.recordedBy;
    case log::Occurred: return event.occurredAt.toRfc3339();
    case log::Recorded: return event.recordedAt.toRfc3339();
    case log::Hash: return QString::fromLatin1(event.hash.toHex().left(shortHash));
    default: return {};
    }
}

QVariant LogModel::value(const Event &event, int role) const
{
    switch (role) {
    case log::IdRole: return event.id;
    case log::TypeRole: return event.type;
    case log::AuthorRole: return event.recordedBy;
    case log::DeviceRole: return event.device;
    case log::DeviceNumberRole: return event.deviceSeq;
    case log::OccurredRole: return event.occurredAt.us;
    case log::RecordedRole: return event.recordedAt.us;
    case log::HashRole: return QString::fromLatin1(event.hash.toHex());
    case log::BeforeRole: return QString::fromLatin1(event.prevHash.toHex());
    case log::PayloadRole: return QString::fromUtf8(QJsonDocument(event.body()).toJson(QJsonDocument::Indented)).trimmed();
    default: return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case log::Number: return tr("No.");
    case log::Type: return tr("Event");
    case log::Author: return tr("Recorded by");
    case log::Occurred: return tr("Happened");
    case log::Recorded: return tr("Recorded");
    case log::Hash: return tr("SHA-256");
    default: return {};
    }
}

} // namespace fireline::models
