// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "connectorrig.h"
#include "connectorseries.h"
#include "drillseries.h"
#include "liverig.h"
#include "passwordstore.h"
#include "playedseries.h"
#include "sourceaccess.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QUrlQuery>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::FakeHttp;
using fireline::test::MemoryFeed;
using fireline::test::PlayedSeries;
using fireline::window::DatadogSeries;
using fireline::window::DrillSeries;
using fireline::window::PrometheusSeries;
using fireline::window::SeriesShelf;
using test::Graphs;
using test::Settings;
using test::sourceAt;

namespace {

constexpr qint64 second = 1000000;

/// What a source says, once.
struct Said
{
    SeriesSource::Told take()
    {
        return [this](const Outcome<SeriesAnswer> &answer) {
            outcome.emplace(answer);
            ++times;
        };
    }
    std::optional<Outcome<SeriesAnswer>> outcome;
    int times = 0;
};

} // namespace

/// Queries of one window: asked of whom they belong to, once a second of the incident's time, and remembered for it.
class TestLiveDesk : public QObject
{
    Q_OBJECT
private slots:
    void queriesAreAskedWithTheTime();
    void queriesAreRememberedForTheIncident();
    void aDrillShowsItsGraphsUnlessSomebodyChose();
    void nobodyToAskIsToldWithAWayOn();
    void aDrillTellsNothingOfTheTimeToCome();
    void aDrillNamesTheSeriesItHas();
    void prometheusIsAskedByTheStep();
    void datadogIsAskedByTheStep();
    void sourcesOfTheSettingsAreAskedOnceSomebodyAsks();
    void whatCannotSignInSaysSoUntilItCan();
    void aZoomIsAskedForOnceItCameToRest();
    void aRenamedSourceKeepsItsGraphs();

private:
    /// As Prometheus tells three values up to now.
    [[nodiscard]] FakeHttp::Reply matrix() const
    {
        QByteArray values;
        for (int i = 2; i >= 0; --i)
            values += (values.isEmpty() ? "[" : ",[") + QByteArray::number(m_feed.now().us / second - i) + R"(,"7"])";
        return test::good(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"job":"a"},"values":[)"
                          + values + "]}]}}");
    }

    MemoryFeed m_feed{u"sre-directorate"_s, u"SEV1"_s};
};

void TestLiveDesk::queriesAreAskedWithTheTime()
{
    const auto source = std::make_shared<PlayedSeries>();
    SeriesShelf shelf;
    Graphs graphs(m_feed, shelf, {});
    shelf.setSources({source});
    graphs.ask(u"up"_s);
    QCOMPARE(source->asked.size(), 1);
    QCOMPARE(source->asked.first().toUs, m_feed.now().us);
    QVERIFY(source->asked.first().pixels > 100); // though it was not drawn yet
    QCOMPARE(graphs.store.field(u"query:1"_s).threshold, 250.0);
    source->has = {{u"up"_s, {}, {{m_feed.now().us, 1}, {m_feed.now().us + second, 2}}}};
    source->answer();
    m_feed.advance(Span::seconds(1));
    QCOMPARE(source->asked.size(), 2);
    source->answer();
    QCOMPARE(graphs.store.at(0).data.points.size(), size_t(2));
    QCOMPARE(graphs.panel.plot().range().toUs, m_feed.now().us);
    graphs.panel.hide(); // nobody looks
    m_feed.advance(Span::seconds(1));
    QCOMPARE(source->asked.size(), 2);
    emit graphs.panel.removeRequested(u"query:1"_s);
    QCOMPARE(graphs.store.count(), 0);
}

