// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/popupkeys.h"

#include "actions/actionregistry.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace fireline::views {

namespace {

/// Keys that a list has for itself: letters, arrows, Enter, Esc.
bool isOfLists(const QKeyEvent &key)
{
    return !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && (key.key() < Qt::Key_F1 || key.key() > Qt::Key_F35);
}

bool isOf(const QWidget *widget, const QWidget *window)
{
    while (widget && widget != window)
        widget = widget->parentWidget();
    return widget;
}

} // namespace

PopupKeys::PopupKeys(ActionRegistry &actions, QWidget *window) : QObject(&actions), m_actions(actions), m_window(window)
{
    qApp->installEventFilter(this);
}

bool PopupKeys::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !QApplication::activePopupWidget())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const QWidget *focus = QApplication::focusWidget();
    if (isOfLists(*key) || !isOf(focus, m_window) || m_actions.idForKey(QKeySequence(key->keyCombination()), focus).isEmpty())
        return false;
    // A menu has the one it was opened from behind it. One that does not close is left alone.
    while (QWidget *popup = QApplication::activePopupWidget()) {
        popup->close();
        if (popup == QApplication::activePopupWidget())
            break;
    }
    // Where a list is a window of its own, the one behind it does not come back by itself.
    m_window->activateWindow();
    return false;
}

} // namespace fireline::views
