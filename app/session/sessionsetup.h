// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/idsource.h"
#include "process/process.h"

#include <functional>

namespace fireline::session {

/// What a session is given from outside. References outlive the session.
struct SessionSetup
{
    domain::Clock &clock;
    domain::IdSource &ids;
    QString profile; ///< who types at this console; recordedBy of every event
    QString device;  ///< id of this console; each opening of a record is an author's chain of its own
    /// Puts what stands beside the process on this machine (playbooks) behind its own lists; empty where nothing does.
    std::function<domain::Process(domain::Process)> withPlaybooks = {};
};

} // namespace fireline::session
