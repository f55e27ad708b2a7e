// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader.h"

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

enum class ValueKind { Text, Number, Boolean };

ValueKind valueKind(Fact fact)
{
    switch (fact) {
    case Fact::ImpactEnded:
    case Fact::ImpactSpreading:
    case Fact::RoleNight:
    case Fact::HypothesisVerified:
    case Fact::MitigationTemporary:
    case Fact::ChangeStaged:
    case Fact::EntryHandsOn: return ValueKind::Boolean;
    case Fact::PeopleActive:
    case Fact::AlertsFiring:
    case Fact::AlertsReceived:
    case Fact::ReportsCustomer:
    case Fact::IncidentHours:
    case Fact::RoleHours:
    case Fact::ActionItemsTagged:
    case Fact::ActionItemsUnlinked:
    case Fact::ActionItemsOpen: return ValueKind::Number;
    default: return ValueKind::Text;
    }
}

/// The only values a fact can have, where they are closed.
QStringList closedValues(Fact fact)
{
    switch (fact) {
    case Fact::Calendar: return {u"open"_s, u"closed"_s, u"freeze"_s};
    case Fact::MitigationResult: return {u"restored"_s, u"partial"_s, u"none"_s};
    case Fact::ReviewState: return {u"none"_s, u"drafted"_s, u"scheduled"_s, u"held"_s, u"closed"_s};
    default: return {};
    }
}

std::optional<RefKind> referenceOf(Fact fact)
{
    switch (fact) {
    case Fact::Severity: return RefKind::Severity;
    case Fact::Phase: return RefKind::Phase;
    case Fact::Flag: return RefKind::Flag;
    case Fact::Audience: return RefKind::Audience;
    case Fact::ActorRole:
    case Fact::RoleFilled: return RefKind::Who;
    case Fact::ListDone: return RefKind::List;
    case Fact::FormDone: return RefKind::Form;
    default: return std::nullopt;
    }
}

std::optional<RefKind> referenceOf(ArgumentKind kind)
{
    switch (kind) {
    case ArgumentKind::Phase: return RefKind::Phase;
    case ArgumentKind::Flag: return RefKind::Flag;
    case ArgumentKind::Role: return RefKind::Role;
    case ArgumentKind::Audience: return RefKind::Audience;
    case ArgumentKind::List: return RefKind::List;
    case ArgumentKind::Form: return RefKind::Form;
    case ArgumentKind::Review: return RefKind::Review;
    case ArgumentKind::Pattern: return RefKind::Pattern;
    case ArgumentKind::Field: return RefKind::FieldOrAuto;
    case ArgumentKind::System: return RefKind::System;
    case ArgumentKind::Drill:
    case ArgumentKind::Tag:
    case ArgumentKind::None: return std::nullopt;
    }
    return std::nullopt;
}

struct Parts
{
    QString word;
    QString arg;
};

Parts split(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    return slash < 0 ? Parts{text, {}} : Parts{text.left(slash), text.mid(slash + 1)};
}

} // namespace

void Reader::argument(ArgumentKind kind, const YamlNode &at, const QString &word, const QString &arg)
{
    if (kind == ArgumentKind::None) {
        if (!arg.isEmpty())
            fault(at, u"unexpected-argument"_s, tr("\"%1\" takes nothing after \"/\".").arg(word),
                  tr("Write \"%1\" alone.").arg(word));
        return;
    }
    if (arg.isEmpty()) {
        fault(at, u"missing-argument"_s, tr("\"%1\" needs an id after \"/\".").arg(word), tr("Write \"%1/ID\".").arg(word));
        return;
    }
    if (kind == ArgumentKind::System) {
        const qsizetype dot = arg.indexOf(u'.');
        if (dot < 1 || dot == arg.size() - 1)
            fault(at, u"bad-id"_s, tr("\"%1\" does not name a system and a thing.").arg(arg),
                  tr("Write it as \"system/slack.channel\"."));
        else
            refer(RefKind::System, arg.left(dot), at);
        return;
    }
    YamlNode part = at;
    part.text = arg;
    const QString checked = id(part);
    if (const auto reference = referenceOf(kind))
        refer(*reference, checked, at);
}

Moment Reader::moment(const YamlNode &node)
{
    const auto [word, arg] = split(text(node));
    const auto kind = fromWord<MomentKind>(word);
    if (!kind) {
        if (!word.isEmpty())
            fault(node, u"unknown-moment"_s, tr("\"%1\" is not a known moment.").arg(word),
                  suggestion(word, allWords<MomentKind>()));
        return {};
    }
    argument(argumentOf(*kind), node, word, arg);
    return {*kind, arg};
}

