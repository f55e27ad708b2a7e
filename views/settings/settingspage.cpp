// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

namespace fireline::views {

void SettingsPage::name(QWidget *field, const QString &objectName, const QString &words, const QString &help)
{
    field->setObjectName(objectName);
    field->setAccessibleName(words);
    field->setToolTip(help);
}

} // namespace fireline::views
