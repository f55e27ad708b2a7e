// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/checklistroles.h"
#include "process/process.h"
#include "rules/rulecontext.h"
#include "state/incidentstate.h"

#include <QPair>

namespace fireline::models {

/// One step of a list as it stands now. A value.
struct ChecklistStep
{
    QString text;
    QString say;
    QString run;
    QString useWhen;
    QString speed;
    QString section;
    int minutes = 0;
    QString owner;
    checklist::State state = checklist::Open;
    QString actor;
    QString reason;
    domain::Instant at;
    QString line; ///< for quick entry; empty where a tick is all
    QString form; ///< of the record that it asks for; empty where that is none
    bool forMe = true;
    bool next = false;

    bool operator==(const ChecklistStep &) const = default;
};

/// One list with its steps. A value.
struct Checklist
{
    QString id;
    QString title;
    QString owner;
    QString source;
    bool mine = false;
    bool offered = false;
    bool canStart = false;
    bool playbook = false;
    bool ahead = false; ///< of what is ready before any incident: never what is next in one
    bool left = false;  ///< of a phase that the incident has left: what the present one asks for comes first
    domain::Instant startedAt;
    QList<ChecklistStep> steps;

    [[nodiscard]] int settled() const;
    [[nodiscard]] bool done() const { return settled() == steps.size(); }
    /// Another version of the process may have given a list other steps.
    [[nodiscard]] QPair<QString, qsizetype> key() const { return {id, steps.size()}; }
    bool operator==(const Checklist &) const = default;
};

/// Checklists, playbooks and procedures that are offered or were started: what is open and for `profile` first (that of the
/// present phase before that of those left behind), then what is open, then what is for the time before any incident, then what
/// is done. Lists for an act (options, the steps of a handover) are with that act. Pure.
[[nodiscard]] QList<Checklist> checklistsNow(const domain::RuleContext &context, const QString &profile);

/// Playbooks and procedures that nobody was offered and nobody started, to be started by hand: id and title.
[[nodiscard]] QList<QPair<QString, QString>> listsToStart(const domain::RuleContext &context);

} // namespace fireline::models
