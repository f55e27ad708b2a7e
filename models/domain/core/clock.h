// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

namespace fireline::domain {

/// Where time comes from. Injected everywhere; owned by whoever composes the program. Called from any one thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall time, UTC.
    [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's own clock.
class SystemClock : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that stands until it is told to move: drills and tests.
class SimulatedClock : public Clock
{
public:
    explicit SimulatedClock(Instant start) : m_now(start) { }
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant t) { m_now = t; }
    void advance(Span by) { m_now = m_now + by; }

private:
    Instant m_now;
};

} // namespace fireline::domain
