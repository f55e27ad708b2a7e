// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

class QMenu;
class QMenuBar;

namespace fireline::views {

class ActionRegistry;
class Theme;

/// The menu bar, made from the action registry and kept in step with it. GUI thread; owned by the main window.
class Menus : public QObject
{
    Q_OBJECT
public:
    Menus(QMenuBar *bar, ActionRegistry &actions, Theme &theme);

    /// "file", "panels/Move panel"; null for a menu that has nothing in it.
    [[nodiscard]] QMenu *menu(const QString &path) const { return m_menus.value(path); }

    /// A button for one command at the end of the bar; `name` is what screen readers say.
    void addButton(const QString &id, const QString &name);

private:
    void addTopMenus();
    void take(const QString &id);
    QMenu *menuAt(const QString &path);
    void fill(const QString &path);
    void showMenu(const QString &path);

    QMenuBar *m_bar;
    ActionRegistry &m_actions;
    Theme &m_theme;
    QHash<QString, QMenu *> m_menus;
    QStringList m_order; ///< of paths, as they were made
};

} // namespace fireline::views
