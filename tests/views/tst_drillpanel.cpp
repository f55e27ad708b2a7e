// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "drill/drillpanel.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::views;

namespace {

struct Bench
{
    Theme theme;
    TimeDisplay times{QTimeZone::utc()};
    QMainWindow window;
    ActionRegistry actions{&window};
    DrillPanel *panel = new DrillPanel(theme, times);
    QSignalSpy paused{panel, &DrillPanel::pauseRequested};
    QSignalSpy speed{panel, &DrillPanel::speedRequested};

    Bench()
    {
        window.setCentralWidget(panel);
        panel->addActions(actions);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    template<typename T>
    T *find(const QString &name)
    {
        return panel->findChild<T *>(name);
    }
    QString state() { return find<QLabel>(u"drill.state"_s)->text(); }
};

} // namespace

/// Who runs a drill pauses it and sets its pace, by keys and by commands (ux 2.3, Drill).
class TestDrillPanel : public QObject
{
    Q_OBJECT
private slots:
    void pausesByKey();
    void goesFasterAndSlower();
    void aDrillThatIsOverSaysSo();
    void tellsWhatHappened();
    void showsTheLatestToWhoeverComes();
    void whatIsToComeIsForTheFacilitator();
    void tellsHowItGoes();
    void isStoppedByKeyAndCommand();
};

void TestDrillPanel::pausesByKey()
{
    Bench b;
    b.panel->setPace({true, false, 1});
    b.panel->firstFocus()->setFocus();
    QTest::keyClick(b.panel->firstFocus(), Qt::Key_Space);
    QCOMPARE(b.paused.takeFirst().first().toBool(), true);
    b.panel->setPace({true, true, 1});
    QVERIFY2(b.state().startsWith(u"Paused"_s), qPrintable(b.state()));
    QCOMPARE(b.find<QPushButton>(u"drill.pauseButton"_s)->text(), u"Go on"_s);
    b.actions.action(u"drill.pause"_s)->trigger();
    QCOMPARE(b.paused.takeFirst().first().toBool(), false);
}

void TestDrillPanel::goesFasterAndSlower()
{
    Bench b;
    b.panel->setPace({true, false, 1});
    QVERIFY(!b.actions.whyNot(u"drill.normalSpeed"_s).isEmpty());
    b.actions.refresh(); // as before a menu opens
    b.actions.action(u"drill.faster"_s)->trigger();
    QCOMPARE(b.speed.takeFirst().first().toDouble(), 2.0);
    b.panel->setPace({true, false, 2});
    QVERIFY2(b.state().contains(u"2 times"_s), qPrintable(b.state()));
    b.actions.refresh(); // as before a menu opens
    b.actions.action(u"drill.slower"_s)->trigger();
    QCOMPARE(b.speed.takeFirst().first().toDouble(), 1.0);
    // A pace of its own, from the command line, has neighbours too.
    b.panel->setPace({true, false, 3});
    b.find<QPushButton>(u"drill.fasterButton"_s)->click();
    QCOMPARE(b.speed.takeFirst().first().toDouble(), 5.0);
    b.panel->setPace({true, false, 60});
    QVERIFY(!b.find<QPushButton>(u"drill.fasterButton"_s)->isEnabled());
    QVERIFY(!b.actions.whyNot(u"drill.faster"_s).isEmpty());
    b.panel->setPace({true, false, 0.5});
    QVERIFY(!b.actions.whyNot(u"drill.slower"_s).isEmpty());
}

void TestDrillPanel::aDrillThatIsOverSaysSo()
{
    Bench b;
    b.panel->setPace({false, false, 1});
    QVERIFY(b.state().contains(u"over"_s));
    for (const auto &id : {u"drill.pause"_s, u"drill.faster"_s, u"drill.slower"_s, u"drill.normalSpeed"_s})
        QVERIFY2(!b.actions.whyNot(id).isEmpty(), qPrintable(id));
    QVERIFY(!b.find<QPushButton>(u"drill.pauseButton"_s)->isEnabled());
}

void TestDrillPanel::tellsWhatHappened()
{
    Bench b;
    b.panel->setElapsed(Span::minutes(75));
    QCOMPARE(b.find<QLabel>(u"drill.clock"_s)->text(), u"1:15:00"_s);
    const Instant at = *Instant::fromRfc3339(u"2026-03-02T10:00:07Z"_s);
    b.panel->addLine(at, u"Came in: CheckoutErrors"_s);
    const auto *lines = b.find<QListWidget>(u"drill.lines"_s);
    QCOMPARE(lines->count(), 1);
    QVERIFY(lines->item(0)->text().contains(u"10:00:07"_s) && lines->item(0)->text().contains(u"Came in: CheckoutErrors"_s));
    for (int i = 0; i < 600; ++i)
        b.panel->addLine(at, u"line %1"_s.arg(i));
    QCOMPARE(lines->count(), 500);
    QVERIFY(lines->item(499)->text().endsWith(u"line 599"_s));
}

void TestDrillPanel::showsTheLatestToWhoeverComes()
{
    Bench bench;
    bench.window.resize(300, 300);
    bench.panel->hide();
    for (int line = 0; line < 40; ++line)
        bench.panel->addLine(Instant(Span::minutes(line).us), u"Said: one thing after another, and each takes two lines here."_s);
    bench.panel->show();
    auto *lines = bench.find<QListWidget>(u"drill.lines"_s);
    const auto isSeen = [&](int row) {
        return lines->viewport()->rect().contains(lines->visualItemRect(lines->item(row)).center());
    };
    QTRY_VERIFY(isSeen(lines->count() - 1));
    QVERIFY(!isSeen(0));
}

void TestDrillPanel::whatIsToComeIsForTheFacilitator()
{
    Bench b;
    const auto *next = b.find<QListWidget>(u"drill.next"_s);
    const Instant at = *Instant::fromRfc3339(u"2026-03-02T10:20:00Z"_s);
    b.panel->setComing({{at, u"Alert: OrdersSlow"_s}, {{}, u"Bo does not answer for 5m."_s}});
    QVERIFY(!next->isVisible());
    QCOMPARE(next->count(), 0); // nor for a screen reader
    QTest::keySequence(b.panel->firstFocus(), QKeySequence(u"Ctrl+Shift+K"_s));
    QVERIFY(next->isVisible());
    QCOMPARE(next->count(), 2);
    QVERIFY(next->item(0)->text().contains(u"10:20:00"_s) && next->item(0)->text().contains(u"OrdersSlow"_s));
    QVERIFY(next->item(1)->text().startsWith(u"Waits"_s));
    b.panel->setComing({});
    QVERIFY(next->item(0)->text().contains(u"Nothing more"_s));
    QTest::keySequence(b.panel->firstFocus(), QKeySequence(u"Ctrl+Shift+K"_s));
    QVERIFY(!next->isVisible());
    QCOMPARE(next->count(), 0);
}

void TestDrillPanel::tellsHowItGoes()
{
    Bench b;
    const auto *score = b.find<QLabel>(u"drill.score"_s);
    QVERIFY(score->text().startsWith(u"✓"_s));
    b.panel->setScore({2, 1, 0, 0, 0, false});
    QVERIFY(score->text().startsWith(u"▲"_s));
    QVERIFY2(score->text().contains(u"late: 2 (1 allowed)"_s), qPrintable(score->text()));
}

void TestDrillPanel::isStoppedByKeyAndCommand()
{
    Bench b;
    QSignalSpy stopped(b.panel, &DrillPanel::stopRequested);
    b.panel->setPace({true, false, 1});
    b.actions.refresh();
    QTest::keyClick(b.find<QPushButton>(u"drill.stopButton"_s), Qt::Key_Space);
    b.actions.action(u"drill.stop"_s)->trigger();
    QCOMPARE(stopped.size(), 2);
    b.panel->setPace({false, false, 1});
    QVERIFY(!b.find<QPushButton>(u"drill.stopButton"_s)->isEnabled());
    QVERIFY(!b.actions.whyNot(u"drill.stop"_s).isEmpty());
}

QTEST_MAIN(TestDrillPanel)
#include "tst_drillpanel.moc"
