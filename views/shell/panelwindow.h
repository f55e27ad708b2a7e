// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/paneldescriptor.h"

#include <QWidget>

namespace fireline::views {

/// A panel in a window of its own, for a second screen; closing it puts the panel back. GUI thread; owned by the main window.
class PanelWindow : public QWidget
{
    Q_OBJECT
public:
    PanelWindow(const PanelDescriptor &panel, QWidget *mainWindow);

signals:
    void closedByPerson();
    void escapePressed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace fireline::views
