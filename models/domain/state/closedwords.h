// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::domain {

/// What is recorded by a word of the grammar ("partial", "copy", "users") in the language of whoever reads; any other text is left
/// as it is. Only for places that hold nothing but such a word: what a person wrote is nobody's to translate. Pure.
[[nodiscard]] QString closedWord(const QString &word);

} // namespace fireline::domain
