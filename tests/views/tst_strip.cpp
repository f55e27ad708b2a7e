// SPDX-License-Identifier: GPL-3.0-or-later
#include "striprig.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::views::CellWidget;
using fireline::views::Strip;
using fireline::views::StripCell;
using Board = fireline::test::StripRig;

class TestStrip : public QObject
{
    Q_OBJECT
private slots:
    void everyCellSaysWhatStands();
    void updatesCountDownToLate();
    void aPromisedUpdateIsDue();
    void handoverKeepsCommandWhereItIs();
    void savingIsTold();
    void theBackendIsTold();
    void whatWasNotTakenIsCounted();
    void whatIsUnconfirmedSaysSo();
    void whoMaySeeItIsTold();
    void keysWalkAndOpen();
    void toolTipsEndWithTheKey();
    void whatIsDueOpensItsClock();
    void callBacksOpenTheActions();
    void elapsedCountsFromElsewhere();
    void thePastIsTold();
};

void TestStrip::everyCellSaysWhatStands()
{
    Board board;
    QCOMPARE(board.value(StripCell::Severity), u"⬢ SEV1 – Critical"_s);
    QCOMPARE(board.value(StripCell::Phase), u"Detection"_s);
    QCOMPARE(board.value(StripCell::Elapsed), u"0:00:00"_s);
    QCOMPARE(board.value(StripCell::Command), u"▲ nobody"_s);
    QCOMPARE(board.strip.cell(StripCell::Command)->accessibleName(), u"Command: nobody"_s);
    QCOMPARE(board.value(StripCell::CallBacks), u"none open"_s);
    QVERIFY(!board.strip.cell(StripCell::Drill)->isVisible());
    QVERIFY(!board.strip.cell(StripCell::Viewing)->isVisible());

    QVERIFY(board.feed.line(u"/claim"_s));
    QCOMPARE(board.value(StripCell::Command), u"You"_s);
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    QCOMPARE(board.value(StripCell::CallBacks), u"1 not acknowledged"_s);
    QVERIFY(board.feed.line(u"/ack #A1"_s, u"bo"_s));
    QCOMPARE(board.value(StripCell::CallBacks), u"1"_s);
    board.feed.advance(Span::minutes(6));
    QCOMPARE(board.value(StripCell::CallBacks), u"1 · 1 late"_s);
    QCOMPARE(board.value(StripCell::Elapsed), u"0:06:00"_s);
    QVERIFY(board.feed.line(u"/action @bo look at the cache +30m"_s));
    QVERIFY(!board.strip.cell(StripCell::CallBacks)->accessibleName().contains(u"2 late"_s));
    board.feed.advance(Span::minutes(2) + Span::seconds(1)); // the process waits two minutes for the acknowledgement
    QCOMPARE(board.value(StripCell::CallBacks), u"2 · 2 late"_s);
    QVERIFY(board.strip.cell(StripCell::CallBacks)->text().chip == views::Chip::Late);
    QVERIFY(board.feed.line(u"/ack #A2"_s, u"bo"_s));
    QCOMPARE(board.value(StripCell::CallBacks), u"2 · 1 late"_s);
    QVERIFY(board.feed.line(u"/done #A2 all well"_s, u"bo"_s));
    QVERIFY(board.feed.line(u"/done #A1 all well"_s, u"bo"_s));
    QCOMPARE(board.value(StripCell::CallBacks), u"none open"_s);
    QVERIFY(board.feed.line(u"/severity SEV2 fewer are hit"_s));
    QVERIFY(board.value(StripCell::Severity).startsWith(u"▲ SEV2"_s));
}

