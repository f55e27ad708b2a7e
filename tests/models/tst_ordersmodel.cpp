// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelrig.h"
#include "orders/ordersmodel.h"
#include "orders/workquestions.h"

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::OrdersModel;
using fireline::models::PollLight;
using fireline::models::WorkQuestions;
namespace orders = fireline::models::orders;

namespace {

struct Work : test::ModelRig<OrdersModel>
{
    using ModelRig::ModelRig;

    int rowOf(const QString &ref) const { return rowWhere({{orders::RefRole, ref}}); }
    QVariant of(const QString &ref, int role) const { return value(rowOf(ref), role); }
    orders::State state(const QString &ref) const { return orders::State(of(ref, orders::StateRole).toInt()); }
    QStringList refs() const { return test::textsOf(model, orders::RefRole); }
    QList<PollLight> lights(const QString &ref) const { return of(ref, orders::LightsRole).value<QList<PollLight>>(); }
    WorkQuestions ask{feed};
};

} // namespace

class TestOrdersModel : public QObject
{
    Q_OBJECT
private slots:
    void anOrderGoesThroughItsStates();
    void silenceStandsOut();
    void withoutARuleSilenceWaits();
    void lateThenUnansweredThenSoonest();
    void aTickTellsOnlyWhatItChanges();
    void timeMakesAnOrderDueThenLate();
    void aRowThatMovesIsNotMadeAnew();
    void aChangeWaitsForItsApprover();
    void aChangeThatNeedsNoApprovalSaysSo();
    void aRefusedChangeSaysWhy();
    void aBreachIsMarked();
    void aPollHasALightForEachRole();
    void silenceIsNotConsent();
    void aPollIsClearedAtItsOpening();
    void asksTheProcessBefore();
    void wantsWhatTheProcessWants();
    void namesPeopleAndRoles();
    void anotherIncidentResets();
    void saysWholeSentences();
};

void TestOrdersModel::anOrderGoesThroughItsStates()
{
    Work work;
    QVERIFY(work.feed.line(u"/claim"_s));
    for (const auto *line : {u"/action @bo restart pod A +10m", u"/ask @bo is lag falling? +3m", u"/action @bo drain node +5m"})
        QVERIFY(work.feed.line(QString::fromUtf16(line)));
    QCOMPARE(work.state(u"A1"_s), orders::Sent);
    QCOMPARE(work.of(u"A2"_s, orders::KindRole).toInt(), int(orders::Question));
    QCOMPARE(work.of(u"A1"_s, orders::OwnerRole).toString(), u"bo"_s);
    QCOMPARE(work.of(u"A1"_s, orders::LeftRole).toLongLong(), Span::minutes(10).us);
    QVERIFY(work.feed.line(u"/ack #A1"_s, u"bo"_s));
    QCOMPARE(work.state(u"A1"_s), orders::Acknowledged);
    QVERIFY(work.feed.line(u"/done #A1 error rate 2 %"_s, u"bo"_s));
    QCOMPARE(work.state(u"A1"_s), orders::Done);
    QCOMPARE(work.of(u"A1"_s, orders::ResultRole).toString(), u"error rate 2 %"_s);
    QVERIFY(work.feed.line(u"/fail #A2 no access"_s, u"bo"_s));
    QCOMPARE(work.state(u"A2"_s), orders::Failed);
    QVERIFY(work.feed.line(u"/cancel #A3 not needed"_s));
    QCOMPARE(work.state(u"A3"_s), orders::Cancelled);
    QVERIFY(!work.of(u"A1"_s, orders::OpenRole).toBool());
    QVERIFY(work.feed.line(u"/timer +15m check DNS"_s));
    QCOMPARE(work.of(u"A4"_s, orders::KindRole).toInt(), int(orders::Reminder));
    QVERIFY(work.of(u"A4"_s, orders::IsMineRole).toBool());
    QCOMPARE(work.refs().first(), u"A4"_s); // what is over stands below
}

