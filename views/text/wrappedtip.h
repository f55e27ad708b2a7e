// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::views {

/// Broken into lines that a tip has room for: tips are plain text, which nothing else breaks. Breaks of its own stay.
[[nodiscard]] QString wrappedTip(const QString &text);

} // namespace fireline::views