void TestStrip::updatesCountDownToLate()
{
    Board board; // an internal update every 15 to 30 minutes
    const CellWidget *cell = board.strip.cell(StripCell::Updates);
    QCOMPARE(board.value(StripCell::Updates), u"▼ 30:00"_s);
    QVERIFY(!cell->text().chip);
    QCOMPARE(cell->accessibleName(), u"Status update due: in 30 minutes, for Customer Support team"_s);
    // Whose it is, as long as there is room for it.
    board.strip.resize(1900, board.strip.height());
    QCOMPARE(board.caption(StripCell::Updates), u"Update due: Customer Support team"_s);
    board.strip.resize(1024, board.strip.height());
    QCOMPARE(board.caption(StripCell::Updates), u"Status update due"_s);
    board.feed.advance(Span::minutes(28) + Span::seconds(20));
    QCOMPARE(board.value(StripCell::Updates), u"▼ 01:40"_s);
    QVERIFY(cell->text().chip == views::Chip::Due);
    QCOMPARE(cell->accessibleName(), u"Status update due: in 1 minutes, for Customer Support team"_s);
    board.feed.advance(Span::minutes(1) + Span::seconds(41));
    QCOMPARE(board.value(StripCell::Updates), u"▲ late 00:01"_s);
    QVERIFY(cell->text().chip == views::Chip::Late);
    board.feed.advance(Span::minutes(2) + Span::seconds(9));
    QCOMPARE(board.value(StripCell::Updates), u"▲ late 02:10"_s);
    QCOMPARE(cell->accessibleName(), u"Status update due: late 2 minutes, for Customer Support team"_s);
    board.feed.advance(Span::hours(1));
    QCOMPARE(board.value(StripCell::Updates), u"▲ late 1:02:10"_s);

    Board ladder(u"community-hub"_s, {}); // updates count from the beginning of the work
    QCOMPARE(ladder.value(StripCell::Updates), u"▲ not set"_s);
    Board quiet(u"sre-directorate"_s, u"SEV3"_s);
    QCOMPARE(quiet.value(StripCell::Updates), u"none due"_s);
}

void TestStrip::handoverKeepsCommandWhereItIs()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    QVERIFY(board.feed.line(u"/handover @bo"_s));
    QCOMPARE(board.value(StripCell::Command), u"⇄ to bo – waiting for “I have command”"_s);
    QVERIFY(board.strip.cell(StripCell::Command)->toolTip().endsWith(u"@bo /ihavecommand."_s));
    QVERIFY(board.strip.cell(StripCell::Command)->accessibleName().contains(u"you"_s));
    QVERIFY(board.feed.line(u"/decline"_s, u"bo"_s));
    QCOMPARE(board.value(StripCell::Command), u"You"_s);
}

void TestStrip::savingIsTold()
{
    Board board;
    QVERIFY(board.value(StripCell::Save).startsWith(u"● Saved here"_s));
    board.feed.holdSaving();
    QVERIFY(board.feed.line(u"one"_s));
    QVERIFY(board.feed.line(u"two"_s));
    QVERIFY(board.value(StripCell::Save).startsWith(u"◐ Saving 2"_s));
    board.feed.release(false);
    QVERIFY(board.value(StripCell::Save).startsWith(u"▲ Not saved 2"_s));
    QVERIFY(board.strip.cell(StripCell::Save)->text().chip == views::Chip::Late);

    models::StripState state;
    state.save = {models::StripState::Save::State::NotSaved, 2, Problem::Kind::Full, u"No space is left on the disk."_s};
    const views::CellText text = views::StripText(state, board.times, {}).cell(StripCell::Save);
    QCOMPARE(text.variants.first().value, u"▲ Not saved 2 – disk full"_s);
    QVERIFY(!text.canHide);
}

void TestStrip::whatWasNotTakenIsCounted()
{
    Board board;
    board.strip.setLink({.state = models::LinkState::State::Shared, .reason = {}, .refused = 2});
    const CellWidget *cell = board.strip.cell(StripCell::Save);
    QCOMPARE(board.value(StripCell::Save), u"▲ 2 not taken"_s);
    QVERIFY(cell->text().chip == views::Chip::Late);
    QVERIFY(cell->accessibleName().contains(u"2 entries were not taken"_s));
    board.strip.setLink({.state = models::LinkState::State::Shared, .reason = {}, .attachments = 2});
    QVERIFY2(board.value(StripCell::Save).startsWith(u"◐ 2 files unsent"_s), qPrintable(board.value(StripCell::Save)));
    QVERIFY(cell->accessibleName().contains(u"2 attachments on their way"_s));
    board.strip.setLink({.state = models::LinkState::State::Shared, .reason = {}, .toReview = 1});
    QCOMPARE(board.value(StripCell::Save), u"⚠ 1 to review"_s);
    QVERIFY(cell->text().chip == views::Chip::Conflict);
    QVERIFY(cell->accessibleName().contains(u"set by several people at once"_s));
    board.strip.setLink({.state = models::LinkState::State::Shared, .reason = {}, .skew = -Span::seconds(61)});
    QCOMPARE(board.value(StripCell::Save), u"▲ Clock off by 1m"_s);
    QVERIFY(cell->text().chip == views::Chip::Late);
    QVERIFY2(cell->accessibleName().contains(u"clock is off by 1m"_s), qPrintable(cell->accessibleName()));
    board.strip.setLink({.state = models::LinkState::State::Shared, .reason = {}, .skew = Span::seconds(60)});
    QVERIFY(board.value(StripCell::Save).startsWith(u"● Shared"_s));
}