// SRE-15: every order is acknowledged; one that is not stands out.
void TestOrdersModel::silenceStandsOut()
{
    Work work;
    QVERIFY(work.feed.line(u"/claim"_s));
    QVERIFY(work.feed.line(u"/action @bo restart pod A +30m"_s));
    QVERIFY(work.of(u"A1"_s, orders::AckDueRole).toLongLong() > 0);
    work.feed.advance(Span::seconds(119));
    QCOMPARE(work.state(u"A1"_s), orders::Sent);
    work.feed.advance(Span::seconds(2));
    QCOMPARE(work.state(u"A1"_s), orders::NoAnswer);
    QCOMPARE(work.of(u"A1"_s, orders::UrgencyRole).toInt(), int(orders::UrgentLate));
    QVERIFY(work.feed.line(u"/ack #A1"_s, u"bo"_s));
    QCOMPARE(work.state(u"A1"_s), orders::Acknowledged);
}

void TestOrdersModel::withoutARuleSilenceWaits()
{
    Work work(u"severity-ladder"_s, u"1"_s);
    QVERIFY(work.feed.line(u"/action @bo restart pod A +30m"_s));
    QCOMPARE(work.of(u"A1"_s, orders::AckDueRole).toLongLong(), 0);
    work.feed.advance(Span::minutes(20));
    QCOMPARE(work.state(u"A1"_s), orders::Sent);
    QCOMPARE(work.of(u"A1"_s, orders::UrgencyRole).toInt(), int(orders::UrgentWaiting));
}

void TestOrdersModel::lateThenUnansweredThenSoonest()
{
    Work work(u"nine-step"_s, u"P1"_s);
    QVERIFY(work.feed.line(u"/claim"_s));
    for (const auto *line : {u"/action @bo one +30m", u"/action @bo two +20m", u"/action @bo three +5m", u"/action @bo four",
                             u"/action @bo five +25m"})
        QVERIFY(work.feed.line(QString::fromUtf16(line)));
    QVERIFY(work.feed.line(u"/ack #A2"_s, u"bo"_s));
    QVERIFY(work.feed.line(u"/ack #A3"_s, u"bo"_s));
    QCOMPARE(work.refs(), (QStringList{u"A5"_s, u"A1"_s, u"A4"_s, u"A3"_s, u"A2"_s}));
    work.feed.advance(Span::minutes(6));
    QCOMPARE(work.refs(), (QStringList{u"A3"_s, u"A5"_s, u"A1"_s, u"A4"_s, u"A2"_s}));
    QVERIFY(work.feed.line(u"/extend #A3 +10m"_s));
    QCOMPARE(work.refs(), (QStringList{u"A5"_s, u"A1"_s, u"A4"_s, u"A3"_s, u"A2"_s}));
    QVERIFY(work.feed.line(u"/done #A5 fine"_s));
    work.feed.advance(Span::seconds(1));
    QVERIFY(work.feed.line(u"/done #A1 fine"_s));
    QCOMPARE(work.refs(), (QStringList{u"A4"_s, u"A3"_s, u"A2"_s, u"A1"_s, u"A5"_s})); // the latest that ended first
}

void TestOrdersModel::aTickTellsOnlyWhatItChanges()
{
    Work work(u"nine-step"_s, u"P1"_s);
    QVERIFY(work.feed.line(u"/action @bo with time +10m"_s));
    QVERIFY(work.feed.line(u"/action @bo without time"_s));
    QVERIFY(work.feed.line(u"/action @bo in two days +50h"_s));
    QSignalSpy changed(&work.model, &QAbstractItemModel::dataChanged);
    work.feed.advance(Span::seconds(1));
    QCOMPARE(changed.size(), 2); // the days change from 50 h to less once, then each minute
    changed.clear();
    work.feed.advance(Span::seconds(1));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), work.rowOf(u"A1"_s));
    QCOMPARE(changed.first().at(2).value<QList<int>>(), QList<int>{orders::LeftRole});
    QVERIFY(work.feed.line(u"/done #A1 fine"_s));
    changed.clear();
    work.feed.advance(Span::seconds(1));
    QCOMPARE(changed.size(), 0);
}

void TestOrdersModel::timeMakesAnOrderDueThenLate()
{
    Work work(u"nine-step"_s, u"P1"_s);
    QVERIFY(work.feed.line(u"/action @bo restart +10m"_s));
    QVERIFY(work.feed.line(u"/ack #A1"_s, u"bo"_s));
    QVERIFY(!work.of(u"A1"_s, orders::DueSoonRole).toBool());
    work.feed.advance(Span::minutes(9));
    QVERIFY(work.of(u"A1"_s, orders::DueSoonRole).toBool());
    QCOMPARE(work.state(u"A1"_s), orders::Acknowledged);
    work.feed.advance(Span::seconds(70));
    QCOMPARE(work.state(u"A1"_s), orders::Late);
    QVERIFY(!work.of(u"A1"_s, orders::DueSoonRole).toBool());
    QCOMPARE(work.of(u"A1"_s, orders::LeftRole).toLongLong(), -Span::seconds(10).us);
}

