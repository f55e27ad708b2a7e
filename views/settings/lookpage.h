// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingspage.h"

class QComboBox;
class QSpinBox;

namespace fireline::views {

/// Colours, text size and density.
class LookPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit LookPage(QWidget *parent = nullptr);

    void load(const models::Preferences &preferences) override;
    void take(models::Preferences &preferences) const override;

private:
    QComboBox *m_colours;
    QSpinBox *m_size;
    QComboBox *m_density;
};

} // namespace fireline::views
