// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/attention.h"

namespace fireline::domain {

namespace {

bool wantsAttention(RunningClock::State state)
{
    return state == RunningClock::State::Due || state == RunningClock::State::Late;
}

Attention attentionOf(const RunningClock &clock)
{
    const bool late = clock.state == RunningClock::State::Late;
    const auto level = clock.kind == RunningClock::Kind::Rung ? Attention::Level::Command
                       : late                                 ? Attention::Level::Late
                                                              : Attention::Level::Due;
    return {level, clock.id, clock.text, late ? clock.late : clock.due};
}

} // namespace

void AttentionWatch::look(const QList<RunningClock> &clocks)
{
    QHash<QString, Told> seen;
    for (const RunningClock &clock : clocks) {
        if (!wantsAttention(clock.state))
            continue;
        seen.insert(clock.id, {clock.anchor, clock.state});
        const auto before = m_told.constFind(clock.id);
        if (before != m_told.constEnd() && before->anchor == clock.anchor && before->state == clock.state)
            continue;
        const Attention attention = attentionOf(clock);
        m_notifications.notify(attention);
        if (attention.level != Attention::Level::Due)
            m_sounds.sound(attention.level);
    }
    m_told = seen;
}

} // namespace fireline::domain
