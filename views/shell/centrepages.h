// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

namespace fireline::views {

/// The middle of the window: the timeline with quick entry, and panels that were moved there as further pages. Its tabs show
/// only where there is more than one. GUI thread; owned by the main window.
class CentrePages : public QTabWidget
{
    Q_OBJECT
public:
    explicit CentrePages(QWidget *parent = nullptr);
};

} // namespace fireline::views
