// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "entry/entry.h"
#include "memoryfeed.h"
#include "text/timedisplay.h"
#include "theme/theme.h"
#include "timeline/timelineheader.h"
#include "timeline/timelinepanel.h"
#include "timeline/timelineview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::views;
using fireline::test::MemoryFeed;
using Role = TimelineRole;

namespace {

/// A window with nothing but the timeline, as the composition builds it.
struct Bench
{
    Bench()
        : feed(u"severity-ladder"_s, u"2"_s)
        , model(feed)
        , filter(model)
        , registry(&window)
        , panel(new TimelinePanel(filter, theme, times))
    {
        window.setCentralWidget(panel);
        panel->addActions(registry);
        window.resize(900, 500);
        window.show();
        panel->list()->setFocus();
    }

    QString said(const QString &line, const QString &as = {})
    {
        feed.advance(Span::seconds(1));
        if (!feed.line(line, as))
            qFatal("refused: %s", qPrintable(line));
        return u"E%1"_s.arg(feed.state().entries.size());
    }
    template<typename T>
    T *find(const QString &name)
    {
        return panel->findChild<T *>(name);
    }
    TimelineView *list() { return find<TimelineView>(u"timeline.list"_s); }
    QString currentText() { return list()->currentRow().data(int(Role::Text)).toString(); }

    MemoryFeed feed;
    TimelineModel model;
    TimelineFilter filter;
    Theme theme;
    TimeDisplay times{QTimeZone("Europe/Berlin")};
    QMainWindow window;
    ActionRegistry registry;
    TimelinePanel *panel;
};

void keys(const QString &sequence)
{
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(sequence));
}

} // namespace

/// The timeline by key presses alone.
class TestTimelinePanel : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void lettersAskForWhatARowNeeds();
    void aLetterTypedElsewhereIsNoCommand();
    void noRowNoCommand();
    void enterOpensMachineEvents();
    void openingARunStaysAtItsHead();
    void enterOnARetractionGoesToWhatItNames();
    void chipsWorkByKeyboard();
    void filterTakesWordsAndAPerson();
    void hiddenEntryIsShownByEnter();
    void thePerspectiveSaysWhatItHides();
    void compactRowsAreLower();
    void findStepsThroughHits();
    void lateHitsAreNotTakenForAnotherSearch();
    void goToTimeReadsWhatQuickEntryReads();
    void zoneSwitchesEverywhere();
    void pastIsReadOnlyAndEscReturns();
    void staysAtTheEndElseCounts();
    void focusDoesNotScrollAway();
    void keepsTheCurrentRowThroughFilters();
    void menuHasTheRowsCommands();
    void spaceShowsVersions();
    void copiesInFourForms();
    void emptyFilterSaysSo();
    void everythingFocusableHasANameAndAReason();

private:
    std::unique_ptr<Bench> m;
};

void TestTimelinePanel::init()
{
    m.reset();
    m = std::make_unique<Bench>();
    QVERIFY(QTest::qWaitForWindowActive(&m->window));
}

void TestTimelinePanel::lettersAskForWhatARowNeeds()
{
    const QString ref = m->said(u"pod \"A\" is down"_s);
    m->panel->goToEntry(ref);
    QSignalSpy entry(m->panel, &TimelinePanel::entryRequested);
    QSignalSpy command(m->panel, &TimelinePanel::commandRequested);
    keys(u"E"_s);
    QCOMPARE(entry.size(), 1);
    EntryContext context;
    context.now = m->feed.now();
    const ParsedEntry parsed = parseEntry(entry.at(0).at(0).toString(), context);
    QVERIFY(parsed.ok());
    QCOMPARE(parsed.command.verb, Verb::Correct);
    QCOMPARE(parsed.command.text(u"ref"), ref);
    QCOMPARE(parsed.command.args.value(u"fields").toObject().value(u"text").toString(), u"pod \"A\" is down"_s);
    keys(u"R"_s);
    QCOMPARE(entry.at(1).at(0).toString(), u"#%1 "_s.arg(ref));
    keys(u"Del"_s);
    QCOMPARE(entry.at(2).at(0).toString(), u"/retract #%1 "_s.arg(ref));
    keys(u"Ins"_s);
    QCOMPARE(entry.at(3).at(0).toString(), u"09:00:01Z "_s);
    keys(u"P"_s);
    QCOMPARE(command.size(), 1);
    QVERIFY(m->feed.execute(command.at(0).at(0).value<Command>()));
    QVERIFY(m->list()->currentRow().data(int(Role::Pinned)).toBool());
    m->panel->goToEntry(m->said(u"/decision roll back"_s));
    keys(u"R"_s);
    QCOMPARE(entry.at(4).at(0).toString(), u"#D1 "_s);
}

