// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clocksdelegate.h"
#include "clocks/clocksmodel.h"
#include "clocks/clockspanel.h"
#include "clocks/clocktext.h"
#include "clocks/clockwindow.h"
#include "forms/inlineform.h"
#include "panelrig.h"
#include "partnames.h"
#include "rows.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::ClocksModel;
using fireline::views::ClocksPanel;
using fireline::views::ClockWindow;
using fireline::views::DueRow;
using fireline::views::DueRowDelegate;
using fireline::views::InlineForm;
namespace clocks = fireline::models::clocks;

namespace {

Instant utc(const QString &text)
{
    return *Instant::fromRfc3339(text);
}

struct Board : test::PanelRig<ClocksModel, ClocksPanel>
{
    explicit Board(const QString &process = u"severity-ladder"_s, const QString &severity = u"2"_s) : PanelRig(process, severity)
    {
        show({300, 500});
    }
    QListView *view() const { return part<QListView>("clocksList"); }
    QModelIndex row(const QString &id) const { return test::findRow(model, {{clocks::IdRole, id}}); }
    void select(const QString &id) const { view()->setCurrentIndex(row(id)); }
    DueRow shown(const QString &id) const { return static_cast<DueRowDelegate *>(view()->itemDelegate())->rowOf(row(id)); }
    QString time(const QString &id) const { return shown(id).time; }
    bool anyNegative() const
    {
        for (int i = 0; i < model.rowCount(); ++i) {
            const QString text = static_cast<DueRowDelegate *>(view()->itemDelegate())->rowOf(model.index(i)).time;
            if (text.contains(u'-') || text.contains(u'−'))
                return true;
        }
        return false;
    }
};

} // namespace

class TestClocksPanel : public QObject
{
    Q_OBJECT
private slots:
    void rowsSayWhatWhenAndWhere();
    void whatEndedLateSaysSo();
    void enterGoesToTheEntry();
    void snoozeByKeyWithAReason();
    void aRefusedReasonStays();
    void escapeKeepsTheReason();
    void doByKey();
    void setHowOftenByKey();
    void detailsSayEverything();
    void aClockOfItsOwn();
    void itsWindowFollowsTheClock();
    void goesToTheUpdateThatIsDue();
    void saysHowWellItWasKept();
    void timesStayRight_data();
    void timesStayRight();
    void afterARestart();
    void digitsKeepTheirPlaces();
    void everythingHasAName();
};

void TestClocksPanel::rowsSayWhatWhenAndWhere()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(board.feed.line(u"/confirm real"_s));
    QVERIFY(board.panel.goToFirst(clocks::Update));
    const QString id = board.view()->currentIndex().data(clocks::IdRole).toString();
    const DueRow row = board.shown(id);
    QVERIFY2(row.title.contains(u"Public status page"_s), qPrintable(row.title));
    QVERIFY2(row.detail.contains(u"HDF-17"_s), qPrintable(row.detail));
    QVERIFY(!row.chip);
    QCOMPARE(row.time, u"15:00"_s);
    board.feed.advance(Span::minutes(13) + Span::seconds(20));
    QCOMPARE(board.time(id), u"▼\u00a001:40"_s);
    QCOMPARE(board.shown(id).chip, std::optional(views::Chip::Due));
    board.feed.advance(Span::minutes(3) + Span::seconds(50));
    QCOMPARE(board.time(id), u"▲\u00a0late 02:10"_s);
    QCOMPARE(board.shown(id).chip, std::optional(views::Chip::Late));
}

void TestClocksPanel::whatEndedLateSaysSo()
{
    Board board;
    board.lines({u"/claim"_s, u"/role @ana tech_lead"_s});
    board.feed.advance(Span::minutes(8)); // LAD-1: nobody was paged
    for (const int item : {1, 2, 3})
        board.lines({u"/gate lad.verify %1 seen"_s.arg(item)});
    board.lines({u"/resolve"_s});
    QCOMPARE(board.time(u"lad.esc2/1"_s), u"▲\u00a0not done"_s);
    const QString where = views::clockSource(board.row(u"lad.esc2/1"_s), board.times);
    QVERIFY2(where.contains(u"when it was resolved"_s) && where.contains(u"03:00"_s), qPrintable(where));
}

void TestClocksPanel::enterGoesToTheEntry()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    QSignalSpy events(&board.panel, &ClocksPanel::eventRequested);
    board.select(u"order/A1"_s);
    board.key(Qt::Key_Return);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().first().toString(), board.feed.state().order(u"A1")->eventId);
}

