// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectorrig.h"
#include "connectorseries.h"
#include "livedesk.h"
#include "memoryfeed.h"
#include "metrics/graphforms.h"
#include "metrics/livegraphs.h"
#include "metrics/metriccanvas.h"
#include "metrics/metricmarksmodel.h"
#include "metrics/metricplot.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metricspanel.h"
#include "metrics/metrictablemodel.h"
#include "monitoredseries.h"
#include "monitoringstack.h"
#include "preferencesdesk.h"
#include "processlibrary.h"
#include "settingsfile.h"
#include "statefiles.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::connectors;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::test;
using fireline::window::PrometheusSeries;
using Kind = MetricNotice::Kind;

namespace {

constexpr qint64 second = 1'000'000;
constexpr qint64 hour = 3600 * second;
const QString past = QStringLiteral("shop_latency_seconds");

} // namespace

/// The graph beside the real Prometheus: sample by sample what it returns, also with the program killed in between.
class TestLiveMonitoring : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theGraphShowsWhatPrometheusReturns();
    void whatIsMeasuredNowIsAppended();
    void aStoredSourceIsPainted();
    void killedItIsToldAndTheHoleIsFilled();
    void cleanupTestCase();

private:
    [[nodiscard]] bool isUp();
    void begin();
    /// Asks until the graph is as wished.
    template<typename Wish>
    bool comesTo(const Wish &wish)
    {
        return QTest::qWaitFor(
            [&] {
                m_graphs->tick();
                return wish();
            },
            60000);
    }
    [[nodiscard]] int row(const QString &id) const;
    /// What the graph has from there on is what Prometheus says now.
    [[nodiscard]] bool isAllAsPrometheusSays(const QString &id)
    {
        const MetricPoints &points = m_store.at(row(id)).data.points;
        return isAsPrometheusSays(id, points.front().atUs, points.back().atUs, second);
    }
    [[nodiscard]] bool isAsPrometheusSays(const QString &id, qint64 fromUs, qint64 toUs, qint64 stepUs);

    FakeHttp m_target;
    TimerDelay m_delay;
    SystemClock m_clock;
    QObject m_receiver;
    std::unique_ptr<MonitoringStack> m_stack;
    std::unique_ptr<HttpClient> m_way;
    std::unique_ptr<PrometheusSeries> m_source;
    MetricStore m_store;
    std::unique_ptr<LiveGraphs> m_graphs;
    QString m_now; ///< query of what is measured while the test runs
    qint64 m_first = 0;
};

