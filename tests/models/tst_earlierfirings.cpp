// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/earlierfirings.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;

namespace {

const Instant now = *Instant::fromRfc3339(u"2026-01-07T12:00:00Z"_s); // a Wednesday

} // namespace

class EarlierFiringsTest : public QObject
{
    Q_OBJECT
private slots:
    void firings_data();
    void firings();
    void firingsCountOnceAndBeforeNow();
};

void EarlierFiringsTest::firings_data()
{
    using enum EarlierFirings::Verdict;
    QTest::addColumn<QList<int>>("hours"); // ago
    QTest::addColumn<EarlierFirings::Verdict>("verdict");
    QTest::addColumn<QString>("numbers"); // day week month all, same hour, same hour of the week
    QTest::newRow("never") << QList<int>() << FirstTime << u"0 0 0 0, 0 0"_s;
    QTest::newRow("once") << QList<int>{30} << Repeating << u"0 1 1 1, 0 0"_s;
    QTest::newRow("now and then") << QList<int>{3, 30, 200, 800} << Repeating << u"1 2 3 4, 0 0"_s;
    QTest::newRow("every day") << QList<int>{24, 48, 72, 97} << Daily << u"1 4 4 4, 4 0"_s;
    QTest::newRow("every day, and at other times") << QList<int>{24, 48, 72, 80} << Daily << u"1 4 4 4, 3 0"_s;
    QTest::newRow("too often at other times") << QList<int>{24, 48, 72, 80, 85} << Repeating << u"1 5 5 5, 3 0"_s;
    QTest::newRow("every week") << QList<int>{168, 336, 505} << Weekly << u"0 1 3 3, 3 3"_s;
    QTest::newRow("two days") << QList<int>{24, 48} << Repeating << u"1 2 2 2, 2 0"_s;
    QTest::newRow("long ago") << QList<int>{10000} << Repeating << u"0 0 0 1, 0 0"_s;
}

void EarlierFiringsTest::firings()
{
    QFETCH(QList<int>, hours);
    QList<Instant> times;
    for (const int ago : hours)
        times.append(now - Span::hours(ago));
    const EarlierFirings told = earlierFirings(times, now);
    QTEST(told.verdict, "verdict");
    QTEST(u"%1 %2 %3 %4, %5 %6"_s.arg(told.day)
              .arg(told.week)
              .arg(told.month)
              .arg(told.all)
              .arg(told.sameHour)
              .arg(told.sameWeekHour),
          "numbers");
    QCOMPARE(told.last.isSet(), !hours.isEmpty());
    if (!hours.isEmpty())
        QCOMPARE(told.last, now - Span::hours(*std::min_element(hours.begin(), hours.end())));
}

void EarlierFiringsTest::firingsCountOnceAndBeforeNow()
{
    // Flapping is one firing; this one and what comes later are none.
    const EarlierFirings told = earlierFirings({now + Span::hours(1), now, now - Span::minutes(5), now - Span::minutes(60),
                                                now - Span::minutes(65), now - Span::minutes(70), now - Span::minutes(120)},
                                               now);
    QCOMPARE(told.all, 2);
    QCOMPARE(told.last, now - Span::minutes(70));
    QCOMPARE(told.first, now - Span::minutes(120));
    // Of what is known to be over nobody has to guess whether it is this one; still each counts once.
    const Instant over = now - Span::minutes(8);
    QCOMPARE(earlierFirings({}, now, {over}).all, 1);
    QCOMPARE(earlierFirings({now, over, now - Span::minutes(5)}, now, {over}).last, over);
    QCOMPARE(earlierFirings({now, over, now - Span::minutes(5)}, now, {over}).all, 1);
    QCOMPARE(earlierFirings({}, now, {over, now - Span::minutes(4)}).all, 1);
    QCOMPARE(earlierFirings({}, now, {now}).all, 0);
}

QTEST_GUILESS_MAIN(EarlierFiringsTest)

#include "tst_earlierfirings.moc"
