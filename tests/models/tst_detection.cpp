// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/excursions.h"
#include "detection/impactproposal.h"
#include "detection/robust.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace fireline::models;
using namespace fireline::domain;

namespace {

constexpr qint64 Minute = 60'000'000;

/// One value a minute.
MetricPoints minutes(const std::vector<double> &values)
{
    MetricPoints points;
    for (size_t i = 0; i < values.size(); ++i)
        points.push_back({qint64(i) * Minute, values[i]});
    return points;
}

std::vector<double> repeated(std::initializer_list<std::pair<int, double>> parts)
{
    std::vector<double> values;
    for (const auto &[count, value] : parts)
        values.insert(values.end(), size_t(count), value);
    return values;
}

/// "60-90" in minutes, "60-" where it goes on.
QString told(const std::vector<Excursion> &all)
{
    QStringList parts;
    for (const Excursion &one : all)
        parts.append(u"%1-%2"_s.arg(one.start.us / Minute).arg(one.end ? QString::number(one.end->us / Minute) : QString()));
    return parts.join(u' ');
}

} // namespace

class DetectionTest : public QObject
{
    Q_OBJECT
private slots:
    void statistics();
    void excursions_data();
    void excursions();
    void whatHappensEachDayIsHowItIs();
    void whatIsShortIsAHiccup_data();
    void whatIsShortIsAHiccup();
    void whatIsWorseThanWhateverWasIsEnough_data();
    void whatIsWorseThanWhateverWasIsEnough();
    void anErrorNowAndThenIsNoImpact_data();
    void anErrorNowAndThenIsNoImpact();
    void howLongUntilItIsOver_data();
    void howLongUntilItIsOver();
    void leapsToOneSideHideNothingOnTheOther();
    void whatIsWrongWithAPastIsPutRight();
    void crossings_data();
    void crossings();
    void whatWasBeforeItWasKnownIsTheUsualSide_data();
    void whatWasBeforeItWasKnownIsTheUsualSide();
    void whatIsRecordedMayBeWhatIsProposed_data();
    void whatIsRecordedMayBeWhatIsProposed();
};

void DetectionTest::statistics()
{
    std::vector<double> odd = {5, 1, 3};
    QCOMPARE(medianOf(odd), 3.0);
    std::vector<double> even = {4, 1, 3, 2};
    QCOMPARE(medianOf(even), 2.5);
    std::vector<double> none;
    QVERIFY(std::isnan(medianOf(none)));
    QCOMPARE(spreadOf({1, 1, 1, 100}, 1), 0.0);
    QCOMPARE(cliffDelta({1, 2, 3}, {4, 5}), 1.0);
    QCOMPARE(cliffDelta({4, 5}, {1, 2, 3}), -1.0);
    QCOMPARE(cliffDelta({1, 2}, {1, 2}), 0.0);
    QCOMPARE(cliffDelta({1, 1, 1, 1}, {1, 2}), 0.5);
    QCOMPARE(cliffDelta({}, {1}), 0.0);
    QCOMPARE(cliffDelta({1, 2, 3}, {4, 5}, 2), 0.5); // 1 to 4, 1 and 2 to 5
    QCOMPARE(cliffDelta({1, 2, 3}, {2, 3}, 2), 0.0);
    QCOMPARE(usualStep({{0, 1}, {10, 1}, {20, 1}, {50, 1}}), Span::micros(10));
    QCOMPARE(usualStep({{0, 1}}), Span());
}

