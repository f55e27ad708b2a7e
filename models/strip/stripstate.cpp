// SPDX-License-Identifier: GPL-3.0-or-later
#include "strip/stripstate.h"

#include "alerts/alertitem.h"

#include <QSet>

#include <algorithm>

namespace fireline::models {

using namespace domain;

namespace {

using Updates = StripState::Updates;
using UpdateDue = StripState::UpdateDue;

bool samePerson(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

StripState::Severity severityOf(const StripInput &in)
{
    const SeverityDef *severity = in.process.severity(in.state.severity);
    if (!severity)
        return {};
    return {severity->id, severity->name, severity->rank};
}

QString phaseOf(const StripInput &in)
{
    const PhaseDef *phase = in.state.phase.isEmpty() ? in.process.firstPhase() : in.process.phase(in.state.phase);
    if (!phase)
        return in.state.phase;
    return phase->name.isEmpty() ? phase->id : phase->name;
}

StripState::Stage stageOf(const IncidentState &state)
{
    using Stage = StripState::Stage;
    if (state.withdrawnAt.isSet())
        return Stage::Withdrawn;
    if (state.closedAt.isSet())
        return Stage::Closed;
    return state.resolvedAt.isSet() ? Stage::Resolved : Stage::Open;
}

const Holding *commandOf(const StripInput &in)
{
    const RoleDef *role = in.process.commander();
    const auto &all = in.state.holdings;
    const auto held = std::find_if(all.begin(), all.end(), [&](const Holding &h) { return role && h.role == role->id; });
    return held == all.end() ? nullptr : &*held;
}

StripState::Elapsed elapsedOf(const StripInput &in)
{
    const IncidentState &s = in.state;
    StripState::Elapsed elapsed;
    elapsed.since = in.since;
    const Holding *command = commandOf(in);
    if (in.since == ElapsedSince::Impact)
        elapsed.from = s.impactStart;
    else if (in.since == ElapsedSince::Command && command)
        elapsed.from = command->since;
    if (!elapsed.from.isSet()) {
        elapsed.since = ElapsedSince::Declared;
        elapsed.from = s.declaredAt;
    }
    Instant end = elapsed.since == ElapsedSince::Impact ? s.impactEnd : s.resolvedAt;
    for (const Instant over : {s.closedAt, s.withdrawnAt}) {
        if (!end.isSet())
            end = over;
    }
    elapsed.ended = end.isSet();
    elapsed.length = std::max(Span{}, (elapsed.ended ? end : in.now) - elapsed.from);
    return elapsed;
}

bool asksForUpdate(const Process &process, const QString &ruleId)
{
    const auto isIt = [&](const auto &rule) { return rule.rule.id == ruleId; };
    const auto cadence = std::find_if(process.cadences.begin(), process.cadences.end(), isIt);
    if (cadence != process.cadences.end())
        return cadence->item == CadenceKind::Update;
    const auto deadline = std::find_if(process.deadlines.begin(), process.deadlines.end(), isIt);
    return deadline != process.deadlines.end() && deadline->done.kind == MomentKind::UpdateSent;
}

UpdateDue dueOf(const RunningClock &clock, const StripInput &in)
{
    const Instant at = clock.late.isSet() ? clock.late : clock.due;
    // A snooze silences a clock; what is late stays late.
    const auto state = clock.state != RunningClock::State::Snoozed ? clock.state
                       : in.now > at                               ? RunningClock::State::Late
                       : in.now >= clock.due                       ? RunningClock::State::Due
                                                                   : RunningClock::State::Running;
    const AudienceDef *audience = in.process.audienceDef(clock.audience);
    return {clock.text,
            audience ? audience->name : clock.audience,
            clock.promised,
            state,
            at,
            at - in.now,
            clock.snoozedUntil > in.now ? clock.snoozedUntil : Instant()};
}

/// Whether the process wants updates at this severity; while none is assessed, at any.
bool wantsUpdates(const StripInput &in)
{
    const auto &cadences = in.process.cadences;
    return std::any_of(cadences.begin(), cadences.end(), [&](const CadenceRule &rule) {
        return rule.item == CadenceKind::Update && (in.state.severity.isEmpty() || rule.every.forSeverity(in.state.severity));
    });
}

Updates updatesOf(const StripInput &in)
{
    Updates updates;
    const bool ended = in.state.resolvedAt.isSet() || !in.state.open();
    for (const RunningClock &clock : in.clocks) {
        if (clock.running() && (!clock.audience.isEmpty() || asksForUpdate(in.process, clock.rule)))
            updates.all.append(dueOf(clock, in));
    }
    if (updates.all.isEmpty()) {
        updates.state = !ended && wantsUpdates(in) ? Updates::State::NotSet : Updates::State::NotNeeded;
        return updates;
    }
    std::stable_sort(updates.all.begin(), updates.all.end(), [](const UpdateDue &a, const UpdateDue &b) { return a.at < b.at; });
    const UpdateDue &first = updates.all.first();
    updates.left = first.left;
    updates.state = first.state == RunningClock::State::Late  ? Updates::State::Late
                    : first.state == RunningClock::State::Due ? Updates::State::Due
                                                              : Updates::State::Running;
    return updates;
}

StripState::Command commandCell(const StripInput &in)
{
    StripState::Command cell;
    const RoleDef *role = in.process.commander();
    if (role)
        cell.role = role->name.isEmpty() ? role->id : role->name;
    if (const Holding *holding = commandOf(in)) {
        cell.holder = holding->person;
        cell.you = samePerson(holding->person, in.profile);
    }
    cell.needed = commandNeeded(in.state, in.process);
    const auto &handover = in.state.handover;
    if (role && handover && handover->state == Handover::State::Running && handover->role == role->id) {
        cell.handoverTo = handover->to;
        cell.toYou = samePerson(handover->to, in.profile);
        cell.announced = handover->announcedAt.isSet();
    }
    return cell;
}

/// Orders whose acknowledgement did not come in the time that the process gives.
QSet<QString> unansweredOf(const StripInput &in)
{
    QSet<QString> rules;
    for (const DeadlineRule &rule : in.process.deadlines) {
        if (rule.done.kind == MomentKind::OrderAcked)
            rules.insert(rule.rule.id);
    }
    QSet<QString> orders;
    for (const RunningClock &clock : in.clocks) {
        if (clock.running() && rules.contains(clock.rule) && in.now > (clock.late.isSet() ? clock.late : clock.due))
            orders.insert(clock.item);
    }
    return orders;
}

StripState::CallBacks callBacksOf(const StripInput &in)
{
    StripState::CallBacks cell;
    const QSet<QString> unanswered = unansweredOf(in);
    for (const Order &order : in.state.orders) {
        if (order.endedAt.isSet() || (order.state != Order::State::Sent && order.state != Order::State::Acknowledged))
            continue;
        ++cell.open;
        // As in the list of actions: late, or no answer.
        if ((order.dueAt.isSet() && in.now > order.dueAt) || (!order.ackedAt.isSet() && unanswered.contains(order.id)))
            ++cell.late;
        if (order.state == Order::State::Sent)
            ++cell.notAcknowledged;
    }
    return cell;
}

StripState::Save saveOf(const SaveStatus &save)
{
    using Save = StripState::Save;
    using State = Save::State;
    if (save.notSaved > 0)
        return save.problem ? Save{State::NotSaved, save.notSaved, save.problem->kind, save.problem->text}
                            : Save{State::NotSaved, save.notSaved, {}, {}};
    if (save.readOnly)
        return {State::ReadOnly, 0, {}, {}};
    if (save.saving > 0)
        return {State::Saving, save.saving, {}, {}};
    return {};
}

} // namespace

StripState stripState(const StripInput &input)
{
    StripState strip;
    strip.severity = severityOf(input);
    strip.phase = phaseOf(input);
    strip.stage = stageOf(input.state);
    strip.elapsed = elapsedOf(input);
    strip.updates = updatesOf(input);
    strip.command = commandCell(input);
    strip.callBacks = callBacksOf(input);
    strip.save = saveOf(input.save);
    strip.people = int(input.state.people.size());
    if (input.state.isPrivate)
        strip.members = input.state.members;
    strip.drill = input.state.drill;
    return strip;
}

StripState stripState(const IncidentFeed &feed, ElapsedSince since)
{
    const QList<RunningClock> &clocks = feed.clocks();
    return stripState({feed.state(), feed.process(), clocks, feed.now(), feed.saveStatus(), feed.profile(), since});
}

} // namespace fireline::models
