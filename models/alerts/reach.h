// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/attention.h"

#include <QList>

#include <compare>
#include <functional>

namespace fireline::models {

/// What kind of thing is due or late (ux 2.9).
enum class Matter {
    OutsideUpdate, ///< an update to an audience outside
    InsideUpdate,
    CallBack, ///< an action or a question
    Reminder, ///< a countdown to oneself
    Escalation,
    Command,  ///< nobody has it, or a handover waits
    Decision, ///< is to be looked at again
    Review,   ///< what is owed after the incident
    Deadline, ///< any other clock of the process
    DrillStop,
};

/// How a matter reaches a person beside the window itself, which shows everything.
enum class Channel {
    Soon,    ///< a message of the desktop, shortly before it is late
    Desktop, ///< a message of the desktop, when it is late
    Sound,
    Attention, ///< the window asks for it
};

/// One cell of "what reaches me how".
struct Reach
{
    Matter matter = Matter::Deadline;
    Channel channel = Channel::Desktop;

    auto operator<=>(const Reach &) const = default;
};

using Reaches = std::function<bool(Reach)>;

/// Whether that channel exists for that kind of matter at all: few things are worth a sound, and command alone asks for attention.
[[nodiscard]] bool canReach(Reach way);
/// Row by row.
[[nodiscard]] QList<Reach> allReaches();
/// By which message of the desktop something of that weight is told.
[[nodiscard]] Channel noticeOf(domain::Attention::Level level);

} // namespace fireline::models
