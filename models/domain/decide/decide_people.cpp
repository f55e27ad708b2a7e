// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/members.h"
#include "decide/proposal.h"
#include "process/deputy.h"

#include "rules/who.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecidePeople)
};

Outcome<Proposal> claim(const Asking &a)
{
    const RoleDef *role = a.process().commander();
    if (!role)
        return refusal(u"state"_s, Text::tr("This process names nobody who commands."));
    const QStringList holders = a.state().holders(role->id);
    if (holders.contains(a.by(), Qt::CaseInsensitive))
        return refusal(u"no-change"_s, Text::tr("You have command already."));
    if (!holders.isEmpty())
        return refusal(
            u"held"_s,
            Text::tr("%1 has command. Ask for a handover, or take over with a reason: /takeover why.").arg(holders.first()));
    return a.propose(u"role.taken"_s, {{u"role"_s, role->id}, {u"person"_s, a.by()}, {u"how"_s, u"claim"_s}}, Act::Claim);
}

QStringList roleWords(const Process &process)
{
    QStringList words;
    for (const RoleDef &role : process.roles)
        words.append(role.id);
    for (const ContactDef &contact : process.contacts)
        words.append(contact.id);
    return words;
}

Outcome<Proposal> leaveRole(const Asking &a, const QString &role)
{
    const QStringList holders = a.state().holders(role);
    if (holders.isEmpty())
        return refusal(u"no-change"_s, Text::tr("Nobody holds this role."));
    const QString named = a.arg(u"person");
    if (!named.isEmpty() && !holders.contains(named))
        return refusal(u"no-change"_s, Text::tr("%1 does not hold this role.").arg(named));
    const QString person = !named.isEmpty() ? named : holders.contains(a.by()) ? a.by() : holders.first();
    return a.propose(u"role.left"_s, {{u"role"_s, role}, {u"person"_s, person}}, Act::RoleAssign);
}

Outcome<Proposal> assignRole(const Asking &a)
{
    const QString role = roleOrContact(a.process(), a.arg(u"id"));
    if (role.isEmpty())
        return noSuch(Text::tr("role"), a.arg(u"id"), roleWords(a.process()));
    if (a.command().args.value(u"leave").toBool())
        return leaveRole(a, role);
    const QString person = a.whoPeople().value(0);
    if (person.isEmpty())
        return refusal(u"usage"_s, Text::tr("Name who takes the role: /role @ana %1.").arg(role));
    const RoleDef *def = a.process().role(role);
    const QString stoodInFor = deputised(role);
    const QStringList holders = a.state().holders(role);
    if (holders.contains(person))
        return refusal(u"no-change"_s, Text::tr("%1 holds this role already.").arg(person));
    if (!stoodInFor.isEmpty() && a.state().holders(stoodInFor).contains(person))
        return refusal(u"no-change"_s, Text::tr("%1 has the role itself. Name somebody else as deputy.").arg(person));
    if (auto problem = notForMembersAlone(person, a.state()))
        return *problem;
    QJsonObject body{{u"role"_s, role}, {u"person"_s, person}, {u"note"_s, a.arg(u"text")}};
    if (def && def->single && !holders.isEmpty()) {
        if (def->commands)
            return refusal(u"held"_s,
                           Text::tr("%1 has command. Command passes by handover: /handover @%2.").arg(holders.first(), person));
        body.insert(u"replaces"_s, holders.first());
    }
    if (!stoodInFor.isEmpty() && !holders.isEmpty())
        body.insert(u"replaces"_s, holders.first());
    return a.propose(u"role.assigned"_s, body, Act::RoleAssign);
}

Outcome<Proposal> checkIn(const Asking &a)
{
    const QStringList people = a.whoPeople();
    return a.propose(u"checkin.made"_s, {{u"who"_s, QJsonArray::fromStringList(people.isEmpty() ? QStringList{a.by()} : people)},
                                         {u"text"_s, a.arg(u"text")}});
}

} // namespace

QHash<Verb, Proposer> peopleProposers()
{
    return {{Verb::Claim, claim}, {Verb::Role, assignRole}, {Verb::CheckIn, checkIn}};
}

} // namespace fireline::domain
