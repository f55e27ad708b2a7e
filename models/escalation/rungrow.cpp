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

void insertWays(QVariantMap &callee, const ContactWays &ways)
{
    callee.insert(u"phone"_s, ways.phone);
    callee.insert(u"mail"_s, ways.mail);
    callee.insert(u"handle"_s, ways.handle);
    callee.insert(u"own"_s, ways.own);
}

QVariantMap calleeOf(const QString &who, const RuleContext &context, const ContactBook &book)
{
    const RoleDef *role = who == "commander"_L1 ? context.process.commander() : context.process.role(who);
    const ContactDef *contact = context.process.contact(who);
    QVariantMap callee{{u"name"_s, role      ? (role->name.isEmpty() ? role->id : role->name)
                                   : contact ? (contact->name.isEmpty() ? contact->id : contact->name)
                                             : who},
                       {u"people"_s, peopleOf(who, context)}};
    if (contact)
        callee.insert(u"via"_s, contact->via);
    insertWays(callee, book.waysTo(role ? role->id : who, context.process));
    return callee;
}

/// Whom a step calls, and behind a role those who have it, where it is known how they are reached.
QVariantList calleesOf(const QString &who, const RuleContext &context, const ContactBook &book)
{
    QVariantList callees{calleeOf(who, context, book)};
    for (const QString &person : peopleOf(who, context)) {
        const ContactWays ways = who == "everyone"_L1 ? ContactWays() : book.waysTo(person, context.process);
        if (ways.isEmpty())
            continue;
        QVariantMap callee{{u"name"_s, person}};
        insertWays(callee, ways);
        callees.append(callee);
    }
    return callees;
}

/// What rows are made from.
struct Seen
{
    const IncidentFeed &feed;
    const ContactBook &book;
};

/// What belongs to the step whatever became of it.
RungRow stepOf(const LadderRule &ladder, int rung, const QString &item, Instant anchor, const Seen &seen)
{
    const IncidentFeed &feed = seen.feed;
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
            row.callees.append(calleesOf(who, context, seen.book));
    }
    row.whom = whom.join(u", "_s);
    return row;
}

RungRow openRow(const LadderRule &ladder, const RunningClock &clock, const Seen &seen)
{
    const IncidentFeed &feed = seen.feed;
    RungRow row = stepOf(ladder, clock.rung, clock.item, clock.anchor, seen);
    row.clock = clock.id;
    row.text = effectsText(clock.effects, feed.process());
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

RungRow settledRow(const LadderRule &ladder, const RungMark &mark, const Seen &seen)
{
    const IncidentFeed &feed = seen.feed;
    RungRow row = stepOf(ladder, mark.rung, mark.item, mark.anchor, seen);
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

QList<RungRow> rungRows(const IncidentFeed &feed, const ContactBook &book)
{
    const Seen seen{feed, book};
    QList<RungRow> rows;
    for (const RunningClock &clock : feed.clocks()) {
        const LadderRule *ladder = clock.kind == RunningClock::Kind::Rung ? feed.process().ladder(clock.rule) : nullptr;
        if (ladder)
            rows.append(openRow(*ladder, clock, seen));
    }
    for (const RungMark &mark : feed.state().rungs) {
        if (const LadderRule *ladder = feed.process().ladder(mark.ladder))
            rows.append(settledRow(*ladder, mark, seen));
    }
    std::stable_sort(rows.begin(), rows.end(), comesBefore);
    // A step that is taken twice for one moment is one step.
    const auto same = [](const RungRow &a, const RungRow &b) { return a.id == b.id; };
    rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
    return rows;
}

} // namespace fireline::models
