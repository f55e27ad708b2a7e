// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// What the window says before anything happened in it, and when time is not what it was (ux 2.8); the others of these states have
/// their places in README.md.
class TestWindowStates : public QObject
{
    Q_OBJECT
private slots:
    void theFirstUpdateSaysByWhenItIsDue();
    void graphsAreOneKeyAway();
    void aJumpOfTheClockIsTold();

private:
    views::Theme m_theme;
};

void TestWindowStates::theFirstUpdateSaysByWhenItIsDue()
{
    LiveWindow live(m_theme, {.process = u"nine-step"_s, .severity = u"P1"_s});
    QTest::keyClick(live.window(), Qt::Key_3, Qt::ControlModifier);
    const auto *head = live.window()->findChild<QLabel *>(u"statusHead"_s);
    QVERIFY(head);
    QTRY_VERIFY2(head->text().startsWith(u"No update yet. The first one is due by "_s), qPrintable(head->text()));
    QVERIFY(head->isVisible());
}

// Who commands reads no graphs; who wants them has one key.
void TestWindowStates::graphsAreOneKeyAway()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    const auto *graphs = live.window()->findChild<QWidget *>(u"metricsPanel"_s);
    QVERIFY(graphs);
    QTest::keyClick(live.window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(graphs->visibleRegion().isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F7);
    QTRY_VERIFY(!graphs->visibleRegion().isEmpty());
    QTRY_VERIFY(QApplication::focusWidget() && graphs->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(graphs->findChild<QWidget *>(u"metricsImportFirst"_s)->isVisible());
}

void TestWindowStates::aJumpOfTheClockIsTold()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    const auto told = [&live] {
        for (const views::Message &message : live.incident().window().messages().messages()) {
            if (message.text.contains(u"its clock moved on by"_s))
                return true;
        }
        return false;
    };
    QSignalSpy ticks(&live.feed(), &models::IncidentFeed::ticked);
    QTRY_VERIFY(ticks.size() >= 1);
    QVERIFY(!told());
    live.clock().advance(domain::Span::hours(2));
    QTRY_VERIFY(told());
    // It stays to be read, however long the sleep was.
    const auto after = ticks.size();
    QTRY_VERIFY(ticks.size() > after);
    QVERIFY(told());
}

QTEST_MAIN(TestWindowStates)
#include "tst_windowstates.moc"
