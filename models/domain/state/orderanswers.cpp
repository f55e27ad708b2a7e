// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/orderanswers.h"

#include <algorithm>

namespace fireline::domain {

void takeAnswers(Order &order)
{
    order.state = Order::State::Sent;
    order.ackedAt = order.endedAt = {};
    order.ackedBy.clear();
    order.ackTypedBy.clear();
    order.result.clear();
    for (const OrderAnswer &answer : std::as_const(order.answers)) {
        if (answer.withdrawn)
            continue;
        // Whoever says that it is done has thereby taken it on.
        if (!order.ackedAt.isSet() && answer.state != Order::State::Cancelled) {
            order.ackedAt = answer.at;
            order.ackedBy = answer.by;
            order.ackTypedBy = answer.typedBy;
        }
        order.state = answer.state;
        if (answer.state != Order::State::Acknowledged) {
            order.endedAt = answer.at;
            order.result = answer.result;
        }
    }
}

const Order *lastAnswered(const IncidentState &state, const QString &eventId)
{
    for (const Order &order : state.orders) {
        const auto &all = order.answers;
        const auto last = std::find_if(all.rbegin(), all.rend(), [](const OrderAnswer &answer) { return !answer.withdrawn; });
        if (last != all.rend() && !eventId.isEmpty() && last->eventId == eventId)
            return &order;
    }
    return nullptr;
}

void withdrawAnswer(IncidentState &state, const QString &eventId, bool withdrawn)
{
    for (Order &order : state.orders) {
        for (OrderAnswer &answer : order.answers) {
            if (answer.eventId != eventId || eventId.isEmpty())
                continue;
            answer.withdrawn = withdrawn;
            takeAnswers(order);
            return;
        }
    }
}

} // namespace fireline::domain
