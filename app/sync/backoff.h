// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports.h"
#include "syncpolicy.h"

namespace fireline::sync {

/// How long to wait before the next attempt: doubled each time, with jitter, so that fifty consoles do not come back as one.
/// Owned by the engine.
class Backoff
{
public:
    Backoff(const SyncPolicy &policy, Randomness &random) : m_policy(policy), m_random(random) { }

    /// Between half of the interval and the whole of it.
    [[nodiscard]] domain::Span next();
    void reset() { m_attempt = 0; }

private:
    const SyncPolicy &m_policy;
    Randomness &m_random;
    int m_attempt = 0;
};

/// `span` give or take a fifth.
[[nodiscard]] domain::Span jittered(domain::Span span, Randomness &random);

} // namespace fireline::sync
