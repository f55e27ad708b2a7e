// SPDX-License-Identifier: GPL-3.0-or-later
#include "readparts.h"

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessReader)
};

std::optional<Moment> optionalMoment(MapReader &rule, const QString &key)
{
    const YamlNode *node = rule.take(key);
    return node ? std::optional(rule.reader().moment(*node)) : std::nullopt;
}

Moment neededMoment(MapReader &rule, const QString &key)
{
    const YamlNode *node = rule.need(key);
    return node ? rule.reader().moment(*node) : Moment();
}

void readItem(Reader &reader, const YamlNode &node, CadenceRule &cadence)
{
    const QString all = reader.text(node);
    const qsizetype slash = all.indexOf(u'/');
    const QString word = slash < 0 ? all : all.left(slash);
    cadence.arg = slash < 0 ? QString() : all.mid(slash + 1);
    const auto kind = fromWord<CadenceKind>(word);
    if (!kind) {
        reader.unknownWord(node, word, {u"update/A"_s, u"checkin"_s, u"drill/D"_s, u"process.review"_s});
        return;
    }
    cadence.item = *kind;
    if ((argumentOf(*kind) == ArgumentKind::None) != cadence.arg.isEmpty())
        reader.fault(node, u"missing-argument"_s, Text::tr("\"%1\" is not complete.").arg(all),
                     Text::tr("Write update/AUDIENCE, checkin, drill/ID or process.review."));
    else if (*kind == CadenceKind::Update)
        reader.refer(RefKind::Audience, cadence.arg, node);
}

void readRungs(MapReader &rule, LadderRule &ladder)
{
    Reader &reader = rule.reader();
    const YamlNode *shortForm = rule.take(u"do"_s);
    const YamlNode *rungs = rule.take(u"rungs"_s);
    if (bool(shortForm) == bool(rungs)) {
        reader.fault(rule.node(), u"not-one"_s, Text::tr("A ladder has either \"do\" or \"rungs\"."),
                     Text::tr("Write one of them."));
        return;
    }
    if (shortForm) {
        ladder.rungs.append({Duration::seconds(0), readEffects(reader, *shortForm)});
        return;
    }
    if (!reader.expectList(*rungs))
        return;
    for (const YamlNode &node : rungs->items) {
        MapReader map(reader, node);
        if (!map.valid())
            continue;
        Rung rung;
        if (const YamlNode *at = map.need(u"at"_s))
            rung.at = reader.duration(*at);
        if (const YamlNode *effects = map.need(u"do"_s))
            rung.effects = readEffects(reader, *effects);
        map.finish();
        if (!ladder.rungs.isEmpty() && ladder.rungs.last().at.kind == rung.at.kind
            && ladder.rungs.last().at.amount >= rung.at.amount)
            reader.fault(node, u"turned-round"_s, Text::tr("This rung is not later than the one before it."),
                         Text::tr("Put the rungs in the order of their times."));
        ladder.rungs.append(rung);
    }
    if (rungs->items.empty())
        reader.fault(*rungs, u"empty-value"_s, Text::tr("The ladder has no rungs."), Text::tr("Name at least one."));
}

} // namespace

void readDeadline(MapReader &rule, Process &process)
{
    Reader &reader = rule.reader();
    DeadlineRule deadline;
    deadline.rule = readEnvelope(rule, RuleKind::Deadline);
    deadline.done = neededMoment(rule, u"done"_s);
    deadline.after = neededMoment(rule, u"after"_s);
    if (const YamlNode *within = rule.need(u"within"_s))
        deadline.within = reader.perSeverity(*within);
    deadline.hours = rule.word(u"hours"_s, Hours::Always);
    if (const YamlNode *node = rule.take(u"sooner"_s)) {
        MapReader map(reader, *node);
        DeadlineRule::Sooner sooner;
        if (const YamlNode *when = map.need(u"when"_s))
            sooner.when = reader.cond(*when);
        if (const YamlNode *within = map.need(u"within"_s))
            sooner.within = reader.window(*within);
        map.finish();
        deadline.sooner = sooner;
    }
    deadline.owner = rule.ids(u"owner"_s, RefKind::Who);
    if (const YamlNode *late = rule.take(u"late"_s))
        deadline.late = readEffects(reader, *late);
    process.deadlines.append(deadline);
}

void readCadence(MapReader &rule, Process &process)
{
    Reader &reader = rule.reader();
    CadenceRule cadence;
    cadence.rule = readEnvelope(rule, RuleKind::Cadence);
    if (const YamlNode *item = rule.need(u"item"_s))
        readItem(reader, *item, cadence);
    if (const YamlNode *every = rule.need(u"every"_s))
        cadence.every = reader.perSeverity(*every);
    if (const YamlNode *first = rule.take(u"first"_s))
        cadence.first = reader.perSeverity(*first);
    cadence.from = optionalMoment(rule, u"from"_s);
    cadence.until = optionalMoment(rule, u"until"_s);
    cadence.setBy = rule.ids(u"set_by"_s, RefKind::Who);
    cadence.owner = rule.ids(u"owner"_s, RefKind::Who);
    if (cadence.rule.scope == Scope::Incident && !cadence.from)
        reader.fault(rule.node(), u"missing-key"_s, Text::tr("The key \"from\" is missing."),
                     Text::tr("Name the moment the clock starts, such as from: declared."));
    process.cadences.append(cadence);
}

void readLadder(MapReader &rule, Process &process)
{
    LadderRule ladder;
    ladder.rule = readEnvelope(rule, RuleKind::Ladder);
    ladder.from = neededMoment(rule, u"from"_s);
    ladder.until = optionalMoment(rule, u"until"_s);
    ladder.hours = rule.word(u"hours"_s, Hours::Always);
    ladder.urgency = rule.word(u"urgency"_s, Urgency::High);
    readRungs(rule, ladder);
    process.ladders.append(ladder);
}

} // namespace fireline::process
