// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/frozengraph.h"
#include "metrics/metricreader.h"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace fireline::models;

namespace {

constexpr qint64 second = 1000000;
constexpr qint64 nine = 1741078800 * second; // 2025-03-04T09:00:00Z

/// "name[unit]: +0=1 +60=- …": seconds after nine o'clock.
QStringList told(const MetricFile &file)
{
    QStringList all;
    for (const MetricSeries &series : file.series) {
        QString line = series.name;
        if (!series.unit.isEmpty())
            line += u'[' + series.unit + u']';
        line += u':';
        for (const MetricPoint &point : series.points) {
            line += u" +%1="_s.arg((point.atUs - nine) / second);
            line += isGap(point) ? u"-"_s : QString::number(point.value);
        }
        all.append(line);
    }
    return all;
}

auto read(const QByteArray &bytes, const QTimeZone &zone = QTimeZone::utc())
{
    return readMetrics(bytes, u"graph.csv"_s, zone);
}

/// Nothing but text that a file may hold, with much of what means something to the readers.
rc::Gen<QByteArray> hostile()
{
    static const std::vector<std::string> pieces{"time",
                                                 ",",
                                                 ";",
                                                 "\n",
                                                 "\r\n",
                                                 "\"",
                                                 "\"\"",
                                                 "2025-03-04T09:00:00Z",
                                                 "2025-03-04 09:00:00",
                                                 "1741078800",
                                                 "1.5",
                                                 "12 ms",
                                                 "80%",
                                                 "NaN",
                                                 "-",
                                                 "1,5",
                                                 "#",
                                                 "sep=;",
                                                 "\t",
                                                 "value",
                                                 "[",
                                                 "]",
                                                 "{",
                                                 "}",
                                                 ":",
                                                 "\"data\"",
                                                 "null",
                                                 "\"values\"",
                                                 "\"metric\"",
                                                 "\"datapoints\"",
                                                 "\xC3",
                                                 "\xFF",
                                                 "µs",
                                                 "é",
                                                 "1e999",
                                                 "-0",
                                                 "9999999999999999999",
                                                 "\"result\"",
                                                 "\"resultType\":\"matrix\"",
                                                 "\"time\"",
                                                 "true"};
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)), [](const auto &chosen) {
        QByteArray text;
        for (const std::string &piece : chosen)
            text += QByteArray::fromStdString(piece);
        return text;
    });
}

} // namespace

/// The readers of metric files: every shape, every fault with its place, and properties over all input.
class TestMetricReaders : public QObject
{
    Q_OBJECT
private slots:
    void shapes_data();
    void shapes();
    void faults_data();
    void faults();
    void namesTheLineOfADeepFault();
    void timesWithoutZoneAreReadInTheOneGiven();
    void localTimesPassThroughSummerTime();
    void tooMuchIsRefused();
    void realFiles_data();
    void realFiles();
    void whatIsWrittenIsReadBack();
    void anyInputIsAnswered();
    void everyCutOfAFileIsAnswered();
    void joinsKnowRegularFromIrregular();
};

