// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresserver.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

constexpr auto programs = "/usr/lib/postgresql/15/bin/";
constexpr int patienceMs = 60000;

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    int port = 0;
    if (::bind(socket, reinterpret_cast<sockaddr *>(&address), size) == 0
        && ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        port = ntohs(address.sin_port);
    ::close(socket);
    return port;
}

int run(const QString &program, const QStringList &arguments, QByteArray *output = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(patienceMs))
        return -1;
    if (output)
        *output = process.readAll();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

} // namespace

QString PostgresServer::program(const QString &name)
{
    return QLatin1String(programs) + name;
}

QString PostgresServer::missing()
{
    if (!QFile::exists(program(u"postgres"_s)))
        return u"missing: PostgreSQL 15 is not installed (package postgresql-15)"_s;
    return ::geteuid() == 0 ? u"missing: PostgreSQL does not run as root: start this test by ctest"_s : QString();
}

PostgresServer::PostgresServer(QStringList settings) : m_settings(std::move(settings))
{
    // Nobody is left behind when the test is killed.
    m_postmaster.setChildProcessModifier([this] {
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
        if (m_ownNetwork && ::unshare(CLONE_NEWNET) != 0)
            ::_exit(127);
    });
    m_postmaster.setStandardOutputFile(m_folder.filePath(u"log"_s), QIODevice::Append);
    m_postmaster.setStandardErrorFile(m_folder.filePath(u"log"_s), QIODevice::Append);
}

PostgresServer::~PostgresServer()
{
    if (isRunning()) {
        thaw();
        ::kill(pid_t(m_postmaster.processId()), SIGQUIT);
        m_postmaster.waitForFinished(patienceMs);
    }
}

// The key in a file of the server's own, or it would not use it.
void PostgresServer::setCertificate(const QString &certificate, const QString &key)
{
    const QString own = m_folder.filePath(u"server.key"_s);
    QFile::copy(key, own);
    QFile::setPermissions(own, QFile::ReadOwner);
    m_settings += {u"ssl=on"_s, u"ssl_cert_file="_s + certificate, u"ssl_key_file="_s + own};
}

bool PostgresServer::letInFromAnywhere()
{
    QFile rules(dataFolder() + u"/pg_hba.conf"_s);
    if (!rules.open(QIODevice::WriteOnly | QIODevice::Append) || rules.write("host all all all scram-sha-256\n") < 0)
        return false;
    rules.close();
    return ::kill(pid_t(m_postmaster.processId()), SIGHUP) == 0;
}

bool PostgresServer::makeCluster()
{
    QByteArray output;
    const int code = run(program(u"initdb"_s),
                         {u"-D"_s, dataFolder(), u"-U"_s, u"admin"_s, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s,
                          u"--auth-local=trust"_s, u"--auth-host=scram-sha-256"_s, u"--no-sync"_s},
                         &output);
    if (code != 0)
        qWarning("initdb: %s", output.constData());
    return code == 0;
}

bool PostgresServer::startOnce()
{
    QStringList arguments = {u"-D"_s, dataFolder(),  u"-k"_s, socketFolder(), u"-p"_s, QString::number(m_port),
                             u"-h"_s, u"127.0.0.1"_s};
    for (const QString &setting : std::as_const(m_settings))
        arguments += {u"-c"_s, setting};
    m_postmaster.start(program(u"postgres"_s), arguments);
    if (!m_postmaster.waitForStarted(patienceMs))
        return false;
    QDeadlineTimer deadline(patienceMs);
    while (!deadline.hasExpired()) {
        if (m_postmaster.waitForFinished(20))
            return false;
        if (run(program(u"pg_isready"_s), {u"-q"_s, u"-h"_s, socketFolder(), u"-p"_s, QString::number(m_port)}) == 0)
            return true;
    }
    return false;
}

bool PostgresServer::start()
{
    const bool fresh = !QDir(dataFolder()).exists();
    if (fresh && !makeCluster())
        return false;
    // Another program may take the port between our look and the server's; children of one that was killed may still be going.
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (fresh || m_port == 0)
            m_port = freePort();
        if (startOnce())
            return true;
    }
    qWarning("%s", qPrintable(log()));
    return false;
}

void PostgresServer::stop()
{
    ::kill(pid_t(m_postmaster.processId()), SIGINT);
    m_postmaster.waitForFinished(patienceMs);
}

// The postmaster's children are sessions of their own, so they are asked of the system.
QList<qint64> PostgresServer::processes() const
{
    const qint64 postmaster = m_postmaster.processId();
    QList<qint64> all = {postmaster};
    QFile children(u"/proc/%1/task/%1/children"_s.arg(postmaster));
    if (children.open(QIODevice::ReadOnly)) {
        for (const QByteArray &pid : children.readAll().split(' ')) {
            if (pid.toLongLong() > 0)
                all.append(pid.toLongLong());
        }
    }
    return all;
}

void PostgresServer::kill()
{
    for (const qint64 pid : processes())
        ::kill(pid_t(pid), SIGKILL);
    m_postmaster.waitForFinished(patienceMs);
}

void PostgresServer::freeze()
{
    for (const qint64 pid : processes())
        ::kill(pid_t(pid), SIGSTOP);
}

void PostgresServer::thaw()
{
    for (const qint64 pid : processes())
        ::kill(pid_t(pid), SIGCONT);
}

bool PostgresServer::createDatabase(const QString &name)
{
    return run(program(u"createdb"_s), {u"-h"_s, socketFolder(), u"-p"_s, QString::number(m_port), u"-U"_s, u"admin"_s, name})
           == 0;
}

QString PostgresServer::uri(const QString &login, const QString &database) const
{
    return u"postgresql://%1@/%2?host=%3&port=%4"_s.arg(login, database, socketFolder(), QString::number(m_port));
}

QString PostgresServer::tcpUri(const QString &login, const QString &database) const
{
    return u"postgresql://%1@127.0.0.1:%3/%2"_s.arg(login, database, QString::number(m_port));
}

QString PostgresServer::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace fireline::test
