// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/affected.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

ComponentState stateOf(const QString &word)
{
    for (const ComponentState state : componentStates()) {
        if (word.compare(publishedWord(state), Qt::CaseInsensitive) == 0)
            return state;
    }
    return ComponentState::Degraded;
}

} // namespace

QList<ComponentState> componentStates()
{
    return {ComponentState::Operational, ComponentState::Degraded, ComponentState::PartialOutage, ComponentState::MajorOutage,
            ComponentState::Maintenance};
}

QString publishedWord(ComponentState state)
{
    switch (state) {
    case ComponentState::Operational: return u"operational"_s;
    case ComponentState::Degraded: return u"degraded performance"_s;
    case ComponentState::PartialOutage: return u"partial outage"_s;
    case ComponentState::MajorOutage: return u"major outage"_s;
    case ComponentState::Maintenance: return u"under maintenance"_s;
    }
    return {};
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
            state = stateOf(part.mid(bracket + 1, part.size() - bracket - 2).trimmed());
        }
        const qsizetype at = components.indexOf(name, 0);
        if (at < 0)
            affected.others.append(part);
        else if (state != ComponentState::Operational)
            affected.states.insert(components.at(at), state);
    }
    return affected;
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
