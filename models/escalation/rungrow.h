// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "escalation/escalationroles.h"
#include "feed/incidentfeed.h"
#include "process/contactbook.h"

#include <QVariantList>

namespace fireline::models {

/// One step of a ladder, open or settled. A value; equal values look equal.
struct RungRow
{
    QString id; ///< the same before and after it is settled
    escalation::State state = escalation::Waiting;
    QString clock;
    QString ladder;
    QString rule;
    int step = 1;
    int steps = 1;
    QString text; ///< translated: what the step asks for
    QString say;
    QString whom;
    QVariantList callees;
    QStringList source;
    QString origin;
    bool assumed = false;
    domain::Instant anchor;
    domain::Instant due;
    domain::Instant late;
    domain::Span left;
    domain::RungMark mark; ///< once it is settled

    [[nodiscard]] const QString &key() const { return id; }
    bool operator==(const RungRow &other) const;
};

/// All steps as of the feed's now, in order; `book` says how people are reached beside what the process says.
[[nodiscard]] QList<RungRow> rungRows(const IncidentFeed &feed, const domain::ContactBook &book = {});

} // namespace fireline::models
