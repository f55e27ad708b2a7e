// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyprocess.h"
#include "orders/ordersmodel.h"
#include "orders/orderspanel.h"
#include "orders/polllights.h"
#include "orders/workquestions.h"
#include "panelrig.h"
#include "partnames.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::OrdersModel;
using fireline::models::PollLight;
using fireline::models::WorkQuestions;
using fireline::views::OrdersPanel;
using fireline::views::PollLights;
namespace orders = fireline::models::orders;

namespace {

/// The model, and what its panel asks beside it.
struct Work : OrdersModel
{
    explicit Work(models::IncidentFeed &feed) : OrdersModel(feed), ask(feed) { }
    OrdersPanel panel(views::Theme &theme, views::TimeDisplay &times) { return OrdersPanel(this, ask, theme, times); }
    WorkQuestions ask;
};

struct Desk : test::PanelRig<Work, OrdersPanel>
{
    explicit Desk(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s)
        : PanelRig(process, severity)
    {
        // As the window does.
        QObject::connect(&feed, &test::MemoryFeed::applied, &panel, &OrdersPanel::askAgain);
        QObject::connect(&feed, &test::MemoryFeed::applied, &registry, qOverload<>(&views::ActionRegistry::refresh));
        show({320, 460});
    }
    QTreeView *view() const { return part<QTreeView>("ordersTable"); }
    void type(const QString &text) const
    {
        PanelRig::type(text);
        // A list of names that opened is closed again, so that keys come to the field.
        if (const auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget()); line && line->completer())
            line->completer()->popup()->hide();
    }
    void newAction(const QString &what, const QString &who, const QString &minutes) const
    {
        press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        type(what);
        press(Qt::Key_Tab);
        type(who);
        press(Qt::Key_Tab);
        type(minutes);
        press(Qt::Key_Return);
    }
    void newChange(const QString &what) const
    {
        registry.action(u"orders.newChange"_s)->trigger();
        type(what);
        press(Qt::Key_Return);
    }
    void select(const QString &ref) { QVERIFY(panel.showItem(ref)); }
    QString shown(int row) const { return view()->model()->index(row, 0).data(orders::RefRole).toString(); }
};

} // namespace

class TestOrdersPanel : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsOpen();
    void anActionFromItsKeyToItsEnd_data() { test::addProcesses(); }
    void anActionFromItsKeyToItsEnd();
    void namesComplete();
    void escapeKeepsWhatWasTyped();
    void aTimeThatIsNoneIsSaid();
    void failingNeedsWords();
    void fiveMinutesMoreCountFromNow();
    void cancelsAndShowsWhatIsOver();
    void onlyTheCommanderApproves_data() { test::addProcesses({u"helpdeskflow"_s, u"sre-directorate"_s}); }
    void onlyTheCommanderApproves();
    void withoutARuleAChangeIsExecuted_data() { test::addProcesses({u"community-hub"_s, u"nine-step"_s, u"severity-ladder"_s}); }
    void withoutARuleAChangeIsExecuted();
    void theProcessAsksForItsFields();
    void aBreachIsRecorded();
    void aPollIsAnsweredRoundTheRoom_data();
    void aPollIsAnsweredRoundTheRoom();
    void aTickDisturbsNobody();
    void enterGoesToTheDeeds();
    void columnsWhereThereIsRoom();
    void everyStateLooksDifferent();
    void theTitleCounts();
    void everythingHasAName();
    void nothingIsGivenOnceItIsOver();
};

void TestOrdersPanel::nothingIsOpen()
{
    Desk desk;
    QVERIFY(desk.part("ordersNothing")->isVisible());
    QVERIFY(!desk.view()->isVisible());
    auto *first = desk.part<QPushButton>("ordersFirst");
    QVERIFY(first->hasFocus());
    QTest::keyClick(first, Qt::Key_Space);
    QVERIFY(desk.part("actionWhat")->hasFocus());
    desk.press(Qt::Key_Escape);
    QVERIFY(first->hasFocus());
    QVERIFY(desk.asked.isEmpty());
}

