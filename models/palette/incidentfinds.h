// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "state/incidentstate.h"

#include <QList>
#include <QString>

namespace fireline::models {

/// Something of an incident that has a number. A value.
struct IncidentObject
{
    QString ref;     ///< "A12", "H1", "E104"
    QString text;    ///< as it was written
    QString state;   ///< translated: "done", "ruled out"; empty for a row of the timeline
    QString eventId; ///< that made it
    domain::Instant at;
};

/// All of them: actions, hypotheses, changes, mitigations, decisions, polls, updates, alerts, reports, action items, the newest
/// of each first, what is over too; then the latest rows of the timeline, and the row that `number` names however old it is.
/// Pure.
[[nodiscard]] QList<IncidentObject> incidentObjects(const domain::IncidentState &state, const QString &number = {});

/// A time of an incident that people ask for. A value.
struct IncidentTime
{
    QString text; ///< translated: "Impact began", "Severity P1"
    domain::Instant at;
};

/// When it was declared, began, got worse, was told to others, ended: the latest first. Pure.
[[nodiscard]] QList<IncidentTime> incidentTimes(const domain::IncidentState &state, const domain::Process &process);

/// What the process has ready to be said. A value.
struct ReadyText
{
    QString text;   ///< filled in as far as the record goes, "…" for the rest
    QString line;   ///< records it; what is still open stands at its end
    QString source; ///< row of the document
};

/// The scripts of the process that apply now, in the order of the file. Pure.
[[nodiscard]] QList<ReadyText> readyTexts(const domain::IncidentState &state, const domain::Process &process,
                                          domain::Instant now);

} // namespace fireline::models
