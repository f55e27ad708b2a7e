// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/declarations.h"
#include "process/rules.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>

namespace fireline::domain {

/// One place where a document gives no number or no anchor and the process file chose one.
struct Assumption
{
    QString rule;
    QString text;
    int line = 0;
};

/// One incident process as data: everything an incident is judged by. Read by fireline_process from a file or from the text pinned at
/// declaration (decisions 2). A value, never changed after loading; any thread.
struct Process
{
    // header
    int format = 1;
    QString id;
    QString title;
    QString version;
    QString owner;
    QString audience;
    Distribution distribution = Distribution::Internal;
    ProcessStatus status = ProcessStatus::InForce;
    QDate effective;
    QDate reviewed;
    QString replaces; ///< id of the built-in process that a user's file stands in for (decisions 18)
    QStringList principles;

    // declarations, in the order of the file
    ProcessDefaults defaults;
    CalendarSpec calendar;
    QList<SeverityDef> severities;
    QList<RoleDef> roles;
    QList<ContactDef> contacts;
    QList<AudienceDef> audiences;
    QList<FlagDef> flags;
    QList<PhaseDef> phases;
    QList<FieldDef> fields;
    QList<PatternDef> patterns;
    QMap<QString, QStringList> words;
    QList<ReviewDef> reviews;
    QMap<QString, QJsonObject> systems; ///< by system id; keys are fixed by each connector
    RecordDef record;
    QList<MetricDef> metrics;
    QList<CommandWord> commands;
    QList<ResourceDef> resources;
    QList<GlossaryEntry> glossary;

    // rules, in the order of the file
    QList<AuthorityRule> authorities;
    QList<GateRule> gates;
    QList<DeadlineRule> deadlines;
    QList<CadenceRule> cadences;
    QList<LadderRule> ladders;
    QList<FormRule> forms;
    QList<LintRule> lints;
    QList<TableRule> tables;
    QList<ListRule> lists;

    // the source
    QByteArray text;  ///< the bytes it was read from
    QString sha256;   ///< of `text`, hex
    QString fileName; ///< for messages; may be empty
    QList<Assumption> assumptions;

    // look-ups by id; null when there is none
    [[nodiscard]] const SeverityDef *severity(QStringView severityId) const;
    [[nodiscard]] const RoleDef *role(QStringView roleId) const;
    /// By id, alias or name, without regard to case.
    [[nodiscard]] const RoleDef *roleByWord(QStringView word) const;
    [[nodiscard]] const ContactDef *contact(QStringView contactId) const;
    [[nodiscard]] const AudienceDef *audienceDef(QStringView audienceId) const;
    [[nodiscard]] const FlagDef *flag(QStringView flagId) const;
    [[nodiscard]] const PhaseDef *phase(QStringView phaseId) const;
    [[nodiscard]] const FieldDef *field(QStringView fieldId) const;
    [[nodiscard]] const PatternDef *pattern(QStringView patternId) const;
    [[nodiscard]] const ReviewDef *review(QStringView reviewId) const;
    [[nodiscard]] const MetricDef *metric(QStringView metricId) const;
    [[nodiscard]] const GateRule *gate(QStringView ruleId) const;
    [[nodiscard]] const LadderRule *ladder(QStringView ruleId) const;
    [[nodiscard]] const FormRule *form(QStringView ruleId) const;
    [[nodiscard]] const ListRule *list(QStringView ruleId) const;

    /// The role with `commands: true`; null only in a process that failed its check.
    [[nodiscard]] const RoleDef *commander() const;
    /// The phase an incident starts in: the first; null when none is declared.
    [[nodiscard]] const PhaseDef *firstPhase() const;
    /// Severity of the lowest rank; null when none is declared.
    [[nodiscard]] const SeverityDef *worstSeverity() const;

    /// Every rule's envelope in the order of the kinds, then of the file. Pointers live as long as this process is unchanged.
    [[nodiscard]] QList<const Envelope *> rules() const;
    [[nodiscard]] const Envelope *rule(QStringView ruleId) const;
};

} // namespace fireline::domain
