// SPDX-License-Identifier: GPL-3.0-or-later
// The words of rows: the process's own names for what events name by id.
#include "clocks/processnames.h"
#include "process/process.h"
#include "state/entrytext.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace {

Process processOfNames()
{
    Process process;
    RoleDef role;
    role.id = u"ic"_s;
    role.name = u"Incident Commander"_s;
    process.roles = {role};
    ContactDef contact;
    contact.id = u"oncall"_s;
    contact.name = u"On-call engineer"_s;
    process.contacts = {contact};
    AudienceDef audience;
    audience.id = u"public"_s;
    audience.name = u"Public status page"_s;
    process.audiences = {audience};
    FlagDef flag;
    flag.id = u"pii"_s;
    flag.name = u"Personal data exposed"_s;
    process.flags = {flag};
    PhaseDef phase;
    phase.id = u"mobilization"_s;
    phase.name = u"Mobilization"_s;
    process.phases = {phase};
    FieldDef field;
    field.id = u"began"_s;
    field.name = u"First error"_s;
    process.fields = {field};
    ReviewDef review;
    review.id = u"pm"_s;
    review.name = u"Post-Mortem"_s;
    process.reviews = {review};
    ListRule list;
    list.rule.id = u"t.room"_s;
    list.rule.say = u"War room"_s;
    ListItem first;
    first.text = u"Open the channel."_s;
    ListItem second;
    second.text = u"Who is here?"_s;
    list.items = {first, second};
    process.lists = {list};
    GateRule gate;
    gate.rule.id = u"t.verify"_s;
    GateNeed need;
    need.text = u"No alert is firing."_s;
    gate.needs = {need};
    process.gates = {gate};
    LadderRule ladder;
    ladder.rule.id = u"t.page"_s;
    ladder.rule.source = {u"T-2"_s};
    EffectSpec page;
    page.kind = EffectKind::Page;
    page.who = {u"oncall"_s};
    EffectSpec create;
    create.kind = EffectKind::Create;
    create.text = u"zoom.bridge"_s;
    ladder.rungs = {{{}, {page, create}}};
    process.ladders = {ladder};
    return process;
}

} // namespace

class TestRowWords : public QObject
{
    Q_OBJECT
private slots:
    void namesStandForIds_data();
    void namesStandForIds();
    void aPollSaysItsResult();
    void aDecisionSaysWhenItIsLookedAtAgain();
    void whatWasTypedStaysAsItIs();
};

void TestRowWords::namesStandForIds_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("bare");
    const auto row = [](const char *type, const QJsonObject &body, const QString &named, const QString &bare) {
        QTest::addRow("%s %lld", type, qlonglong(body.size())) << QString::fromLatin1(type) << body << named << bare;
    };
    row("role.taken", {{u"person"_s, u"Ana"_s}, {u"role"_s, u"ic"_s}}, u"Ana takes the role Incident Commander"_s,
        u"Ana takes the role ic"_s);
    row("role.assigned", {{u"person"_s, u"Bo"_s}, {u"role"_s, u"scribe"_s}}, u"Bo is given the role scribe"_s,
        u"Bo is given the role scribe"_s);
    row("phase.moved", {{u"to"_s, u"mobilization"_s}}, u"Phase Mobilization"_s, u"Phase mobilization"_s);
    row("severity.set", {{u"to"_s, u"SEV1"_s}, {u"why"_s, u"all are down"_s}}, u"Severity SEV1: all are down"_s,
        u"Severity SEV1: all are down"_s);
    row("flag.set", {{u"flag"_s, u"pii"_s}}, u"Flag “Personal data exposed” set"_s, u"Flag “pii” set"_s);
    row("item.checked", {{u"list"_s, u"t.room"_s}, {u"item"_s, 1}}, u"Done: Open the channel"_s, u"Done: step 1 of t.room"_s);
    row("item.checked", {{u"list"_s, u"t.room"_s}, {u"item"_s, 2}, {u"text"_s, u"all"_s}}, u"Done: Who is here? – all"_s,
        u"Done: step 2 of t.room – all"_s);
    row("item.skipped", {{u"list"_s, u"t.room"_s}, {u"item"_s, 7}, {u"why"_s, u"no"_s}}, u"Skipped: step 7 of t.room – no"_s,
        u"Skipped: step 7 of t.room – no"_s);
    row("gate.confirmed", {{u"gate"_s, u"t.verify"_s}, {u"item"_s, 1}, {u"why"_s, u"looked"_s}},
        u"Confirmed: No alert is firing – looked"_s, u"Confirmed: step 1 of t.verify – looked"_s);
    row("rung.taken", {{u"ladder"_s, u"t.page"_s}, {u"rung"_s, 0}, {u"anchorUs"_s, 0}},
        u"Escalation: Page On-call engineer; create the Zoom bridge"_s, u"Escalation: t.page"_s);
    row("rung.taken", {{u"ladder"_s, u"t.page"_s}, {u"rung"_s, 9}}, u"Escalation: t.page"_s, u"Escalation: t.page"_s);
    row("page.done", {{u"who"_s, QJsonArray{u"oncall"_s, u"Kim"_s}}, {u"how"_s, u"by hand"_s}, {u"why"_s, u"t.page"_s}},
        u"Paged On-call engineer, Kim (by hand): T-2"_s, u"Paged oncall, Kim (by hand): t.page"_s);
    row("update.drafted", {{u"target"_s, u"update/public"_s}, {u"state"_s, u"Investigating"_s}, {u"text"_s, u"We look"_s}},
        u"U1 Public status page Investigating: We look"_s, u"U1 update/public Investigating: We look"_s);
    row("update.drafted", {{u"target"_s, u"triage"_s}, {u"state"_s, u""_s}, {u"text"_s, u"Yes"_s}}, u"U1 triage: Yes"_s,
        u"U1 triage: Yes"_s);
    row("impact.stated", {{u"field"_s, u"start"_s}, {u"value"_s, u"2026-03-02T09:55:03.000Z"_s}},
        u"Impact start: 2026-03-02 09:55:03 UTC"_s, u"Impact start: 2026-03-02 09:55:03 UTC"_s);
    row("impact.stated", {{u"field"_s, u"component/Web App"_s}, {u"value"_s, u"major outage"_s}},
        u"Component Web App: major outage"_s, u"Component Web App: major outage"_s);
    row("field.set", {{u"fields"_s, QJsonObject{{u"began"_s, u"2026-03-02T09:55:03Z"_s}, {u"x"_s, true}}}},
        u"Stated: First error: 2026-03-02 09:55:03 UTC; x: yes"_s, u"Stated: began: 2026-03-02 09:55:03 UTC; x: yes"_s);
    row("cadence.set", {{u"item"_s, u"update/public"_s}, {u"everyUs"_s, Span::minutes(15).us}},
        u"Update: Public status page: from now on every 15 minutes"_s, u"update/public: from now on every 15 minutes"_s);
    row("clock.snoozed", {{u"clock"_s, u"t.page/1"_s}, {u"why"_s, u"called"_s}},
        u"Snoozed: Page On-call engineer; create the Zoom bridge: called"_s, u"Snoozed: t.page/1: called"_s);
    row("system.did", {{u"system"_s, u"pagerduty"_s}, {u"thing"_s, u"incident"_s}, {u"outcome"_s, u"true"_s}},
        u"PagerDuty incident: yes"_s, u"pagerduty incident: yes"_s);
    row("review.held", {{u"review"_s, u"pm"_s}, {u"who"_s, QJsonArray{u"Ana"_s, u"ic"_s}}},
        u"Review Post-Mortem held with Ana, Incident Commander"_s, u"Review pm held with Ana, ic"_s);
    row("alert.fired",
        {{u"name"_s, u"DbLatency"_s},
         {u"labels"_s, QJsonObject{{u"cause"_s, u"too many connections"_s}, {u"host"_s, u"db1"_s}, {u"type"_s, u"database"_s}}}},
        u"Alert L1: DbLatency; kind: database; possible cause: too many connections; host: db1"_s,
        u"Alert L1: DbLatency; kind: database; possible cause: too many connections; host: db1"_s);
    row("alert.fired", {{u"name"_s, u"DbLatency"_s}, {u"labels"_s, QJsonObject()}}, u"Alert L1: DbLatency"_s,
        u"Alert L1: DbLatency"_s);
    row("actionItem.added",
        {{u"text"_s, u"Ship it"_s}, {u"fields"_s, QJsonObject{{u"owner"_s, u"Bo"_s}, {u"what"_s, u"Ship it"_s}}}},
        u"Action item I1: Ship it; owner: Bo"_s, u"Action item I1: Ship it; owner: Bo"_s);
}

