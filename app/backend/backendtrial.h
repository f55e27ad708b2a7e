// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backendaddress.h"

namespace fireline::backend {

/// What an address leads to. A value.
struct BackendTrial
{
    QString login; ///< who we are there
    QString role;  ///< "responder", "observer" or "auditor"
    bool isEncrypted = false;
    bool isStandby = false;
};

/// Connects, asks once, and closes again. Blocks for as long as connecting may take: for a thread of its own. A Problem says what is
/// in the way, down to a database that nobody prepared and a login that may do nothing.
[[nodiscard]] domain::Outcome<BackendTrial> tryBackend(const BackendAddress &address);

} // namespace fireline::backend
