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

bool takesEffect(RuleKind kind)
{
    return kind == RuleKind::Authority || kind == RuleKind::Gate || kind == RuleKind::Lint || kind == RuleKind::Form;
}

void readOverride(MapReader &rule, Envelope &envelope)
{
    const YamlNode *node = rule.take(u"override"_s);
    if (!node)
        return;
    MapReader map(rule.reader(), *node);
    RuleOverride passed;
    if (const YamlNode *by = map.need(u"by"_s))
        passed.by = rule.reader().ids(*by, RefKind::Who);
    passed.reason = map.boolean(u"reason"_s, true);
    map.finish();
    envelope.passedBy = passed;
}

void readCreate(Reader &reader, const YamlNode &value, EffectSpec &effect)
{
    effect.text = reader.id(value);
    const qsizetype dot = effect.text.indexOf(u'.');
    if (!effect.text.isEmpty() && (dot < 1 || dot == effect.text.size() - 1))
        reader.fault(value, u"bad-id"_s, Text::tr("\"%1\" does not name a system and a thing.").arg(effect.text),
                     Text::tr("Write it as slack.channel."));
    else
        reader.refer(RefKind::System, effect.text.left(dot), value);
}

void readPropose(Reader &reader, const YamlNode &value, EffectSpec &effect)
{
    if (!reader.expectMap(value))
        return;
    if (value.items.size() != 1) {
        reader.fault(value, u"not-one"_s, Text::tr("One proposal is expected."), Text::tr("Write several effects."));
        return;
    }
    const QString word = reader.text(value.keys[0]);
    const auto kind = fromWord<ProposeKind>(word);
    if (!kind) {
        reader.unknownWord(value.keys[0], word, Reader::allWords<ProposeKind>());
        return;
    }
    effect.propose = *kind;
    static constexpr RefKind kinds[] = {RefKind::Severity, RefKind::Phase, RefKind::Role, RefKind::Role};
    effect.proposed = reader.ref(value.items[0], kinds[int(effect.propose)]);
}

EffectSpec readEffect(Reader &reader, const YamlNode &node)
{
    EffectSpec effect;
    if (!reader.expectMap(node))
        return effect;
    if (node.items.size() != 1 || !node.keys[0].isScalar()) {
        reader.fault(node, u"not-one"_s, Text::tr("One effect is expected here."),
                     Text::tr("Write one map for each: [{page: [a]}, {prompt: text}]."));
        return effect;
    }
    const YamlNode &key = node.keys[0];
    const YamlNode &value = node.items[0];
    const auto kind = fromWord<EffectKind>(key.text);
    if (!kind) {
        reader.fault(key, u"unknown-effect"_s, Text::tr("\"%1\" is not a known effect.").arg(key.text),
                     Reader::suggestion(key.text, Reader::allWords<EffectKind>()));
        return effect;
    }
    effect.kind = *kind;
    switch (*kind) {
    case EffectKind::Page:
    case EffectKind::Notify:
    case EffectKind::Restrict: effect.who = reader.ids(value, RefKind::Who); break;
    case EffectKind::Prompt: effect.text = reader.text(value); break;
    case EffectKind::Open: effect.text = reader.ref(value, RefKind::List); break;
    case EffectKind::Draft: effect.text = reader.ref(value, RefKind::Form); break;
    case EffectKind::SetFlag: effect.text = reader.ref(value, RefKind::Flag); break;
    case EffectKind::Create: readCreate(reader, value, effect); break;
    case EffectKind::Propose: readPropose(reader, value, effect); break;
    }
    return effect;
}

void readRule(MapReader &rule, Process &process)
{
    Reader &reader = rule.reader();
    const YamlNode *node = rule.need(u"kind"_s);
    if (!node)
        return;
    const QString word = reader.text(*node);
    const auto kind = fromWord<RuleKind>(word);
    if (!kind) {
        reader.fault(*node, u"unknown-kind"_s, Text::tr("\"%1\" is not a kind of rule.").arg(word),
                     Reader::suggestion(word, Reader::allWords<RuleKind>()));
        return;
    }
    switch (*kind) {
    case RuleKind::Authority: readAuthority(rule, process); break;
    case RuleKind::Gate: readGate(rule, process); break;
    case RuleKind::Deadline: readDeadline(rule, process); break;
    case RuleKind::Cadence: readCadence(rule, process); break;
    case RuleKind::Ladder: readLadder(rule, process); break;
    case RuleKind::Form: readForm(rule, process); break;
    case RuleKind::Lint: readLint(rule, process); break;
    case RuleKind::Table: readTable(rule, process); break;
    case RuleKind::List: readList(rule, process); break;
    }
    rule.finish();
}

} // namespace

QList<EffectSpec> readEffects(Reader &reader, const YamlNode &list)
{
    QList<EffectSpec> effects;
    if (!reader.expectList(list))
        return effects;
    for (const YamlNode &node : list.items)
        effects.append(readEffect(reader, node));
    if (effects.isEmpty())
        reader.fault(list, u"empty-value"_s, Text::tr("No effect is named."), Text::tr("Name at least one."));
    return effects;
}

Envelope readEnvelope(MapReader &rule, RuleKind kind)
{
    Reader &reader = rule.reader();
    Envelope envelope;
    envelope.line = rule.node().line;
    envelope.kind = kind;
    envelope.id = rule.needId(u"id"_s);
    if (const YamlNode *source = rule.take(u"source"_s); source && reader.expectList(*source)) {
        for (const YamlNode &row : source->items)
            envelope.source.append(reader.id(row));
    }
    envelope.when = rule.cond(u"when"_s);
    envelope.scope = rule.word(u"scope"_s, Scope::Incident);
    if (takesEffect(kind)) {
        envelope.effect = rule.word(u"effect"_s, RuleEffect::Refuse);
        readOverride(rule, envelope);
    }
    if (const YamlNode *say = rule.take(u"say"_s)) {
        envelope.say = reader.text(*say);
        reader.checkTemplate(*say, envelope.say);
    }
    envelope.assumed = rule.text(u"assumed"_s);
    envelope.replaces = rule.ids(u"replaces"_s, RefKind::Rule);
    return envelope;
}

void readRules(MapReader &top, Process &process)
{
    const YamlNode *list = top.take(u"rules"_s);
    if (!list || !top.reader().expectList(*list))
        return;
    for (const YamlNode &node : list->items) {
        MapReader rule(top.reader(), node);
        if (rule.valid())
            readRule(rule, process);
    }
    for (const Envelope *envelope : process.rules()) {
        if (!envelope->assumed.isEmpty())
            process.assumptions.append({envelope->id, envelope->assumed, envelope->line});
    }
}

} // namespace fireline::process
