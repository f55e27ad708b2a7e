// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/livegraphs.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metrictablemodel.h"
#include "playedseries.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::models;
using namespace fireline::models::metrics;
using fireline::test::PlayedSeries;
using Kind = MetricNotice::Kind;

namespace {

constexpr qint64 second = 1000000;
constexpr qint64 start = 1700000000 * second;
constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

/// Queries over a source that is played, with models under the tester.
struct Live
{
    Live() { graphs.setView({start - 600 * second, start}, true, 600); }
    /// So many seconds more, one tick each; what is asked is answered at once.
    void run(int seconds, bool answering = true)
    {
        for (int i = 0; i < seconds; ++i) {
            now = now + domain::Span::seconds(1);
            graphs.tick();
            while (answering && source.isOpen())
                source.answer();
        }
    }
    /// One value a second of the last `length`.
    static MetricSeries counting(const QString &name, int from, int to)
    {
        MetricSeries made{name, u"ms"_s, {}};
        for (int i = from; i <= to; ++i)
            made.points.push_back({start + i * second, double(i)});
        return made;
    }
    [[nodiscard]] const MetricPoints &points(int series = 0) const { return store.at(series).data.points; }
    [[nodiscard]] MetricNotice notice() const { return store.field(id).notice; }
    void begin(const QString &query = u"up"_s)
    {
        id = graphs.add(source, query, {});
        if (source.isOpen())
            source.answer();
    }

    domain::Instant now{start};
    MetricStore store;
    MetricSeriesModel list{store};
    MetricTableModel table{store};
    QAbstractItemModelTester listTester{&list, fatal};
    QAbstractItemModelTester tableTester{&table, fatal};
    LiveGraphs graphs{store, [this] { return now; }};
    PlayedSeries source;
    QString id;
};

} // namespace

/// What a source says again and again becomes one graph, and what it does not say is said in words.
class TestLiveGraphs : public QObject
{
    Q_OBJECT
private slots:
    void aRangeIsAskedOnceAndThenWhatFollows();
    void whatComesLateOrOtherwiseIsPutRight();
    void oneQuestionAtATime();
    void aSilentSourceIsTold();
    void afterSilenceTheHoleIsFilled();
    void oldValuesAreCalledStale();
    void nothingIsCalledNothing();
    void anotherTimeIsAskedAnew();
    void seriesComeAndGo();
    void unseenNothingIsAsked();
    void aSourceThatGoesLeavesWhatItSaid();
    void aChangedQueryForgetsTheOther();
    void tooManySeriesAreTold();
    void oddValuesAreCounted();
    void nothingIsKeptForEver();
    void whatIsMovedMeanwhileIsAskedBehindTheAnswer();
    void aSourceThatFailsIsAskedNoMoreForAMove();
};

void TestLiveGraphs::aRangeIsAskedOnceAndThenWhatFollows()
{
    Live live;
    live.source.has = {Live::counting(u"up"_s, -600, 100)};
    live.table.setRange(MetricRange{start - 5 * second, start + 100 * second});
    live.begin();
    QCOMPARE(live.source.asked.first().fromUs, start - 600 * second);
    QCOMPARE(live.source.asked.first().pixels, 600);
    QCOMPARE(live.points().size(), size_t(601));
    QCOMPARE(live.table.rowCount(), 6);
    QSignalSpy resets(&live.table, &QAbstractItemModel::modelReset);
    QSignalSpy appended(&live.store, &MetricStore::appended);
    live.run(10);
    QCOMPARE(live.source.asked.size(), 11);
    QVERIFY(live.source.asked.last().fromUs > start - 30 * second); // no more than may have changed
    QCOMPARE(live.source.asked.last().stepUs, second);
    QCOMPARE(live.points().size(), size_t(611));
    QCOMPARE(live.points().back().value, 10.0);
    QCOMPARE(appended.size(), 10);
    for (const auto &each : appended)
        QVERIFY(each.at(2).toBool()); // added, never drawn anew
    QCOMPARE(resets.size(), 0);
    QCOMPARE(live.table.rowCount(), 16);
    QCOMPARE(live.notice().kind, Kind::None);
}