void TestTimelinePanel::aLetterTypedElsewhereIsNoCommand()
{
    m->panel->goToEntry(m->said(u"pod A is down"_s));
    QSignalSpy entry(m->panel, &TimelinePanel::entryRequested);
    keys(u"Ctrl+Shift+F"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"er"_s);
    QCOMPARE(entry.size(), 0);
    QCOMPARE(m->find<QLineEdit>(u"timeline.filter"_s)->text(), u"er"_s);
}

void TestTimelinePanel::noRowNoCommand()
{
    m->list()->setCurrentIndex({});
    m->list()->clearSelection();
    m->registry.refresh();
    QVERIFY(!m->registry.whyNot(u"timeline.pin"_s).isEmpty());
    QSignalSpy command(m->panel, &TimelinePanel::commandRequested);
    keys(u"P"_s);
    QCOMPARE(command.size(), 0);
}

void TestTimelinePanel::enterOpensMachineEvents()
{
    for (const auto &thing : {u"slack.one"_s, u"slack.two"_s})
        QVERIFY(m->feed.execute({Verb::System, {}, {}, {{u"id"_s, thing}, {u"connector"_s, true}}}));
    const int head = m->filter.rowCount() - 1;
    m->list()->goToRow(head);
    QVERIFY(!m->registry.whyNot(u"timeline.pin"_s).isEmpty());
    keys(u"Return"_s);
    QCOMPARE(m->filter.rowCount(), head + 3);
    keys(u"Return"_s);
    QCOMPARE(m->filter.rowCount(), head + 1);
}

void TestTimelinePanel::openingARunStaysAtItsHead()
{
    for (int i = 0; i < 60; ++i)
        m->said(u"line %1"_s.arg(i));
    for (int i = 0; i < 40; ++i)
        QVERIFY(m->feed.execute({Verb::System, {}, {}, {{u"id"_s, u"slack.one"_s}, {u"connector"_s, true}}}));
    QVERIFY(m->list()->isAtEnd());
    const int head = m->filter.rowCount() - 1;
    m->list()->setCurrentIndex(m->filter.index(head));
    keys(u"Return"_s);
    QCOMPARE(m->filter.rowCount(), head + 41);
    QVERIFY(m->list()->visualRect(m->filter.index(head)).top() >= 0);
    QVERIFY(!m->find<QAbstractButton>(u"timeline.newer"_s)->isVisible()); // nothing of it is new
}

void TestTimelinePanel::enterOnARetractionGoesToWhatItNames()
{
    const QString ref = m->said(u"pod A is down"_s);
    m->said(u"something else"_s);
    m->feed.advance(Span::minutes(1));
    m->panel->goToEntry(m->said(u"/retract #%1 wrong"_s.arg(ref)));
    keys(u"Return"_s);
    QCOMPARE(m->currentText(), u"pod A is down"_s);
    QSignalSpy entry(m->panel, &TimelinePanel::entryRequested);
    keys(u"Del"_s); // takes the retraction back
    QCOMPARE(entry.at(0).at(0).toString(), u"/restore #%1 "_s.arg(ref));
}

void TestTimelinePanel::chipsWorkByKeyboard()
{
    m->said(u"/decision roll back"_s);
    auto *chip = m->find<QAbstractButton>(u"timeline.chip.decisions"_s);
    chip->setFocus(Qt::TabFocusReason);
    keys(u"Space"_s);
    QCOMPARE(m->filter.query().chips, TimelineChips(TimelineChip::Decisions));
    QCOMPARE(m->filter.rowCount(), 1);
    QVERIFY(m->find<QLabel>(u"timeline.counts"_s)->isVisible());
    QCOMPARE(m->find<QLabel>(u"timeline.counts"_s)->text(), u"1 of %1 shown"_s.arg(m->filter.total()));
    auto *clear = m->find<QAbstractButton>(u"timeline.clearFilter"_s);
    clear->setFocus(Qt::TabFocusReason);
    keys(u"Space"_s);
    QCOMPARE(m->filter.query(), TimelineQuery());
    QVERIFY(!chip->isChecked());
    QVERIFY(m->find<QAbstractButton>(u"timeline.chip.all"_s)->isChecked());
}