void TestMetricReaders::shapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("series");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &series) {
        QTest::newRow(name) << bytes << series;
    };
    row("wide", "time,cpu %,latency (ms)\n2025-03-04T09:00:00Z,12,30\n2025-03-04T09:01:00Z,,31.5\n",
        {u"cpu %[%]: +0=12 +60=-"_s, u"latency (ms)[ms]: +0=30 +60=31.5"_s});
    row("one value takes the file's name", "timestamp,value\n2025-03-04 09:00:00,1\n", {u"graph: +0=1"_s});
    row("no head", "1741078800,5,6\n1741078860,7,8\n", {u"Column 2: +0=5 +60=7"_s, u"Column 3: +0=6 +60=8"_s});
    row("Grafana, series joined", "\"Time\",\"{instance=\"\"a\"\"}\"\n1741078800000,0.5\n", {u"{instance=\"a\"}: +0=0.5"_s});
    row("Grafana, series as rows",
        "sep=;\n\"Series\";\"Time\";\"Value\"\n\"a\";\"2025-03-04T09:00:00+00:00\";1,5\n\"b\";\"2025-03-04T10:00:00+01:00\";2\n",
        {u"a: +0=1.5"_s, u"b: +0=2"_s});
    row("units in cells", "time,p95\n2025-03-04T09:00:00Z,45 ms\n2025-03-04T09:01:00Z,50 ms\n", {u"p95[ms]: +0=45 +60=50"_s});
    row("words name series", "time,host,load\n2025-03-04T09:00:00Z,a,1\n2025-03-04T09:00:00Z,b,2\n",
        {u"load host=a: +0=1"_s, u"load host=b: +0=2"_s});
    row("comments, marks, tabs", "\xEF\xBB\xBF# from a console\ntime\tx\n\n2025-03-04T09:00:00.5Z\t1\n", {u"x: +0=1"_s});
    row("unsorted, repeated", "time,x\n1741078860,2\n1741078800,1\n1741078860,3\n", {u"x: +0=1 +60=2 +60=3"_s});
    row("equal names", "time,x,x\n1741078800,1,2\n", {u"x: +0=1"_s, u"x (2): +0=2"_s});
    row("UTF-16",
        QByteArray("\xFF\xFE", 2) + QByteArray("t\0i\0m\0e\0,\0x\0\n\0", 14)
            + QByteArray("1\0007\0004\0001\0000\0007\0008\0008\0000\0000\0,\0004\0\n\0", 26),
        {u"x: +0=4"_s});
    row("Prometheus",
        R"({"status":"success","data":{"resultType":"matrix","result":[
            {"metric":{"__name__":"up","job":"api","pod":"a"},"values":[[1741078800,"1"],[1741078860.0,"NaN"]]},
            {"metric":{"__name__":"up","job":"api","pod":"b"},"values":[[1741078800,"0"]]}]}})",
        {u"up{pod=\"a\"}: +0=1 +60=-"_s, u"up{pod=\"b\"}: +0=0"_s});
    row("Prometheus, at one time", R"({"resultType":"vector","result":[{"metric":{},"value":[1741078800,"3"]}]})",
        {u"graph: +0=3"_s});
    row("Graphite", R"([{"target":"web.hits","datapoints":[[5,1741078800],[null,1741078860]]}])", {u"web.hits: +0=5 +60=-"_s});
    row("Grafana frames",
        R"({"results":{"A":{"frames":[{"schema":{"fields":[{"name":"Time","type":"time"},
            {"name":"Value","type":"number","labels":{"pod":"a"},"config":{"unit":"s"}}]},
            "data":{"values":[[1741078800000,1741078860000],[1,null]]}}]}}})",
        {u"Value{pod=\"a\"}[s]: +0=1 +60=-"_s});
    row("Datadog",
        R"({"series":[{"metric":"http.errors","scope":"env:prod","unit":[{"short_name":"req"},null],
            "pointlist":[[1741078800000.0,4]]}]})",
        {u"http.errors{env:prod}[req]: +0=4"_s});
    row("CloudWatch", R"({"MetricDataResults":[{"Label":"CPU","Timestamps":["2025-03-04T09:00:00Z"],"Values":[7]}]})",
        {u"CPU: +0=7"_s});
    row("CloudWatch statistics",
        R"({"Label":"CPU","Datapoints":[{"Timestamp":"2025-03-04T09:01:00Z","Average":2,"Unit":"Percent"},
            {"Timestamp":"2025-03-04T09:00:00Z","Average":1,"Unit":"Percent"}]})",
        {u"CPU Average[Percent]: +0=1 +60=2"_s});
    row("InfluxDB",
        R"({"results":[{"series":[{"name":"cpu","columns":["time","idle"],"values":[["2025-03-04T09:00:00Z",9]]}]}]})",
        {u"cpu idle: +0=9"_s});
    row("records", R"([{"time":"2025-03-04T09:00:00Z","host":"a","load":1},{"time":1741078860,"host":"a","load":"2"}])",
        {u"load host=a: +0=1 +60=2"_s});
}