void TestOrdersModel::aRowThatMovesIsNotMadeAnew()
{
    Work work(u"nine-step"_s, u"P1"_s);
    QVERIFY(work.feed.line(u"/action @bo one +10m"_s));
    QVERIFY(work.feed.line(u"/action @bo two +20m"_s));
    const QPersistentModelIndex first = work.model.index(work.rowOf(u"A1"_s), 0);
    QSignalSpy removed(&work.model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&work.model, &QAbstractItemModel::rowsInserted);
    QVERIFY(work.feed.line(u"/ack #A1"_s, u"bo"_s));
    QCOMPARE(first.row(), 1);
    QCOMPARE(first.data(orders::RefRole).toString(), u"A1"_s);
    QCOMPARE(removed.size() + inserted.size(), 0);
}

// SRE-12, HDF-29: proposed, approved by the commander, executed, verified.
void TestOrdersModel::aChangeWaitsForItsApprover()
{
    Work work;
    QVERIFY(work.feed.line(u"/claim"_s));
    QVERIFY(work.feed.line(u"/role @bo ol"_s));
    QVERIFY(work.feed.line(u"/change roll back to 1.2.2 eta=5m"_s, u"bo"_s));
    QCOMPARE(work.state(u"C1"_s), orders::Proposed);
    QCOMPARE(work.of(u"C1"_s, orders::UrgencyRole).toInt(), int(orders::UrgentWaiting));
    QVERIFY(work.of(u"C1"_s, orders::OwnerRole).toString().contains(u"ana"_s));
    QVERIFY(work.of(u"C1"_s, orders::IsMineRole).toBool());
    QCOMPARE(work.of(u"C1"_s, orders::FieldsRole).toStringList(), (QStringList{u"ETA"_s, u"5m"_s}));
    QVERIFY(work.ask.whyNot(Verb::Approve, u"C1"_s).isEmpty());
    QVERIFY(!work.ask.whyNot(Verb::Execute, u"C1"_s).isEmpty());
    QVERIFY(!work.ask.whyNot(Verb::VerifyChange, u"C1"_s).isEmpty());
    QVERIFY(work.feed.line(u"/approve #C1"_s));
    QCOMPARE(work.state(u"C1"_s), orders::Approved);
    QCOMPARE(work.of(u"C1"_s, orders::ApprovedRole).toStringList(), QStringList{u"ana"_s});
    QVERIFY(work.feed.line(u"/execute #C1"_s, u"bo"_s));
    QCOMPARE(work.state(u"C1"_s), orders::Executed);
    QCOMPARE(work.of(u"C1"_s, orders::ActorRole).toString(), u"bo"_s);
    QVERIFY(work.of(u"C1"_s, orders::OpenRole).toBool());
    QVERIFY(work.feed.line(u"/verify #C1 error rate 0.1 %"_s, u"bo"_s));
    QCOMPARE(work.state(u"C1"_s), orders::Verified);
    QVERIFY(!work.of(u"C1"_s, orders::OpenRole).toBool());
}

void TestOrdersModel::aChangeThatNeedsNoApprovalSaysSo()
{
    Work work(u"community-hub"_s, u"P1"_s);
    QVERIFY(work.feed.line(u"/change restart the hub"_s));
    QCOMPARE(work.of(u"C1"_s, orders::UrgencyRole).toInt(), int(orders::UrgentRunning));
    QVERIFY(work.value(0, Qt::AccessibleTextRole).toString().contains(u"needs no approval"_s));
    QVERIFY(work.ask.whyNot(Verb::Execute, u"C1"_s).isEmpty());
}

void TestOrdersModel::aRefusedChangeSaysWhy()
{
    Work work;
    QVERIFY(work.feed.line(u"/claim"_s));
    QVERIFY(work.feed.line(u"/change drop the index eta=5m"_s, u"bo"_s));
    QVERIFY(work.feed.line(u"/refuse #C1 too risky now"_s));
    QCOMPARE(work.state(u"C1"_s), orders::Refused);
    QCOMPARE(work.of(u"C1"_s, orders::ResultRole).toString(), u"too risky now"_s);
    QCOMPARE(work.of(u"C1"_s, orders::ActorRole).toString(), u"ana"_s);
}

