// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/who.h"

#include "process/deputy.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

bool sameName(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isContact(const QString &person, const QString &who, const RuleContext &context)
{
    const ContactDef *contact = context.process.contact(who);
    return contact && (sameName(person, contact->id) || sameName(person, contact->name));
}

} // namespace

QString roleOrContact(const Process &process, QStringView word)
{
    if (const RoleDef *role = process.roleByWord(word))
        return role->id;
    if (const QString stoodInFor = deputised(word.toString()); !stoodInFor.isEmpty()) {
        const RoleDef *role = process.roleByWord(stoodInFor);
        return role ? deputyOf(role->id) : QString();
    }
    for (const ContactDef &contact : process.contacts) {
        if (sameName(contact.id, word) || sameName(contact.name, word))
            return contact.id;
    }
    return {};
}

QStringList peopleOf(const QString &who, const RuleContext &context)
{
    const auto &handover = context.state.handover;
    const bool running = handover && handover->state == Handover::State::Running;
    if (who == "commander"_L1) {
        const RoleDef *role = context.process.commander();
        return role ? context.state.holders(role->id) : QStringList();
    }
    if (who == "incoming"_L1 || who == "outgoing"_L1)
        return running ? QStringList{who == "incoming"_L1 ? handover->to : handover->from} : QStringList();
    if (who == "owner"_L1)
        return context.act.owner.isEmpty() ? QStringList() : QStringList{context.act.owner};
    if (who == "author"_L1)
        return context.act.author.isEmpty() ? QStringList() : QStringList{context.act.author};
    if (who == "everyone"_L1)
        return {context.state.people.begin(), context.state.people.end()};
    return context.state.holders(who);
}

bool isOneOf(const QString &person, const QStringList &who, const RuleContext &context)
{
    return std::any_of(who.begin(), who.end(), [&](const QString &word) {
        if (word == "everyone"_L1 || isContact(person, word, context))
            return true;
        const QStringList people = peopleOf(word, context);
        return std::any_of(people.begin(), people.end(), [&](const QString &p) { return sameName(p, person); });
    });
}

QString namesOf(const QStringList &who, const RuleContext &context)
{
    QStringList names;
    for (const QString &word : who) {
        const RoleDef *role = word == "commander"_L1 ? context.process.commander() : context.process.role(word);
        const ContactDef *contact = context.process.contact(word);
        QString name = role ? role->name : contact ? contact->name : word;
        if (const QStringList people = peopleOf(word, context); !people.isEmpty() && word != "everyone"_L1)
            name += u" (%1)"_s.arg(people.join(u", "_s));
        names.append(name);
    }
    return names.join(u", "_s);
}

} // namespace fireline::domain
