// SPDX-License-Identifier: GPL-3.0-or-later
#include "injects.h"

#include "mapreader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::process;

namespace fireline::drill {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioReader)
};

const QList<QPair<QString, Inject::Kind>> &kinds()
{
    static const QList<QPair<QString, Inject::Kind>> words = {
        {u"alert"_s, Inject::Kind::Alert},     {u"alert_clear"_s, Inject::Kind::AlertClear},
        {u"report"_s, Inject::Kind::Report},   {u"metric"_s, Inject::Kind::Metric},
        {u"finding"_s, Inject::Kind::Finding}, {u"executive"_s, Inject::Kind::Executive},
        {u"silent"_s, Inject::Kind::Silent},   {u"network"_s, Inject::Kind::Network},
        {u"system"_s, Inject::Kind::System},
    };
    return words;
}

void readAlert(Reader &reader, const YamlNode &node, Inject &inject)
{
    MapReader map(reader, node);
    inject.name = map.needText(u"name"_s);
    for (std::size_t i = 0; map.valid() && i < node.items.size(); ++i) {
        const QString label = reader.id(node.keys[i]);
        if (label != "name"_L1 && !label.isEmpty())
            inject.fields.insert(label, reader.text(node.items[i]));
    }
}

void readReport(MapReader &map, Inject &inject)
{
    inject.text = map.needText(u"text"_s);
    for (const QString &key : {u"symptom"_s, u"region"_s, u"kind"_s, u"workspace_type"_s, u"reporter"_s, u"ticket"_s}) {
        if (const QString value = map.text(key); !value.isEmpty())
            inject.fields.insert(key, value);
    }
    map.finish();
}

void readSilence(MapReader &map, Inject &inject, const QStringList &people)
{
    Reader &reader = map.reader();
    inject.name = map.needText(u"who"_s);
    if (!inject.name.isEmpty() && !people.contains(inject.name))
        reader.fault(map.node(), u"unknown-person"_s, Text::tr("\"%1\" is not among the people.").arg(inject.name),
                     Reader::suggestion(inject.name, people));
    if (const YamlNode *length = map.need(u"for"_s))
        inject.length = reader.span(*length);
    map.finish();
}

void readSystem(MapReader &map, Inject &inject)
{
    inject.name = map.needText(u"thing"_s);
    inject.text = map.needText(u"outcome"_s);
    const qsizetype dot = inject.name.indexOf(u'.');
    if (dot < 1 || dot == inject.name.size() - 1)
        map.reader().fault(map.node(), u"bad-id"_s, Text::tr("\"%1\" does not name a system and a thing.").arg(inject.name),
                           Text::tr("Write it as slack.channel."));
    else
        map.reader().refer(RefKind::System, inject.name.left(dot), map.node());
    map.finish();
}

void readNetwork(Reader &reader, const YamlNode &node, Inject &inject)
{
    const QString word = reader.text(node);
    inject.cut = word == "cut"_L1;
    if (!inject.cut && word != "back"_L1)
        reader.unknownWord(node, word, {u"cut"_s, u"back"_s});
}

} // namespace

Inject readInject(Reader &reader, const YamlNode &node, const QStringList &people)
{
    Inject inject;
    if (!reader.expectMap(node))
        return inject;
    if (node.items.size() != 1) {
        reader.fault(node, u"not-one"_s, Text::tr("A step injects exactly one thing."), Text::tr("Make it several steps."));
        return inject;
    }
    const QString word = node.keys[0].text;
    const YamlNode &value = node.items[0];
    const auto known = std::find_if(kinds().begin(), kinds().end(), [&](const auto &kind) { return kind.first == word; });
    if (known == kinds().end()) {
        QStringList words;
        for (const auto &kind : kinds())
            words.append(kind.first);
        reader.unknownWord(node.keys[0], word, words);
        return inject;
    }
    inject.kind = known->second;
    const auto inMap = [&](auto read) {
        MapReader map(reader, value);
        if (map.valid())
            read(map);
    };
    switch (inject.kind) {
    case Inject::Kind::Alert: readAlert(reader, value, inject); break;
    case Inject::Kind::AlertClear: inject.name = reader.text(value); break;
    case Inject::Kind::Report: inMap([&](MapReader &map) { readReport(map, inject); }); break;
    case Inject::Kind::Metric:
    case Inject::Kind::Finding: inject.text = reader.text(value); break;
    case Inject::Kind::Executive:
        inMap([&](MapReader &map) {
            inject.name = map.needText(u"name"_s);
            inject.text = map.needText(u"text"_s);
            map.finish();
        });
        break;
    case Inject::Kind::Silent: inMap([&](MapReader &map) { readSilence(map, inject, people); }); break;
    case Inject::Kind::Network: readNetwork(reader, value, inject); break;
    case Inject::Kind::System: inMap([&](MapReader &map) { readSystem(map, inject); }); break;
    }
    return inject;
}

