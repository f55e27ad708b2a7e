// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entry.h"

#include <optional>

namespace fireline::domain {

/// The line as a note, word for word, whatever verb it begins with: what Ctrl+Return records when a line cannot be obeyed.
/// Its time, and marks such as !restricted, are kept as marks: what was meant to be restricted stays so. Nothing where the
/// line holds nothing that can be stored.
[[nodiscard]] std::optional<Command> plainNote(QStringView line, const EntryContext &context);

} // namespace fireline::domain