void TestLiveDesk::queriesAreRememberedForTheIncident()
{
    const QTemporaryDir folder;
    const auto source = std::make_shared<PlayedSeries>();
    SeriesShelf shelf;
    {
        Graphs graphs(m_feed, shelf, folder.path());
        shelf.setSources({source});
        graphs.ask(u"up"_s);
        graphs.ask(u"down"_s);
        MetricField field = graphs.store.field(graphs.desk->graphs().ids().first());
        field.logarithmic = true;
        graphs.store.setField(graphs.desk->graphs().ids().first(), field);
        graphs.files.flush();
    }
    SeriesShelf later;
    Graphs graphs(m_feed, later, folder.path());
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCoreApplication::processEvents();
    // Its source is not there yet, or is no more: that is said, and not left out.
    QTRY_COMPARE(graphs.queries(), (QStringList{u"up"_s, u"down"_s}));
    const MetricNotice lacking = graphs.store.field(graphs.desk->graphs().ids().first()).notice;
    QCOMPARE(lacking.kind, MetricNotice::Kind::Unreachable);
    QVERIFY2(lacking.text.contains(u"not set up here"_s), qPrintable(lacking.text));
    const auto asked = source->asked.size();
    m_feed.advance(Span::seconds(2));
    QCOMPARE(source->asked.size(), asked);
    later.setSources({source});
    QCOMPARE(source->asked.size(), asked + 2);
    QCOMPARE(graphs.queries(), (QStringList{u"up"_s, u"down"_s}));
    QVERIFY(graphs.store.field(graphs.desk->graphs().ids().first()).logarithmic);
    QCOMPARE(graphs.store.field(graphs.desk->graphs().ids().first()).threshold, 250.0);
    // A source that goes leaves its graphs, and they go on when it is back.
    later.setSources({});
    QCOMPARE(graphs.store.field(graphs.desk->graphs().ids().first()).notice.kind, MetricNotice::Kind::Unreachable);
    later.setSources({source});
    QCOMPARE(graphs.store.field(graphs.desk->graphs().ids().first()).notice.kind, MetricNotice::Kind::Asking);
}

void TestLiveDesk::aDrillShowsItsGraphsUnlessSomebodyChose()
{
    const QTemporaryDir folder;
    const auto source = std::make_shared<PlayedSeries>();
    SeriesShelf shelf;
    shelf.setFirst({{u"played"_s, u"up"_s, {}, 3}});
    {
        Graphs graphs(m_feed, shelf, folder.path());
        shelf.setSources({source});
        QTRY_COMPARE(graphs.queries(), QStringList{u"up"_s});
        emit graphs.panel.removeRequested(graphs.desk->graphs().ids().first());
        graphs.files.flush();
    }
    Graphs graphs(m_feed, shelf, folder.path());
    graphs.ask(u"down"_s);
    QTRY_COMPARE(graphs.queries(), QStringList{u"down"_s});
}

void TestLiveDesk::nobodyToAskIsToldWithAWayOn()
{
    SeriesShelf shelf;
    Graphs graphs(m_feed, shelf, {});
    views::ActionRegistry registry(&graphs.panel);
    graphs.panel.addActions(registry);
    QVERIFY(registry.whyNot(u"metrics.query"_s).contains(u"Import a file of metrics: I."_s));
}

void TestLiveDesk::aDrillTellsNothingOfTheTimeToCome()
{
    DrillSeries source(u":/scenarios/demo.csv"_s);
    const qint64 declared = Instant::fromRfc3339(u"2021-06-08T09:48:00Z"_s)->us;
    Said said;
    source.ask({u"edge_error_percent"_s, declared - 600 * second, declared, 800, 0}, this, said.take());
    QCOMPARE(said.times, 0); // never at once
    QTRY_COMPARE(said.times, 1);
    QVERIFY(said.outcome->ok());
    const SeriesAnswer &answer = said.outcome->value();
    QCOMPARE(answer.series.size(), size_t(2)); // both regions
    QCOMPARE(answer.stepUs, 5 * second);
    QCOMPARE(answer.series.front().points.size(), size_t(121));
    QCOMPARE(answer.series.front().points.back().atUs, declared);
    Said again;
    source.ask({u"edge_latency_seconds"_s, declared, declared + 90 * second, 800, 5 * second}, this, again.take());
    QCOMPARE(again.times, 0);
    QTRY_COMPARE(again.times, 1);
    QVERIFY(std::isnan(again.outcome->value().series.front().points.back().value)); // nothing was measured for half a minute
    Said never;
    auto gone = std::make_unique<QObject>();
    source.ask({u"edge_latency_seconds"_s, declared, declared, 800, 0}, gone.get(), never.take());
    gone.reset();
    Said last;
    source.ask({u"edge_latency_seconds"_s, declared, declared, 800, 0}, this, last.take());
    QTRY_COMPARE(last.times, 1);
    QCOMPARE(never.times, 0);
}

