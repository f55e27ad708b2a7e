// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockoffset.h"

#include <algorithm>

namespace fireline::sync {

using domain::Span;

namespace {

constexpr qsizetype Kept = 5;

} // namespace

void ClockOffset::add(domain::Instant server, domain::Instant answered, Span roundTrip)
{
    const domain::Instant middle = answered - Span::micros(roundTrip.us / 2);
    m_samples.append((server - middle).us);
    if (m_samples.size() > Kept)
        m_samples.removeFirst();
}

std::optional<Span> ClockOffset::value() const
{
    if (m_samples.isEmpty())
        return std::nullopt;
    QList<qint64> sorted = m_samples;
    std::sort(sorted.begin(), sorted.end());
    return Span::micros(sorted.at(sorted.size() / 2));
}

} // namespace fireline::sync
