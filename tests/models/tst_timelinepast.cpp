// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenrows.h"
#include "timelinefilterrig.h"

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::test;

/// The timeline as it stood at an earlier moment: words, kinds, times and order of then, and what became of them.
class TestTimelinePast : public TimelineFilterTest
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void pastShowsWhatWasRecorded();
    void pastIsWordedAndOrderedAsThen();
    void whatIsCorrectedMeanwhileIsTold_data();
    void whatIsCorrectedMeanwhileIsTold();
    void newTimeAtThatMomentMovesThePast_data();
    void newTimeAtThatMomentMovesThePast();
};

void TestTimelinePast::pastShowsWhatWasRecorded()
{
    const QString ref = said(u"pod A is down"_s);
    const Instant then = m_feed->now();
    m_feed->advance(Span::minutes(5));
    said(u"/correct #%1 text=\"pod B is down\""_s.arg(ref));
    said(u"/retract #%1 wrong"_s.arg(ref));
    said(u"-10m known only later"_s);
    m_filter->setQuery({{}, {}, {}, then});
    const int row = m_filter->rowOf(ref);
    QCOMPARE(row, m_filter->rowCount() - 1);
    QVERIFY(!value(*m_filter, row, Role::Retracted).toBool());
    QCOMPARE(value(*m_filter, row, Role::CorrectedCount).toInt(), 0);
    QVERIFY(value(*m_filter, row, Role::CorrectedLater).toBool());
    QCOMPARE(m_filter->total(), m_filter->shown());
    // What is recorded meanwhile does not come into the past.
    said(u"now"_s);
    QCOMPARE(m_filter->rowCount(), row + 1);
    m_filter->setQuery({});
    QVERIFY(value(*m_filter, m_filter->rowOf(ref), Role::Retracted).toBool());
    QVERIFY(!value(*m_filter, m_filter->rowOf(ref), Role::CorrectedLater).toBool());
}

void TestTimelinePast::pastIsWordedAndOrderedAsThen()
{
    m_feed->advance(Span::minutes(30));
    const QString ref = said(u"pod A is down"_s);
    m_feed->advance(Span::minutes(1));
    const Instant first = m_feed->now();
    said(u"/correct #%1 text=\"pod B is down\""_s.arg(ref));
    m_feed->advance(Span::minutes(1));
    const Instant second = m_feed->now();
    said(u"/correct #%1 text=\"pod zulu is down\""_s.arg(ref));
    said(u"/retime #%1 -20m"_s.arg(ref));
    const auto text = [&] { return value(*m_filter, m_filter->rowOf(ref), Role::Text).toString(); };
    m_filter->setQuery({{}, {}, {}, first});
    QCOMPARE(text(), u"pod A is down"_s);
    QCOMPARE(value(*m_filter, m_filter->rowOf(ref), Role::CorrectedCount).toInt(), 0);
    QCOMPARE(m_filter->rowOf(ref), m_filter->rowCount() - 1);
    QVERIFY(m_filter->index(m_filter->rowOf(ref)).data(Qt::AccessibleTextRole).toString().contains(u"pod A"));
    m_filter->setQuery({{}, {}, {}, second});
    QCOMPARE(text(), u"pod B is down"_s);
    QCOMPARE(value(*m_filter, m_filter->rowOf(ref), Role::CorrectedCount).toInt(), 1);
    QCOMPARE(m_filter->rowOf(ref), m_filter->rowCount() - 2);     // before the record of its first correction
    QCOMPARE(m_filter->eventsOf(m_filter->rowOf(ref)).size(), 2); // itself and that correction
    // A filter looks for what stood there then.
    m_filter->setQuery({{}, u"pod b"_s, {}, second});
    QCOMPARE(m_filter->rowCount(), 2);
    m_filter->setQuery({{}, u"zulu"_s, {}, second});
    QCOMPARE(m_filter->rowCount(), 0);
    // A new time given meanwhile moves nothing here.
    m_filter->setQuery({{}, {}, {}, second});
    const QStringList before = texts(*m_filter);
    said(u"/retime #%1 -1m"_s.arg(ref));
    QCOMPARE(texts(*m_filter), before);
    QCOMPARE(m_filter->rowOf(ref), m_filter->rowCount() - 2);
    m_filter->setQuery({});
    QCOMPARE(text(), u"pod zulu is down"_s);
    QCOMPARE(m_filter->rowOf(ref), m_filter->rowCount() - 4); // behind it the last correction and both new times
}

