// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledwindow.h"
#include "shell/docktabs.h"

#include <QCloseEvent>
#include <QMainWindow>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolBar>

using namespace Qt::StringLiterals;
using namespace fireline::views;
using Filled = fireline::test::FilledWindow;

namespace {

/// The bar of panels that share a place; null where there is none.
QTabBar *shownTabs(const QWidget &window)
{
    for (QTabBar *bar : window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (bar->isVisible() && window.rect().contains(bar->geometry()))
            return bar;
    }
    return nullptr;
}

} // namespace

/// Panels have places, perspectives keep them, and the keyboard is never where nobody can see it.
class TestPanels : public QObject
{
    Q_OBJECT
private slots:
    void docksAreLocked();
    void fillsItsDesignSize();
    void movesAndHidesPanels();
    void ownWindowKeepsKeysAndGivesThePanelBack();
    void focusRaisesItsTab();
    void nothingFocusableIsUnnamed();
    void titlesWithoutRoomBecomeIcons();
    void barsPutAsideTakeNoKeys();
    void widthsAreThoseAPersonDragged();
    void aNarrowTimelineFoldsOneSide();
    void perspectivesKeepTheirLayouts();
    void onePanelIsLargeForAWhile();
};

void TestPanels::docksAreLocked()
{
    Filled f;
    for (const QDockWidget *dock : f.window.findChildren<QDockWidget *>())
        QCOMPARE(dock->features(), QDockWidget::NoDockWidgetFeatures);
    QVERIFY(!f.window.findChild<QToolBar *>()->isMovable());
}

void TestPanels::fillsItsDesignSize()
{
    Filled f;
    f.window.resize(1366, 768);
    f.show();
    f.window.resize(1366, 768);
    QTRY_VERIFY(qAbs(f.dock(u"roles"_s)->width() - 300) < 40);
    QTRY_VERIFY(qAbs(f.dock(u"actions"_s)->width() - 396) < 40);
    QVERIFY(f.inSight(u"roles"_s) && f.inSight(u"checklist"_s) && f.inSight(u"actions"_s));
    QVERIFY(f.dock(u"roles"_s)->y() < f.dock(u"checklist"_s)->y());
    f.window.resize(1024, 700);
    QTRY_COMPARE(f.window.size(), QSize(1024, 700));
    QTRY_VERIFY(f.timeline->width() > 300);
}

void TestPanels::movesAndHidesPanels()
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

void TestPanels::ownWindowKeepsKeysAndGivesThePanelBack()
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

void TestPanels::focusRaisesItsTab()
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

void TestPanels::nothingFocusableIsUnnamed()
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

// Beginnings of words tell nobody which panel is meant.
void TestPanels::titlesWithoutRoomBecomeIcons()
{
    Theme theme;
    QMainWindow window;
    theme.install(*qApp);
    window.setCentralWidget(new QWidget);
    QList<QDockWidget *> docks;
    for (const QString &title : {u"Hypotheses and decisions"_s, u"Escalation"_s, u"Handover"_s}) {
        docks.append(new QDockWidget(title, &window));
        docks.last()->setWidget(new QWidget);
        window.addDockWidget(Qt::RightDockWidgetArea, docks.last());
        if (docks.size() > 1)
            window.tabifyDockWidget(docks.first(), docks.last());
    }
    DockTabs tabs(
        &window, [&theme](const QString &) { return theme.icon(u"panel"_s); }, &window);
    window.resize(1200, 500);
    window.show();
    window.resizeDocks({docks.first()}, {700}, Qt::Horizontal);
    QTabBar *bar = nullptr;
    QTRY_VERIFY((bar = shownTabs(window)) && bar->count() == 3);
    tabs.refresh();
    QTRY_VERIFY(bar->width() > 600);
    const auto titleWidth = [bar](int tab) { return bar->fontMetrics().horizontalAdvance(bar->tabText(tab)); };
    for (int tab = 0; tab < 3; ++tab)
        QVERIFY(bar->tabIcon(tab).isNull() && bar->tabRect(tab).width() > titleWidth(tab));
    window.resizeDocks({docks.first()}, {280}, Qt::Horizontal);
    QTRY_VERIFY(!bar->tabIcon(0).isNull());
    for (const int front : {0, 1, 2}) {
        bar->setCurrentIndex(front);
        QTRY_VERIFY(bar->tabRect(front).width() > titleWidth(front)); // whole, with its icon
        for (int tab = 0; tab < 3; ++tab) {
            QVERIFY(tab == front || bar->tabRect(tab).width() < titleWidth(tab));
            QCOMPARE(bar->tabToolTip(tab), bar->tabText(tab));
        }
    }
    window.resizeDocks({docks.first()}, {700}, Qt::Horizontal);
    QTRY_VERIFY(bar->tabIcon(0).isNull() && bar->tabIcon(2).isNull());
}