void TestLiveDesk::aDrillNamesTheSeriesItHas()
{
    DrillSeries source(u":/scenarios/demo.csv"_s);
    Said said;
    source.ask({u"errors"_s, 0, 1, 800, 0}, this, said.take());
    QTRY_COMPARE(said.times, 1);
    QVERIFY(!*said.outcome);
    QVERIFY2(said.outcome->problem().text.contains(u"edge_error_percent, edge_requests_per_second"_s),
             qPrintable(said.outcome->problem().text));
    DrillSeries nothing(u":/scenarios/none.csv"_s);
    Said lacking;
    nothing.ask({u"errors"_s, 0, 1, 800, 0}, this, lacking.take());
    QTRY_COMPARE(lacking.times, 1);
    QVERIFY(!*lacking.outcome);
}

void TestLiveDesk::prometheusIsAskedByTheStep()
{
    FakeHttp http;
    http.setReplies({test::good(R"({"status":"success","warnings":["slow"],"data":{"resultType":"matrix","result":[
        {"metric":{"__name__":"up","job":"a"},"values":[[1700000000,"1"],[1700000002,"+Inf"],[1700000004,"NaN"]]}]}})"),
                     test::status(400, R"({"status":"error","errorType":"bad_data","error":"parse error"})")});
    test::Rig rig(http.address());
    PrometheusSeries source(u"p"_s, rig.client());
    Said said;
    source.ask({u"up"_s, 1700000000 * second, 1700001801 * second, 1000, 0}, this, said.take());
    QCOMPARE(said.times, 0);
    QTRY_COMPARE(said.times, 1);
    QVERIFY(said.outcome->ok());
    const SeriesAnswer &answer = said.outcome->value();
    QCOMPARE(answer.stepUs, 2 * second); // 1,801 seconds on 1,000 pixels
    QCOMPARE(answer.remark, u"slow"_s);
    QCOMPARE(answer.series.front().name, u"up{job=\"a\"}"_s);
    QCOMPARE(answer.series.front().points.size(), size_t(3));
    QVERIFY(std::isinf(answer.series.front().points[1].value) && std::isnan(answer.series.front().points[2].value));
    QUrlQuery query(QUrl::fromEncoded(http.asked().first().target));
    QCOMPARE(query.queryItemValue(u"start"_s), u"1700000000"_s);
    QCOMPARE(query.queryItemValue(u"end"_s), u"1700001800"_s); // nothing of the time to come
    QCOMPARE(query.queryItemValue(u"step"_s), u"2"_s);
    Said refused;
    source.ask({u"up{"_s, 1700001795 * second, 1700001803 * second, 1000, 2 * second}, this, refused.take());
    QTRY_COMPARE(refused.times, 1);
    QVERIFY(refused.outcome->problem().text.contains(u"parse error"_s));
    query = QUrlQuery(QUrl::fromEncoded(http.asked().last().target));
    QCOMPARE(query.queryItemValue(u"start"_s), u"1700001794"_s); // on the same places as before
    QCOMPARE(query.queryItemValue(u"end"_s), u"1700001802"_s);
}

void TestLiveDesk::datadogIsAskedByTheStep()
{
    FakeHttp http;
    http.setReplies({test::good(R"({"data":{"type":"timeseries_response","attributes":{"series":[{"group_tags":["env:prod"],
        "query_index":0}],"times":[1700000000000,1700000030000],"values":[[1.5,null]]}}})")});
    test::Rig rig(http.address());
    DatadogSeries source(u"d"_s, rig.client());
    Said said;
    source.ask({u"avg:system.cpu.user{*}"_s, 1700000000 * second, 1700003600 * second, 200, 0}, this, said.take());
    QTRY_COMPARE(said.times, 1);
    QVERIFY2(said.outcome->ok(), said.outcome->ok() ? "" : qPrintable(said.outcome->problem().text));
    QCOMPARE(said.outcome->value().stepUs, 20 * second);
    QCOMPARE(said.outcome->value().series.front().points.front().value, 1.5);
    QVERIFY(http.asked().first().body.contains("\"interval\":20000"));
}

