// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"

namespace fireline::domain {

/// The phase that somebody means by a word: its id or the end of it, its number where its name has one ("7" for "7 Recovery"), or
/// its name, with or without that number, or the first words of it. Case does not matter. Null where none is meant, or several
/// are. Pure.
[[nodiscard]] const PhaseDef *phaseMeant(const Process &process, const QString &word);

/// What is left of the text behind such a word when the name goes on in it: "& Closure done" behind "Communication" is "done".
[[nodiscard]] QString behindPhaseName(const PhaseDef &phase, const QString &word, const QString &text);

} // namespace fireline::domain