void TestOrdersModel::aBreachIsMarked()
{
    Work work;
    QVERIFY(work.feed.line(u"/claim"_s));
    QVERIFY(work.feed.line(u"/change restart the database eta=5m"_s, u"bo"_s));
    QVERIFY(work.feed.line(u"/breach #C1 restarted before it was approved"_s));
    QVERIFY(work.of(u"C1"_s, orders::BreachRole).toBool());
    QCOMPARE(work.state(u"C1"_s), orders::Executed);
    QVERIFY(work.value(work.rowOf(u"C1"_s), Qt::AccessibleTextRole).toString().contains(u"against the process"_s));
}

void TestOrdersModel::aPollHasALightForEachRole()
{
    Work work;
    QVERIFY(work.feed.line(u"/claim"_s));
    for (const auto *line : {u"/role @bo ol", u"/role @cy cl", u"/role @di scribe"})
        QVERIFY(work.feed.line(QString::fromUtf16(line)));
    QVERIFY(work.feed.line(u"/poll fail over to region B"_s));
    QCOMPARE(work.of(u"P1"_s, orders::LeftRole).toLongLong(), Span::seconds(30).us);
    QCOMPARE(work.lights(u"P1"_s).size(), 3); // whoever asks has none
    QCOMPARE(work.state(u"P1"_s), orders::Asked);
    QVERIFY(work.feed.line(u"/ok #P1"_s, u"bo"_s));
    QVERIFY(work.feed.line(u"/object #P1 replica is stale"_s, u"cy"_s));
    QVERIFY(work.feed.line(u"/ok #P1"_s, u"guest"_s));
    QCOMPARE(work.state(u"P1"_s), orders::Objected);
    QMap<QString, PollLight> byPerson;
    for (const PollLight &light : work.lights(u"P1"_s))
        byPerson.insert(light.person, light);
    QCOMPARE(byPerson.size(), 4);
    QCOMPARE(byPerson.value(u"bo"_s).state, PollLight::State::Fine);
    QCOMPARE(byPerson.value(u"cy"_s).state, PollLight::State::Objects);
    QCOMPARE(byPerson.value(u"cy"_s).why, u"replica is stale"_s);
    QCOMPARE(byPerson.value(u"di"_s).state, PollLight::State::Waiting);
    QVERIFY(byPerson.value(u"guest"_s).role.isEmpty());
    work.feed.advance(Span::seconds(31));
    QCOMPARE(work.lights(u"P1"_s).at(2).state, PollLight::State::Silent);
    QVERIFY(work.feed.line(u"/closepoll #P1"_s));
    QVERIFY(!work.of(u"P1"_s, orders::OpenRole).toBool());
    QCOMPARE(work.of(u"P1"_s, orders::ObjectionsRole).toInt(), 1);
}

void TestOrdersModel::silenceIsNotConsent()
{
    Work work(u"nine-step"_s, u"P1"_s);
    QVERIFY(work.feed.line(u"/claim"_s));
    QVERIFY(work.feed.line(u"/role @bo scribe"_s));
    QVERIFY(work.feed.line(u"/poll fail over +10s"_s));
    work.feed.advance(Span::seconds(11));
    QCOMPARE(work.state(u"P1"_s), orders::Unanswered);
    QVERIFY(work.feed.line(u"/ok #P1"_s, u"bo"_s)); // late answers count
    QCOMPARE(work.state(u"P1"_s), orders::Agreed);
}

void TestOrdersModel::aPollIsClearedAtItsOpening()
{
    Work work(u"nine-step"_s, u"P1"_s);
    QVERIFY(work.feed.line(u"/claim"_s));
    QVERIFY(work.feed.line(u"/role @bo scribe"_s));
    QVERIFY(work.feed.line(u"/poll first"_s));
    QVERIFY(work.feed.line(u"/ok #P1"_s, u"bo"_s));
    QVERIFY(work.feed.line(u"/poll second"_s));
    QCOMPARE(work.lights(u"P2"_s).first().state, PollLight::State::Waiting);
    // Whoever comes later was not asked; whoever leaves still was.
    QVERIFY(work.feed.line(u"/role - scribe"_s, u"bo"_s));
    QCOMPARE(work.lights(u"P2"_s).size(), 1);
    QCOMPARE(work.lights(u"P2"_s).first().person, u"bo"_s);
}

