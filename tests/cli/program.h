// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

/// Runs the real program in a home of its own, without a display. Owned by a test; one thread.
class Program
{
public:
    struct Result
    {
        int exitCode = -1;
        QString out;
        QString err;

        [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out.toUtf8()); }
        [[nodiscard]] QStringList lines() const { return out.split(u'\n', Qt::SkipEmptyParts); }
    };

    Program();

    Result run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// A started process, for tests that talk to it or kill it.
    void start(QProcess &process, const QStringList &arguments) const;
    [[nodiscard]] QString path(const QString &name) const { return m_home.filePath(name); }
    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void unsetEnvironment(const QString &name) { m_environment.remove(name); }

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
};
