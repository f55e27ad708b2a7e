// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledwindow.h"
#include "layoutwitness.h"

#include "shell/caretrest.h"
#include "shell/cutlabel.h"
#include "shell/messagebar.h"
#include "shell/sharedline.h"
#include "shell/shortens.h"
#include "shell/statusline.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace fireline::views;
using fireline::domain::Instant;
using Filled = fireline::test::FilledWindow;

namespace {

/// An alert with more to say than there may be room for.
class Talker : public QLabel, public Shortens
{
public:
    Talker() { setText(m_brief + m_more); }
    QSize minimumSizeHint() const override { return {fontMetrics().averageCharWidth() * 16, fontMetrics().height()}; }
    QList<int> formWidths() const override { return {sizeHint().width(), fontMetrics().horizontalAdvance(m_brief)}; }
    bool isShort() const { return width() < formWidths().first(); }
    bool isCut() const { return width() < formWidths().last(); }

private:
    QString m_brief = u"Status update – late 02:10"_s;
    QString m_more = u" · owed by the Communications Lead (Josephine)"_s;
};

} // namespace

/// What frames an incident: kept layouts, title, status line, and keys that go round.
class TestMainWindow : public QObject
{
    Q_OBJECT
private slots:
    void resetsAndRestores();
    void damagedOrForeignStateGivesTheDefault_data();
    void damagedOrForeignStateGivesTheDefault();
    void geometryStaysOnTheScreen();
    void escapeClosesMessagesThenReturnsToEntry();
    void titleNamesIncidentAndDrill();
    void statusLineShowsAlertNextStepAndClocks();
    void sharesFollowFromTheWidth_data();
    void sharesFollowFromTheWidth();
    void theAlertMakesRoomForTheNextStep();
    void theCommandOfTheNextStepStays();
    void theStatusLineIsLaidOutOnce();
    void oneClockSaysItWhereLocalTimeIsUtc();
    void regionsGoRound();
    void enterPressesTheButtonThatHasTheKeyboard();
    void theCursorStandsWhileNobodyTypes();
    void keysChoosePerspectivesAndSides();
};

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
    QVERIFY(f.restore(kept));
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
    QVERIFY(!f.restore(state));
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
    QVERIFY(f.restore("{\"version\":1,\"perspective\":\"command\",\"window\":[-3000,-3000,9000,9000]}"));
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

void TestMainWindow::sharesFollowFromTheWidth_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<int>("next");
    QTest::addColumn<LineShares>("shares");
    QTest::newRow("both whole") << 900 << 300 << LineShares{400, 500};
    QTest::newRow("just whole") << 700 << 300 << LineShares{400, 300};
    QTest::newRow("fewer words") << 699 << 300 << LineShares{250, 449};
    QTest::newRow("the next step is cut") << 500 << 300 << LineShares{250, 250};
    QTest::newRow("the alert is cut") << 400 << 300 << LineShares{200, 200};
    QTest::newRow("no less than its least") << 250 << 300 << LineShares{100, 150};
    QTest::newRow("too little of the next step") << 190 << 300 << LineShares{190, 0};
    QTest::newRow("a short next step is whole") << 400 << 60 << LineShares{250, 150};
    QTest::newRow("nothing is next") << 500 << 0 << LineShares{400, 100};
    QTest::newRow("no room") << 0 << 300 << LineShares{0, 0};
}

void TestMainWindow::sharesFollowFromTheWidth()
{
    QFETCH(int, room);
    QFETCH(int, next);
    QFETCH(LineShares, shares);
    const LineShares found = shareLine({room, {400, 250}, std::min(100, room), next, 200, 100});
    QVERIFY2(found == shares, qPrintable(u"%1 and %2"_s.arg(found.alert).arg(found.next)));
}

void TestMainWindow::theAlertMakesRoomForTheNextStep()
{
    Theme theme;
    TimeDisplay times;
    StatusLine line(theme, times);
    auto *alert = new Talker;
    line.setWidgets(alert, nullptr);
    const QString step = u"Next: name a scribe and tell everybody who it is."_s;
    line.setNextStep(step);
    line.tick(*Instant::fromRfc3339(u"2025-03-04T11:08:42Z"_s));
    const auto *next = line.findChild<CutLabel *>(u"nextStep"_s);
    line.resize(2000, 30);
    line.show();
    QTRY_COMPARE(next->shownText(), step);
    QVERIFY(!alert->isShort());
    // Both in full, or the alert without who owes it, or both cut, or nothing of the next step: never a few letters.
    bool shortened = false;
    bool cut = false;
    for (int width = 2000; width > 300; width -= 10) {
        line.resize(width, 30);
        QCoreApplication::sendPostedEvents();
        const QString shown = next->shownText();
        QVERIFY(shown.isEmpty() || next->fontMetrics().horizontalAdvance(shown) <= next->width());
        QVERIFY2(alert->isShort() || shown == step, qPrintable(QString::number(width)));
        QVERIFY2(!alert->isCut() || shown != step, qPrintable(QString::number(width)));
        QVERIFY2(shown.isEmpty() || shown.size() > 10, qPrintable(shown));
        // An alert with many words leaves room for what to do next, down to a window of 1024 pixels and further.
        QVERIFY2(!shown.isEmpty() || width < 600, qPrintable(QString::number(width)));
        QCOMPARE(next->accessibleName(), step);
        shortened = shortened || (alert->isShort() && shown == step);
        cut = cut || shown.endsWith(u'…');
    }
    QVERIFY(shortened && cut && next->shownText().isEmpty());
    line.resize(2000, 30);
    QTRY_VERIFY(!alert->isShort());
}

