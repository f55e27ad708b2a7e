// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/panelbutton.h"

#include <QPushButton>

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

} // namespace fireline::views
