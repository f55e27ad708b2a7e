// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/roleduty.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

const QString recorder = u"scribe"_s; // a word of the entry grammar, not of one process (ux 2.5)

bool mayTell(const AuthorityRule &rule, const QString &roleId)
{
    return rule.mode == AuthorityMode::Only && rule.who.contains(roleId)
           && std::any_of(rule.acts.cbegin(), rule.acts.cend(), [](Act act) { return act == Act::UpdateSend; });
}

} // namespace

RoleDuty dutyOf(const Process &process, const QString &roleId)
{
    const RoleDef *role = process.role(roleId);
    if (!role)
        return RoleDuty::Other;
    if (role->commands)
        return RoleDuty::Commands;
    if (role->aliases.contains(recorder, Qt::CaseInsensitive))
        return RoleDuty::Records;
    const auto &rules = process.authorities;
    const auto &cadences = process.cadences;
    const bool tells = std::any_of(rules.cbegin(), rules.cend(), [&](const auto &rule) { return mayTell(rule, roleId); })
                       || std::any_of(cadences.cbegin(), cadences.cend(), [&](const CadenceRule &rule) {
                              return rule.item == CadenceKind::Update && rule.owner.contains(roleId);
                          });
    return tells ? RoleDuty::Tells : RoleDuty::Other;
}

} // namespace fireline::domain