void TestRowWords::namesStandForIds()
{
    QFETCH(const QString, type);
    QFETCH(const QJsonObject, body);
    QFETCH(const QString, named);
    QFETCH(const QString, bare);
    const Process process = processOfNames();
    const ProcessNames names(process);
    QCOMPARE(entryText(type, body, {}, &names), named);
    QCOMPARE(entryText(type, body, {}), bare);
}

// A poll's rows say what was answered, and what came of it.
void TestRowWords::aPollSaysItsResult()
{
    IncidentState state;
    Poll poll;
    poll.id = u"P1"_s;
    poll.eventId = u"event-poll"_s;
    poll.asked = {{u"ops"_s, u"Bo"_s}, {u"comms"_s, u"Cy"_s}, {u"scribe"_s, u"Dee"_s}, {u"ic"_s, u"Dee"_s}};
    poll.answers = {{u"Bo"_s, u"region B has no capacity"_s}, {u"Cy"_s, QString()}, {u"Eve"_s, QString()}};
    state.polls = {poll};
    const auto text = [&](const QString &type, QJsonObject body) {
        body.insert(u"poll"_s, poll.eventId);
        return entryText(type, body, state);
    };
    QCOMPARE(text(u"poll.answered"_s, {{u"ok"_s, false}, {u"why"_s, u"region B has no capacity"_s}}),
             u"Objects to P1: region B has no capacity"_s);
    QCOMPARE(text(u"poll.answered"_s, {{u"ok"_s, true}, {u"why"_s, QString()}}), u"No objection to P1"_s);
    QCOMPARE(text(u"poll.closed"_s, {}), u"P1 closed. Objections: 1, no objection: 2, no answer: 1"_s);
}

void TestRowWords::aDecisionSaysWhenItIsLookedAtAgain()
{
    const QJsonObject body{{u"text"_s, u"wait"_s}};
    QCOMPARE(entryText(u"decision.made"_s, body, {}), u"D1: wait"_s);
    QJsonObject again = body;
    again.insert(u"revisitUs"_s, Instant::fromRfc3339(u"2026-03-02T10:20:00Z"_s)->us);
    QCOMPARE(entryText(u"decision.made"_s, again, {}), u"D1: wait (look at it again at 2026-03-02 10:20 UTC)"_s);
}

void TestRowWords::whatWasTypedStaysAsItIs()
{
    const Process process = processOfNames();
    const ProcessNames names(process);
    const QString typed = u"ic – 2026-03-02T09:55:03Z is true, %role:role%:"_s;
    QCOMPARE(entryText(u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, typed}}, {}, &names), typed);
}

QTEST_APPLESS_MAIN(TestRowWords)
#include "tst_rowwords.moc"
