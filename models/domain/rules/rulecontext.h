// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "process/process.h"
#include "state/incidentstate.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace fireline::domain {

/// What the command at hand adds to the facts of the state. A value.
struct ActAtHand
{
    QString actor; ///< who does it
    QString audience;
    QString phaseInto; ///< phase.move: where to
    QString changeKind;
    QString changeRisk;
    QString changeStaged; ///< "true", "false"; empty when no change is at hand
    bool handsOn = false;
    QJsonObject fields; ///< fields of the record at hand; they go before the state's
    QString owner;      ///< the Who word "owner"
    QString author;     ///< the Who word "author"
};

/// What every rule reads: state × command × process × now. Holds references only; lives for one question.
struct RuleContext
{
    const IncidentState &state;
    const Process &process;
    Instant now;
    ActAtHand act = {};
    int depth = 0; ///< of lists that tick by other lists; bounded, so that a circle in a process file ends
};

/// One notice of a rule: a refusal, a warning or a prompt. A value.
struct Notice
{
    RuleEffect effect = RuleEffect::Refuse;
    QString code;   ///< stable word for programs
    QString text;   ///< translated sentence
    QString rule;   ///< rule id
    QString source; ///< first requirement row, else the rule id (decisions 22)
    bool canOverride = false;
};

} // namespace fireline::domain
