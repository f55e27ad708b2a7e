// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/momenttext.h"
#include "rules/facts.h"
#include "rules/tables.h"
#include "start/severitychoices.h"
#include "triage/triagerows.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// How bad it is, and where it goes next: proposals of tables and of rules that wait, then what a person can choose.
namespace fireline::models {

using namespace domain;
namespace t = models::triage;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TriageRows)
};

TriageRow tableRow(const TableRule &table, const RuleContext &context)
{
    const TableAnswer answer = tableAnswer(table, context);
    TriageRow row;
    row.kind = t::Proposal;
    row.proposes = u"severity"_s;
    row.source = table.rule.cite();
    for (const FactRef &input : table.inputs) {
        const FactValue value = readFact(input, context);
        if (value.words.isEmpty() && !value.number)
            row.missing.append(factName(input, context.process));
    }
    if (answer.value.isEmpty()) {
        row.id = table.rule.id;
        row.state = t::Waiting;
        return row;
    }
    const SeverityDef *severity = context.process.severity(answer.value);
    row.id = answer.value;
    row.text = severity ? severity->name : QString();
    row.rank = severity ? severity->rank : 0;
    row.state = answer.value == context.state.severity ? t::Current : t::Proposed;
    row.reason = tableReason(table, context);
    return row;
}

/// Why a ladder proposes: what it prompts, else what it counts from.
QString rungReason(const RunningClock &clock, const Process &process)
{
    QStringList prompts;
    for (const EffectSpec &effect : clock.effects) {
        if (effect.kind == EffectKind::Prompt)
            prompts.append(effect.text);
    }
    if (!prompts.isEmpty())
        return prompts.join(u' ');
    const auto ladder = std::find_if(process.ladders.begin(), process.ladders.end(),
                                     [&](const LadderRule &rule) { return rule.rule.id == clock.rule; });
    if (ladder == process.ladders.end())
        return clock.text;
    if (ladder->from.kind == MomentKind::Pattern)
        return Text::tr("several that are alike");
    const FlagDef *flag = ladder->from.kind == MomentKind::FlagSet ? process.flag(ladder->from.arg) : nullptr;
    return flag ? Text::tr("the flag “%1” is set").arg(flag->name) : momentText(ladder->from, process);
}

/// What steps of ladders that wait for somebody propose, each proposal once.
void addRungs(QList<TriageRow> &rows, ProposeKind kind, const IncidentFeed &feed)
{
    const bool ofSeverity = kind == ProposeKind::Severity;
    for (const RunningClock &clock : feed.clocks()) {
        if (clock.kind != RunningClock::Kind::Rung || !clock.running() || clock.due > feed.now())
            continue;
        for (const EffectSpec &effect : clock.effects) {
            const QString now = ofSeverity ? feed.state().severity : feed.state().phase;
            if (effect.kind != EffectKind::Propose || effect.propose != kind || effect.proposed == now)
                continue;
            TriageRow row;
            row.kind = t::Proposal;
            row.state = t::Proposed;
            row.id = effect.proposed;
            row.proposes = ofSeverity ? u"severity"_s : u"phase"_s;
            const SeverityDef *severity = ofSeverity ? feed.process().severity(row.id) : nullptr;
            const PhaseDef *phase = ofSeverity ? nullptr : feed.process().phase(row.id);
            row.rank = severity ? severity->rank : 0;
            row.text = severity ? severity->name : phase ? phase->name : row.id;
            row.reason = rungReason(clock, feed.process());
            row.source = clock.source.value(0, clock.rule);
            const bool known = std::any_of(rows.begin(), rows.end(),
                                           [&](const TriageRow &other) { return other.key() == row.key(); });
            if (!known)
                rows.append(row);
        }
    }
}

} // namespace

QList<TriageRow> severityRows(const IncidentFeed &feed)
{
    const RuleContext context{feed.state(), feed.process(), feed.now()};
    QList<TriageRow> rows;
    for (const TableRule &table : feed.process().tables) {
        if (table.give == GiveKind::Severity && holds(table.rule.when, context))
            rows.append(tableRow(table, context));
    }
    addRungs(rows, ProposeKind::Severity, feed);
    QStringList proposed;
    for (const TriageRow &row : std::as_const(rows))
        proposed.append(row.id);
    for (const SeverityChoice &choice : severityChoices(feed.process())) {
        TriageRow row;
        row.kind = t::Severity;
        row.id = choice.id;
        row.text = choice.name;
        row.rank = choice.rank;
        row.definition = choice.definition;
        row.examples = choice.examples;
        row.expect = choice.expect;
        row.state = choice.id == feed.state().severity ? t::Current : proposed.contains(choice.id) ? t::Proposed : t::Open;
        rows.append(row);
    }
    return rows;
}

QList<TriageRow> onwardRows(const IncidentFeed &feed)
{
    const IncidentState &s = feed.state();
    const Process &process = feed.process();
    const RuleContext context{s, process, feed.now()};
    QList<TriageRow> rows;
    if (!s.open())
        return rows;
    const bool begins = std::any_of(process.gates.begin(), process.gates.end(),
                                    [](const GateRule &gate) { return gate.before.contains(Act::Begin); });
    if (begins && !s.begunAt.isSet()) {
        TriageRow row;
        row.kind = t::Next;
        row.id = u"begin"_s;
        row.proposes = u"begin"_s;
        row.text = Text::tr("The beginning of the incident");
        judgeNext(row, Act::Begin, feed, feed.profile());
        rows += needRows(Act::Begin, {}, feed);
        rows.append(row);
    }
    addRungs(rows, ProposeKind::Phase, feed);
    const PhaseDef *now = s.phase.isEmpty() ? process.firstPhase() : process.phase(s.phase);
    for (const QString &id : now ? now->next : QStringList()) {
        const PhaseDef *phase = process.phase(id);
        if (!phase || !holds(phase->when, context))
            continue;
        TriageRow row;
        row.kind = t::Next;
        row.id = id;
        row.proposes = u"phase"_s;
        row.text = phase->name;
        judgeNext(row, Act::PhaseMove, feed, feed.profile());
        for (const TriageRow &need : needRows(Act::PhaseMove, id, feed)) {
            if (std::none_of(rows.begin(), rows.end(), [&](const TriageRow &other) { return other.key() == need.key(); }))
                rows.append(need);
        }
        rows.append(row);
    }
    return rows;
}

} // namespace fireline::models
