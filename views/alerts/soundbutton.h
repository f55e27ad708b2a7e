// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alarms.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QToolButton>

namespace fireline::views {

class ActionRegistry;

/// Whether alarms are heard: "Sound on", or "Sound off until 03:05", which ends by itself. F8. GUI thread; made by the
/// window; alarms, theme and times outlive it.
class SoundButton : public QToolButton
{
    Q_OBJECT
public:
    SoundButton(models::Alarms &alarms, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);
    ~SoundButton() override;

    void addActions(ActionRegistry &actions);

private:
    void look();

    models::Alarms &m_alarms;
    Theme &m_theme;
    TimeDisplay &m_times;
};

} // namespace fireline::views
