// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/readablemenu.h"

#include <QApplication>
#include <QKeySequence>

namespace fireline::views {

namespace {

// Letters to choose by are marked with “&”.
QString unmarked(QString text)
{
    return text.replace(QStringLiteral("&&"), QStringLiteral("\n")).remove(u'&').replace(u'\n', u'&');
}

/// As after a click: none stays open.
void closeMenus()
{
    QWidget *last = nullptr;
    for (QWidget *open = QApplication::activePopupWidget(); qobject_cast<QMenu *>(open) && open != last;
         open = QApplication::activePopupWidget()) {
        last = open;
        open->close();
    }
}

using Items = QHash<QAction *, QAccessible::Id>;

QAccessibleInterface *itemOf(QWidget *menu, QAction *action, Items &items)
{
    if (!action)
        return nullptr;
    QAccessible::Id &id = items[action];
    const auto *known = id == 0 ? nullptr : dynamic_cast<ReadableMenuItem *>(QAccessible::accessibleInterface(id));
    if (!known || known->action() != action)
        id = QAccessible::registerAccessibleInterface(new ReadableMenuItem(menu, action));
    return QAccessible::accessibleInterface(id);
}

void forget(const Items &items)
{
    for (const QAccessible::Id id : items)
        QAccessible::deleteAccessibleInterface(id);
}

} // namespace

ReadableMenu::~ReadableMenu()
{
    forget(m_items);
}

QString ReadableMenu::text(QAccessible::Text text) const
{
    const QString said = QAccessibleWidget::text(text);
    return said.isEmpty() && text == QAccessible::Name ? unmarked(menu()->title()) : said;
}

int ReadableMenu::childCount() const
{
    return int(menu()->actions().size());
}

QAccessibleInterface *ReadableMenu::child(int place) const
{
    return itemOf(menu(), menu()->actions().value(place), m_items);
}

int ReadableMenu::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const ReadableMenuItem *>(child);
    return item && item->isValid() ? int(menu()->actions().indexOf(item->action())) : -1;
}

QAccessibleInterface *ReadableMenu::childAt(int x, int y) const
{
    QAction *action = menu()->actionAt(menu()->mapFromGlobal(QPoint(x, y)));
    return action && !action->isSeparator() ? child(int(menu()->actions().indexOf(action))) : nullptr;
}

QAccessibleInterface *ReadableMenu::parent() const
{
    // The line above that opens it, where there is one.
    if (auto *above = qobject_cast<QMenu *>(menu()->parentWidget())) {
        if (const qsizetype place = above->actions().indexOf(menu()->menuAction()); place >= 0)
            return QAccessible::queryAccessibleInterface(above)->child(int(place));
    }
    return QAccessibleWidget::parent();
}

QAccessibleInterface *ReadableMenu::focusChild() const
{
    QAction *action = menu()->activeAction();
    return action ? child(int(menu()->actions().indexOf(action))) : nullptr;
}

ReadableMenuBar::~ReadableMenuBar()
{
    forget(m_items);
}

QList<QWidget *> ReadableMenuBar::corners() const
{
    QList<QWidget *> found;
    for (const Qt::Corner corner : {Qt::TopLeftCorner, Qt::TopRightCorner}) {
        if (QWidget *widget = bar()->cornerWidget(corner); widget && widget->isVisible())
            found.append(widget);
    }
    return found;
}

int ReadableMenuBar::childCount() const
{
    return int(bar()->actions().size() + corners().size());
}

QAccessibleInterface *ReadableMenuBar::child(int place) const
{
    const qsizetype menus = bar()->actions().size();
    if (place >= 0 && place < menus)
        return itemOf(bar(), bar()->actions().at(place), m_items);
    QWidget *corner = corners().value(place - menus);
    return corner ? QAccessible::queryAccessibleInterface(corner) : nullptr;
}

int ReadableMenuBar::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *item = dynamic_cast<const ReadableMenuItem *>(child))
        return item->isValid() ? int(bar()->actions().indexOf(item->action())) : -1;
    const qsizetype corner = child ? corners().indexOf(qobject_cast<QWidget *>(child->object())) : -1;
    return corner < 0 ? -1 : int(bar()->actions().size() + corner);
}

