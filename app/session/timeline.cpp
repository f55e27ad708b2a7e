// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline.h"

#include "report/reviewtimeline.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::session {

using domain::Entry;

QList<Entry> timelineRows(const domain::IncidentState &state)
{
    QList<Entry> rows = state.entries;
    std::stable_sort(rows.begin(), rows.end(), [](const Entry &a, const Entry &b) { return a.at < b.at; });
    return rows;
}

QJsonObject toLogJson(const Entry &entry, const domain::IncidentState &state)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{u"id"_s, entry.eventId},
            {u"at"_s, entry.at.toRfc3339()},
            {u"recordedAt"_s, entry.recordedAt.toRfc3339()},
            {u"kind"_s, entry.kind},
            {u"text"_s, entry.text},
            {u"actor"_s, entry.actor},
            {u"role"_s, orNull(entry.role)},
            {u"tags"_s, QJsonArray::fromStringList(entry.tags)},
            {u"pinned"_s, entry.pinned},
            {u"correctedBy"_s, QJsonArray::fromStringList(entry.correctedBy)},
            {u"retracted"_s, entry.retracted},
            {u"imported"_s, entry.imported},
            {u"breach"_s, entry.breach},
            {u"unsent"_s, domain::isUnsentDraft(entry, state)}};
}

} // namespace fireline::session