// What is to be typed is what the step is read for: the words before it give way.
void TestMainWindow::theCommandOfTheNextStepStays()
{
    Theme theme;
    TimeDisplay times;
    StatusLine line(theme, times);
    const auto *next = line.findChild<CutLabel *>(u"nextStep"_s);
    line.show();
    const auto shownIn = [&](const QString &step, int share) {
        line.setNextStep(step);
        line.resize(line.width() - next->width() + next->fontMetrics().horizontalAdvance(step) * share / 100, 30);
        QCoreApplication::sendPostedEvents();
        return next->shownText();
    };
    line.resize(2000, 30);
    line.tick(*Instant::fromRfc3339(u"2025-03-04T11:08:42Z"_s));
    QCoreApplication::sendPostedEvents();
    const QString typed = u"Next: confirm that it is real and no false alarm, with “/draft lad.scope”."_s;
    QCOMPARE(shownIn(typed, 110), typed);
    const QString cut = shownIn(typed, 80);
    QVERIFY2(cut.startsWith(u"Next: confirm"_s) && cut.endsWith(u"… “/draft lad.scope”."_s), qPrintable(cut));
    QVERIFY(next->fontMetrics().horizontalAdvance(cut) <= next->width());
    const QString plain = shownIn(u"Next: read and/or write, and tell everybody who is there what it is about."_s, 80);
    QVERIFY2(plain.startsWith(u"Next: read and/or write, and tell"_s) && plain.endsWith(u'…'), qPrintable(plain));
}

// Its shares follow from its width: nothing in it asks for another layout because of the one it got.
void TestMainWindow::theStatusLineIsLaidOutOnce()
{
    Theme theme;
    TimeDisplay times;
    StatusLine line(theme, times);
    line.setWidgets(new Talker, new QLabel(u"Sound on"_s));
    line.setNextStep(u"Next: name a scribe and tell everybody who it is."_s);
    line.tick(*Instant::fromRfc3339(u"2025-03-04T11:08:42Z"_s));
    line.resize(1366, 30);
    line.show();
    QVERIFY(QTest::qWaitForWindowExposed(&line));
    QCoreApplication::sendPostedEvents();
    fireline::test::LayoutWitness witness;
    qApp->installEventFilter(&witness);
    for (int width = 1366; width > 300; width -= 7) {
        witness.requests = 0;
        line.resize(width, 30);
        QCoreApplication::sendPostedEvents();
        // One width is that at which the local time goes, and the line is laid out again without it.
        QVERIFY2(witness.requests <= 2, qPrintable(u"%1 requests at %2"_s.arg(witness.requests).arg(width)));
        witness.requests = 0;
        QCoreApplication::sendPostedEvents();
        QCOMPARE(witness.requests, 0);
    }
    qApp->removeEventFilter(&witness);
}

void TestMainWindow::oneClockSaysItWhereLocalTimeIsUtc()
{
    Theme theme;
    TimeDisplay times(QTimeZone("Europe/London"));
    StatusLine line(theme, times);
    line.resize(1366, 30);
    line.show();
    const auto *local = line.findChild<QLabel *>(u"localClock"_s);
    line.tick(*Instant::fromRfc3339(u"2025-01-04T11:08:42Z"_s));
    QVERIFY(!local->isVisible());
    line.tick(*Instant::fromRfc3339(u"2025-07-04T11:08:42Z"_s));
    QVERIFY(local->isVisible());
    QCOMPARE(local->text(), u"local 12:08:42"_s);
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

// As it does in a dialog and in the start window; not again and again while it is held.
void TestMainWindow::enterPressesTheButtonThatHasTheKeyboard()
{
    Filled f;
    f.show();
    auto *push = new QPushButton(u"Write it"_s, f.panels[u"roles"_s]->parentWidget());
    auto *check = new QCheckBox(u"Done"_s, push->parentWidget());
    int pressed = 0;
    connect(push, &QPushButton::clicked, this, [&pressed] { ++pressed; });
    for (QWidget *each : QWidgetList{push, check}) {
        each->show();
        each->setFocus();
        QTest::keyClick(each, Qt::Key_Return);
        QTest::keyClick(each, Qt::Key_Enter, Qt::KeypadModifier);
        QTest::keyClick(each, Qt::Key_Return, Qt::ControlModifier);
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
        QApplication::sendEvent(each, &held);
    }
    QCOMPARE(pressed, 2);
    QVERIFY(!check->isChecked()); // a space ticks
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

void TestMainWindow::theCursorStandsWhileNobodyTypes()
{
    using std::chrono::milliseconds;
    const int blinks = QApplication::cursorFlashTime();
    QVERIFY(blinks > 0);
    Filled f;
    {
        const CaretRest rest(milliseconds(1));
        QTRY_COMPARE(QApplication::cursorFlashTime(), 0);
        QTest::keyClick(f.entry, Qt::Key_A);
        QCOMPARE(QApplication::cursorFlashTime(), blinks);
        QTRY_COMPARE(QApplication::cursorFlashTime(), 0);
    }
    QCOMPARE(QApplication::cursorFlashTime(), blinks); // what a program changed for a while is the desktop's again
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
