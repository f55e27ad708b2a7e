// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"

#include <QString>

#include <functional>

class QWidget;

namespace fireline::views {
class StartWindow;
class Theme;
} // namespace fireline::views

namespace fireline::test {

class LiveWindow;

/// What the start window is filled with.
struct OtherWindows
{
    QString configDir = {};                          ///< with processes of its own
    QString process = {};                            ///< the only one there is; empty: each of the program's, one after the other
    QString words = QStringLiteral("Payments fail"); ///< what incidents and drills are called
    QString screen = QStringLiteral("middle");       ///< of tests/ui/screen.json
};

/// Brings up every window that is not an incident's, in each of its states, and calls `look` there with the window and a name for
/// the place: the start window with full and empty lists, with a search, with what a declaration lacks, for each process; the
/// steps of the first run; the pages of the settings; the key sheet. Settings and keys are those of the live window. Each window is
/// active, on that screen, and no larger than the program makes it there.
void forEachOtherWindow(views::Theme &theme, LiveWindow &live, const OtherWindows &what,
                        const std::function<void(QWidget &window, const QString &where)> &look);

} // namespace fireline::test
