// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectorrig.h"
#include "monitoringstack.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;
using namespace fireline::connectors;
using namespace fireline::domain;
using namespace fireline::test;

namespace {

constexpr qint64 Second = 1'000'000;
constexpr qint64 Every = 15;     // seconds between two samples of the past
constexpr qint64 Lookback = 300; // Prometheus' own: so long a sample stands for what follows

/// What the target says of itself.
FakeHttp::Reply metrics(int errors)
{
    return good("shop_errors " + QByteArray::number(errors) + "\n");
}

/// Asks until the answer is as wished; the real programs take their time.
template<typename T, typename Ask, typename Wish>
bool comesTo(Heard<T> &heard, const Ask &ask, const Wish &wish)
{
    const auto settled = [&] {
        const int before = heard.times;
        ask();
        return QTest::qWaitFor([&] { return heard.times > before; }, 30000) && heard.outcome->ok()
               && wish(heard.outcome->value());
    };
    return QTest::qWaitFor(settled, 30000);
}

} // namespace

/// Against the real Prometheus and Alertmanager: one of each for all functions, which go on from one another.
class MonitoringTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void samplesAreThoseOfPrometheus();
    void refusalsAreInWordsOfPrometheus();
    void anAlertFiresArrivesIsSilencedAndClears();
    void killedAndStartedAgain();
    void cleanupTestCase();

private:
    void connectWays();
    [[nodiscard]] bool isUp();
    [[nodiscard]] QByteArray past();
    [[nodiscard]] std::map<qint64, double> expected(const RangePlan &plan) const;
    void comparePast();

    FakeHttp m_target;
    TimerDelay m_delay;
    SystemClock m_clock;
    QObject m_receiver;
    std::unique_ptr<MonitoringStack> m_stack;
    std::unique_ptr<HttpClient> m_toPrometheus;
    std::unique_ptr<HttpClient> m_toAlertmanager;
    std::map<qint64, double> m_past; ///< by seconds
    Instant m_now;
};

// Four hours that ended four hours ago, with a hole of twenty minutes and what is no number. No sample lies on a step.
QByteArray MonitoringTest::past()
{
    const qint64 first = (m_now.us / Second - 8 * 3600) / Every * Every + 7;
    QByteArray text = "# TYPE shop_latency_seconds gauge\n";
    for (qint64 i = 0; i < 4 * 3600 / Every; ++i) {
        if (i >= 400 && i < 480)
            continue;
        const double value = i == 100 ? INFINITY : 0.1 * double(i % 37) + 1e-9 * double(i);
        m_past.emplace(first + i * Every, value);
        const QByteArray written = std::isinf(value) ? QByteArray("+Inf") : QByteArray::number(value, 'g', 17);
        text += "shop_latency_seconds{job=\"shop\"} " + written + ' ' + QByteArray::number(first + i * Every) + '\n';
    }
    return text + "# EOF\n";
}

