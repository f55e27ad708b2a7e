// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/ordersteps.h"

#include "orders/ordersroles.h"

namespace fireline::views {

namespace orders = models::orders;
using domain::Verb;

int OrderSteps::kind() const
{
    return m_row.data(orders::KindRole).toInt();
}

int OrderSteps::state() const
{
    return m_row.data(orders::StateRole).toInt();
}

Verb OrderSteps::yes() const
{
    switch (kind()) {
    case orders::Change: return Verb::Approve;
    case orders::Poll: return Verb::PollOk;
    default: return Verb::Ack;
    }
}

Verb OrderSteps::done() const
{
    switch (kind()) {
    case orders::Change: return state() == orders::Executed ? Verb::VerifyChange : Verb::Execute;
    case orders::Poll: return Verb::PollClose;
    default: return Verb::Done;
    }
}

Verb OrderSteps::no() const
{
    switch (kind()) {
    case orders::Change: return Verb::Refuse;
    case orders::Poll: return Verb::PollObject;
    default: return Verb::Fail;
    }
}

QList<Verb> OrderSteps::all() const
{
    if (!m_row.isValid())
        return {};
    switch (state()) {
    case orders::Proposed: return {Verb::Approve, Verb::Refuse, Verb::Execute, Verb::Breach};
    case orders::Approved: return {Verb::Execute, Verb::Refuse, Verb::Breach};
    case orders::Refused: return {Verb::Approve, Verb::Breach};
    case orders::Executed: return {Verb::VerifyChange, Verb::Breach};
    case orders::Done:
    case orders::Failed:
    case orders::Cancelled:
    case orders::Verified: return {};
    default: break;
    }
    if (kind() == orders::Poll)
        return m_row.data(orders::OpenRole).toBool()
                   ? QList<Verb>{Verb::PollOk, Verb::PollObject, Verb::PollClose, Verb::Decision}
                   : QList<Verb>{Verb::Decision};
    QList<Verb> steps{Verb::Done, Verb::Extend, Verb::Fail, Verb::Cancel};
    if (m_row.data(orders::AckedRole).toLongLong() == 0)
        steps.prepend(Verb::Ack);
    return steps;
}

QList<QPair<Verb, QString>> OrderSteps::ofOthers() const
{
    QList<QPair<Verb, QString>> deeds;
    for (const Verb verb : all()) {
        if (verb != Verb::Extend && verb != Verb::Decision)
            deeds.append({verb, text(verb).remove(u'…')});
    }
    return deeds;
}

QString OrderSteps::text(Verb verb)
{
    switch (verb) {
    case Verb::Ack: return tr("Acknowledge");
    case Verb::Done: return tr("Done…");
    case Verb::Extend: return tr("+5 min");
    case Verb::Fail: return tr("Failed…");
    case Verb::Cancel: return tr("Cancel it…");
    case Verb::Approve: return tr("Approve");
    case Verb::Refuse: return tr("Refuse…");
    case Verb::Execute: return tr("Executed");
    case Verb::VerifyChange: return tr("Verified…");
    case Verb::Breach: return tr("Breach…");
    case Verb::PollOk: return tr("No objection");
    case Verb::PollObject: return tr("Object…");
    case Verb::PollClose: return tr("Close it");
    case Verb::Decision: return tr("Decide…");
    default: return {};
    }
}

QString OrderSteps::question(Verb verb, const QString &ref)
{
    switch (verb) {
    case Verb::Done: return tr("What came of %1?").arg(ref);
    case Verb::Fail: return tr("Why did %1 fail?").arg(ref);
    case Verb::Cancel: return tr("Why is %1 cancelled?").arg(ref);
    case Verb::Refuse: return tr("Why is %1 refused?").arg(ref);
    case Verb::VerifyChange: return tr("What shows that %1 works?").arg(ref);
    case Verb::Breach: return tr("What was done against the process with %1?").arg(ref);
    case Verb::PollObject: return tr("What do you object to in %1?").arg(ref);
    default: return {};
    }
}

} // namespace fireline::views
