// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "rules/rulecontext.h"
#include "triage/triageroles.h"

#include <QPair>

namespace fireline::models {

/// One row of triage. A value; equal values look equal.
struct TriageRow
{
    triage::Kind kind = triage::Heading;
    triage::Section section = triage::Asked;
    int count = 0;
    QString id;
    QString text; ///< of the process, or translated
    triage::State state = triage::Open;
    QString value;
    int rank = 0;
    QStringList definition;
    QStringList examples;
    QStringList expect;
    triage::Answer answer = triage::Words;
    QStringList choices;
    bool needed = false;
    QString reason;
    QStringList missing;
    QStringList setsOff;
    QString source;
    domain::Instant at;
    int alike = 0;
    int alikeNeeded = 0;
    int kinds = 0;
    int kindsNeeded = 0;
    QStringList distinct;
    domain::Span within;
    domain::Instant endsAt;
    QStringList items;
    QStringList details;
    QString line;
    QString proposes;
    QString entry;
    QString ref;

    [[nodiscard]] QPair<int, QString> key() const
    {
        return {int(kind), kind == triage::Heading ? QString::number(section) : proposes + id};
    }
    bool operator==(const TriageRow &) const = default;
};

/// All rows as of the feed's now. Everything in them is the domain's answer to a question.
[[nodiscard]] QList<TriageRow> triageRows(const IncidentFeed &feed);

/// The parts of it, in this order. Each without its heading.
[[nodiscard]] QList<TriageRow> askedRows(const IncidentFeed &feed);
[[nodiscard]] QList<TriageRow> severityRows(const IncidentFeed &feed);
[[nodiscard]] QList<TriageRow> impactRows(const IncidentFeed &feed);
[[nodiscard]] QList<TriageRow> flagRows(const IncidentFeed &feed);
[[nodiscard]] QList<TriageRow> alertRows(const IncidentFeed &feed);
[[nodiscard]] QList<TriageRow> reportRows(const IncidentFeed &feed);
[[nodiscard]] QList<TriageRow> onwardRows(const IncidentFeed &feed);
[[nodiscard]] QList<TriageRow> endRows(const IncidentFeed &feed);

/// The conditions of the gates before an act; before a phase only those that a person confirms.
[[nodiscard]] QList<TriageRow> needRows(domain::Act act, const QString &phase, const IncidentFeed &feed);

/// What the process says now against the row's act by that person, with its rules; whether it refuses.
void judgeNext(TriageRow &row, domain::Act act, const IncidentFeed &feed, const QString &actor);

/// How a field is answered, with the meaning of each choice where the process's glossary tells it.
void describeAnswer(TriageRow &row, const domain::FieldDef &field, const domain::Process &process);

/// What a person calls a fact: the name of a field, "Tag of an alert".
[[nodiscard]] QString factName(const domain::FactRef &fact, const domain::Process &process);

/// What a person calls a field of a report: "Region", "Reported by".
[[nodiscard]] QString reportFieldName(const QString &key, const domain::Process &process);

/// Why a table says what it says now: its row and the answers that led there.
[[nodiscard]] QString tableReason(const domain::TableRule &table, const domain::RuleContext &context);

} // namespace fireline::models
