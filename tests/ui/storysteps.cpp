// SPDX-License-Identifier: GPL-3.0-or-later
#include "storysteps.h"

#include "process/process.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

bool asksForApproval(const domain::Process &process)
{
    return std::any_of(process.authorities.begin(), process.authorities.end(), [](const domain::AuthorityRule &rule) {
        return rule.mode == domain::AuthorityMode::ApprovedBy && rule.acts.contains(domain::Act::UpdateSend);
    });
}

/// A severity that is set to what it was is no change.
bool changesNothing(const StoryEvent &event)
{
    return event.type == "severity.set"_L1 && event.body.value("from"_L1) == event.body.value("to"_L1);
}

int timesIn(const QList<StoryEvent> &record, const QStringList &types)
{
    int times = 0;
    qsizetype next = 0;
    for (const StoryEvent &event : record) {
        if (event.type != types.at(next) || changesNothing(event))
            continue;
        next = (next + 1) % types.size();
        times += next == 0;
    }
    return times;
}

} // namespace

QList<StoryStep> storySteps(const domain::Process &process)
{
    QList<StoryStep> steps{
        {u"declare"_s, {u"incident.declared"_s}},
        {u"take command"_s, {u"role.taken"_s}},
        {u"give the roles"_s, {u"role.assigned"_s}, 2},
        {u"tick steps of a checklist"_s, {u"item.checked"_s}, 2},
        {u"an action, acknowledged and done"_s, {u"order.given"_s, u"order.acknowledged"_s, u"order.done"_s}},
        {u"a hypothesis, tested and confirmed"_s, {u"hypothesis.proposed"_s, u"hypothesis.testing"_s, u"hypothesis.confirmed"_s}},
        {u"a change, approved, executed, verified"_s,
         {u"change.proposed"_s, u"change.approved"_s, u"change.executed"_s, u"change.verified"_s}},
        {u"a poll, answered and closed"_s, {u"poll.opened"_s, u"poll.answered"_s, u"poll.closed"_s}},
        {u"status updates"_s, {u"update.drafted"_s, u"update.sent"_s}, 2},
        // Where there is but one, it changes from "not assessed".
        {u"change the severity"_s, {u"severity.set"_s}, process.severities.size() > 1 ? 2 : 1},
        {u"hand over"_s, {u"handover.offered"_s, u"handover.accepted"_s}},
        {u"resolve, then close the review and the incident"_s,
         {u"incident.resolved"_s, u"review.edited"_s, u"review.closed"_s, u"incident.closed"_s}},
    };
    if (asksForApproval(process)) {
        steps.append({u"status updates that were approved"_s,
                      {u"update.drafted"_s, u"update.approvalAsked"_s, u"update.approved"_s, u"update.sent"_s},
                      2});
    }
    return steps;
}

QStringList lackingSteps(const QList<StoryStep> &steps, const QList<StoryEvent> &record)
{
    QStringList lacking;
    for (const StoryStep &step : steps) {
        if (timesIn(record, step.types) < step.times)
            lacking.append(step.what);
    }
    return lacking;
}

} // namespace fireline::test
