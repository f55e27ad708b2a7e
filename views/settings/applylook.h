// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/preferences.h"

namespace fireline::views {

class Theme;

/// Makes everything look as preferred.
void applyLook(const models::Preferences &preferences, Theme &theme);
/// The other way round: what the theme is set to becomes the preference.
void takeLook(const Theme &theme, models::Preferences &preferences);

} // namespace fireline::views
