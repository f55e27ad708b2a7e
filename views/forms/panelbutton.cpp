// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/panelbutton.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace fireline::views {

QPushButton *button(const QString &name, const QString &text, const QString &help, QWidget *parent)
{
    QPushButton *made = button(name, text, parent);
    made->setToolTip(help);
    return made;
}

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    return made;
}

bool pressButton(QWidget *focus, const QKeyEvent &event)
{
    const bool enter = (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && !event.isAutoRepeat()
                       && (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool pushed = qobject_cast<QPushButton *>(focus) || qobject_cast<QToolButton *>(focus);
    if (enter && pushed)
        static_cast<QAbstractButton *>(focus)->click();
    return enter && pushed;
}

} // namespace fireline::views
