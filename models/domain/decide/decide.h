// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "core/outcome.h"
#include "rules/rulecontext.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace fireline::domain {

/// An event that was decided and not yet stamped with id, clock and hash. A value.
struct EventDraft
{
    QString type;
    QJsonObject payload;
    Instant occurredAt;
};

struct Decision
{
    QList<EventDraft> events; ///< written together or not at all; never empty
    QList<Notice> notices;    ///< warnings and prompts that did not stop it
};

/// Everything decide() reads.
struct DecideInput
{
    const IncidentState &state;
    const Process &process;
    Instant now;
    QString typist; ///< profile name of this console
};

/// Judges one command: state × command × process × now → events, or the one refusal that matters most (its code, rule and
/// source are set). Pure; writes nothing. Facts are never refused: /breach records what was done against a rule.
[[nodiscard]] Outcome<Decision> decide(const DecideInput &input, const Command &command);

/// Events that follow by themselves from where the state now is: an automatic gate whose needs all hold (HUB-2), a handover
/// whose outgoing side does not hold the role any more. Asked after every apply; the answer is empty once they are applied.
[[nodiscard]] QList<EventDraft> followUps(const IncidentState &state, const Process &process, Instant now);

} // namespace fireline::domain