void TestTimelinePanel::filterTakesWordsAndAPerson()
{
    m->said(u"pod A restarted"_s, u"bo"_s);
    m->said(u"pod B restarted"_s);
    keys(u"Ctrl+Shift+F"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"restarted @bo"_s);
    QCOMPARE(m->filter.rowCount(), 1);
    QCOMPARE(m->filter.index(0).data(int(Role::Text)).toString(), u"pod A restarted"_s);
    // Another button of the header leaves the typed words as they are.
    m->find<QAbstractButton>(u"timeline.chip.notes"_s)->click();
    QCOMPARE(m->find<QLineEdit>(u"timeline.filter"_s)->text(), u"restarted @bo"_s);
    QCOMPARE(m->filter.rowCount(), 1);
}

void TestTimelinePanel::hiddenEntryIsShownByEnter()
{
    m->panel->setChips(TimelineChip::Decisions);
    m->said(u"my note"_s);
    QCOMPARE(m->filter.rowCount(), 1);
    m->list()->goToRow(0);
    m->list()->setFocus();
    keys(u"Return"_s);
    QVERIFY(!m->filter.query().hidesSome());
    QCOMPARE(m->currentText(), u"my note"_s);
}

void TestTimelinePanel::thePerspectiveSaysWhatItHides()
{
    m->panel->setPerspectiveChips(TimelineChip::Decisions | TimelineChip::Actions | TimelineChip::Status);
    auto *counts = m->find<QLabel>(u"timeline.counts"_s);
    QVERIFY2(!counts->isVisible(), "nothing is hidden yet");
    m->said(u"/decision roll back"_s);
    m->said(u"a note"_s);
    m->said(u"another note"_s);
    m->feed.advance(Span::seconds(11));
    QCOMPARE(m->filter.shown(), m->filter.total() - 2);
    QVERIFY(counts->isVisible());
    QCOMPARE(counts->text(), TimelineHeader::tr("%n notes and other entries are hidden by this perspective.", nullptr, 2));
    auto *show = m->find<QAbstractButton>(u"timeline.clearFilter"_s);
    QCOMPARE(show->text(), u"Show them"_s);
    show->setFocus();
    keys(u"Space"_s);
    QCOMPARE(m->filter.shown(), m->filter.total());
    QVERIFY(!counts->isVisible());
    // A filter of one's own is called a filter, and put over the perspective's.
    m->panel->setPerspectiveChips(TimelineChip::Decisions);
    m->find<QAbstractButton>(u"timeline.chip.notes"_s)->click();
    QCOMPARE(show->text(), u"Clear filter"_s);
}

void TestTimelinePanel::compactRowsAreLower()
{
    m->said(u"a note"_s);
    const int before = m->list()->rowHeight(0);
    m->panel->setCompact(true);
    QVERIFY(m->list()->rowHeight(0) < before);
    m->panel->setCompact(false);
    QCOMPARE(m->list()->rowHeight(0), before);
}

void TestTimelinePanel::findStepsThroughHits()
{
    for (const auto &text : {u"pod A is down"_s, u"nothing new"_s, u"pod B is down"_s})
        m->said(text);
    QSignalSpy asked(m->panel, &TimelinePanel::searchRequested);
    m->list()->goToRow(0);
    keys(u"Ctrl+F"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"pod"_s);
    QCOMPARE(asked.last().at(0).toString(), u"pod"_s);
    QTRY_COMPARE(m->find<QLabel>(u"timeline.find.count"_s)->text(), u"2 hits"_s);
    keys(u"F3"_s);
    QCOMPARE(m->currentText(), u"pod A is down"_s);
    keys(u"Return"_s);
    QCOMPARE(m->currentText(), u"pod B is down"_s);
    keys(u"Shift+F3"_s);
    QCOMPARE(m->currentText(), u"pod A is down"_s);
    m->panel->showHits(
        {m->filter.index(m->filter.rowOf(u"E%1"_s.arg(m->feed.state().entries.size() - 1))).data(int(Role::EventId)).toString()});
    QTRY_COMPARE(m->find<QLabel>(u"timeline.find.count"_s)->text(), u"3 hits"_s);
    keys(u"Esc"_s);
    QVERIFY(!m->find<QLineEdit>(u"timeline.find"_s)->isVisible());
    QVERIFY(m->list()->hasFocus());
    QVERIFY(!m->list()->currentRow().data(int(Role::Hit)).toBool());
    keys(u"Ctrl+F"_s); // the words are still there, and found again
    QVERIFY(m->list()->currentRow().data(int(Role::Hit)).toBool());
}

void TestTimelinePanel::lateHitsAreNotTakenForAnotherSearch()
{
    m->panel->showHits({m->filter.index(0).data(int(Role::EventId)).toString()});
    QVERIFY(!m->filter.index(0).data(int(Role::Hit)).toBool());
}

