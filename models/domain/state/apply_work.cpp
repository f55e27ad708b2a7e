// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/applycontext.h"
#include "state/orderanswers.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

void orderGiven(const ApplyContext &c)
{
    Order order;
    order.id = nextShortId(QLatin1Char('A'), c.state.orders);
    order.eventId = c.event.id;
    order.question = c.body.value(u"ask").toBool();
    order.timer = c.body.value(u"timer").toBool();
    order.owner = c.text(u"owner");
    order.text = c.text(u"text");
    order.by = c.actor;
    order.givenAt = c.event.occurredAt;
    order.dueAt = c.instant(u"dueUs");
    c.seen(order.owner);
    if (order.timer) {
        order.answers.append({{}, Order::State::Acknowledged, order.givenAt, order.owner, c.event.recordedBy, {}, false});
        takeAnswers(order);
        c.state.orders.append(order);
        return;
    }
    c.moment(u"order.given"_s, order.id);
    c.state.orders.append(order);
    if (!order.question)
        c.moment(u"progress.action"_s);
    c.takeFields();
}

template<Order::State to>
void orderMoved(const ApplyContext &c)
{
    Order *order = findByEvent(c.state.orders, c.text(u"order"));
    if (!order)
        return;
    const bool firstAnswer = !order->ackedAt.isSet() && to != Order::State::Cancelled;
    const QString result = to == Order::State::Acknowledged ? QString() : c.text(to == Order::State::Done ? u"result" : u"why");
    order->answers.append({c.event.id, to, c.event.occurredAt, c.actor, c.event.recordedBy, result, false});
    takeAnswers(*order);
    if (firstAnswer)
        c.moment(u"order.acked"_s, order->id);
    if (to == Order::State::Done && !order->timer)
        c.moment(u"progress.action"_s);
}

void orderExtended(const ApplyContext &c)
{
    if (Order *order = findByEvent(c.state.orders, c.text(u"order")))
        order->dueAt = c.instant(u"dueUs");
}

void hypothesisProposed(const ApplyContext &c)
{
    c.state.hypotheses.append({nextShortId(QLatin1Char('H'), c.state.hypotheses),
                               c.event.id,
                               c.text(u"text"),
                               Hypothesis::State::Open,
                               {},
                               c.event.occurredAt,
                               c.actor,
                               {},
                               {},
                               {},
                               {},
                               c.event.occurredAt});
}

template<Hypothesis::State to>
void hypothesisMoved(const ApplyContext &c)
{
    Hypothesis *hypothesis = findByEvent(c.state.hypotheses, c.text(u"hypothesis"));
    if (!hypothesis)
        return;
    hypothesis->state = to;
    hypothesis->movedAt = c.event.occurredAt;
    if (to == Hypothesis::State::Testing) {
        hypothesis->how = c.text(u"how");
        hypothesis->tester = c.actor;
    }
    if (to == Hypothesis::State::RuledOut)
        hypothesis->why = c.text(u"why");
    if (to == Hypothesis::State::Confirmed)
        hypothesis->evidence = c.text(u"evidence");
    if (const QString entry = c.text(u"entry"); !entry.isEmpty())
        hypothesis->evidenceEntry = entry;
    if (to != Hypothesis::State::Testing)
        c.moment(u"hypothesis.verified"_s);
}

void changeProposed(const ApplyContext &c)
{
    Change change;
    change.id = nextShortId(QLatin1Char('C'), c.state.changes);
    change.eventId = c.event.id;
    change.text = c.text(u"text");
    change.kind = c.text(u"kind");
    change.risk = c.text(u"risk");
    change.staged = c.body.value(u"staged").toBool();
    change.fields = c.body.value(u"fields").toObject();
    change.hash = c.text(u"hash");
    change.by = c.actor;
    c.state.changes.append(change);
    c.takeFields();
}

void changeApproved(const ApplyContext &c)
{
    if (Change *change = findByEvent(c.state.changes, c.text(u"change"))) {
        change->state = Change::State::Approved;
        change->approvals.append({c.actor, c.text(u"hash"), c.event.occurredAt});
    }
}

void changeRefused(const ApplyContext &c)
{
    if (Change *change = findByEvent(c.state.changes, c.text(u"change"))) {
        change->state = Change::State::Refused;
        change->refusedBy = c.actor;
        change->refusedWhy = c.text(u"why");
    }
}

void changeExecuted(const ApplyContext &c)
{
    if (Change *change = findByEvent(c.state.changes, c.text(u"change"))) {
        change->state = Change::State::Executed;
        change->executedBy = c.actor;
        change->executedAt = c.event.occurredAt;
        c.moment(u"change.executed"_s, change->id);
        c.moment(u"progress.action"_s);
    }
}

