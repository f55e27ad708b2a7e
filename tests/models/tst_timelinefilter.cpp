// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenrows.h"
#include "timelinefilterrig.h"

#include <QSignalSpy>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::test;

/// What the query lets through, folds and keeps in sight; step by step and exactly.
class TestTimelineFilter : public TimelineFilterTest
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void everythingIsShownAtFirst();
    void chipsPersonAndTextNarrow();
    void alertsStandWithWhatIsToBeDone();
    void hypothesesStandWithDecisions();
    void pinnedNarrowsTheOthers();
    void pinningBringsARowIntoSight();
    void runsOfMachineEventsAreOneRow();
    void headOpensAndCloses();
    void noteBetweenSplitsTheRun();
    void machineChipShowsThemUnfolded();
    void quickRetractionLeavesNoRow();
    void newTimeMovesTheRow();
    void longRunGrowsByItself();
    void whatIsTypedHereStaysInSight();
    void inADrillTheOthersAreNotHere();
    void searchCountsAndSteps();
    void followsLikeBuiltAnew();
};

void TestTimelineFilter::everythingIsShownAtFirst()
{
    said(u"pods restart"_s);
    QCOMPARE(texts(*m_filter), texts(*m_model));
    QCOMPARE(m_filter->shown(), m_model->rowCount());
    QCOMPARE(m_filter->total(), m_model->rowCount());
}

void TestTimelineFilter::chipsPersonAndTextNarrow()
{
    said(u"/decision roll back the release"_s, u"bo"_s);
    said(u"/finding the lock is held"_s);
    said(u"the release is out"_s);
    m_filter->setQuery({TimelineChip::Decisions, {}, {}, {}});
    QCOMPARE(texts(*m_filter), QStringList{u"D1: roll back the release"_s});
    m_filter->setQuery({TimelineChip::Decisions | TimelineChip::Findings, {}, {}, {}});
    QCOMPARE(texts(*m_filter), (QStringList{u"D1: roll back the release"_s, u"the lock is held"_s}));
    m_filter->setQuery({{}, u"RELEASE the"_s, {}, {}});
    QCOMPARE(texts(*m_filter), (QStringList{u"D1: roll back the release"_s, u"the release is out"_s}));
    m_filter->setQuery({{}, u"release"_s, u"Bo"_s, {}});
    QCOMPARE(texts(*m_filter), QStringList{u"D1: roll back the release"_s});
    QCOMPARE(m_filter->shown(), 1);
    QCOMPARE(m_filter->total(), m_model->rowCount());
    for (const auto &word : {u"r"_s, u"OUT"_s, u"s o"_s, u"is"_s, u"ana"_s})
        QVERIFY2(TimelineWords(word).match(m_feed->state().entries.last(), 1), qPrintable(word));
    for (const auto &word : {u"q"_s, u"outs"_s, u"iss"_s, u"the release is out and more"_s})
        QVERIFY2(!TimelineWords(word).match(m_feed->state().entries.last(), 1), qPrintable(word));
    m_filter->setQuery({{}, u"no such word"_s, {}, {}});
    QCOMPARE(m_filter->rowCount(), 0);
}

// Who commands decides by it; their perspective shows no findings.
void TestTimelineFilter::hypothesesStandWithDecisions()
{
    said(u"/finding the lock is held"_s);
    said(u"/hyp the pool is full"_s);
    said(u"/confirmed #H1 seen in the log"_s);
    m_filter->setQuery({TimelineChip::Decisions | TimelineChip::Actions | TimelineChip::Status, {}, {}, {}});
    const QString shown = texts(*m_filter).join(u'\n');
    QVERIFY2(shown.contains(u"the pool is full"_s) && shown.contains(u"seen in the log"_s), qPrintable(shown));
    QVERIFY2(!shown.contains(u"the lock is held"_s), qPrintable(shown));
    m_filter->setQuery({TimelineChip::Findings, {}, {}, {}});
    QCOMPARE(m_filter->rowCount(), 3);
}

// Who commands has to act on it.
void TestTimelineFilter::alertsStandWithWhatIsToBeDone()
{
    said(u"a note"_s);
    said(u"/alert DiskFull service=db"_s);
    for (const TimelineChips chips : {TimelineChips(TimelineChip::Actions), TimelineChips(TimelineChip::Findings)}) {
        m_filter->setQuery({chips, {}, {}, {}});
        QCOMPARE(m_filter->rowCount(), 1);
        QVERIFY(texts(*m_filter).first().contains(u"DiskFull"_s));
    }
    m_filter->setQuery({TimelineChip::Status, {}, {}, {}});
    QVERIFY(!texts(*m_filter).join(u' ').contains(u"DiskFull"_s));
}