// Two hours that ended four hours ago, a value each five seconds, with a hole, what is no number and what is infinite.
void TestLiveMonitoring::initTestCase()
{
    if (const QString missing = MonitoringStack::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    m_first = (m_clock.now().us - 6 * hour) / second;
    QByteArray text = "# TYPE shop_latency_seconds gauge\n";
    for (qint64 i = 0; i < 7200 / 5; ++i) {
        if (i >= 400 && i < 520)
            continue;
        const QByteArray value = i == 100   ? "+Inf"
                                 : i == 200 ? "NaN"
                                            : QByteArray::number(0.1 * double(i % 37) + 1e-9 * double(i), 'g', 17);
        text += "shop_latency_seconds{job=\"shop\"} " + value + ' ' + QByteArray::number(m_first + i * 5) + '\n';
    }
    m_target.setReplies({good("shop_errors 7\n")});
    for (int attempt = 0; attempt < 3 && !isUp(); ++attempt) { // another program may take a port between our look and theirs
        m_stack = std::make_unique<MonitoringStack>(m_target.address());
        QVERIFY2(m_stack->fill(text + "# EOF\n"), qPrintable(m_stack->log()));
        QVERIFY2(m_stack->startPrometheus(), qPrintable(m_stack->log()));
        begin();
    }
    QVERIFY2(isUp(), qPrintable(m_stack->log()));
}

void TestLiveMonitoring::begin()
{
    HttpPolicy once;
    once.attempts = 1; // the graph asks again by itself
    Access access;
    access.system = u"Prometheus"_s;
    access.base = m_stack->prometheus();
    m_graphs.reset();
    m_source.reset();
    m_way = std::make_unique<HttpClient>(access, once, m_delay, m_clock);
    m_source = std::make_unique<PrometheusSeries>(u"p"_s, *m_way);
    m_graphs = std::make_unique<LiveGraphs>(m_store, [this] { return m_clock.now(); });
}

bool TestLiveMonitoring::isUp()
{
    if (!m_stack)
        return false;
    const auto answers = [this] {
        Heard<QueryResult> heard;
        const auto receiver = std::make_unique<QObject>(); // goes before what it writes to
        PrometheusClient(*m_way).query(u"1"_s, m_clock.now(), receiver.get(), heard.take());
        return QTest::qWaitFor([&] { return heard.times > 0; }, 30000) && heard.outcome->ok();
    };
    return QTest::qWaitFor(answers, 30000);
}

int TestLiveMonitoring::row(const QString &id) const
{
    for (int i = 0; i < m_store.count(); ++i) {
        if (m_store.at(i).source == id)
            return i;
    }
    return -1;
}

bool TestLiveMonitoring::isAsPrometheusSays(const QString &id, qint64 fromUs, qint64 toUs, qint64 stepUs)
{
    Heard<QueryResult> heard;
    PrometheusClient(*m_way).queryRange(m_graphs->queryOf(id), {{fromUs}, {toUs}, {stepUs}}, &m_receiver, heard.take());
    if (!QTest::qWaitFor([&] { return heard.times > 0; }, 30000) || !heard.outcome->ok())
        return false;
    const auto &series = heard.outcome->value().series;
    const MetricPoints &points = m_store.at(row(id)).data.points;
    const auto from = firstFrom(points, fromUs);
    const auto to = firstFrom(points, toUs + 1);
    return series.size() == 1
           && std::equal(from, to, series.front().samples.begin(), series.front().samples.end(),
                         [](const MetricPoint &mine, const Sample &its) {
                             return mine.atUs == its.atUs
                                    && (mine.value == its.value || (std::isnan(mine.value) && std::isnan(its.value)));
                         });
}

void TestLiveMonitoring::theGraphShowsWhatPrometheusReturns()
{
    m_graphs->setView({m_first * second - hour / 4, m_first * second + 2 * hour + hour / 4}, false, 2000);
    const QString id = m_graphs->add(*m_source, past, {});
    QVERIFY(comesTo([&] { return m_store.field(id).notice.kind == Kind::None; }));
    const MetricPoints &points = m_store.at(row(id)).data.points;
    QVERIFY(points.size() > 1000);
    const qint64 step = points[1].atUs - points[0].atUs;
    QCOMPARE(step, 5 * second); // two hours and a half on 2,000 pixels
    QVERIFY(isAsPrometheusSays(id, m_first * second - hour / 4 - (m_first * second - hour / 4) % step,
                               m_first * second + 2 * hour + hour / 4, step));
    QCOMPARE(m_store.at(row(id)).odd.infinite, 1);
    // Nearer, each second of it.
    m_graphs->setView({(m_first + 300) * second, (m_first + 900) * second}, false, 2000);
    QVERIFY(comesTo([&] {
        const MetricPoints &now = m_store.at(row(id)).data.points;
        return now.size() > 1 && now[1].atUs - now[0].atUs == second;
    }));
    QVERIFY(isAsPrometheusSays(id, (m_first + 300) * second, (m_first + 900) * second, second));
    m_graphs->remove(id);
}

void TestLiveMonitoring::whatIsMeasuredNowIsAppended()
{
    m_graphs->setView({m_clock.now().us - hour / 12, m_clock.now().us}, true, 1000);
    m_now = m_graphs->add(*m_source, u"shop_errors"_s, u"errors"_s);
    QSignalSpy appended(&m_store, &MetricStore::appended);
    QVERIFY(comesTo([&] { return m_store.at(row(m_now)).data.points.size() > 4; }));
    QCOMPARE(m_store.at(row(m_now)).data.points.back().value, 7.0);
    QVERIFY(!appended.isEmpty());
    m_target.setReplies({good("shop_errors 9\n")});
    QVERIFY(comesTo([&] { return m_store.at(row(m_now)).data.points.back().value == 9.0; }));
    // A value that comes late is said otherwise a moment later, and put right.
    QVERIFY(comesTo([&] { return isAllAsPrometheusSays(m_now); }));
    QStringList names;
    m_source->askNames(this, [&](const QStringList &told) { names = told; });
    QVERIFY(comesTo([&] { return names.contains(u"shop_errors"_s) && names.contains(past); }));
}

// From the file of the settings, as after a start of the program, to the colour of the line on the screen.
void TestLiveMonitoring::aStoredSourceIsPainted()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // no password store is asked
    const QTemporaryDir folder;
    const session::ConsoleSettings settings{folder.path(), folder.path(), u"nine-step"_s, u"ana"_s,
                                            u"01910000-0000-7000-8000-000000000001"_s};
    const process::ProcessLibrary processes{QString()};
    views::Theme theme;
    {
        window::PreferencesDesk before(settings, processes, theme, m_clock.now());
        before.change([this](Preferences &preferences) {
            preferences.monitoring.sources = {
                {u"shop"_s, MonitoringSource::Kind::Prometheus, m_stack->prometheus().toString(), {}, {}, {}, {}}};
        });
        before.flush();
    }
    const window::PreferencesDesk preferences(settings, processes, theme, m_clock.now());
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    feed.setTime(m_clock.now());
    window::StateFiles files{session::replaceFile};
    window::SeriesShelf shelf;
    const window::MonitoredShelf monitored(preferences, shelf, nullptr);
    MetricStore store;
    MetricSeriesModel series{store};
    MetricTableModel table{store};
    MetricMarksModel marks{feed};
    views::TimeDisplay times{QTimeZone::utc()};
    views::MetricsPanel panel(series, table, marks, theme, times);
    const auto *desk = new window::LiveDesk({feed, store, {}, files, shelf}, panel);
    panel.resize(900, 500);
    panel.show();
    emit panel.forms().queryRequested({}, {u"shop"_s, past, u"s"_s, {}});
    const QString id = desk->graphs().ids().first();
    panel.plot().setRange({m_first * second, (m_first + 7200) * second});
    const auto *canvas = panel.plot().findChild<views::MetricCanvas *>();
    const auto isThere = [&] {
        feed.advance(m_clock.now() - feed.now());
        return store.count() == 1 && store.at(0).data.points.size() > 100;
    };
    QVERIFY2(QTest::qWaitFor(isThere, 30000), qPrintable(store.field(id).notice.text));
    QCOMPARE(store.field(id).from, u"shop (Prometheus at %1)"_s.arg(m_stack->prometheus().authority()));
    QVERIFY(canvas->lines().first().graph->data()->size() >= int(store.at(0).data.points.size())); // and a break where nothing is
    const QColor colour = canvas->lines().first().graph->pen().color();
    const auto isLine = [&colour](QRgb pixel) { // its edge is mixed with what is behind it
        return std::abs(qRed(pixel) - colour.red()) + std::abs(qGreen(pixel) - colour.green())
                   + std::abs(qBlue(pixel) - colour.blue())
               < 150;
    };
    QSet<int> columns;
    const QImage painted = panel.plot().grab().toImage();
    for (int x = 0; x < painted.width(); ++x) {
        for (int y = 0; y < painted.height(); ++y) {
            if (isLine(painted.pixel(x, y)))
                columns.insert(x);
        }
    }
    QVERIFY2(columns.size() > canvas->field().width() / 2,
             qPrintable(u"%1 of %2"_s.arg(columns.size()).arg(canvas->field().width())));
}

