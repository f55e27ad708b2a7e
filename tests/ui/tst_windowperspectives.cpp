// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "commanddesk.h"
#include "feed/seenfeed.h"
#include "livewindow.h"
#include "madeincident.h"
#include "paintedtexts.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"
#include "timeline/kindwords.h"
#include "timeline/timelinepanel.h"
#include "timeline/timelineroles.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;
using views::Perspective;

namespace {

void press(const char *keys)
{
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(QString::fromLatin1(keys)));
}

void enter(LiveWindow &live, const QString &line)
{
    live.quickEntry()->setFocus();
    typeText(line);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
}

} // namespace

/// The perspectives in the real window, by keys alone (ux 2.3; 5.2, item 3).
class TestWindowPerspectives : public QObject
{
    Q_OBJECT
private slots:
    void commandFoldsNotesAndSaysSo();
    void aFilterIsKeptForTheNextRun();
    void theScribeComesBackByEscape();
    void theObserverCannotWrite();
    void nothingIsRecordedByLooking();
    void theRoleTakenIsFollowed_data();
    void theRoleTakenIsFollowed();
    void whoCommandsBeginsInCommand();
    void aChoiceIsNotOverridden();
    void everyPerspectiveFits_data();
    void everyPerspectiveFits();
    void everyTimelineCanBeRead_data();
    void everyTimelineCanBeRead();
    void theAudiencesAreInSight_data();
    void theAudiencesAreInSight();
    void aNarrowWindowFoldsTheClocks();
    void panelsOutOfSightRest();

private:
    views::Theme m_theme;
};

void TestWindowPerspectives::commandFoldsNotesAndSaysSo()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    press("Ctrl+1");
    auto *counts = live.window()->findChild<QLabel *>(u"timeline.counts"_s);
    QVERIFY(counts->isVisible());
    QVERIFY2(counts->text().contains(u"hidden by this perspective"_s), qPrintable(counts->text()));
    auto *show = live.window()->findChild<QAbstractButton *>(u"timeline.clearFilter"_s);
    show->setFocus();
    QTest::keyClick(show, Qt::Key_Space);
    QVERIFY(!counts->isVisible());
    press("Ctrl+1");
    QVERIFY2(counts->isVisible(), "the perspective is as it was when it is asked for again");
    press("Ctrl+2");
    QVERIFY2(!counts->isVisible(), "a scribe sees everything");
    press("Ctrl+1");
    QVERIFY(counts->isVisible());
    show->setFocus();
    QTest::keyClick(show, Qt::Key_Space);
    press("Ctrl+2");
    press("Ctrl+1");
    QVERIFY2(!counts->isVisible(), "it comes back as it was left");
}

void TestWindowPerspectives::aFilterIsKeptForTheNextRun()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    press("Ctrl+1");
    auto *notes = live.window()->findChild<QAbstractButton *>(u"timeline.chip.notes"_s);
    notes->setFocus();
    QTest::keyClick(notes, Qt::Key_Space);
    live.window()->close();
    QFile kept(QFileInfo(live.path()).absolutePath() + u"/state/timeline-filters"_s);
    QTRY_VERIFY(kept.exists()); // written elsewhere
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const int chips = int(models::TimelineChip::Decisions) | int(models::TimelineChip::Actions)
                      | int(models::TimelineChip::Status) | int(models::TimelineChip::Notes);
    QCOMPARE(QString::fromUtf8(kept.readAll()), u"command=%1"_s.arg(chips));
}

void TestWindowPerspectives::theScribeComesBackByEscape()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    press("Ctrl+2");
    for (int stop = 0; stop < 8; ++stop) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        // One more where a message or a bar was closed by the first.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), live.quickEntry());
    }
}