void TestMetricReaders::shapes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, series);
    const auto file = read(bytes);
    QVERIFY2(file.ok(), file ? "" : qPrintable(file.problem().text));
    QCOMPARE(told(file.value()), series);
}

void TestMetricReaders::faults_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &place, const QString &says) {
        QTest::newRow(name) << bytes << place << says;
    };
    row("empty", "  \n", u"line 1, column 1"_s, u"empty"_s);
    row("no text", QByteArray("time,x\n\x89PNG\0\0", 13), u"line 2, column 5"_s, u"no text"_s);
    row("no times", "a,b\n1,2\n", u"line 2, column 1"_s, u"No column holds times"_s);
    row("no numbers", "time,b\n2025-03-04T09:00:00Z,x\n", u"line 1, column 1"_s, u"No column holds numbers"_s);
    row("day before month", "time,x\n04/03/2025 09:00,1\n", u"line 2, column 1"_s, u"04/03/2025"_s);
    row("no such day", "time,x\n2025-03-04T09:00:00Z,1\n2025-02-30T09:00:00Z,1\n", u"line 3, column 1"_s, u"2025-02-30"_s);
    QByteArray late = "time,é x,y\n";
    for (int i = 0; i < 300; ++i)
        late += QByteArray::number(1741078800 + i) + ",1,2\n";
    row("no number, far down", late + "1741079200,1,\"1 234,5\"\n", u"line 302, column 14"_s, u"1 234,5"_s);
    row("open quote", "time,x\n1741078800,\"1\n1741078860,2\n", u"line 2, column 12"_s, u"never closed"_s);
    row("too many cells", "time,x\n1741078800,1,2\n", u"line 2, column 14"_s, u"more cells"_s);
    row("unit changes", "time,x\n1741078800,45 ms\n1741078860,1 s\n", u"line 3, column 12"_s, u"“ms” to “s”"_s);
    row("cut JSON", "{\"data\": {\n \"result\": [", u"line 2, column"_s, u"not valid JSON"_s);
    row("a refusal", "{\"status\":\"error\",\n\"error\":\"bad query\"}", u"line 2, column 9"_s, u"bad query"_s);
    row("unknown JSON", "{\"a\":1}", u"line 1, column 1"_s, u"not known"_s);
    row("no pair", "[{\"target\":\"a\",\n\"datapoints\":[[1,1741078800],\n [2]]}]", u"line 3, column 2"_s,
        u"[1741078800, 12.5]"_s);
    row("a time in words", "[{\"target\":\"a\",\"datapoints\":[[1,\"soon\"]]}]", u"line 1, column 33"_s, u"A time is expected"_s);
    row("nothing in it", R"({"resultType":"matrix","result":[]})", u"graph.csv"_s, u"no value in it"_s);
}

void TestMetricReaders::faults()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, place);
    QFETCH(QString, says);
    const auto file = read(bytes);
    QVERIFY(!file.ok());
    const QString text = file.problem().text;
    QVERIFY2(text.startsWith(u"graph.csv"_s), qPrintable(text));
    QVERIFY2(text.contains(place), qPrintable(text));
    QVERIFY2(text.contains(says), qPrintable(text));
    QVERIFY2(text.endsWith(u'.') && text.count(u'.') >= 2, qPrintable(text)); // what it is, and what to do
}

