// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/runningclock.h"
#include "status/statusroles.h"

#include <QList>

namespace fireline::models {

/// One audience as it stands now. A value.
struct Audience
{
    QString target;
    QString name;
    bool posted = false; ///< goes out as it is recorded
    bool outside = false;
    QString via;
    status::Due due = status::NoClock;
    domain::Instant dueAt;
    QString dueRule;
    domain::Instant lastSent;
    QString lastWord;
    QString open;
    int openState = -1;
    QString keptInside;

    [[nodiscard]] QString key() const { return target; }
    bool operator==(const Audience &) const = default;
};

/// What audiencesNow() reads; references live for one call.
struct AudienceInput
{
    const domain::IncidentState &state;
    const domain::Process &process;
    const QList<domain::RunningClock> &clocks;
    domain::Instant now;
};

/// The audiences of the process in its order, then the other messages that it has a template for now: answers to single
/// people, announcements, scripts, acknowledgements, tickets. Pure.
[[nodiscard]] QList<Audience> audiencesNow(const AudienceInput &input);

/// The target of the messages that this form is for; empty where it is for nothing that is read.
[[nodiscard]] QString messageTarget(const domain::FormRule &form);
/// What a message of this target is called: "Public status page", "Answers to Customers", "Announcement".
[[nodiscard]] QString messageName(const QString &target, const domain::Process &process);
/// Whether a record of this target is read by somebody, other than a triage or a finding.
[[nodiscard]] bool isMessage(const QString &target);

/// The update to this audience that is not sent yet, the latest where there are several; null where there is none.
[[nodiscard]] const domain::Update *openUpdate(const domain::IncidentState &state, const QString &target);

/// The latest sent one; null where there is none.
[[nodiscard]] const domain::Update *lastSentUpdate(const domain::IncidentState &state, const QString &target);

/// How many entries of people came since the update was written: what it says may be behind them.
[[nodiscard]] int entriesSince(const domain::IncidentState &state, const domain::Update &update);

} // namespace fireline::models