void TestWindowPerspectives::theObserverCannotWrite()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    auto &window = live.incident().window();
    const qint64 before = live.feed().state().eventCount;
    press("Ctrl+4");
    QCOMPARE(window.perspective(), Perspective::Observer);
    QVERIFY(!live.quickEntry()->isVisible());
    QStringList faults;
    for (const views::PanelDescriptor &panel : window.docks().panels()) {
        window.docks().show(panel.id);
        for (const auto *button : panel.widget->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !views::isMarkedReading(*button) && button->objectName() != "qt_menubar_ext_button"_L1
                && !qobject_cast<const QTabBar *>(button->parentWidget()))
                faults.append(panel.id + u": "_s + button->text() + button->objectName());
        }
        for (const auto *field : panel.widget->findChildren<QLineEdit *>()) {
            if (field->isVisible() && !field->isReadOnly() && !views::isMarkedReading(*field))
                faults.append(panel.id + u": "_s + field->objectName());
        }
    }
    // What changes the record has one of the verbs' ids; none of it can be seen or pressed.
    for (const char *id : {"entry.undo", "timeline.retract", "timeline.pin", "roles.takeCommand", "alerts.acknowledge"}) {
        const QAction *action = window.actions().action(QString::fromLatin1(id));
        QVERIFY2(action, id);
        if (action->isVisible() || action->isEnabled())
            faults.append(QString::fromLatin1(id));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    // Nor by a key, a letter in a list, or whoever asks past the controls.
    auto *list = window.findChild<views::TimelinePanel *>()->list();
    list->setFocus();
    for (const char *keys : {"Home", "Del", "P", "Ctrl+Z", "Ctrl+Shift+D", "Ctrl+Shift+L", "Ctrl+L", "Ctrl+Shift+J"}) {
        list->setFocus();
        press(keys);
    }
    live.incident().desk().submit({domain::Verb::Note, {}, {}, {{u"text"_s, u"not to be written"_s}}});
    QCOMPARE(live.feed().state().eventCount, before);
    QVERIFY(window.messages().count() > 0);
    // It can be read and copied.
    QVERIFY(window.actions().action(u"timeline.find"_s)->isVisible());
    press("Ctrl+1");
    QVERIFY(live.quickEntry()->isVisible());
    enter(live, u"written again"_s);
    QCOMPARE(live.feed().state().eventCount, before + 1);
}

void TestWindowPerspectives::nothingIsRecordedByLooking()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    const qint64 before = live.feed().state().eventCount;
    for (const char *keys : {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+1"})
        press(keys);
    QCOMPARE(live.feed().state().eventCount, before);
}

void TestWindowPerspectives::theRoleTakenIsFollowed_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("line");
    QTest::addColumn<Perspective>("perspective");
    QTest::newRow("sre, scribe") << u"sre-directorate"_s << u"SEV1"_s << u"/role @me scribe"_s << Perspective::Scribe;
    QTest::newRow("sre, comms") << u"sre-directorate"_s << u"SEV1"_s << u"/role @me cl"_s << Perspective::Comms;
    QTest::newRow("nine steps, comms") << u"nine-step"_s << u"P1"_s << u"/role @me comms"_s << Perspective::Comms;
    QTest::newRow("hub, liaison") << u"community-hub"_s << u"P1"_s << u"/role @me cl"_s << Perspective::Comms;
    QTest::newRow("sre, no layout of its own") << u"sre-directorate"_s << u"SEV1"_s << u"/role @me ol"_s << Perspective::Command;
}

void TestWindowPerspectives::theRoleTakenIsFollowed()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, line);
    LiveWindow live(m_theme, {.process = process, .severity = severity});
    enter(live, line);
    QTEST(live.incident().window().perspective(), "perspective");
    QCOMPARE(QApplication::focusWidget(), live.quickEntry());
    enter(live, u"/claim"_s);
    QCOMPARE(live.incident().window().perspective(), Perspective::Command);
}

