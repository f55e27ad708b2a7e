// SPDX-License-Identifier: GPL-3.0-or-later
#include "readparts.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessReader)
};

/// The keys that each connector takes.
const QMap<QString, QStringList> &systemKeys()
{
    static const QMap<QString, QStringList> keys = {
        {u"alertmanager"_s, {u"receiver"_s}},
        {u"datadog"_s, {u"dashboards"_s}},
        {u"email"_s, {u"lists"_s}},
        {u"freshdesk"_s, {u"form"_s, u"canned"_s, u"status"_s}},
        {u"grafana"_s, {u"dashboards"_s}},
        {u"jira"_s, {u"type"_s, u"form"_s, u"project"_s}},
        {u"pagerduty"_s, {u"priority"_s, u"service_default"_s, u"adopt_existing"_s, u"schedule"_s}},
        {u"phone"_s, {}},
        {u"prometheus"_s, {u"dashboards"_s}},
        {u"slack"_s, {u"channel"_s, u"visibility"_s, u"private_when"_s, u"threads"_s, u"archive"_s, u"log_all"_s}},
        {u"statuspage"_s, {u"pages"_s, u"components"_s}},
        {u"zoom"_s, {u"record"_s}},
    };
    return keys;
}

QJsonValue toJson(Reader &reader, const YamlNode &node)
{
    if (node.isList()) {
        QJsonArray array;
        for (const YamlNode &item : node.items)
            array.append(toJson(reader, item));
        return array;
    }
    if (node.isMap()) {
        QJsonObject object;
        for (std::size_t i = 0; i < node.items.size(); ++i)
            object.insert(node.keys[i].text, toJson(reader, node.items[i]));
        return object;
    }
    if (!node.quoted && (node.text == u"true" || node.text == u"false"))
        return node.text == u"true";
    return reader.text(node);
}

void readSlack(Reader &reader, const QString &key, const YamlNode &value)
{
    static const QMap<QString, QStringList> closed = {{u"visibility"_s, {u"public"_s, u"private"_s}},
                                                      {u"threads"_s, {u"allow"_s, u"forbid"_s}},
                                                      {u"archive"_s, {u"resolve"_s, u"close"_s, u"never"_s}}};
    if (key == u"channel")
        reader.checkTemplate(value, reader.text(value));
    else if (key == u"private_when")
        (void)reader.cond(value);
    else if (closed.contains(key) && !closed.value(key).contains(value.text))
        reader.unknownWord(value, value.text, closed.value(key));
}

void readSystem(Reader &reader, const QString &system, const YamlNode &node, QJsonObject &object)
{
    MapReader map(reader, node);
    const QStringList keys = systemKeys().value(system);
    for (const QString &key : keys) {
        const YamlNode *value = map.take(key);
        if (!value)
            continue;
        object.insert(key, toJson(reader, *value));
        if (system == u"slack")
            readSlack(reader, key, *value);
        else if (key == u"record")
            (void)reader.cond(*value);
        else if (key == u"form")
            (void)reader.ref(*value, RefKind::Form);
        else if (key == u"priority" && reader.expectMap(*value)) {
            for (const YamlNode &severity : value->keys)
                (void)reader.ref(severity, RefKind::Severity);
        }
    }
    map.finish();
}

} // namespace

void readSystems(MapReader &top, Process &process)
{
    const YamlNode *node = top.take(u"systems"_s);
    if (!node || !top.reader().expectMap(*node))
        return;
    for (std::size_t i = 0; i < node->items.size(); ++i) {
        const QString system = node->keys[i].text;
        if (!systemKeys().contains(system)) {
            top.reader().fault(node->keys[i], u"unknown-system"_s, Text::tr("There is no connector for \"%1\".").arg(system),
                               Reader::suggestion(system, systemKeys().keys()));
            continue;
        }
        QJsonObject object;
        readSystem(top.reader(), system, node->items[i], object);
        process.systems.insert(system, object);
    }
}

void readTexts(MapReader &top, Process &process)
{
    Reader &reader = top.reader();
    if (const YamlNode *words = top.take(u"words"_s); words && reader.expectMap(*words)) {
        for (std::size_t i = 0; i < words->items.size(); ++i)
            process.words.insert(reader.id(words->keys[i]), reader.texts(words->items[i]));
    }
    if (const YamlNode *record = top.take(u"record"_s)) {
        MapReader map(reader, *record);
        process.record.officialBy = map.ids(u"official_by"_s, RefKind::Who);
        if (const YamlNode *evidence = map.take(u"evidence"_s)) {
            process.record.evidence = reader.texts(*evidence);
            for (const YamlNode &one : evidence->items) {
                if (one.isScalar() && one.text != u"review" && !systemKeys().contains(one.text))
                    reader.unknownWord(one, one.text, systemKeys().keys() + QStringList{u"review"_s});
            }
        }
        map.finish();
    }
    if (const YamlNode *commands = top.take(u"commands"_s); commands && reader.expectMap(*commands)) {
        for (std::size_t i = 0; i < commands->items.size(); ++i)
            process.commands.append({reader.word<Act>(commands->keys[i]), reader.text(commands->items[i])});
    }
    eachMap(top, u"resources"_s, [&](MapReader &map) {
        process.resources.append({map.needText(u"name"_s), map.needText(u"link"_s)});
    });
    if (const YamlNode *glossary = top.take(u"glossary"_s); glossary && reader.expectMap(*glossary)) {
        for (std::size_t i = 0; i < glossary->items.size(); ++i)
            process.glossary.append({glossary->keys[i].text, reader.text(glossary->items[i])});
    }
}

} // namespace fireline::process
