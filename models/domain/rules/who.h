// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

#include <QString>
#include <QStringList>

namespace fireline::domain {

/// The role or contact id that a typed word means (id, alias or name, without regard to case); empty when it means none.
[[nodiscard]] QString roleOrContact(const Process &process, QStringView word);

/// Whether `person` is one of `who` (roles they hold, a contact they are, or the words commander, owner, author, incoming,
/// outgoing, everyone).
[[nodiscard]] bool isOneOf(const QString &person, const QStringList &who, const RuleContext &context);

/// The people behind a Who word now; empty when nobody is known (a contact outside, a vacant role).
[[nodiscard]] QStringList peopleOf(const QString &who, const RuleContext &context);

/// "Incident Commander (Ana), On-call engineer": names for a sentence.
[[nodiscard]] QString namesOf(const QStringList &who, const RuleContext &context);

} // namespace fireline::domain