// Qt keeps a bar that has no tabs any more, shown and outside the window.
void TestPanels::barsPutAsideTakeNoKeys()
{
    Filled f;
    f.show();
    const auto shownBars = [&f](bool inside) {
        QList<QTabBar *> bars = f.window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
        bars.removeIf(
            [&](const QTabBar *bar) { return !bar->isVisible() || f.window.rect().contains(bar->geometry()) != inside; });
        return bars;
    };
    QTRY_COMPARE(shownBars(true).size(), 1);
    QTabBar *bar = shownBars(true).first();
    QTRY_VERIFY(bar->accessibleName().contains(u"Status updates"_s));
    QCOMPARE(bar->focusPolicy(), Qt::TabFocus);
    bar->setFocus();
    f.window.setPerspective(Perspective::Scribe); // one panel at that side
    QTRY_VERIFY(shownBars(true).isEmpty());
    for (const QTabBar *aside : shownBars(false))
        QCOMPARE(aside->focusPolicy(), Qt::NoFocus);
    QTRY_VERIFY(f.entry->hasFocus()); // not left where nobody sees it
    f.window.setPerspective(Perspective::Command);
    QTRY_COMPARE(shownBars(true).size(), 1);
    QTRY_COMPARE(shownBars(true).first()->focusPolicy(), Qt::TabFocus);
}

void TestPanels::widthsAreThoseAPersonDragged()
{
    Filled f;
    f.show();
    f.window.resize(1366, 768);
    QDockWidget *roles = f.dock(u"roles"_s);
    QTRY_VERIFY(qAbs(roles->width() - 300) < 10);
    // Large text forces the panel as wide as a panel may be; that is nobody's wish.
    f.panels[u"roles"_s]->setMinimumWidth(600);
    QTRY_VERIFY(roles->width() > 450);
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

/// The narrower side stands behind the wider one while the timeline had too little room; the chosen layout stays.
void TestPanels::aNarrowTimelineFoldsOneSide()
{
    Filled f;
    f.show();
    PanelLayout layout = f.window.docks().layout();
    layout.leftShare = 250;
    layout.rightShare = 400;
    f.window.docks().apply(layout);
    f.window.resize(1400, 760);
    QTRY_COMPARE(f.window.dockWidgetArea(f.dock(u"roles"_s)), Qt::LeftDockWidgetArea);
    const int upper = f.dock(u"actions"_s)->y();
    f.window.resize(700, 760);
    QTRY_COMPARE(f.window.dockWidgetArea(f.dock(u"roles"_s)), Qt::RightDockWidgetArea);
    QVERIFY(f.dock(u"actions"_s)->y() <= upper + 40);
    QVERIFY2(f.inSight(u"actions"_s) && f.inSight(u"status"_s), "those of the wider side stay in front");
    QVERIFY(f.window.docks().visibleAt(PanelArea::Left).isEmpty());
    QVERIFY(f.window.docks().focus(u"roles"_s));
    QVERIFY(f.panels[u"roles"_s]->hasFocus() && !f.panels[u"roles"_s]->visibleRegion().isEmpty());
    QCOMPARE(f.window.docks().place(u"roles"_s).area, PanelArea::Left);
    f.window.docks().setOpen(PanelArea::Left, false);
    QVERIFY(!f.dock(u"roles"_s)->isVisible());
    f.window.docks().setOpen(PanelArea::Left, true);
    f.window.resize(1400, 760);
    QTRY_COMPARE(f.window.dockWidgetArea(f.dock(u"roles"_s)), Qt::LeftDockWidgetArea);
    QTRY_VERIFY(qAbs(f.dock(u"roles"_s)->width() - 350) < 40);
}

void TestPanels::perspectivesKeepTheirLayouts()
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

// A key gives it the room of what is above or below it, or of the timeline; nobody's layout changes by it.
void TestPanels::onePanelIsLargeForAWhile()
{
    Filled f;
    f.window.resize(1366, 768);
    f.show();
    f.window.resize(1366, 768);
    auto &docks = f.window.docks();
    const auto press = [&f] { QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"F4"_s)); };
    // Below the timeline.
    QVERIFY(docks.focus(u"metrics"_s));
    auto *graphs = f.dock(u"metrics"_s);
    const int before = 768 * PanelLayout().bottomShare / 1000;
    QTRY_COMPARE(graphs->height(), before);
    const PanelLayout layout = docks.layout();
    press();
    QTRY_VERIFY2(graphs->height() > before * 3 / 2, qPrintable(QString::number(graphs->height())));
    QVERIFY(f.entry->isVisible() && f.entry->visibleRegion().boundingRect() == f.entry->rect());
    f.window.focusEntry(); // who types above it does not change it
    QCoreApplication::sendPostedEvents();
    QVERIFY(graphs->height() > before * 3 / 2);
    press(); // it is the one that had the keyboard last
    QTRY_COMPARE(graphs->height(), before);
    QCOMPARE(docks.layout(), layout);
    // The upper one of two, and the lower one; while another of that side has the keyboard, both are as they were.
    for (const auto &[panel, other] : {std::pair(u"roles"_s, u"checklist"_s), std::pair(u"checklist"_s, u"roles"_s)}) {
        QVERIFY(docks.focus(panel));
        const int height = f.dock(panel)->height();
        press();
        QTRY_VERIFY2(f.dock(panel)->height() > height * 4 / 3, qPrintable(panel));
        QVERIFY(docks.focus(other));
        QTRY_VERIFY(std::abs(f.dock(panel)->height() - height) <= 2);
        QVERIFY(docks.focus(panel));
        QTRY_VERIFY(f.dock(panel)->height() > height * 4 / 3);
        press();
        QTRY_VERIFY(std::abs(f.dock(panel)->height() - height) <= 2);
    }
    QCOMPARE(docks.layout(), layout);
    docks.moveToOwnWindow(u"roles"_s);
    QVERIFY(!docks.whyNotLarge(u"roles"_s).isEmpty());
    QVERIFY2(!docks.whyNotLarge(u"checklist"_s).isEmpty(), "it has the whole side");
}

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
