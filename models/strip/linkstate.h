// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QString>
#include <QStringList>

namespace fireline::models {

/// How the record stands with a shared backend. A value.
struct LinkState
{
    enum class State {
        None, ///< it is in the file here alone
        Offline,
        Connecting,
        Shared,
        Stopped ///< nothing is exchanged until somebody does something about it
    };
    State state = State::None;
    int unsent = 0;             ///< own events that the backend has not shown back
    QString reason;             ///< translated; why it is offline or stopped
    domain::Instant since = {}; ///< from when on nothing was exchanged; unset while it is, or is being tried for the first time
    domain::Span skew = {};     ///< by how much the server's clock is ahead of ours, in whole seconds; 0 where it matters not
    int refused = 0;            ///< own events that the backend did not take, and nobody has dealt with
    int attachments = 0;        ///< that the backend does not have yet
    bool severityUnconfirmed = false; ///< in force here, and the backend has not said so yet
    bool phaseUnconfirmed = false;
    bool looksOnly = false;    ///< the login may write nothing there, as the backend said when it was there last
    bool takesNothing = false; ///< and the record is the backend's, so that nothing is recorded here either
    int toReview = 0;          ///< fields that two people set at once, and nobody has chosen
    QStringList here = {};     ///< who may see the incident and is connected to the backend now

    bool operator==(const LinkState &) const = default;
};

} // namespace fireline::models
