// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QTest>

using namespace Qt::StringLiterals;

Program::Program() : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"USER"_s, u"LOGNAME"_s})
        m_environment.remove(name);
    m_environment.insert(u"HOME"_s, m_home.path());
    m_environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
    m_environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
    m_environment.insert(u"USER"_s, u"ana"_s);
    m_environment.insert(u"TZ"_s, u"Etc/UTC"_s);
}

void Program::start(QProcess &process, const QStringList &arguments) const
{
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_home.path());
    const QString path = qEnvironmentVariable("FIRELINE_PROGRAM", QStringLiteral(FIRELINE_PROGRAM));
    process.start(path, arguments);
    QVERIFY(process.waitForStarted());
}

Program::Result Program::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    start(process, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}
