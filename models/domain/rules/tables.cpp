// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/tables.h"

#include "rules/facts.h"

#include <algorithm>

namespace fireline::domain {

namespace {

bool matches(const TableCell &cell, const FactRef &input, const RuleContext &c)
{
    if (cell.any)
        return true;
    FactTest test;
    test.fact = input;
    test.values = {cell.value};
    return holds(test, c);
}

bool matchesAll(const TableRow &row, const TableRule &table, const RuleContext &c)
{
    for (qsizetype i = 0; i < table.inputs.size(); ++i) {
        if (!matches(row.in.value(i), table.inputs.at(i), c))
            return false;
    }
    return true;
}

bool matchesInOne(const TableRow &row, const TableRule &table, const RuleContext &c)
{
    for (qsizetype i = 0; i < table.inputs.size(); ++i) {
        if (!row.in.value(i).any && matches(row.in.value(i), table.inputs.at(i), c))
            return true;
    }
    return false;
}

int rankOf(const QString &value, const TableRule &table, const RuleContext &c)
{
    const SeverityDef *severity = table.give == GiveKind::Severity ? c.process.severity(value) : nullptr;
    return severity ? severity->rank : 0;
}

QString worst(const TableRule &table, const RuleContext &c)
{
    QString value;
    for (const TableRow &row : table.rows) {
        if (matchesInOne(row, table, c) && (value.isEmpty() || rankOf(row.out, table, c) < rankOf(value, table, c)))
            value = row.out;
    }
    return value;
}

} // namespace

TableAnswer tableAnswer(const TableRule &table, const RuleContext &context)
{
    TableAnswer answer;
    answer.table = &table;
    answer.complete = std::all_of(table.inputs.begin(), table.inputs.end(), [&](const FactRef &input) {
        const FactValue value = readFact(input, context);
        return !value.words.isEmpty() || value.number;
    });
    if (!holds(table.rule.when, context))
        return answer;
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        if (!matchesAll(table.rows.at(i), table, context))
            continue;
        answer.row = int(i);
        answer.value = table.rows.at(i).out;
        return answer;
    }
    if (table.otherwise == TableRule::Otherwise::Value)
        answer.value = table.otherwiseValue;
    else if (table.otherwise == TableRule::Otherwise::Worst)
        answer.value = worst(table, context);
    return answer;
}

} // namespace fireline::domain
