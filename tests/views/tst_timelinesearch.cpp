// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"
#include "timeline/timelinebadges.h"
#include "timeline/timelineheader.h"
#include "timelinerig.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::views;
using Role = TimelineRole;
using fireline::test::keys;
using Bench = fireline::test::TimelineRig;

/// What is filtered, found and gone to, by key presses alone.
class TestTimelineSearch : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void chipsWorkByKeyboard();
    void filterTakesWordsAndAPerson();
    void hiddenEntryIsShownByEnter();
    void thePerspectiveSaysWhatItHides();
    void findStepsThroughHits();
    void hitsThatAreHiddenAreToldAndShown();
    void whatIsSaidForAnotherStaysInSight();
    void lateHitsAreNotTakenForAnotherSearch();
    void goToTimeReadsWhatQuickEntryReads();
    void pastIsReadOnlyAndEscReturns();
    void keepsTheCurrentRowThroughFilters();
    void emptyFilterSaysSo();

private:
    std::unique_ptr<Bench> m;
};

void TestTimelineSearch::init()
{
    m.reset();
    m = std::make_unique<Bench>();
    QVERIFY(QTest::qWaitForWindowActive(&m->window));
}

void TestTimelineSearch::chipsWorkByKeyboard()
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

void TestTimelineSearch::filterTakesWordsAndAPerson()
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

void TestTimelineSearch::hiddenEntryIsShownByEnter()
{
    m->panel->setChips(TimelineChip::Decisions);
    m->said(u"my note"_s);
    QCOMPARE(m->filter.rowCount(), 1);
    // It is in sight, so nothing says that it is hidden.
    const QList<TimelineBadge> badges = timelineBadges(m->filter.index(0));
    QVERIFY(std::any_of(badges.begin(), badges.end(), [](const TimelineBadge &badge) {
        return badge.text.contains(u"outside the filter"_s) && !badge.text.contains(u"hidden"_s);
    }));
    m->list()->goToRow(0);
    m->list()->setFocus();
    keys(u"Return"_s);
    QVERIFY(!m->filter.query().hidesSome());
    QCOMPARE(m->currentText(), u"my note"_s);
}

void TestTimelineSearch::thePerspectiveSaysWhatItHides()
{
    m->panel->setPerspectiveChips(TimelineChip::Decisions | TimelineChip::Actions | TimelineChip::Status);
    auto *counts = m->find<QLabel>(u"timeline.counts"_s);
    QVERIFY2(!counts->isVisible(), "nothing is hidden yet");
    m->said(u"/decision roll back"_s);
    m->said(u"a note"_s);
    m->said(u"another note"_s);
    m->feed.advance(Span::minutes(60)); // what is typed here stays in sight for an hour
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

void TestTimelineSearch::findStepsThroughHits()
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

void TestTimelineSearch::hitsThatAreHiddenAreToldAndShown()
{
    m->panel->setPerspectiveChips(TimelineChip::Decisions);
    m->said(u"the word pool is full"_s);
    m->feed.advance(Span::minutes(60)); // what is typed here stays in sight for an hour
    keys(u"Ctrl+F"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"pool"_s);
    auto *hidden = m->find<QAbstractButton>(u"timeline.find.hidden"_s);
    QTRY_VERIFY(hidden->isVisible());
    QCOMPARE(m->find<QLabel>(u"timeline.find.count"_s)->text(), u"0 hits"_s);
    QCOMPARE(hidden->text(), u"Show 1 hidden by the filter"_s);
    keys(u"Return"_s);
    QCOMPARE(m->currentText(), u"the word pool is full"_s);
    QTRY_VERIFY(!hidden->isVisible());
    QCOMPARE(m->find<QLabel>(u"timeline.find.count"_s)->text(), u"1 hits"_s);
}

void TestTimelineSearch::whatIsSaidForAnotherStaysInSight()
{
    m->panel->setPerspectiveChips(TimelineChip::Decisions);
    m->feed.holdSaving();
    m->said(u"bo sees errors in region B"_s, u"bo"_s);
    QCOMPARE(m->filter.rowCount(), 1);
    m->feed.release();
    m->said(u"cy sent this from elsewhere"_s, u"cy"_s); // durable as it comes
    QCOMPARE(m->filter.rowCount(), 1);
    m->feed.advance(Span::minutes(60)); // what is typed here stays in sight for an hour
    QCOMPARE(m->filter.rowCount(), 0);
}

void TestTimelineSearch::lateHitsAreNotTakenForAnotherSearch()
{
    m->panel->showHits({m->filter.index(0).data(int(Role::EventId)).toString()});
    QVERIFY(!m->filter.index(0).data(int(Role::Hit)).toBool());
}

void TestTimelineSearch::goToTimeReadsWhatQuickEntryReads()
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

void TestTimelineSearch::pastIsReadOnlyAndEscReturns()
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

void TestTimelineSearch::keepsTheCurrentRowThroughFilters()
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

void TestTimelineSearch::emptyFilterSaysSo()
{
    keys(u"Ctrl+Shift+F"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"no such word"_s);
    QVERIFY(m->find<QLabel>(u"timeline.empty"_s)->isVisible());
    QVERIFY(m->find<QAbstractButton>(u"timeline.clearFilter"_s)->isVisible());
    QCOMPARE(m->find<QLabel>(u"timeline.counts"_s)->text(), u"0 of %1 shown"_s.arg(m->filter.total()));
}

QTEST_MAIN(TestTimelineSearch)
#include "tst_timelinesearch.moc"
