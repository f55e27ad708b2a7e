// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/deputy.h"

#include "process/process.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Deputy)
};

const QString &ending()
{
    static const QString word = u"/deputy"_s;
    return word;
}

} // namespace

QString deputyOf(const QString &role)
{
    return role + ending();
}

QString deputised(const QString &role)
{
    return role.endsWith(ending(), Qt::CaseInsensitive) ? role.chopped(ending().size()) : QString();
}

QString roleTitle(const QString &role, const Process &process)
{
    if (const RoleDef *known = process.role(role))
        return known->name.isEmpty() ? known->id : known->name;
    if (const ContactDef *contact = process.contact(role))
        return contact->name.isEmpty() ? contact->id : contact->name;
    const QString stoodInFor = deputised(role);
    return stoodInFor.isEmpty() ? role : Text::tr("Deputy of %1", "a role").arg(roleTitle(stoodInFor, process));
}

} // namespace fireline::domain