void MonitoringTest::initTestCase()
{
    if (const QString missing = MonitoringStack::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    m_now = m_clock.now();
    m_target.setReplies({metrics(7)});
    // Another program may take a port between our look and theirs.
    for (int attempt = 0; attempt < 3 && !isUp(); ++attempt) {
        m_stack = std::make_unique<MonitoringStack>(m_target.address());
        QVERIFY2(m_stack->fill(past()), qPrintable(m_stack->log()));
        QVERIFY2(m_stack->startAlertmanager() && m_stack->startPrometheus(), qPrintable(m_stack->log()));
        connectWays();
    }
    QVERIFY2(isUp(), qPrintable(m_stack->log()));
}

void MonitoringTest::connectWays()
{
    HttpPolicy patient;
    patient.attempts = 400;
    patient.firstWait = patient.longestWait = Span::millis(50);
    const auto way = [&](const QString &system, const QUrl &address) {
        Access access;
        access.system = system;
        access.base = address;
        return std::make_unique<HttpClient>(access, patient, m_delay, m_clock);
    };
    m_toPrometheus = way(u"Prometheus"_s, m_stack->prometheus());
    m_toAlertmanager = way(u"Alertmanager"_s, m_stack->alertmanager());
}

// The first questions come before anything listens.
bool MonitoringTest::isUp()
{
    if (!m_stack)
        return false;
    Heard<QueryResult> one;
    Heard<QList<Silence>> none;
    const auto receiver = std::make_unique<QObject>(); // goes before what it writes to
    PrometheusClient(*m_toPrometheus).query(u"1"_s, m_now, receiver.get(), one.take());
    AlertmanagerClient(*m_toAlertmanager).silences(receiver.get(), none.take());
    return QTest::qWaitFor([&] { return one.times == 1 && none.times == 1; }, 60000) && one.outcome->ok() && none.outcome->ok()
           && none.outcome->value().isEmpty();
}

// What a reader of the data itself would draw: at each step the last sample, unless it is too old.
std::map<qint64, double> MonitoringTest::expected(const RangePlan &plan) const
{
    std::map<qint64, double> steps;
    for (qint64 at = plan.from.us / Second; at <= plan.to.us / Second; at += plan.step.us / Second) {
        auto after = m_past.upper_bound(at);
        if (after == m_past.begin())
            continue;
        --after;
        if (at - after->first < Lookback)
            steps.emplace(at, after->second);
    }
    return steps;
}

void MonitoringTest::comparePast()
{
    const RangePlan plan = planRange(Instant{m_past.begin()->first * Second}, Instant{m_past.rbegin()->first * Second}, 2000);
    QCOMPARE(plan.step, Span::seconds(Every));
    Heard<QueryResult> heard;
    PrometheusClient(*m_toPrometheus).queryRange(u"shop_latency_seconds"_s, plan, &m_receiver, heard.take());
    QTRY_COMPARE_WITH_TIMEOUT(heard.times, 1, 30000);
    QVERIFY2(heard.outcome->ok(), heard.outcome->ok() ? "" : qPrintable(heard.outcome->problem().text));
    QCOMPARE(heard.outcome->value().kind, QueryResult::Kind::Matrix);
    QCOMPARE(heard.outcome->value().series.size(), size_t(1));
    const SampleSeries &series = heard.outcome->value().series[0];
    QCOMPARE(series.name, u"shop_latency_seconds{job=\"shop\"}"_s);
    std::map<qint64, double> got;
    for (const Sample &sample : series.samples) {
        QCOMPARE(sample.atUs % Second, 0);
        got.emplace(sample.atUs / Second, sample.value);
    }
    QCOMPARE(got.size(), series.samples.size());
    QVERIFY(got.size() > 800);
    QVERIFY(got == expected(plan));
}

void MonitoringTest::samplesAreThoseOfPrometheus()
{
    comparePast();
    Heard<QStringList> names;
    PrometheusClient(*m_toPrometheus).labelValues(u"__name__"_s, &m_receiver, names.take());
    QTRY_COMPARE(names.times, 1);
    QVERIFY(names.outcome->ok() && names.outcome->value().contains(u"shop_latency_seconds"_s));
    Heard<QStringList> labels;
    PrometheusClient(*m_toPrometheus).labels(u"shop_latency_seconds"_s, &m_receiver, labels.take());
    QTRY_COMPARE(labels.times, 1);
    QCOMPARE(labels.outcome->value(), (QStringList{u"__name__"_s, u"job"_s}));
    // A query too long for an address goes as a form.
    Heard<QueryResult> longer;
    PrometheusClient(*m_toPrometheus)
        .query(u"count(shop_latency_seconds{job!~\"%1\"})"_s.arg(QString(6000, u'x')), Instant{m_past.rbegin()->first * Second},
               &m_receiver, longer.take());
    QTRY_COMPARE(longer.times, 1);
    QVERIFY(longer.outcome->ok());
    QCOMPARE(longer.outcome->value().series.at(0).samples.at(0).value, 1.0);
}

void MonitoringTest::refusalsAreInWordsOfPrometheus()
{
    Heard<QueryResult> wrong;
    PrometheusClient(*m_toPrometheus).query(u"up{"_s, m_now, &m_receiver, wrong.take());
    QTRY_COMPARE(wrong.times, 1);
    QCOMPARE(wrong.code(), u"refused"_s);
    QVERIFY2(wrong.outcome->problem().text.contains(u"parse error"_s), qPrintable(wrong.outcome->problem().text));
    Heard<QueryResult> fine;
    const RangePlan tooFine{m_now - Span::seconds(mostSteps + 1), m_now, Span::seconds(1)};
    PrometheusClient(*m_toPrometheus).queryRange(u"up"_s, tooFine, &m_receiver, fine.take());
    QTRY_COMPARE(fine.times, 1);
    QCOMPARE(fine.code(), u"refused"_s);
    QVERIFY2(fine.outcome->problem().text.contains(u"11,000"_s), qPrintable(fine.outcome->problem().text));
    // And the finest that is planned is taken.
    Heard<QueryResult> planned;
    PrometheusClient(*m_toPrometheus)
        .queryRange(u"up"_s, planRange(m_now - Span::hours(24), m_now, 100000, Span::seconds(1)), &m_receiver, planned.take());
    QTRY_COMPARE(planned.times, 1);
    QVERIFY(planned.outcome->ok());
}

void MonitoringTest::anAlertFiresArrivesIsSilencedAndClears()
{
    const PrometheusClient prometheus(*m_toPrometheus);
    const AlertmanagerClient alertmanager(*m_toAlertmanager);
    Heard<QList<AlertRule>> rules;
    QVERIFY(comesTo(
        rules, [&] { prometheus.alertRules(&m_receiver, rules.take()); },
        [](const QList<AlertRule> &all) { return all.size() == 1 && all[0].state == RuleAlert::State::Firing; }));
    const AlertRule rule = rules.outcome->value()[0];
    QCOMPARE(rule.name + u' ' + rule.query + u' ' + rule.health, u"CheckoutErrors shop_errors > 5 ok"_s);
    QCOMPARE(rule.alerts.value(0).annotations.value(u"summary"_s), u"7 errors a second"_s);
    Heard<QList<RuleAlert>> firing;
    prometheus.alerts(&m_receiver, firing.take());
    QTRY_COMPARE(firing.times, 1);
    QCOMPARE(firing.outcome->value().value(0).value, 7.0);

    const QList<Matcher> ours = {{u"alertname"_s, u"CheckoutErrors"_s}};
    Heard<QList<ManagedAlert>> arrived;
    const auto look = [&] { alertmanager.alerts(ours, &m_receiver, arrived.take()); };
    const auto is = [](ManagedAlert::State state) {
        return [state](const QList<ManagedAlert> &all) { return all.size() == 1 && all[0].state == state; };
    };
    QVERIFY(comesTo(arrived, look, is(ManagedAlert::State::Active)));
    const ManagedAlert alert = arrived.outcome->value()[0];
    QCOMPARE(alert.labels.value(u"service"_s), u"checkout"_s);
    QCOMPARE(alert.fingerprint.size(), 16);
    QVERIFY(qAbs((alert.startsAt - rule.alerts[0].activeAt).us) <= Second);
    QVERIFY(alert.generator.contains(u"shop_errors"_s));

    const Silence wish = silenceOf(alert.labels, m_clock.now(), m_clock.now() + Span::hours(1), u"ana"_s, u"known, E12"_s);
    Heard<QString> made;
    alertmanager.createSilence(wish, &m_receiver, made.take());
    QTRY_COMPARE(made.times, 1);
    QVERIFY2(made.outcome->ok(), made.outcome->ok() ? "" : qPrintable(made.outcome->problem().text));
    QVERIFY(comesTo(arrived, look, is(ManagedAlert::State::Suppressed)));
    QCOMPARE(arrived.outcome->value()[0].silencedBy, QStringList{made.outcome->value()});
    Heard<QList<Silence>> listed;
    alertmanager.silences(&m_receiver, listed.take());
    QTRY_COMPARE(listed.times, 1);
    QCOMPARE(listed.outcome->value().size(), 1);
    QVERIFY(fulfils(listed.outcome->value()[0], wish));

    Heard<void> ended;
    alertmanager.expireSilence(made.outcome->value(), &m_receiver, ended.take());
    QTRY_COMPARE(ended.times, 1);
    QVERIFY(ended.outcome->ok());
    QVERIFY(comesTo(arrived, look, is(ManagedAlert::State::Active)));
    Silence empty = wish;
    empty.matchers.clear();
    alertmanager.createSilence(empty, &m_receiver, made.take());
    QTRY_COMPARE(made.times, 2);
    QCOMPARE(made.code(), u"refused"_s);

    m_target.setReplies({metrics(0)});
    QVERIFY(comesTo(arrived, look, [](const QList<ManagedAlert> &all) { return all.isEmpty(); }));
    QVERIFY(comesTo(
        firing, [&] { prometheus.alerts(&m_receiver, firing.take()); },
        [](const QList<RuleAlert> &all) { return all.isEmpty(); }));
}

void MonitoringTest::killedAndStartedAgain()
{
    m_stack->killPrometheus();
    NoDelay delay;
    HttpClient hasty(m_toPrometheus->access(), HttpPolicy(), delay, m_clock);
    Heard<QueryResult> gone;
    PrometheusClient(hasty).query(u"up"_s, m_now, &m_receiver, gone.take());
    QTRY_COMPARE(gone.times, 1);
    QCOMPARE(gone.code(), u"unreachable"_s);
    QCOMPARE(delay.waits, (QList<qint64>{1000, 2000, 4000}));

    // A question that was asked meanwhile is answered once it is back.
    Heard<QueryResult> waiting;
    HttpJob *job = PrometheusClient(*m_toPrometheus).query(u"1"_s, m_now, &m_receiver, waiting.take());
    QSignalSpy waits(job, &HttpJob::waiting);
    QVERIFY(waits.wait());
    QVERIFY2(m_stack->startPrometheus(), qPrintable(m_stack->log()));
    QTRY_COMPARE_WITH_TIMEOUT(waiting.times, 1, 30000);
    QVERIFY(waiting.outcome->ok());
    comparePast();
}

void MonitoringTest::cleanupTestCase()
{
    m_toPrometheus.reset();
    m_toAlertmanager.reset();
    m_stack.reset();
}

QTEST_GUILESS_MAIN(MonitoringTest)

#include "tst_monitoring.moc"