void TestLiveGraphs::whatComesLateOrOtherwiseIsPutRight()
{
    Live live;
    live.source.has = {Live::counting(u"up"_s, -600, 100)};
    MetricPoints &truth = live.source.has[0].points;
    live.begin();
    live.run(2);
    truth[602].value = 77;            // said otherwise a second later
    truth.erase(truth.begin() + 600); // taken back
    live.run(2);
    QCOMPARE(live.points().size(), size_t(604));
    QVERIFY(std::equal(live.points().begin(), live.points().end(), truth.begin(),
                       [](const MetricPoint &a, const MetricPoint &b) { return a.atUs == b.atUs && a.value == b.value; }));
}

void TestLiveGraphs::oneQuestionAtATime()
{
    Live live;
    live.graphs.add(live.source, u"up"_s, {});
    live.run(20, false);
    QCOMPARE(live.source.asked.size(), 1);
    live.source.answer();
    live.run(1, false);
    QCOMPARE(live.source.asked.size(), 2);
}

void TestLiveGraphs::aSilentSourceIsTold()
{
    Live live;
    live.source.has = {Live::counting(u"up"_s, -600, 100)};
    live.id = live.graphs.add(live.source, u"up"_s, {});
    QCOMPARE(live.notice().kind, Kind::Asking);
    QCOMPARE(live.notice().text, u"Prometheus at here"_s);
    live.source.fail(u"It cannot be reached."_s);
    QCOMPARE(live.notice().kind, Kind::Unreachable);
    QCOMPARE(live.notice().text, u"It cannot be reached."_s);
    QCOMPARE(live.notice().atUs, 0);
    for (int i = 0; i < 600; ++i) { // asked again, less and less often
        live.run(1, false);
        if (live.source.isOpen())
            live.source.fail(u"It cannot be reached."_s);
    }
    QVERIFY2(live.source.asked.size() < 30, qPrintable(QString::number(live.source.asked.size())));
    live.run(31);
    QVERIFY(live.notice().kind != Kind::Unreachable);
}

void TestLiveGraphs::afterSilenceTheHoleIsFilled()
{
    Live live;
    live.source.has = {Live::counting(u"up"_s, -600, 200)};
    live.begin();
    live.run(5);
    const qint64 heard = live.now.us;
    live.run(1, false);
    for (int i = 0; i < 60; ++i) {
        if (live.source.isOpen())
            live.source.fail(u"Gone."_s);
        live.run(1, false);
    }
    QCOMPARE(live.notice().kind, Kind::Unreachable);
    QCOMPARE(live.notice().atUs, heard);
    QCOMPARE(live.points().back().value, 5.0); // what it said stays
    live.run(40);
    QCOMPARE(live.notice().kind, Kind::None);
    QCOMPARE(live.points().size(), size_t(601 + (live.now.us - start) / second));
}

void TestLiveGraphs::oldValuesAreCalledStale()
{
    Live live;
    live.source.has = {Live::counting(u"up"_s, -600, 3)};
    live.begin();
    live.run(10);
    QCOMPARE(live.notice().kind, Kind::None);
    live.run(20);
    QCOMPARE(live.notice().kind, Kind::Stale);
    QCOMPARE(live.notice().atUs, start + 3 * second);
    QCOMPARE(live.notice().text, u"Prometheus at here"_s);
    live.source.given = u"alerts"_s; // a word of the sentence in which it stands, if it is not quoted
    live.run(1);
    QCOMPARE(live.notice().text, u"“alerts”"_s);
    live.source.has = {Live::counting(u"up"_s, -600, 100)};
    live.run(2);
    QCOMPARE(live.notice().kind, Kind::None);
}

