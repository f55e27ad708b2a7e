// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/drillsmodel.h"
#include "start/hitsmodel.h"
#include "start/recentmodel.h"
#include "start/startwindow.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::views;

/// The three steps of a first run: by keys, each of them can be skipped, and none stands in the way.
class TestFirstRun : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void takesAName();
    void isSkippable();
    void enterThriceLeadsToTheGuidedDrill();

private:
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    domain::SimulatedClock m_clock{*domain::Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s)};
    Theme m_theme;
    TimeDisplay m_times;
    models::RecentModel m_recent;
    models::HitsModel m_hits;
    models::DrillsModel m_drills;
    StartWindow m_window{m_theme, m_times, m_clock, StartModels{&m_recent, &m_hits, &m_drills}};
};

void TestFirstRun::init()
{
    m_window.resize(1366, 768);
    m_window.show();
    QVERIFY(QTest::qWaitForWindowActive(&m_window));
    m_window.findChild<QLineEdit *>(u"startTitle"_s)->setFocus();
}

void TestFirstRun::takesAName()
{
    m_drills.setDrills(
        {{u"long"_s, u"Long"_s, {}, domain::Span::minutes(50), {}}, {u"demo"_s, u"Short"_s, {}, domain::Span::minutes(5), {}}});
    QSignalSpy names(&m_window, &StartWindow::nameChosen);
    QSignalSpy looks(&m_window, &StartWindow::lookChosen);
    QSignalSpy sounds(&m_window, &StartWindow::soundTestRequested);
    QSignalSpy drills(&m_window, &StartWindow::drillRequested);
    QSignalSpy done(&m_window, &StartWindow::firstRunDone);
    m_window.showFirstRun({});
    m_window.findChild<QLineEdit *>(u"firstRunName"_s)->setFocus();
    key(Qt::Key_Return);
    QVERIFY(names.isEmpty()); // Next without a name is no choice; Skip is
    type(u"Ana Silva"_s);
    key(Qt::Key_Return);
    QCOMPARE(names.size(), 1);
    QCOMPARE(names.first().at(0).toString(), u"Ana Silva"_s);
    m_window.findChild<QPushButton *>(u"firstRunSound"_s)->setFocus();
    key(Qt::Key_Space);
    QCOMPARE(sounds.size(), 1);
    m_window.findChild<QPushButton *>(u"firstRunNext"_s)->setFocus();
    key(Qt::Key_Space);
    QCOMPARE(looks.size(), 1);
    key(Qt::Key_Space);
    QCOMPARE(drills.size(), 1);
    QCOMPARE(drills.first().first().toString(), u"demo"_s);
    QCOMPARE(done.size(), 1);
    QVERIFY(m_window.findChild<QWidget *>(u"firstRun"_s)->isHidden());
}

void TestFirstRun::isSkippable()
{
    QSignalSpy names(&m_window, &StartWindow::nameChosen);
    QSignalSpy looks(&m_window, &StartWindow::lookChosen);
    QSignalSpy done(&m_window, &StartWindow::firstRunDone);
    m_window.showFirstRun(u"ana"_s);
    QCOMPARE(QApplication::focusWidget(), m_window.findChild<QLineEdit *>(u"startTitle"_s)); // it stands in nobody's way
    auto *skip = m_window.findChild<QPushButton *>(u"firstRunSkip"_s);
    skip->setFocus();
    for (int step = 0; step < 3; ++step)
        key(Qt::Key_Space);
    QCOMPARE(done.size(), 1);
    m_window.showFirstRun(u"ana"_s);
    m_window.findChild<QPushButton *>(u"firstRunLeave"_s)->setFocus();
    key(Qt::Key_Space);
    QCOMPARE(done.size(), 2);
    QVERIFY(names.isEmpty());
    QVERIFY(looks.isEmpty());
    QCOMPARE(QApplication::focusWidget(), m_window.findChild<QLineEdit *>(u"startTitle"_s));
}

void TestFirstRun::enterThriceLeadsToTheGuidedDrill()
{
    m_drills.setDrills({{u"short"_s, u"Short"_s, {}, domain::Span::minutes(2), {}},
                        {u"led"_s, u"Led"_s, {}, domain::Span::minutes(5), {}, true}});
    QSignalSpy names(&m_window, &StartWindow::nameChosen);
    QSignalSpy drills(&m_window, &StartWindow::drillRequested);
    m_window.showFirstRun({});
    // The page says which key comes to it from the title.
    QVERIFY(m_window.findChild<QLabel *>(u"firstRunWay"_s)->text().startsWith(u"Alt+Y "_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"firstRunName"_s);
    type(u"Kim"_s);
    key(Qt::Key_Return);
    QCOMPARE(names.size(), 1);
    // The key leads to each step, as the line beside it goes on saying.
    for (const QString &first : {u"firstRunTheme"_s, u"firstRunNext"_s}) {
        QCOMPARE(QApplication::focusWidget()->objectName(), first);
        m_window.findChild<QLineEdit *>(u"startTitle"_s)->setFocus();
        QVERIFY(m_window.findChild<QLabel *>(u"firstRunWay"_s)->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), first);
        if (first == "firstRunTheme"_L1)
            key(Qt::Key_Return);
    }
    // A step that was gone too far is gone back.
    m_window.findChild<QPushButton *>(u"firstRunBack"_s)->setFocus();
    key(Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"firstRunTheme"_s);
    key(Qt::Key_Return);
    key(Qt::Key_Return);
    QCOMPARE(drills.size(), 1);
    QCOMPARE(drills.first().first().toString(), u"led"_s);
}

QTEST_MAIN(TestFirstRun)
#include "tst_firstrun.moc"
