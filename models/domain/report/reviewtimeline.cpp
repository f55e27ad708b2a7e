// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reviewtimeline.h"

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

QList<Entry> chosenRows(const IncidentState &state, const TimelineChoice &choice)
{
    QList<Entry> rows;
    for (const Entry &entry : state.entries) {
        const bool turns = choice.life && entry.type.startsWith("incident."_L1);
        if (choice.all || turns || (choice.pinned && entry.pinned) || choice.kinds.contains(entry.kind))
            rows.append(entry);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Entry &a, const Entry &b) { return a.at < b.at; });
    return rows;
}

} // namespace fireline::domain
