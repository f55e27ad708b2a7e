// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"

#include <QByteArray>

#include <optional>

namespace fireline::domain {

/// One test of a condition as a backend can judge it: some word of the fact equals one of `values`.
struct AuthorityTest
{
    QString fact;
    QStringList values;
};

struct AuthorityCond
{
    QList<AuthorityTest> tests;
    QList<AuthorityCond> any;
    QList<AuthorityCond> none;
};

struct AuthorityLine
{
    QString id;
    QStringList acts;
    QString mode;   ///< only, never, approved_by
    QString effect; ///< a rule that does not refuse is here because it may replace one that does
    QStringList who;
    QStringList replaces;
    bool anyOf = false; ///< approved_by: one of `who` is enough
    bool byRequest = false;
    AuthorityCond when;
};

struct AuthorityOverride
{
    QString rule;
    QStringList by;
};

/// What a shared backend needs of a process: who may do what. Derived from the pinned text by whoever pushes a declaration and
/// by whoever checks it; carried as canonical JSON. A value.
struct AuthorityTable
{
    QString process; ///< SHA-256 of the text it was derived from, hex
    QString commander;
    QString firstPhase;
    QStringList singleRoles;
    QList<QPair<QString, QString>> contacts; ///< id, name
    QList<AuthorityLine> rules;              ///< in the order of the file
    QList<AuthorityOverride> overrides;
};

/// The canonical bytes of a process's table. Pure: the same process gives the same bytes. Rules are left out whose condition a
/// server cannot know, and those they replace, so that a server is never stricter than the process.
[[nodiscard]] QByteArray authorityTable(const Process &process);

/// Nothing when the bytes are not a table.
[[nodiscard]] std::optional<AuthorityTable> readAuthorityTable(const QByteArray &bytes);

} // namespace fireline::domain