void DetectionTest::excursions_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<QString>("expected");
    QTest::newRow("as ever") << repeated({{200, 10}}) << QString();
    QTest::newRow("a step up and back") << repeated({{100, 10}, {30, 50}, {70, 10}}) << u"100-130"_s;
    QTest::newRow("a step down and back") << repeated({{100, 50}, {30, 10}, {70, 50}}) << u"100-130"_s;
    QTest::newRow("goes on") << repeated({{100, 10}, {50, 50}}) << u"100-"_s;
    QTest::newRow("goes on longer than anything was known") << repeated({{100, 10}, {400, 50}}) << u"100-"_s;
    QTest::newRow("a worse one") << repeated({{100, 10}, {20, 50}, {80, 10}, {20, 200}, {80, 10}}) << u"100-120 200-220"_s;
    QTest::newRow("the same again is how it is") << repeated({{100, 10}, {20, 50}, {80, 10}, {20, 50}, {80, 10}}) << u"100-120"_s;
    QTest::newRow("a new level becomes the usual") << repeated({{100, 10}, {800, 50}, {20, 100}, {50, 50}}) << u"100- 900-920"_s;
    QTest::newRow("one wild value") << repeated({{100, 10}, {1, 500}, {100, 10}}) << QString();
    QTest::newRow("two in four") << repeated({{100, 10}, {1, 500}, {2, 10}, {1, 500}, {50, 10}}) << QString();
    QTest::newRow("a hiccup") << repeated({{100, 10}, {4, 500}, {50, 10}}) << QString();
    QTest::newRow("five minutes") << repeated({{100, 10}, {5, 500}, {50, 10}}) << u"100-105"_s;
    QTest::newRow("five of ten") << repeated({{100, 10}, {2, 500}, {2, 10}, {3, 500}, {50, 10}}) << u"100-107"_s;
    QTest::newRow("up and down are not one") << repeated({{100, 10}, {3, 500}, {3, -500}, {50, 10}}) << QString();
    QTest::newRow("a short way back") << repeated({{100, 10}, {10, 50}, {3, 10}, {10, 50}, {50, 10}}) << u"100-123"_s;
    QTest::newRow("less than a tenth of it first") << repeated({{100, 10}, {20, 14}, {20, 200}, {50, 10}}) << u"120-140"_s;
    QTest::newRow("more than a tenth of it first") << repeated({{100, 10}, {20, 30}, {20, 200}, {50, 10}}) << u"100-140"_s;
    QTest::newRow("a little") << repeated({{100, 100}, {50, 108}, {50, 100}}) << QString();
    QTest::newRow("too short to know") << repeated({{50, 10}, {15, 50}}) << QString();
    QTest::newRow("zeros, then errors") << repeated({{100, 0}, {20, 7}, {50, 0}}) << u"100-120"_s;
    QTest::newRow("nothing") << repeated({}) << QString();
}

void DetectionTest::excursions()
{
    QFETCH(std::vector<double>, values);
    const std::vector<Excursion> found = findExcursions(minutes(values));
    QTEST(told(found), "expected");
    for (const Excursion &one : found) {
        QVERIFY(one.strength >= ExcursionRules().begins);
        QVERIFY(!one.end || *one.end > one.start);
    }
}

// A nightly job is no impact; what is worse than it, or comes at another time, may be.
void DetectionTest::whatHappensEachDayIsHowItIs()
{
    const std::vector<double> night = repeated({{300, 10}, {30, 50}, {1110, 10}});
    std::vector<double> values;
    for (int day = 0; day < 5; ++day)
        values.insert(values.end(), night.begin(), night.end());
    ExcursionRules rules;
    rules.habitDays = 0;
    QCOMPARE(told(findExcursions(minutes(values), rules)), u"300-330 1740-1770 3180-3210 4620-4650 6060-6090"_s);
    QCOMPARE(told(findExcursions(minutes(values))), u"300-330 1740-1770"_s); // nobody knew yet
    std::fill(values.begin() + 6065, values.begin() + 6070, 100);            // worse than ever
    QVERIFY(told(findExcursions(minutes(values))).contains(u" 6065-"_s));
    std::fill(values.begin() + 6065, values.begin() + 6070, 50);
    std::fill(values.begin() + 6500, values.begin() + 6530, 200); // at another time
    QCOMPARE(told(findExcursions(minutes(values))), u"300-330 1740-1770 6500-6530"_s);
    std::fill(values.begin() + 6060, values.begin() + 6090, 0); // the other way
    QVERIFY(told(findExcursions(minutes(values))).contains(u" 6060-"_s));
    // Each week, and no other day.
    std::vector<double> weeks = repeated({{300, 10}});
    for (int week = 0; week < 4; ++week) {
        const std::vector<double> one = repeated({{30, 50}, {7 * 1440 - 30, 10}});
        weeks.insert(weeks.end(), one.begin(), one.end());
    }
    QCOMPARE(told(findExcursions(minutes(weeks))), u"300-330 10380-10410"_s);
}

