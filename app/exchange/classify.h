// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace fireline::exchange {

/// The timeline kind (commands.md) that an imported text most plainly is; "note" unless its own words say more.
[[nodiscard]] QString kindOfText(const QString &text);

/// The timeline kind for a word that a source uses for its entries ("comms", "declare", "status update"); what the
/// kind loses is kept in `tags`. "note" with the word as a tag when it is not known.
[[nodiscard]] QString kindOfWord(const QString &word, QStringList &tags);

} // namespace fireline::exchange