void TestTimelineFilter::pinnedNarrowsTheOthers()
{
    said(u"/decision roll back"_s);
    said(u"/pin #"_s + said(u"/decision go on"_s));
    said(u"/pin #"_s + said(u"a note"_s));
    m_filter->setQuery({TimelineChip::Pinned, {}, {}, {}});
    QCOMPARE(texts(*m_filter), (QStringList{u"D2: go on"_s, u"a note"_s}));
    m_filter->setQuery({TimelineChip::Pinned | TimelineChip::Decisions, {}, {}, {}});
    QCOMPARE(texts(*m_filter), QStringList{u"D2: go on"_s});
}

void TestTimelineFilter::pinningBringsARowIntoSight()
{
    const QString ref = said(u"a note"_s);
    m_filter->setQuery({TimelineChip::Pinned, {}, {}, {}});
    QCOMPARE(m_filter->rowCount(), 0);
    QSignalSpy inserted(m_filter.get(), &QAbstractItemModel::rowsInserted);
    said(u"/pin #"_s + ref);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(texts(*m_filter), QStringList{u"a note"_s});
    said(u"/pin #"_s + ref);
    QCOMPARE(m_filter->rowCount(), 0);
    QCOMPARE(m_filter->shown(), 0);
}

void TestTimelineFilter::runsOfMachineEventsAreOneRow()
{
    const int before = m_filter->rowCount();
    QVERIFY(m_feed->execute(machine(u"one"_s)));
    QCOMPARE(m_filter->rowCount(), before + 1);
    QCOMPARE(value(*m_filter, before, Role::FoldCount).toInt(), 0);
    QVERIFY(m_feed->execute(machine(u"two"_s)));
    QVERIFY(m_feed->execute(machine(u"three"_s)));
    QCOMPARE(m_filter->rowCount(), before + 1);
    QCOMPARE(value(*m_filter, before, Role::FoldCount).toInt(), 3);
    QCOMPARE(value(*m_filter, before, Role::Text).toString(), u"3 machine events"_s);
    QCOMPARE(m_filter->shown(), m_model->rowCount());
}

void TestTimelineFilter::headOpensAndCloses()
{
    const int head = m_filter->rowCount();
    QVERIFY(m_feed->execute(machine(u"one"_s)));
    QVERIFY(m_feed->execute(machine(u"two"_s)));
    m_filter->setOpen(head, true);
    QCOMPARE(m_filter->rowCount(), head + 3);
    QVERIFY(value(*m_filter, head, Role::FoldOpen).toBool());
    QCOMPARE(value(*m_filter, head + 2, Role::FoldCount).toInt(), 0);
    // What comes after goes into the open run.
    QVERIFY(m_feed->execute(machine(u"three"_s)));
    QCOMPARE(m_filter->rowCount(), head + 4);
    QCOMPARE(value(*m_filter, head, Role::FoldCount).toInt(), 3);
    m_filter->setOpen(head, false);
    QCOMPARE(m_filter->rowCount(), head + 1);
    const QString last = m_feed->state().entries.last().eventId;
    QCOMPARE(m_filter->rowOf(last), head);
    QCOMPARE(m_filter->reveal(last), head + 3);
    QCOMPARE(value(*m_filter, head + 3, Role::EventId).toString(), last);
}

void TestTimelineFilter::noteBetweenSplitsTheRun()
{
    const int head = m_filter->rowCount();
    for (const auto &thing : {u"one"_s, u"two"_s, u"three"_s, u"four"_s}) {
        m_feed->advance(Span::minutes(2));
        QVERIFY(m_feed->execute(machine(thing)));
    }
    QCOMPARE(m_filter->rowCount(), head + 1);
    QVERIFY(m_feed->line(u"-3m between"_s));
    QCOMPARE(m_filter->rowCount(), head + 3);
    QCOMPARE(value(*m_filter, head, Role::FoldCount).toInt(), 2);
    QCOMPARE(value(*m_filter, head + 1, Role::Text).toString(), u"between"_s);
    QCOMPARE(value(*m_filter, head + 2, Role::FoldCount).toInt(), 2);
    // Given another time, it leaves the run whole again.
    QVERIFY(m_feed->line(u"/retime #E%1 -7m"_s.arg(m_feed->state().entries.size())));
    QCOMPARE(value(*m_filter, head + 1, Role::FoldCount).toInt(), 4);
}

