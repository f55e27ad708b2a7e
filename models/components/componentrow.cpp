// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/componentrow.h"

#include "rules/fieldtext.h"
#include "state/componentstate.h"
#include "status/audience.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

/// An audience that was told something of components, and what. A value.
struct Telling
{
    ToldOfComponent words; ///< for whom and when
    Affected affected;
    bool over = false; ///< its last state was told: what it names did not work, and does again
};

bool namesComponents(const Update &update)
{
    return update.state == Update::State::Sent && update.fields.contains(componentsField());
}

const Update *lastTelling(const IncidentState &state, const QString &target)
{
    const Update *last = nullptr;
    for (const Update &update : state.updates) {
        if (update.target == target && namesComponents(update) && (!last || update.sentAt >= last->sentAt))
            last = &update;
    }
    return last;
}

QList<Telling> tellings(const IncidentState &state, const Process &process, const QStringList &names)
{
    QList<Telling> all;
    QStringList targets;
    for (const Update &update : state.updates) {
        if (!isMessage(update.target) || !namesComponents(update) || targets.contains(update.target))
            continue;
        targets.append(update.target);
        const Update &last = *lastTelling(state, update.target);
        const AudienceDef *audience = process.audienceDef(update.target.section(u'/', 1));
        Telling telling;
        telling.words = {messageName(update.target, process), audience && audience->outside, {}, last.sentAt, last.id};
        telling.affected = affectedOf(fieldText(last.fields.value(componentsField())), names);
        telling.over = audience && audience->states.size() > 1 && last.word == audience->states.last();
        all.append(telling);
    }
    std::stable_sort(all.begin(), all.end(), [](const Telling &a, const Telling &b) { return a.words.at > b.words.at; });
    return all;
}

/// Of a list that names what does not work, what is not named works.
void takeTold(ComponentRow &row, const QList<Telling> &all)
{
    for (const Telling &telling : all) {
        ToldOfComponent told = telling.words;
        told.state = telling.over ? ComponentState::Operational
                                  : telling.affected.states.value(row.name, ComponentState::Operational);
        row.told.append(told);
    }
}

void takeKnown(ComponentRow &row, const IncidentState &state)
{
    const QString field = componentField(row.name);
    if (!state.impact.contains(field))
        return;
    row.known = componentStateOf(state.impact.value(field));
    for (auto it = state.statements.rbegin(); it != state.statements.rend(); ++it) {
        if (it->withdrawn || it->what != u"impact/"_s + field)
            continue;
        const auto at = state.entryByEvent.constFind(it->eventId);
        if (at == state.entryByEvent.constEnd())
            return;
        const Entry &entry = state.entries.at(at.value());
        row.origin = it->eventId;
        row.knownAt = entry.at;
        row.knownBy = entry.actor;
        return;
    }
}

QStringList namesNow(const IncidentState &state, const Process &process)
{
    QStringList names = componentsOf(process);
    for (auto it = state.impact.begin(); it != state.impact.end(); ++it) {
        if (const QString name = componentName(it.key()); !name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace

components::Telling ComponentRow::telling() const
{
    if (std::any_of(told.begin(), told.end(), [this](const ToldOfComponent &one) { return differs(one); }))
        return components::ToldOtherwise;
    if (told.isEmpty() && known && *known != ComponentState::Operational)
        return components::Untold;
    return known || !told.isEmpty() ? components::AsKnown : components::NothingToTell;
}

QList<ComponentRow> componentRows(const IncidentState &state, const Process &process)
{
    const QStringList names = namesNow(state, process);
    const QList<Telling> all = tellings(state, process, names);
    QList<ComponentRow> rows;
    for (const QString &name : names) {
        ComponentRow row;
        row.name = name;
        row.over = !state.open();
        takeKnown(row, state);
        takeTold(row, all);
        rows.append(row);
    }
    return rows;
}

} // namespace fireline::models