void TestClocksPanel::snoozeByKeyWithAReason()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    board.feed.advance(Span::minutes(11));
    board.select(u"order/A1"_s);
    board.key(Qt::Key_S);
    auto *reason = board.part<QLineEdit>("clocksForm_why");
    QVERIFY(reason->hasFocus());
    // Without a reason, or for no time, nothing happens, and the form says so.
    board.press(Qt::Key_Return);
    QVERIFY(board.asked.isEmpty());
    QVERIFY(board.part<QLabel>("clocksFormProblem")->text().contains(u"why"_s));
    board.type(u"Bo is on the telephone"_s);
    board.press(Qt::Key_Tab);
    QVERIFY(board.part<QSpinBox>("clocksForm_minutes")->hasFocus());
    board.press(Qt::Key_Down);
    board.press(Qt::Key_Return);
    QVERIFY(board.part<QLabel>("clocksFormProblem")->text().contains(u"minutes"_s));
    QVERIFY(board.asked.isEmpty());
    board.press(Qt::Key_Up);
    board.press(Qt::Key_Up);
    board.press(Qt::Key_Return);
    QCOMPARE(board.asked.size(), 1);
    QCOMPARE(board.refusals, QStringList());
    const Snooze snooze = board.feed.state().snoozes.value(u"order/A1"_s);
    QCOMPARE(snooze.until, board.feed.now() + Span::minutes(10));
    QCOMPARE(snooze.why, u"Bo is on the telephone"_s);
    QCOMPARE(board.feed.state().entries.last().type, u"clock.snoozed"_s);
    QVERIFY(board.view()->hasFocus());
    const DueRow row = board.shown(u"order/A1"_s);
    QVERIFY(row.quiet);
    QCOMPARE(row.time, u"▲\u00a0late 01:00"_s);
    QVERIFY2(row.detail.contains(u"Snoozed until"_s), qPrintable(row.detail));
}

// What is refused stays where it was typed, with why.
void TestClocksPanel::aRefusedReasonStays()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    auto *form = board.part<InlineForm>("clocksForm");
    QObject::connect(&board.panel, &ClocksPanel::commandRequested, form, [form] { form->refuse(u"The file takes nothing."_s); });
    board.select(u"order/A1"_s);
    board.key(Qt::Key_S);
    board.type(u"Bo is on the telephone"_s);
    board.press(Qt::Key_Return);
    QCOMPARE(board.asked.size(), 1);
    QCOMPARE(board.part<QLineEdit>("clocksForm_why")->text(), u"Bo is on the telephone"_s);
    QVERIFY(board.part<QLineEdit>("clocksForm_why")->hasFocus());
    QVERIFY(board.part<QLabel>("clocksFormProblem")->text().contains(u"takes nothing"_s));
}

void TestClocksPanel::escapeKeepsTheReason()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    board.select(u"order/A1"_s);
    board.key(Qt::Key_S);
    board.type(u"Bo is"_s);
    board.press(Qt::Key_Escape);
    QVERIFY(!board.sees("clocksForm"));
    QVERIFY(board.view()->hasFocus());
    // The panel says that it waits, and leads back to it.
    QVERIFY(board.part<QLabel>("clocksWaitingText")->text().contains(u"look at the database"_s));
    board.select(u"time/elapsed"_s);
    board.part("clocksWaitingResume")->setFocus();
    board.press(Qt::Key_Space);
    QVERIFY(!board.sees("clocksWaiting"));
    QCOMPARE(board.part<QLineEdit>("clocksForm_why")->text(), u"Bo is"_s);
    QVERIFY(board.asked.isEmpty());
    // What counts up cannot be snoozed, and says so.
    board.press(Qt::Key_Escape);
    board.select(u"time/elapsed"_s);
    board.registry.refresh();
    QVERIFY(!board.registry.whyNot(u"clocks.snooze"_s).isEmpty());
    QVERIFY(!board.part("clocksSnoozeButton")->isEnabled());
    QCOMPARE(board.part("clocksSnoozeButton")->toolTip(), board.registry.whyNot(u"clocks.snooze"_s));
}

void TestClocksPanel::doByKey()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    QSignalSpy lines(&board.panel, &ClocksPanel::entryRequested);
    board.select(u"order/A1"_s);
    board.key(Qt::Key_X);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().first().toString(), u"/done #A1 "_s);
    board.select(u"time/elapsed"_s);
    board.key(Qt::Key_X);
    QCOMPARE(lines.size(), 1);
}

