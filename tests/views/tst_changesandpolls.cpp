// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/notundoable.h"
#include "everyprocess.h"
#include "orders/polllights.h"
#include "ordersrig.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::PollLight;
using fireline::views::PollLights;
using Desk = fireline::test::OrdersRig;

/// Changes from proposal to proof, and polls, by keys in the panel of open work.
class TestChangesAndPolls : public QObject
{
    Q_OBJECT
private slots:
    void onlyTheCommanderApproves_data() { test::addProcesses({u"helpdeskflow"_s, u"sre-directorate"_s}); }
    void onlyTheCommanderApproves();
    void anothersApprovalIsRecorded();
    void aRefusalIsOfWhoeverIsNamed();
    void withoutARuleAChangeIsExecuted_data() { test::addProcesses({u"community-hub"_s, u"nine-step"_s, u"severity-ladder"_s}); }
    void withoutARuleAChangeIsExecuted();
    void theProcessAsksForItsFields();
    void aBreachIsRecorded();
    void aPollIsAnsweredRoundTheRoom_data() { test::addProcesses(); }
    void aPollIsAnsweredRoundTheRoom();
};

// HDF-29, SRE-12: proposed, approved by the commander alone, executed, verified.
void TestChangesAndPolls::onlyTheCommanderApproves()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Desk desk(process, severity);
    const QString role = desk.feed.process().commander()->id;
    QVERIFY(desk.feed.line(u"/role @bo %1"_s.arg(role)));
    desk.newChange(u"restart the load balancer"_s);
    QCOMPARE(desk.refusals, QStringList());
    QVERIFY(desk.view()->hasFocus());
    // Neither approved nor executed from here, and the panel says who can.
    desk.press(Qt::Key_Y);
    desk.press(Qt::Key_X);
    QCOMPARE(desk.asked.size(), 1);
    auto *approve = desk.part<QPushButton>("ordersStep1");
    QCOMPARE(approve->text(), u"Approve"_s);
    QVERIFY(!approve->isEnabled());
    QVERIFY(desk.part<QLabel>("ordersReason")->isVisible());
    QVERIFY2(desk.part<QLabel>("ordersReason")->text().contains(u"bo"_s), qPrintable(desk.part<QLabel>("ordersReason")->text()));
    QVERIFY(desk.registry.whyNot(u"orders.yes"_s).contains(u"bo"_s));
    // The commander gives way to the person at this console.
    QVERIFY(desk.feed.line(u"/role - %1"_s.arg(role), u"bo"_s));
    QVERIFY(desk.feed.line(u"/claim"_s));
    QVERIFY(approve->isEnabled());
    desk.press(Qt::Key_Y);
    QCOMPARE(desk.feed.state().changes.first().state, Change::State::Approved);
    desk.press(Qt::Key_X);
    QCOMPARE(desk.feed.state().changes.first().state, Change::State::Executed);
    desk.press(Qt::Key_X);
    desk.type(u"error rate 0.1 %"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().changes.first().state, Change::State::Verified);
    QCOMPARE(desk.feed.state().changes.first().result, u"error rate 0.1 %"_s);
    QCOMPARE(desk.refusals, QStringList());
}

// Decisions 3: the scribe writes down who approved.
void TestChangesAndPolls::anothersApprovalIsRecorded()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/role @bo %1"_s.arg(desk.feed.process().commander()->id)));
    desk.newChange(u"restart the load balancer"_s);
    desk.press(Qt::Key_W);
    auto *who = desk.part<QLineEdit>("reasonWho");
    QVERIFY(who->hasFocus());
    QCOMPARE(desk.part<QComboBox>("reasonDeed")->currentText(), u"Approve"_s);
    QVERIFY(!desk.part<QLineEdit>("reasonWords")->isVisible()); // an approval takes none
    // Left empty it is the typist, who may not; that stands there and nothing is recorded.
    desk.press(Qt::Key_Return);
    QVERIFY(desk.part<QLabel>("reasonFormMessage")->text().contains(u"bo"_s));
    desk.type(u"bo"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.refusals, QStringList());
    QCOMPARE(desk.feed.state().changes.first().approvals.value(0).by, u"bo"_s);
    QCOMPARE(desk.feed.state().changes.first().state, Change::State::Approved);
    QVERIFY(desk.view()->hasFocus());
    // The name is not kept for the next deed; another of the deeds is chosen by arrow keys.
    desk.press(Qt::Key_W);
    QCOMPARE(who->text(), QString());
    desk.press(Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(desk.part<QComboBox>("reasonDeed")->hasFocus());
    QCOMPARE(desk.part<QComboBox>("reasonDeed")->currentText(), u"Executed"_s);
    desk.press(Qt::Key_Tab);
    desk.type(u"bo"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.asked.last().by, u"bo"_s);
    QCOMPARE(desk.feed.state().changes.first().state, Change::State::Executed);
}

// Esc keeps words and name for that row.
void TestChangesAndPolls::aRefusalIsOfWhoeverIsNamed()
{
    Desk desk;
    desk.newChange(u"restart the load balancer"_s);
    desk.press(Qt::Key_F);
    desk.type(u"peak hours"_s);
    desk.press(Qt::Key_Tab);
    desk.type(u"@cy"_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.view()->hasFocus());
    desk.press(Qt::Key_F);
    QVERIFY(desk.part<QLineEdit>("reasonWords")->hasFocus());
    QCOMPARE(desk.part<QLineEdit>("reasonWords")->text(), u"peak hours"_s);
    QCOMPARE(desk.part<QLineEdit>("reasonWho")->text(), u"@cy"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.refusals, QStringList());
    QCOMPARE(desk.asked.last().by, u"cy"_s);
    QCOMPARE(desk.asked.last().args.value(u"why"_s).toString(), u"peak hours"_s);
    QCOMPARE(desk.feed.state().changes.first().state, Change::State::Refused);
}

