// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "feed/incidentfeed.h"
#include "handover/handoverroles.h"
#include "roles/tenure.h"

namespace fireline::models {

/// One step of a handover. A value; equal values look equal.
struct HandoverRow
{
    handover::Kind kind = handover::Accept;
    handover::State state = handover::Planned;
    int number = 0;
    QString text;
    QString say;
    bool incoming = false;
    QString person;
    bool mine = false;
    domain::Instant doneAt;
    domain::Instant readyAt;
    domain::Span left;
    QString whyNot;
    domain::Command command; ///< that does the step, on behalf of whoever is not at this console

    [[nodiscard]] int key() const { return number; }
    bool operator==(const HandoverRow &other) const;
};

/// How the last handover of the role ended, or that it was taken over since, from whoever had it.
enum class HandoverEnd { None, Accepted, Declined, Expired, TakenOver };

/// Who has the role that is handed over, and how far that is. A value; equal values look equal.
struct HandoverBoard
{
    QString role; ///< id: of the running handover, else the one that commands
    QString roleName;
    bool commands = true;
    QString holder; ///< empty: vacant
    bool you = false;
    domain::Instant since;
    domain::Instant seen; ///< when the holder was last heard of; to the minute
    Tenure tenure;
    domain::Instant reliefAt; ///< since when the holder asks for relief; unset: they do not
    QString successor;        ///< who was asked to relieve them, else the deputy; may be empty
    bool over = false;

    bool running = false;
    QString from;
    QString to;
    bool toYou = false;
    domain::Instant offeredAt;
    QString sitrep; ///< of the running handover
    domain::Instant sitrepAt;

    HandoverEnd end = HandoverEnd::None; ///< of the last one, while none runs
    QString endFrom;
    QString endTo;
    domain::Instant endAt;
    QString source; ///< the row of the document with the steps; empty where it names none

    bool operator==(const HandoverBoard &) const = default;
};

[[nodiscard]] HandoverBoard handoverBoard(const IncidentFeed &feed);
/// The steps with the command that does each and why it cannot be done now, as the domain says.
[[nodiscard]] QList<HandoverRow> handoverRows(const IncidentFeed &feed);

/// Why the domain would refuse this now, with the row of the document; empty when it would be done.
[[nodiscard]] QString refusalOf(const domain::Command &command, const IncidentFeed &feed);

} // namespace fireline::models