Target Reader::target(const YamlNode &node)
{
    const auto [word, arg] = split(text(node));
    const auto kind = fromWord<RecordKind>(word);
    if (!kind) {
        if (!word.isEmpty())
            fault(node, u"unknown-record"_s, tr("\"%1\" is not a known record.").arg(word),
                  suggestion(word, allWords<RecordKind>()));
        return {};
    }
    argument(argumentOf(*kind), node, word, arg);
    return {*kind, arg};
}

FactRef Reader::factRef(const YamlNode &node)
{
    const auto [word, arg] = split(text(node));
    const auto fact = fromWord<Fact>(word);
    if (!fact) {
        if (!word.isEmpty())
            fault(node, u"unknown-fact"_s, tr("\"%1\" is not a known fact.").arg(word), suggestion(word, allWords<Fact>()));
        return {};
    }
    argument(argumentOf(*fact), node, word, arg);
    return {*fact, arg};
}

void Reader::factValue(const FactTest &test, const QString &value, const YamlNode &at)
{
    const Fact fact = test.fact.fact;
    const QStringList closed = closedValues(fact);
    bool number = false;
    value.toDouble(&number);
    if (valueKind(fact) == ValueKind::Boolean && value != u"true" && value != u"false")
        fault(at, u"not-a-boolean"_s, tr("\"%1\" is true or false, not \"%2\".").arg(test.fact.toText(), value),
              tr("Write true or false."));
    else if (valueKind(fact) == ValueKind::Number && !number)
        fault(at, u"not-a-number"_s, tr("\"%1\" is a number, not \"%2\".").arg(test.fact.toText(), value),
              tr("Write a number or {min: N}."));
    else if (!closed.isEmpty() && !closed.contains(value))
        unknownWord(at, value, closed);
    else if (fact == Fact::Field)
        refer(RefKind::FieldValue, test.fact.arg, at, value);
    else if (const auto reference = referenceOf(fact))
        refer(*reference, value, at);
}

void Reader::factRange(const YamlNode &value, FactTest &test)
{
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        const QString word = value.keys[i].text;
        bool ok = false;
        const double bound = text(value.items[i]).toDouble(&ok);
        if (word != u"min" && word != u"max")
            fault(value.keys[i], u"unknown-key"_s, tr("The key \"%1\" is not known here.").arg(word),
                  tr("Known here: min, max."));
        else if (!ok || !qIsFinite(bound))
            fault(value.items[i], u"not-a-number"_s, tr("This is not a number."), tr("Correct it."));
        else
            (word == u"min" ? test.min : test.max) = bound;
    }
    const bool countable = valueKind(test.fact.fact) == ValueKind::Number || test.fact.fact == Fact::Field
                           || test.fact.fact == Fact::System;
    if (!countable)
        fault(value, u"not-a-number"_s, tr("\"%1\" is not a number.").arg(test.fact.toText()),
              tr("Give a value or a list of values."));
    if (!test.isRange())
        fault(value, u"empty-value"_s, tr("No bound is given."), tr("Write {min: N}, {max: N} or both."));
}

FactTest Reader::factTest(const YamlNode &key, const YamlNode &value)
{
    FactTest test;
    const qsizetype before = m_findings.size();
    test.fact = factRef(key);
    // What a fact that is not understood is compared with cannot be judged.
    if (m_findings.size() != before)
        return test;
    if (value.isMap()) {
        factRange(value, test);
        return test;
    }
    const auto add = [&](const YamlNode &one) {
        const QString word = text(one);
        if (!word.isEmpty())
            factValue(test, word, one);
        test.values.append(word);
    };
    if (value.isList()) {
        for (const YamlNode &one : value.items)
            add(one);
        if (value.items.empty())
            fault(value, u"empty-value"_s, tr("The list is empty: this would never hold."), tr("Name at least one value."));
    } else {
        add(value);
    }
    return test;
}

Cond Reader::cond(const YamlNode &node, int depth)
{
    Cond result;
    if (!expectMap(node))
        return result;
    if (node.items.empty() || depth > 8)
        fault(node, u"empty-value"_s, depth > 8 ? tr("Conditions are nested too deep.") : tr("The condition is empty."),
              tr("Name a fact or remove it."));
    for (std::size_t i = 0; i < node.items.size() && depth <= 8; ++i) {
        const YamlNode &key = node.keys[i];
        const YamlNode &value = node.items[i];
        if (!key.isScalar())
            continue;
        if (key.text == u"any" || key.text == u"none") {
            if (!expectList(value))
                continue;
            for (const YamlNode &one : value.items)
                (key.text == u"any" ? result.any : result.none).append(cond(one, depth + 1));
        } else {
            result.tests.append(factTest(key, value));
        }
    }
    return result;
}

} // namespace fireline::process
