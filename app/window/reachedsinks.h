// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/attention.h"
#include "settings/preferences.h"

#include <functional>

namespace fireline::window {

/// Lets through what the person at this console wants to be reached by. GUI thread; the sinks behind it outlive it.
class ReachedSinks : public domain::NotificationSink, public domain::SoundSink
{
public:
    using Reaches = std::function<bool(models::Reach)>;

    ReachedSinks(domain::NotificationSink &notifications, domain::SoundSink &sounds, Reaches reaches)
        : m_notifications(notifications)
        , m_sounds(sounds)
        , m_reaches(std::move(reaches))
    {
    }

    void notify(const domain::Attention &attention) override
    {
        if (m_reaches({attention.level, models::Channel::Desktop}))
            m_notifications.notify(attention);
    }
    void sound(domain::Attention::Level level) override
    {
        if (m_reaches({level, models::Channel::Sound}))
            m_sounds.sound(level);
    }

private:
    domain::NotificationSink &m_notifications;
    domain::SoundSink &m_sounds;
    Reaches m_reaches;
};

} // namespace fireline::window
