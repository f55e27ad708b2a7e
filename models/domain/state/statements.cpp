// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/statements.h"

#include "state/whytree.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::domain {

const Statement *statedBy(const IncidentState &state, const QString &eventId)
{
    for (const Statement &statement : state.statements) {
        if (statement.eventId == eventId)
            return isWhy(statement) || statement.what == "factor"_L1 ? &statement : nullptr;
    }
    return nullptr;
}

QString statementLead(const IncidentState &state, const Entry &entry)
{
    const Statement *statement = statedBy(state, entry.eventId);
    return statement && entry.text.endsWith(statement->value) ? entry.text.chopped(statement->value.size()) : QString();
}

QString withoutLead(const IncidentState &state, const Entry &entry, const QString &text)
{
    const QString lead = statementLead(state, entry);
    return text.startsWith(lead) ? text.mid(lead.size()) : text;
}

void restateValues(IncidentState &state, const Statement &changed)
{
    const QString what = changed.what;
    QStringList values;
    for (const Statement &statement : state.statements) {
        if (statement.what == what && !statement.withdrawn)
            values.append(statement.value);
    }
    if (what.startsWith("impact/"_L1)) {
        if (values.isEmpty())
            state.impact.remove(what.mid(7));
        else
            state.impact.insert(what.mid(7), values.last());
        return;
    }
    if (isWhy(changed)) {
        const QList<WhyNode> tree = whyTree(state);
        state.whys.clear();
        for (const WhyNode &why : tree)
            state.whys.append(why.text);
        // A process counts levels.
        state.fields.insert(u"whys"_s, QJsonArray::fromStringList(deepestWhys(tree)));
        return;
    }
    state.factors = values;
    state.fields.insert(u"factors"_s, QJsonArray::fromStringList(values));
}

} // namespace fireline::domain