void TestTimelinePanel::goToTimeReadsWhatQuickEntryReads()
{
    for (int i = 0; i < 5; ++i) {
        m->feed.advance(Span::minutes(10));
        m->said(u"step %1"_s.arg(i));
    }
    keys(u"Ctrl+G"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"soon"_s);
    keys(u"Return"_s);
    QVERIFY(!m->find<QLabel>(u"timeline.goto.problem"_s)->text().isEmpty());
    keys(u"Home"_s);
    keys(u"Shift+End"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"09:25"_s);
    QVERIFY(m->find<QLabel>(u"timeline.goto.problem"_s)->text().isEmpty());
    keys(u"Return"_s);
    QCOMPARE(m->currentText(), u"step 2"_s);
    QVERIFY(m->list()->hasFocus());
    keys(u"Ctrl+G"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"-35m"_s);
    keys(u"Return"_s);
    QCOMPARE(m->currentText(), u"step 1"_s);
}

void TestTimelinePanel::zoneSwitchesEverywhere()
{
    QVERIFY(m->times.isUtc());
    auto *zone = m->find<QAbstractButton>(u"timeline.zone"_s);
    zone->setFocus();
    keys(u"Space"_s);
    QVERIFY(!m->times.isUtc());
    QCOMPARE(zone->text(), u"Local time"_s);
    m->times.setUtc(true); // by the window's key
    QCOMPARE(zone->text(), u"UTC"_s);
}

void TestTimelinePanel::pastIsReadOnlyAndEscReturns()
{
    m->said(u"early"_s);
    m->feed.advance(Span::minutes(10));
    m->said(u"late"_s);
    const int rows = m->filter.rowCount();
    QSignalSpy asOf(m->panel, &TimelinePanel::asOfChanged);
    m->find<QAbstractButton>(u"timeline.past"_s)->click();
    QVERIFY(!m->panel->isInPast());
    auto *slider = m->find<QSlider>(u"timeline.asOf"_s);
    QVERIFY(slider->hasFocus());
    for (int i = 0; i < 5; ++i)
        keys(u"Left"_s);
    keys(u"PgDown"_s);
    QTRY_VERIFY(m->panel->isInPast());
    QCOMPARE(asOf.size(), 1); // a slider in motion is looked at once in a frame
    QCOMPARE(m->filter.rowCount(), rows - 1);
    m->list()->goToRow(0);
    QVERIFY(!m->registry.whyNot(u"timeline.pin"_s).isEmpty());
    keys(u"Esc"_s);
    QVERIFY(!m->panel->isInPast());
    QVERIFY(!asOf.last().at(0).value<Instant>().isSet());
    QCOMPARE(m->filter.rowCount(), rows);
    QVERIFY(m->list()->hasFocus());
    QVERIFY(m->registry.whyNot(u"timeline.pin"_s).isEmpty());
}

void TestTimelinePanel::staysAtTheEndElseCounts()
{
    for (int i = 0; i < 100; ++i)
        m->said(u"line %1"_s.arg(i));
    QVERIFY(m->list()->isAtEnd());
    auto *newer = m->find<QAbstractButton>(u"timeline.newer"_s);
    QVERIFY(!newer->isVisible());
    m->list()->goToRow(20);
    const QModelIndex above = m->list()->indexAt({5, 5});
    const QString top = above.data(int(Role::EventId)).toString();
    for (int i = 0; i < 3; ++i)
        m->said(u"new %1"_s.arg(i));
    QVERIFY(!m->list()->isAtEnd());
    QVERIFY(newer->isVisible());
    QCOMPARE(newer->text(), u"3 new"_s);
    m->said(u"09:00:03Z slipped in far above"_s);
    QCOMPARE(m->list()->indexAt({5, 5}).data(int(Role::EventId)).toString(), top);
    newer->click();
    QVERIFY(m->list()->isAtEnd());
    QVERIFY(!newer->isVisible());
}

void TestTimelinePanel::focusDoesNotScrollAway()
{
    for (int i = 0; i < 100; ++i)
        m->said(u"line %1"_s.arg(i));
    m->find<QLineEdit>(u"timeline.filter"_s)->setFocus();
    m->list()->setCurrentIndex({});
    m->list()->goToEnd();
    m->list()->setFocus(Qt::TabFocusReason);
    QVERIFY(m->list()->isAtEnd());
    QCOMPARE(m->currentText(), u"line 99"_s);
}

