// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

namespace fireline::views {

/// What holds the strip below the menu bar: as wide as the window, fixed there. GUI thread; owned by the main window.
class StripBar : public QToolBar
{
    Q_OBJECT
public:
    /// Takes the strip.
    StripBar(QWidget *strip, QWidget *parent);
};

} // namespace fireline::views
