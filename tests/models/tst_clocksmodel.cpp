// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clocksmodel.h"
#include "everyprocess.h"
#include "modelrig.h"
#include "report/clockhistory.h"

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::ClocksModel;
namespace clocks = fireline::models::clocks;

namespace {

struct Board : test::ModelRig<ClocksModel>
{
    using ModelRig::ModelRig;

    int rowOf(const QString &id) const { return rowWhere({{clocks::IdRole, id}}); }
    using ModelRig::value;
    QVariant value(const QString &id, int role) const { return value(rowOf(id), role); }
    Span left(const QString &id) const { return {value(id, clocks::LeftRole).toLongLong()}; }
    QStringList ids() const { return test::textsOf(model, clocks::IdRole); }
    QString eventOf(const QString &id) const { return value(id, clocks::OriginRole).toString(); }
    const Entry *entryOf(const QString &id) const { return feed.state().entry(eventOf(id)); }
};

} // namespace

class TestClocksModel : public QObject
{
    Q_OBJECT
private slots:
    void everyRunningClockHasARow_data() { test::addProcesses(); }
    void everyRunningClockHasARow();
    void theMostUrgentComesFirst();
    void saysWhereAClockComesFrom();
    void aSecondChangesOnlyWhatMoves();
    void aLongClockChangesByTheMinute();
    void snoozedIsQuietAndStaysLate();
    void whatCannotBeSnoozedSaysWhy();
    void theCadenceIsSetByWhomTheProcessNames();
    void aPromisedUpdateIsAClock();
    void timesThatCountUp();
    void adherenceIsShownByRule();
    void whatEndedLateStaysInSight();
    void anotherIncidentResets();
    void saysWholeSentences();
};

void TestClocksModel::everyRunningClockHasARow()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Board board(process, severity);
    QVERIFY(board.feed.line(u"/claim"_s));
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    board.feed.advance(Span::minutes(20));
    int running = 0;
    for (const RunningClock &clock : board.feed.clocks()) {
        if (!clock.running())
            continue;
        ++running;
        const int row = board.rowOf(clock.id);
        QVERIFY2(row >= 0, qPrintable(clock.id));
        QVERIFY2(!board.value(row, Qt::DisplayRole).toString().isEmpty(), qPrintable(clock.id));
        // Each comes from somewhere: a paragraph of the process or an order, and an entry of the record.
        const bool known = !board.value(row, clocks::SourceRole).toStringList().isEmpty()
                           || clock.kind == RunningClock::Kind::Order;
        QVERIFY2(known, qPrintable(clock.id));
        QVERIFY2(board.entryOf(clock.id), qPrintable(clock.id));
    }
    QVERIFY(running >= 1);
    QVERIFY(board.rowOf(u"order/A1"_s) >= 0);
}

void TestClocksModel::theMostUrgentComesFirst()
{
    Board board(u"community-hub"_s, u"P1"_s);
    QVERIFY(board.feed.line(u"/action @bo second +20m"_s));
    QVERIFY(board.feed.line(u"/action @bo first +10m"_s));
    QVERIFY(board.rowOf(u"order/A2"_s) < board.rowOf(u"order/A1"_s));
    QSignalSpy reset(&board.model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex second = board.model.index(board.rowOf(u"order/A1"_s));
    QVERIFY(board.feed.line(u"/extend #A2 +30m"_s));
    QVERIFY(board.rowOf(u"order/A1"_s) < board.rowOf(u"order/A2"_s));
    QCOMPARE(second.data(clocks::IdRole).toString(), u"order/A1"_s);
    QVERIFY(reset.isEmpty());
    board.feed.advance(Span::minutes(21));
    QCOMPARE(RunningClock::State(board.value(u"order/A1"_s, clocks::StateRole).toInt()), RunningClock::State::Late);
    for (int row = 1; row < board.rowOf(u"order/A1"_s); ++row)
        QCOMPARE(RunningClock::State(board.value(row, clocks::StateRole).toInt()), RunningClock::State::Late);
}

void TestClocksModel::saysWhereAClockComesFrom()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(board.feed.line(u"/confirm real"_s));
    int status = -1;
    for (int row = 0; row < board.model.rowCount(); ++row) {
        if (board.value(row, clocks::SourceRole).toStringList().contains(u"HDF-17"_s))
            status = row;
    }
    QVERIFY(status >= 0);
    QCOMPARE(board.value(status, clocks::AboutRole).toInt(), int(clocks::Update));
    QVERIFY(board.value(status, clocks::LineRole).toString().startsWith(u"/draft public"_s));
    const Entry *from = board.feed.state().entry(board.value(status, clocks::OriginRole).toString());
    QVERIFY(from);
    QCOMPARE(from->type, u"incident.confirmed"_s);
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    QCOMPARE(board.entryOf(u"order/A1"_s)->type, u"order.given"_s);
    QCOMPARE(board.value(u"order/A1"_s, clocks::LineRole).toString(), u"/done #A1 "_s);
    QCOMPARE(board.value(u"order/A1"_s, clocks::AboutRole).toInt(), int(clocks::CallBack));
}

