// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decisions/decisionsroles.h"
#include "feed/incidentfeed.h"
#include "rules/causeclosure.h"

namespace fireline::models {

/// One row of hypotheses, decisions and mitigations. A value; equal values look equal.
struct DecisionRow
{
    decisions::Kind kind = decisions::Heading;
    decisions::Kind section = decisions::Hypothesis; ///< of a heading
    int count = 0;                                   ///< of a heading
    QString id;
    QString text;
    decisions::State state = decisions::Open;
    QString who;
    domain::Instant at;
    QString how;
    QString tester;
    QString evidence;
    QString evidenceRef;
    QString evidenceEntry;
    QString evidenceText;
    QString why;
    QString entry;
    QString ref;
    domain::Instant revisitAt;
    QString replaces;
    QString replacedBy;
    QString poll;
    QStringList objections;
    int answered = 0;
    bool irreversible = false;
    QString hypothesis;
    bool temporary = false;
    QString speed;
    QString useWhen;
    QString run;
    QString source;
    QString list; ///< of an option: id of its list
    bool retracted = false;

    [[nodiscard]] QPair<int, QString> key() const
    {
        return {int(kind), kind == decisions::Heading ? QString::number(section) : id + list};
    }
    bool operator==(const DecisionRow &) const = default;
};

/// All rows as they stand now: hypotheses that are confirmed, being tested, open, ruled out; decisions to be looked at again,
/// then the newest; mitigations without a result, then the newest; ways to mitigate in the order of the process. Pure.
[[nodiscard]] QList<DecisionRow> decisionRows(const domain::IncidentState &state, const domain::Process &process,
                                              domain::Instant now);

/// The lists of ways to mitigate that apply now.
[[nodiscard]] QList<const domain::ListRule *> mitigationOptions(const domain::RuleContext &context);

} // namespace fireline::models
