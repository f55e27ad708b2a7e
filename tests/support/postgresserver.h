// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace fireline::test {

/// A PostgreSQL server of a test's own: in a temporary folder, on a free port of 127.0.0.1 and on a socket, gone with the test (also
/// when the test is killed). PostgreSQL refuses to run as root, so its tests are UNPRIVILEGED. The superuser is "admin"; the socket
/// trusts every name, TCP asks for a password. One start takes a second or two: one server for a test program. One thread.
class PostgresServer
{
public:
    /// Why there is none on this computer; empty when there is. A test says it in QSKIP.
    [[nodiscard]] static QString missing();

    /// `settings` as "name=value"; fsync is off unless the test is about it.
    explicit PostgresServer(QStringList settings = {QStringLiteral("fsync=off")});
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;
    ~PostgresServer();

    /// In a network namespace of its own, which this program has the right to make; before start().
    void setOwnNetwork() { m_ownNetwork = true; }
    /// By TCP it then encrypts, with this certificate; before start().
    void setCertificate(const QString &certificate, const QString &key);
    /// Lets logins in by password from anywhere; once it is there.
    [[nodiscard]] bool letInFromAnywhere();
    [[nodiscard]] qint64 process() const { return m_postmaster.processId(); }

    /// Makes the cluster where there is none, starts, and returns when connections are taken. False: log() says why.
    [[nodiscard]] bool start();
    /// Clients are thrown out, what is in memory is written.
    void stop();
    /// As by kill -9 of the postmaster and everything below it; start() then recovers.
    void kill();
    /// All its processes stand still, connections stay open; and go on.
    void freeze();
    void thaw();
    [[nodiscard]] bool isRunning() const { return m_postmaster.state() == QProcess::Running; }

    /// An empty database; true when it was made. Names are plain words.
    [[nodiscard]] bool createDatabase(const QString &name);

    /// The address of a database for a login, through the socket or by TCP.
    [[nodiscard]] QString uri(const QString &login, const QString &database = QStringLiteral("postgres")) const;
    [[nodiscard]] QString tcpUri(const QString &login, const QString &database = QStringLiteral("postgres")) const;

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString socketFolder() const { return m_folder.path(); }
    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    /// A program of PostgreSQL's, e.g. "pg_basebackup".
    [[nodiscard]] static QString program(const QString &name);
    /// What the server wrote so far.
    [[nodiscard]] QString log() const;

private:
    [[nodiscard]] bool makeCluster();
    [[nodiscard]] bool startOnce();
    [[nodiscard]] QList<qint64> processes() const;

    QStringList m_settings;
    QTemporaryDir m_folder;
    QProcess m_postmaster;
    bool m_ownNetwork = false;
    int m_port = 0;
};

} // namespace fireline::test
