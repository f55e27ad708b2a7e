// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/statecontext.h"

#include <algorithm>

namespace fireline::domain {

namespace {

template<typename T>
bool isAmong(const QList<T> &objects, const QString &ref)
{
    return std::any_of(objects.begin(), objects.end(), [&](const T &object) { return object.id == ref; });
}

bool isKnown(const IncidentState &state, const QString &ref)
{
    return state.order(ref) || state.hypothesis(ref) || state.change(ref) || state.mitigation(ref) || state.poll(ref)
           || state.update(ref) || state.alert(ref) || state.actionItem(ref) || state.entry(ref) || isAmong(state.decisions, ref)
           || isAmong(state.reports, ref);
}

} // namespace

EntryContext entryContext(const IncidentState &state, const Process &process, Instant now)
{
    EntryContext context;
    context.now = now;
    for (const RoleDef &role : process.roles)
        context.roleWords += QStringList{role.id} + role.aliases;
    for (const ContactDef &contact : process.contacts)
        context.roleWords.append(contact.id);
    context.people = QStringList(state.people.begin(), state.people.end());
    context.people.sort();
    context.hasRef = [&state](const QString &ref) { return isKnown(state, ref); };
    return context;
}

} // namespace fireline::domain
