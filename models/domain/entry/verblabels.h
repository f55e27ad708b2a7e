// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/verbshape.h"

#include <QString>

namespace fireline::domain {

/// The name of a verb for people: "Call-back done". Translated; any thread.
[[nodiscard]] QString verbLabel(Verb verb);
/// "/done REF text": how a verb is written.
[[nodiscard]] QString verbUsage(Verb verb);

/// What to write where a position, or the text, is missing; and where there is more than the verb takes.
[[nodiscard]] QString missingText(const VerbShape &shape, const Position &position);
/// `fields`: what the process's records of this kind take, "owner= due="; empty where nobody knows.
[[nodiscard]] QString missingText(const VerbShape &shape, const QString &fields = {});
[[nodiscard]] QString tooMuchText(const VerbShape &shape);

} // namespace fireline::domain
