// SPDX-License-Identifier: GPL-3.0-or-later
#include "arbiter/authoritytable.h"

#include "core/canonicaljson.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

// Facts that follow from the order of events alone; the clock, the calendar and forms are the consoles' matter.
bool isKnownToServer(Fact fact)
{
    switch (fact) {
    case Fact::Severity:
    case Fact::Phase:
    case Fact::Flag:
    case Fact::Audience:
    case Fact::ActorRole:
    case Fact::RoleFilled:
    case Fact::ChangeKind:
    case Fact::ChangeRisk:
    case Fact::ChangeStaged: return true;
    default: return false;
    }
}

bool isKnownToServer(const Cond &cond)
{
    const auto known = [](const Cond &c) { return isKnownToServer(c); };
    return std::all_of(cond.tests.begin(), cond.tests.end(),
                       [](const FactTest &test) { return isKnownToServer(test.fact.fact) && !test.isRange(); })
           && std::all_of(cond.any.begin(), cond.any.end(), known) && std::all_of(cond.none.begin(), cond.none.end(), known);
}

QJsonArray array(const QStringList &words)
{
    return QJsonArray::fromStringList(words);
}

QJsonObject toJson(const Cond &cond)
{
    QJsonArray tests;
    for (const FactTest &test : cond.tests)
        tests.append(QJsonObject{{u"fact"_s, wordOf(test.fact.fact)}, {u"values"_s, array(test.values)}});
    QJsonArray any;
    for (const Cond &inner : cond.any)
        any.append(toJson(inner));
    QJsonArray none;
    for (const Cond &inner : cond.none)
        none.append(toJson(inner));
    return {{u"tests"_s, tests}, {u"any"_s, any}, {u"none"_s, none}};
}

QStringList wordsOf(const QList<Act> &acts)
{
    QStringList words;
    for (const Act act : acts) {
        if (act != Act::EntryPost)
            words.append(wordOf(act));
    }
    return words;
}

bool isJudged(const AuthorityRule &rule)
{
    return isKnownToServer(rule.rule.when) && !rule.who.contains(u"owner"_s) && !wordsOf(rule.acts).isEmpty();
}

bool isReplacedUnseen(const AuthorityRule &rule, const Process &process)
{
    return std::any_of(process.authorities.begin(), process.authorities.end(), [&](const AuthorityRule &other) {
        return other.rule.replaces.contains(rule.rule.id) && !isJudged(other);
    });
}

QJsonArray rules(const Process &process)
{
    QJsonArray all;
    for (const AuthorityRule &rule : process.authorities) {
        const bool matters = rule.rule.effect == RuleEffect::Refuse || !rule.rule.replaces.isEmpty();
        if (!matters || !isJudged(rule) || isReplacedUnseen(rule, process))
            continue;
        all.append(QJsonObject{{u"id"_s, rule.rule.id},
                               {u"acts"_s, array(wordsOf(rule.acts))},
                               {u"mode"_s, wordOf(rule.mode)},
                               {u"effect"_s, wordOf(rule.rule.effect)},
                               {u"who"_s, array(rule.who)},
                               {u"replaces"_s, array(rule.rule.replaces)},
                               {u"anyOf"_s, rule.count == Count::Any},
                               {u"byRequest"_s, rule.byRequest},
                               {u"when"_s, toJson(rule.rule.when)}});
    }
    return all;
}

QStringList strings(const QJsonValue &value)
{
    QStringList words;
    const QJsonArray all = value.toArray();
    for (const QJsonValue &one : all)
        words.append(one.toString());
    return words;
}

AuthorityCond condition(const QJsonObject &object)
{
    AuthorityCond cond;
    for (const QJsonValue &value : object.value(u"tests").toArray())
        cond.tests.append({value.toObject().value(u"fact").toString(), strings(value.toObject().value(u"values"))});
    for (const QJsonValue &value : object.value(u"any").toArray())
        cond.any.append(condition(value.toObject()));
    for (const QJsonValue &value : object.value(u"none").toArray())
        cond.none.append(condition(value.toObject()));
    return cond;
}

AuthorityLine ruleOf(const QJsonObject &object)
{
    return {object.value(u"id").toString(),     strings(object.value(u"acts")),      object.value(u"mode").toString(),
            object.value(u"effect").toString(), strings(object.value(u"who")),       strings(object.value(u"replaces")),
            object.value(u"anyOf").toBool(),    object.value(u"byRequest").toBool(), condition(object.value(u"when").toObject())};
}

} // namespace

QByteArray authorityTable(const Process &process)
{
    QStringList single;
    for (const RoleDef &role : process.roles) {
        if (role.single)
            single.append(role.id);
    }
    QJsonArray contacts;
    for (const ContactDef &contact : process.contacts)
        contacts.append(QJsonObject{{u"id"_s, contact.id}, {u"name"_s, contact.name}});
    QJsonArray overrides;
    for (const Envelope *rule : process.rules()) {
        if (rule->passedBy)
            overrides.append(QJsonObject{{u"rule"_s, rule->id}, {u"by"_s, array(rule->passedBy->by)}});
    }
    const auto bytes = toCanonicalJson({{u"format"_s, 1},
                                        {u"process"_s, process.sha256},
                                        {u"commander"_s, process.commander() ? process.commander()->id : QString()},
                                        {u"firstPhase"_s, process.firstPhase() ? process.firstPhase()->id : QString()},
                                        {u"singleRoles"_s, array(single)},
                                        {u"contacts"_s, contacts},
                                        {u"rules"_s, rules(process)},
                                        {u"overrides"_s, overrides}});
    return bytes ? bytes.value() : QByteArray();
}

std::optional<AuthorityTable> readAuthorityTable(const QByteArray &bytes)
{
    const auto object = fromCanonicalJson(bytes);
    if (!object || object.value().value(u"format").toInt() != 1)
        return std::nullopt;
    const QJsonObject &body = object.value();
    for (const QString &key : {u"rules"_s, u"contacts"_s, u"singleRoles"_s, u"overrides"_s}) {
        if (!body.value(key).isArray())
            return std::nullopt;
    }
    AuthorityTable table;
    table.process = body.value(u"process").toString();
    table.commander = body.value(u"commander").toString();
    table.firstPhase = body.value(u"firstPhase").toString();
    table.singleRoles = strings(body.value(u"singleRoles"));
    for (const QJsonValue &value : body.value(u"contacts").toArray())
        table.contacts.append({value.toObject().value(u"id").toString(), value.toObject().value(u"name").toString()});
    for (const QJsonValue &value : body.value(u"rules").toArray())
        table.rules.append(ruleOf(value.toObject()));
    for (const QJsonValue &value : body.value(u"overrides").toArray())
        table.overrides.append({value.toObject().value(u"rule").toString(), strings(value.toObject().value(u"by"))});
    return table;
}

} // namespace fireline::domain
