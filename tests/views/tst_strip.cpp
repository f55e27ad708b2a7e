// SPDX-License-Identifier: GPL-3.0-or-later
#include "memoryfeed.h"
#include "strip/strip.h"
#include "strip/striptext.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::test::MemoryFeed;
using fireline::views::CellWidget;
using fireline::views::Strip;
using fireline::views::StripCell;
using fireline::views::Theme;
using fireline::views::TimeDisplay;

namespace {

/// English that takes four tenths more room, as German does.
class LongerTexts : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        const int more = int(double(QString(text).remove(QRegularExpression(u"%[0-9n]"_s)).size()) * 0.4 + 0.5);
        return text.replace(u"%n"_s, QString::number(n)) + QString(more, u'ë');
    }
};

const QList<StripCell> mustHaves{StripCell::Severity, StripCell::Elapsed, StripCell::Updates, StripCell::Command};

struct Board
{
    explicit Board(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s)
        : feed(process, severity)
        , strip(feed, theme, times)
    {
        strip.resize(1366, strip.sizeHint().height());
        strip.show();
    }
    QString value(StripCell cell) const
    {
        const CellWidget *widget = strip.cell(cell);
        return widget->text().variants.value(std::max(0, widget->variant())).value;
    }
    MemoryFeed feed;
    Theme theme;
    TimeDisplay times;
    Strip strip;
};

/// The same incident, in practice.
class DrillFeed : public MemoryFeed
{
public:
    using MemoryFeed::MemoryFeed;
    const IncidentState &state() const override
    {
        m_drill = MemoryFeed::state();
        m_drill.drill = true;
        return m_drill;
    }

private:
    mutable IncidentState m_drill;
};

} // namespace

class TestStrip : public QObject
{
    Q_OBJECT
private slots:
    void everyCellSaysWhatStands();
    void updatesCountDownToLate();
    void aPromisedUpdateIsDue();
    void handoverKeepsCommandWhereItIs();
    void savingIsTold();
    void mustHavesAreWholeAtEveryWidth_data();
    void mustHavesAreWholeAtEveryWidth();
    void aDrillIsSeenAtEveryWidth_data() { mustHavesAreWholeAtEveryWidth_data(); }
    void aDrillIsSeenAtEveryWidth();
    void tickingMovesNothing();
    void onlyWhatChangedIsPaintedAnew();
    void keysWalkAndOpen();
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
    QCOMPARE(cell->accessibleName(), u"Status update due: in 30 minutes"_s);
    board.feed.advance(Span::minutes(28) + Span::seconds(20));
    QCOMPARE(board.value(StripCell::Updates), u"▼ 01:40"_s);
    QVERIFY(cell->text().chip == views::Chip::Due);
    QCOMPARE(cell->accessibleName(), u"Status update due: in 1 minutes"_s);
    board.feed.advance(Span::minutes(1) + Span::seconds(41));
    QCOMPARE(board.value(StripCell::Updates), u"▲ late 00:01"_s);
    QVERIFY(cell->text().chip == views::Chip::Late);
    board.feed.advance(Span::minutes(2) + Span::seconds(9));
    QCOMPARE(board.value(StripCell::Updates), u"▲ late 02:10"_s);
    QCOMPARE(cell->accessibleName(), u"Status update due: late 2 minutes"_s);
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
    const models::StripState state = models::stripState(
        {promised, input.process, input.clocks, input.now + Span::minutes(21), {}, {}});
    QVERIFY(state.updates.state == models::StripState::Updates::State::Late);
    QCOMPARE(state.updates.left, -Span::minutes(1));
    QVERIFY(state.updates.all.first().promised);
}

void TestStrip::mustHavesAreWholeAtEveryWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("textSize");
    QTest::addColumn<bool>("longer");
    for (const int width : {1024, 1280, 1366}) {
        for (const int textSize : {100, 150}) {
            for (const bool longer : {false, true}) {
                const QByteArray name = QByteArray::number(width) + " px, " + QByteArray::number(textSize) + " %";
                QTest::newRow((name + (longer ? ", longer" : "")).constData()) << width << textSize << longer;
            }
        }
    }
}

