// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/frozengraph.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::models;

namespace {

constexpr qint64 second = 1000000;
constexpr qint64 start = 1700000000 * second;

bool isSame(const MetricPoints &a, const MetricPoints &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const MetricPoint &x, const MetricPoint &y) {
        return x.atUs == y.atUs && (x.value == y.value || (std::isnan(x.value) && std::isnan(y.value)));
    });
}

} // namespace

/// What the graphs showed, kept as a file that shows it again with nobody to ask.
class TestFrozenGraph : public QObject
{
    Q_OBJECT
private slots:
    void aKeptGraphIsAsItWas();
    void theSameGraphIsTheSameBytes();
    void manyValuesKeepTheirExtremes();
    void whatIsHiddenOrOutOfSightIsNotKept();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();

private:
    /// Two queries and a file, with all that is odd in a series.
    static void fill(MetricStore &store)
    {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        store.setField(u"query:1"_s, {u"rate(errors{job=\"a, b\"}[5m])"_s, u"Prometheus at here"_s, true, true, true, 2.5, {}});
        store.setSource(
            u"query:1"_s,
            {{u"{pod=\"a\"}"_s, u"/s"_s, {{start, 1}, {start + second, std::nan("")}, {start + 2 * second, infinite}}},
             {u"{pod=\"b\"}"_s, u"/s"_s, {{start + 7, 0.1}, {start + second, -infinite}, {start + second, 1e-300}}}});
        store.setSource(u"/x/api.csv"_s, {{u"=cmd, \"quoted\""_s, {}, {{start, 3}, {start + 9 * second, 4}}}});
    }
};

void TestFrozenGraph::aKeptGraphIsAsItWas()
{
    MetricStore store;
    fill(store);
    const FrozenGraph graph = freeze(store, {start, start + 8 * second}, {start + 60 * second});
    const auto read = readFrozen(writeFrozen(graph));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.problem().text));
    const FrozenGraph &back = read.value();
    QCOMPARE(back.taken.us, start + 60 * second);
    QCOMPARE(back.range, (MetricRange{start, start + 8 * second}));
    QCOMPARE(back.fields.size(), size_t(2));
    QCOMPARE(back.fields[0].query, u"rate(errors{job=\"a, b\"}[5m])"_s);
    QCOMPARE(back.fields[0].from, u"Prometheus at here"_s);
    QCOMPARE(back.fields[0].unit, u"/s"_s);
    QVERIFY(back.fields[0].logarithmic);
    QCOMPARE(back.fields[0].threshold, 2.5);
    QCOMPARE(back.fields[0].values, 6);
    QCOMPARE(back.fields[1].from, u"api.csv"_s);
    QCOMPARE(back.fields[1].series[0].name, u"=cmd, \"quoted\""_s); // as it was, though no formula stands in the table
    QCOMPARE(back.fields[1].series[0].points.size(), size_t(1));    // what was in sight
    for (size_t field = 0; field < 2; ++field) {
        for (size_t i = 0; i < graph.fields[field].series.size(); ++i)
            QVERIFY(isSame(back.fields[field].series[i].points, graph.fields[field].series[i].points));
    }
}

void TestFrozenGraph::theSameGraphIsTheSameBytes()
{
    MetricStore store;
    fill(store);
    const QByteArray bytes = writeFrozen(freeze(store, {start, start + 8 * second}, {start}));
    QCOMPARE(writeFrozen(readFrozen(bytes).value()), bytes);
}

