// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectorrig.h"
#include "datadog/datadogclient.h"

#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;
using namespace fireline::connectors;
using namespace fireline::domain;
using namespace fireline::test;

namespace {

QString specFolder()
{
    for (const QString &folder : {qEnvironmentVariable("FIRELINE_SHARED"), QStringLiteral(FIRELINE_SOURCE_DIR "/../shared"),
                                  QStringLiteral(FIRELINE_SOURCE_DIR "/../../shared")}) {
        if (!folder.isEmpty() && QFile::exists(folder + u"/api-specs/prism-multi.js"_s))
            return folder + u"/api-specs/"_s;
    }
    return {};
}

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

/// The requests against the systems' own contracts (../shared/api-specs), which Prism serves: it refuses what they do not allow, and
/// answers with examples of theirs. FIRELINE_PRISM names the node_modules with @stoplight/prism-cli; neither is part of the project.
class ContractsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void prometheus();
    void alertmanager();
    void datadog();
    void cleanupTestCase();

private:
    HttpClient &to(const QString &system);

    QProcess m_prism;
    QHash<QString, int> m_ports;
    NoDelay m_delay;
    SystemClock m_clock;
    QObject m_receiver;
    std::unique_ptr<HttpClient> m_way;
};

void ContractsTest::initTestCase()
{
    const QString modules = qEnvironmentVariable("FIRELINE_PRISM");
    if (specFolder().isEmpty() || modules.isEmpty())
        QSKIP("the contracts are not here: ../shared/api-specs, and Prism by FIRELINE_PRISM");
    QStringList arguments = {specFolder() + u"prism-multi.js"_s, modules};
    for (const QString &system : {u"prometheus"_s, u"alertmanager"_s, u"datadog"_s}) {
        m_ports.insert(system, freePort());
        arguments.append(u"%1=%2:%3%1.yaml"_s.arg(system).arg(m_ports[system]).arg(specFolder()));
    }
    m_prism.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_prism.setProcessChannelMode(QProcess::MergedChannels);
    m_prism.start(u"node"_s, arguments);
    QByteArray said;
    QVERIFY2(QTest::qWaitFor(
                 [&] {
                     said += m_prism.readAll();
                     return said.contains("all ready");
                 },
                 60000),
             said.constData());
}

HttpClient &ContractsTest::to(const QString &system)
{
    Access access;
    access.base = QUrl(u"http://127.0.0.1:%1"_s.arg(m_ports.value(system)));
    if (system == "datadog"_L1)
        access = datadogAccess(access.base, Secret(u"api"_s), Secret(u"application"_s));
    access.system = system;
    HttpPolicy once;
    once.attempts = 1;
    m_way = std::make_unique<HttpClient>(access, once, m_delay, m_clock);
    return *m_way;
}

#define ACCEPTED(heard)                                                                                                          \
    QTRY_COMPARE_WITH_TIMEOUT((heard).times, 1, 20000);                                                                          \
    QVERIFY2((heard).outcome->ok(),                                                                                              \
             (heard).outcome->ok() ? ""                                                                                          \
                                   : qPrintable((heard).outcome->problem().text + u' ' + (heard).outcome->problem().detail))

void ContractsTest::prometheus()
{
    const PrometheusClient client(to(u"prometheus"_s), QString());
    const Instant now = m_clock.now();
    Heard<QueryResult> query;
    client.query(u"up"_s, now, &m_receiver, query.take());
    ACCEPTED(query);
    Heard<QueryResult> range;
    client.queryRange(u"rate(x[5m]) + 1"_s, planRange(now - Span::hours(1), now, 800), &m_receiver, range.take());
    ACCEPTED(range);
    Heard<QueryResult> form;
    client.queryRange(QString(6000, u'x'), planRange(now - Span::hours(1), now, 800), &m_receiver, form.take());
    ACCEPTED(form);
    Heard<QStringList> labels;
    client.labels(u"up"_s, &m_receiver, labels.take());
    ACCEPTED(labels);
    Heard<QStringList> values;
    client.labelValues(u"job"_s, &m_receiver, values.take());
    ACCEPTED(values);
    Heard<QList<AlertRule>> rules;
    client.alertRules(&m_receiver, rules.take());
    ACCEPTED(rules);
    Heard<QList<RuleAlert>> alerts;
    client.alerts(&m_receiver, alerts.take());
    ACCEPTED(alerts);
}

void ContractsTest::alertmanager()
{
    const AlertmanagerClient client(to(u"alertmanager"_s), QString());
    Heard<QList<ManagedAlert>> alerts;
    client.alerts({{u"alertname"_s, u"Down"_s}, {u"job"_s, u"a|b"_s, true}}, &m_receiver, alerts.take());
    ACCEPTED(alerts);
    Heard<QList<Silence>> silences;
    client.silences(&m_receiver, silences.take());
    ACCEPTED(silences);
    Heard<QString> made;
    client.createSilence(
        silenceOf({{u"alertname"_s, u"Down"_s}}, m_clock.now(), m_clock.now() + Span::hours(1), u"ana"_s, u"known"_s),
        &m_receiver, made.take());
    ACCEPTED(made);
    Heard<void> ended;
    client.expireSilence(u"c4d6f8a0-0000-4000-8000-000000000000"_s, &m_receiver, ended.take());
    ACCEPTED(ended);
}

void ContractsTest::datadog()
{
    const DatadogClient client(to(u"datadog"_s));
    Heard<DatadogResult> series;
    client.seriesV1(u"avg:system.cpu.idle{*}"_s, m_clock.now() - Span::hours(1), m_clock.now(), &m_receiver, series.take());
    ACCEPTED(series);
    QVERIFY(!series.outcome->value().series.empty());
}

void ContractsTest::cleanupTestCase()
{
    m_way.reset();
    m_prism.kill();
    m_prism.waitForFinished();
}

QTEST_GUILESS_MAIN(ContractsTest)

#include "tst_contracts.moc"
