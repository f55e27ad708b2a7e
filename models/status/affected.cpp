// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/affected.h"

#include "process/process.h"
#include "state/componentstate.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::models {

const QString &componentsField()
{
    static const QString id = u"components"_s;
    return id;
}

QStringList componentsOf(const domain::Process &process)
{
    QStringList names;
    const QJsonArray listed = process.systems.value(u"statuspage"_s).value(u"components").toArray();
    for (const QJsonValue &name : listed)
        names.append(name.toString());
    return names;
}

ComponentState componentStateOf(const QString &word)
{
    const qsizetype at = domain::componentWords().indexOf(domain::componentWord(word));
    return at < 0 ? ComponentState::Degraded : ComponentState(at);
}

QList<ComponentState> componentStates()
{
    return {ComponentState::Operational, ComponentState::Degraded, ComponentState::PartialOutage, ComponentState::MajorOutage,
            ComponentState::Maintenance};
}

QString publishedWord(ComponentState state)
{
    return domain::componentWords().at(int(state));
}

Affected affectedOf(const QString &text, const QStringList &components)
{
    Affected affected;
    for (const QString &raw : text.split(u',', Qt::SkipEmptyParts)) {
        const QString part = raw.trimmed();
        if (part.isEmpty())
            continue;
        QString name = part;
        ComponentState state = ComponentState::Degraded;
        if (const qsizetype bracket = part.lastIndexOf(u'('); bracket > 0 && part.endsWith(u')')) {
            name = part.left(bracket).trimmed();
            state = componentStateOf(part.mid(bracket + 1, part.size() - bracket - 2).trimmed());
        }
        const qsizetype at = components.indexOf(name, 0);
        if (at < 0)
            affected.others.append(part);
        else if (state != ComponentState::Operational)
            affected.states.insert(components.at(at), state);
    }
    return affected;
}

Affected asKnown(const Affected &told, const QStringList &components, const QMap<QString, QString> &impact)
{
    Affected known = told;
    for (const QString &component : components) {
        const auto it = impact.constFind(domain::componentField(component));
        if (it == impact.constEnd())
            continue;
        const ComponentState state = componentStateOf(it.value());
        if (state == ComponentState::Operational)
            known.states.remove(component);
        else
            known.states.insert(component, state);
    }
    return known;
}

QString textOf(const Affected &affected, const QStringList &components)
{
    QStringList parts;
    for (const QString &component : components) {
        const auto it = affected.states.find(component);
        if (it != affected.states.end() && it.value() != ComponentState::Operational)
            parts.append(component + u" ("_s + publishedWord(it.value()) + u')');
    }
    return (parts + affected.others).join(u", "_s);
}

} // namespace fireline::models
