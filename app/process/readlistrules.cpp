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

void readGive(Reader &reader, const YamlNode &node, TableRule &table)
{
    const QString all = reader.text(node);
    const qsizetype slash = all.indexOf(u'/');
    const auto kind = fromWord<GiveKind>(slash < 0 ? all : all.left(slash));
    table.field = slash < 0 ? QString() : all.mid(slash + 1);
    if (!kind || (*kind == GiveKind::Field) == table.field.isEmpty()) {
        reader.unknownWord(node, all, {u"severity"_s, u"phase"_s, u"field/F"_s});
        return;
    }
    table.give = *kind;
    if (*kind == GiveKind::Field)
        reader.refer(RefKind::Field, table.field, node);
}

/// What a table gives must exist in what it gives it for.
void referOutput(Reader &reader, const TableRule &table, const YamlNode &node, const QString &value)
{
    if (table.give == GiveKind::Severity)
        reader.refer(RefKind::Severity, value, node);
    else if (table.give == GiveKind::Phase)
        reader.refer(RefKind::Phase, value, node);
    else
        reader.refer(RefKind::FieldValue, table.field, node, value);
}

void readRow(Reader &reader, const YamlNode &node, TableRule &table)
{
    if (!reader.expectList(node))
        return;
    if (node.items.size() != std::size_t(table.inputs.size()) + 1) {
        reader.fault(node, u"wrong-width"_s,
                     Text::tr("The row has %1 cells; %2 are expected: the inputs and what it gives.")
                         .arg(node.items.size())
                         .arg(table.inputs.size() + 1),
                     Text::tr("Add or remove cells; \"any\" matches all."));
        return;
    }
    TableRow row;
    for (qsizetype i = 0; i < table.inputs.size(); ++i) {
        const YamlNode &cell = node.items[std::size_t(i)];
        const QString value = reader.text(cell);
        const FactRef &input = table.inputs.at(i);
        row.in.append({value == u"any", value == u"any" ? QString() : value});
        if (value != u"any" && input.fact == Fact::Field)
            reader.refer(RefKind::FieldValue, input.arg, cell, value);
    }
    row.out = reader.text(node.items.back());
    referOutput(reader, table, node.items.back(), row.out);
    table.rows.append(row);
}

void readFor(Reader &reader, const YamlNode &node, ListRule &list)
{
    const QString word = reader.text(node);
    if (word.startsWith(u"phase/")) {
        list.forKind = ListRule::For::Phase;
        list.forId = word.mid(6);
        reader.refer(RefKind::Phase, list.forId, node);
    } else if (const auto act = fromWord<Act>(word)) {
        list.forKind = ListRule::For::Act;
        list.forAct = *act;
    } else if (!word.isEmpty()) {
        list.forKind = ListRule::For::Who;
        list.forId = reader.ref(node, RefKind::Who);
    }
}

ListItem readListItem(MapReader &map)
{
    Reader &reader = map.reader();
    ListItem item;
    item.line = map.node().line;
    item.text = map.text(u"text"_s);
    item.by = map.ref(u"by"_s, RefKind::Who);
    if (const YamlNode *tick = map.take(u"tick"_s))
        item.tick = reader.cond(*tick);
    if (const YamlNode *say = map.take(u"say"_s)) {
        item.say = reader.text(*say);
        reader.checkTemplate(*say, item.say);
    }
    if (const YamlNode *wait = map.take(u"wait"_s))
        item.wait = reader.duration(*wait);
    item.form = map.ref(u"form"_s, RefKind::Form);
    item.minutes = map.integer(u"minutes"_s, 1, 10000);
    item.speed = map.text(u"speed"_s);
    item.useWhen = map.text(u"use_when"_s);
    item.run = map.text(u"run"_s);
    if (const YamlNode *act = map.take(u"act"_s)) {
        const QString word = reader.text(*act);
        item.act = fromWord<Act>(word);
        if (!item.act && !word.isEmpty())
            reader.fault(*act, u"unknown-act"_s, Text::tr("\"%1\" is not a known act.").arg(word),
                         Reader::suggestion(word, Reader::allWords<Act>()));
    }
    if (item.text.isEmpty() && item.say.isEmpty())
        reader.fault(map.node(), u"missing-key"_s, Text::tr("The item has neither \"text\" nor \"say\"."),
                     Text::tr("Write what is to be done."));
    return item;
}

} // namespace

void readTable(MapReader &rule, Process &process)
{
    Reader &reader = rule.reader();
    TableRule table;
    table.rule = readEnvelope(rule, RuleKind::Table);
    if (const YamlNode *give = rule.need(u"give"_s))
        readGive(reader, *give, table);
    const YamlNode *inputs = rule.need(u"inputs"_s);
    if (inputs && reader.expectList(*inputs)) {
        for (const YamlNode &input : inputs->items)
            table.inputs.append(reader.factRef(input));
    }
    const YamlNode *rows = rule.need(u"rows"_s);
    if (rows && reader.expectList(*rows)) {
        for (const YamlNode &row : rows->items)
            readRow(reader, row, table);
    }
    if (const YamlNode *otherwise = rule.take(u"otherwise"_s)) {
        const QString word = reader.text(*otherwise);
        if (word == u"worst") {
            table.otherwise = TableRule::Otherwise::Worst;
        } else if (word != u"ask") {
            table.otherwise = TableRule::Otherwise::Value;
            table.otherwiseValue = word;
            referOutput(reader, table, *otherwise, word);
        }
        if (word == u"worst" && table.give != GiveKind::Severity)
            reader.fault(*otherwise, u"useless-key"_s, Text::tr("Only a severity has a worst one."),
                         Text::tr("Write ask or a value."));
    }
    process.tables.append(table);
}

void readList(MapReader &rule, Process &process)
{
    Reader &reader = rule.reader();
    ListRule list;
    list.rule = readEnvelope(rule, RuleKind::List);
    if (const YamlNode *use = rule.need(u"use"_s))
        list.use = reader.word<ListUse>(*use);
    if (const YamlNode *whom = rule.take(u"for"_s))
        readFor(reader, *whom, list);
    list.order = rule.word(u"order"_s, ListOrder::Shown);
    if (const YamlNode *start = rule.take(u"start"_s))
        list.start = reader.cond(*start);
    const YamlNode *items = rule.need(u"items"_s);
    if (items && reader.expectList(*items)) {
        for (const YamlNode &node : items->items) {
            MapReader map(reader, node);
            if (!map.valid())
                continue;
            list.items.append(readListItem(map));
            map.finish();
        }
        if (items->items.empty())
            reader.fault(*items, u"empty-value"_s, Text::tr("The list has no items."), Text::tr("Name at least one."));
    }
    process.lists.append(list);
}

} // namespace fireline::process