void TestOrdersModel::asksTheProcessBefore()
{
    Work work(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(work.feed.line(u"/role @bo ic"_s));
    QVERIFY(work.feed.line(u"/change fail over kind:failover"_s));
    QCOMPARE(work.ask.whyNot(Verb::Approve, u"C1"_s).isEmpty(), false); // ana does not command
    QVERIFY(work.ask.whyNot(Verb::Approve, u"C1"_s).contains(u"bo"_s));
    QVERIFY(work.ask.whyNot(Verb::Refuse, u"C1"_s).isEmpty());
    QVERIFY(work.feed.line(u"/approve #C1"_s, u"bo"_s));
    const auto trial = work.ask.trial({Verb::Execute, {}, {}, {{u"ref"_s, u"C1"_s}}});
    QVERIFY2(trial.passes(), qPrintable(trial.refusal));
    QVERIFY(trial.remarks.join(u' ').contains(u"failing node"_s)); // HDF-40
    QVERIFY(work.ask.whyNot(Verb::Ack, u"A1"_s).contains(u"A1"_s));
    QVERIFY(work.ask.whyNot(Verb::Action).isEmpty());
    // Nothing begins after the end.
    QVERIFY(work.feed.line(u"/withdraw a test"_s, u"bo"_s));
    for (const Verb verb : {Verb::Action, Verb::Change, Verb::Poll, Verb::Timer})
        QVERIFY(work.ask.whyNot(verb).contains(u"over"_s));
}

void TestOrdersModel::wantsWhatTheProcessWants()
{
    Work work(u"helpdeskflow"_s, u"P0"_s);
    QCOMPARE(work.ask.changeKinds(), (QStringList{u"deploy"_s, u"failover"_s}));
    QCOMPARE(work.ask.changeRisks(), (QStringList{u"low"_s, u"medium"_s, u"high"_s}));
    Command change{Verb::Change, {}, {}, {{u"text"_s, u"deploy"_s}}};
    QVERIFY(work.ask.fields(change).isEmpty());
    change.args.insert(u"kind"_s, u"deploy"_s);
    const auto fields = work.ask.fields(change);
    QCOMPARE(fields.size(), 1);
    QCOMPARE(fields.first().id, u"staging"_s);
    QVERIFY(!work.ask.trial(change).passes()); // no risk named
    Work other;
    QCOMPARE(other.ask.changeKinds(), QStringList());
    QCOMPARE(other.ask.fields({Verb::Change, {}, {}, {}}).value(0).id, u"eta"_s);
}

void TestOrdersModel::namesPeopleAndRoles()
{
    Work work;
    QVERIFY(work.feed.line(u"/claim"_s));
    QVERIFY(work.feed.line(u"/role @bo ol"_s));
    const QStringList people = work.ask.people();
    QVERIFY(people.contains(u"bo"_s));
    QVERIFY(people.contains(u"Incident Commander"_s));
    QCOMPARE(work.ask.asked().size(), 1);
    QVERIFY(work.ask.asked().first().contains(u"bo"_s));
}

void TestOrdersModel::anotherIncidentResets()
{
    Work work;
    QSignalSpy reset(&work.model, &QAbstractItemModel::modelReset);
    emit work.feed.reset();
    QCOMPARE(reset.size(), 1);
}

void TestOrdersModel::saysWholeSentences()
{
    Work work(u"nine-step"_s, u"P1"_s);
    QVERIFY(work.feed.line(u"/action @bo restart pod A +10m"_s));
    QCOMPARE(work.value(0, Qt::AccessibleTextRole).toString(), u"Action A1 for bo: restart pod A. Sent, not acknowledged yet."_s);
    QVERIFY(work.feed.line(u"/done #A1 all green"_s, u"bo"_s));
    QCOMPARE(work.value(0, Qt::AccessibleTextRole).toString(), u"Action A1 for bo: restart pod A. Done: all green"_s);
    QCOMPARE(work.model.headerData(orders::DueColumn, Qt::Horizontal).toString(), u"Back in"_s);
}

QTEST_GUILESS_MAIN(TestOrdersModel)
#include "tst_ordersmodel.moc"