void TestLiveGraphs::nothingIsCalledNothing()
{
    Live live;
    live.begin(u"down"_s);
    QCOMPARE(live.notice().kind, Kind::Empty);
    QCOMPARE(live.store.count(), 1); // it has a place, and can be selected
    QCOMPARE(live.store.at(0).data.name, u"down"_s);
    QCOMPARE(live.store.fields(), QStringList{live.id});
    live.source.has = {Live::counting(u"down"_s, 0, 100)};
    live.run(2);
    QCOMPARE(live.notice().kind, Kind::None);
    QCOMPARE(live.store.count(), 1);
}

void TestLiveGraphs::anotherTimeIsAskedAnew()
{
    Live live;
    live.source.has = {Live::counting(u"up"_s, -7200, 100)};
    live.begin();
    live.store.setShown(0, true);
    live.graphs.setView({start - 3600 * second, start - 3000 * second}, false, 600);
    live.run(1);
    QCOMPARE(live.source.asked.last().fromUs, start - 3600 * second);
    QCOMPARE(live.source.asked.last().stepUs, 0);
    QCOMPARE(live.points().front().atUs, start - 3600 * second);
    const qsizetype asked = live.source.asked.size();
    live.run(30); // the past does not change
    QCOMPARE(live.source.asked.size(), asked);
    QCOMPARE(live.notice().kind, Kind::None);
    live.graphs.setView({start - 600 * second, start}, true, 600);
    live.run(1);
    QCOMPARE(live.points().back().atUs, live.now.us);
}

void TestLiveGraphs::seriesComeAndGo()
{
    Live live;
    live.source.has = {Live::counting(u"up{pod=\"a\"}"_s, -600, 100), Live::counting(u"up{pod=\"b\"}"_s, -600, 100)};
    live.begin();
    QCOMPARE(live.store.count(), 2);
    live.store.setShown(0, false);
    live.source.has.push_back(Live::counting(u"up{pod=\"c\"}"_s, 2, 100));
    live.run(3);
    QCOMPARE(live.store.count(), 3);
    QVERIFY(!live.store.at(0).shown);
    const int look = live.store.at(1).look;
    live.source.has.erase(live.source.has.begin());
    live.graphs.setView({start - 3600 * second, start}, true, 600);
    live.run(1);
    QCOMPARE(live.store.count(), 2);
    QCOMPARE(live.store.at(0).look, look);
}

void TestLiveGraphs::unseenNothingIsAsked()
{
    Live live;
    live.begin();
    live.graphs.setSeen(false);
    live.run(30);
    QCOMPARE(live.source.asked.size(), 1);
    live.graphs.setSeen(true);
    QCOMPARE(live.source.asked.size(), 2);
}

void TestLiveGraphs::aSourceThatGoesLeavesWhatItSaid()
{
    Live live;
    live.source.has = {Live::counting(u"up"_s, -600, 100)};
    live.begin();
    live.graphs.forget(live.source);
    live.run(5);
    QCOMPARE(live.source.asked.size(), 1);
    QCOMPARE(live.notice().kind, Kind::Unreachable);
    QCOMPARE(live.points().size(), size_t(601));
}

void TestLiveGraphs::aChangedQueryForgetsTheOther()
{
    Live live;
    live.source.has = {Live::counting(u"up"_s, -600, 100)};
    live.begin();
    live.run(1, false); // a question of the old one is under way
    live.graphs.change(live.id, live.source, u"down"_s, u"%"_s);
    live.source.answer(); // says nothing any more
    QCOMPARE(live.store.at(0).data.name, u"down"_s);
    QVERIFY(live.points().empty());
    live.source.has = {Live::counting(u"down"_s, -600, 100)};
    live.source.answer();
    QCOMPARE(live.points().size(), size_t(601));
    QCOMPARE(live.store.at(0).data.unit, u"%"_s);
    live.graphs.remove(live.id);
    QCOMPARE(live.store.count(), 0);
    live.run(3);
}