void TestStrip::mustHavesAreWholeAtEveryWidth()
{
    QFETCH(int, width);
    QFETCH(int, textSize);
    QFETCH(bool, longer);
    LongerTexts texts;
    if (longer)
        QVERIFY(QCoreApplication::installTranslator(&texts));

    Board board;
    board.theme.setTextSize(textSize);
    QVERIFY(board.feed.line(u"/claim"_s));
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    board.strip.resize(width, board.strip.minimumSizeHint().height());
    for (const bool handover : {false, true}) {
        if (handover)
            QVERIFY(board.feed.line(u"/handover @bo"_s));
        board.feed.advance(Span::minutes(40)); // everything that can be late is, and takes the most room
        int right = 0;
        for (const StripCell cell : mustHaves)
            QVERIFY2(board.strip.cell(cell)->showsAll(), qPrintable(board.strip.cell(cell)->objectName()));
        for (int i = 0; i <= int(StripCell::Save); ++i) {
            const CellWidget *cell = board.strip.cell(StripCell(i));
            if (!cell->isVisible())
                continue;
            QVERIFY2(cell->x() >= right, "cells overlap");
            right = cell->geometry().right();
        }
        QVERIFY(right < width);
    }
}

void TestStrip::aDrillIsSeenAtEveryWidth()
{
    QFETCH(int, width);
    QFETCH(int, textSize);
    QFETCH(bool, longer);
    LongerTexts texts;
    if (longer)
        QVERIFY(QCoreApplication::installTranslator(&texts));
    DrillFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    Theme theme;
    theme.setTextSize(textSize);
    TimeDisplay times;
    Strip strip(feed, theme, times);
    strip.resize(width, strip.minimumSizeHint().height());
    strip.show();
    feed.advance(Span::minutes(40));
    for (const StripCell cell : mustHaves)
        QVERIFY2(strip.cell(cell)->showsAll(), qPrintable(strip.cell(cell)->objectName()));
    QVERIFY(strip.cell(StripCell::Drill)->showsAll());
    QVERIFY(strip.cell(StripCell::Drill)->text().variants.last().value.contains(u"DRILL"_s));
    const QImage band = strip.grab().toImage().copy(0, strip.height() - 3, width, 1);
    QSet<QRgb> colours;
    for (int x = 0; x < width; ++x)
        colours.insert(band.pixel(x, 0));
    QVERIFY(colours.contains(theme.chip(views::Chip::Drill).background.rgb()));
    QVERIFY(colours.size() > 1); // stripes
}

void TestStrip::tickingMovesNothing()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    QList<QRect> before;
    for (int i = 0; i <= int(StripCell::Save); ++i)
        before.append(board.strip.cell(StripCell(i))->geometry());
    for (int second = 0; second < 1900; second += 37) {
        board.feed.advance(Span::seconds(37));
        for (int i = 0; i <= int(StripCell::Save); ++i)
            QCOMPARE(board.strip.cell(StripCell(i))->geometry(), before.at(i));
    }
    QVERIFY(board.value(StripCell::Updates).startsWith(u"▲ late"_s));
}

namespace {

/// Counts the paint events of each cell.
class PaintCount : public QObject
{
public:
    QHash<QObject *, int> counts;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            ++counts[watched];
        return false;
    }
};

} // namespace

void TestStrip::onlyWhatChangedIsPaintedAnew()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    PaintCount paints;
    for (int i = 0; i <= int(StripCell::Save); ++i)
        board.strip.cell(StripCell(i))->installEventFilter(&paints);
    QVERIFY(QTest::qWaitForWindowExposed(&board.strip));
    QTRY_VERIFY(paints.counts.value(board.strip.cell(StripCell::Save)) > 0);
    QCoreApplication::sendPostedEvents(); // the rest of what showing a window asks for
    board.strip.repaint();
    paints.counts.clear();
    board.feed.advance(Span::seconds(1));
    QTRY_COMPARE(paints.counts.value(board.strip.cell(StripCell::Elapsed)), 1);
    QCOMPARE(paints.counts.value(board.strip.cell(StripCell::Updates)), 1);
    QCOMPARE(paints.counts.value(board.strip.cell(StripCell::Severity)), 0);
    QCOMPARE(paints.counts.value(board.strip.cell(StripCell::Command)), 0);
    QCOMPARE(paints.counts.value(board.strip.cell(StripCell::Save)), 0);
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
    QCOMPARE(takenLine(lines), u"/sev "_s);
    QTest::keyClick(focused(), Qt::Key_Right);
    QVERIFY(board.strip.cell(StripCell::Phase)->hasFocus());
    QTest::keyClick(focused(), Qt::Key_Space);
    QCOMPARE(takenLine(lines), u"/phase "_s);
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
