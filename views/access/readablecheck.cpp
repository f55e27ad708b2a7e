// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/readablecheck.h"

#include <QCheckBox>
#include <QKeySequence>

namespace fireline::views {

ReadableCheck::ReadableCheck(QCheckBox *box) : QAccessibleWidget(box, QAccessible::CheckBox) { }

QCheckBox *ReadableCheck::box() const
{
    return qobject_cast<QCheckBox *>(object());
}

QString ReadableCheck::text(QAccessible::Text text) const
{
    const QString said = QAccessibleWidget::text(text);
    if (text == QAccessible::Accelerator)
        return box()->shortcut().toString(QKeySequence::NativeText);
    return text == QAccessible::Name && said.isEmpty() ? box()->text().remove(u'&') : said;
}

QAccessible::State ReadableCheck::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.checkable = true;
    state.checked = box()->isChecked();
    state.checkStateMixed = box()->checkState() == Qt::PartiallyChecked;
    state.pressed = box()->isDown();
    return state;
}

QStringList ReadableCheck::actionNames() const
{
    QStringList names = QAccessibleWidget::actionNames();
    if (box()->isEnabled())
        names << toggleAction();
    return names;
}

void ReadableCheck::doAction(const QString &name)
{
    if (name == toggleAction())
        box()->click();
    else
        QAccessibleWidget::doAction(name);
}

} // namespace fireline::views