void TestLiveGraphs::tooManySeriesAreTold()
{
    Live live;
    for (int i = 0; i < 60; ++i)
        live.source.has.push_back(Live::counting(u"up{pod=\"%1\"}"_s.arg(i), -10, 10));
    live.begin();
    QCOMPARE(live.store.count(), 50);
    QVERIFY2(live.notice().remark.startsWith(u"60 series; the first 50 are shown."_s), qPrintable(live.notice().remark));
}

void TestLiveGraphs::oddValuesAreCounted()
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    Live live;
    live.source.has = {Live::counting(u"up"_s, -600, 100)};
    MetricPoints &truth = live.source.has[0].points;
    truth[10].value = infinite;
    truth[11].value = -infinite;
    truth[12].value = std::nan("");
    truth.insert(truth.begin() + 20, truth[20]);
    live.begin();
    QCOMPARE(live.store.at(0).odd, (MetricOddities{1, 2, 1, 0}));
    live.list.setCursor(truth[10].atUs);
    QCOMPARE(live.list.index(0, ValueColumn).data().toString(), u"∞"_s);
    live.list.setCursor(truth[11].atUs);
    QCOMPARE(live.list.index(0, ValueColumn).data().toString(), u"−∞"_s);
    live.list.setCursor(truth[12].atUs);
    QCOMPARE(live.list.index(0, ValueColumn).data().toString(), u"none"_s);
    live.store.append(0, {{start - 20 * second, 1}});
    QCOMPARE(live.store.at(0).odd, (MetricOddities{1, 2, 2, 1}));
    QCOMPARE(oddityWords(live.store.at(0).odd),
             u"Values: 2 at a time that has one already, 1 out of order, put in place, 2 infinite"_s);
}

void TestLiveGraphs::nothingIsKeptForEver()
{
    Live live;
    live.source.has = {Live::counting(u"up"_s, -600, 4000)};
    live.begin();
    live.run(3600);
    QVERIFY2(live.points().size() < 2000, qPrintable(QString::number(live.points().size())));
    QVERIFY(live.points().front().atUs <= live.now.us - 1200 * second);
}

void TestLiveGraphs::whatIsMovedMeanwhileIsAskedBehindTheAnswer()
{
    Live live;
    live.source.has = {Live::counting(u"up"_s, -7200, 100)};
    live.source.stepUs = 30 * second;
    live.begin();
    live.graphs.setView({start - 3600 * second, start}, true, 600);
    live.graphs.tick();
    QVERIFY(live.source.isOpen()); // at once, though its turn comes in half a minute
    const auto asked = live.source.asked.size();
    live.graphs.setView({start - 7000 * second, start - 6000 * second}, false, 600);
    live.graphs.tick();
    QCOMPARE(live.source.asked.size(), asked); // one at a time
    live.source.answer();
    QCOMPARE(live.source.asked.size(), asked + 1);
    QCOMPARE(live.source.asked.last().fromUs, start - 7000 * second);
    live.source.answer();
    QVERIFY(!live.source.isOpen());
    // More pixels over the same time are a finer step.
    live.graphs.setView({start - 7000 * second, start - 6000 * second}, false, 1200);
    live.graphs.tick();
    QCOMPARE(live.source.asked.last().pixels, 1200);
    live.source.answer();
    live.graphs.setView({start - 7000 * second, start - 6000 * second}, false, 1250);
    live.graphs.tick();
    QVERIFY(!live.source.isOpen());
}

void TestLiveGraphs::aSourceThatFailsIsAskedNoMoreForAMove()
{
    Live live;
    live.id = live.graphs.add(live.source, u"up"_s, {});
    live.source.fail(u"It cannot be reached."_s);
    const auto asked = live.source.asked.size();
    for (int i = 1; i < 20; ++i) {
        live.graphs.setView({start - i * 600 * second, start - (i - 1) * 600 * second}, false, 600);
        live.graphs.tick();
    }
    QCOMPARE(live.source.asked.size(), asked);
}

QTEST_GUILESS_MAIN(TestLiveGraphs)
#include "tst_livegraphs.moc"
