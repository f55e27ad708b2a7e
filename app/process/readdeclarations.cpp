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

/// The systems that have a connector, and the ways without one.
const QStringList &ways()
{
    static const QStringList words = {u"alertmanager"_s, u"datadog"_s, u"email"_s,      u"freshdesk"_s,
                                      u"grafana"_s,      u"jira"_s,    u"pagerduty"_s,  u"phone"_s,
                                      u"prometheus"_s,   u"slack"_s,   u"statuspage"_s, u"zoom"_s};
    return words;
}

QString readWay(MapReader &map)
{
    const YamlNode *via = map.take(u"via"_s);
    if (!via)
        return {};
    const QString word = map.reader().text(*via);
    if (!word.isEmpty() && !ways().contains(word))
        map.reader().unknownWord(*via, word, ways());
    return word;
}

SeverityDef readSeverity(MapReader &map)
{
    SeverityDef def;
    def.line = map.node().line;
    def.id = map.needId(u"id"_s);
    if (const YamlNode *rank = map.need(u"rank"_s))
        def.rank = map.reader().integer(*rank, 1, 5);
    def.name = map.needText(u"name"_s);
    def.definition = map.texts(u"definition"_s);
    def.examples = map.texts(u"examples"_s);
    def.expect = map.texts(u"expect"_s);
    def.hours = map.word(u"hours"_s, Hours::Always);
    return def;
}

RoleDef readRole(MapReader &map)
{
    RoleDef def;
    def.line = map.node().line;
    def.id = map.needId(u"id"_s);
    def.name = map.needText(u"name"_s);
    def.aliases = map.texts(u"aliases"_s);
    def.commands = map.boolean(u"commands"_s);
    def.single = map.boolean(u"single"_s, true);
    def.required = map.ids(u"required"_s, RefKind::Severity);
    def.recommended = map.boolean(u"recommended"_s);
    def.duties = map.texts(u"duties"_s);
    def.avoid = map.texts(u"avoid"_s);
    return def;
}

ContactDef readContact(MapReader &map)
{
    ContactDef def;
    def.line = map.node().line;
    def.id = map.needId(u"id"_s);
    def.name = map.needText(u"name"_s);
    def.kind = map.word(u"kind"_s, ContactKind::Person);
    def.via = readWay(map);
    def.level = map.integer(u"level"_s, 1, 20);
    def.phone = map.text(u"phone"_s);
    def.mail = map.text(u"mail"_s);
    def.handle = map.text(u"handle"_s);
    return def;
}

AudienceDef readAudience(MapReader &map)
{
    AudienceDef def;
    def.line = map.node().line;
    def.id = map.needId(u"id"_s);
    def.name = map.needText(u"name"_s);
    def.outside = map.boolean(u"outside"_s);
    def.via = readWay(map);
    def.states = map.texts(u"states"_s);
    return def;
}

PhaseDef readPhase(MapReader &map)
{
    PhaseDef def;
    def.line = map.node().line;
    def.id = map.needId(u"id"_s);
    def.name = map.needText(u"name"_s);
    def.next = map.ids(u"next"_s, RefKind::Phase);
    def.steps = map.texts(u"steps"_s);
    def.when = map.cond(u"when"_s);
    def.ends = map.boolean(u"ends"_s);
    return def;
}

FieldDef readField(MapReader &map)
{
    FieldDef def;
    def.line = map.node().line;
    def.id = map.needId(u"id"_s);
    def.name = map.needText(u"name"_s);
    const YamlNode *type = map.need(u"type"_s);
    if (type)
        def.type = map.reader().word<FieldType>(*type);
    def.values = map.texts(u"values"_s);
    def.min = map.integer(u"min"_s, 1, 100);
    if (const YamlNode *fill = map.take(u"fill"_s)) {
        def.fill = map.reader().moment(*fill);
        if (def.type != FieldType::Time)
            map.reader().fault(*fill, u"wrong-type"_s, Text::tr("Only a field of type time can be filled from a moment."),
                               Text::tr("Write type: time."));
    }
    if (type && (def.type == FieldType::Choice) == def.values.isEmpty())
        map.reader().fault(*type, u"wrong-type"_s, Text::tr("A choice has values, and only a choice has them."),
                           Text::tr("Give both or neither."));
    if (type && def.min > 0 && def.type != FieldType::List)
        map.reader().fault(*type, u"wrong-type"_s, Text::tr("Only a list has a least number of entries."),
                           Text::tr("Write type: list or remove \"min\"."));
    return def;
}