void TestMetricReaders::namesTheLineOfADeepFault()
{
    QByteArray json = R"({"status":"success","data":{"resultType":"matrix","result":[)";
    for (int series = 0; series < 3; ++series) {
        json += series == 0 ? "\n" : ",\n";
        json += "{\"metric\":{\"__name__\":\"m\\\"" + QByteArray::number(series) + "\"},\"values\":[\n";
        for (int i = 0; i < 50; ++i)
            json += QByteArray(i == 0 ? "" : ",\n") + "[" + QByteArray::number(1741078800 + i) + ",\""
                    + (series == 2 && i == 30 ? "much" : "1") + "\"]";
        json += "]}";
    }
    const auto file = read(json + "]}}");
    QVERIFY(!file.ok());
    // One line before, and for each series before it a line of names and fifty of values, then names and thirty.
    QVERIFY2(file.problem().text.contains(u"line 135, column 13"_s), qPrintable(file.problem().text));
}

void TestMetricReaders::timesWithoutZoneAreReadInTheOneGiven()
{
    const QByteArray bytes = "time,x\n2025-03-04 10:00:00,1\n";
    QVERIFY(read(bytes).value().zoneAssumed);
    QCOMPARE(told(read(bytes).value()).first(), u"x: +3600=1"_s);
    QCOMPARE(told(read(bytes, QTimeZone("Europe/Berlin")).value()).first(), u"x: +0=1"_s);
    QVERIFY(!read("time,x\n2025-03-04 10:00:00+01:00,1\n").value().zoneAssumed);
}

void TestMetricReaders::localTimesPassThroughSummerTime()
{
    const auto file = read("time,x\n2025-03-30 01:30:00,1\n2025-03-30 03:30:00,2\n", QTimeZone("Europe/Berlin"));
    const MetricPoints &points = file.value().series.front().points;
    QCOMPARE(points[1].atUs - points[0].atUs, 3600 * second);
}

void TestMetricReaders::tooMuchIsRefused()
{
    QByteArray head = "time";
    QByteArray row = "1741078800";
    for (int i = 0; i < 201; ++i) {
        head += ",s" + QByteArray::number(i);
        row += ",1";
    }
    const auto many = read(head + '\n' + row + '\n');
    QVERIFY(!many.ok());
    QVERIFY(many.problem().text.contains(u"200 series"_s));
    QByteArray rows = "time,comment,x\n";
    for (int i = 0; i < 201; ++i)
        rows += "1741078800,\"text " + QByteArray::number(i) + "\",1\n";
    const auto comments = read(rows);
    QVERIFY(!comments.ok());
    QVERIFY2(comments.problem().text.contains(u"line 202, column 12"_s), qPrintable(comments.problem().text));
    QVERIFY(!read(QByteArray(largestMetricFile + 1, ' ')).ok());
    // Depth that would end a careless reader.
    QVERIFY(!read(QByteArray(100000, '[')).ok());
}

void TestMetricReaders::realFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("values");
    QTest::addColumn<bool>("zoneAssumed");
    QTest::newRow("CloudWatch, no zone") << u"elb-requests.csv"_s << 200 << true;
    QTest::newRow("telemetry") << u"service-unavailable.csv"_s << 240 << false;
    QTest::newRow("query_range") << u"query-range.json"_s << 118 << false;
}

void TestMetricReaders::realFiles()
{
    QFETCH(QString, file);
    QFETCH(int, values);
    QFETCH(bool, zoneAssumed);
    QFile source(QStringLiteral(FIRELINE_SOURCE_DIR "/tests/data/metrics/") + file);
    QVERIFY2(source.open(QIODevice::ReadOnly), qPrintable(source.fileName()));
    const auto read = readMetrics(source.readAll(), file, QTimeZone::utc());
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.problem().text));
    QCOMPARE(read.value().points, values);
    QCOMPARE(read.value().zoneAssumed, zoneAssumed);
}