void TestTimelinePanel::keepsTheCurrentRowThroughFilters()
{
    m->said(u"first note"_s);
    const QString ref = m->said(u"/decision roll back"_s);
    m->said(u"last note"_s);
    m->panel->goToEntry(ref);
    m->panel->setChips(TimelineChip::Decisions);
    QCOMPARE(m->list()->currentRow().data(int(Role::Ref)).toString(), ref);
    m->panel->setChips({});
    QCOMPARE(m->list()->currentRow().data(int(Role::Ref)).toString(), ref);
    emit m->feed.reset();
    QCOMPARE(m->list()->currentRow().data(int(Role::Ref)).toString(), ref);
}

void TestTimelinePanel::menuHasTheRowsCommands()
{
    m->panel->goToEntry(m->said(u"pod A is down"_s));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {5, 5}, m->panel->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(m->panel, &asked);
    const auto *menu = m->panel->findChild<QMenu *>();
    QVERIFY(menu);
    QStringList ids;
    for (const QAction *action : menu->actions())
        ids.append(action->objectName());
    for (const auto &id : {u"timeline.correct"_s, u"timeline.pin"_s, u"timeline.link"_s, u"timeline.retract"_s,
                           u"timeline.insert"_s, u"timeline.details"_s, u"timeline.copy"_s, u"timeline.gotoTime"_s})
        QVERIFY2(ids.contains(id), qPrintable(id));
}

void TestTimelinePanel::spaceShowsVersions()
{
    const QString ref = m->said(u"pod A is down"_s);
    m->feed.advance(Span::seconds(5));
    const auto corrected = m->feed.line(u"/correct #%1 text=\"pod B is down\""_s.arg(ref), u"bo"_s);
    QVERIFY(corrected);
    m->panel->goToEntry(ref);
    QSignalSpy asked(m->panel, &TimelinePanel::versionsRequested);
    keys(u"Space"_s);
    auto *details = m->find<QTextBrowser>(u"timeline.details"_s);
    QVERIFY(details->isVisible());
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(1).toStringList().size(), 2);
    QVERIFY(details->toPlainText().contains(u"pod B is down"_s));
    QVERIFY(details->toPlainText().contains(u"2025-03-04 09:00:01 UTC"_s));
    QVERIFY(details->toPlainText().contains(u"2025-03-04 10:00:01 CET"_s));
    m->panel->showVersions(asked.at(0).at(0).toString(), corrected.value().events);
    QVERIFY(details->toPlainText().contains(u"Text corrected by bo"_s));
    QVERIFY(details->toPlainText().contains(u"pod AB is down"_s)); // A struck, B underlined
    keys(u"Up"_s);
    QVERIFY(!details->toPlainText().contains(u"pod B"_s));
    details->setFocus();
    keys(u"Esc"_s);
    QVERIFY(!details->isVisible());
    QVERIFY(m->list()->hasFocus());
}

void TestTimelinePanel::copiesInFourForms()
{
    m->panel->goToEntry(m->said(u"=pod|A <b> \"down\""_s));
    keys(u"Ctrl+C"_s);
    const QMimeData *mime = QApplication::clipboard()->mimeData();
    const QString ref = m->list()->currentRow().data(int(Role::Ref)).toString();
    QCOMPARE(mime->text(), u"2025-03-04 09:00:01 UTC  Note  ana  =pod|A <b> \"down\"  #%1\n"_s.arg(ref));
    const QString markdown = QString::fromUtf8(mime->data(u"text/markdown"_s));
    QVERIFY(markdown.contains(u"| =pod\\|A \\<b\\> \"down\" |"_s));
    QVERIFY(mime->html().contains(u"<td>=pod|A &lt;b&gt; &quot;down&quot;</td>"_s));
    QVERIFY(QString::fromUtf8(mime->data(u"text/csv"_s)).contains(u"\"'=pod|A <b> \"\"down\"\"\""_s));
}

void TestTimelinePanel::emptyFilterSaysSo()
{
    keys(u"Ctrl+Shift+F"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"no such word"_s);
    QVERIFY(m->find<QLabel>(u"timeline.empty"_s)->isVisible());
    QVERIFY(m->find<QAbstractButton>(u"timeline.clearFilter"_s)->isVisible());
    QCOMPARE(m->find<QLabel>(u"timeline.counts"_s)->text(), u"0 of %1 shown"_s.arg(m->filter.total()));
}

void TestTimelinePanel::everythingFocusableHasANameAndAReason()
{
    int seen = 0;
    for (QWidget *widget : m->panel->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith("qt_"_L1))
            continue;
        ++seen;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty() || widget->inherits("QPushButton"), qPrintable(widget->objectName()));
        QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY(seen > 12);
}

QTEST_MAIN(TestTimelinePanel)
#include "tst_timelinepanel.moc"