// How many values it takes is a matter of how far apart they are.
void DetectionTest::whatIsShortIsAHiccup_data()
{
    QTest::addColumn<qint64>("stepSeconds");
    QTest::addColumn<int>("fewest"); // odd values in a row that are an impact
    QTest::newRow("a value each quarter of a minute") << qint64(15) << 20;
    QTest::newRow("each minute") << qint64(60) << 5;
    QTest::newRow("each five minutes") << qint64(300) << 3;
    QTest::newRow("each quarter of an hour") << qint64(900) << 1;
    QTest::newRow("each hour") << qint64(3600) << 1;
}

void DetectionTest::whatIsShortIsAHiccup()
{
    QFETCH(qint64, stepSeconds);
    QFETCH(int, fewest);
    for (const int odd : {fewest - 1, fewest}) {
        MetricPoints points = minutes(repeated({{100, 10}, {odd, 500}, {50, 10}}));
        for (size_t i = 0; i < points.size(); ++i)
            points[i].atUs = qint64(i) * stepSeconds * 1'000'000;
        QCOMPARE(findExcursions(points).size(), size_t(odd == fewest ? 1 : 0));
    }
}

// One value, where it stands for five minutes and enough is known to call it the worst.
void DetectionTest::whatIsWorseThanWhateverWasIsEnough_data()
{
    QTest::addColumn<int>("stepMinutes");
    QTest::addColumn<int>("known");
    QTest::addColumn<double>("value"); // 100 is usual, 140 the farthest that was, to either side
    QTest::addColumn<bool>("proposed");
    QTest::newRow("worse by more than a fifth") << 5 << 400 << 150.0 << true;
    QTest::newRow("by less") << 5 << 400 << 147.0 << false;
    QTest::newRow("to the other side") << 5 << 400 << 40.0 << true;
    QTest::newRow("little is known") << 5 << 200 << 200.0 << false;
    QTest::newRow("for a minute") << 1 << 400 << 200.0 << false;
}

void DetectionTest::whatIsWorseThanWhateverWasIsEnough()
{
    QFETCH(int, stepMinutes);
    QFETCH(int, known);
    QFETCH(double, value);
    QFETCH(bool, proposed);
    MetricPoints points;
    for (int i = 0; i < known + 50; ++i) {
        const double now = i == known ? value : i % 90 == 89 ? 140 : i % 90 == 44 ? 60 : 100 + i % 3;
        points.push_back({i * stepMinutes * Minute, now});
    }
    const std::vector<Excursion> found = findExcursions(points);
    QCOMPARE(found.size(), size_t(proposed ? 1 : 0));
    if (proposed)
        QCOMPARE(found.front().start.us, known * stepMinutes * Minute);
}

// Where nothing is usual, one value says nothing; several do.
void DetectionTest::anErrorNowAndThenIsNoImpact_data()
{
    QTest::addColumn<int>("stepMinutes");
    QTest::newRow("each five minutes") << 5;
    QTest::newRow("each quarter of an hour") << 15;
    QTest::newRow("each hour") << 60;
}

void DetectionTest::anErrorNowAndThenIsNoImpact()
{
    QFETCH(int, stepMinutes);
    MetricPoints points;
    for (int i = 0; i < 900; ++i)
        points.push_back({i * stepMinutes * Minute, i % 97 == 96 ? 1.0 : 0.0});
    QCOMPARE(findExcursions(points).size(), size_t(0));
    for (size_t i = 700; i < 710; ++i)
        points[i].value = 2;
    const std::vector<Excursion> found = findExcursions(points);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().start.us, 700 * stepMinutes * Minute);
}

