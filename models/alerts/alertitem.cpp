// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertitem.h"

#include "command/command.h"
#include "decide/handoversteps.h"
#include "rules/tickline.h"
#include "rules/who.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
using Level = Attention::Level;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Alerts)
};

QString lineOf(Verb verb, const QString &rest = {})
{
    const QString head = u"/%1 "_s.arg(verbSpec(verb).name);
    return rest.isEmpty() ? head : head + rest + u' ';
}

/// The audience an update is owed to; none where the clock asks for something else.
std::optional<QString> audienceOf(const RunningClock &clock, const Process &process)
{
    if (!clock.audience.isEmpty())
        return clock.audience;
    const auto isIt = [&](const auto &rule) { return rule.rule.id == clock.rule; };
    const auto cadence = std::find_if(process.cadences.begin(), process.cadences.end(), isIt);
    if (cadence != process.cadences.end() && cadence->item == CadenceKind::Update)
        return cadence->arg;
    const auto deadline = std::find_if(process.deadlines.begin(), process.deadlines.end(), isIt);
    if (deadline != process.deadlines.end() && deadline->done.kind == MomentKind::UpdateSent)
        return deadline->done.arg;
    return std::nullopt;
}

/// The form that it asks for before everything else; empty where it asks for a deed first.
QString formOf(const RunningClock &clock, const Process &process)
{
    if (!clock.effects.isEmpty() && clock.kind == RunningClock::Kind::Rung)
        return clock.effects.first().kind == EffectKind::Draft ? clock.effects.first().text : QString();
    const auto deadline = std::find_if(process.deadlines.begin(), process.deadlines.end(),
                                       [&](const DeadlineRule &rule) { return rule.rule.id == clock.rule; });
    const bool asks = deadline != process.deadlines.end() && deadline->done.kind == MomentKind::FormDone;
    return asks ? deadline->done.arg : QString();
}

Level levelOf(const RunningClock &clock)
{
    // What is only said interrupts nobody.
    if (clock.advice())
        return Level::Due;
    if (clock.kind == RunningClock::Kind::Rung)
        return Level::Command;
    return clock.state == RunningClock::State::Late ? Level::Late : Level::Due;
}

Matter matterOf(const RunningClock &clock, const RuleContext &context)
{
    if (const auto audience = audienceOf(clock, context.process)) {
        const AudienceDef *def = context.process.audienceDef(*audience);
        return def && def->outside ? Matter::OutsideUpdate : Matter::InsideUpdate;
    }
    switch (clock.kind) {
    case RunningClock::Kind::Order: {
        const Order *order = context.state.order(clock.item);
        return order && order->timer ? Matter::Reminder : Matter::CallBack;
    }
    case RunningClock::Kind::Rung: return Matter::Escalation;
    case RunningClock::Kind::HandoverShadow: return Matter::Command;
    case RunningClock::Kind::Revisit: return Matter::Decision;
    default: return clock.scope == Scope::Incident ? Matter::Deadline : Matter::Review;
    }
}

AlertItem itemOf(const RunningClock &clock, const RuleContext &context)
{
    AlertItem item;
    item.id = clock.id;
    item.text = clock.text;
    item.owner = namesOf(clock.owner, context);
    item.source = clock.source.isEmpty() ? clock.rule : clock.source.first();
    item.matter = matterOf(clock, context);
    item.level = levelOf(clock);
    item.anchor = clock.anchor;
    item.since = item.level == Level::Late ? clock.late : clock.due;
    item.at = clock.late;
    item.canSnooze = true;
    const bool isOrder = clock.kind == RunningClock::Kind::Order;
    if (const auto audience = audienceOf(clock, context.process)) {
        item.audible = item.level == Level::Late && item.matter == Matter::OutsideUpdate;
        item.line = lineOf(Verb::Draft, *audience);
        item.record = audience->isEmpty() ? QString() : wordOf(RecordKind::Update) + u'/' + *audience;
    } else if (isOrder) {
        item.audible = item.level == Level::Late;
        item.line = lineOf(Verb::Done, u'#' + clock.item);
    } else if (clock.kind == RunningClock::Kind::Rung) {
        // Who has just done what a first step follows from has it in sight, and needs no sound.
        const bool heard = clock.due - clock.anchor >= commandPatience || context.now - clock.due >= commandPatience;
        item.audible = heard && !clock.advice();
        item.line = lineOf(Verb::Escalate, clock.rule);
    }
    // What is to be written is written, and not said to be.
    if (const QString form = formOf(clock, context.process); !form.isEmpty()) {
        item.line = formLine(form, context.process);
        item.record = form;
    }
    return item;
}