// In force here, and others may not know of it yet (decisions 5).
void TestStrip::whatIsUnconfirmedSaysSo()
{
    Board board;
    const auto caption = [&](StripCell cell) { return board.strip.cell(cell)->text().variants.first().caption; };
    board.strip.setLink({.state = models::LinkState::State::Offline,
                         .unsent = 2,
                         .reason = {},
                         .severityUnconfirmed = true,
                         .phaseUnconfirmed = true});
    QCOMPARE(caption(StripCell::Severity), u"Severity, unconfirmed"_s);
    QCOMPARE(caption(StripCell::Phase), u"Phase, unconfirmed"_s);
    QVERIFY(board.strip.cell(StripCell::Severity)->accessibleName().contains(u"not confirmed"_s));
    QVERIFY(board.strip.cell(StripCell::Severity)->showsAll());
    board.strip.setLink({models::LinkState::State::Shared, 0, {}});
    QCOMPARE(caption(StripCell::Severity), u"Severity"_s);
    QCOMPARE(caption(StripCell::Phase), u"Phase"_s);
}

void TestStrip::whoMaySeeItIsTold()
{
    Board board;
    CellWidget *cell = board.strip.cell(StripCell::Private);
    QVERIFY(!cell->isVisible());
    QVERIFY(board.feed.line(u"/private @bo @cy names of customers"_s));
    QVERIFY(cell->isVisible() && cell->showsAll());
    QCOMPARE(cell->text().variants.first().caption, u"Private"_s);
    QCOMPARE(cell->accessibleName(), u"Private: 3 people may see it"_s);
    QCOMPARE(cell->text().icon, u"lock"_s);
    QVERIFY(cell->toolTip().contains(u"ana"_s) && cell->toolTip().contains(u"cy"_s));
    // It gives up its word before any of the four that are always there, and never its lock.
    board.strip.resize(520, board.strip.height());
    QVERIFY(cell->isVisible());
    QCOMPARE(board.value(StripCell::Private), u"3"_s);
    for (const StripCell always : {StripCell::Severity, StripCell::Elapsed, StripCell::Updates, StripCell::Command})
        QVERIFY(board.strip.cell(always)->isVisible());
    QSignalSpy asked(&board.strip, &Strip::detailsRequested);
    QTest::keyClick(cell, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<StripCell>(), StripCell::Private);
}

void TestStrip::aPromisedUpdateIsDue()
{
    Board board(u"sre-directorate"_s, u"SEV3"_s);
    QCOMPARE(board.value(StripCell::Updates), u"none due"_s);
    models::StripInput input{board.feed.state(), board.feed.process(), board.feed.clocks(), board.feed.now(), {}, {}};
    IncidentState promised = board.feed.state();
    Update update;
    update.id = u"S1"_s;
    update.audience = u"public"_s;
    update.state = Update::State::Sent;
    update.sentAt = board.feed.now();
    update.nextUpdateAt = board.feed.now() + Span::minutes(20);
    promised.updates = {update};
    const Instant later = input.now + Span::minutes(21);
    const QList<RunningClock> clocks = runningClocks(promised, input.process, later);
    const models::StripState state = models::stripState({promised, input.process, clocks, later, {}, {}});
    QVERIFY(state.updates.state == models::StripState::Updates::State::Late);
    QCOMPARE(state.updates.left, -Span::minutes(1));
    QVERIFY(state.updates.all.first().promised);
}

namespace {

QString takenLine(QSignalSpy &spy)
{
    return spy.isEmpty() ? u"no line was asked for"_s : spy.takeFirst().constFirst().toString();
}

std::optional<StripCell> takenCell(QSignalSpy &spy)
{
    return spy.isEmpty() ? std::nullopt : std::optional(spy.takeFirst().constFirst().value<StripCell>());
}

} // namespace

