// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/readablebox.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>

namespace fireline::views {

ReadableBox::ReadableBox(QComboBox *box) : QAccessibleWidget(box, QAccessible::ComboBox) { }

QComboBox *ReadableBox::box() const
{
    return qobject_cast<QComboBox *>(object());
}

QString ReadableBox::text(QAccessible::Text text) const
{
    const QString name = QAccessibleWidget::text(text);
    const QString chosen = box()->currentText();
    if (text == QAccessible::Value)
        return chosen;
    if (text != QAccessible::Name || chosen.isEmpty())
        return name;
    return name.isEmpty() ? chosen : tr("%1: %2", "what a choice is about, what is chosen").arg(name, chosen);
}

void ReadableBox::setText(QAccessible::Text text, const QString &value)
{
    if (text == QAccessible::Value && box()->isEditable())
        box()->setEditText(value);
    else
        QAccessibleWidget::setText(text, value);
}

QAccessible::State ReadableBox::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.expandable = true;
    state.expanded = box()->view()->isVisible();
    state.collapsed = !state.expanded;
    state.hasPopup = true;
    state.editable = box()->isEditable();
    return state;
}

int ReadableBox::childCount() const
{
    return box()->isEditable() ? 2 : 1;
}

QAccessibleInterface *ReadableBox::child(int place) const
{
    if (place == 0)
        return QAccessible::queryAccessibleInterface(box()->view());
    return place == 1 && box()->isEditable() ? QAccessible::queryAccessibleInterface(box()->lineEdit()) : nullptr;
}

int ReadableBox::indexOfChild(const QAccessibleInterface *child) const
{
    if (child && child->object() == box()->view())
        return 0;
    return child && box()->isEditable() && child->object() == box()->lineEdit() ? 1 : -1;
}

QAccessibleInterface *ReadableBox::childAt(int x, int y) const
{
    return box()->isEditable() && box()->lineEdit()->rect().contains(box()->lineEdit()->mapFromGlobal(QPoint(x, y))) ? child(1)
                                                                                                                     : nullptr;
}

QStringList ReadableBox::actionNames() const
{
    QStringList names = QAccessibleWidget::actionNames();
    if (box()->isEnabled())
        names << showMenuAction() << pressAction();
    return names;
}

void ReadableBox::doAction(const QString &name)
{
    if (name != showMenuAction() && name != pressAction())
        return QAccessibleWidget::doAction(name);
    if (box()->view()->isVisible())
        box()->hidePopup();
    else
        box()->showPopup();
}

} // namespace fireline::views
