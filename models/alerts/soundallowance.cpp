// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/soundallowance.h"

#include <cstdlib>

namespace fireline::models {

using namespace domain;

namespace {

/// Forgets what is older than `length`; a clock that was put back makes nothing younger.
void forget(QList<Instant> &times, Span length, Instant now)
{
    times.removeIf([&](Instant t) { return std::abs((now - t).us) >= length.us; });
}

} // namespace

bool SoundAllowance::mayUse(int ofSix, Instant now)
{
    forget(m_sounds, Span::hours(1), here(now));
    return m_sounds.size() < ofSix;
}

void SoundAllowance::use(Instant now)
{
    m_sounds.append(here(now));
}

int SoundAllowance::newMatters(Instant now)
{
    forget(m_matters, mergeWindow, here(now));
    return int(m_matters.size());
}

void SoundAllowance::addMatters(qsizetype count, Instant now)
{
    m_matters.insert(m_matters.size(), count, here(now));
}

Instant SoundAllowance::mergedAt(Instant now) const
{
    const Span since = here(now) - m_mergedAt;
    const bool covers = m_mergedAt.isSet() && since >= Span{} && since < mergeWindow;
    return covers ? now - since : Instant();
}

Instant SoundAllowance::mutedUntil(Instant now) const
{
    // A clock that was put back does not make the silence longer.
    const Span left = m_mutedUntil - here(now);
    return m_mutedUntil.isSet() && left > Span{} && left <= muteLength ? now + left : Instant();
}

} // namespace fireline::models
