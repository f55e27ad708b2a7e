// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/paneldescriptor.h"

#include <QDockWidget>

class QLabel;
class QToolButton;

namespace fireline::views {

class Theme;

/// The frame around one docked panel: its title and a button with what can be done to it. It cannot be dragged, floated or
/// closed by accident: on Wayland, Qt 6.4 cannot dock it again (ux 0.3). GUI thread; owned by the main window.
class PanelDock : public QDockWidget
{
    Q_OBJECT
public:
    PanelDock(const PanelDescriptor &panel, Theme &theme, QWidget *parent);

    /// The menu of its button; the caller keeps it.
    void setPanelMenu(QMenu *menu);

private:
    void buildTitle(const PanelDescriptor &panel);
    void showTheme();

    Theme &m_theme;
    QLabel *m_title;
    QToolButton *m_menuButton;
};

} // namespace fireline::views