void DetectionTest::howLongUntilItIsOver_data()
{
    QTest::addColumn<qint64>("stepSeconds");
    QTest::addColumn<int>("fewest"); // usual values in a row
    QTest::newRow("a value each quarter of a minute") << qint64(15) << 18;
    QTest::newRow("each five minutes") << qint64(300) << 18;
    QTest::newRow("each quarter of an hour") << qint64(900) << 6;
    QTest::newRow("each hour") << qint64(3600) << 3;
}

void DetectionTest::howLongUntilItIsOver()
{
    QFETCH(qint64, stepSeconds);
    QFETCH(int, fewest);
    for (const int usual : {fewest - 1, fewest}) {
        MetricPoints points = minutes(repeated({{100, 10}, {30, 500}, {usual, 10}}));
        for (size_t i = 0; i < points.size(); ++i)
            points[i].atUs = qint64(i) * stepSeconds * 1'000'000;
        const std::vector<Excursion> found = findExcursions(points);
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found.front().end.has_value(), usual == fewest);
        QCOMPARE(found.front().end.value_or(found.front().back.value_or(Instant{})).us, 130 * stepSeconds * 1'000'000);
    }
}

// CPU that is at its limit now and then says nothing of how far it falls.
void DetectionTest::leapsToOneSideHideNothingOnTheOther()
{
    std::vector<double> values;
    for (int i = 0; i < 1000; ++i)
        values.push_back(i % 20 == 0 ? 100 : 30);
    std::fill(values.begin() + 900, values.begin() + 930, 5);
    const std::vector<Excursion> found = findExcursions(minutes(values));
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().start.us, 900 * Minute);
    QCOMPARE(found.front().extreme, 5.0);
    std::fill(values.begin() + 900, values.begin() + 930, 60); // less than a leap
    QCOMPARE(told(findExcursions(minutes(values))), QString());
}

void DetectionTest::whatIsWrongWithAPastIsPutRight()
{
    MetricPoints points = minutes(repeated({{100, 10}, {30, 50}, {70, 10}}));
    MetricPoints bad = points;
    bad[20].value = std::numeric_limits<double>::quiet_NaN();
    bad[110].value = std::numeric_limits<double>::infinity();
    bad.insert(bad.begin() + 50, {points[50].atUs, 1e9}); // said again, rightly, at once
    std::swap(bad[10], bad[90]);
    QCOMPARE(told(findExcursions(bad)), u"100-130"_s);
    QCOMPARE(findExcursions(bad).front().extreme, 50.0);
    QCOMPARE(findExcursions(bad).front().usual, 10.0);
}

void DetectionTest::crossings_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<bool>("above");
    QTest::addColumn<int>("hold"); // minutes
    QTest::addColumn<QString>("expected");
    QTest::newRow("never") << repeated({{10, 1}}) << true << 2 << QString();
    QTest::newRow("at it is not beyond it") << repeated({{10, 5}}) << true << 0 << QString();
    QTest::newRow("up and down") << repeated({{5, 1}, {5, 9}, {5, 1}}) << true << 2 << u"5-10"_s;
    QTest::newRow("below") << repeated({{5, 9}, {5, 1}, {5, 9}}) << false << 2 << u"5-10"_s;
    QTest::newRow("too short") << repeated({{5, 1}, {2, 9}, {5, 1}}) << true << 2 << QString();
    QTest::newRow("at once") << repeated({{5, 1}, {1, 9}, {5, 1}}) << true << 0 << u"5-6"_s;
    QTest::newRow("a short way back") << repeated({{5, 1}, {5, 9}, {2, 1}, {5, 9}, {5, 1}}) << true << 2 << u"5-17"_s;
    QTest::newRow("goes on") << repeated({{5, 1}, {5, 9}}) << true << 2 << u"5-"_s;
    QTest::newRow("from the start") << repeated({{5, 9}, {5, 1}}) << true << 2 << u"0-5"_s;
}

void DetectionTest::crossings()
{
    QFETCH(std::vector<double>, values);
    QFETCH(bool, above);
    QFETCH(int, hold);
    const std::vector<Excursion> found = findCrossings(minutes(values), 5, above, Span::minutes(hold));
    QTEST(told(found), "expected");
    for (const Excursion &one : found)
        QCOMPARE(one.extreme, above ? 9.0 : 1.0);
}