QAccessibleInterface *ReadableMenuBar::childAt(int x, int y) const
{
    const QPoint at = bar()->mapFromGlobal(QPoint(x, y));
    for (QWidget *corner : corners()) {
        if (corner->geometry().contains(at))
            return QAccessible::queryAccessibleInterface(corner);
    }
    QAction *action = bar()->actionAt(at);
    return action && !action->isSeparator() ? child(int(bar()->actions().indexOf(action))) : nullptr;
}

QAccessibleInterface *ReadableMenuBar::focusChild() const
{
    for (QWidget *corner : corners()) {
        if (corner->hasFocus())
            return QAccessible::queryAccessibleInterface(corner);
    }
    QAction *action = bar()->activeAction();
    return action ? child(int(bar()->actions().indexOf(action))) : nullptr;
}

QAccessibleInterface *ReadableMenuItem::parent() const
{
    return m_menu ? QAccessible::queryAccessibleInterface(m_menu.data()) : nullptr;
}

QAccessibleInterface *ReadableMenuItem::child(int place) const
{
    return place == 0 && childCount() == 1 ? QAccessible::queryAccessibleInterface(m_action->menu()) : nullptr;
}

int ReadableMenuItem::indexOfChild(const QAccessibleInterface *child) const
{
    return child && childCount() == 1 && child->object() == m_action->menu() ? 0 : -1;
}

QString ReadableMenuItem::text(QAccessible::Text text) const
{
    if (!isValid() || m_action->isSeparator())
        return {};
    switch (text) {
    case QAccessible::Name: return unmarked(m_action->text());
    // Why it cannot be done now is told here.
    case QAccessible::Description: return m_action->toolTip();
    case QAccessible::Help: return m_action->whatsThis();
    case QAccessible::Accelerator: return m_action->shortcut().toString(QKeySequence::NativeText);
    default: return {};
    }
}

QRect ReadableMenuItem::rect() const
{
    if (!isValid())
        return {};
    const QRect here = place();
    return {m_menu->mapToGlobal(here.topLeft()), here.size()};
}

QRect ReadableMenuItem::place() const
{
    if (const auto *bar = qobject_cast<QMenuBar *>(m_menu))
        return bar->actionGeometry(m_action);
    const auto *menu = qobject_cast<QMenu *>(m_menu);
    return menu ? menu->actionGeometry(m_action) : QRect();
}

bool ReadableMenuItem::isActive() const
{
    if (const auto *bar = qobject_cast<QMenuBar *>(m_menu))
        return bar->activeAction() == m_action;
    const auto *menu = qobject_cast<QMenu *>(m_menu);
    return menu && menu->activeAction() == m_action;
}

QAccessible::Role ReadableMenuItem::role() const
{
    return m_action && m_action->isSeparator() ? QAccessible::Separator : QAccessible::MenuItem;
}

QAccessible::State ReadableMenuItem::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (!isValid())
        return state;
    state.invisible = !m_menu->isVisible() || !m_action->isVisible();
    state.disabled = m_action->isSeparator() || !m_action->isEnabled();
    state.focusable = !state.disabled;
    state.focused = isActive();
    state.checkable = m_action->isCheckable();
    state.checked = m_action->isChecked();
    state.hasPopup = m_action->menu() != nullptr;
    return state;
}

void *ReadableMenuItem::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList ReadableMenuItem::actionNames() const
{
    if (!isValid() || m_action->isSeparator())
        return {};
    return {m_action->menu() ? showMenuAction() : pressAction()};
}

void ReadableMenuItem::doAction(const QString &name)
{
    if (!actionNames().contains(name) || !m_action->isEnabled())
        return;
    if (m_action->menu()) {
        if (auto *bar = qobject_cast<QMenuBar *>(m_menu))
            bar->setActiveAction(m_action);
        else if (auto *menu = qobject_cast<QMenu *>(m_menu))
            menu->setActiveAction(m_action);
        return;
    }
    const QPointer<QAction> chosen = m_action;
    closeMenus();
    if (chosen)
        chosen->trigger();
}

QStringList ReadableMenuItem::keyBindingsForAction(const QString &name) const
{
    const QString key = m_action ? m_action->shortcut().toString(QKeySequence::NativeText) : QString();
    return name == pressAction() && !key.isEmpty() ? QStringList{key} : QStringList();
}

} // namespace fireline::views
