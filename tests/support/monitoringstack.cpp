// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoringstack.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>

#include <csignal>
#include <sys/prctl.h>
#include <tuple>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

constexpr int patienceMs = 30000;

/// Two that are free now, and not the same.
std::pair<int, int> freePorts()
{
    QTcpServer one;
    QTcpServer other;
    if (!one.listen(QHostAddress::LocalHost) || !other.listen(QHostAddress::LocalHost))
        qFatal("no port is free");
    return {one.serverPort(), other.serverPort()};
}

} // namespace

QString MonitoringStack::missing()
{
    for (const QString &program : {u"prometheus"_s, u"promtool"_s, u"prometheus-alertmanager"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            return u"missing: %1 is not installed (packages prometheus and prometheus-alertmanager)"_s.arg(program);
    }
    return {};
}

MonitoringStack::MonitoringStack(const QUrl &target) : m_target(target)
{
    std::tie(m_prometheusPort, m_alertmanagerPort) = freePorts();
    for (QProcess *process : {&m_prometheus, &m_alertmanager}) {
        // Nobody is left behind when the test is killed.
        process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        process->setStandardOutputFile(m_folder.filePath(u"log"_s), QIODevice::Append);
        process->setStandardErrorFile(m_folder.filePath(u"log"_s), QIODevice::Append);
        process->setWorkingDirectory(m_folder.path());
    }
}

MonitoringStack::~MonitoringStack()
{
    for (QProcess *process : {&m_prometheus, &m_alertmanager}) {
        if (process->state() != QProcess::NotRunning) {
            process->kill();
            process->waitForFinished(patienceMs);
        }
    }
}

bool MonitoringStack::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

bool MonitoringStack::start(QProcess &process, const QString &program, const QStringList &arguments)
{
    process.start(program, arguments);
    return process.waitForStarted(patienceMs);
}

bool MonitoringStack::fill(const QByteArray &openMetrics)
{
    if (!write(u"past.om"_s, openMetrics))
        return false;
    QProcess tool;
    tool.setStandardOutputFile(m_folder.filePath(u"log"_s), QIODevice::Append);
    tool.setStandardErrorFile(m_folder.filePath(u"log"_s), QIODevice::Append);
    tool.setWorkingDirectory(m_folder.path());
    tool.start(u"promtool"_s, {u"tsdb"_s, u"create-blocks-from"_s, u"openmetrics"_s, u"past.om"_s, u"data"_s});
    return tool.waitForFinished(patienceMs) && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0;
}

bool MonitoringStack::startPrometheus()
{
    const QString configuration = uR"(
global: {scrape_interval: 1s, evaluation_interval: 1s}
rule_files: ['%1/tests/data/monitoring/rules.yml']
alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:%2']}]}]}
scrape_configs: [{job_name: shop, static_configs: [{targets: ['%3:%4']}]}]
)"_s.arg(QStringLiteral(FIRELINE_SOURCE_DIR))
                                      .arg(m_alertmanagerPort)
                                      .arg(m_target.host())
                                      .arg(m_target.port());
    return write(u"prometheus.yml"_s, configuration.toUtf8())
           && start(m_prometheus, u"prometheus"_s,
                    {u"--config.file=prometheus.yml"_s, u"--storage.tsdb.path=data"_s, u"--storage.tsdb.retention.time=10y"_s,
                     u"--web.listen-address=127.0.0.1:%1"_s.arg(m_prometheusPort), u"--rules.alert.resend-delay=1s"_s});
}

bool MonitoringStack::startAlertmanager()
{
    return write(u"alertmanager.yml"_s, "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n")
           && start(m_alertmanager, u"prometheus-alertmanager"_s,
                    {u"--config.file=alertmanager.yml"_s, u"--storage.path=silences"_s,
                     u"--web.listen-address=127.0.0.1:%1"_s.arg(m_alertmanagerPort), u"--cluster.listen-address="_s});
}

void MonitoringStack::killPrometheus()
{
    m_prometheus.kill();
    m_prometheus.waitForFinished(patienceMs);
}

QUrl MonitoringStack::prometheus() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_prometheusPort));
}

QUrl MonitoringStack::alertmanager() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_alertmanagerPort));
}

QString MonitoringStack::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace fireline::test
