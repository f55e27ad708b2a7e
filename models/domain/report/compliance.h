// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "process/process.h"
#include "report/clockhistory.h"
#include "state/incidentstate.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::domain {

/// How one rule of the process fared in one incident (SRE-44). A value.
struct RuleCompliance
{
    /// From best to worst but for the first two; the worst that happened counts.
    enum class Verdict { NotReached, Open, Met, Missed, Late, Overridden, Breached };
    QString rule;
    RuleKind kind = RuleKind::Authority;
    QStringList source;
    Verdict verdict = Verdict::NotReached;
    int met = 0;    ///< times it was kept: acts that passed it, clocks in time, records made
    int missed = 0; ///< acts done without what a gate asks for
    int late = 0;
    int overridden = 0; ///< passed with a reason; rungs skipped with a reason among them
    int breached = 0;
};

/// One line for every rule of the process, in its order. Pure; replays the events.
[[nodiscard]] QList<RuleCompliance> compliance(const QList<Event> &events, const Process &process, Instant now);

/// The word of a verdict for people, translated: "met", "late", "overridden" …
[[nodiscard]] QString verdictText(RuleCompliance::Verdict verdict);

} // namespace fireline::domain