void TestStrip::theBackendIsTold()
{
    using State = models::LinkState::State;
    Board board;
    const auto told = [&](State state, int unsent, const QString &reason = {}) {
        board.strip.setLink({state, unsent, reason});
        return board.value(StripCell::Save);
    };
    QVERIFY(told(State::Shared, 0).startsWith(u"● Shared"_s));
    QVERIFY(told(State::Shared, 3).startsWith(u"◐ 3 unsent"_s));
    board.strip.setLink({.state = State::Shared, .reason = {}, .here = {u"ana"_s, u"bo"_s}});
    QCOMPARE(board.value(StripCell::Save), u"● Shared · 2 here"_s);
    QVERIFY(board.strip.cell(StripCell::Save)->toolTip().contains(u"Connected now: ana, bo."_s));
    QVERIFY(told(State::Connecting, 0).startsWith(u"◌ Connecting"_s));
    QVERIFY(told(State::Offline, 0).startsWith(u"○ Offline"_s));
    QVERIFY(told(State::Offline, 2, u"Nobody answers."_s).startsWith(u"○ Offline, 2 unsent"_s));
    const CellWidget *cell = board.strip.cell(StripCell::Save);
    QVERIFY(cell->toolTip().contains(u"Nobody answers."_s));
    QVERIFY(cell->accessibleName().contains(u"away"_s));
    // Since when, as long as there is room for it, and on which day.
    const Instant since = board.feed.now();
    board.strip.resize(1900, board.strip.height());
    board.strip.setLink({State::Offline, 7, {}, since});
    const QString time = board.times.minute(since);
    QVERIFY(board.value(StripCell::Save).startsWith(u"○ Offline since %1 · 7 unsent · "_s.arg(time)));
    QVERIFY(cell->accessibleName().endsWith(u"since "_s + time));
    board.times.setNow(since);
    board.feed.advance(Span::hours(24));
    board.times.setNow(board.feed.now());
    QVERIFY(board.value(StripCell::Save).contains(u"since %1 %2"_s.arg(board.times.day(since), time)));
    board.strip.resize(1366, board.strip.height());
    QVERIFY(told(State::Stopped, 0, u"It was rewritten."_s).startsWith(u"▲ Not shared"_s));
    QVERIFY(told(State::None, 0).startsWith(u"● Saved here"_s));
    // The disk comes first: what is not even saved here is no matter of others.
    board.strip.setLink({State::Shared, 0, {}});
    board.feed.holdSaving();
    QVERIFY(board.feed.line(u"a note"_s));
    QVERIFY(board.value(StripCell::Save).startsWith(u"◐ Saving"_s));
}

void TestStrip::keysWalkAndOpen()
{
    Board board;
    QSignalSpy lines(&board.strip, &Strip::entryRequested);
    QSignalSpy details(&board.strip, &Strip::detailsRequested);
    board.strip.activateWindow();
    board.strip.setFocus();
    QTRY_VERIFY(board.strip.cell(StripCell::Severity)->hasFocus());
    const auto focused = [] { return QApplication::focusWidget(); };
    QTest::keyClick(focused(), Qt::Key_Return);
    QVERIFY(takenCell(details) == StripCell::Severity); // a form, with the definitions
    QTest::keyClick(focused(), Qt::Key_Right);
    QVERIFY(board.strip.cell(StripCell::Phase)->hasFocus());
    QTest::keyClick(focused(), Qt::Key_Space);
    QVERIFY(takenCell(details) == StripCell::Phase);
    QVERIFY(lines.isEmpty());
    QTest::keyClick(focused(), Qt::Key_Right);
    QTest::keyClick(focused(), Qt::Key_Right);
    QTest::keyClick(focused(), Qt::Key_Return);
    QVERIFY(takenCell(details) == StripCell::Updates); // an update is due: its clock
    QTest::keyClick(focused(), Qt::Key_Right);
    QTest::keyClick(focused(), Qt::Key_Return);
    QCOMPARE(takenLine(lines), u"/claim "_s);
    QVERIFY(details.isEmpty());
    QTest::keyClick(focused(), Qt::Key_End);
    QTest::keyClick(focused(), Qt::Key_Left);
    QVERIFY(board.strip.cell(StripCell::CallBacks)->hasFocus());
    QTest::keyClick(focused(), Qt::Key_Return);
    QVERIFY(takenCell(details) == StripCell::CallBacks);
    QVERIFY(lines.isEmpty());
    QTest::keyClick(focused(), Qt::Key_Right);
    QTest::keyClick(focused(), Qt::Key_Return);
    QCOMPARE(details.count(), 1);
    QTest::keyClick(focused(), Qt::Key_Left);
    QCOMPARE(board.strip.firstFocus(), board.strip.cell(StripCell::CallBacks));

    board.strip.setLayoutDirection(Qt::RightToLeft);
    QTest::keyClick(focused(), Qt::Key_Right);
    QVERIFY(board.strip.cell(StripCell::Command)->hasFocus());
    QVERIFY(board.strip.cell(StripCell::Severity)->x() > board.strip.cell(StripCell::Command)->x());
}

