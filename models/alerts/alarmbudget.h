// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/soundallowance.h"
#include "clocks/attention.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace fireline::models {

/// A matter that may be heard. A value.
struct Alarm
{
    QString id;
    domain::Instant anchor; ///< with the id: the same matter as before
    domain::Attention::Level level = domain::Attention::Level::Late;
    bool active = true; ///< false: known, and not late (again): it is remembered that it was heard
};

/// One sound that is to be made now. A value.
struct Sounding
{
    domain::Attention::Level level = domain::Attention::Level::Late;
    QStringList ids;     ///< what it is for
    bool merged = false; ///< so much came at once that it is told as one
    bool again = false;  ///< a reminder
};

/// Decides what is heard, so that a bad hour does not become a noise that people turn off: at most six sounds an hour, four
/// matters within ten minutes are one sound, reminders after 2, 5 and 10 minutes and then every 10 until acknowledged, and
/// nothing while muted (ux 2.9). The last of the six is kept for command. The six are one person's: budgets of several incidents
/// draw on one allowance. Pure but for its memory: time comes with each call, may stand, leap (a suspended machine) and go back.
/// One owner; one thread; the allowance outlives it.
class AlarmBudget
{
public:
    explicit AlarmBudget(SoundAllowance &allowance) : m_allowance(allowance) { }

    /// All that is late now, and all that was and may be again; what is missing is forgotten.
    [[nodiscard]] std::optional<Sounding> look(const QList<Alarm> &alarms, domain::Instant now);

    /// Silences what is late now, or one of it, until it is late anew. What was acknowledged stays in sight.
    void acknowledge();
    void acknowledge(const QString &id);
    [[nodiscard]] bool isAcknowledged(const QString &id) const;

    /// When to look again for a reminder's sake; unset when none is to come.
    [[nodiscard]] domain::Instant nextLook(domain::Instant now) const;

private:
    struct Known
    {
        domain::Instant anchor;
        domain::Attention::Level level = domain::Attention::Level::Late;
        domain::Instant first; ///< when it was heard first; unset: not yet
        domain::Instant next;  ///< when it is heard again
        bool active = true;
        bool acknowledged = false;
    };
    void remember(const QList<Alarm> &alarms);
    [[nodiscard]] std::optional<Sounding> soundNew(domain::Instant now);
    [[nodiscard]] std::optional<Sounding> soundAgain(domain::Instant now);

    SoundAllowance &m_allowance;
    QHash<QString, Known> m_known;
};

} // namespace fireline::models