void TestOrdersPanel::anActionFromItsKeyToItsEnd()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Desk desk(process, severity);
    desk.newAction(u"restart pod A"_s, u"@bo"_s, u"10"_s);
    QCOMPARE(desk.refusals, QStringList());
    QCOMPARE(desk.asked.last().verb, Verb::Action);
    const Order &order = desk.feed.state().orders.first();
    QCOMPARE(order.owner, u"bo"_s);
    QCOMPARE(order.dueAt - order.givenAt, Span::minutes(10));
    QVERIFY(desk.view()->hasFocus()); // the row is selected, its keys work at once
    desk.press(Qt::Key_Y);
    QCOMPARE(desk.feed.state().orders.first().state, Order::State::Acknowledged);
    QVERIFY(!desk.registry.whyNot(u"orders.yes"_s).isEmpty());
    desk.press(Qt::Key_X);
    QVERIFY(desk.part("reasonWords")->hasFocus());
    desk.type(u"error rate 2 %"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().orders.first().state, Order::State::Done);
    QCOMPARE(desk.feed.state().orders.first().result, u"error rate 2 %"_s);
    QVERIFY(desk.part("ordersNothing")->isVisible());
    QCOMPARE(desk.refusals, QStringList());
}

void TestOrdersPanel::namesComplete()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/note here"_s, u"Benedikta"_s));
    desk.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    desk.type(u"check lag"_s);
    desk.press(Qt::Key_Tab);
    auto *who = desk.part<QLineEdit>("actionWho");
    QTest::keyClicks(who, u"dikt"_s);
    QWidget *names = who->completer()->popup();
    QTRY_VERIFY(names->isVisible());
    QTest::keyClick(names, Qt::Key_Down);
    QTest::keyClick(names, Qt::Key_Return);
    QCOMPARE(who->text(), u"Benedikta"_s);
    QVERIFY(desk.asked.isEmpty()); // Enter chose the name
    QTest::keyClick(who, Qt::Key_Return);
    QCOMPARE(desk.feed.state().orders.first().owner, u"Benedikta"_s);
}

void TestOrdersPanel::escapeKeepsWhatWasTyped()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/action @bo restart +10m"_s));
    desk.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    desk.type(u"half a sen"_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.asked.isEmpty());
    QVERIFY(desk.view()->hasFocus());
    desk.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.part<QLineEdit>("actionWhat")->text(), u"half a sen"_s);
    desk.press(Qt::Key_Escape);
    // The words for a deed wait for that deed.
    desk.press(Qt::Key_F);
    desk.type(u"no acc"_s);
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_X);
    QCOMPARE(desk.part<QLineEdit>("reasonWords")->text(), QString());
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_F);
    QCOMPARE(desk.part<QLineEdit>("reasonWords")->text(), u"no acc"_s);
}

void TestOrdersPanel::aTimeThatIsNoneIsSaid()
{
    Desk desk;
    desk.newAction(u"restart"_s, u"bo"_s, u"soon"_s);
    QVERIFY(desk.asked.isEmpty());
    QVERIFY(desk.part<QLabel>("actionFormMessage")->text().contains(u"soon"_s));
    auto *minutes = desk.part<QLineEdit>("actionMinutes");
    QVERIFY(minutes->hasFocus());
    minutes->selectAll();
    desk.type(u"90s"_s);
    desk.press(Qt::Key_Return);
    const Order &order = desk.feed.state().orders.first();
    QCOMPARE(order.dueAt - order.givenAt, Span::seconds(90));
}

void TestOrdersPanel::failingNeedsWords()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/action @bo restart +10m"_s));
    desk.panel.setFocus();
    desk.press(Qt::Key_F);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.asked.isEmpty());
    QVERIFY(desk.part<QLabel>("reasonFormMessage")->isVisible());
    desk.type(u"no access"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().orders.first().state, Order::State::Failed);
    QCOMPARE(desk.feed.state().orders.first().result, u"no access"_s);
}

