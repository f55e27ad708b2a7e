// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleActionInterface>
#include <QAccessibleWidget>
#include <QAction>
#include <QHash>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

namespace fireline::views {

/// A menu for who does not see it. Qt's own knows a command in one menu only, and tells the same one in another menu as out of
/// sight; and it leaves the menu open when something was chosen. Made by Qt when somebody asks; GUI thread.
class ReadableMenu : public QAccessibleWidget
{
public:
    explicit ReadableMenu(QMenu *menu) : QAccessibleWidget(menu, QAccessible::PopupMenu) { }

    QString text(QAccessible::Text text) const override;
    int childCount() const override;
    QAccessibleInterface *child(int place) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *focusChild() const override;

protected:
    ~ReadableMenu() override;

private:
    [[nodiscard]] QMenu *menu() const { return qobject_cast<QMenu *>(object()); }

    mutable QHash<QAction *, QAccessible::Id> m_items;
};

/// The menus of a window, and the button that stands beside them, which Qt's own leaves out. Made by Qt when somebody asks; GUI thread.
class ReadableMenuBar : public QAccessibleWidget
{
public:
    explicit ReadableMenuBar(QMenuBar *bar) : QAccessibleWidget(bar, QAccessible::MenuBar) { }

    int childCount() const override;
    QAccessibleInterface *child(int place) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

protected:
    ~ReadableMenuBar() override;

private:
    [[nodiscard]] QMenuBar *bar() const { return qobject_cast<QMenuBar *>(object()); }
    /// In the order in which they stand; only what is in sight.
    [[nodiscard]] QList<QWidget *> corners() const;

    mutable QHash<QAction *, QAccessible::Id> m_items;
};

/// One line of a menu, or one menu of a bar.
class ReadableMenuItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    /// In a QMenu or a QMenuBar.
    ReadableMenuItem(QWidget *menu, QAction *action) : m_menu(menu), m_action(action) { }

    [[nodiscard]] QAction *action() const { return m_action; }

    bool isValid() const override { return m_menu && m_action; }
    QObject *object() const override { return nullptr; } // it stands in other menus too
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    /// The menu that it opens.
    QAccessibleInterface *child(int place) const override;
    int childCount() const override { return m_action && m_action->menu() ? 1 : 0; }
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &name) const override;

private:
    [[nodiscard]] QRect place() const;
    [[nodiscard]] bool isActive() const;

    QPointer<QWidget> m_menu;
    QPointer<QAction> m_action;
};

} // namespace fireline::views
