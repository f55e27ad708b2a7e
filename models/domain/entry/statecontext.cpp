// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/statecontext.h"

#include "decide/rungmeant.h"
#include "entry/entrytr.h"
#include "entry/stateids.h"
#include "entry/staterefs.h"
#include "entry/verbshape.h"
#include "process/fieldname.h"
#include "process/phaseword.h"
#include "report/stillopen.h"

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

QList<EntryName> listed(const QStringList &words)
{
    QList<EntryName> names;
    for (const QString &word : words)
        names.append({word, {}});
    return names;
}

QList<EntryName> namesOf(const IncidentState &state, const Process &process, Instant now, const ExpectedPart &expected,
                         const Command &command)
{
    using Kind = EntryPart::Kind;
    switch (expected.kind) {
    case Kind::By:
    case Kind::Mention: return whoNames(state, process);
    case Kind::Who: return whoNames(state, process) + idNames(state, process, now, expected.ids);
    case Kind::Ref: return refNames(state, command.verb) + idNames(state, process, now, expected.ids);
    case Kind::Id:
        if (command.verb == Verb::Draft && expected.ids == IdKind::State)
            return draftStates(process, command);
        return idNames(state, process, now, expected.ids);
    case Kind::Choice: return listed(expected.words);
    case Kind::Item: return itemNames(process, command);
    case Kind::Key: return fieldNames(process, command);
    case Kind::Value: return fieldValues(process, expected.words.value(0));
    case Kind::Tag: return tagNames(state);
    case Kind::Flag: return listed(entryFlags());
    default: return {};
    }
}

/// A ladder is named by an id, which says nothing of whom it calls: what is recorded as done is told before it is.
QString escalationWords(const Command &command, const IncidentState &state, const Process &process, Instant now)
{
    const auto rung = rungMeant(command.text(u"id"), 0, runningClocks(state, process, now));
    return rung ? EntryTr::tr("records as done: %1").arg(rung->text) : QString();
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
    context.defaultAudience = defaultAudience(process);
    context.hasRef = [&state](const QString &ref) { return isKnown(state, ref); };
    context.ids = [&state, &process, now](IdKind kind) {
        QStringList ids;
        for (const EntryName &name : idNames(state, process, now, kind))
            ids.append(name.word);
        return ids;
    };
    context.knows = [&state, &process, now](IdKind kind, const QString &word) {
        // A form is drafted by its own id, too: so the lists and the line below name it.
        if ((kind == IdKind::Target && process.form(word)) || (kind == IdKind::Phase && phaseMeant(process, word)))
            return true;
        return knowsId(idNames(state, process, now, kind), kind, word);
    };
    context.reminders = [&state, &process, now](const Command &command) {
        const bool closes = command.verb == Verb::Close && state.open() && state.resolvedAt.isSet();
        return closes || endsIncident(command, state, process) ? stillOpen(state, process) + lateWords(state, process, now)
                                                               : QStringList();
    };
    context.meaning = [&state, &process, now](const Command &command) {
        return command.verb == Verb::Escalate ? escalationWords(command, state, process, now) : QString();
    };
    context.fieldName = [&process](const QString &id) { return fieldName(id, process); };
    context.names = [&state, &process, now](const ExpectedPart &expected, const Command &command) {
        return namesOf(state, process, now, expected, command);
    };
    return context;
}

} // namespace fireline::domain