void TestOrdersPanel::fiveMinutesMoreCountFromNow()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    QVERIFY(desk.feed.line(u"/action @bo restart +10m"_s));
    desk.panel.setFocus();
    const Instant due = desk.feed.state().orders.first().dueAt;
    desk.press(Qt::Key_Plus);
    QCOMPARE(desk.feed.state().orders.first().dueAt, due + Span::minutes(5));
    desk.feed.advance(Span::minutes(25));
    desk.press(Qt::Key_Plus);
    QCOMPARE(desk.feed.state().orders.first().dueAt, desk.feed.now() + Span::minutes(5));
}

void TestOrdersPanel::cancelsAndShowsWhatIsOver()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/action @bo one +10m"_s));
    QVERIFY(desk.feed.line(u"/action @bo two +20m"_s));
    desk.panel.setFocus();
    desk.select(u"A1"_s);
    desk.press(Qt::Key_Delete);
    desk.press(Qt::Key_Return); // no reason is needed
    QCOMPARE(desk.feed.state().order(u"A1")->state, Order::State::Cancelled);
    QCOMPARE(desk.view()->model()->rowCount(), 1);
    desk.part<QCheckBox>("ordersEnded")->setFocus();
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.view()->model()->rowCount(), 2);
    QCOMPARE(desk.shown(1), u"A1"_s);
    desk.select(u"A1"_s);
    QVERIFY(!desk.part("ordersStep1")->isVisible());
}

// HDF-29, SRE-12: proposed, approved by the commander alone, executed, verified.
void TestOrdersPanel::onlyTheCommanderApproves()
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

void TestOrdersPanel::withoutARuleAChangeIsExecuted()
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
void TestOrdersPanel::theProcessAsksForItsFields()
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

void TestOrdersPanel::aBreachIsRecorded()
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

void TestOrdersPanel::aPollIsAnsweredRoundTheRoom_data()
{
    anActionFromItsKeyToItsEnd_data();
}

void TestOrdersPanel::aPollIsAnsweredRoundTheRoom()
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
    desk.press(Qt::Key_X);
    QVERIFY(desk.feed.state().polls.first().closedAt.isSet());
    QCOMPARE(desk.refusals, QStringList());
}

void TestOrdersPanel::aTickDisturbsNobody()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/action @bo one +10m"_s));
    QVERIFY(desk.feed.line(u"/action @bo two +20m"_s));
    desk.panel.setFocus();
    desk.select(u"A2"_s);
    desk.press(Qt::Key_F);
    desk.type(u"half"_s);
    desk.feed.advance(Span::minutes(15));
    QVERIFY(desk.feed.line(u"/note meanwhile"_s, u"cy"_s));
    QCOMPARE(desk.part<QLineEdit>("reasonWords")->text(), u"half"_s);
    QVERIFY(desk.part("reasonWords")->hasFocus());
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().order(u"A2")->state, Order::State::Failed);
}

void TestOrdersPanel::enterGoesToTheDeeds()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/action @bo restart +10m"_s));
    desk.registry.setLetterKeys(false);
    desk.panel.setFocus();
    desk.press(Qt::Key_Return);
    QVERIFY(desk.part<QTextBrowser>("ordersDetails")->isVisible());
    QVERIFY(desk.part("ordersStep1")->hasFocus());
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.feed.state().orders.first().state, Order::State::Acknowledged);
    // Everything else is in one menu.
    auto *menu = desk.part<QMenu>("ordersMoreMenu");
    menu->popup({});
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts.append(action->text());
    menu->close();
    QCOMPARE(texts, (QStringList{u"Done…"_s, u"+5 min"_s, u"Failed…"_s, u"Cancel it…"_s, u"Hide the details"_s}));
}

