// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/excursions.h"
#include "detection/impactproposal.h"
#include "detection/robust.h"
#include "metrics/metricreader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace fireline::models;
using namespace fireline::domain;

// How the proposals are judged. Written down before anything was tuned, and not changed since.
//
// Labels: the windows of the label file; windows with at most three steps between them are one. Tolerance: a proposed start is right
// where it lies in a window, or at most three steps before it. A window is found where at least one proposed start is right in it; a
// further one in the same window counts for nothing. Precision is right starts among all counted, recall is found windows among all.
//
// Floors, each over all series of its set: tuned on from the first, precision 0.5 and recall 0.6; others, precision 0.4 and recall 0.5.
// Where there is no anomaly nothing may be proposed.
//
// Series: the ten labelled ones beside the project (../shared/data/metrics, skipped where that is absent). Six were tuned on from the
// first; three were held back until they, too, had helped to choose, in six looks (0.27 and 0.50 at the first of them, below the floor);
// one has no anomaly. Seven more of the same collections that are not kept here were tuned on then (NAB's rds_cpu_utilization_cc0c53,
// ec2_cpu_utilization_5f5533, _ac20cd, _24ae8d, _825cc2 and _fe7f93, ec2_network_in_5abac7). On all seventeen the rules were chosen by how
// often eight of them, drawn by chance, keep both floors (0.85): precision 0.67 (28 of 42), recall 0.60 (28 of 47).
//
// Looked at once, named before anybody had seen a value of them: all that NAB's realAWSCloudwatch has besides (ec2_cpu_utilization_53ea38,
// _77c1ca, ec2_disk_write_bytes_c0d644, ec2_network_in_257a54; none labelled: ec2_cpu_utilization_c6585a; windows as NAB makes them of its
// labels: a tenth of the values, shared among the labels and centred on them), and every fourth of the hourly latencies of Microsoft's
// cloud-monitoring-dataset from the first on (outbound-01, -05, -09, -13; windows are what is labelled in a row). Precision 0.54 (7 of 13),
// recall 0.44 (7 of 16), and one proposal where nothing is labelled: below the floor of recall.
//
// So one value came to be enough where it stands for long, or is worse than whatever was: chosen on all twenty-six, precision 0.73 (44 of
// 60) and recall 0.70 (44 of 63), nothing proposed for both without an anomaly.
//
// Looked at once, named before anybody had seen a value of them: of each of the other collections of the cloud-monitoring-dataset the
// first with a label and at most 130,000 characters (app1-01, app2-01, purchase-02; of data-ingress-rate all are longer), and two more of
// its latencies (outbound-02, -06). Precision 0.71 (10 of 14), recall 0.34 (10 of 29): below the floor of recall, as what is measured
// hourly took 18 hours to be over. Now 90 minutes are enough for that: on all thirty-one precision 0.73 (68 of 93) and recall 0.74 (68 of
// 92), nothing proposed for both without an anomaly.
//
// Looked at once, named before anybody had seen a value of them: app1-02, app2-02, outbound-03 and purchase-03 of the same, and the first
// two by name of NAB's realAdExchange and realTraffic (exchange-2_cpc_results, exchange-2_cpm_results, TravelTime_387, TravelTime_451).
// Precision 0.32 (10 of 31), recall 0.59 (10 of 17): below the floor of precision. Now one hourly value has to leap farther, and a start is
// where a tenth of the way was gone: on all thirty-nine precision 0.70 (77 of 110) and recall 0.71 (77 of 109).
//
// To judge by in the end, named before anybody has seen a value of them, to be looked at once, with the floors of "others": the next with
// a label of app1, app2 and purchase (from app1-03, app2-03 and purchase-04 on), the first four with one of outbound-04, -07, -08, -10,
// -11, -14 and -15, and NAB's next two of each (exchange-3_cpc_results, exchange-3_cpm_results, occupancy_6005, occupancy_t4013).
namespace {

constexpr double TunedPrecision = 0.5;
constexpr double TunedRecall = 0.6;
constexpr double OtherPrecision = 0.4;
constexpr double OtherRecall = 0.5;
constexpr int ToleranceSteps = 3;

const QStringList tunedOn = {u"nab_cpu_utilization_asg_misconfiguration"_s, u"nab_rds_cpu_utilization_e47b3b"_s,
                             u"nab_ec2_request_latency_system_failure"_s,   u"nab_iio_us_east_1_networkin"_s,
                             u"nab_ec2_disk_write_bytes_1ef3de"_s,          u"ms_ecommerce_api_incoming_rps_01"_s};
const QStringList tunedOnLater = {u"nab_grok_asg_anomaly"_s, u"nab_elb_request_count_8c0756"_s,
                                  u"ms_api_dependency_latency_outbound_12"_s};
const QString withoutAnomaly = u"ms_service_unavailable_01"_s;

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

QString dataFolder()
{
    for (const QString &folder : {qEnvironmentVariable("FIRELINE_SHARED"), QStringLiteral(FIRELINE_SOURCE_DIR "/../shared"),
                                  QStringLiteral(FIRELINE_SOURCE_DIR "/../../shared")}) {
        if (!folder.isEmpty() && QFile::exists(folder + u"/data/metrics/labels.json"_s))
            return folder + u"/data/metrics/"_s;
    }
    return {};
}

struct Score
{
    int right = 0;
    int wrong = 0;
    int found = 0;
    int windows = 0;

