// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/canonicaljson.h"
#include "state/incidentstate.h"
#include "state/whytree.h"
#include "statetext.h"

#include <QJsonArray>
#include <QTest>

#include <functional>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

/// Events one minute apart, from 10:00 on; "e0" is the declaration.
class Record
{
public:
    Record()
    {
        add("incident.declared", {{u"title"_s, u"Payments fail"_s},
                                  {u"process"_s, u"nine-step"_s},
                                  {u"processHash"_s, u"0"_s},
                                  {u"processText"_s, u"x"_s},
                                  {u"severity"_s, u"P2"_s},
                                  {u"service"_s, u"payment"_s}});
    }
    Record &add(const char *type, const QJsonObject &payload, const char *by = "ana")
    {
        QJsonObject body = payload;
        body.insert(u"by"_s, QString::fromUtf8(by));
        Event event;
        event.id = u"e%1"_s.arg(m_count);
        event.type = QString::fromUtf8(type);
        event.occurredAt = at(m_count);
        event.recordedAt = event.occurredAt;
        event.recordedBy = u"console"_s;
        event.payload = toCanonicalJson(body).value();
        apply(state, event);
        ++m_count;
        return *this;
    }
    static Instant at(int minute) { return {1'740'996'000'000'000 + minute * qint64(60'000'000)}; }

    IncidentState state;

private:
    int m_count = 0;
};

using Step = std::function<void(Record &)>;
using Check = std::function<bool(const IncidentState &)>;

struct Case
{
    const char *name;
    Step steps;
    Check holds;
};

QJsonObject orderRef()
{
    return {{u"order"_s, u"e1"_s}};
}

const QList<Case> &cases()
{
    static const QList<Case> all = {
        {"declared", [](Record &) {},
         [](const IncidentState &s) {
             return s.declared() && s.open() && s.severity == u"P2"_s && s.declaration.value(u"service") == u"payment"_s
                    && !s.declaration.contains(u"processText") && s.processText == u"x"_s
                    && s.moments.latest(u"severity.set"_s).isSet();
         }},
        {"withdrawn",
         [](Record &r) {
             r.add("incident.withdrawn", {{u"why"_s, u"test"_s}});
         },
         [](const IncidentState &s) { return s.withdrawnAt == Record::at(1) && !s.open(); }},
        {"resolved and reopened",
         [](Record &r) {
             r.add("incident.resolved", {}).add("incident.closed", {}).add("incident.reopened", {{u"why"_s, u"back"_s}});
         },
         [](const IncidentState &s) { return !s.resolvedAt.isSet() && !s.closedAt.isSet() && s.open(); }},
        {"impact",
         [](Record &r) {
             r.add("impact.stated", {{u"field"_s, u"start"_s}, {u"value"_s, u"t"_s}, {u"atUs"_s, Record::at(-20).us}})
                 .add("impact.stated", {{u"field"_s, u"users"_s}, {u"value"_s, u"1200"_s}})
                 .add("impact.stated", {{u"field"_s, u"end"_s}, {u"value"_s, u"t"_s}, {u"atUs"_s, Record::at(2).us}});
         },
         [](const IncidentState &s) {
             return s.impactStart == Record::at(-20) && s.impactEnd == Record::at(2) && s.impact.value(u"users"_s) == u"1200"_s;
         }},
        {"a reopened incident is checked anew",
         [](Record &r) {
             r.add("impact.stated", {{u"field"_s, u"end"_s}, {u"value"_s, u"t"_s}, {u"atUs"_s, Record::at(1).us}})
                 .add("gate.confirmed", {{u"gate"_s, u"nin.six"_s}, {u"item"_s, 1}, {u"why"_s, u"seen"_s}})
                 .add("incident.resolved", {})
                 .add("incident.reopened", {{u"why"_s, u"errors are back"_s}});
         },
         [](const IncidentState &s) { return !s.impactEnd.isSet() && s.gates.isEmpty(); }},
        {"a single role passes on",
         [](Record &r) {
             r.add("role.assigned", {{u"role"_s, u"ic"_s}, {u"person"_s, u"ana"_s}})
                 .add("role.assigned", {{u"role"_s, u"ic"_s}, {u"person"_s, u"bo"_s}, {u"replaces"_s, u"ana"_s}});
         },
         [](const IncidentState &s) {
             return s.holders(u"ic"_s) == QStringList{u"bo"_s} && s.moments.latest(u"role.vacant/ic"_s).isSet();
         }},
        {"a handover accepted",
         [](Record &r) {
             r.add("role.assigned", {{u"role"_s, u"ic"_s}, {u"person"_s, u"ana"_s}})
                 .add("handover.offered", {{u"role"_s, u"ic"_s}, {u"from"_s, u"ana"_s}, {u"to"_s, u"bo"_s}})
                 .add("handover.able", {{u"role"_s, u"ic"_s}}, "bo")
                 .add("handover.accepted", {{u"role"_s, u"ic"_s}, {u"from"_s, u"ana"_s}, {u"to"_s, u"bo"_s}}, "bo");
         },
         [](const IncidentState &s) {
             return s.holders(u"ic"_s) == QStringList{u"bo"_s} && s.handover->state == Handover::State::Accepted
                    && s.handover->ableAt == Record::at(3) && s.handovers.value(u"ic"_s).size() == 1
                    && s.moments.latest(u"handover.done/ic"_s) == Record::at(4);
         }},
        {"a second offer ends the first",
         [](Record &r) {
             r.add("handover.offered", {{u"role"_s, u"ic"_s}, {u"from"_s, u"ana"_s}, {u"to"_s, u"bo"_s}})
                 .add("handover.offered", {{u"role"_s, u"ic"_s}, {u"from"_s, u"ana"_s}, {u"to"_s, u"cy"_s}});
         },
         [](const IncidentState &s) {
             return s.handover->to == u"cy"_s && s.handovers.value(u"ic"_s).first().state == Handover::State::Expired;
         }},
        {"an order done without an answer before is acknowledged too",
         [](Record &r) {
             QJsonObject done = orderRef();
             done.insert(u"result"_s, u"2 %"_s);
             r.add("order.given", {{u"owner"_s, u"bo"_s}, {u"text"_s, u"restart"_s}}).add("order.done", done, "bo");
         },
         [](const IncidentState &s) {
             const Order &o = s.orders.first();
             return o.id == u"A1"_s && o.state == Order::State::Done && o.ackedAt == Record::at(2) && o.result == u"2 %"_s;
         }},
        {"an order cancelled was not answered",
         [](Record &r) {
             r.add("order.given", {{u"owner"_s, u"bo"_s}, {u"text"_s, u"restart"_s}}).add("order.cancelled", orderRef());
         },
         [](const IncidentState &s) { return !s.orders.first().ackedAt.isSet() && s.orders.first().endedAt.isSet(); }},
        {"a timer is taken on at once and is no order to anybody",
         [](Record &r) {
             QJsonObject done = orderRef();
             done.insert(u"result"_s, u"seen"_s);
             r.add("order.given", {{u"owner"_s, u"ana"_s}, {u"text"_s, u"check DNS"_s}, {u"timer"_s, true}, {u"dueUs"_s, 9}})
                 .add("order.done", done);
         },
         [](const IncidentState &s) {
             const Order &o = s.orders.first();
             return o.timer && o.ackedAt == Record::at(1) && o.state == Order::State::Done && o.dueAt.us == 9
                    && !s.actsDone.contains(u"order.give"_s) && !s.moments.latest(u"order.given"_s).isSet()
                    && !s.moments.latest(u"progress.action"_s).isSet();
         }},
        {"an approval is of a hash",
         [](Record &r) {
             r.add("change.proposed", {{u"text"_s, u"roll back"_s},
                                       {u"kind"_s, u""_s},
                                       {u"risk"_s, u""_s},
                                       {u"staged"_s, false},
                                       {u"hash"_s, u"h"_s}})
                 .add("change.approved", {{u"change"_s, u"e1"_s}, {u"hash"_s, u"h"_s}}, "bo")
                 .add("change.executed", {{u"change"_s, u"e1"_s}}, "cy");
         },
         [](const IncidentState &s) {
             const Change &c = s.changes.first();
             return c.approvals.first().by == u"bo"_s && c.executedBy == u"cy"_s && c.state == Change::State::Executed;
         }},
        {"a breach is a fact",
         [](Record &r) {
             r.add("change.proposed", {{u"text"_s, u"roll back"_s},
                                       {u"kind"_s, u""_s},
                                       {u"risk"_s, u""_s},
                                       {u"staged"_s, false},
                                       {u"hash"_s, u"h"_s}})
                 .add("change.breached", {{u"change"_s, u"e1"_s}, {u"text"_s, u"done before anybody looked"_s}});
         },
         [](const IncidentState &s) {
             return s.changes.first().breached && s.changes.first().executedAt.isSet() && s.breaches.value(u"change"_s) == 1
                    && s.entries.last().breach;
         }},
        {"an alert that fires again while firing is one alert",
         [](Record &r) {
             const QJsonObject alert{{u"name"_s, u"Errors"_s}, {u"fingerprint"_s, u"f"_s}, {u"labels"_s, QJsonObject()}};
             r.add("alert.fired", alert)
                 .add("alert.fired", alert)
                 .add("alert.cleared", {{u"alert"_s, u"e1"_s}})
                 .add("alert.fired", alert);
         },
         [](const IncidentState &s) {
             return s.alerts.size() == 2 && s.alerts.first().endedAt == Record::at(3) && s.alerts.last().id == u"L2"_s;
         }},
        {"acknowledging an alert begins the response",
         [](Record &r) {
             r.add("alert.fired", {{u"name"_s, u"Errors"_s}, {u"fingerprint"_s, u"f"_s}, {u"labels"_s, QJsonObject()}})
                 .add("alert.acknowledged", {{u"alert"_s, u"e1"_s}});
         },
         [](const IncidentState &s) {
             return s.moments.latest(u"acknowledged"_s, u"L1"_s) == Record::at(2)
                    && s.moments.latest(u"response.begun"_s) == Record::at(2);
         }},
        {"an entry corrected, re-timed and tagged",
         [](Record &r) {
             r.add("entry.posted", {{u"kind"_s, u"finding"_s}, {u"text"_s, u"pod A"_s}})
                 .add("entry.corrected",
                      {{u"entry"_s, u"e1"_s}, {u"field"_s, u"text"_s}, {u"old"_s, u"pod A"_s}, {u"new"_s, u"pod B"_s}})
                 .add("entry.retimed", {{u"entry"_s, u"e1"_s}, {u"fromUs"_s, Record::at(1).us}, {u"toUs"_s, Record::at(-5).us}})
                 .add("entry.tagged", {{u"entry"_s, u"e1"_s}, {u"tag"_s, u"db"_s}})
                 .add("entry.tagged", {{u"entry"_s, u"e1"_s}, {u"tag"_s, u"db"_s}})
                 .add("entry.pinned", {{u"entry"_s, u"e1"_s}});
         },
         [](const IncidentState &s) {
             const Entry &e = *s.entry(u"e1");
             return e.text.contains(u"pod B"_s) && e.at == Record::at(-5) && e.correctedBy.size() == 2
                    && e.tags == QStringList{u"db"_s} && e.pinned && s.moments.latest(u"progress.finding"_s) == Record::at(-5);
         }},
        {"a retracted report does not count",
         [](Record &r) {
             r.add("report.received", {{u"text"_s, u"cannot pay"_s}, {u"fields"_s, QJsonObject()}})
                 .add("entry.retracted", {{u"entry"_s, u"e1"_s}, {u"why"_s, u"other product"_s}});
         },
         [](const IncidentState &s) {
             return s.reports.first().withdrawn && s.entry(u"e1")->retracted && !s.moments.latest(u"report.received"_s).isSet();
         }},
        {"an impact end taken back did not happen",
         [](Record &r) {
             r.add("impact.stated", {{u"field"_s, u"start"_s}, {u"value"_s, u"t"_s}, {u"atUs"_s, Record::at(-20).us}})
                 .add("impact.stated", {{u"field"_s, u"start"_s}, {u"value"_s, u"t"_s}, {u"atUs"_s, Record::at(-30).us}})
                 .add("impact.stated", {{u"field"_s, u"end"_s}, {u"value"_s, u"t"_s}, {u"atUs"_s, Record::at(2).us}})
                 .add("entry.retracted", {{u"entry"_s, u"e3"_s}, {u"why"_s, u"errors are back"_s}})
                 .add("entry.retracted", {{u"entry"_s, u"e2"_s}, {u"why"_s, u"other product"_s}});
         },
         [](const IncidentState &s) { return !s.impactEnd.isSet() && s.impactStart == Record::at(-20); }},
        {"a corrected why is what was meant",
         [](Record &r) {
             r.add("why.added", {{u"text"_s, u"the pool was small"_s}})
                 .add("why.added", {{u"text"_s, u"nobody measured it"_s}})
                 .add("entry.corrected", {{u"entry"_s, u"e1"_s},
                                          {u"field"_s, u"text"_s},
                                          {u"old"_s, u"Why: the pool was small"_s},
                                          {u"new"_s, u"Why: the pool was tiny"_s}})
                 .add("entry.corrected",
                      {{u"entry"_s, u"e2"_s}, {u"field"_s, u"text"_s}, {u"old"_s, u"x"_s}, {u"new"_s, u"nobody looked"_s}});
         },
         [](const IncidentState &s) {
             return s.whys == QStringList{u"the pool was tiny"_s, u"nobody looked"_s}
                    && s.fields.value(u"whys").toArray() == QJsonArray{u"the pool was tiny"_s, u"nobody looked"_s}
                    && s.entry(u"e1")->text == u"Why: the pool was tiny"_s && s.entry(u"e2")->text == u"Why: nobody looked"_s;
         }},
        {"whys of before they could branch are one chain",
         [](Record &r) {
             r.add("why.added", {{u"text"_s, u"one"_s}}).add("why.added", {{u"text"_s, u"two"_s}});
             r.add("why.added", {{u"text"_s, u"three"_s}}).add("entry.retracted", {{u"entry"_s, u"e2"_s}, {u"why"_s, u"no"_s}});
         },
         [](const IncidentState &s) {
             return s.whys == QStringList{u"one"_s, u"three"_s} && isChain(whyTree(s));
         }},
        {"a why has more than one answer",
         [](Record &r) {
             r.add("why.added", {{u"text"_s, u"one"_s}, {u"under"_s, QString()}});
             r.add("why.added", {{u"text"_s, u"two"_s}, {u"under"_s, u"e1"_s}});
             r.add("why.added", {{u"text"_s, u"also"_s}, {u"under"_s, u"e1"_s}});
             r.add("why.added", {{u"text"_s, u"three"_s}, {u"under"_s, u"e2"_s}});
             r.add("why.added", {{u"text"_s, u"nobody's"_s}, {u"under"_s, u"e9"_s}}); // follows the last
         },
         [](const IncidentState &s) {
             QStringList told;
             for (const WhyNode &why : whyTree(s))
                 told.append(u"%1 %2 %3"_s.arg(why.label).arg(why.depth).arg(why.text));
             // What a process counts is the longest way down.
             return told == QStringList{u"1 0 one"_s, u"2a 1 two"_s, u"3a 1 three"_s, u"4a 1 nobody's"_s, u"2b 1 also"_s}
                    && s.fields.value(u"whys").toArray() == QJsonArray{u"one"_s, u"two"_s, u"three"_s, u"nobody's"_s};
         }},
        {"answers to a why that was taken back answer the one above",
         [](Record &r) {
             r.add("why.added", {{u"text"_s, u"one"_s}, {u"under"_s, QString()}});
             r.add("why.added", {{u"text"_s, u"two"_s}, {u"under"_s, QString()}});
             r.add("why.added", {{u"text"_s, u"three"_s}, {u"under"_s, u"e2"_s}});
             r.add("entry.retracted", {{u"entry"_s, u"e2"_s}, {u"why"_s, u"no"_s}});
         },
         [](const IncidentState &s) {
             const QList<WhyNode> tree = whyTree(s);
             return tree.size() == 2 && tree.at(0).label == "1a"_L1 && tree.at(1).label == "1b"_L1
                    && tree.at(1).text == "three"_L1 && tree.at(1).depth == 0;
         }},
        {"a tick of before steps were known by their text can be taken back",
         [](Record &r) {
             r.add("item.checked", {{u"list"_s, u"playbook.x"_s}, {u"item"_s, 2}})
                 .add("item.unchecked", {{u"list"_s, u"playbook.x"_s}, {u"item"_s, 2}, {u"step"_s, u"0123456789abcdef"_s}});
         },
         [](const IncidentState &s) { return s.lists.value(u"playbook.x"_s).items.isEmpty(); }},
        {"a step by hand is the system's fact",
         [](Record &r) {
             r.add("item.checked", {{u"list"_s, u"nin.s3"_s}, {u"item"_s, 6}, {u"system"_s, u"slack.channel"_s}})
                 .add("item.unchecked", {{u"list"_s, u"nin.s3"_s}, {u"item"_s, 6}});
         },
         [](const IncidentState &s) {
             return s.systems.value(u"slack.channel"_s).byHand && s.lists.value(u"nin.s3"_s).items.isEmpty()
                    && s.lists.value(u"nin.s3"_s).startedAt == Record::at(1);
         }},
        {"an override is used up once",
         [](Record &r) {
             r.add("rule.overridden", {{u"rule"_s, u"x"_s}, {u"why"_s, u"y"_s}})
                 .add("incident.resolved", {{u"overrides"_s, QJsonArray{u"x"_s}}});
         },
         [](const IncidentState &s) { return s.overrides.value(u"x"_s).isEmpty() && s.overridden.value(u"x"_s) == 1; }},
        {"an unknown type is a row and nothing else",
         [](Record &r) {
             r.add("somebody.elses", {{u"x"_s, 1}});
         },
         [](const IncidentState &s) { return s.entries.last().kind == u"system"_s && s.eventCount == 2; }},
        {"a broken payload is a row and nothing else",
         [](Record &r) {
             r.add("severity.set", {{u"to"_s, 5}});
         },
         [](const IncidentState &s) { return s.severity == u"P2"_s && s.entries.last().kind == u"system"_s; }},
    };
    return all;
}

} // namespace

class TestApply : public QObject
{
    Q_OBJECT
private slots:
    void adds_data();
    void adds();
};

void TestApply::adds_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < cases().size(); ++i)
        QTest::newRow(cases().at(i).name) << i;
}

void TestApply::adds()
{
    QFETCH(int, index);
    Record record;
    cases().at(index).steps(record);
    QVERIFY2(cases().at(index).holds(record.state), qPrintable(test::stateText(record.state)));
}

QTEST_APPLESS_MAIN(TestApply)
#include "tst_apply.moc"
