// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reviewtimeline.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

TimelineChoice turningPoints()
{
    return {false,
            true,
            {u"alert"_s, u"impact"_s, u"severity"_s, u"phase"_s, u"flag"_s, u"decision"_s, u"mitigation"_s, u"change"_s,
             u"status"_s, u"handover"_s, u"rootcause"_s, u"resolve"_s},
            true};
}

TimelineChoice timelineChoice(const QString &words)
{
    TimelineChoice choice;
    choice.pinned = false;
    for (const QString &word : words.simplified().toLower().split(u' ', Qt::SkipEmptyParts)) {
        if (word == "all"_L1)
            choice.all = true;
        else if (word == "pinned"_L1)
            choice.pinned = true;
        else
            choice.kinds.append(word);
    }
    return choice == TimelineChoice{false, false, {}, false} ? turningPoints() : choice;
}

bool isUnsentDraft(const Entry &entry, const IncidentState &state)
{
    if (entry.type != "update.drafted"_L1)
        return false;
    const auto update = std::find_if(state.updates.begin(), state.updates.end(),
                                     [&](const Update &u) { return u.eventId == entry.eventId; });
    return update != state.updates.end() && update->state <= Update::State::Approved;
}

QString toldText(const Entry &entry, const IncidentState &state)
{
    return isUnsentDraft(entry, state) ? QCoreApplication::translate("ReviewTimeline", "%1 (draft, not sent)").arg(entry.text)
                                       : entry.text;
}

QList<Entry> chosenRows(const IncidentState &state, const TimelineChoice &choice)
{
    QList<Entry> rows;
    for (const Entry &entry : state.entries) {
        const bool turns = choice.life && entry.type.startsWith("incident."_L1);
        if (choice.all || turns || (choice.pinned && entry.pinned) || choice.kinds.contains(entry.kind))
            rows.append(entry);
    }
    for (Entry &row : rows)
        row.text = toldText(row, state);
    std::stable_sort(rows.begin(), rows.end(), [](const Entry &a, const Entry &b) { return a.at < b.at; });
    return rows;
}

} // namespace fireline::domain
