// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arbiter/acts.h"

namespace fireline::domain {

/// What the authority rules of the table say: empty reason = nothing against it.
struct AuthorityRuling
{
    QString reason;
    QString rule;
    QStringList passed; ///< rules that an override let through
};

/// Judges an act of a login by the rules of `table` (that of the state, or the one a declaration brings along).
[[nodiscard]] AuthorityRuling judgeByRules(const ArbiterState &state, const AuthorityTable &table, const JudgedAct &act,
                                           const QString &login);

/// Whether the login is one of `who`: roles, contacts, commander, incoming, outgoing, author, everyone.
[[nodiscard]] bool isOneOfWho(const ArbiterState &state, const AuthorityTable &table, const QString &login,
                              const QStringList &who, const QString &author);

} // namespace fireline::domain