namespace {

std::optional<Command> clearing(const Inject &inject, const IncidentState &state)
{
    const auto fits = [&](const Alert &alert) {
        return alert.name.compare(inject.name, Qt::CaseInsensitive) == 0 && alert.state != Alert::State::Cleared;
    };
    const auto latest = std::find_if(state.alerts.crbegin(), state.alerts.crend(), fits);
    if (latest == state.alerts.crend())
        return std::nullopt;
    return Command{Verb::ClearAlert, {}, {}, {{u"ref"_s, latest->id}}};
}

} // namespace

std::optional<Command> commandOf(const Inject &inject, const IncidentState &state, const QString &by)
{
    const auto said = [](Verb verb, const QString &who, const QString &text) {
        return Command{verb, {}, who, {{u"text"_s, text}}};
    };
    switch (inject.kind) {
    case Inject::Kind::Alert:
        return Command{Verb::Alert, {}, {}, {{u"text"_s, inject.name}, {u"fields"_s, inject.fields}, {u"source"_s, u"drill"_s}}};
    case Inject::Kind::AlertClear: return clearing(inject, state);
    case Inject::Kind::Report: return Command{Verb::Report, {}, {}, {{u"text"_s, inject.text}, {u"fields"_s, inject.fields}}};
    case Inject::Kind::Metric: return said(Verb::Note, {}, inject.text);
    case Inject::Kind::Finding: return said(Verb::Finding, by, inject.text);
    case Inject::Kind::Executive: return said(Verb::Note, inject.name, inject.text);
    case Inject::Kind::System: return Command{Verb::System, {}, {}, {{u"id"_s, inject.name}, {u"outcome"_s, inject.text}}};
    case Inject::Kind::Silent:
    case Inject::Kind::Network: return std::nullopt;
    }
    return std::nullopt;
}

bool comesByNetwork(const Inject &inject)
{
    switch (inject.kind) {
    case Inject::Kind::Alert:
    case Inject::Kind::AlertClear:
    case Inject::Kind::Report:
    case Inject::Kind::Metric:
    case Inject::Kind::System: return true;
    default: return false;
    }
}

QString describe(const Inject &inject)
{
    switch (inject.kind) {
    case Inject::Kind::Alert: return Text::tr("Alert: %1").arg(inject.name);
    case Inject::Kind::AlertClear: return Text::tr("Alert cleared: %1").arg(inject.name);
    case Inject::Kind::Report: return Text::tr("Customer report: %1").arg(inject.text);
    case Inject::Kind::Metric:
    case Inject::Kind::Finding: return inject.text;
    case Inject::Kind::Executive: return Text::tr("%1 joins: %2").arg(inject.name, inject.text);
    case Inject::Kind::Silent: return Text::tr("%1 does not answer for %2.").arg(inject.name, toShortText(inject.length));
    case Inject::Kind::Network: return inject.cut ? Text::tr("The network is cut.") : Text::tr("The network is back.");
    case Inject::Kind::System: return Text::tr("System: %1 is %2").arg(inject.name, inject.text);
    }
    return {};
}

} // namespace fireline::drill
