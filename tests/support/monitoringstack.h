// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

namespace fireline::test {

/// A Prometheus and an Alertmanager of a test's own: in a temporary folder, on free ports of 127.0.0.1, gone with the test (also when
/// the test is killed). Prometheus takes the rules of tests/data/monitoring and asks one target, once a second, some five seconds
/// behind its start; an alert of it is at Alertmanager a second later. One thread.
class MonitoringStack
{
public:
    /// Why there is none on this computer; empty when there is. A test says it in QSKIP.
    [[nodiscard]] static QString missing();

    /// `target`: what is asked for its metrics.
    explicit MonitoringStack(const QUrl &target);
    MonitoringStack(const MonitoringStack &) = delete;
    MonitoringStack &operator=(const MonitoringStack &) = delete;
    ~MonitoringStack();

    /// Fills the past, in OpenMetrics with times; before the first start.
    [[nodiscard]] bool fill(const QByteArray &openMetrics);
    /// False: log() says why. That a program answers yet is not said.
    [[nodiscard]] bool startPrometheus();
    [[nodiscard]] bool startAlertmanager();
    /// As by kill -9.
    void killPrometheus();

    [[nodiscard]] QUrl prometheus() const;
    [[nodiscard]] QUrl alertmanager() const;
    [[nodiscard]] QString log() const;

private:
    [[nodiscard]] bool write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] bool start(QProcess &process, const QString &program, const QStringList &arguments);

    QUrl m_target;
    QTemporaryDir m_folder;
    QProcess m_prometheus;
    QProcess m_alertmanager;
    int m_prometheusPort = 0;
    int m_alertmanagerPort = 0;
};

} // namespace fireline::test
