// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entry.h"
#include "process/process.h"
#include "state/incidentstate.h"

namespace fireline::domain {

/// The ids of a kind that the process declares or that exist now, in its order, each with its name. Nothing for kinds that
/// take any word. Pure.
[[nodiscard]] QList<EntryName> idNames(const IncidentState &state, const Process &process, Instant now, IdKind kind);

/// Whether decide() would find an id for this word: by name, by its end ("2" for SEV2), whatever the case. Options and
/// systems take any word.
[[nodiscard]] bool knowsId(const QList<EntryName> &names, IdKind kind, const QString &word);

/// The steps of a list, a gate or a ladder by number.
[[nodiscard]] QList<EntryName> itemNames(const Process &process, const Command &command);
/// The fields that the forms of this entry ask for, required ones first; for entries without a form, those of the process.
[[nodiscard]] QList<EntryName> fieldNames(const Process &process, const Command &command);
/// The values that a field is chosen from.
[[nodiscard]] QList<EntryName> fieldValues(const Process &process, const QString &field);
/// What comes after the target of a draft: the states of its audience; where it has none, the fields of its forms ("symptom=").
[[nodiscard]] QList<EntryName> draftStates(const Process &process, const Command &command);
/// The audience that a status without one is for: the first outside the company, else the first; empty where there is none.
[[nodiscard]] QString defaultAudience(const Process &process);

} // namespace fireline::domain
