// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/outcome.h"
#include "http/access.h"
#include "http/httppolicy.h"

#include <optional>

namespace fireline::connectors {

/// How one attempt ended. A value.
struct Attempt
{
    enum class Ending {
        Answered,    ///< whole, with a status
        Unnamed,     ///< the host's name was not looked up: nobody has it, or no name server answers; nothing was sent
        Unreachable, ///< nobody answers there; nothing was sent
        Untrusted,   ///< the other side's certificate, or ours; nothing was sent
        Broken,      ///< in the middle, of sending or of the answer
        Slow,        ///< longer than the policy's patience
        TooLarge,
    };
    Ending ending = Ending::Answered;
    int status = 0; ///< HTTP
    QString retryAfter;
    QString location;
    QString complaint; ///< of the system, as it came
    QString detail;    ///< of the library, as it came
};

/// What follows from it. A value.
struct Verdict
{
    std::optional<domain::Problem> problem; ///< nothing: the answer can be read
    bool again = false;                     ///< another attempt can help
    std::optional<domain::Span> wait;       ///< how long the system asks to leave it alone
};

/// Pure. `repeatable`: what was asked may be asked again; where it may not and may have arrived, the problem is "outcome-unknown"
/// (decisions 24). Codes: unnamed, unreachable, certificate, cut, slow, too-large, sign-in, not-found, too-many, server-fault, moved,
/// refused.
[[nodiscard]] Verdict verdictOn(const Attempt &attempt, const Access &access, const HttpPolicy &policy, bool repeatable,
                                domain::Instant now);

/// "120", or a date of HTTP; nothing for all else, and for what is past.
[[nodiscard]] std::optional<domain::Span> readRetryAfter(const QString &text, domain::Instant now);

/// An answer came, and is not what was asked for ("unreadable"), or says in its body that it refuses ("refused").
[[nodiscard]] domain::Problem inAnswer(const Access &access, const domain::Problem &why);
[[nodiscard]] domain::Problem cancelled(const Access &access);

} // namespace fireline::connectors