void TestTimelineFilter::machineChipShowsThemUnfolded()
{
    QVERIFY(m_feed->execute(machine(u"one"_s)));
    QVERIFY(m_feed->execute(machine(u"two"_s)));
    m_filter->setQuery({TimelineChip::Machine, {}, {}, {}});
    QCOMPARE(m_filter->rowCount(), 2);
    QCOMPARE(value(*m_filter, 0, Role::FoldCount).toInt(), 0);
}

void TestTimelineFilter::quickRetractionLeavesNoRow()
{
    const int before = m_filter->rowCount();
    const int total = m_filter->total();
    const QString ref = said(u"typed twice"_s);
    QCOMPARE(m_filter->rowCount(), before + 1);
    said(u"/retract #%1 typed twice"_s.arg(ref));
    QCOMPARE(m_filter->rowCount(), before);
    QCOMPARE(m_filter->total(), total);
    said(u"/restore #"_s + ref);
    QCOMPARE(m_filter->rowCount(), before + 3); // the entry, its retraction, its restoration
}

void TestTimelineFilter::newTimeMovesTheRow()
{
    m_feed->advance(Span::minutes(30));
    said(u"first"_s);
    m_feed->advance(Span::minutes(5));
    const QString ref = said(u"second"_s);
    said(u"third"_s);
    QSignalSpy moved(m_filter.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy removed(m_filter.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(m_filter.get(), &QAbstractItemModel::rowsInserted);
    const QPersistentModelIndex row = m_filter->index(m_filter->rowOf(ref));
    QVERIFY(m_feed->line(u"/retime #%1 -10m"_s.arg(ref)));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(inserted.size(), 1); // the record of it
    QCOMPARE(row.data(int(Role::Text)).toString(), u"second"_s);
    QCOMPARE(row.row(), m_filter->rowCount() - 4);
    // To where nothing stands between: the row stays, with its new time.
    QVERIFY(m_feed->line(u"/retime #%1 -11m"_s.arg(ref)));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(removed.size(), 0);
}

void TestTimelineFilter::longRunGrowsByItself()
{
    const int head = m_filter->rowCount();
    for (int i = 0; i < 40; ++i)
        QVERIFY(m_feed->execute(machine(u"lamp"_s)));
    QSignalSpy removed(m_filter.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(m_filter.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(m_filter.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_feed->execute(machine(u"lamp"_s)));
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), head);
    m_filter->setOpen(head, true);
    inserted.clear();
    changed.clear();
    QVERIFY(m_feed->execute(machine(u"lamp"_s)));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), head + 42);
    QCOMPARE(inserted.first().at(2).toInt(), head + 42);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(value(*m_filter, head, Role::FoldCount).toInt(), 42);
}

void TestTimelineFilter::whatIsTypedHereStaysInSight()
{
    m_filter->setQuery({TimelineChip::Decisions, {}, {}, {}});
    said(u"my note"_s);
    said(u"another's note"_s, u"bo"_s);
    QCOMPARE(texts(*m_filter), QStringList{u"my note"_s});
    QVERIFY(value(*m_filter, 0, Role::HiddenByFilter).toBool());
    said(u"/decision go"_s);
    QCOMPARE(m_filter->rowCount(), 2);
    QVERIFY(!value(*m_filter, 1, Role::HiddenByFilter).toBool());
    m_feed->advance(Span::minutes(59));
    QCOMPARE(m_filter->rowCount(), 2);
    m_feed->advance(Span::minutes(1));
    QCOMPARE(texts(*m_filter), QStringList{u"D1: go"_s});
    // Who asks for something else gets that alone.
    said(u"my second note"_s);
    QCOMPARE(m_filter->rowCount(), 2);
    m_filter->setQuery({TimelineChip::Findings, {}, {}, {}});
    QCOMPARE(m_filter->rowCount(), 0);
}

// The script of a drill says what colleagues do, through the same console: not what the person at it typed.
void TestTimelineFilter::inADrillTheOthersAreNotHere()
{
    for (const bool drill : {false, true}) {
        begin(drill);
        m_filter->setQuery({TimelineChip::Decisions, {}, {}, {}});
        m_feed->holdSaving(); // each row comes before the disk has it
        said(u"my note"_s);
        said(u"another's note"_s, u"bo"_s);
        QCOMPARE(texts(*m_filter), drill ? QStringList{u"my note"_s} : (QStringList{u"my note"_s, u"another's note"_s}));
    }
}

