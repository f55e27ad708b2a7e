// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;
class QTabBar;

namespace fireline::views {

/// The tab bars that QMainWindow makes by itself for docks that share a place. Names each as soon as it is there, and takes
/// those that Qt has put aside (still shown, without tabs, far outside the window) out of the way of the keyboard. GUI thread;
/// owned by the panels' docks.
class DockTabs : public QObject
{
    Q_OBJECT
public:
    DockTabs(QMainWindow *window, QObject *parent);

    /// Other docks share a place now.
    void refresh();
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(QTabBar *bar);
    void tell(QTabBar *bar);

    QMainWindow *m_window;
};

} // namespace fireline::views
