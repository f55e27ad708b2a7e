// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/compliance.h"

#include "rules/facts.h"
#include "rules/gatestatus.h"
#include "rules/liststatus.h"
#include "state/eventtypes.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Compliance)
};

using Verdict = RuleCompliance::Verdict;

ActAtHand actAtHand(const Event &event, const QJsonObject &body, const IncidentState &state)
{
    ActAtHand act;
    act.actor = body.value(u"by").toString();
    if (act.actor.isEmpty())
        act.actor = event.recordedBy;
    act.phaseInto = event.type == "phase.moved"_L1 ? body.value(u"to").toString() : QString();
    act.handsOn = event.type == "change.executed"_L1 || body.value(u"flags").toArray().contains(u"handson"_s);
    act.fields = body.value(u"fields").toObject();
    if (const Update *update = state.update(body.value(u"update").toString())) {
        act.audience = update->audience;
        act.fields = update->fields;
    }
    if (const Change *change = state.change(body.value(u"change").toString())) {
        act.changeKind = change->kind;
        act.changeRisk = change->risk;
        act.changeStaged = change->staged ? u"true"_s : u"false"_s;
    }
    return act;
}

/// How often a rule had something to say about an act that was then done, and how often that was done without what it asks for.
struct Exercise
{
    int times = 0;
    int missed = 0;
};

/// Of each authority rule and gate. A gate that only reminds lets the act pass.
QHash<QString, Exercise> exercised(const QList<Event> &events, const Process &process, IncidentState &state)
{
    QHash<QString, Exercise> found;
    for (const Event &event : events) {
        const EventType *type = eventType(event.type);
        const auto act = type ? fromWord<Act>(type->act) : std::nullopt;
        const QJsonObject body = event.body();
        if (act && !body.contains(u"imported"_s)) {
            const RuleContext context{state, process, event.recordedAt, actAtHand(event, body, state)};
            for (const AuthorityRule &rule : process.authorities)
                found[rule.rule.id].times += rule.acts.contains(*act) && holds(rule.rule.when, context);
            for (const GateRule &gate : process.gates) {
                const bool into = *act != Act::PhaseMove || gate.into.isEmpty() || gate.into.contains(context.act.phaseInto);
                if (!gate.before.contains(*act) || !into || !holds(gate.rule.when, context))
                    continue;
                ++found[gate.rule.id].times;
                found[gate.rule.id].missed += gateStatus(gate, context).open();
            }
        }
        apply(state, event);
    }
    return found;
}

void countRounds(RuleCompliance &line, const QList<ClockRound> &rounds)
{
    for (const ClockRound &round : rounds) {
        if (round.clock.rule != line.rule)
            continue;
        line.met += round.end == ClockRound::End::InTime;
        line.late += round.end == ClockRound::End::Late;
        line.overridden += round.end == ClockRound::End::Skipped;
        if (round.end == ClockRound::End::Running)
            line.verdict = Verdict::Open;
    }
}

bool wasMade(const QString &target, const IncidentState &state)
{
    if (target.startsWith("review/"_L1))
        return state.reviews.value(target.mid(7)).draftedAt.isSet();
    return std::any_of(state.updates.begin(), state.updates.end(),
                       [&](const Update &u) { return u.target == target && u.sentAt.isSet(); });
}

const LintRule *lintOf(const Process &process, const QString &id)
{
    const auto it = std::find_if(process.lints.begin(), process.lints.end(), [&](const LintRule &l) { return l.rule.id == id; });
    return it == process.lints.end() ? nullptr : &*it;
}

const TableRule *tableOf(const Process &process, const QString &id)
{
    const auto it = std::find_if(process.tables.begin(), process.tables.end(),
                                 [&](const TableRule &t) { return t.rule.id == id; });
    return it == process.tables.end() ? nullptr : &*it;
}

void countRecords(RuleCompliance &line, const RuleContext &c)
{
    const IncidentState &s = c.state;
    switch (line.kind) {
    case RuleKind::Form: line.met = int(s.moments.hits(u"form.done/"_s + line.rule).size()); break;
    case RuleKind::Lint:
        for (const Target &target : lintOf(c.process, line.rule)->targets)
            line.met += wasMade(target.toText(), s);
        break;
    case RuleKind::Table: {
        const TableRule *table = tableOf(c.process, line.rule);
        line.met = table->give == GiveKind::Field      ? s.fields.contains(table->field)
                   : table->give == GiveKind::Severity ? !s.severityLog.isEmpty()
                                                       : !s.phase.isEmpty();
        break;
    }
    case RuleKind::List: {
        const ListStatus status = listStatus(*c.process.list(line.rule), c);
        line.met = status.done();
        if (!line.met && status.settled() > 0)
            line.verdict = Verdict::Open;
        break;
    }
    default: break;
    }
}

int breachesOf(const RuleCompliance &line, const Process &process, const IncidentState &state)
{
    int breaches = state.breaches.value(line.rule);
    for (const AuthorityRule &rule : process.authorities) {
        if (rule.rule.id == line.rule && rule.mode == AuthorityMode::ApprovedBy && rule.acts.contains(Act::ChangeExecute))
            breaches += state.breaches.value(u"change"_s);
    }
    return breaches;
}

void judge(RuleCompliance &line)
{
    if (line.breached > 0)
        line.verdict = Verdict::Breached;
    else if (line.missed > 0)
        line.verdict = Verdict::Missed;
    else if (line.overridden > 0)
        line.verdict = Verdict::Overridden;
    else if (line.late > 0)
        line.verdict = Verdict::Late;
    else if (line.met > 0 && line.verdict != Verdict::Open)
        line.verdict = Verdict::Met;
}

} // namespace

QList<RuleCompliance> compliance(const QList<Event> &events, const Process &process, Instant now)
{
    IncidentState state;
    const QHash<QString, Exercise> acts = exercised(events, process, state);
    const QList<ClockRound> rounds = clockHistory(events, process, now);
    const RuleContext context{state, process, now};
    QList<RuleCompliance> lines;
    for (const Envelope *rule : process.rules()) {
        RuleCompliance line;
        line.rule = rule->id;
        line.kind = rule->kind;
        line.source = rule->source;
        line.overridden = state.overridden.value(rule->id);
        line.breached = breachesOf(line, process, state);
        const Exercise acted = acts.value(rule->id);
        line.missed = std::max(0, acted.missed - line.overridden);
        line.met = std::max(0, acted.times - line.overridden - line.missed);
        countRounds(line, rounds);
        countRecords(line, context);
        judge(line);
        lines.append(line);
    }
    return lines;
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotReached: return Text::tr("not reached");
    case Verdict::Open: return Text::tr("open");
    case Verdict::Met: return Text::tr("met");
    case Verdict::Missed: return Text::tr("not met");
    case Verdict::Late: return Text::tr("late");
    case Verdict::Overridden: return Text::tr("overridden");
    case Verdict::Breached: return Text::tr("breached");
    }
    return {};
}

} // namespace fireline::domain