void TestMetricReaders::whatIsWrittenIsReadBack()
{
    QVERIFY(rc::check("what a snapshot writes is read back as it was", [] {
        MetricStore store;
        const int count = *rc::gen::inRange(1, 5);
        std::vector<MetricSeries> all;
        for (int i = 0; i < count; ++i) {
            MetricSeries series{u"series %1"_s.arg(i), *rc::gen::element(u""_s, u"ms"_s, u"%"_s), {}};
            qint64 at = nine;
            const int points = *rc::gen::inRange(1, 30);
            for (int k = 0; k < points; ++k) {
                at += *rc::gen::inRange<qint64>(1, 100000000);
                const double value = double(*rc::gen::inRange<qint64>(-1000000000, 1000000000)) / 1024;
                series.points.push_back({at, *rc::gen::inRange(0, 5) == 0 && k > 0 ? std::nan("") : value});
            }
            all.push_back(series);
        }
        store.setSource(u"made"_s, all);
        const auto file = read(writeFrozen(freeze(store, *store.range(), {nine})));
        RC_ASSERT(file.ok());
        RC_ASSERT(int(file.value().series.size()) == count);
        for (int i = 0; i < count; ++i) {
            // Fields of one unit stand together.
            const auto &read = file.value().series;
            const auto found = std::find_if(read.begin(), read.end(),
                                            [&](const MetricSeries &each) { return each.name.startsWith(all[size_t(i)].name); });
            RC_ASSERT(found != read.end());
            const MetricSeries &is = *found;
            RC_ASSERT(is.unit == all[size_t(i)].unit);
            MetricPoints values;
            for (const MetricPoint &point : all[size_t(i)].points) {
                if (!isGap(point))
                    values.push_back(point);
            }
            MetricPoints back;
            for (const MetricPoint &point : is.points) {
                if (!isGap(point))
                    back.push_back(point);
            }
            RC_ASSERT(values.size() == back.size());
            for (size_t k = 0; k < values.size(); ++k)
                RC_ASSERT(values[k].atUs == back[k].atUs && values[k].value == back[k].value);
        }
    }));
}

void TestMetricReaders::anyInputIsAnswered()
{
    QVERIFY(rc::check("any input is read or refused with a place", [] {
        const QByteArray bytes = *hostile();
        const auto file = read(bytes);
        if (!file) {
            RC_ASSERT(file.problem().text.startsWith(u"graph.csv"_s));
            RC_ASSERT(file.problem().text.endsWith(u'.'));
            return;
        }
        RC_ASSERT(!file.value().series.empty());
        qint64 points = 0;
        for (const MetricSeries &series : file.value().series) {
            RC_ASSERT(!series.name.isEmpty());
            RC_ASSERT(std::is_sorted(series.points.begin(), series.points.end(),
                                     [](const MetricPoint &a, const MetricPoint &b) { return a.atUs < b.atUs; }));
            points += qint64(series.points.size());
        }
        RC_ASSERT(points == file.value().points);
    }));
}

void TestMetricReaders::everyCutOfAFileIsAnswered()
{
    const QByteArray csv = "time;\"a \"\"b\"\" (ms)\";c\n2025-03-04T09:00:00+01:00;1,5;\"2\"\n1741078860;NaN;3\n";
    const QByteArray json =
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"\u00e9"},"values":[[1741078800,"1"]]}]}})";
    for (const QByteArray &whole : {csv, json}) {
        for (qsizetype length = 0; length <= whole.size(); ++length) {
            const auto file = read(whole.left(length));
            QVERIFY(file.ok() || file.problem().text.startsWith(u"graph.csv"_s));
        }
        QVERIFY(read(whole).ok());
    }
}

void TestMetricReaders::joinsKnowRegularFromIrregular()
{
    MetricPoints regular;
    for (int i = 0; i < 20; ++i)
        regular.push_back({nine + i * 60 * second, 1});
    QCOMPARE(longestJoin(regular), 90 * second); // one missing value is a gap
    MetricPoints irregular;
    for (int i = 0; i < 20; ++i)
        irregular.push_back({nine + qint64(i) * i * second, 1});
    QVERIFY(longestJoin(irregular) > 39 * second);
    QCOMPARE(longestJoin({{nine, 1}, {nine + second, 1}}), 0);
}

QTEST_APPLESS_MAIN(TestMetricReaders)
#include "tst_metricreaders.moc"
