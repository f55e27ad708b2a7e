// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QObject>

#include <functional>

class QMainWindow;
class QTabBar;

namespace fireline::views {

/// The tab bars that QMainWindow makes by itself for docks that share a place. Names each as soon as it is there, and takes
/// those that Qt has put aside (still shown, without tabs, far outside the window) out of the way of the keyboard. Where the
/// titles have no room beside each other, only the tab in front keeps its own, and the others are icons with a tooltip:
/// beginnings of words tell nobody which is which. GUI thread; owned by the panels' docks.
class DockTabs : public QObject
{
    Q_OBJECT
public:
    using IconOf = std::function<QIcon(const QString &title)>; ///< a null icon: the tab keeps its title

    DockTabs(QMainWindow *window, IconOf iconOf, QObject *parent);

    /// Other docks share a place now.
    void refresh();
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(QTabBar *bar);
    void tell(QTabBar *bar);
    void fold(QTabBar *bar);

    QMainWindow *m_window;
    IconOf m_iconOf;
};

} // namespace fireline::views
