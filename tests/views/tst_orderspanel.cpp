// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyprocess.h"
#include "orders/ordertext.h"
#include "ordersrig.h"
#include "partnames.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using Desk = fireline::test::OrdersRig;
namespace orders = fireline::models::orders;

class TestOrdersPanel : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsOpen();
    void anActionFromItsKeyToItsEnd_data() { test::addProcesses(); }
    void anActionFromItsKeyToItsEnd();
    void theRowSaysWhoAcknowledged();
    void namesComplete();
    void escapeKeepsWhatWasTyped();
    void aTimeThatIsNoneIsSaid();
    void failingNeedsWords();
    void fiveMinutesMoreCountFromNow();
    void cancelsAndShowsWhatIsOver();
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
    // It is bo's to acknowledge: the form asks whose word it was, and Enter says his.
    desk.press(Qt::Key_Y);
    QCOMPARE(desk.feed.state().orders.first().state, Order::State::Sent);
    auto *who = desk.part<QLineEdit>("reasonWho");
    QVERIFY(who->hasFocus());
    QCOMPARE(who->text(), u"bo"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().orders.first().state, Order::State::Acknowledged);
    QCOMPARE(desk.feed.state().orders.first().ackedBy, u"bo"_s);
    QCOMPARE(desk.feed.state().orders.first().ackTypedBy, u"ana"_s);
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

// What is mine is taken on by one key; who took on what is another's is named in the row.
void TestOrdersPanel::theRowSaysWhoAcknowledged()
{
    Desk desk;
    QVERIFY(desk.feed.line(u"/action @ana look at the graphs +10m"_s, u"bo"_s));
    desk.panel.setFocus();
    desk.press(Qt::Key_Y);
    QCOMPARE(desk.feed.state().orders.first().ackedBy, u"ana"_s);
    QVERIFY(!desk.part("reasonWho")->isVisible());
    QVERIFY(desk.feed.line(u"/action @bo restart +10m"_s));
    QVERIFY(desk.feed.line(u"/ack #A2"_s)); // ana, of her own
    QCOMPARE(desk.feed.state().orders.at(1).ackedBy, u"ana"_s);
    const auto rowOf = [&](const QString &ref) {
        for (int row = 0; row < desk.model.rowCount(); ++row) {
            if (desk.model.index(row, 0).data(orders::RefRole).toString() == ref)
                return desk.model.index(row, 0);
        }
        return QModelIndex();
    };
    QCOMPARE(views::orderLook(rowOf(u"A1"_s)).word, u"acknowledged"_s);
    QVERIFY(views::orderLook(rowOf(u"A2"_s)).word.contains(u"ana"_s));
    QVERIFY(rowOf(u"A2"_s).data(Qt::AccessibleTextRole).toString().contains(u"Acknowledged by ana"_s));
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
    QVERIFY(desk.feed.line(u"/action @ana restart +10m"_s));
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
    QCOMPARE(texts, (QStringList{u"Done…"_s, u"+5 min"_s, u"Failed…"_s, u"Cancel it…"_s, u"Another person's word…"_s,
                                 u"Hide the details"_s}));
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
    QVERIFY(desk.registry.whyNot(u"orders.newAction"_s).contains(u"is over"_s));
    desk.panel.setFocus();
    desk.press(Qt::Key_Y);
    QVERIFY(desk.asked.isEmpty());
}

QTEST_MAIN(TestOrdersPanel)
#include "tst_orderspanel.moc"