    [[nodiscard]] double precision() const { return right + wrong == 0 ? 1 : double(right) / (right + wrong); }
    [[nodiscard]] double recall() const { return windows == 0 ? 1 : double(found) / windows; }
    void add(const Score &other)
    {
        right += other.right;
        wrong += other.wrong;
        found += other.found;
        windows += other.windows;
    }
    [[nodiscard]] QString text() const
    {
        return u"precision %1 (%2 of %3), recall %4 (%5 of %6)"_s.arg(precision(), 0, 'f', 2)
            .arg(right)
            .arg(right + wrong)
            .arg(recall(), 0, 'f', 2)
            .arg(found)
            .arg(windows);
    }
};

struct Window
{
    Instant from;
    Instant to;
};

QList<Window> windowsOf(const QJsonObject &label, Span step)
{
    QList<Window> windows;
    const QJsonArray list = label.value("anomaly_windows"_L1).toArray();
    for (const QJsonValue &value : list) {
        const Instant from = Instant::fromRfc3339(value["from"_L1].toString()).value_or(Instant{});
        const Instant to = Instant::fromRfc3339(value["to"_L1].toString()).value_or(Instant{});
        if (!windows.isEmpty() && (from - windows.last().to).us <= 3 * step.us)
            windows.last().to = to;
        else
            windows.append({from, to});
    }
    return windows;
}

Score judge(const std::vector<Excursion> &proposed, const QList<Window> &windows, Span step)
{
    Score score;
    score.windows = int(windows.size());
    QList<bool> found(windows.size(), false);
    for (const Excursion &one : proposed) {
        qsizetype hit = -1;
        for (qsizetype i = 0; i < windows.size() && hit < 0; ++i) {
            if (one.start >= windows[i].from - Span::micros(ToleranceSteps * step.us) && one.start <= windows[i].to)
                hit = i;
        }
        if (hit < 0)
            ++score.wrong;
        else if (!std::exchange(found[hit], true))
            ++score.right;
    }
    score.found = int(found.count(true));
    return score;
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
    void howLongUntilItIsOver_data();
    void howLongUntilItIsOver();
    void leapsToOneSideHideNothingOnTheOther();
    void whatIsWrongWithAPastIsPutRight();
    void crossings_data();
    void crossings();
    void whatIsRecordedMayBeWhatIsProposed_data();
    void whatIsRecordedMayBeWhatIsProposed();
    void labelledSeries_data();
    void labelledSeries();
    void nothingWhereNothingWas();

private:
    [[nodiscard]] std::vector<Excursion> proposedFor(const QString &name, const QJsonObject &labels) const;
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

std::vector<Excursion> DetectionTest::proposedFor(const QString &name, const QJsonObject &labels) const
{
    QFile file(dataFolder() + labels.value(name).toObject().value("file"_L1).toString());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto read = readMetrics(file.readAll(), name, QTimeZone::utc());
    return read ? findExcursions(read.value().series.front().points) : std::vector<Excursion>();
}

void DetectionTest::labelledSeries_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<double>("precision");
    QTest::addColumn<double>("recall");
    QTest::newRow("tuned on") << tunedOn << TunedPrecision << TunedRecall;
    QTest::newRow("tuned on later") << tunedOnLater << OtherPrecision << OtherRecall;
}

void DetectionTest::labelledSeries()
{
    if (dataFolder().isEmpty())
        QSKIP("the labelled series are not here: ../shared/data/metrics");
    QFETCH(QStringList, names);
    QFETCH(double, precision);
    QFETCH(double, recall);
    QFile file(dataFolder() + u"labels.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject labels = QJsonDocument::fromJson(file.readAll()).object();
    Score all;
    for (const QString &name : names) {
        const QJsonObject label = labels.value(name).toObject();
        QVERIFY2(!label.isEmpty(), qPrintable(name));
        const Span step = Span::seconds(label.value("nominal_step_s"_L1).toInt());
        const Score score = judge(proposedFor(name, labels), windowsOf(label, step), step);
        qInfo("%s: %s", qPrintable(name), qPrintable(score.text()));
        all.add(score);
    }
    qInfo("all: %s", qPrintable(all.text()));
    QVERIFY(all.windows > 0);
    QVERIFY2(all.precision() >= precision, qPrintable(all.text()));
    QVERIFY2(all.recall() >= recall, qPrintable(all.text()));
}

void DetectionTest::nothingWhereNothingWas()
{
    if (dataFolder().isEmpty())
        QSKIP("the labelled series are not here: ../shared/data/metrics");
    QFile file(dataFolder() + u"labels.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject labels = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(labels.contains(withoutAnomaly));
    QCOMPARE(proposedFor(withoutAnomaly, labels).size(), size_t(0));
}

QTEST_GUILESS_MAIN(DetectionTest)

#include "tst_detection.moc"
