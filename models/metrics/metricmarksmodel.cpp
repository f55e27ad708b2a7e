// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricmarksmodel.h"

#include "feed/seenfeed.h"
#include "state/impacttime.h"
#include "timeline/kindwords.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace metrics;
using domain::Entry;

namespace {

bool isMarked(const Entry &entry)
{
    static const QSet<QString> kinds{u"change"_s, u"mitigation"_s, u"decision"_s, u"impact"_s,    u"alert"_s,  u"severity"_s,
                                     u"phase"_s,  u"handover"_s,   u"flag"_s,     u"rootcause"_s, u"resolve"_s};
    return !entry.retracted && (entry.pinned || kinds.contains(entry.kind));
}

} // namespace

MetricMarksModel::MetricMarksModel(IncidentFeed &feed, QObject *parent) : QAbstractListModel(parent), m_feed(feed)
{
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &MetricMarksModel::follow);
    connect(&feed, &IncidentFeed::applied, this, &MetricMarksModel::take);
    connect(&feed, &IncidentFeed::reset, this, &MetricMarksModel::load);
    load();
}

QList<MetricMarksModel::Mark> MetricMarksModel::marks() const
{
    QList<Mark> all;
    const auto &entries = m_feed.state().entries;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const Entry &entry = entries.at(i);
        if (isMarked(entry))
            all.append(
                {entry.eventId, u"E%1"_s.arg(i + 1), entry.kind, entry.text, domain::happenedAt(m_feed.state(), entry).us});
    }
    std::stable_sort(all.begin(), all.end(), [](const Mark &a, const Mark &b) { return a.atUs < b.atUs; });
    return all;
}

/// Most of what is recorded is not marked, and the whole record is not read for it.
void MetricMarksModel::take(const QList<domain::Event> &events)
{
    const auto &entries = m_feed.state().entries;
    const auto changes = [](const domain::Event &event) {
        return event.type.startsWith("entry."_L1) && event.type != "entry.posted"_L1;
    };
    const qsizetype seen = std::exchange(m_seen, entries.size());
    if (events.isEmpty() || seen > entries.size() || std::any_of(entries.begin() + seen, entries.end(), isMarked)
        || std::any_of(events.begin(), events.end(), changes))
        m_later.start();
}

void MetricMarksModel::catchUp()
{
    if (auto *resting = qobject_cast<SeenFeed *>(&m_feed))
        resting->catchUp();
    if (!m_later.isActive())
        return;
    m_later.stop();
    follow();
}

void MetricMarksModel::load()
{
    m_later.stop();
    m_seen = m_feed.state().entries.size();
    beginResetModel();
    m_marks = marks();
    endResetModel();
}

/// Step by step: what is selected stays selected. A mark of another time is another mark.
void MetricMarksModel::follow()
{
    const QList<Mark> target = marks();
    const auto key = [](const Mark &mark) { return std::pair(mark.eventId, mark.atUs); };
    QSet<std::pair<QString, qint64>> wanted;
    for (const Mark &mark : target)
        wanted.insert(key(mark));
    for (int row = int(m_marks.size()) - 1; row >= 0; --row) {
        if (wanted.contains(key(m_marks.at(row))))
            continue;
        beginRemoveRows({}, row, row);
        m_marks.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < target.size(); ++row) {
        if (row >= m_marks.size() || key(m_marks.at(row)) != key(target.at(row))) {
            beginInsertRows({}, row, row);
            m_marks.insert(row, target.at(row));
            endInsertRows();
        } else if (!(m_marks.at(row) == target.at(row))) {
            m_marks[row] = target.at(row);
            emit dataChanged(index(row), index(row));
        }
    }
}

int MetricMarksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_marks.size());
}

QVariant MetricMarksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Mark &mark = m_marks.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return mark.text;
    case Qt::AccessibleTextRole: return tr("%1: %2").arg(kindWord(mark.kind), mark.text);
    case EventIdRole: return mark.eventId;
    case RefRole: return mark.ref;
    case KindRole: return mark.kind;
    case TextRole: return mark.text;
    case AtRole: return mark.atUs;
    default: return {};
    }
}

int MetricMarksModel::rowOf(const QString &eventId) const
{
    const auto found = std::find_if(m_marks.begin(), m_marks.end(), [&](const Mark &mark) { return mark.eventId == eventId; });
    return found == m_marks.end() ? -1 : int(found - m_marks.begin());
}

qint64 MetricMarksModel::timeOf(const QString &eventId) const
{
    const auto &entries = m_feed.state().entries;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry &entry) { return entry.eventId == eventId; });
    return found == entries.end() ? 0 : domain::happenedAt(m_feed.state(), *found).us;
}

} // namespace fireline::models
