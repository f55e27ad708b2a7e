// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "alerts/alertline.h"
#include "alerts/latestalert.h"
#include "alerts/soundbutton.h"
#include "hearing.h"
#include "memoryfeed.h"

#include <QAbstractButton>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::test::MemoryFeed;

namespace {

struct NoBubbles : NotificationSink
{
    void notify(const Attention &) override { }
};

struct NoEar : SoundSink
{
    void sound(Attention::Level) override { }
};

/// A window with nothing but the status line's two widgets.
struct Board
{
    explicit Board(const QString &process = u"community-hub"_s, const QString &severity = {})
        : feed(process, severity)
        , list(feed)
        , alarms(feed, bubbles, ear, allowance)
        , actions(&window)
        , alert(new views::LatestAlert(list, alarms, theme, times, &window))
        , sounds(new views::SoundButton(alarms, theme, times, &window))
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(alert);
        column->addWidget(sounds);
        alert->addActions(actions);
        sounds->addActions(actions);
        QObject::connect(&alarms, &models::Alarms::noteRequested, &feed,
                         [this](const Command &command) { QVERIFY(feed.execute(command)); });
        window.resize(900, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(feed.line(u"/claim"_s));
        actions.refresh();
    }
    QAbstractButton *line() const { return window.findChild<QAbstractButton *>(u"latestAlertLine"_s); }
    void key(const QString &sequence)
    {
        actions.refresh();
        QTest::keySequence(&window, QKeySequence(sequence));
    }

    NoBubbles bubbles;
    NoEar ear;
    MemoryFeed feed;
    views::Theme theme;
    views::TimeDisplay times;
    models::AlertList list;
    models::SoundAllowance allowance;
    models::Alarms alarms;
    QWidget window;
    views::ActionRegistry actions;
    views::LatestAlert *alert;
    views::SoundButton *sounds;
};

} // namespace

class TestLatestAlert : public QObject
{
    Q_OBJECT
private slots:
    void saysWhatIsLateAndWhoOwesIt();
    void whoOwesItIsLeftOutWhereThereIsNoRoom();
    void keysReachAndOpenIt();
    void whatIsToBeWrittenLeadsToItsForm();
    void arrowsWalkThroughTheOthers();
    void acknowledgingIsWrittenDown();
    void theButtonTakesTheOneThatIsShown();
    void aSnoozeIsWrittenDown();
    void muteIsSeenWithItsEnd();
    void manyAreToldAsOne();
    void whatIsNewIsReadAloud();
};

void TestLatestAlert::saysWhatIsLateAndWhoOwesIt()
{
    Board board;
    QCOMPARE(board.line()->text(), u"Nothing is late"_s);
    QVERIFY(!board.window.findChild<QToolButton *>(u"acknowledgeAlert"_s)->isEnabled());
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    board.feed.advance(Span::minutes(4));
    QCOMPARE(board.line()->text(), u"▼ A1: look at the database – due in 01:00 · owed by bo"_s);
    board.feed.advance(Span::minutes(3) + Span::seconds(10));
    QCOMPARE(board.line()->text(), u"▲ A1: look at the database – late 02:10 · owed by bo"_s);
    QCOMPARE(board.line()->accessibleName(), u"Latest alert: A1: look at the database, late 2 minutes. Owed by bo."_s);
    QVERIFY(board.line()->toolTip().contains(u"/done #A1"_s));
    board.feed.advance(Span::seconds(20));
    QCOMPARE(board.line()->accessibleName(), u"Latest alert: A1: look at the database, late 2 minutes. Owed by bo."_s);
    QVERIFY(board.feed.line(u"/done #A1 all well"_s, u"bo"_s));
    QCOMPARE(board.line()->text(), u"Nothing is late"_s);
}

void TestLatestAlert::whoOwesItIsLeftOutWhereThereIsNoRoom()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    QVERIFY(board.feed.line(u"/action @cy look at the network +9m"_s));
    board.feed.advance(Span::minutes(7) + Span::seconds(10));
    auto *line = board.window.findChild<views::AlertLine *>();
    const QList<int> widths = board.alert->formWidths();
    QCOMPARE(widths.size(), 3);
    QCOMPARE(widths.first(), board.alert->sizeHint().width());
    const auto shownIn = [&](int width) {
        line->resize(width, line->height());
        return line->shownText();
    };
    const QList<int> lines = line->formWidths();
    QCOMPARE(shownIn(lines.at(0)), u"▲ A1: look at the database – late 02:10 · owed by bo (one of 2)"_s);
    QCOMPARE(shownIn(lines.at(0) - 1), u"▲ A1: look at the database – late 02:10 (one of 2)"_s);
    QCOMPARE(shownIn(lines.at(1) - 1), u"▲ A1: look at the database – late 02:10"_s);
    // What it is about is cut, when it is late never.
    const QString cut = shownIn(lines.at(2) - 40);
    QVERIFY2(cut.startsWith(u"▲ A1: look"_s) && cut.endsWith(u"… – late 02:10"_s), qPrintable(cut));
    QVERIFY(line->fontMetrics().horizontalAdvance(cut) <= line->width());
    // All of it is told, whatever is shown; and it asks for the same room.
    QVERIFY(line->toolTip().startsWith(line->text() + u'\n') && line->toolTip().contains(u"Owed by bo"_s)
            && line->accessibleName().contains(u"A1: look at the database"_s));
    QCOMPARE(board.alert->sizeHint().width(), widths.first());
}

