// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "shell/messagebar.h"
#include "shell/paneldocks.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabBar>
#include <QTest>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace fireline::views;
using fireline::domain::Instant;

namespace {

/// The real window, filled with simple widgets.
struct Filled
{
    Theme theme;
    TimeDisplay times{QTimeZone(3600)};
    MainWindow window{theme, times};
    QLineEdit *strip = new QLineEdit;
    QListWidget *timeline = new QListWidget;
    QLineEdit *entry = new QLineEdit;
    QHash<QString, QListWidget *> panels;

    Filled()
    {
        window.setStrip(strip);
        auto *centre = new QWidget;
        auto *layout = new QVBoxLayout(centre);
        layout->addWidget(timeline);
        layout->addWidget(entry);
        window.setCentre(centre, timeline, entry);
        const QList<Perspective> both{Perspective::Command, Perspective::Scribe};
        window.addPanels({
            panel(u"roles"_s, u"Roles"_s, PanelArea::Left, {Perspective::Command}),
            panel(u"checklist"_s, u"Checklist"_s, PanelArea::Left, {Perspective::Command}),
            panel(u"actions"_s, u"Actions"_s, PanelArea::Right, both),
            panel(u"hypotheses"_s, u"Hypotheses"_s, PanelArea::Right, {Perspective::Command}),
            panel(u"status"_s, u"Status updates"_s, PanelArea::Right, {Perspective::Command}),
            panel(u"metrics"_s, u"Metrics"_s, PanelArea::Bottom, {}),
        });
    }

    PanelDescriptor panel(const QString &id, const QString &title, PanelArea area, const QList<Perspective> &in)
    {
        auto *widget = new QListWidget;
        widget->addItem(title);
        panels.insert(id, widget);
        return {id, title, {}, area, in, {}, widget, nullptr};
    }

    void show()
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    QDockWidget *dock(const QString &id) { return window.findChild<QDockWidget *>(u"dock."_s + id); }
    bool inSight(const QString &id) { return window.docks().visibleAt(window.docks().place(id).area).contains(panels[id]); }
};

} // namespace

/// Panels have places, perspectives keep them, and the keyboard is never where nobody can see it.
class TestMainWindow : public QObject
{
    Q_OBJECT
private slots:
    void fillsItsDesignSize();
    void docksAreLocked();
    void movesAndHidesPanels();
    void ownWindowKeepsKeysAndGivesThePanelBack();
    void focusRaisesItsTab();
    void nothingFocusableIsUnnamed();
    void perspectivesKeepTheirLayouts();
    void resetsAndRestores();
    void damagedOrForeignStateGivesTheDefault_data();
    void damagedOrForeignStateGivesTheDefault();
    void geometryStaysOnTheScreen();
    void escapeClosesMessagesThenReturnsToEntry();
    void titleNamesIncidentAndDrill();
    void widthsAreThoseAPersonDragged();
    void statusLineShowsAlertNextStepAndClocks();
    void regionsGoRound();
    void keysChoosePerspectivesAndSides();
};

void TestMainWindow::fillsItsDesignSize()
{
    Filled f;
    f.window.resize(1366, 768);
    f.show();
    f.window.resize(1366, 768);
    QTRY_VERIFY(qAbs(f.dock(u"roles"_s)->width() - 300) < 40);
    QTRY_VERIFY(qAbs(f.dock(u"actions"_s)->width() - 355) < 40);
    QVERIFY(f.inSight(u"roles"_s) && f.inSight(u"checklist"_s) && f.inSight(u"actions"_s));
    QVERIFY(f.dock(u"roles"_s)->y() < f.dock(u"checklist"_s)->y());
    f.window.resize(1024, 700);
    QTRY_COMPARE(f.window.size(), QSize(1024, 700));
    QVERIFY(f.timeline->width() > 300);
}

