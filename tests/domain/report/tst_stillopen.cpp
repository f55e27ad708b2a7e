// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/stillopen.h"
#include "state/componentstate.h"

#include <QTest>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

Process twoAudiences()
{
    Process process;
    AudienceDef inside;
    inside.id = u"staff"_s;
    inside.name = u"Staff"_s;
    inside.states = {u"Broken"_s, u"Mended"_s};
    AudienceDef page;
    page.id = u"public"_s;
    page.name = u"Status page"_s;
    page.outside = true;
    page.states = {u"Investigating"_s, u"Resolved"_s};
    process.audiences = {inside, page};
    PhaseDef work;
    work.id = u"work"_s;
    PhaseDef after;
    after.id = u"after"_s;
    after.name = u"Afterwards"_s;
    after.ends = true;
    process.phases = {work, after};
    return process;
}

IncidentState running()
{
    IncidentState state;
    state.declaredAt = Instant{1};
    return state;
}

void tell(IncidentState &state, const QString &audience, const QString &word, qint64 at, Update::State how = Update::State::Sent)
{
    Update update;
    update.id = u"U%1"_s.arg(state.updates.size() + 1);
    update.audience = audience;
    update.word = word;
    update.state = how;
    update.sentAt = Instant{at};
    state.updates.append(update);
}

void give(IncidentState &state, Order::State how, bool timer = false)
{
    Order order;
    order.id = u"A%1"_s.arg(state.orders.size() + 1);
    order.owner = u"dev"_s;
    order.state = how;
    order.timer = timer;
    state.orders.append(order);
}

Command command(Verb verb, const QString &id = {})
{
    return {verb, {}, {}, {{u"id"_s, id}}};
}

} // namespace

/// What an end would leave open for others.
class TestStillOpen : public QObject
{
    Q_OBJECT
private slots:
    void theLastWordSentCounts();
    void theFarthestOutsideComesFirst();
    void changesAndOrdersThatHaveNoEnd();
    void componentsThatDoNotWork();
    void whatEndsAnIncident();
};

void TestStillOpen::theLastWordSentCounts()
{
    IncidentState state = running();
    QVERIFY(stillOpen(state, twoAudiences()).isEmpty()); // nobody was told anything
    tell(state, u"public"_s, u"Investigating"_s, 10);
    tell(state, u"public"_s, u"Resolved"_s, 20, Update::State::Approved); // not sent
    QCOMPARE(stillOpen(state, twoAudiences()), QStringList{u"Status page still says “Investigating”"_s});
    tell(state, u"public"_s, u"Resolved"_s, 30);
    QVERIFY(stillOpen(state, twoAudiences()).isEmpty());
}

void TestStillOpen::theFarthestOutsideComesFirst()
{
    IncidentState state = running();
    tell(state, u"staff"_s, u"Broken"_s, 10);
    tell(state, u"public"_s, u"Investigating"_s, 20);
    QCOMPARE(stillOpen(state, twoAudiences()),
             (QStringList{u"Status page still says “Investigating”"_s, u"Staff still says “Broken”"_s}));
}

void TestStillOpen::changesAndOrdersThatHaveNoEnd()
{
    IncidentState state = running();
    for (const auto how : {Change::State::Proposed, Change::State::Executed, Change::State::Verified}) {
        Change change;
        change.id = u"C%1"_s.arg(state.changes.size() + 1);
        change.state = how;
        state.changes.append(change);
    }
    give(state, Order::State::Sent);
    give(state, Order::State::Acknowledged);
    give(state, Order::State::Done);
    give(state, Order::State::Cancelled);
    give(state, Order::State::Acknowledged, true); // a reminder to oneself
    QCOMPARE(stillOpen(state, twoAudiences()),
             (QStringList{u"C2 is done and not verified"_s, u"no answer to A1 (dev)"_s, u"not reported done: A2 (dev)"_s}));
}

void TestStillOpen::componentsThatDoNotWork()
{
    IncidentState state = running();
    state.impact.insert(componentField(u"Web App"_s), componentWords().last());
    state.impact.insert(componentField(u"Mail"_s), componentWords().first());
    state.impact.insert(u"users"_s, u"all"_s);
    QCOMPARE(stillOpen(state, twoAudiences()), QStringList{u"Web App is at “%1”"_s.arg(componentWords().last())});
}

void TestStillOpen::whatEndsAnIncident()
{
    IncidentState state = running();
    const Process process = twoAudiences();
    QVERIFY(endsIncident(command(Verb::Resolve), state, process));
    QVERIFY(endsIncident(command(Verb::Phase, u"after"_s), state, process));
    QVERIFY(endsIncident(command(Verb::Phase, u"AFTERWARDS"_s), state, process));
    QVERIFY(!endsIncident(command(Verb::Phase, u"work"_s), state, process));
    QVERIFY(!endsIncident(command(Verb::Phase), state, process));
    QVERIFY(!endsIncident(command(Verb::Note), state, process));
    state.resolvedAt = Instant{5};
    QVERIFY(!endsIncident(command(Verb::Phase, u"after"_s), state, process));
}

QTEST_APPLESS_MAIN(TestStillOpen)
#include "tst_stillopen.moc"