void TestLatestAlert::keysReachAndOpenIt()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    board.feed.advance(Span::minutes(6));
    QSignalSpy lines(board.alert, &views::LatestAlert::entryRequested);
    board.sounds->setFocus();
    board.key(u"Ctrl+J"_s);
    QVERIFY(board.line()->hasFocus());
    QTest::keyClick(board.line(), Qt::Key_Return);
    QCOMPARE(lines.count(), 1);
    QCOMPARE(lines.first().first().toString(), u"/done #A1 "_s);
}

// A line that only says that a record was written would silence the alarm, and nothing would be written.
void TestLatestAlert::whatIsToBeWrittenLeadsToItsForm()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    for (const QString &line : {u"/escalate lad.esc2"_s, u"/phase response"_s, u"/escalate lad.room"_s})
        QVERIFY2(board.feed.line(line).ok(), qPrintable(line));
    QSignalSpy records(board.alert, &views::LatestAlert::recordRequested);
    QSignalSpy lines(board.alert, &views::LatestAlert::entryRequested);
    board.alert->goTo(u"lad.tellfirst/1"_s);
    QCOMPARE(board.alert->shownId(), u"lad.tellfirst/1"_s);
    QVERIFY2(board.line()->toolTip().contains(u"open the form"_s), qPrintable(board.line()->toolTip()));
    QTest::keyClick(board.line(), Qt::Key_Return);
    QCOMPARE(lines.count(), 0);
    QCOMPARE(records.count(), 1);
    QCOMPARE(records.first(), (QVariantList{u"lad.initial"_s, u"/draft lad.initial "_s}));
    QVERIFY(board.feed.line(u"/draft announcement impact=\"all users\" brief=\"no log-in\""_s).ok());
    QVERIFY(board.alert->shownId() != u"lad.tellfirst/1"_s);
}

void TestLatestAlert::arrowsWalkThroughTheOthers()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    QVERIFY(board.feed.line(u"/action @cy look at the network +4m"_s));
    board.feed.advance(Span::minutes(6));
    QCOMPARE(board.alert->shownId(), u"order/A2"_s);
    QTest::keyClick(board.line(), Qt::Key_Down);
    QCOMPARE(board.alert->shownId(), u"order/A1"_s);
    board.feed.advance(Span::seconds(1));
    QCOMPARE(board.alert->shownId(), u"order/A1"_s);
    QTest::keyClick(board.line(), Qt::Key_Down);
    QCOMPARE(board.alert->shownId(), u"order/A1"_s);
    QTest::keyClick(board.line(), Qt::Key_Up);
    QCOMPARE(board.alert->shownId(), u"order/A2"_s);
    board.alert->goTo(u"order/A1"_s);
    QVERIFY(board.line()->hasFocus());
    QCOMPARE(board.alert->shownId(), u"order/A1"_s);
}

void TestLatestAlert::acknowledgingIsWrittenDown()
{
    Board board;
    board.actions.refresh();
    QVERIFY(!board.actions.whyNot(u"alerts.acknowledge"_s).isEmpty());
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    board.feed.advance(Span::minutes(6));
    board.key(u"Ctrl+Shift+J"_s);
    QCOMPARE(board.feed.state().entries.last().text, u"Alarm acknowledged: A1: look at the database"_s);
    QCOMPARE(board.line()->text(), u"▲ A1: look at the database – late 01:00 · owed by bo"_s); // stays in sight
    QVERIFY(board.list.index(0).data(int(models::AlertRole::Acknowledged)).toBool());
}

void TestLatestAlert::theButtonTakesTheOneThatIsShown()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    QVERIFY(board.feed.line(u"/action @cy look at the network +4m"_s));
    board.feed.advance(Span::minutes(6));
    QTest::keyClick(board.line(), Qt::Key_Down);
    board.window.findChild<QToolButton *>(u"acknowledgeAlert"_s)->click();
    QCOMPARE(board.feed.state().entries.last().text, u"Alarm acknowledged: A1: look at the database"_s);
    QCOMPARE(board.alarms.acknowledged(), QStringList{u"order/A1"_s});
    board.key(u"Ctrl+Shift+J"_s);
    QCOMPARE(board.feed.state().entries.last().text, u"Alarm acknowledged: A2: look at the network"_s);
    QCOMPARE(board.alarms.acknowledged().size(), 2);
}