void TestMainWindow::docksAreLocked()
{
    Filled f;
    for (const QDockWidget *dock : f.window.findChildren<QDockWidget *>())
        QCOMPARE(dock->features(), QDockWidget::NoDockWidgetFeatures);
    QVERIFY(!f.window.findChild<QToolBar *>()->isMovable());
}

void TestMainWindow::movesAndHidesPanels()
{
    Filled f;
    f.show();
    f.panels[u"roles"_s]->setFocus();
    f.window.docks().move(u"roles"_s, PanelArea::Right);
    QCOMPARE(f.window.dockWidgetArea(f.dock(u"roles"_s)), Qt::RightDockWidgetArea);
    QVERIFY(f.inSight(u"roles"_s));
    QVERIFY(f.panels[u"roles"_s]->hasFocus());
    f.window.docks().hide(u"checklist"_s);
    QVERIFY(!f.dock(u"checklist"_s)->isVisible());
    QVERIFY(f.window.docks().focus(u"checklist"_s));
    QVERIFY(f.panels[u"checklist"_s]->hasFocus());
    f.window.docks().setOpen(PanelArea::Right, false);
    QVERIFY(!f.dock(u"actions"_s)->isVisible());
    f.window.docks().show(u"actions"_s);
    QVERIFY(f.dock(u"actions"_s)->isVisible());
    f.window.docks().move(u"metrics"_s, PanelArea::Centre);
    QVERIFY(f.window.docks().focus(u"metrics"_s));
    QVERIFY(f.panels[u"metrics"_s]->isVisible());
    f.window.focusEntry();
    QVERIFY(f.entry->hasFocus());
    QVERIFY(!f.panels[u"metrics"_s]->isVisible());
    f.window.docks().move(u"metrics"_s, PanelArea::Bottom);
    QCOMPARE(f.window.dockWidgetArea(f.dock(u"metrics"_s)), Qt::BottomDockWidgetArea);
}

void TestMainWindow::ownWindowKeepsKeysAndGivesThePanelBack()
{
    Filled f;
    f.show();
    f.window.docks().moveToOwnWindow(u"roles"_s);
    QWidget *own = f.panels[u"roles"_s]->window();
    QVERIFY(own != &f.window);
    QCOMPARE(own->windowTitle(), u"Roles – Fireline"_s);
    QVERIFY(f.window.screen()->availableGeometry().contains(own->frameGeometry()));
    QVERIFY(f.times.isUtc());
    own->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(own));
    QTest::keySequence(f.panels[u"roles"_s], QKeySequence(u"Ctrl+T"_s));
    QVERIFY(!f.times.isUtc());
    own->close();
    QVERIFY2(f.window.docks().place(u"roles"_s).ownWindow, "closing to quit must not move panels");
    own->show();
    QCloseEvent byPerson;
    QSpontaneKeyEvent::setSpontaneous(&byPerson);
    qApp->notify(own, &byPerson); // sendEvent() would make it our own again
    QCOMPARE(f.panels[u"roles"_s]->window(), &f.window);
    QVERIFY(f.inSight(u"roles"_s));
    f.window.docks().moveToOwnWindow(u"roles"_s);
    f.window.docks().hide(u"roles"_s);
    QVERIFY(!f.panels[u"roles"_s]->isVisible());
}

void TestMainWindow::focusRaisesItsTab()
{
    Filled f;
    f.show();
    f.window.docks().show(u"hypotheses"_s);
    QVERIFY(f.inSight(u"hypotheses"_s) && !f.inSight(u"status"_s));
    f.panels[u"status"_s]->setFocus();
    QTRY_VERIFY(f.inSight(u"status"_s));
    // Through the whole window by Tab: wherever the keyboard is can be seen.
    f.entry->setFocus();
    int stops = 0;
    do {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const QWidget *now = QApplication::focusWidget();
        QVERIFY(now);
        const QRect where(now->mapTo(&f.window, QPoint()), now->size());
        QVERIFY2(f.window.rect().contains(where), qPrintable(now->objectName()));
        QVERIFY2(!now->visibleRegion().isEmpty(), qPrintable(now->objectName()));
    } while (!f.entry->hasFocus() && ++stops < 60);
    QVERIFY(stops > 5 && stops < 60);
}

