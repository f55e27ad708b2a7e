// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "orders/ordersroles.h"
#include "orders/polllight.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::models {

/// One order, question, reminder, change or poll as the panel shows it. A value; equal values look equal.
struct WorkRow
{
    QString ref;
    QString eventId;
    orders::Kind kind = orders::Action;
    orders::State state = orders::Sent;
    orders::Urgency urgency = orders::UrgentRunning;
    QString text;
    QString owner;
    QString ownerRole; ///< name of the role that the owner holds
    QString by;
    QString actor;
    QString result;
    QString risk;
    QStringList fields;
    QStringList approved;
    QList<PollLight> lights;
    domain::Instant given;
    domain::Instant due;
    domain::Instant ackDue;
    domain::Instant acked;
    QString ackedBy;
    QString ackTypedBy; ///< who wrote it down for them; empty where they did
    domain::Instant ended;
    domain::Span left;
    bool dueSoon = false;
    bool mine = false;
    bool ackedForOwner = false; ///< by somebody else than who has to act
    bool breach = false;

    [[nodiscard]] const QString &key() const { return eventId; }
    [[nodiscard]] bool open() const { return urgency != orders::NotUrgent; }
    [[nodiscard]] int objections() const;
    [[nodiscard]] int silent() const; ///< asked, and no answer yet
    bool operator==(const WorkRow &) const = default;
};

/// All of them: late, then not acknowledged (approved, answered), then the soonest; what is over last, the latest of it
/// first. Pure in the feed's state, clocks and time.
[[nodiscard]] QList<WorkRow> workRows(const IncidentFeed &feed);

} // namespace fireline::models
