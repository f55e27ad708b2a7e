// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/worksentence.h"

#include <QCoreApplication>

namespace fireline::models {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WorkSentence)
};

QString what(const WorkRow &row)
{
    switch (row.kind) {
    case orders::Action: return Text::tr("Action %1 for %2: %3").arg(row.ref, row.owner, row.text);
    case orders::Question: return Text::tr("Question %1 to %2: %3").arg(row.ref, row.owner, row.text);
    case orders::Reminder: return Text::tr("Reminder %1 for %2: %3").arg(row.ref, row.owner, row.text);
    case orders::Change: return Text::tr("Change %1 by %2: %3").arg(row.ref, row.by, row.text);
    case orders::Poll: return Text::tr("Poll %1: %2").arg(row.ref, row.text);
    }
    return row.text;
}

QString orderState(const WorkRow &row)
{
    switch (row.state) {
    case orders::Sent: return Text::tr("Sent, not acknowledged yet.");
    case orders::NoAnswer: return Text::tr("Not acknowledged in time.");
    case orders::Acknowledged:
        return row.ackedForOwner ? Text::tr("Acknowledged by %1.").arg(row.ackedBy) : Text::tr("Acknowledged.");
    case orders::Late: return row.acked.isSet() ? Text::tr("Late.") : Text::tr("Late, and not acknowledged.");
    case orders::Done: return row.result.isEmpty() ? Text::tr("Done.") : Text::tr("Done: %1").arg(row.result);
    case orders::Failed: return Text::tr("Failed: %1").arg(row.result);
    default: return row.result.isEmpty() ? Text::tr("Cancelled.") : Text::tr("Cancelled: %1").arg(row.result);
    }
}

QString changeState(const WorkRow &row)
{
    switch (row.state) {
    case orders::Proposed:
        return row.urgency == orders::UrgentWaiting ? Text::tr("Proposed; %1 has to approve it.").arg(row.owner)
                                                    : Text::tr("Proposed; it needs no approval.");
    case orders::Approved: return Text::tr("Approved, not executed yet.");
    case orders::Refused:
        return row.result.isEmpty() ? Text::tr("Refused by %1.").arg(row.actor)
                                    : Text::tr("Refused by %1: %2").arg(row.actor, row.result);
    case orders::Executed: return Text::tr("Executed, not verified yet, by %1.").arg(row.actor);
    default: return row.result.isEmpty() ? Text::tr("Verified.") : Text::tr("Verified: %1").arg(row.result);
    }
}

QString pollState(const WorkRow &row)
{
    if (row.objections() > 0)
        return Text::tr("%n objections.", nullptr, row.objections());
    if (row.state == orders::Agreed)
        return Text::tr("Nobody objects.");
    return Text::tr("No objection so far, %n have not answered.", nullptr, row.silent());
}

} // namespace

QString workSentence(const WorkRow &row)
{
    const QString state = row.kind == orders::Change ? changeState(row)
                          : row.kind == orders::Poll ? pollState(row)
                                                     : orderState(row);
    const QString said = what(row);
    const bool ends = said.endsWith(u'.') || said.endsWith(u'?') || said.endsWith(u'!');
    const QString whole = (ends ? Text::tr("%1 %2", "what is to be done, a whole sentence, then how it stands")
                                : Text::tr("%1. %2", "what is to be done, then how it stands"))
                              .arg(said, state);
    return row.breach ? Text::tr("%1 It was done against the process.").arg(whole) : whole;
}

} // namespace fireline::models