void TestClocksPanel::setHowOftenByKey()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    for (const char *line : {"/phase triage", "/draft triage is_incident=Yes", "/phase mobilization"})
        QVERIFY2(board.feed.line(QString::fromLatin1(line)), line);
    QSignalSpy lines(&board.panel, &ClocksPanel::entryRequested);
    for (int row = 0; row < board.model.rowCount(); ++row) {
        if (board.model.index(row).data(clocks::CadenceRole) == u"checkin"_s)
            board.view()->setCurrentIndex(board.model.index(row));
    }
    board.key(Qt::Key_E);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().first().toString(), u"/cadence checkin "_s);
}

void TestClocksPanel::detailsSayEverything()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(board.feed.line(u"/confirm real"_s));
    QVERIFY(board.panel.goToFirst(clocks::Update));
    auto *details = board.part<QTextBrowser>("clocksDetails");
    QVERIFY(!details->isVisible());
    board.key(Qt::Key_Space);
    QVERIFY(details->isVisible());
    const QString text = details->toPlainText();
    for (const QString &part : {u"Late after"_s, u"Counts from"_s, u"Owed by"_s, u"HDF-17"_s, u"Rule "_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
    board.key(Qt::Key_Space);
    QVERIFY(!details->isVisible());
}

void TestClocksPanel::aClockOfItsOwn()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    QSignalSpy apart(&board.panel, &ClocksPanel::ownWindowsChanged);
    board.select(u"order/A1"_s);
    board.key(Qt::Key_O);
    QCOMPARE(apart.size(), 1);
    ClockWindow *window = nullptr;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (auto *clock = qobject_cast<ClockWindow *>(top))
            window = clock;
    }
    QVERIFY(window);
    QVERIFY(window->isVisible());
    QVERIFY(window->windowFlags().testFlag(Qt::WindowStaysOnTopHint));
    QVERIFY(!window->windowFlags().testFlag(Qt::FramelessWindowHint));
    QVERIFY(!window->testAttribute(Qt::WA_QuitOnClose));
    QCOMPARE(window->shownTime(), u"10:00"_s);
    QVERIFY(window->accessibleName().contains(u"look at the database"_s));
    QCOMPARE(board.part<QPushButton>("clocksWindowButton")->text(), u"Put back"_s);
    board.feed.advance(Span::minutes(11));
    QCOMPARE(window->shownTime(), u"▲\u00a0late 01:00"_s);
    QTest::keyClick(window, Qt::Key_Escape);
    QVERIFY(!window->isVisible());
    QCOMPARE(apart.size(), 2);
    QCOMPARE(apart.last().first().toBool(), false);
    QCOMPARE(board.part<QPushButton>("clocksWindowButton")->text(), u"Own window"_s);
}

void TestClocksPanel::itsWindowFollowsTheClock()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    ClockWindow window(&board.model, u"order/A1"_s, board.theme, board.times);
    const QString title = window.windowTitle();
    QVERIFY(title.contains(u"look at the database"_s));
    QVERIFY(board.feed.line(u"/action @bo sooner +2m"_s)); // goes above it
    QCOMPARE(window.shownTime(), u"10:00"_s);
    QVERIFY(board.feed.line(u"/done #A1 all well"_s));
    QCOMPARE(window.shownTime(), u"✓ runs no more"_s);
    QCOMPARE(window.windowTitle(), title);
}

void TestClocksPanel::goesToTheUpdateThatIsDue()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(!board.registry.whyNot(u"clocks.goToCallBack"_s).isEmpty());
    QVERIFY(board.feed.line(u"/confirm real"_s));
    QVERIFY(board.feed.line(u"/action @bo look at the database +40m"_s));
    board.registry.refresh();
    QSignalSpy shown(&board.panel, &ClocksPanel::showRequested);
    board.registry.action(u"clocks.goToCallBack"_s)->trigger();
    QCOMPARE(board.view()->currentIndex().data(clocks::IdRole).toString(), u"order/A1"_s);
    board.registry.action(u"clocks.goToUpdate"_s)->trigger();
    QCOMPARE(board.view()->currentIndex().data(clocks::AboutRole).toInt(), int(clocks::Update));
    QCOMPARE(shown.size(), 2);
    QVERIFY(!board.panel.goToClock(u"no.such"_s));
}