void TestClocksModel::aSecondChangesOnlyWhatMoves()
{
    Board board(u"community-hub"_s, u"P1"_s);
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    board.feed.advance(Span::seconds(1));
    QSignalSpy changed(&board.model, &QAbstractItemModel::dataChanged);
    board.feed.advance({});
    QCOMPARE(changed.size(), 0);
    board.feed.advance(Span::millis(400));
    board.feed.advance(Span::seconds(1));
    const int row = board.rowOf(u"order/A1"_s);
    bool told = false;
    for (const auto &signal : changed) {
        if (signal.at(0).toModelIndex().row() != row)
            continue;
        told = true;
        QCOMPARE(signal.at(2).value<QList<int>>(), QList<int>{clocks::LeftRole});
    }
    QVERIFY(told);
}

void TestClocksModel::aLongClockChangesByTheMinute()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(board.feed.line(u"/action @bo look at the database +3000m"_s));
    board.feed.advance(Span::seconds(2));
    QSignalSpy changed(&board.model, &QAbstractItemModel::dataChanged);
    const int row = board.rowOf(u"order/A1"_s);
    const auto times = [&] {
        return std::count_if(changed.begin(), changed.end(),
                             [&](const auto &signal) { return signal.at(0).toModelIndex().row() == row; });
    };
    for (int second = 0; second < 57; ++second)
        board.feed.advance(Span::seconds(1));
    QCOMPARE(times(), 0);
    for (int second = 0; second < 5; ++second)
        board.feed.advance(Span::seconds(1));
    QCOMPARE(times(), 1);
}

void TestClocksModel::snoozedIsQuietAndStaysLate()
{
    Board board(u"community-hub"_s, u"P1"_s);
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    board.feed.advance(Span::minutes(12));
    QVERIFY(board.feed.line(u"/snooze order/A1 5m Bo is on the telephone"_s));
    QCOMPARE(Instant{board.value(u"order/A1"_s, clocks::SnoozedUntilRole).toLongLong()}, board.feed.now() + Span::minutes(5));
    QCOMPARE(board.value(u"order/A1"_s, clocks::SnoozeReasonRole).toString(), u"Bo is on the telephone"_s);
    QCOMPARE(board.value(u"order/A1"_s, clocks::SnoozedByRole).toString(), u"ana"_s);
    QCOMPARE(RunningClock::State(board.value(u"order/A1"_s, clocks::StateRole).toInt()), RunningClock::State::Late);
    QCOMPARE(board.left(u"order/A1"_s), -Span::minutes(2));
    board.feed.advance(Span::minutes(6));
    QCOMPARE(board.value(u"order/A1"_s, clocks::SnoozedUntilRole).toLongLong(), 0);
    QCOMPARE(board.left(u"order/A1"_s), -Span::minutes(8));
}

void TestClocksModel::whatCannotBeSnoozedSaysWhy()
{
    Board board(u"community-hub"_s, u"P1"_s);
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    QCOMPARE(board.value(u"order/A1"_s, clocks::SnoozeWhyNotRole).toString(), QString());
    QVERIFY(!board.value(u"time/elapsed"_s, clocks::SnoozeWhyNotRole).toString().isEmpty());
    QVERIFY(!board.value(u"order/A1"_s, clocks::CadenceWhyNotRole).toString().isEmpty());
}