void TestLiveMonitoring::killedItIsToldAndTheHoleIsFilled()
{
    const auto notice = [&] { return m_store.field(m_now).notice; };
    m_stack->killPrometheus();
    QVERIFY(comesTo([&] { return notice().kind == Kind::Unreachable; }));
    QVERIFY2(notice().text.contains(u"cannot be reached"_s), qPrintable(notice().text));
    const MetricPoints before = m_store.at(row(m_now)).data.points;
    QVERIFY(!before.empty()); // what it said stays
    QVERIFY2(m_stack->startPrometheus(), qPrintable(m_stack->log()));
    QVERIFY(comesTo([&] { return notice().kind != Kind::Unreachable; }));
    QVERIFY(comesTo([&] { return m_store.at(row(m_now)).data.points.back().atUs > before.back().atUs + 2 * second; }));
    QVERIFY(std::equal(before.begin(), before.end() - std::min<qsizetype>(16, qsizetype(before.size())),
                       m_store.at(row(m_now)).data.points.begin(),
                       [](const MetricPoint &then, const MetricPoint &now) { return then.atUs == now.atUs; }));
    QVERIFY(comesTo([&] { return isAllAsPrometheusSays(m_now); }));
}

void TestLiveMonitoring::cleanupTestCase()
{
    m_graphs.reset();
    m_source.reset();
    m_way.reset();
    m_stack.reset();
}

QTEST_MAIN(TestLiveMonitoring)
#include "tst_livemonitoring.moc"
