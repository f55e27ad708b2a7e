// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "rules/rulecontext.h"

#include <optional>

namespace fireline::domain {

/// Why somebody cannot be given a role or command: the incident is private and not theirs to see. The backend says the same
/// ("not-member"). Nothing when they can.
[[nodiscard]] std::optional<Problem> notForMembersAlone(const QString &person, const IncidentState &state);

/// Whether `person` decides who may see the incident: who commands, and while nobody does, whose console declared it.
[[nodiscard]] bool decidesMembers(const QString &person, const RuleContext &context);

/// Whom a restriction of the process in force names (SRE-23, SRE-41), as people, with `person`; nobody where none is in force,
/// or the incident is private already.
[[nodiscard]] QStringList needToKnow(const QString &person, const RuleContext &context);

} // namespace fireline::domain
