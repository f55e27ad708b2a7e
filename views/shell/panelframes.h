// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/layoutstate.h"

#include <QHash>
#include <QObject>

class QMainWindow;
class QTabWidget;

namespace fireline::views {

class PanelDock;
class PanelWindow;
class Theme;

/// What can hold a panel: its dock, a page of the centre, a window of its own; and moves the panel between them. Where docks
/// are is not its matter. GUI thread; owned by the docks.
class PanelFrames : public QObject
{
    Q_OBJECT
public:
    PanelFrames(QMainWindow *window, QTabWidget *centre, Theme &theme, QObject *parent);

    void add(const PanelDescriptor &panel);
    /// The widget goes into the frame that its place asks for, out of whatever held it before.
    void hold(const PanelDescriptor &panel, const PanelPlace &place);

    [[nodiscard]] PanelDock *dock(const QString &id) const { return m_docks.value(id); }
    [[nodiscard]] const QHash<QString, PanelDock *> &docks() const { return m_docks; }
    /// Null where the panel has none now.
    [[nodiscard]] PanelWindow *window(const QString &id) const { return m_windows.value(id); }
    [[nodiscard]] const QHash<QString, PanelWindow *> &windows() const { return m_windows; }

    /// Windows of panels come and go with the main window, and know its keys.
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// Somebody closed the window of that panel.
    void windowClosed(const QString &id);
    void escapePressed();

private:
    void toDock(const PanelDescriptor &panel);
    void toCentre(const PanelDescriptor &panel);
    void toWindow(const PanelDescriptor &panel, const PanelPlace &place);

    QMainWindow *m_main;
    QTabWidget *m_centre;
    Theme &m_theme;
    QHash<QString, PanelDock *> m_docks;
    QHash<QString, PanelWindow *> m_windows;
};

} // namespace fireline::views
