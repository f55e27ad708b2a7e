// SPDX-License-Identifier: GPL-3.0-or-later
#include "backoff.h"

#include <algorithm>

namespace fireline::sync {

using domain::Span;

namespace {

constexpr quint32 Steps = 1 << 16;

} // namespace

Span Backoff::next()
{
    constexpr int enough = 16; // doublings: past every longest interval
    const qint64 whole = std::min(m_policy.firstRetry.us << std::min(m_attempt, enough), m_policy.lastRetry.us);
    ++m_attempt;
    return Span::micros(whole / 2 + whole / 2 * m_random.below(Steps + 1) / Steps);
}

Span jittered(Span span, Randomness &random)
{
    return Span::micros(span.us - span.us / 5 + 2 * span.us / 5 * random.below(Steps + 1) / Steps);
}

} // namespace fireline::sync
