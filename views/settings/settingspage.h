// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/preferences.h"

#include <QWidget>

namespace fireline::views {

/// One page of the settings: shows a part of the preferences and gives that part back. GUI thread; owned by the dialog.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Without edited().
    virtual void load(const models::Preferences &preferences) = 0;
    /// Writes what stands in the page into its part.
    virtual void take(models::Preferences &preferences) const = 0;

signals:
    /// A person changed something.
    void edited();

protected:
    /// Gives a field what every field must have.
    static void name(QWidget *field, const QString &objectName, const QString &words, const QString &help);
};

} // namespace fireline::views