void TestLiveDesk::sourcesOfTheSettingsAreAskedOnceSomebodyAsks()
{
    FakeHttp shop;
    FakeHttp pay;
    shop.setReplies({matrix()});
    pay.setReplies({matrix()});
    Settings settings;
    SeriesShelf shelf;
    Graphs graphs(m_feed, shelf, {});
    const window::MonitoredShelf monitored(settings.desk, shelf, nullptr);
    QVERIFY(shelf.sources().empty());
    MonitoringSource alerts = sourceAt(u"alerts"_s, shop.address());
    alerts.kind = MonitoringSource::Kind::Alertmanager;
    const QUrl nobody(u"http://127.0.0.1:1"_s);
    settings.keep({alerts, sourceAt(u"shop"_s, nobody), sourceAt(u"pay"_s, pay.address())});
    QCOMPARE(shelf.sources().size(), size_t(2)); // an Alertmanager has no series
    QCoreApplication::processEvents();
    QCOMPARE(pay.connections(), 0);
    graphs.ask(u"errors"_s, u"shop"_s);
    graphs.ask(u"payments"_s, u"pay"_s);
    const auto notice = [&](qsizetype which) { return graphs.store.field(graphs.desk->graphs().ids().at(which)).notice; };
    QTRY_COMPARE(notice(0).kind, MetricNotice::Kind::Unreachable);
    QVERIFY2(notice(0).text.startsWith(u"“shop” "_s), qPrintable(notice(0).text));
    QTRY_COMPARE(notice(1).kind, MetricNotice::Kind::None);
    const auto asked = pay.asked().size();
    settings.keep({sourceAt(u"shop"_s, shop.address()), sourceAt(u"pay"_s, pay.address())});
    QTRY_COMPARE(notice(0).kind, MetricNotice::Kind::None);
    QCOMPARE(graphs.store.at(0).data.points.size(), size_t(3));
    QCOMPARE(pay.asked().size(), asked); // it is set up as before
    settings.keep({sourceAt(u"pay"_s, pay.address())});
    QCOMPARE(notice(0).kind, MetricNotice::Kind::Unreachable);
    QVERIFY2(notice(0).text.startsWith(u"“shop” is not set up any more"_s), qPrintable(notice(0).text));
    QCOMPARE(graphs.store.at(0).data.points.size(), size_t(3)); // what it said stays
    settings.desk.flush();
}

void TestLiveDesk::whatCannotSignInSaysSoUntilItCan()
{
    FakeHttp shop;
    shop.setReplies({matrix()});
    Settings settings;
    SeriesShelf shelf;
    Graphs graphs(m_feed, shelf, {});
    const window::MonitoredShelf monitored(settings.desk, shelf, nullptr);
    const MonitoringSource source = sourceAt(u"shop"_s, shop.address(), MonitoringSource::SignIn::Token);
    settings.keep({source});
    graphs.ask(u"errors"_s, u"shop"_s);
    graphs.ask(u"requests"_s, u"shop"_s);
    const auto notice = [&](qsizetype which) { return graphs.store.field(graphs.desk->graphs().ids().at(which)).notice; };
    QTRY_COMPARE(notice(1).kind, MetricNotice::Kind::Unreachable);
    QVERIFY2(notice(0).text.contains(u"Enter it in the settings"_s), qPrintable(notice(0).text));
    const QString secret = u"horse-battery-staple"_s;
    settings.desk.passwords().keep(window::secretNamesOf(source).first(), secret, this, [](const QString &) {});
    m_feed.advance(Span::seconds(10)); // the graphs have asked again
    QCoreApplication::processEvents();
    QCOMPARE(shop.connections(), 0); // the store is asked once, until somebody says that it has more
    emit settings.desk.sourceSecretsChanged();
    QTRY_COMPARE(notice(1).kind, MetricNotice::Kind::None);
    QCOMPARE(shop.asked().first().heads.value("authorization"), "Bearer " + secret.toUtf8());
    for (int i = 0; i < graphs.store.count(); ++i)
        QVERIFY(!graphs.store.field(graphs.store.fieldOf(i)).from.contains(secret));
    settings.desk.flush();
}

