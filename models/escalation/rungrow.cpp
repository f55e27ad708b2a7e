// SPDX-License-Identifier: GPL-3.0-or-later
#include "escalation/rungrow.h"

#include "clocks/clockorigin.h"
#include "clocks/clockrow.h"
#include "clocks/momenttext.h"
#include "rules/who.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

QString withItem(const QString &ladder, const QString &item)
{
    return item.isEmpty() ? ladder : ladder + u'/' + item;
}

bool callsPeople(const EffectSpec &effect)
{
    return effect.kind == EffectKind::Page || effect.kind == EffectKind::Notify;
}

QVariantMap calleeOf(const QString &who, const RuleContext &context)
{
    const RoleDef *role = context.process.role(who);
    const ContactDef *contact = context.process.contact(who);
    QVariantMap callee{{u"name"_s, role      ? (role->name.isEmpty() ? role->id : role->name)
                                   : contact ? (contact->name.isEmpty() ? contact->id : contact->name)
                                             : who},
                       {u"people"_s, peopleOf(who, context)}};
    if (contact) {
        callee.insert(u"via"_s, contact->via);
        callee.insert(u"phone"_s, contact->phone);
        callee.insert(u"mail"_s, contact->mail);
        callee.insert(u"handle"_s, contact->handle);
    }
    return callee;
}

/// What belongs to the step whatever became of it.
RungRow stepOf(const LadderRule &ladder, int rung, const QString &item, Instant anchor, const IncidentFeed &feed)
{
    const RuleContext context{feed.state(), feed.process(), feed.now()};
    RungRow row;
    row.ladder = withItem(ladder.rule.id, item);
    row.id = u"%1/%2@%3"_s.arg(row.ladder).arg(rung + 1).arg(anchor.us);
    row.rule = ladder.rule.id;
    row.step = rung + 1;
    row.steps = int(ladder.rungs.size());
    row.say = ladder.rule.say;
    row.source = ladder.rule.source;
    row.assumed = !ladder.rule.assumed.isEmpty();
    row.anchor = anchor;
    if (rung < 0 || rung >= ladder.rungs.size())
        return row;
    const QList<EffectSpec> &effects = ladder.rungs.at(rung).effects;
    row.text = effectsText(effects, feed.process());
    QStringList whom;
    for (const EffectSpec &effect : effects) {
        if (!callsPeople(effect))
            continue;
        whom.append(namesOf(effect.who, context));
        for (const QString &who : effect.who)
            row.callees.append(calleeOf(who, context));
    }
    row.whom = whom.join(u", "_s);
    return row;
}

RungRow openRow(const LadderRule &ladder, const RunningClock &clock, const IncidentFeed &feed)
{
    RungRow row = stepOf(ladder, clock.rung, clock.item, clock.anchor, feed);
    row.clock = clock.id;
    row.origin = originOf(clock, feed.state(), feed.process());
    row.due = clock.due;
    row.late = clock.late;
    row.state = clock.late.isSet() && feed.now() > clock.late ? escalation::Late
                : feed.now() >= clock.due                     ? escalation::Due
                                                              : escalation::Waiting;
    const Instant next = row.state == escalation::Waiting || !clock.late.isSet() ? clock.due : clock.late;
    row.left = shownLength(next - feed.now());
    return row;
}

RungRow settledRow(const LadderRule &ladder, const RungMark &mark, const IncidentFeed &feed)
{
    RungRow row = stepOf(ladder, mark.rung, mark.item, mark.anchor, feed);
    row.mark = mark;
    row.state = mark.skipped ? escalation::Skipped : mark.answeredAt.isSet() ? escalation::Answered : escalation::Called;
    RunningClock clock;
    clock.kind = RunningClock::Kind::Rung;
    clock.rule = mark.ladder;
    clock.item = mark.item;
    clock.anchor = mark.anchor;
    row.origin = originOf(clock, feed.state(), feed.process());
    return row;
}

bool comesBefore(const RungRow &a, const RungRow &b)
{
    const auto group = [](const RungRow &row) { return row.clock.isEmpty() ? 3 : 2 - std::min(int(row.state), 2); };
    const auto when = [](const RungRow &row) {
        return row.clock.isEmpty() ? -row.mark.at.us : row.state == escalation::Late ? row.late.us : row.due.us;
    };
    return std::tuple(group(a), when(a), a.id) < std::tuple(group(b), when(b), b.id);
}

} // namespace

bool RungRow::operator==(const RungRow &other) const
{
    const auto all = [](const RungRow &r) {
        return std::tie(r.id, r.state, r.clock, r.text, r.say, r.whom, r.callees, r.source, r.origin, r.due, r.late, r.left,
                        r.mark.at, r.mark.by, r.mark.why, r.mark.answeredAt, r.mark.answer);
    };
    return all(*this) == all(other);
}

QList<RungRow> rungRows(const IncidentFeed &feed)
{
    QList<RungRow> rows;
    for (const RunningClock &clock : feed.clocks()) {
        const LadderRule *ladder = clock.kind == RunningClock::Kind::Rung ? feed.process().ladder(clock.rule) : nullptr;
        if (ladder)
            rows.append(openRow(*ladder, clock, feed));
    }
    for (const RungMark &mark : feed.state().rungs) {
        if (const LadderRule *ladder = feed.process().ladder(mark.ladder))
            rows.append(settledRow(*ladder, mark, feed));
    }
    std::stable_sort(rows.begin(), rows.end(), comesBefore);
    // A step that is taken twice for one moment is one step.
    const auto same = [](const RungRow &a, const RungRow &b) { return a.id == b.id; };
    rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
    return rows;
}

} // namespace fireline::models
