// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/runningclock.h"

#include <QList>
#include <QSet>
#include <QString>

namespace fireline::drill {

/// Something a clock did. A value.
struct ClockNews
{
    enum class Kind { Late, Rung };
    Kind kind = Kind::Late;
    domain::RunningClock clock;
};

/// Remembers which clocks of the process were seen late and which rungs were seen due, each once per anchor. Clocks that
/// outlive the incident (drills, reviews of the process) are no matter of one drill. Used by one player; one thread.
class ClockWatch
{
public:
    /// What is new since the last call.
    [[nodiscard]] QList<ClockNews> observe(const QList<domain::RunningClock> &clocks);
    /// Every rule whose clock was seen at all.
    [[nodiscard]] const QSet<QString> &seen() const { return m_seen; }

private:
    QSet<QString> m_told;
    QSet<QString> m_seen;
};

} // namespace fireline::drill
