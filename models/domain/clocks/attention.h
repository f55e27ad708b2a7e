// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QString>

namespace fireline::domain {

/// Something a person should look at. A value.
struct Attention
{
    enum class Level {
        Due,     ///< shortly before a clock runs out
        Late,    ///< a clock ran out
        Command, ///< an escalation step is due, or nobody answers for command
        Taken,   ///< command was taken from whoever is told; no clock runs for it
    };
    Level level = Level::Due;
    QString clock; ///< id of the clock: one notice per clock replaces the one before
    QString text;  ///< translated
    Instant since; ///< when it came to this
};

/// Where notices for people go: the desktop, a terminal, a test. Injected; owned by whoever composes the program.
class NotificationSink
{
public:
    virtual ~NotificationSink() = default;
    virtual void notify(const Attention &attention) = 0;
};

/// Where alarms are heard. Injected beside NotificationSink; silent where there is nobody to hear.
class SoundSink
{
public:
    virtual ~SoundSink() = default;
    /// Only for what may be heard: late clocks and steps of command, never for new entries.
    virtual void sound(Attention::Level level) = 0;
};

} // namespace fireline::domain