void TestStrip::toolTipsEndWithTheKey()
{
    Board board;
    const CellWidget *cell = board.strip.cell(StripCell::Severity);
    QVERIFY(!cell->toolTip().contains(u"Ctrl+Shift+L"_s));
    board.strip.setHints({{StripCell::Severity, u"Ctrl+Shift+L: Severity, phase and impact."_s}});
    QVERIFY(cell->toolTip().startsWith(u"Severity SEV1"_s));
    QVERIFY(cell->toolTip().endsWith(u"\nCtrl+Shift+L: Severity, phase and impact."_s));
    board.feed.advance(Span::minutes(1));
    QVERIFY(cell->toolTip().endsWith(u"\nCtrl+Shift+L: Severity, phase and impact."_s));
}

void TestStrip::whatIsDueOpensItsClock()
{
    Board due; // an internal update every 15 to 30 minutes
    QSignalSpy lines(&due.strip, &Strip::entryRequested);
    QSignalSpy details(&due.strip, &Strip::detailsRequested);
    QVERIFY(due.strip.cell(StripCell::Updates)->toolTip().endsWith(u"Enter: go to its clock."_s));
    QTest::keyClick(due.strip.cell(StripCell::Updates), Qt::Key_Return);
    QVERIFY(takenCell(details) == StripCell::Updates);
    QVERIFY(lines.isEmpty());

    Board quiet(u"sre-directorate"_s, u"SEV3"_s);
    QSignalSpy quietLines(&quiet.strip, &Strip::entryRequested);
    QVERIFY(quiet.strip.cell(StripCell::Updates)->toolTip().endsWith(u"Enter: write a status update."_s));
    QTest::keyClick(quiet.strip.cell(StripCell::Updates), Qt::Key_Return);
    QCOMPARE(takenLine(quietLines), u"/draft "_s);
}

void TestStrip::callBacksOpenTheActions()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(board.feed.line(u"/confirm real"_s));
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    QSignalSpy lines(&board.strip, &Strip::entryRequested);
    QSignalSpy details(&board.strip, &Strip::detailsRequested);
    QTest::keyClick(board.strip.cell(StripCell::CallBacks), Qt::Key_Return); // one is not acknowledged
    QVERIFY(takenCell(details) == StripCell::CallBacks);
    board.feed.advance(Span::minutes(6)); // and now it is late
    QTest::keyClick(board.strip.cell(StripCell::CallBacks), Qt::Key_Return);
    QVERIFY(takenCell(details) == StripCell::CallBacks);
    QVERIFY(lines.isEmpty());
}

void TestStrip::elapsedCountsFromElsewhere()
{
    Board board;
    CellWidget *cell = board.strip.cell(StripCell::Elapsed);
    board.feed.advance(Span::minutes(10));
    QVERIFY(board.feed.line(u"/claim"_s));
    board.feed.advance(Span::minutes(2));
    QCOMPARE(cell->text().variants.first().caption, u"Since declared"_s); // when the impact began is not known
    cell->click();
    QCOMPARE(board.strip.elapsedSince(), models::ElapsedSince::Declared);
    cell->click();
    QCOMPARE(cell->text().variants.first().caption, u"Since command taken"_s);
    QCOMPARE(board.value(StripCell::Elapsed), u"0:02:00"_s);
}

void TestStrip::thePastIsTold()
{
    Board board;
    QSignalSpy back(&board.strip, &Strip::presentRequested);
    CellWidget *cell = board.strip.cell(StripCell::Viewing);
    board.strip.setViewing(*Instant::fromRfc3339(u"2025-03-04T08:55:00Z"_s));
    QVERIFY(cell->isVisible());
    QCOMPARE(board.value(StripCell::Viewing), u"Viewing 08:55 – press Esc"_s);
    cell->click();
    QCOMPARE(back.count(), 1);
    board.strip.setViewing({});
    QVERIFY(!cell->isVisible());
}

QTEST_MAIN(TestStrip)
#include "tst_strip.moc"