void TestMainWindow::nothingFocusableIsUnnamed()
{
    Filled f;
    f.show();
    const QList<QTabBar *> bars = f.window.findChildren<QTabBar *>();
    QVERIFY(bars.size() >= 2);
    for (const QTabBar *bar : bars)
        QVERIFY(!bar->isVisible() || !bar->accessibleName().isEmpty());
    if (const auto *extension = f.window.findChild<QWidget *>(u"qt_toolbar_ext_button"_s))
        QVERIFY(!extension->accessibleName().isEmpty());
}

void TestMainWindow::perspectivesKeepTheirLayouts()
{
    Filled f;
    f.show();
    QSignalSpy changed(&f.window, &MainWindow::perspectiveChanged);
    f.window.docks().hide(u"roles"_s);
    f.window.setPerspective(Perspective::Scribe);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!f.dock(u"checklist"_s)->isVisible());
    QVERIFY(f.dock(u"actions"_s)->isVisible());
    QVERIFY(f.entry->hasFocus());
    f.window.setPerspective(Perspective::Command);
    QVERIFY(!f.dock(u"roles"_s)->isVisible());
    QVERIFY(f.dock(u"checklist"_s)->isVisible());
    QVERIFY(f.panels[u"actions"_s]->hasFocus());
    f.window.setPerspective(Perspective::Observer);
    QVERIFY(f.timeline->hasFocus());
}

void TestMainWindow::resetsAndRestores()
{
    QByteArray kept;
    {
        Filled f;
        f.show();
        f.window.docks().move(u"roles"_s, PanelArea::Bottom);
        f.window.docks().show(u"hypotheses"_s);
        f.window.setPerspective(Perspective::Scribe);
        f.window.docks().hide(u"actions"_s);
        kept = f.window.layoutState();
    }
    Filled f;
    QVERIFY(f.window.restoreLayout(kept));
    f.show();
    QCOMPARE(f.window.perspective(), Perspective::Scribe);
    QVERIFY(!f.dock(u"actions"_s)->isVisible());
    f.window.setPerspective(Perspective::Command);
    QCOMPARE(f.window.dockWidgetArea(f.dock(u"roles"_s)), Qt::BottomDockWidgetArea);
    QVERIFY(f.inSight(u"hypotheses"_s));
    f.window.resetLayout();
    QCOMPARE(f.window.dockWidgetArea(f.dock(u"roles"_s)), Qt::LeftDockWidgetArea);
    f.window.setPerspective(Perspective::Scribe);
    QVERIFY(!f.dock(u"actions"_s)->isVisible());
}

void TestMainWindow::damagedOrForeignStateGivesTheDefault_data()
{
    QTest::addColumn<QByteArray>("state");
    Filled f;
    f.window.docks().hide(u"roles"_s);
    const QByteArray good = f.window.layoutState();
    QTest::newRow("noise") << QByteArray("\x01\xff\x00garbage", 10);
    QTest::newRow("half") << good.left(good.size() / 2);
    QTest::newRow("older") << QByteArray(good).replace("\"version\":1", "\"version\":0");
    QTest::newRow("newer") << QByteArray(good).replace("\"version\":1", "\"version\":2");
    QTest::newRow("unknown place") << QByteArray(good).replace("\"left\",\"shown", "\"roof\",\"shown");
    QTest::newRow("other json") << QByteArray("[1,2,3]");
}

void TestMainWindow::damagedOrForeignStateGivesTheDefault()
{
    QFETCH(QByteArray, state);
    Filled f;
    f.show();
    QVERIFY(!f.window.restoreLayout(state));
    QCOMPARE(f.window.messages().count(), 1);
    QVERIFY(f.dock(u"roles"_s)->isVisible());
    QCOMPARE(f.window.perspective(), Perspective::Command);
}