void TestTimelinePast::whatIsCorrectedMeanwhileIsTold_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("text") << u"/correct #%1 text=\"pod B is down\""_s;
    QTest::newRow("kind") << u"/correct #%1 kind=finding"_s;
    QTest::newRow("time") << u"/retime #%1 -3m"_s;
}

// A view asks again only for what it is told of.
void TestTimelinePast::whatIsCorrectedMeanwhileIsTold()
{
    QFETCH(const QString, line);
    const QString ref = said(u"pod A is down"_s);
    m_feed->advance(Span::minutes(1));
    m_filter->setQuery({{}, {}, {}, m_feed->now()});
    const SeenRows seen(*m_filter);
    const int row = m_filter->rowOf(ref);
    QVERIFY(!value(*m_filter, row, Role::CorrectedLater).toBool());
    said(line.arg(ref));
    QVERIFY(value(*m_filter, row, Role::CorrectedLater).toBool());
    QCOMPARE(seen.difference(), QString());
}

void TestTimelinePast::newTimeAtThatMomentMovesThePast_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("before"); // a line, or "system" for a machine event
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QString>("retimed");
    QTest::newRow("a filter lets it through")
        << u"o"_s << QStringList{u"note"_s, u"note"_s, u"/retract #E1 wrong"_s} << QStringList{u"/retime #E2 -1m"_s} << u"E2"_s;
    QTest::newRow("everything shown") << QString() << QStringList{u"one"_s, u"two"_s} << QStringList{u"/retime #E3 -1m"_s}
                                      << u"E3"_s;
    QTest::newRow("hidden by the filter until later")
        << u"one"_s << QStringList{u"one"_s, u"two"_s} << QStringList{u"/retime #E3 -1m"_s, u"/correct #E3 text=\"one more\""_s}
        << u"E3"_s;
    QTest::newRow("parts machine events") << QString() << QStringList{u"-5m a"_s, u"system"_s, u"system"_s, u"two"_s}
                                          << QStringList{u"/retime #E4 -9m"_s} << u"E4"_s;
    QTest::newRow("joins machine events") << QString() << QStringList{u"system"_s, u"two"_s, u"system"_s, u"system"_s}
                                          << QStringList{u"/retime #E3 -9m"_s} << u"E3"_s;
    QTest::newRow("twice, with a correction between")
        << QString() << QStringList{u"one"_s, u"two"_s}
        << QStringList{u"/retime #E3 -2m"_s, u"/correct #E3 text=\"better\""_s, u"/retime #E3 -7m"_s} << u"E3"_s;
}

/// Two things in the same microsecond: the moment looked at, and what is recorded at it.
void TestTimelinePast::newTimeAtThatMomentMovesThePast()
{
    QFETCH(const QString, words);
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    QFETCH(const QString, retimed);
    for (const QString &line : before)
        (void)(line == u"system"_s ? m_feed->execute(machine(u"pod"_s)) : m_feed->line(line, u"bo"_s));
    const TimelineQuery query{{}, words, {}, m_feed->now()};
    m_filter->setQuery(query);
    for (const QString &line : after)
        QVERIFY(m_feed->line(line, u"bo"_s));
    TimelineFilter anew(*m_model);
    anew.setQuery(query);
    QVERIFY(anew.rowCount() > 0);
    QCOMPARE(m_filter->rowOf(retimed), 0);
    QCOMPARE(difference(*m_filter, anew), QString());
    QCOMPARE(m_filter->shown(), anew.shown());
    // What is recorded after it moves nothing.
    m_feed->advance(Span::seconds(1));
    const QStringList then = texts(*m_filter);
    QVERIFY(m_feed->line(u"/retime #E1 -19m"_s, u"bo"_s));
    QCOMPARE(texts(*m_filter), then);
}

QTEST_MAIN(TestTimelinePast)
#include "tst_timelinepast.moc"
