// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/applylook.h"

#include "theme/theme.h"

namespace fireline::views {

using models::Preferences;

void applyLook(const Preferences &preferences, Theme &theme)
{
    switch (preferences.colours) {
    case Preferences::Colours::System: theme.setChoice(Theme::Choice::System); break;
    case Preferences::Colours::Light: theme.setChoice(Theme::Choice::Light); break;
    case Preferences::Colours::Dark: theme.setChoice(Theme::Choice::Dark); break;
    case Preferences::Colours::HighContrast: theme.setChoice(Theme::Choice::HighContrast); break;
    }
    theme.setTextSize(preferences.textSize);
    theme.setDensity(preferences.density == Preferences::Density::Compact ? Theme::Density::Compact
                                                                          : Theme::Density::Comfortable);
}

void takeLook(const Theme &theme, Preferences &preferences)
{
    switch (theme.choice()) {
    case Theme::Choice::System: preferences.colours = Preferences::Colours::System; break;
    case Theme::Choice::Light: preferences.colours = Preferences::Colours::Light; break;
    case Theme::Choice::Dark: preferences.colours = Preferences::Colours::Dark; break;
    case Theme::Choice::HighContrast: preferences.colours = Preferences::Colours::HighContrast; break;
    }
    preferences.textSize = theme.textSize();
    preferences.density = theme.density() == Theme::Density::Compact ? Preferences::Density::Compact
                                                                     : Preferences::Density::Comfortable;
}

} // namespace fireline::views
