// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/stillopen.h"

#include "process/fieldname.h"
#include "process/phaseword.h"
#include "report/reviewstatus.h"
#include "rules/fieldtext.h"
#include "rules/forms.h"
#include "state/closedwords.h"
#include "state/componentstate.h"
#include "state/withdrawn.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(StillOpen)
};

const Update *lastSent(const QString &audience, const IncidentState &state)
{
    const Update *last = nullptr;
    for (const Update &update : state.updates) {
        const bool isWord = update.audience == audience && update.state == Update::State::Sent && !update.word.isEmpty();
        if (isWord && (!last || update.sentAt >= last->sentAt))
            last = &update;
    }
    return last;
}

QStringList told(const IncidentState &state, const Process &process, bool outside)
{
    QStringList lines;
    for (const AudienceDef &audience : process.audiences) {
        const Update *last = audience.outside == outside && !audience.states.isEmpty() ? lastSent(audience.id, state) : nullptr;
        if (last && last->word.compare(audience.states.last(), Qt::CaseInsensitive) != 0)
            lines.append(Text::tr("%1 still says “%2”").arg(audience.name.isEmpty() ? audience.id : audience.name, last->word));
    }
    return lines;
}

QStringList components(const IncidentState &state)
{
    QStringList lines;
    for (auto it = state.impact.begin(); it != state.impact.end(); ++it) {
        const QString name = componentName(it.key());
        if (!name.isEmpty() && it.value() != componentWords().first())
            lines.append(Text::tr("%1 is at “%2”").arg(name, closedWord(it.value())));
    }
    return lines;
}

QStringList changes(const IncidentState &state)
{
    QStringList lines;
    for (const Change &change : state.changes) {
        if (change.state == Change::State::Executed && !isWithdrawn(state, change.eventId))
            lines.append(Text::tr("%1 is done and not verified").arg(change.id));
    }
    return lines;
}

QStringList orders(const IncidentState &state, Order::State in)
{
    QStringList named;
    for (const Order &order : state.orders) {
        if (order.state == in && !order.timer && !isWithdrawn(state, order.eventId))
            named.append(order.owner.isEmpty() ? order.id : u"%1 (%2)"_s.arg(order.id, order.owner));
    }
    if (named.isEmpty())
        return {};
    const QString all = named.join(u", "_s);
    return {in == Order::State::Sent ? Text::tr("no answer to %1").arg(all) : Text::tr("not reported done: %1").arg(all)};
}

/// Names of what the last report asks for and nobody stated.
QStringList missingFields(const RuleContext &context)
{
    RecordAtHand record{wordOf(RecordKind::Resolution), {}, {}, {}};
    record.fields = filledFields(record, context);
    QStringList names;
    for (const FormRule *form : formsOf(record, context)) {
        for (const FormField &field : form->fields) {
            if (!isSatisfied(field.need, fieldText(record.fields.value(field.id))))
                names.append(fieldName(field.id, context.process));
        }
    }
    names.removeDuplicates();
    return names;
}

bool isRunning(const RunningClock &clock, const QList<RunningClock> &among)
{
    return std::any_of(among.begin(), among.end(), [&](const RunningClock &one) { return one.id == clock.id && one.running(); });
}

/// Whether the end itself is what the clock waits for.
bool isDoneBy(MomentKind end, const RunningClock &clock, const Process &process)
{
    return std::any_of(process.deadlines.begin(), process.deadlines.end(),
                       [&](const DeadlineRule &rule) { return rule.rule.id == clock.rule && rule.done.kind == end; });
}

bool asksPhase(const Cond &cond)
{
    return std::any_of(cond.tests.begin(), cond.tests.end(), [](const FactTest &test) { return test.fact.fact == Fact::Phase; })
           || std::any_of(cond.any.begin(), cond.any.end(), asksPhase);
}

} // namespace

QStringList stillOpen(const IncidentState &state, const Process &process)
{
    return told(state, process, true) + components(state) + told(state, process, false) + changes(state)
           + orders(state, Order::State::Sent) + orders(state, Order::State::Acknowledged);
}

QList<RunningClock> lateNow(const IncidentState &state, const Process &process, Instant now)
{
    QList<RunningClock> clocks = runningClocks(state, process, now);
    clocks.removeIf([now](const RunningClock &clock) {
        // A snooze silences a clock; what is late stays late.
        const bool late = clock.running() && clock.late.isSet() && now > clock.late;
        return !late || clock.advice() || clock.scope != Scope::Incident || clock.kind == RunningClock::Kind::Order;
    });
    return clocks;
}

QList<RunningClock> dueNow(const IncidentState &state, const Process &process, Instant now)
{
    const bool resolved = state.resolvedAt.isSet();
    IncidentState after = state;
    after.resolvedAt = now;
    const QList<RunningClock> goOn = resolved ? QList<RunningClock>() : runningClocks(after, process, now);
    QList<RunningClock> clocks = runningClocks(state, process, now);
    clocks.removeIf([&](const RunningClock &clock) {
        const bool late = clock.late.isSet() && now > clock.late;
        const bool due = clock.running() && clock.due.isSet() && now >= clock.due && !late;
        if (!due || clock.scope != Scope::Incident || clock.kind == RunningClock::Kind::Order)
            return true;
        // The words and records that a closure asks for have no other end.
        return !resolved && (clock.advice() || isRunning(clock, goOn) || isDoneBy(MomentKind::Resolved, clock, process));
    });
    return clocks;
}

QStringList lateWords(const IncidentState &state, const Process &process, Instant now)
{
    QStringList words;
    for (const RunningClock &clock : lateNow(state, process, now))
        words.append(Text::tr("late: %1").arg(clock.text));
    for (const RunningClock &clock : dueNow(state, process, now))
        words.append(Text::tr("due: %1").arg(clock.text));
    return words;
}

QList<RunningClock> lateAtEnd(const IncidentState &state, const Process &process)
{
    if (!state.resolvedAt.isSet())
        return {};
    IncidentState before = state;
    before.resolvedAt = {};
    before.closedAt = {};
    QList<RunningClock> late = lateNow(before, process, state.resolvedAt);
    const QList<RunningClock> goOn = runningClocks(state, process, state.resolvedAt);
    late.removeIf([&](const RunningClock &clock) { return isRunning(clock, goOn); });
    return late;
}

QList<MissingAtEnd> missingAtEnd(const IncidentState &state, const Process &process)
{
    if (!state.resolvedAt.isSet())
        return {};
    const RuleContext context{state, process, state.resolvedAt};
    QList<MissingAtEnd> missing;
    for (const ClosingNeed &need : closingNeeds(Act::Resolve, context)) {
        // What refuses was met then, whatever came of it; and phases are passed.
        const auto &is = process.gate(need.gate)->needs.at(need.item - 1).is;
        if (!need.met && need.effect != RuleEffect::Refuse && !(is && asksPhase(*is)))
            missing.append({need.text, need.line});
    }
    if (const QStringList fields = missingFields(context); !fields.isEmpty())
        missing.append({fields.join(u", "_s), u"/field "_s});
    return missing;
}

bool endsIncident(const Command &command, const IncidentState &state, const Process &process)
{
    if (!state.open() || state.resolvedAt.isSet())
        return false;
    if (command.verb == Verb::Resolve)
        return true;
    const PhaseDef *to = command.verb == Verb::Phase ? phaseMeant(process, command.text(u"id")) : nullptr;
    return to && to->ends;
}

} // namespace fireline::domain
