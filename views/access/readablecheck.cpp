// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/readablecheck.h"

#include <QCheckBox>
#include <QKeySequence>

namespace fireline::views {

QAbstractButton *ReadableCheck::button() const
{
    return static_cast<QAbstractButton *>(object());
}

// One that stays down no more is a button.
QAccessible::Role ReadableCheck::role() const
{
    return button()->isCheckable() ? QAccessible::CheckBox : QAccessible::Button;
}

QString ReadableCheck::text(QAccessible::Text text) const
{
    const QString said = QAccessibleWidget::text(text);
    if (text == QAccessible::Accelerator)
        return button()->shortcut().toString(QKeySequence::NativeText);
    return text == QAccessible::Name && said.isEmpty() ? button()->text().remove(u'&') : said;
}

QAccessible::State ReadableCheck::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    const auto *box = qobject_cast<QCheckBox *>(button());
    state.checkable = button()->isCheckable();
    state.checked = button()->isChecked();
    state.checkStateMixed = box && box->checkState() == Qt::PartiallyChecked;
    state.pressed = button()->isDown();
    return state;
}

QStringList ReadableCheck::actionNames() const
{
    QStringList names = QAccessibleWidget::actionNames();
    if (button()->isEnabled())
        names << (button()->isCheckable() ? toggleAction() : pressAction());
    return names;
}

void ReadableCheck::doAction(const QString &name)
{
    if (name == toggleAction() || name == pressAction())
        button()->click();
    else
        QAccessibleWidget::doAction(name);
}

} // namespace fireline::views
