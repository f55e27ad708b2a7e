// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/soundallowance.h"
#include "consolesettings.h"
#include "preferencesdesk.h"
#include "sleepblocker.h"
#include "statefiles.h"
#include "testhooks.h"

#include <functional>

namespace fireline::models {
struct DeclarationOffer;
}

namespace fireline::views {
class ActionRegistry;
}

namespace fireline::window {

class AlertSources;
class IncidentShelf;

/// What all windows of the program share. References outlive every window.
struct Shared
{
    views::Theme &theme;
    const PreferencesDesk &preferences;
    const session::ConsoleSettings &settings;
    const TestHooks &hooks;
    models::SoundAllowance &ears; ///< of the person who sits here
    desktop::SleepBlocker &awake;
    StateFiles &files;              ///< how windows look, and what all of them have in common
    StateFiles &words;              ///< what is typed; apart, because it is written without waiting for the disk
    QString stateDir;               ///< drafts and layouts; empty: nothing is kept
    bool safeMode = false;          ///< the default layout, whatever was kept
    AlertSources *alerts = nullptr; ///< null: none is asked
    IncidentShelf *shelf = nullptr; ///< null: no other incident is known
    std::function<void(const models::DeclarationOffer &offer)> declare = {}; ///< an incident of its own, in the start window
    std::function<void(views::ActionRegistry &registry)> showSources = {};   ///< the settings, at the monitoring sources
};

} // namespace fireline::window
