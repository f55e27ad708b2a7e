// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/excursions.h"
#include "metrics/metricreader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

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
// Looked at once, named before any rule was tried on them: all that NAB's realAWSCloudwatch has besides (ec2_cpu_utilization_53ea38,
// _77c1ca, ec2_disk_write_bytes_c0d644, ec2_network_in_257a54; none labelled: ec2_cpu_utilization_c6585a; windows as NAB makes them of its
// labels: a tenth of the values, shared among the labels and centred on them), and every fourth of the hourly latencies of Microsoft's
// cloud-monitoring-dataset from the first on (outbound-01, -05, -09, -13; windows are what is labelled in a row). Precision 0.54 (7 of 13),
// recall 0.44 (7 of 16), and one proposal where nothing is labelled: below the floor of recall.
//
// So one value came to be enough where it stands for long, or is worse than whatever was: chosen on all twenty-six, precision 0.73 (44 of
// 60) and recall 0.70 (44 of 63), nothing proposed for both without an anomaly.
//
// Looked at once, named before any rule was tried on them: of each of the other collections of the cloud-monitoring-dataset the
// first with a label and at most 130,000 characters (app1-01, app2-01, purchase-02; of data-ingress-rate all are longer), and two more of
// its latencies (outbound-02, -06). Precision 0.71 (10 of 14), recall 0.34 (10 of 29): below the floor of recall, as what is measured
// hourly took 18 hours to be over. Now 90 minutes are enough for that: on all thirty-one precision 0.73 (68 of 93) and recall 0.74 (68 of
// 92), nothing proposed for both without an anomaly.
//
// Looked at once, named before any rule was tried on them: app1-02, app2-02, outbound-03 and purchase-03 of the same, and the first
// two by name of NAB's realAdExchange and realTraffic (exchange-2_cpc_results, exchange-2_cpm_results, TravelTime_387, TravelTime_451).
// Precision 0.32 (10 of 31), recall 0.59 (10 of 17): below the floor of precision. Now one hourly value has to leap farther, and a start
// is where a tenth of the way was gone: on all thirty-nine precision 0.70 (77 of 110) and recall 0.71 (77 of 109).
//
// To judge by in the end, named before any rule was tried on them, looked at once, with the floors of "others": the next with a
// label of app1, app2 and purchase (app1-03, app2-03, purchase-04), four more of the latencies (outbound-04, -07, -08, -10), and NAB's next
// two of each (exchange-3_cpc_results, exchange-3_cpm_results, occupancy_6005, occupancy_t4013). Precision 0.50 (19 of 38), recall 0.68 (19
// of 28): both floors are kept. These eleven are in tests/models/labelled, and are not to be tuned on. Behind that look, for what somebody
// read in the code: one value is not enough where nothing was known but the same value; these figures stayed as they were.
// They are siblings of series that were tuned on, and the latencies share some of their incidents: without the four of them precision 0.55
// (12 of 22), recall 0.75 (12 of 16). It was the fourth look at series that had no part in the choice; three had failed.
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
const QStringList untouched = {u"app1-03"_s,
                               u"app2-03"_s,
                               u"purchase-04"_s,
                               u"outbound-04"_s,
                               u"outbound-07"_s,
                               u"outbound-08"_s,
                               u"outbound-10"_s,
                               u"exchange-3_cpc_results"_s,
                               u"exchange-3_cpm_results"_s,
                               u"occupancy_6005"_s,
                               u"occupancy_t4013"_s};
const QString withoutAnomaly = u"ms_service_unavailable_01"_s;

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

struct Labelled
{
    MetricPoints points;
    QList<Window> windows;
    Span step;
};

/// As tests/models/labelled/README.md says; nothing where the file is not there.
Labelled neverTunedOn(const QString &name)
{
    Labelled all;
    QFile file(QStringLiteral(FIRELINE_SOURCE_DIR "/tests/models/labelled/") + name + u".series"_s);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    Instant next;
    while (!file.atEnd()) {
        const QStringList words = QString::fromUtf8(file.readLine()).trimmed().split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty() || words.first() == u'#')
            continue;
        if (words.first() == u"step")
            all.step = Span::seconds(words.at(1).toInt());
        else if (words.first() == u"window")
            all.windows.append(
                {Instant::fromRfc3339(words.at(1)).value_or(Instant{}), Instant::fromRfc3339(words.at(2)).value_or(Instant{})});
        else if (words.first() == u"start")
            next = Instant::fromRfc3339(words.at(1)).value_or(Instant{});
        else
            for (const QString &word : words) {
                if (word.startsWith(u'+')) {
                    next = next - all.step + Span::seconds(word.toInt());
                    continue;
                }
                all.points.push_back({next.us, word.toDouble()});
                next = next + all.step;
            }
    }
    return all;
}

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

/// How well impacts are proposed for series that others have labelled.
class LabelledSeriesTest : public QObject
{
    Q_OBJECT
private slots:
    void labelledSeries_data();
    void labelledSeries();
    void nothingWhereNothingWas();
    void seriesThatWereNeverTunedOn();

private:
    [[nodiscard]] std::vector<Excursion> proposedFor(const QString &name, const QJsonObject &labels) const;
};

std::vector<Excursion> LabelledSeriesTest::proposedFor(const QString &name, const QJsonObject &labels) const
{
    QFile file(dataFolder() + labels.value(name).toObject().value("file"_L1).toString());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto read = readMetrics(file.readAll(), name, QTimeZone::utc());
    return read ? findExcursions(read.value().series.front().points) : std::vector<Excursion>();
}

void LabelledSeriesTest::labelledSeries_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<double>("precision");
    QTest::addColumn<double>("recall");
    QTest::newRow("tuned on") << tunedOn << TunedPrecision << TunedRecall;
    QTest::newRow("tuned on later") << tunedOnLater << OtherPrecision << OtherRecall;
}

void LabelledSeriesTest::labelledSeries()
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

void LabelledSeriesTest::nothingWhereNothingWas()
{
    if (dataFolder().isEmpty())
        QSKIP("the labelled series are not here: ../shared/data/metrics");
    QFile file(dataFolder() + u"labels.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject labels = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(labels.contains(withoutAnomaly));
    QCOMPARE(proposedFor(withoutAnomaly, labels).size(), size_t(0));
}

void LabelledSeriesTest::seriesThatWereNeverTunedOn()
{
    Score all;
    for (const QString &name : untouched) {
        const Labelled one = neverTunedOn(name);
        QVERIFY2(one.points.size() > 500 && !one.windows.isEmpty(), qPrintable(name));
        const Score score = judge(findExcursions(one.points), one.windows, one.step);
        qInfo("%s: %s", qPrintable(name), qPrintable(score.text()));
        all.add(score);
    }
    qInfo("all: %s", qPrintable(all.text()));
    QVERIFY2(all.precision() >= OtherPrecision, qPrintable(all.text()));
    QVERIFY2(all.recall() >= OtherRecall, qPrintable(all.text()));
}

QTEST_GUILESS_MAIN(LabelledSeriesTest)

#include "tst_labelledseries.moc"