PatternDef readPattern(MapReader &map)
{
    PatternDef def;
    def.line = map.node().line;
    def.id = map.needId(u"id"_s);
    static const QStringList sources = {u"report"_s, u"alert"_s};
    static const QStringList attributes = {u"symptom"_s, u"region"_s, u"workspace_type"_s, u"reporter"_s,
                                           u"ticket"_s,  u"kind"_s,   u"name"_s,           u"service"_s,
                                           u"type"_s,    u"tag"_s,    u"fingerprint"_s};
    if (const YamlNode *of = map.need(u"of"_s)) {
        def.of = map.reader().text(*of);
        if (!sources.contains(def.of))
            map.reader().unknownWord(*of, def.of, sources);
    }
    const auto attributeList = [&](const QString &key) {
        const YamlNode *list = map.take(key);
        if (!list)
            return QStringList();
        for (const YamlNode &word : list->items) {
            if (word.isScalar() && !attributes.contains(word.text))
                map.reader().unknownWord(word, word.text, attributes);
        }
        return map.reader().texts(*list);
    };
    def.same = attributeList(u"same"_s);
    if (const YamlNode *count = map.need(u"count"_s))
        def.count = map.reader().integer(*count, 2, 1000);
    if (const YamlNode *within = map.need(u"within"_s))
        def.within = map.reader().span(*within);
    def.distinct = attributeList(u"distinct"_s);
    def.distinctCount = map.integer(u"distinct_count"_s, 2, 1000);
    return def;
}

} // namespace

void readPeople(MapReader &top, Process &process)
{
    eachMap(top, u"severities"_s, [&](MapReader &map) { process.severities.append(readSeverity(map)); });
    eachMap(top, u"roles"_s, [&](MapReader &map) { process.roles.append(readRole(map)); });
    eachMap(top, u"contacts"_s, [&](MapReader &map) { process.contacts.append(readContact(map)); });
    eachMap(top, u"audiences"_s, [&](MapReader &map) { process.audiences.append(readAudience(map)); });
}

void readWork(MapReader &top, Process &process)
{
    eachMap(top, u"flags"_s, [&](MapReader &map) {
        process.flags.append({map.needId(u"id"_s), map.needText(u"name"_s), map.node().line});
    });
    eachMap(top, u"phases"_s, [&](MapReader &map) { process.phases.append(readPhase(map)); });
    eachMap(top, u"fields"_s, [&](MapReader &map) { process.fields.append(readField(map)); });
    eachMap(top, u"patterns"_s, [&](MapReader &map) { process.patterns.append(readPattern(map)); });
    eachMap(top, u"reviews"_s, [&](MapReader &map) {
        ReviewDef def;
        def.line = map.node().line;
        def.id = map.needId(u"id"_s);
        def.name = map.needText(u"name"_s);
        def.owner = map.ids(u"owner"_s, RefKind::Who);
        def.attend = map.ids(u"attend"_s, RefKind::Who);
        def.agenda = map.ref(u"agenda"_s, RefKind::List);
        process.reviews.append(def);
    });
    eachMap(top, u"metrics"_s, [&](MapReader &map) {
        MetricDef def;
        def.line = map.node().line;
        def.id = map.needId(u"id"_s);
        def.name = map.needText(u"name"_s);
        if (const YamlNode *from = map.need(u"from"_s))
            def.from = map.reader().moment(*from);
        if (const YamlNode *to = map.need(u"to"_s))
            def.to = map.reader().moment(*to);
        process.metrics.append(def);
    });
    for (const auto &[key, present] : {std::pair{u"severities"_s, !process.severities.isEmpty()},
                                       {u"roles"_s, !process.roles.isEmpty()},
                                       {u"phases"_s, !process.phases.isEmpty()}}) {
        if (!present)
            top.reader().fault(top.node(), u"missing-key"_s, Text::tr("There are no %1.").arg(key),
                               Text::tr("Declare at least one."));
    }
}

} // namespace fireline::process
