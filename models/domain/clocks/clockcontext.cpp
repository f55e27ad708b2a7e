// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockcontext.h"

#include "rules/momentreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

QString ownerOf(const QString &item, const IncidentState &state)
{
    if (const Order *order = state.order(item))
        return order->owner;
    if (const ActionItemRecord *record = state.actionItem(item))
        return record->fields.value(u"owner").toString();
    return {};
}

Instant notBefore(Instant t, Instant since)
{
    return t >= since ? t : Instant();
}

} // namespace

RunningClock clockOf(const Envelope &rule, RunningClock::Kind kind)
{
    RunningClock clock;
    clock.id = rule.id;
    clock.rule = rule.id;
    clock.kind = kind;
    clock.scope = rule.scope;
    clock.text = rule.say;
    clock.source = rule.source;
    clock.assumed = !rule.assumed.isEmpty();
    return clock;
}

void bindItem(RunningClock &clock, const QString &item, const ClockContext &context)
{
    if (item.isEmpty())
        return;
    clock.item = item;
    clock.id += u'/' + item;
    if (const QString person = ownerOf(item, context.state()); !person.isEmpty())
        clock.owner.replaceInStrings(u"owner"_s, person);
}

void settle(RunningClock &clock, const ClockContext &context)
{
    using State = RunningClock::State;
    if (clock.doneAt.isSet()) {
        clock.state = clock.late.isSet() && clock.doneAt > clock.late ? State::MetLate : State::Met;
        return;
    }
    const Instant now = context.now();
    clock.state = State::Running;
    if (now >= clock.due)
        clock.state = State::Due;
    if (clock.late.isSet() && now > clock.late)
        clock.state = State::Late;
    const Instant snooze = context.state().snoozes.value(clock.id).until;
    if (clock.state != State::Running && snooze > now) {
        clock.state = State::Snoozed;
        clock.snoozedUntil = snooze;
    }
}

Instant endedAt(const Moment &moment, Instant since, const ClockContext &context, const QString &item)
{
    switch (moment.kind) {
    case MomentKind::Resolved: return notBefore(context.state().resolvedAt, since);
    case MomentKind::Closed: return notBefore(context.state().closedAt, since);
    default: return firstMomentSince(moment, since, context.rules, item);
    }
}

bool isOver(Scope scope, const std::optional<Moment> &until, Instant anchor, const ClockContext &context, const QString &item)
{
    const IncidentState &s = context.state();
    if (scope == Scope::Incident && s.closedAt.isSet())
        return true;
    // What lasts until the end of the incident does not begin anew after it: a last notice, a late finding.
    if (until && until->kind == MomentKind::Resolved)
        return s.resolvedAt.isSet();
    if (until && until->kind == MomentKind::Closed)
        return s.closedAt.isSet();
    if (until)
        return endedAt(*until, anchor, context, item).isSet();
    return scope == Scope::Incident && s.resolvedAt.isSet() && anchor < s.resolvedAt;
}

bool isUndone(const Moment &from, const ClockContext &context)
{
    switch (from.kind) {
    case MomentKind::FlagSet: return !context.state().flags.contains(from.arg);
    case MomentKind::RoleTaken: return context.state().holders(from.arg).isEmpty();
    case MomentKind::RoleVacant: return !context.state().holders(from.arg).isEmpty();
    default: return false;
    }
}

bool isItemGone(const QString &item, const ClockContext &context)
{
    if (const Order *order = context.state().order(item))
        return order->state == Order::State::Cancelled;
    if (const Alert *alert = context.state().alert(item))
        return alert->state == Alert::State::Cleared;
    return false;
}

} // namespace fireline::domain