// In an outage most of what is in sight may be the outage.
void DetectionTest::whatWasBeforeItWasKnownIsTheUsualSide_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<int>("known"); // minutes; -1: nobody knows
    QTest::addColumn<QString>("expected");
    const std::vector<double> outage = repeated({{10, 2}, {40, 80}});
    QTest::newRow("nobody knows: what most of it is") << outage << -1 << u"0-10"_s;
    QTest::newRow("known when it begins") << outage << 10 << u"10-"_s;
    QTest::newRow("known a little later") << outage << 14 << u"10-"_s;
    QTest::newRow("known when five values were there") << outage << 5 << u"10-"_s;
    QTest::newRow("too few before it") << outage << 4 << u"0-10"_s;
    QTest::newRow("known before all of it") << outage << 0 << u"0-10"_s;
    QTest::newRow("known behind all of it") << outage << 90 << u"0-10"_s;
    QTest::newRow("it is over") << repeated({{10, 2}, {40, 80}, {5, 2}}) << 11 << u"10-50"_s;
    QTest::newRow("low is wrong") << repeated({{10, 80}, {40, 2}, {5, 80}}) << 11 << u"10-50"_s;
    QTest::newRow("the outage is the smaller part") << repeated({{40, 2}, {10, 80}}) << 41 << u"40-"_s;
}

void DetectionTest::whatWasBeforeItWasKnownIsTheUsualSide()
{
    QFETCH(std::vector<double>, values);
    QFETCH(int, known);
    const MetricSeries series{u"errors"_s, {}, minutes(values)};
    MetricPoints later = series.points;
    for (MetricPoint &point : later)
        point.atUs += Minute; // an instant of 0 is none
    const Instant since = known < 0 ? Instant() : Instant{(known + 1) * Minute};
    const ImpactProposal proposal = proposeImpact({series.name, {}, later}, 20, {0, later.back().atUs}, since);
    QVERIFY(proposal.excursion);
    Excursion found = *proposal.excursion;
    found.start = found.start - Span::minutes(1);
    if (found.end)
        found.end = *found.end - Span::minutes(1);
    QTEST(told({found}), "expected");
    // Without a threshold it is told by what is usual, whoever knew what.
    const ImpactProposal plain = proposeImpact(series, {}, {0, series.points.back().atUs}, since);
    QCOMPARE(plain.excursion.has_value(), proposeImpact(series, {}, {0, series.points.back().atUs}).excursion.has_value());
}

void DetectionTest::whatIsRecordedMayBeWhatIsProposed_data()
{
    QTest::addColumn<int>("step");  // seconds between two values
    QTest::addColumn<int>("apart"); // seconds from the proposed to the recorded
    QTest::addColumn<bool>("same");
    QTest::newRow("a second before") << 1 << -1 << true;
    QTest::newRow("a minute behind") << 1 << 60 << true;
    QTest::newRow("more than a minute") << 1 << 61 << false;
    QTest::newRow("more than a minute before") << 1 << -61 << false;
    QTest::newRow("two steps") << 300 << 600 << true;
    QTest::newRow("more than two steps") << 300 << 601 << false;
}

void DetectionTest::whatIsRecordedMayBeWhatIsProposed()
{
    QFETCH(int, step);
    QFETCH(int, apart);
    MetricSeries series{u"errors"_s, {}, minutes(repeated({{100, 10}, {30, 50}, {70, 10}}))};
    for (size_t i = 0; i < series.points.size(); ++i)
        series.points[i].atUs = qint64(i + 1) * step * 1'000'000;
    const ImpactProposal proposal = proposeImpact(series, 30, {0, series.points.back().atUs});
    QCOMPARE(proposal.step, Span::seconds(step));
    const Instant proposed{series.points[100].atUs};
    QTEST(sameMoment(proposal, proposed, proposed + Span::seconds(apart)), "same");
    QVERIFY(!sameMoment(proposal, Instant{1}, Instant())); // nothing was recorded
}

QTEST_GUILESS_MAIN(DetectionTest)

#include "tst_detection.moc"