void TestLatestAlert::aSnoozeIsWrittenDown()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    board.feed.advance(Span::minutes(6));
    const auto *button = board.window.findChild<QToolButton *>(u"snoozeAlert"_s);
    QCOMPARE(button->menu()->actions().size(), 3);
    QSignalSpy lines(board.alert, &views::LatestAlert::entryRequested);
    button->menu()->actions().at(1)->trigger();
    QCOMPARE(lines.size(), 1);
    const QString line = lines.first().first().toString();
    QCOMPARE(line, u"/snooze order/A1 5m "_s);
    QVERIFY(board.feed.state().snoozes.isEmpty()); // not without a reason
    QVERIFY(board.feed.line(line + u"bo is on the telephone"_s));
    QCOMPARE(board.feed.state().snoozes.value(u"order/A1"_s).why, u"bo is on the telephone"_s);
    QCOMPARE(board.feed.state().snoozes.value(u"order/A1"_s).until, board.feed.now() + Span::minutes(5));
    QCOMPARE(board.line()->text(), u"Nothing is late"_s);
    board.feed.advance(Span::minutes(5));
    QCOMPARE(board.alert->shownId(), u"order/A1"_s);
    // From a bubble on the desktop likewise; of many at once one reason is asked for, and of what is over none.
    board.alert->askSnooze(u"order/A1"_s, Span::minutes(5));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.last().first().toString(), u"/snooze order/A1 5m "_s);
    board.alert->askSnooze(u"alarms/merged"_s, Span::minutes(5));
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.last().first().toString(), u"/snooze late 5m "_s);
    QVERIFY(board.feed.line(u"/action @cy look at the network +1m"_s));
    board.feed.advance(Span::minutes(3));
    QVERIFY(board.feed.line(u"/snooze late 5m both are on the telephone"_s));
    for (const QString &clock : {u"order/A1"_s, u"order/A2"_s})
        QCOMPARE(board.feed.state().snoozes.value(clock).why, u"both are on the telephone"_s);
    const auto again = board.feed.line(u"/snooze late 5m once more"_s);
    QVERIFY(!again);
    QCOMPARE(again.problem().text, u"Nothing is late."_s);
    board.alert->askSnooze(u"order/A1"_s, Span::minutes(5));
    QCOMPARE(lines.size(), 3);
}

void TestLatestAlert::muteIsSeenWithItsEnd()
{
    Board board;
    QCOMPARE(board.sounds->text(), u"Sound on"_s);
    board.key(u"F8"_s);
    QCOMPARE(board.sounds->text(), u"Sound off until 09:10"_s);
    board.feed.advance(Span::minutes(9));
    QCOMPARE(board.sounds->text(), u"Sound off until 09:10"_s);
    board.feed.advance(Span::minutes(1));
    QCOMPARE(board.sounds->text(), u"Sound on"_s);
    QTest::keyClick(board.sounds, Qt::Key_Space);
    QVERIFY(board.alarms.mutedUntil().isSet());
    board.key(u"F8"_s);
    QCOMPARE(board.sounds->text(), u"Sound on"_s);
}

void TestLatestAlert::manyAreToldAsOne()
{
    Board board;
    for (int i = 1; i <= 4; ++i)
        QVERIFY(board.feed.line(u"/action @bo look at part %1 +%1m"_s.arg(i)));
    board.feed.advance(Span::minutes(5));
    QVERIFY(board.line()->text().startsWith(u"▲ 4 things are late, first: A1: look at part 1"_s));
    auto *line = board.window.findChild<views::AlertLine *>();
    line->resize(line->formWidths().last(), line->height());
    QCOMPARE(line->shownText(), u"▲ 4 things are late"_s);
}

void TestLatestAlert::whatIsNewIsReadAloud()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    test::clearHeard();
    board.feed.advance(Span::minutes(6));
    QCOMPARE(test::heard().size(), 1);
    QVERIFY2(test::heard().first().startsWith(u"Alert: A1: look at the database"_s), qPrintable(test::heard().first()));
    board.feed.advance(Span::minutes(1)); // it is late still, and was told
    QCOMPARE(test::heard().size(), 1);
    for (int i = 1; i <= 2; ++i)
        QVERIFY(board.feed.line(u"/action @bo look at part %1 +5m"_s.arg(i)));
    test::clearHeard();
    board.feed.advance(Span::minutes(6));
    QCOMPARE(test::heard().size(), 1);
    QVERIFY2(test::heard().first().endsWith(u"And 1 more."_s), qPrintable(test::heard().first()));
}

QTEST_MAIN(TestLatestAlert)
#include "tst_latestalert.moc"
