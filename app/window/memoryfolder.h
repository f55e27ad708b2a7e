// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::window {

/// Where a file that outlives the program, and not the machine, is written without waiting for a disk: XDG_RUNTIME_DIR, else
/// /dev/shm, in a folder that nobody else can write to. Named after the state folder too: who has another one is another
/// console. Empty where there is no such place, or no state folder. Any thread.
[[nodiscard]] QString inMemory(const QString &stateFolder, const QString &name);

} // namespace fireline::window