AlertItem commandItem(const QString &id, const QString &text, Instant since, Instant now)
{
    AlertItem item;
    item.id = id;
    item.text = text;
    item.matter = Matter::Command;
    item.anchor = since;
    item.at = since + commandPatience;
    item.audible = now >= item.at;
    item.level = item.audible ? Level::Command : Level::Due;
    item.since = item.audible ? item.at : since;
    return item;
}

QString turnText(HandoverStep::Kind kind)
{
    switch (kind) {
    case HandoverStep::Kind::Able: return Text::tr("Whether the handover can be taken up has not been said yet");
    case HandoverStep::Kind::Shadow: return Text::tr("Shadowing has not begun yet");
    default: return Text::tr("“I have command” has not been said yet");
    }
}

Verb verbOf(HandoverStep::Kind kind)
{
    switch (kind) {
    case HandoverStep::Kind::Able: return Verb::Able;
    case HandoverStep::Kind::Shadow: return Verb::Shadow;
    default: return Verb::IHaveCommand;
    }
}

QList<AlertItem> commandItems(const IncidentState &state, const Process &process, Instant now)
{
    const RoleDef *role = process.commander();
    if (!role || !state.open())
        return {};
    QList<AlertItem> items;
    if (commandNeeded(state, process) && state.holders(role->id).isEmpty()) {
        const Instant since = std::max(state.declaredAt, state.moments.latest(u"role.vacant/"_s + role->id));
        AlertItem item = commandItem(u"command/vacant"_s, Text::tr("Nobody has command"), since, now);
        item.owner = role->name;
        item.line = lineOf(Verb::Claim);
        items.append(item);
    }
    const auto turn = incomingTurn({state, process, now, {}});
    if (turn && state.handover->role == role->id) {
        AlertItem item = commandItem(u"command/handover"_s, turnText(turn->kind), turn->since, now);
        item.owner = state.handover->to;
        item.line = lineOf(verbOf(turn->kind));
        items.append(item);
    }
    return items;
}

} // namespace

bool commandNeeded(const IncidentState &state, const Process &process)
{
    const RoleDef *role = process.commander();
    if (!role || !state.open() || state.resolvedAt.isSet())
        return false;
    return state.severity.isEmpty() || role->required.isEmpty() || role->required.contains(state.severity);
}

QList<AlertItem> alertsNow(const IncidentState &state, const Process &process, const QList<RunningClock> &clocks, Instant now)
{
    const RuleContext context{state, process, now, {}};
    QList<AlertItem> alerts = commandItems(state, process, now);
    for (const RunningClock &clock : clocks) {
        if (clock.state == RunningClock::State::Due || clock.state == RunningClock::State::Late)
            alerts.append(itemOf(clock, context));
    }
    // What is loud because it is due comes behind what its time has passed for.
    const auto isOver = [now](const AlertItem &item) { return item.late() && item.at.isSet() && now >= item.at; };
    std::stable_sort(alerts.begin(), alerts.end(), [isOver](const AlertItem &a, const AlertItem &b) {
        if (isOver(a) != isOver(b))
            return isOver(a);
        if (a.level != b.level)
            return a.level > b.level;
        // Without command nobody takes the steps.
        return a.canSnooze != b.canSnooze ? !a.canSnooze : a.since < b.since;
    });
    return alerts;
}

bool areMerged(const QList<AlertItem> &alerts, Instant now)
{
    const Instant from = now - Span::minutes(10);
    return std::count_if(alerts.begin(), alerts.end(), [&](const AlertItem &alert) { return alert.late() && alert.since > from; })
           >= mergeFrom;
}

} // namespace fireline::models
