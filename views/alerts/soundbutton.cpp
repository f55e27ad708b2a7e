// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/soundbutton.h"

#include "actions/actionregistry.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

SoundButton::SoundButton(models::Alarms &alarms, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QToolButton(parent)
    , m_alarms(alarms)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"soundState"_s);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &SoundButton::clicked, &alarms, [this] { m_alarms.toggleMute(); });
    connect(&alarms, &models::Alarms::muteChanged, this, &SoundButton::look);
    connect(&theme, &Theme::changed, this, &SoundButton::look);
    connect(&times, &TimeDisplay::changed, this, &SoundButton::look);
    look();
}

SoundButton::~SoundButton() = default;

void SoundButton::addActions(ActionRegistry &actions)
{
    actions.add(reading({u"alerts.mute"_s,
                         tr("Turn alarm sounds off for ten minutes"),
                         tr("Nothing is heard until then; what is late stays in sight. Again turns them on."),
                         u"incident"_s,
                         {},
                         {QKeySequence(Qt::Key_F8)}}),
                [this] { m_alarms.toggleMute(); });
}

void SoundButton::look()
{
    setFont(m_theme.textFont());
    const domain::Instant end = m_alarms.mutedUntil();
    setText(end.isSet() ? tr("Sound off until %1").arg(m_times.minute(end)) : tr("Sound on"));
    setAccessibleName(text());
    setToolTip(end.isSet() ? tr("Alarms are not heard until %1. Press to hear them again. (F8)").arg(m_times.full(end))
                           : tr("Alarms are heard. Press to turn them off for ten minutes. (F8)"));
}

} // namespace fireline::views