void changeVerified(const ApplyContext &c)
{
    if (Change *change = findByEvent(c.state.changes, c.text(u"change"))) {
        change->state = Change::State::Verified;
        change->verifiedAt = c.event.occurredAt;
        change->result = c.text(u"result");
    }
}

void changeBreached(const ApplyContext &c)
{
    ++c.state.breaches[u"change"_s];
    if (Change *change = findByEvent(c.state.changes, c.text(u"change"))) {
        change->breached = true;
        if (change->state == Change::State::Proposed || change->state == Change::State::Approved
            || change->state == Change::State::Refused) {
            change->state = Change::State::Executed;
            change->executedBy = c.actor;
            change->executedAt = c.event.occurredAt;
            c.moment(u"change.executed"_s, change->id);
        }
    }
}

void ruleBreached(const ApplyContext &c)
{
    ++c.state.breaches[c.text(u"rule")];
}

void mitigationApplied(const ApplyContext &c)
{
    Mitigation mitigation;
    mitigation.id = nextShortId(QLatin1Char('M'), c.state.mitigations);
    mitigation.eventId = c.event.id;
    mitigation.option = c.text(u"option");
    mitigation.text = c.text(u"text");
    mitigation.hypothesis = c.text(u"hypothesis");
    mitigation.temporary = c.body.value(u"temporary").toBool();
    mitigation.at = c.event.occurredAt;
    c.state.mitigations.append(mitigation);
    c.moment(u"mitigation.applied"_s);
    c.moment(u"progress.mitigation"_s);
    c.takeFields();
}

void mitigationJudged(const ApplyContext &c)
{
    if (Mitigation *mitigation = findByEvent(c.state.mitigations, c.text(u"mitigation"))) {
        mitigation->result = c.text(u"result");
        mitigation->judgedAt = c.event.occurredAt;
    }
}

void decisionMade(const ApplyContext &c)
{
    c.state.decisions.append({nextShortId(QLatin1Char('D'), c.state.decisions), c.event.id, c.text(u"text"), c.actor,
                              c.event.occurredAt, c.instant(u"revisitUs"), c.text(u"replaces"), c.text(u"poll"),
                              c.body.value(u"irreversible").toBool()});
    c.moment(u"progress.decision"_s);
}

void pollOpened(const ApplyContext &c)
{
    Poll poll;
    poll.id = nextShortId(QLatin1Char('P'), c.state.polls);
    poll.eventId = c.event.id;
    poll.text = c.text(u"text");
    poll.openedAt = c.event.occurredAt;
    poll.dueAt = c.instant(u"dueUs");
    for (const QJsonValue asked : c.body.value(u"asked").toArray())
        poll.asked.append({asked[u"role"].toString(), asked[u"person"].toString()});
    c.state.polls.append(poll);
}

void pollAnswered(const ApplyContext &c)
{
    if (Poll *poll = findByEvent(c.state.polls, c.text(u"poll")))
        poll->answers.insert(c.actor, c.body.value(u"ok").toBool() ? QString() : c.text(u"why"));
}

void pollClosed(const ApplyContext &c)
{
    if (Poll *poll = findByEvent(c.state.polls, c.text(u"poll")))
        poll->closedAt = c.event.occurredAt;
}

} // namespace

QHash<QString, ApplyHandler> workHandlers()
{
    return {
        {u"order.given"_s, orderGiven},
        {u"order.acknowledged"_s, orderMoved<Order::State::Acknowledged>},
        {u"order.done"_s, orderMoved<Order::State::Done>},
        {u"order.failed"_s, orderMoved<Order::State::Failed>},
        {u"order.cancelled"_s, orderMoved<Order::State::Cancelled>},
        {u"order.extended"_s, orderExtended},
        {u"hypothesis.proposed"_s, hypothesisProposed},
        {u"hypothesis.testing"_s, hypothesisMoved<Hypothesis::State::Testing>},
        {u"hypothesis.confirmed"_s, hypothesisMoved<Hypothesis::State::Confirmed>},
        {u"hypothesis.ruledOut"_s, hypothesisMoved<Hypothesis::State::RuledOut>},
        {u"change.proposed"_s, changeProposed},
        {u"change.approved"_s, changeApproved},
        {u"change.refused"_s, changeRefused},
        {u"change.executed"_s, changeExecuted},
        {u"change.verified"_s, changeVerified},
        {u"change.breached"_s, changeBreached},
        {u"rule.breached"_s, ruleBreached},
        {u"mitigation.applied"_s, mitigationApplied},
        {u"mitigation.judged"_s, mitigationJudged},
        {u"decision.made"_s, decisionMade},
        {u"poll.opened"_s, pollOpened},
        {u"poll.answered"_s, pollAnswered},
        {u"poll.closed"_s, pollClosed},
    };
}

} // namespace fireline::domain
