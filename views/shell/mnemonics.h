// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace fireline::views {

/// The texts of one menu, each with "&" before a letter of its own: first letters of words before others, earlier entries
/// before later ones. A text with no letter left stays without. Ampersands of the texts themselves are doubled. Pure.
[[nodiscard]] QStringList withMnemonics(const QStringList &texts);

} // namespace fireline::views
