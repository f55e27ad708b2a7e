// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/envelope.h"

namespace fireline::domain {

/// One clock from moment to moment. A `done` older than its `after` does not count.
struct DeadlineRule
{
    struct Sooner
    {
        Cond when;
        Window within;
    };
    Envelope rule;
    Moment done;
    Moment after;
    PerSeverity within;
    Hours hours = Hours::Always;
    std::optional<Sooner> sooner;
    QStringList owner;
    QList<EffectSpec> late;
};

/// A clock that restarts.
struct CadenceRule
{
    Envelope rule;
    CadenceKind item = CadenceKind::CheckIn;
    QString arg; ///< audience or drill
    PerSeverity every;
    PerSeverity first;          ///< empty: as `every`
    std::optional<Moment> from; ///< unset: from when the item was last done
    std::optional<Moment> until;
    QStringList setBy;
    QStringList owner;
};

struct Rung
{
    Duration at;
    QList<EffectSpec> effects;
};

/// Effects at set times while a state lasts. A rung fires once per `from`.
struct LadderRule
{
    Envelope rule;
    Moment from;
    std::optional<Moment> until;
    Hours hours = Hours::Always;
    Urgency urgency = Urgency::High;
    QList<Rung> rungs; ///< never empty; `do:` in the file is one rung at 0s
};

} // namespace fireline::domain