// Who has other roles too, whatever came last.
void TestWindowPerspectives::whoCommandsBeginsInCommand()
{
    const auto fill = [](MadeIncident &made) {
        for (const QString &line : {u"/claim"_s, u"/role @ana scribe"_s, u"/role @ana cl"_s})
            QVERIFY(made.line(line));
    };
    LiveWindow live(m_theme, {.fill = fill});
    QCOMPARE(live.incident().window().perspective(), views::Perspective::Command);
}

void TestWindowPerspectives::aChoiceIsNotOverridden()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    press("Ctrl+3");
    enter(live, u"/role @me scribe"_s);
    QCOMPARE(live.incident().window().perspective(), Perspective::Comms);
}

void TestWindowPerspectives::everyPerspectiveFits_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize &size : {QSize(1024, 678), QSize(1366, 746)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

void TestWindowPerspectives::everyPerspectiveFits()
{
    QFETCH(QSize, size);
    LiveWindow live(m_theme, {.fill = fillBusy, .size = size});
    auto &window = live.incident().window();
    auto *timeline = window.findChild<views::TimelinePanel *>();
    for (const Perspective perspective : {Perspective::Command, Perspective::Scribe, Perspective::Comms, Perspective::Observer,
                                          Perspective::Drill, Perspective::After}) {
        window.setPerspective(perspective);
        QTRY_COMPARE(window.size(), size);
        QVERIFY2(timeline->width() * 4 >= size.width(), qPrintable(u"%1: %2"_s.arg(int(perspective)).arg(timeline->width())));
    }
}

void TestWindowPerspectives::everyTimelineCanBeRead_data()
{
    everyPerspectiveFits_data();
}

/// In every row as much of the text is painted as makes it known, or all of it, and its kind by icon and word (ux 2.7).
void TestWindowPerspectives::everyTimelineCanBeRead()
{
    constexpr qsizetype enough = 24;
    QFETCH(QSize, size);
    LiveWindow live(m_theme, {.fill = fillAll, .size = size});
    auto &window = live.incident().window();
    auto *list = window.findChild<QAbstractItemView *>(u"timeline.list"_s);
    for (const Perspective perspective : {Perspective::Command, Perspective::Scribe, Perspective::Comms, Perspective::Observer,
                                          Perspective::Drill, Perspective::After}) {
        window.setPerspective(perspective);
        QTRY_COMPARE(window.size(), size);
        QTRY_VERIFY(list->viewport()->width() > 200);
        const QList<PaintedText> pieces = paintedTexts(list->viewport());
        QStringList painted;
        for (const PaintedText &piece : pieces)
            painted.append(piece.text);
        int looked = 0;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            const QString text = index.data(int(models::TimelineRole::Text)).toString().simplified();
            if (!list->viewport()->rect().contains(list->visualRect(index)) || text.isRightToLeft())
                continue;
            ++looked;
            const QString known = text.left(enough);
            QVERIFY2(std::any_of(painted.cbegin(), painted.cend(), [&](const QString &piece) { return piece.startsWith(known); }),
                     qPrintable(u"%1: %2\n%3"_s.arg(int(perspective)).arg(text, painted.join(u'\n'))));
            if (index.data(int(models::TimelineRole::FoldCount)).toInt() > 0)
                continue; // a row for many tells how many
            const QString kind = models::kindWord(index.data(int(models::TimelineRole::Kind)).toString());
            const QRectF place = list->visualRect(index);
            QVERIFY2(std::any_of(pieces.cbegin(), pieces.cend(),
                                 [&](const PaintedText &piece) { return piece.text == kind && place.intersects(piece.rect); }),
                     qPrintable(u"%1: %2 is no “%3”"_s.arg(int(perspective)).arg(text, kind)));
        }
        QVERIFY(looked > 3);
    }
}

void TestWindowPerspectives::theAudiencesAreInSight_data()
{
    everyPerspectiveFits_data();
}