void TestMainWindow::geometryStaysOnTheScreen()
{
    const QRect screen(0, 0, 1366, 768);
    QCOMPARE(clampedTo(QRect(-50, 700, 600, 400), screen), QRect(0, 368, 600, 400));
    QCOMPARE(clampedTo(QRect(1300, 10, 2000, 900), screen), screen);
    QCOMPARE(clampedTo(QRect(10, 10, 100, 100), screen), QRect(10, 10, 100, 100));
    Filled f;
    QVERIFY(f.window.restoreLayout("{\"version\":1,\"perspective\":\"command\",\"window\":[-3000,-3000,9000,9000]}"));
    f.show();
    QVERIFY(f.window.screen()->geometry().contains(f.window.frameGeometry()));
}

void TestMainWindow::escapeClosesMessagesThenReturnsToEntry()
{
    Filled f;
    f.show();
    f.window.setPerspective(Perspective::Scribe);
    f.panels[u"actions"_s]->setFocus();
    f.window.messages().show({Message::Kind::Warning, u"The disk is nearly full."_s});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(f.window.messages().count(), 0);
    QVERIFY(f.panels[u"actions"_s]->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(f.entry->hasFocus());
}

void TestMainWindow::titleNamesIncidentAndDrill()
{
    Filled f;
    QCOMPARE(f.window.windowTitle(), u"Fireline"_s);
    f.window.setIncidentTitle(u"SEV 1"_s, u"Checkout failing"_s, false);
    QCOMPARE(f.window.windowTitle(), u"SEV 1 – Checkout failing – Fireline"_s);
    f.window.setIncidentTitle({}, u"Checkout failing"_s, true);
    QCOMPARE(f.window.windowTitle(), u"[DRILL] Checkout failing – Fireline"_s);
}

void TestMainWindow::widthsAreThoseAPersonDragged()
{
    Filled f;
    f.show();
    f.window.resize(1366, 768);
    QDockWidget *roles = f.dock(u"roles"_s);
    QTRY_VERIFY(qAbs(roles->width() - 300) < 10);
    // Large text forces the panel wide; that is nobody's wish.
    f.panels[u"roles"_s]->setMinimumWidth(600);
    QTRY_VERIFY(roles->width() >= 600);
    f.window.setPerspective(Perspective::Scribe);
    f.window.setPerspective(Perspective::Command);
    f.panels[u"roles"_s]->setMinimumWidth(0);
    f.theme.setTextSize(110);
    QTRY_VERIFY(qAbs(roles->width() - 300) < 10);
    const QPoint separator(roles->geometry().right() + 2, roles->geometry().center().y());
    QTest::mousePress(&f.window, Qt::LeftButton, {}, separator);
    // QTest's own move has no button pressed.
    const QPoint to = separator + QPoint(100, 0);
    QMouseEvent drag(QEvent::MouseMove, to, f.window.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&f.window, &drag);
    QTRY_VERIFY(qAbs(roles->width() - 400) < 10);
    QTest::mouseRelease(&f.window, Qt::LeftButton, {}, to);
    QTRY_VERIFY(qAbs(roles->width() - 400) < 10);
    f.window.setPerspective(Perspective::Scribe);
    f.window.setPerspective(Perspective::Command);
    QTRY_VERIFY(qAbs(roles->width() - 400) < 10);
}

void TestMainWindow::statusLineShowsAlertNextStepAndClocks()
{
    Filled f;
    auto *alert = new QLabel(u"Status update overdue"_s);
    auto *sounds = new QLabel(u"sound on"_s);
    f.window.setStatusWidgets(alert, sounds);
    f.window.setNextStep(u"Next: name a scribe"_s);
    f.window.resize(1366, 768);
    f.show();
    f.window.tick(*Instant::fromRfc3339(u"2025-03-04T11:08:42Z"_s));
    const auto *next = f.window.findChild<QLabel *>(u"nextStep"_s);
    const auto *utc = f.window.findChild<QLabel *>(u"utcClock"_s);
    const auto *local = f.window.findChild<QLabel *>(u"localClock"_s);
    QCOMPARE(utc->text(), u"UTC 11:08:42"_s);
    QCOMPARE(local->text(), u"local 12:08:42"_s);
    QCOMPARE(next->text(), u"Next: name a scribe"_s);
    // The tip of a menu entry takes the next step's place, never the alert's.
    f.window.statusBar()->showMessage(u"Ends the incident."_s);
    QCOMPARE(next->text(), u"Ends the incident."_s);
    QVERIFY(alert->isVisible() && sounds->isVisible());
    f.window.statusBar()->clearMessage();
    QCOMPARE(next->text(), u"Next: name a scribe"_s);
    const auto x = [&](const QWidget *widget) { return widget->mapTo(&f.window, QPoint()).x(); };
    QVERIFY(x(alert) < x(next) && x(next) < x(sounds) && x(sounds) < x(utc) && x(utc) < x(local));
    f.window.resize(500, 600);
    QTRY_VERIFY(!local->isVisible());
    QVERIFY(utc->isVisible() && utc->toolTip().contains(u"local 12:08:42"_s));
    f.window.resize(1366, 768);
    QTRY_VERIFY(local->isVisible());
    QCoreApplication::sendPostedEvents();
    // Digits move, neighbours do not.
    const int place = x(utc);
    f.window.tick(*Instant::fromRfc3339(u"2025-03-04T11:11:11Z"_s));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(x(utc), place);
}

void TestMainWindow::regionsGoRound()
{
    Filled f;
    auto *alert = new QLineEdit;
    f.window.setStatusWidgets(alert);
    f.show();
    f.strip->setFocus();
    const auto press = [](const QString &key) { QTest::keySequence(QApplication::focusWidget(), QKeySequence(key)); };
    const QList<QWidget *> round{f.panels[u"roles"_s], f.timeline, f.entry, f.panels[u"actions"_s], alert, f.strip};
    for (QWidget *next : round) {
        press(u"F6"_s);
        QCOMPARE(QApplication::focusWidget(), next);
    }
    press(u"Shift+F6"_s);
    QVERIFY(alert->hasFocus());
    // Back to where it was in the region, not to its first widget.
    f.panels[u"checklist"_s]->setFocus();
    press(u"F6"_s);
    QVERIFY(f.timeline->hasFocus());
    press(u"Shift+F6"_s);
    QVERIFY(f.panels[u"checklist"_s]->hasFocus());
    f.window.docks().setOpen(PanelArea::Left, false);
    f.strip->setFocus();
    press(u"F6"_s);
    QVERIFY(f.timeline->hasFocus());
}

void TestMainWindow::keysChoosePerspectivesAndSides()
{
    Filled f;
    f.show();
    QTest::keySequence(f.strip, QKeySequence(u"Ctrl+2"_s));
    QCOMPARE(f.window.perspective(), Perspective::Scribe);
    QTest::keySequence(f.entry, QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key_Ampersand)));
    QCOMPARE(f.window.perspective(), Perspective::Command);
    f.panels[u"roles"_s]->setFocus();
    QTest::keySequence(f.panels[u"roles"_s], QKeySequence(u"F9"_s));
    QVERIFY(!f.panels[u"roles"_s]->isVisible());
    QVERIFY(f.entry->hasFocus());
    QTest::keySequence(f.entry, QKeySequence(u"F9"_s));
    QVERIFY(f.panels[u"roles"_s]->isVisible());
    QTest::keySequence(f.entry, QKeySequence(u"Shift+F9"_s));
    QVERIFY(!f.panels[u"actions"_s]->isVisible());
    QTest::keySequence(f.entry, QKeySequence(u"Ctrl+="_s));
    QCOMPARE(f.theme.textSize(), 110);
    QTest::keySequence(f.entry, QKeySequence(u"Ctrl+0"_s));
    QCOMPARE(f.theme.textSize(), 100);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
