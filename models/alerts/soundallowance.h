// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QList>

namespace fireline::models {

/// What one person's ears are asked for, whichever windows ask: sounds of the last hour, matters of the last ten minutes, and
/// the silence somebody asked for. Windows may count time differently (a drill has a clock of its own): here all of it is the
/// time of one clock, and is given and taken in the time of whoever asks. GUI thread; owned by the program, outlives the windows.
class SoundAllowance
{
public:
    static constexpr int soundsPerHour = 6;
    static constexpr domain::Span mergeWindow = domain::Span::minutes(10);
    static constexpr domain::Span muteLength = domain::Span::minutes(10);

    /// Without a clock all who ask have the same time.
    explicit SoundAllowance(const domain::Clock *clock = nullptr) : m_clock(clock) { }

    /// Whether fewer than `ofSix` sounds were made within the hour.
    [[nodiscard]] bool mayUse(int ofSix, domain::Instant now);
    void use(domain::Instant now);

    /// Matters that were heard first within the last ten minutes.
    [[nodiscard]] int newMatters(domain::Instant now);
    void addMatters(qsizetype count, domain::Instant now);
    /// What comes in the next ten minutes is part of the sound made now.
    void merge(domain::Instant now) { m_mergedAt = here(now); }
    /// When that sound was made; unset where none covers what comes now.
    [[nodiscard]] domain::Instant mergedAt(domain::Instant now) const;

    void mute(domain::Instant now) { m_mutedUntil = here(now) + muteLength; }
    void unmute() { m_mutedUntil = {}; }
    /// Unset while sounds are on.
    [[nodiscard]] domain::Instant mutedUntil(domain::Instant now) const;

private:
    [[nodiscard]] domain::Instant here(domain::Instant now) const { return m_clock ? m_clock->now() : now; }

    const domain::Clock *m_clock;
    QList<domain::Instant> m_sounds;
    QList<domain::Instant> m_matters;
    domain::Instant m_mergedAt;
    domain::Instant m_mutedUntil;
};

} // namespace fireline::models
