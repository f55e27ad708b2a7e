// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/members.h"

#include "decide/proposal.h"
#include "decide/restriction.h"
#include "rules/who.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

// Who may see a private incident. Rules of the house, not of a process; the backend judges the same (models/domain/arbiter).
namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecideMembers)
};

/// A role word means its holders; one that nobody holds or a contact outside is nobody who could log in.
Outcome<QStringList> namedPeople(const Asking &a)
{
    QStringList people;
    for (const QString &person : a.whoPeople()) {
        if (!roleOrContact(a.process(), person).isEmpty())
            return refusal(u"usage"_s, Text::tr("Nobody is known for “%1”. Name a person, like @bo.").arg(person));
        if (!people.contains(person, Qt::CaseInsensitive))
            people.append(person);
    }
    return people;
}

std::optional<Problem> notTheirs(const Asking &a)
{
    const RuleContext context = a.context();
    if (decidesMembers(a.by(), context))
        return std::nullopt;
    const RoleDef *role = a.process().commander();
    const QString holder = role ? a.state().holders(role->id).value(0) : QString();
    return refusal(u"not-authorised"_s,
                   Text::tr("Who may see the incident is decided by %1.").arg(holder.isEmpty() ? a.state().declaredBy : holder));
}

std::optional<Problem> notPrivate(const Asking &a)
{
    if (a.state().isPrivate)
        return std::nullopt;
    return refusal(u"state"_s, Text::tr("The incident is not private. Make it private first: /private @bo why."));
}

QJsonObject withWhy(QJsonObject body, const Asking &a)
{
    if (const QString why = a.arg(u"why"); !why.isEmpty())
        body.insert(u"why"_s, why);
    return body;
}

Outcome<Proposal> restrictIncident(const Asking &a)
{
    if (a.state().isPrivate)
        return refusal(u"no-change"_s, Text::tr("The incident is private already. Let somebody see it with /member @bo."));
    if (auto problem = notTheirs(a))
        return *problem;
    auto people = namedPeople(a);
    if (!people)
        return people.problem();
    QStringList members = people.value();
    if (!members.contains(a.by(), Qt::CaseInsensitive))
        members.prepend(a.by());
    return a.propose(u"incident.restricted"_s, withWhy({{u"members"_s, QJsonArray::fromStringList(members)}}, a));
}

Outcome<Proposal> changeMembers(const Asking &a, const QString &type, bool add)
{
    if (auto problem = notPrivate(a))
        return *problem;
    if (auto problem = notTheirs(a))
        return *problem;
    auto people = namedPeople(a);
    if (!people)
        return people.problem();
    Proposal proposal;
    for (const QString &person : people.value()) {
        if (a.state().maySee(person) == add)
            continue;
        if (const QStringList roles = a.state().rolesOf(person); !add && !roles.isEmpty())
            return refusal(
                u"held"_s,
                Text::tr("%1 has the role %2. Give it to somebody else first: /role @bo %2.").arg(person, roles.first()));
        proposal.events.append(a.event(type, withWhy({{u"person"_s, person}}, a)));
    }
    if (proposal.events.isEmpty())
        return refusal(u"no-change"_s,
                       add ? Text::tr("They may see the incident already.") : Text::tr("They do not see the incident."));
    return proposal;
}

Outcome<Proposal> addMembers(const Asking &a)
{
    return changeMembers(a, u"member.added"_s, true);
}

Outcome<Proposal> removeMembers(const Asking &a)
{
    return changeMembers(a, u"member.removed"_s, false);
}

} // namespace

std::optional<Problem> notForMembersAlone(const QString &person, const IncidentState &state)
{
    if (state.maySee(person))
        return std::nullopt;
    return refusal(u"not-member"_s,
                   Text::tr("The incident is private, and %1 may not see it. Let them see it first: /member @%1.").arg(person));
}

bool decidesMembers(const QString &person, const RuleContext &context)
{
    const RoleDef *role = context.process.commander();
    const QStringList commanders = role ? context.state.holders(role->id) : QStringList();
    if (!commanders.isEmpty())
        return commanders.contains(person, Qt::CaseInsensitive);
    return context.state.declaredBy.compare(person, Qt::CaseInsensitive) == 0;
}

QStringList needToKnow(const QString &person, const RuleContext &context)
{
    if (context.state.isPrivate)
        return {};
    QStringList people;
    for (const QString &who : restrictedTo(context)) {
        for (const QString &one : peopleOf(who, context)) {
            if (!people.contains(one, Qt::CaseInsensitive))
                people.append(one);
        }
    }
    if (restrictionInForce(context) && !people.contains(person, Qt::CaseInsensitive))
        people.append(person);
    return people;
}

QHash<Verb, Proposer> memberProposers()
{
    return {{Verb::Restrict, restrictIncident}, {Verb::AddMember, addMembers}, {Verb::RemoveMember, removeMembers}};
}

} // namespace fireline::domain