void TestChangesAndPolls::withoutARuleAChangeIsExecuted()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Desk desk(process, severity);
    desk.newChange(u"restart the hub"_s);
    QVERIFY(!desk.part<QLabel>("ordersReason")->isVisible());
    desk.press(Qt::Key_X);
    desk.press(Qt::Key_X);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.refusals, QStringList());
    QCOMPARE(desk.feed.state().changes.first().state, Change::State::Verified);
}

// HDF-34: a deployment names its risk; a risky one goes in stages.
void TestChangesAndPolls::theProcessAsksForItsFields()
{
    Desk desk(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(desk.feed.line(u"/claim"_s));
    desk.registry.action(u"orders.newChange"_s)->trigger();
    desk.type(u"deploy 1.2.3"_s);
    auto *kind = desk.part<QComboBox>("changeKind");
    kind->setFocus();
    desk.type(u"deploy"_s);
    QCOMPARE(kind->currentData().toString(), u"deploy"_s);
    QVERIFY(desk.part("startField_staging")->isVisible());
    desk.press(Qt::Key_Return);
    QVERIFY(desk.asked.isEmpty());
    QVERIFY(desk.part<QLabel>("changeFormMessage")->text().contains(u"risk"_s, Qt::CaseInsensitive));
    desk.part<QComboBox>("changeRisk")->setFocus();
    desk.type(u"high"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.part("startField_staging")->hasFocus()); // the one that is still missing
    desk.type(u"none known"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.refusals, QStringList());
    QCOMPARE(desk.feed.state().changes.first().risk, u"high"_s);
    desk.press(Qt::Key_Y);
    desk.press(Qt::Key_X); // not in stages
    QCOMPARE(desk.feed.state().changes.first().state, Change::State::Approved);
    QVERIFY(desk.part<QLabel>("ordersReason")->text().contains(u"stages"_s));
    // The commander may pass it with a reason; then it is carried out.
    QVERIFY(desk.feed.line(u"/override hdf.staged no time for a canary"_s));
    desk.press(Qt::Key_X);
    QCOMPARE(desk.feed.state().changes.first().state, Change::State::Executed);
}

void TestChangesAndPolls::aBreachIsRecorded()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/change restart the database eta=5m"_s, u"bo"_s));
    desk.panel.setFocus();
    desk.press(Qt::Key_B);
    desk.type(u"restarted before it was approved"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.refusals, QStringList());
    QVERIFY(desk.feed.state().changes.first().breached);
    desk.press(Qt::Key_Space);
    QVERIFY(desk.part<QTextBrowser>("ordersDetails")->toPlainText().contains(u"against the process"_s));
}

void TestChangesAndPolls::aPollIsAnsweredRoundTheRoom()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Desk desk(process, severity);
    QStringList people{u"bo"_s, u"cy"_s, u"di"_s};
    for (const RoleDef &role : desk.feed.process().roles) {
        if (!role.commands && !people.isEmpty())
            QVERIFY(desk.feed.line(u"/role @%1 %2"_s.arg(people.takeFirst(), role.id)));
    }
    desk.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.part<QLabel>("pollAsked")->text().contains(u"bo"_s));
    desk.type(u"fail over to region B"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.refusals, QStringList());
    auto *lights = desk.part<PollLights>("pollLights");
    QVERIFY(lights->isVisible());
    QCOMPARE(lights->lights().size(), 3 - people.size());
    QCOMPARE(lights->findChildren<QLabel *>(u"pollLight"_s).size(), lights->lights().size());
    QVERIFY(desk.feed.line(u"/ok #P1"_s, u"bo"_s));
    QVERIFY(lights->findChild<QLabel *>(u"pollLight"_s)->text().endsWith(u"no objection"_s));
    desk.feed.advance(Span::seconds(31));
    QCOMPARE(lights->lights().last().state, PollLight::State::Silent);
    desk.press(Qt::Key_F);
    desk.type(u"replica is stale"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().polls.first().answers.value(u"ana"_s), u"replica is stale"_s);
    QVERIFY(lights->findChildren<QLabel *>(u"pollLight"_s).last()->text().contains(u"replica is stale"_s));
    desk.press(Qt::Key_Y); // she thinks again
    QCOMPARE(desk.feed.state().polls.first().answers.value(u"ana"_s), QString());
    // Its end is undone by no key: that is said before it.
    QVERIFY2(desk.part<QLabel>("ordersReason")->isVisible()
                 && desk.part<QLabel>("ordersReason")->text().contains(notUndoableWhy(Verb::PollClose)),
             qPrintable(desk.part<QLabel>("ordersReason")->text()));
    desk.press(Qt::Key_X);
    QVERIFY(desk.feed.state().polls.first().closedAt.isSet());
    QCOMPARE(desk.refusals, QStringList());
}

QTEST_MAIN(TestChangesAndPolls)
#include "tst_changesandpolls.moc"