void TestClocksModel::theCadenceIsSetByWhomTheProcessNames()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    for (const char *line : {"/phase triage", "/draft triage is_incident=Yes", "/phase mobilization", "/cadence checkin 12m"})
        QVERIFY2(board.feed.line(QString::fromLatin1(line)), line);
    int row = -1;
    for (int i = 0; i < board.model.rowCount(); ++i) {
        if (board.value(i, clocks::CadenceRole) == u"checkin"_s)
            row = i;
    }
    QVERIFY(row >= 0);
    QCOMPARE(board.value(row, clocks::CadenceWhyNotRole).toString(), QString());
    QCOMPARE(Span{board.value(row, clocks::LeftRole).toLongLong()}, Span::minutes(12));
}

void TestClocksModel::aPromisedUpdateIsAClock()
{
    Board board(u"nine-step"_s, u"P1"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    QVERIFY(board.feed.line(u"/role @Cleo comms"_s));
    QVERIFY(board.ids().filter(u"promise/"_s).isEmpty());
    const QString next = (board.feed.now() + Span::minutes(9)).toUtc().toString(u"HH:mm"_s);
    QVERIFY(
        board.feed.line(u"/draft internal Investigating impact=x action=y eta=unknown next_update=%1"_s.arg(next), u"Cleo"_s));
    QVERIFY(board.feed.line(u"/send #U1"_s, u"Cleo"_s));
    // The process has a clock for them too: there is one, and the earlier time counts.
    QVERIFY(board.ids().filter(u"promise/"_s).isEmpty());
    QStringList promises;
    for (const QString &id : board.ids()) {
        if (board.value(id, clocks::KindRole).toInt() == int(clocks::Promise))
            promises.append(id);
    }
    QCOMPARE(promises.size(), 1);
    const QString promise = promises.first();
    QCOMPARE(board.value(promise, clocks::AboutRole).toInt(), int(clocks::Update));
    QCOMPARE(board.value(promise, clocks::SnoozeWhyNotRole).toString(), QString());
    QVERIFY(board.left(promise) > Span::minutes(7) && board.left(promise) <= Span::minutes(9));
    board.feed.advance(Span::minutes(10));
    QCOMPARE(RunningClock::State(board.value(promise, clocks::StateRole).toInt()), RunningClock::State::Late);
}

void TestClocksModel::timesThatCountUp()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    QVERIFY(board.rowOf(u"time/command"_s) < 0);
    board.feed.advance(Span::minutes(3));
    QVERIFY(board.feed.line(u"/claim"_s));
    board.feed.advance(Span::minutes(2));
    QCOMPARE(board.left(u"time/elapsed"_s), Span::minutes(5));
    QCOMPARE(board.left(u"time/phase"_s), Span::minutes(5));
    QCOMPARE(board.left(u"time/command"_s), Span::minutes(2));
    QCOMPARE(board.entryOf(u"time/command"_s)->kind, u"role"_s);
    // The call-back that waits longest, whoever has it.
    QVERIFY(board.rowOf(u"time/callback"_s) < 0);
    QVERIFY(board.feed.line(u"/timer +30m look again"_s)); // asks nobody
    QVERIFY(board.rowOf(u"time/callback"_s) < 0);
    QVERIFY(board.feed.line(u"/ask @bo is it falling? +5m"_s));
    QVERIFY(board.feed.line(u"/action @cy restart pod A +9m"_s));
    board.feed.advance(Span::minutes(1));
    const QString waits = board.value(u"time/callback"_s, Qt::DisplayRole).toString();
    QCOMPARE(waits, u"Longest open call-back: A2, bo"_s);
    QCOMPARE(board.left(u"time/callback"_s), Span::minutes(1));
    QCOMPARE(board.entryOf(u"time/callback"_s)->kind, u"ask"_s);
    QVERIFY(board.feed.line(u"/done #A2 yes"_s));
    QVERIFY(board.value(u"time/callback"_s, Qt::DisplayRole).toString().contains(u"A3, cy"_s));
    QVERIFY(board.feed.line(u"/done #A3 up"_s));
    QVERIFY(board.rowOf(u"time/callback"_s) < 0);
    QVERIFY(board.feed.line(u"/impact start -10m"_s));
    QVERIFY(board.left(u"time/elapsed"_s) > Span::minutes(5));
    // What counts up stands below what runs out.
    const QStringList ids = board.ids();
    QVERIFY(ids.last().startsWith(u"time/"_s));
    QVERIFY(!ids.first().startsWith(u"time/"_s));
    // A clock that is set back shows nothing below zero.
    board.feed.advance(-Span::minutes(30));
    QCOMPARE(board.left(u"time/command"_s), Span{});
}

