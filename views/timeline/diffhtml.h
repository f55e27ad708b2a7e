// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/worddiff.h"

namespace fireline::views {

class Theme;

/// Two texts compared, as HTML: what only the first has is struck out, what only the second has is underlined.
[[nodiscard]] QString diffHtml(const QList<models::DiffPart> &diff, const Theme &theme);

} // namespace fireline::views