void TestTimelineFilter::searchCountsAndSteps()
{
    said(u"pod A restarts"_s);
    said(u"nothing"_s);
    QVERIFY(m_feed->execute(machine(u"pod"_s)));
    QVERIFY(m_feed->execute(machine(u"other"_s)));
    m_filter->setSearch(u"pod"_s);
    QCOMPARE(m_filter->hits().shown, 2);
    const int first = m_filter->nextHit(-1, true);
    QCOMPARE(value(*m_filter, first, Role::Text).toString(), u"pod A restarts"_s);
    QVERIFY(value(*m_filter, first, Role::Hit).toBool());
    QVERIFY(!value(*m_filter, first + 1, Role::Hit).toBool());
    const int rows = m_filter->rowCount();
    const int second = m_filter->nextHit(first, true); // folded: the head opens
    QCOMPARE(m_filter->rowCount(), rows + 2);
    QVERIFY(value(*m_filter, second, Role::Text).toString().contains(u"pod"_s));
    QCOMPARE(m_filter->nextHit(second, true), first);
    QCOMPARE(m_filter->nextHit(first, false), second);
    // What only the full-text index knows, such as an earlier version.
    m_filter->setHits({value(*m_filter, first + 1, Role::EventId).toString()});
    QCOMPARE(m_filter->hits().shown, 3);
    m_filter->setSearch({});
    QCOMPARE(m_filter->hits().shown, 0);
    QCOMPARE(m_filter->nextHit(0, true), -1);
}

void TestTimelineFilter::followsLikeBuiltAnew()
{
    QVERIFY(rc::check("the filter that followed equals one built anew", [] {
        MemoryFeed feed(u"severity-ladder"_s, u"2"_s);
        TimelineModel model(feed);
        TimelineFilter filter(model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        TimelineQuery query;
        if (*rc::gen::inRange(0, 2) == 1)
            query.chips = *rc::gen::element(TimelineChip::Decisions, TimelineChip::Notes, TimelineChip::Pinned,
                                            TimelineChip::Machine);
        if (*rc::gen::inRange(0, 3) == 0)
            query.text = u"o"_s;
        filter.setQuery(query);
        if (*rc::gen::inRange(0, 3) == 0)
            filter.setSearch(u"bet"_s);
        const SeenRows seen(filter);
        const int steps = *rc::gen::inRange(0, 25);
        const int past = *rc::gen::inRange(0, 4) == 0 ? *rc::gen::inRange(0, 25) : -1;
        for (int i = 0; i < steps; ++i) {
            if (i == past) {
                query.asOf = feed.now();
                filter.setQuery(query);
            }
            feed.advance(Span::seconds(*rc::gen::oneOf(rc::gen::just(0), rc::gen::inRange(0, 90))));
            const QString ref = u"#E%1"_s.arg(*rc::gen::inRange(1, int(feed.state().entries.size()) + 1));
            const QString minutes = QString::number(*rc::gen::inRange(1, 20));
            const QStringList lines = {u"note"_s,
                                       u"-%1m earlier"_s.arg(minutes),
                                       u"/correct %1 text=\"better\""_s.arg(ref),
                                       u"/retime %1 -%2m"_s.arg(ref, minutes),
                                       u"/retract %1 wrong"_s.arg(ref),
                                       u"/restore %1"_s.arg(ref),
                                       u"/pin %1"_s.arg(ref),
                                       u"/decision go on"_s};
            const int what = *rc::gen::inRange(0, int(lines.size()) + 5);
            if (what < lines.size())
                (void)feed.line(lines.at(what), u"bo"_s);
            else
                (void)feed.execute(machine(what % 2 ? u"pod"_s : u"lamp"_s));
            RC_ASSERT(seen.difference().toStdString() == std::string());
        }
        feed.advance(Span::minutes(60)); // nothing is just typed any more
        TimelineFilter anew(model);
        anew.setQuery(query);
        anew.setSearch(filter.hits().shown > 0 ? u"bet"_s : QString());
        RC_ASSERT(filter.shown() == anew.shown());
        RC_ASSERT(filter.total() == anew.total());
        RC_ASSERT(difference(filter, anew).toStdString() == std::string());
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row) {
            ids.append(model.index(row).data(int(Role::EventId)).toString());
            RC_ASSERT(filter.rowOf(ids.last()) == anew.rowOf(ids.last()));
        }
        for (const QString &id : std::as_const(ids)) {
            const int revealed = filter.reveal(id);
            RC_ASSERT(revealed < 0 || filter.index(revealed).data(int(Role::EventId)).toString() == id);
        }
    }));
}

QTEST_MAIN(TestTimelineFilter)
#include "tst_timelinefilter.moc"
