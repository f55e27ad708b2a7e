// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/contactbook.h"

#include "process/process.h"

namespace fireline::domain {

namespace {

/// All words that name the same role, contact or person.
QStringList wordsFor(const QString &who, const Process &process)
{
    if (const RoleDef *role = process.roleByWord(who))
        return QStringList{role->id, role->name} + role->aliases;
    if (const ContactDef *contact = process.contact(who))
        return {contact->id, contact->name};
    return {who};
}

void fill(QString &way, const QString &with, bool &own)
{
    if (!way.isEmpty() || with.isEmpty())
        return;
    way = with;
    own = true;
}

} // namespace

ContactWays ContactBook::waysTo(const QString &who, const Process &process) const
{
    const QStringList words = wordsFor(who, process);
    ContactWays found;
    for (const QString &which : {process.id, QString()}) {
        for (const OwnContact &contact : m_contacts) {
            if (contact.process != which || !words.contains(contact.who, Qt::CaseInsensitive))
                continue;
            fill(found.phone, contact.ways.phone, found.own);
            fill(found.mail, contact.ways.mail, found.own);
            fill(found.handle, contact.ways.handle, found.own);
        }
    }
    if (const ContactDef *contact = process.contact(who)) {
        bool byProcess = false;
        fill(found.phone, contact->phone, byProcess);
        fill(found.mail, contact->mail, byProcess);
        fill(found.handle, contact->handle, byProcess);
    }
    return found;
}

} // namespace fireline::domain
