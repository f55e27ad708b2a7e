// SPDX-License-Identifier: GPL-3.0-or-later
#include "readguide.h"

#include "readparts.h"
#include "state/eventtypes.h"

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

std::optional<Act> readAct(Reader &reader, const YamlNode &node)
{
    const QString word = reader.text(node);
    const auto act = fromWord<Act>(word);
    if (!act && !word.isEmpty())
        reader.fault(node, u"unknown-act"_s, Text::tr("\"%1\" is not a known act.").arg(word),
                     Reader::suggestion(word, Reader::allWords<Act>()));
    return act;
}

QString readKind(Reader &reader, const YamlNode &node)
{
    const QString kind = reader.text(node);
    QStringList known;
    for (const QStringView word : timelineKinds())
        known.append(word.toString());
    if (!kind.isEmpty() && !known.contains(kind))
        reader.unknownWord(node, kind, known);
    return kind;
}

GuideNeed readNeed(MapReader &map)
{
    GuideNeed need;
    if (const YamlNode *sign = map.need(u"sign"_s))
        need.sign = readSign(map.reader(), *sign);
    need.text = map.needText(u"text"_s);
    return need;
}

GuideStep readGuideStep(MapReader &map, const QList<GuideStep> &before)
{
    GuideStep step;
    step.id = map.needId(u"id"_s);
    if (std::any_of(before.begin(), before.end(), [&](const GuideStep &other) { return other.id == step.id; }))
        map.reader().fault(map.node(), u"duplicate-id"_s, Text::tr("\"%1\" stands here twice.").arg(step.id),
                           Text::tr("Give each step of the guide an id of its own."));
    step.what = map.needText(u"what"_s);
    step.how = map.needText(u"how"_s);
    step.anywhere = map.boolean(u"anywhere"_s);
    step.why = map.text(u"why"_s);
    eachMap(map, u"needs"_s, [&](MapReader &need) { step.needs.append(readNeed(need)); });
    if (const YamlNode *done = map.need(u"done"_s))
        step.done = readSign(map.reader(), *done);
    return step;
}

} // namespace

Sign readSign(Reader &reader, const YamlNode &node)
{
    Sign sign;
    if (node.isScalar()) {
        sign.moment = reader.moment(node);
        return sign;
    }
    const YamlNode *tick = node.find(u"tick");
    const YamlNode *act = node.find(u"act");
    const YamlNode *entry = node.find(u"entry");
    if (!node.isMap() || node.keys.size() != 1 || (!tick && !act && !entry)) {
        reader.fault(node, u"unknown-word"_s, Text::tr("This is nothing that shows in the record."),
                     Text::tr("Write a moment such as order.given, {tick: {FACT: VALUE}}, {act: ACT} or {entry: KIND}."));
        return sign;
    }
    if (tick)
        sign.tick = reader.cond(*tick);
    else if (act)
        sign.act = readAct(reader, *act);
    else
        sign.entry = readKind(reader, *entry);
    return sign;
}

Guide readGuide(MapReader &top)
{
    Guide guide;
    const YamlNode *node = top.take(u"guide"_s);
    if (!node)
        return guide;
    MapReader map(top.reader(), *node);
    if (!map.valid())
        return guide;
    guide.next = map.text(u"next"_s);
    eachMap(map, u"steps"_s, [&](MapReader &step) { guide.steps.append(readGuideStep(step, guide.steps)); });
    if (guide.steps.isEmpty())
        map.reader().fault(*node, u"empty-value"_s, Text::tr("The guide has no steps."),
                           Text::tr("Name at least one, or remove it."));
    map.finish();
    return guide;
}

} // namespace fireline::drill