void TestClocksPanel::saysHowWellItWasKept()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(board.feed.line(u"/confirm real"_s));
    QVERIFY(!board.part("clocksKept")->isVisible());
    QVERIFY(!board.feed.process().cadences.isEmpty());
    Adherence line;
    line.rule = board.feed.process().cadences.first().rule.id;
    line.text = u"Update"_s;
    line.rounds = 4;
    line.inTime = 3;
    line.longestSilence = Span::minutes(31) + Span::seconds(10);
    const QString text = views::keptSummary({line}, board.feed.process());
    QVERIFY2(text.contains(u"in time 3 of 4 (75 %)"_s) && text.contains(u"31:10"_s), qPrintable(text));
    board.panel.setKept(text);
    QVERIFY(board.part("clocksKept")->isVisible());
    QCOMPARE(board.part<QLabel>("clocksKept")->text(), text);
}

void TestClocksPanel::timesStayRight_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("wait");
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("since");
    QTest::newRow("midnight") << u"2025-03-03T22:55:00Z"_s << 10 << u"2025-03-03T23:01:30Z"_s << u"03:30"_s << u"0:06:30"_s;
    // 02:30 comes twice on this day in Berlin.
    QTest::newRow("fold") << u"2025-10-26T00:50:00Z"_s << 30 << u"2025-10-26T01:10:00Z"_s << u"10:00"_s << u"0:20:00"_s;
    // 02:30 is missing on this day.
    QTest::newRow("gap") << u"2025-03-30T00:50:00Z"_s << 30 << u"2025-03-30T01:10:00Z"_s << u"10:00"_s << u"0:20:00"_s;
    QTest::newRow("suspend of two hours") << u"2025-03-03T10:00:00Z"_s << 10 << u"2025-03-03T12:05:00Z"_s
                                          << u"▲\u00a0late 1:55:00"_s << u"2:05:00"_s;
    QTest::newRow("set back five minutes") << u"2025-03-03T10:00:00Z"_s << 10 << u"2025-03-03T09:55:00Z"_s << u"15:00"_s
                                           << u"0:00:00"_s;
    QTest::newRow("end of the year") << u"2025-12-31T22:58:00Z"_s << 5 << u"2025-12-31T23:02:30Z"_s << u"▼\u00a000:30"_s
                                     << u"0:04:30"_s;
    QTest::newRow("days") << u"2025-03-03T10:00:00Z"_s << 3000 << u"2025-03-04T11:00:00Z"_s << u"1d 01:00"_s << u"1d 01:00"_s;
}

void TestClocksPanel::timesStayRight()
{
    QFETCH(QString, start);
    QFETCH(int, wait);
    QFETCH(QString, then);
    QFETCH(QString, time);
    QFETCH(QString, since);
    Board board;
    board.times.setUtc(false);
    board.feed.setTime(utc(start));
    QVERIFY(board.feed.line(u"/claim"_s));
    QVERIFY(board.feed.line(u"/action @bo look at the database +%1m"_s.arg(wait)));
    board.feed.setTime(utc(then));
    board.feed.advance({});
    QCOMPARE(board.time(u"order/A1"_s), time);
    QCOMPARE(board.time(u"time/command"_s), since);
    QVERIFY(!board.anyNegative());
    // A window of its own says the same.
    const ClockWindow window(&board.model, u"order/A1"_s, board.theme, board.times);
    QCOMPARE(window.shownTime(), time);
}

void TestClocksPanel::afterARestart()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    board.feed.advance(Span::minutes(4));
    // Everything is folded from the record anew, as when the program starts again.
    const ClocksModel again(board.feed);
    QCOMPARE(again.rowCount(), board.model.rowCount());
    for (int row = 0; row < again.rowCount(); ++row) {
        for (const int role : {int(clocks::IdRole), int(clocks::LeftRole), int(clocks::StateRole), int(Qt::DisplayRole)})
            QCOMPARE(again.index(row).data(role), board.model.index(row).data(role));
    }
    emit board.feed.reset();
    QCOMPARE(board.time(u"order/A1"_s), u"06:00"_s);
    QCOMPARE(board.view()->currentIndex().row(), 0);
}

void TestClocksPanel::digitsKeepTheirPlaces()
{
    Board board;
    const QFontMetricsF metrics(board.theme.clockFont());
    for (QChar digit = u'1'; digit <= u'9'; digit = QChar(digit.unicode() + 1))
        QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
}

void TestClocksPanel::everythingHasAName()
{
    Board board;
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    board.select(u"order/A1"_s);
    board.key(Qt::Key_Space);
    board.key(Qt::Key_S);
    test::checkPartNames(board.panel);
    QVERIFY(board.registry.problems().isEmpty());
}

QTEST_MAIN(TestClocksPanel)
#include "tst_clockspanel.moc"
