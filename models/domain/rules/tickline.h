// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"

namespace fireline::domain {

/// The line of quick entry for the one deed that makes a condition true that ticks itself, as far as it can be written: "/claim",
/// "/role @", "/sev ". Empty where no single deed of a person does. Pure.
[[nodiscard]] QString tickLine(const Cond &cond, const Process &process);

/// The same of an act, and of the record that a form is for.
[[nodiscard]] QString actLine(Act act);
[[nodiscard]] QString formLine(const QString &formId, const Process &process);

/// Such a line as it is named in a sentence, without what is still to be typed behind it, in quotes where it is more than a word:
/// "/role", "“/impact end”", "“/field scope=…”".
[[nodiscard]] QString namedLine(const QString &line);

} // namespace fireline::domain
