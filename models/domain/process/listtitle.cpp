// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/listtitle.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Lists)
};

/// Whom or what a list is for; empty where that is nobody in particular.
QString subject(const ListRule &list, const Process &process)
{
    if (list.forKind == ListRule::For::Phase) {
        const PhaseDef *phase = process.phase(list.forId);
        return phase && !phase->name.isEmpty() ? phase->name : list.forId;
    }
    if (list.forKind != ListRule::For::Who)
        return {};
    if (list.forId == "everyone"_L1)
        return Text::tr("Everyone");
    const RoleDef *role = process.role(list.forId);
    const ContactDef *contact = process.contact(list.forId);
    return role ? role->name : contact ? contact->name : list.forId;
}

/// An id as words, without the prefix that the rules of a process share: "sre.ic" is "ic", "pii.steps" is "pii steps".
QString words(const QString &id, const Process &process)
{
    const QString prefix = id.section(u'.', 0, 0) + u'.';
    const auto shares = [&](const ListRule &list) { return list.rule.id.startsWith(prefix); };
    QString text = id;
    if (std::count_if(process.lists.begin(), process.lists.end(), shares) > 1)
        text = id.mid(prefix.size());
    return text.replace(u'.', u' ').replace(u'_', u' ').replace(u'-', u' ');
}

} // namespace

QString listTitle(const ListRule &list, const Process &process)
{
    if (!list.rule.say.isEmpty())
        return list.rule.say;
    const QString what = subject(list, process);
    const QString own = words(list.rule.id, process);
    if (list.use == ListUse::Playbook)
        return Text::tr("Playbook: %1").arg(own);
    if (what.isEmpty())
        return own;
    // The first checklist of a role or phase is the one that its name alone means.
    const auto same = [&](const ListRule &other) {
        return other.forKind == list.forKind && other.forId == list.forId && other.use == ListUse::Checklist;
    };
    const auto first = std::find_if(process.lists.begin(), process.lists.end(), same);
    const bool isFirst = first != process.lists.end() && first->rule.id == list.rule.id;
    return isFirst ? what : Text::tr("%1: %2").arg(what, own);
}

} // namespace fireline::domain