// Not with the query's next turn, which may be a minute away, and not for each step on the way.
void TestLiveDesk::aZoomIsAskedForOnceItCameToRest()
{
    test::NoDelay delay;
    delay.hold = true;
    const auto source = std::make_shared<PlayedSeries>();
    source->stepUs = 60 * second; // it was asked for a day
    SeriesShelf shelf;
    Graphs graphs(m_feed, shelf, {}, &delay);
    shelf.setSources({source});
    source->has = {test::errorsUntil(m_feed.now(), 60, 30)};
    graphs.ask(u"errors"_s);
    QTRY_VERIFY(graphs.panel.plot().pixels() > 100); // once it is drawn
    source->answer();
    graphs.panel.plot().follow(86400 * second);
    delay.held();
    while (source->isOpen())
        source->answer();
    auto &plot = graphs.panel.plot();
    for (const bool following : {true, false}) {
        QCOMPARE(plot.isFollowing(), following);
        const auto asked = source->asked.size();
        const size_t drawn = graphs.store.at(0).data.points.size();
        for (int i = 0; i < 4; ++i)
            plot.zoom(0.5);
        QCOMPARE(source->asked.size(), asked); // it still moves
        delay.held();
        QCOMPARE(source->asked.size(), asked + 1);
        QCOMPARE(source->asked.last().fromUs, plot.range().fromUs);
        QCOMPARE(source->asked.last().pixels, plot.pixels());
        QCOMPARE(source->asked.last().stepUs, 0);               // by the pixels
        QCOMPARE(graphs.store.at(0).data.points.size(), drawn); // what is there stays meanwhile
        delay.held();
        QCOMPARE(source->asked.size(), asked + 1);
        source->stepUs = 10 * second;
        source->answer();
        // What lies further back was not asked for.
        plot.setRange({m_feed.now().us - 86400 * second, m_feed.now().us - 3600 * second});
        delay.held();
        QCOMPARE(source->asked.last().fromUs, m_feed.now().us - 86400 * second);
        source->stepUs = 60 * second;
        source->answer();
    }
}

void TestLiveDesk::aRenamedSourceKeepsItsGraphs()
{
    FakeHttp shop;
    shop.setReplies({matrix()});
    const QTemporaryDir folder;
    Settings settings;
    QString field;
    MonitoringSource source = sourceAt(u"shop"_s, shop.address());
    {
        SeriesShelf shelf;
        Graphs graphs(m_feed, shelf, folder.path());
        const window::MonitoredShelf monitored(settings.desk, shelf, nullptr);
        settings.keep({source});
        graphs.ask(u"errors"_s, u"shop"_s);
        field = graphs.desk->graphs().ids().first();
        QTRY_COMPARE(graphs.store.field(field).notice.kind, MetricNotice::Kind::None);
        QCOMPARE(shelf.sources().front()->name(), u"shop"_s);
        const QString place = u"Prometheus at "_s + shop.address().authority();
        QCOMPARE(graphs.store.field(field).from, u"shop (%1)"_s.arg(place));
        const auto asked = shop.asked().size();
        source.knownAs = lastingName(source);
        source.name = u"market"_s;
        settings.keep({source});
        QCOMPARE(graphs.store.field(field).notice.kind, MetricNotice::Kind::None);
        QCOMPARE(graphs.store.at(0).data.points.size(), size_t(3));
        QCOMPARE(shop.asked().size(), asked); // nothing begins anew for that
        QCOMPARE(shelf.sources().front()->name(), u"market"_s);
        QCOMPARE(graphs.store.field(field).from, u"market (%1)"_s.arg(place));
        graphs.files.flush();
    }
    // After the next start too, and after another address.
    settings.desk.flush();
    const window::PreferencesDesk again(settings.console, settings.processes, settings.theme, Instant{1000000});
    QCOMPARE(again.preferences().monitoring.sources.value(0).name, u"market"_s);
    SeriesShelf shelf;
    Graphs graphs(m_feed, shelf, folder.path());
    const window::MonitoredShelf monitored(again, shelf, nullptr);
    QTRY_COMPARE(graphs.queries(), QStringList{u"errors"_s});
    QTRY_COMPARE(graphs.store.field(graphs.desk->graphs().ids().first()).notice.kind, MetricNotice::Kind::None);
}

QTEST_MAIN(TestLiveDesk)
#include "tst_livedesk.moc"
