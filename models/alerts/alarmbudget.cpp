// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alarmbudget.h"

#include "alerts/alertitem.h"

#include <algorithm>

namespace fireline::models {

using namespace domain;
using Level = Attention::Level;

namespace {

/// How many of the six sounds of an hour a matter may use: the last one is kept for command.
constexpr int soundsFor(Level level)
{
    return level == Level::Command ? SoundAllowance::soundsPerHour : SoundAllowance::soundsPerHour - 1;
}

/// The first reminder after `now`. Those that a suspended machine slept through are not made up for.
Instant reminderAfter(Instant first, Instant now)
{
    for (const Span after : {Span::minutes(2), Span::minutes(5), Span::minutes(10)}) {
        if (first + after > now)
            return first + after;
    }
    const qint64 ten = Span::minutes(10).us;
    return first + Span{((now - first).us / ten + 1) * ten};
}

} // namespace

std::optional<Sounding> AlarmBudget::look(const QList<Alarm> &alarms, Instant now)
{
    remember(alarms);
    if (m_allowance.mutedUntil(now).isSet())
        return std::nullopt;
    if (auto sounding = soundNew(now))
        return sounding;
    return soundAgain(now);
}

void AlarmBudget::remember(const QList<Alarm> &alarms)
{
    QHash<QString, Known> known;
    for (const Alarm &alarm : alarms) {
        Known entry = m_known.value(alarm.id);
        const bool same = m_known.contains(alarm.id) && entry.anchor == alarm.anchor;
        if (!same)
            entry = {alarm.anchor, alarm.level, {}, {}, alarm.active, false};
        // What only was due and is now a matter of command is heard, whoever acknowledged it before.
        if (alarm.level > entry.level)
            entry = {alarm.anchor, alarm.level, {}, {}, alarm.active, false};
        entry.active = alarm.active;
        known.insert(alarm.id, entry);
    }
    m_known = known;
}

std::optional<Sounding> AlarmBudget::soundNew(Instant now)
{
    Sounding sounding;
    sounding.level = Level::Due;
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it) {
        if (!it->active || it->acknowledged || it->first.isSet())
            continue;
        sounding.ids.append(it.key());
        sounding.level = std::max(sounding.level, it->level);
    }
    if (sounding.ids.isEmpty())
        return std::nullopt;
    const int before = m_allowance.newMatters(now);
    const Instant mergedAt = m_allowance.mergedAt(now);
    // That nobody has command drowns in no crowd.
    const bool joins = mergedAt.isSet() && sounding.level != Level::Command;
    if (!joins && !m_allowance.mayUse(soundsFor(sounding.level), now))
        return std::nullopt;
    sounding.merged = joins || before + sounding.ids.size() >= mergeFrom;
    if (sounding.merged && !joins)
        m_allowance.merge(now);
    for (const QString &id : std::as_const(sounding.ids))
        m_known[id].first = now;
    m_allowance.addMatters(sounding.ids.size(), now);
    // One matter of many: they remind together.
    for (Known &known : m_known) {
        if (known.first.isSet() && (sounding.merged || known.first == now))
            known.next = reminderAfter(joins ? mergedAt : now, now);
    }
    if (joins)
        return std::nullopt;
    m_allowance.use(now);
    std::sort(sounding.ids.begin(), sounding.ids.end());
    return sounding;
}

std::optional<Sounding> AlarmBudget::soundAgain(Instant now)
{
    Sounding sounding;
    sounding.level = Level::Due;
    sounding.again = true;
    for (auto it = m_known.begin(); it != m_known.end(); ++it) {
        if (!it->active || it->acknowledged || !it->first.isSet() || it->next > now)
            continue;
        it->next = reminderAfter(it->first, now);
        sounding.ids.append(it.key());
        sounding.level = std::max(sounding.level, it->level);
    }
    if (sounding.ids.isEmpty() || !m_allowance.mayUse(soundsFor(sounding.level), now))
        return std::nullopt;
    m_allowance.use(now);
    std::sort(sounding.ids.begin(), sounding.ids.end());
    sounding.merged = sounding.ids.size() >= mergeFrom;
    return sounding;
}

void AlarmBudget::acknowledge()
{
    for (Known &known : m_known)
        known.acknowledged = known.acknowledged || known.active;
}

void AlarmBudget::acknowledge(const QString &id)
{
    const auto it = m_known.find(id);
    if (it != m_known.end())
        it->acknowledged = true;
}

bool AlarmBudget::isAcknowledged(const QString &id) const
{
    return m_known.value(id).acknowledged;
}

Instant AlarmBudget::nextLook(Instant now) const
{
    Instant next = m_allowance.mutedUntil(now);
    const auto sooner = [&next](Instant t) { next = next.isSet() ? std::min(next, t) : t; };
    for (const Known &known : m_known) {
        if (known.active && !known.acknowledged && known.first.isSet())
            sooner(known.next);
    }
    return next;
}

} // namespace fireline::models
