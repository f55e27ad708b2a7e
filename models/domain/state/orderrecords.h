// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QList>
#include <QString>

namespace fireline::domain {

enum class OrderState { Sent, Acknowledged, Done, Failed, Cancelled };

/// What became of an order, as somebody said it.
struct OrderAnswer
{
    QString eventId;
    OrderState state = OrderState::Acknowledged;
    Instant at;
    QString by;
    QString typedBy;
    QString result;
    bool withdrawn = false;
};

struct Order
{
    using State = OrderState;
    QString id;
    QString eventId;
    bool question = false;
    bool timer = false; ///< a reminder to oneself: taken on at once, and no progress
    QString owner;
    QString text;
    QString by;
    Instant givenAt;
    Instant dueAt;
    Instant ackedAt;
    QString ackedBy;    ///< whose word it was
    QString ackTypedBy; ///< another than ackedBy where somebody else said it for them
    Instant endedAt;
    State state = State::Sent;
    QString result;
    QList<OrderAnswer> answers; ///< as they came; state, acknowledgement and end are what those say that stand
};

} // namespace fireline::domain
