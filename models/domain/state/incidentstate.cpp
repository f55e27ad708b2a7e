// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/incidentstate.h"

namespace fireline::domain {

namespace {

template<typename T>
const T *find(const QList<T> &objects, QStringView ref)
{
    // Short ids count up: "A12" is the twelfth order.
    bool number = false;
    const qsizetype n = ref.mid(1).toInt(&number);
    if (number && n >= 1 && n <= objects.size() && objects.at(n - 1).id == ref)
        return &objects.at(n - 1);
    for (const T &object : objects) {
        if (object.id == ref || object.eventId == ref)
            return &object;
    }
    return nullptr;
}

} // namespace

bool IncidentState::maySee(const QString &person) const
{
    return !isPrivate || members.contains(person, Qt::CaseInsensitive);
}

QStringList IncidentState::holders(const QString &role) const
{
    QStringList found;
    for (const Holding &holding : holdings) {
        if (holding.role == role)
            found.append(holding.person);
    }
    return found;
}

QStringList IncidentState::rolesOf(const QString &person) const
{
    QStringList roles;
    for (const Holding &holding : holdings) {
        if (holding.person.compare(person, Qt::CaseInsensitive) == 0)
            roles.append(holding.role);
    }
    return roles;
}

const Order *IncidentState::order(QStringView ref) const
{
    return find(orders, ref);
}
const Hypothesis *IncidentState::hypothesis(QStringView ref) const
{
    return find(hypotheses, ref);
}
const Change *IncidentState::change(QStringView ref) const
{
    return find(changes, ref);
}
const Mitigation *IncidentState::mitigation(QStringView ref) const
{
    return find(mitigations, ref);
}
const DecisionRecord *IncidentState::decision(QStringView ref) const
{
    return find(decisions, ref);
}
const Poll *IncidentState::poll(QStringView ref) const
{
    return find(polls, ref);
}
const Update *IncidentState::update(QStringView ref) const
{
    return find(updates, ref);
}
const Alert *IncidentState::alert(QStringView ref) const
{
    return find(alerts, ref);
}
const ActionItemRecord *IncidentState::actionItem(QStringView ref) const
{
    return find(actionItems, ref);
}

const Entry *IncidentState::entry(QStringView ref) const
{
    bool number = false;
    const int n = ref.startsWith(u'E') ? ref.mid(1).toInt(&number) : 0;
    if (number)
        return n >= 1 && n <= entries.size() ? &entries.at(n - 1) : nullptr;
    const auto it = entryByEvent.constFind(ref.toString());
    return it == entryByEvent.constEnd() ? nullptr : &entries.at(it.value());
}

} // namespace fireline::domain