void TestWindowPerspectives::theAudiencesAreInSight()
{
    QFETCH(QSize, size);
    LiveWindow live(m_theme, {.fill = fillBusy, .size = size});
    live.incident().window().setPerspective(Perspective::Comms);
    auto *audiences = live.window()->findChild<QAbstractItemView *>(u"statusAudiences"_s);
    const auto whole = [=] {
        QList<int> rows;
        for (int row = 0; row < audiences->model()->rowCount(); ++row) {
            if (audiences->viewport()->rect().contains(audiences->visualRect(audiences->model()->index(row, 0))))
                rows.append(row);
        }
        return rows;
    };
    QTRY_VERIFY2(whole().size() >= 5, qPrintable(u"%1 in %2 px"_s.arg(whole().size()).arg(audiences->height())));
    QVERIFY(whole().contains(audiences->currentIndex().row()));
    QCOMPARE(audiences->visualRect(audiences->model()->index(whole().first(), 0)).top(), 0);
    const auto *form = live.window()->findChild<QWidget *>(u"statusField-summary"_s);
    QVERIFY(!form->visibleRegion().isEmpty());
}

/// Where two columns would squeeze the timeline, the narrower one stands behind the tabs of the other, and comes back.
void TestWindowPerspectives::aNarrowWindowFoldsTheClocks()
{
    LiveWindow live(m_theme, {.fill = fillBusy, .size = {1024, 678}});
    auto &window = live.incident().window();
    window.setPerspective(Perspective::Comms);
    auto *clocks = window.findChild<QDockWidget *>(u"dock.clocks"_s);
    auto *status = window.findChild<QDockWidget *>(u"dock.status"_s);
    auto *timeline = window.findChild<views::TimelinePanel *>();
    QTRY_VERIFY(window.tabifiedDockWidgets(status).contains(clocks));
    QTRY_VERIFY(timeline->width() * 2 >= window.width());
    QVERIFY(status->widget()->visibleRegion().isEmpty() == false);
    QVERIFY(clocks->visibleRegion().isEmpty());
    QVERIFY(window.docks().focus(u"clocks"_s));
    QTRY_VERIFY(!clocks->visibleRegion().isEmpty());
    QCOMPARE(window.docks().place(u"clocks"_s).area, views::PanelArea::Left);
    window.resize(1366, 678);
    QTRY_VERIFY(window.tabifiedDockWidgets(status).isEmpty());
    QCOMPARE(window.dockWidgetArea(clocks), Qt::LeftDockWidgetArea);
}

/// What others report costs a panel nothing while nobody sees it, and is there when it is seen.
void TestWindowPerspectives::panelsOutOfSightRest()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    press("Ctrl+1");
    const auto feeds = live.feed().findChildren<models::SeenFeed *>();
    int told = 0;
    for (const models::SeenFeed *feed : feeds)
        connect(feed, &models::IncidentFeed::applied, live.window(), [&] { ++told; });
    const views::PanelDocks &docks = live.incident().window().docks();
    const auto inSight = [&] {
        qsizetype count = 0;
        for (const auto area :
             {views::PanelArea::Left, views::PanelArea::Right, views::PanelArea::Bottom, views::PanelArea::Centre})
            count += docks.visibleAt(area).size();
        return count;
    };
    QTRY_VERIFY(inSight() > 0);
    QVERIFY(inSight() < feeds.size());
    told = 0;
    domain::Command note;
    note.by = u"Bo Lindqvist"_s;
    note.args.insert(u"text"_s, u"a note"_s);
    QVERIFY(live.incident().incident().execute(note));
    QCOMPARE(told, inSight());
    // Before the palette shows what each of them can do now, all know but those whose commands do not ask their rows: situation
    // report, metrics, review, process, log, what was set aside.
    press("Ctrl+K");
    QCOMPARE(told, feeds.size() - 6);
}

QTEST_MAIN(TestWindowPerspectives)
#include "tst_windowperspectives.moc"
