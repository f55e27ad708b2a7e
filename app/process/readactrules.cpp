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

QList<Act> readActs(MapReader &rule, const QString &key)
{
    QList<Act> acts;
    const YamlNode *list = rule.need(key);
    if (!list || !rule.reader().expectList(*list))
        return acts;
    for (const YamlNode &node : list->items) {
        const QString word = rule.reader().text(node);
        if (const auto act = fromWord<Act>(word))
            acts.append(*act);
        else if (!word.isEmpty())
            rule.reader().fault(node, u"unknown-act"_s, Text::tr("\"%1\" is not a known act.").arg(word),
                                Reader::suggestion(word, Reader::allWords<Act>()));
    }
    if (list->items.empty())
        rule.reader().fault(*list, u"empty-value"_s, Text::tr("No act is named."), Text::tr("Name at least one."));
    return acts;
}

GateNeed readNeed(MapReader &map)
{
    GateNeed need;
    Reader &reader = map.reader();
    const YamlNode *is = map.take(u"is"_s);
    const YamlNode *check = map.take(u"check"_s);
    if (bool(is) == bool(check)) {
        reader.fault(map.node(), u"not-one"_s, Text::tr("A gate's item has either \"is\" or \"check\"."),
                     Text::tr("Write {is: {…}, text: …} or {check: …, by: …}."));
        return need;
    }
    if (is) {
        need.is = reader.cond(*is);
        need.text = map.needText(u"text"_s);
    } else {
        need.text = reader.text(*check);
        if (const YamlNode *by = map.need(u"by"_s))
            need.by = by->isList() ? reader.ids(*by, RefKind::Who) : QStringList{reader.ref(*by, RefKind::Who)};
    }
    return need;
}

} // namespace

void readAuthority(MapReader &rule, Process &process)
{
    Reader &reader = rule.reader();
    AuthorityRule authority;
    authority.rule = readEnvelope(rule, RuleKind::Authority);
    authority.acts = readActs(rule, u"act"_s);
    int modes = 0;
    for (const auto mode : {AuthorityMode::Only, AuthorityMode::Never, AuthorityMode::ApprovedBy}) {
        const YamlNode *who = rule.take(wordOf(mode));
        if (!who)
            continue;
        ++modes;
        authority.mode = mode;
        authority.who = reader.ids(*who, RefKind::Who);
        if (authority.who.isEmpty())
            reader.fault(*who, u"empty-value"_s, Text::tr("Nobody is named."), Text::tr("Name a role, a contact or everyone."));
    }
    if (modes != 1)
        reader.fault(rule.node(), u"not-one"_s,
                     Text::tr("An authority rule has exactly one of \"only\", \"never\" and \"approved_by\"."),
                     Text::tr("Make it two rules or add the one that is missing."));
    const YamlNode *count = rule.take(u"count"_s);
    const YamlNode *request = rule.take(u"by_request"_s);
    if (count)
        authority.count = reader.word<Count>(*count);
    if (request)
        authority.byRequest = reader.boolean(*request);
    if ((count || request) && authority.mode != AuthorityMode::ApprovedBy)
        reader.fault(count ? *count : *request, u"useless-key"_s,
                     Text::tr("\"count\" and \"by_request\" belong to \"approved_by\"."), Text::tr("Remove it."));
    process.authorities.append(authority);
}

void readGate(MapReader &rule, Process &process)
{
    Reader &reader = rule.reader();
    GateRule gate;
    gate.rule = readEnvelope(rule, RuleKind::Gate);
    gate.before = readActs(rule, u"before"_s);
    if (const YamlNode *into = rule.take(u"into"_s)) {
        gate.into = reader.ids(*into, RefKind::Phase);
        if (!gate.before.contains(Act::PhaseMove))
            reader.fault(*into, u"useless-key"_s, Text::tr("\"into\" belongs to before: [phase.move]."), Text::tr("Remove it."));
    }
    const YamlNode *needs = rule.need(u"needs"_s);
    if (needs && reader.expectList(*needs)) {
        for (const YamlNode &node : needs->items) {
            MapReader map(reader, node);
            if (!map.valid())
                continue;
            gate.needs.append(readNeed(map));
            map.finish();
        }
        if (needs->items.empty())
            reader.fault(*needs, u"empty-value"_s, Text::tr("The gate asks for nothing."), Text::tr("Name what it needs."));
    }
    gate.automatic = rule.boolean(u"auto"_s);
    process.gates.append(gate);
}

} // namespace fireline::process