void TestClocksModel::adherenceIsShownByRule()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    const QString rule = [&] {
        for (int row = 0; row < board.model.rowCount(); ++row) {
            if (!board.value(row, clocks::RuleRole).toString().isEmpty())
                return board.value(row, clocks::RuleRole).toString();
        }
        return QString();
    }();
    QVERIFY(!rule.isEmpty());
    QSignalSpy changed(&board.model, &QAbstractItemModel::dataChanged);
    Adherence line;
    line.rule = rule;
    line.rounds = 4;
    line.inTime = 3;
    line.longestSilence = Span::minutes(31);
    board.model.setAdherence({line});
    QVERIFY(!changed.isEmpty());
    QVERIFY(changed.first().at(2).value<QList<int>>().contains(clocks::SilenceRole));
    const int row = changed.first().at(0).toModelIndex().row();
    QCOMPARE(board.value(row, clocks::RoundsRole).toInt(), 4);
    QCOMPARE(board.value(row, clocks::InTimeRole).toInt(), 3);
    QCOMPARE(Span{board.value(row, clocks::SilenceRole).toLongLong()}, Span::minutes(31));
}

void TestClocksModel::whatEndedLateStaysInSight()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    test::does(board.feed, {u"/claim"_s, u"/role @ana tech_lead"_s, u"/escalate lad.esc2"_s});
    board.feed.advance(Span::minutes(25)); // nothing happened for more than fifteen
    const QString late = u"lad.stuck/1"_s;
    QCOMPARE(board.value(late, clocks::StateRole).toInt(), int(RunningClock::State::Late));
    QVERIFY(!board.value(late, clocks::EndedRole).toBool());
    test::does(board.feed, {u"/gate lad.verify 1 seen"_s, u"/gate lad.verify 2 seen"_s, u"/gate lad.verify 3 seen"_s});
    test::does(board.feed, {u"/resolve"_s});
    const Span then = board.left(late);
    QVERIFY(board.value(late, clocks::EndedRole).toBool());
    QVERIFY(then.us < 0);
    QVERIFY(!board.value(late, clocks::SnoozeWhyNotRole).toString().isEmpty());
    QVERIFY2(board.value(late, Qt::AccessibleTextRole).toString().contains(u"when the incident was resolved, and not done"_s),
             qPrintable(board.value(late, Qt::AccessibleTextRole).toString()));
    board.feed.advance(Span::minutes(3));
    QCOMPARE(board.left(late), then);
    test::does(board.feed, {u"/reopen errors are back"_s});
    QVERIFY(!board.value(late, clocks::EndedRole).toBool());
}

void TestClocksModel::anotherIncidentResets()
{
    Board board(u"community-hub"_s, u"P1"_s);
    QSignalSpy reset(&board.model, &QAbstractItemModel::modelReset);
    emit board.feed.reset();
    QCOMPARE(reset.size(), 1);
}

void TestClocksModel::saysWholeSentences()
{
    Board board(u"community-hub"_s, u"P1"_s);
    QVERIFY(board.feed.line(u"/action @bo look at the database +10m"_s));
    board.feed.advance(Span::minutes(4));
    QCOMPARE(board.value(u"order/A1"_s, Qt::AccessibleTextRole).toString(),
             u"A1: look at the database, due in 6 minutes. Owed by bo."_s);
    board.feed.advance(Span::minutes(7));
    QCOMPARE(board.value(u"order/A1"_s, Qt::AccessibleTextRole).toString(),
             u"A1: look at the database, late by 1 minutes. Owed by bo."_s);
}

QTEST_GUILESS_MAIN(TestClocksModel)
#include "tst_clocksmodel.moc"
