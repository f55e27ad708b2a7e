// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

namespace fireline::connectors {

/// How patient a request is. A value.
struct HttpPolicy
{
    domain::Span patience = domain::Span::seconds(30);    ///< of one attempt, to its last byte
    int attempts = 4;                                     ///< of what may be asked again
    domain::Span firstWait = domain::Span::seconds(1);    ///< doubled each time, less up to half of it by chance
    domain::Span longestWait = domain::Span::seconds(60); ///< who asks for more by Retry-After is not asked again
    qint64 largest = 32 * 1024 * 1024;                    ///< bytes of an answer, unpacked
};

} // namespace fireline::connectors