void TestFrozenGraph::manyValuesKeepTheirExtremes()
{
    MetricSeries series{u"many"_s, {}, {}};
    for (int i = 0; i < 300000; ++i)
        series.points.push_back({start + i * second, std::sin(i / 700.0)});
    series.points[123456].value = 50;
    series.points[234567].value = -50;
    series.points[150000].value = std::nan("");
    MetricStore store;
    store.setSource(u"f"_s, {series});
    const FrozenGraph graph = freeze(store, *store.range(), {start});
    const MetricPoints &kept = graph.fields[0].series[0].points;
    QVERIFY(kept.size() <= 20000 && kept.size() > 4000);
    QCOMPARE(graph.fields[0].values, 300000);
    QVERIFY(isSame({kept.front(), kept.back()}, {series.points.front(), series.points.back()}));
    const auto has = [&](const MetricPoint &wanted) {
        return std::any_of(kept.begin(), kept.end(), [&](const MetricPoint &each) { return isSame({each}, {wanted}); });
    };
    QVERIFY(has(series.points[123456]) && has(series.points[234567]) && has(series.points[150000]));
    QVERIFY(std::is_sorted(kept.begin(), kept.end(), [](const MetricPoint &a, const MetricPoint &b) { return a.atUs < b.atUs; }));
    // In each part of the time the picture is the same: least and greatest of it are there.
    for (int from = 0; from < 300000; from += 1000) {
        const auto inPart = [&](const MetricPoints &points) {
            const auto [least, greatest] = std::minmax_element(
                firstFrom(points, start + from * second), firstFrom(points, start + (from + 1000) * second),
                [](const MetricPoint &a, const MetricPoint &b) {
                    return std::isfinite(a.value) && (!std::isfinite(b.value) || a.value < b.value);
                });
            return std::pair(least->value, greatest->value);
        };
        const auto whole = inPart(series.points);
        const auto part = inPart(kept);
        QVERIFY(std::abs(whole.first - part.first) < 0.11);
    }
    QVERIFY(isSame(thinned(series.points, {start, start + 10 * second}, 20000),
                   MetricPoints(series.points.begin(), series.points.begin() + 11))); // what is little stays as it is
}

void TestFrozenGraph::whatIsHiddenOrOutOfSightIsNotKept()
{
    MetricStore store;
    fill(store);
    store.setShown(1, false);
    const FrozenGraph graph = freeze(store, {start + second, start + 9 * second}, {start});
    QCOMPARE(graph.fields[0].series.size(), size_t(1));
    QCOMPARE(graph.fields[0].series[0].points.size(), size_t(2));
    QCOMPARE(graph.fields[1].series[0].points.size(), size_t(1));
}

void TestFrozenGraph::otherFilesAreRefused_data()
{
    MetricStore store;
    fill(store);
    const QByteArray good = writeFrozen(freeze(store, {start, start + 8 * second}, {start}));
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << QByteArray() << 1;
    QTest::newRow("a CSV") << QByteArray("time,x\n2025-03-04T09:00:00Z,1\n") << 1;
    QTest::newRow("no JSON") << QByteArray("# fireline-graph {\ntime\n") << 1;
    QTest::newRow("a newer format") << QByteArray(good).replace("\"format\":1", "\"format\":2") << 1;
    QTest::newRow("no time") << QByteArray(good).replace("\"taken\":\"2023", "\"taken\":\"soon") << 1;
    QTest::newRow("a column less") << QByteArray(good).replace("\"{pod=\\\"b\\\"}\"", "\"{pod=\\\"b\\\"}\",\"c\"") << 2;
    QTest::newRow("no number") << QByteArray(good).replace("NaN", "many") << 5;
    QTest::newRow("cut off") << good.chopped(4) << 7;
    QTest::newRow("turned round") << good + "2001-01-01T00:00:00.000Z,,,\n" << 8;
    QTest::newRow("an open quote") << good + "\"" << 8;
}

void TestFrozenGraph::otherFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    const auto read = readFrozen(bytes);
    QVERIFY(!read.ok());
    QVERIFY2(read.problem().text.contains(u"line %1:"_s.arg(line)), qPrintable(read.problem().text));
    QVERIFY(read.problem().text.contains(u"Choose an entry"_s));
}

QTEST_GUILESS_MAIN(TestFrozenGraph)
#include "tst_frozengraph.moc"