void TestOrdersPanel::columnsWhereThereIsRoom()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/action @bo restart +10m"_s));
    QVERIFY(desk.view()->isColumnHidden(orders::OwnerColumn));
    QCOMPARE(desk.view()->columnWidth(orders::WhatColumn), desk.view()->viewport()->width());
    desk.panel.resize(700, 460);
    QVERIFY(!desk.view()->isColumnHidden(orders::StateColumn));
    int others = 0;
    for (const int column : {int(orders::OwnerColumn), int(orders::DueColumn), int(orders::StateColumn)})
        others += desk.view()->columnWidth(column);
    QCOMPARE(desk.view()->columnWidth(orders::WhatColumn) + others, desk.view()->viewport()->width());
}

// Each state paints other pixels than every other, in the light and the dark palette, colour taken away.
void TestOrdersPanel::everyStateLooksDifferent()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/claim"_s));
    for (int i = 0; i < 6; ++i)
        QVERIFY(desk.feed.line(u"/action @bo restart pod A +%1m"_s.arg(i == 5 ? 1 : 600)));
    desk.feed.advance(Span::seconds(90)); // A6 is late
    QVERIFY(desk.feed.line(u"/action @bo restart pod A +600m"_s));
    for (const auto *line : {u"/ack #A2", u"/done #A3", u"/fail #A4 no", u"/cancel #A5", u"/ack #A6"})
        QVERIFY(desk.feed.line(QString::fromUtf16(line)));
    desk.feed.advance(Span::seconds(40)); // A1 has not been acknowledged in time
    desk.part<QCheckBox>("ordersEnded")->setChecked(true);
    desk.panel.resize(900, 460);
    desk.view()->clearSelection();
    desk.view()->setCurrentIndex({});
    for (const views::Theme::Choice choice : {views::Theme::Choice::Light, views::Theme::Choice::Dark}) {
        desk.theme.setChoice(choice);
        QSet<QByteArray> seen;
        for (int row = 0; row < desk.view()->model()->rowCount(); ++row) {
            const QRect cell = desk.view()->visualRect(desk.view()->model()->index(row, orders::StateColumn));
            const QImage image = desk.view()->viewport()->grab(cell).toImage().convertToFormat(QImage::Format_Grayscale8);
            seen.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(seen.size(), 7); // sent, no answer, acknowledged, late, done, failed, cancelled
    }
}

void TestOrdersPanel::theTitleCounts()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    QCOMPARE(desk.panel.windowTitle(), u"Actions and call-backs"_s);
    QVERIFY(desk.feed.line(u"/action @bo one +10m"_s));
    QVERIFY(desk.feed.line(u"/action @bo two +20m"_s));
    QCOMPARE(desk.panel.windowTitle(), u"Actions: 2 open"_s);
    desk.feed.advance(Span::minutes(11));
    QCOMPARE(desk.panel.windowTitle(), u"Actions: 2 open, 1 late"_s);
}

void TestOrdersPanel::everythingHasAName()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/poll fail over"_s));
    QVERIFY(desk.feed.line(u"/action @bo one +10m"_s));
    for (const char *id : {"orders.newAction", "orders.newChange", "orders.newPoll"}) {
        desk.registry.action(QString::fromLatin1(id))->trigger();
        test::checkPartNames(desk.panel);
        // Tab goes round and comes back, through every field of the form.
        QSet<QWidget *> been;
        for (int i = 0; i < 30 && !been.contains(QApplication::focusWidget()); ++i) {
            been.insert(QApplication::focusWidget());
            desk.press(Qt::Key_Tab);
        }
        QVERIFY(been.size() >= 4);
        QVERIFY(been.contains(desk.view()));
    }
}

void TestOrdersPanel::nothingIsGivenOnceItIsOver()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/action @bo one +10m"_s));
    QVERIFY(desk.feed.line(u"/withdraw false alarm"_s));
    desk.registry.refresh();
    QVERIFY(!desk.registry.action(u"orders.newAction"_s)->isEnabled());
    QVERIFY(desk.registry.whyNot(u"orders.newAction"_s).contains(u"withdrawn"_s));
    desk.panel.setFocus();
    desk.press(Qt::Key_Y);
    QVERIFY(desk.asked.isEmpty());
}

QTEST_MAIN(TestOrdersPanel)
#include "tst_orderspanel.moc"
