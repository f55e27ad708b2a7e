// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/soundallowance.h"
#include "consolesettings.h"
#include "preferencesdesk.h"
#include "sleepblocker.h"
#include "statefiles.h"
#include "testhooks.h"

namespace fireline::window {

/// What all windows of the program share. References outlive every window.
struct Shared
{
    views::Theme &theme;
    const PreferencesDesk &preferences;
    const session::ConsoleSettings &settings;
    const TestHooks &hooks;
    models::SoundAllowance &ears; ///< of the person who sits here
    desktop::SleepBlocker &awake;
    StateFiles &files;     ///< how windows look, and what all of them have in common
    StateFiles &words;     ///< what is typed; apart, because it is written without waiting for the disk
    QString stateDir;      ///< drafts and layouts; empty: nothing is kept
    bool safeMode = false; ///< the default layout, whatever was kept
};

} // namespace fireline::window
