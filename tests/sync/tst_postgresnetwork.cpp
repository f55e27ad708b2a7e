// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresconsole.h"

#include "backendpeople.h"
#include "slowrelay.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

using namespace fireline;
using namespace fireline::test;

namespace {

const QByteArray password = "a long way off";

// Of this program's own network: nobody else's is touched.
bool setLoopback(bool up)
{
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strncpy(request.ifr_name, "lo", IFNAMSIZ - 1);
    bool done = ::ioctl(socket, SIOCGIFFLAGS, &request) == 0;
    request.ifr_flags = static_cast<short>(up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP);
    done = done && ::ioctl(socket, SIOCSIFFLAGS, &request) == 0;
    ::close(socket);
    return done;
}

bool writeTo(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

/// A network namespace of its own for this program and what it starts, as the user it runs as. False: the system does not let it.
bool ownNetwork()
{
    const QByteArray user = QByteArray::number(::geteuid());
    const QByteArray group = QByteArray::number(::getegid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return false;
    return writeTo("/proc/self/setgroups", "deny") && writeTo("/proc/self/uid_map", user + ' ' + user + " 1")
           && writeTo("/proc/self/gid_map", group + ' ' + group + " 1") && setLoopback(true);
}

bool hasOwnNetwork = false;

} // namespace

/// Consoles that reach their PostgreSQL by TCP: over a long way, over one that breaks, and by a cable that is pulled out.
class TestPostgresNetwork : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void aLongWayOnlyTakesLonger();
    void aWayThatBreaksLosesNothing();
    void aCutCableIsNoticedInTime();

private:
    [[nodiscard]] QString address(const QString &name, int port) const
    {
        return u"postgresql://%1@127.0.0.1:%2/%3"_s.arg(name, QString::number(port), m_database);
    }

    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    int m_count = 0;
};

void TestPostgresNetwork::initTestCase()
{
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    qputenv("PGPASSWORD", password);
    m_server = std::make_unique<PostgresServer>(QStringList{u"fsync=off"_s});
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
}

void TestPostgresNetwork::init()
{
    m_database = u"db%1"_s.arg(++m_count);
    QVERIFY(m_server->createDatabase(m_database));
    prepareBackend(*m_server, m_database);
    const auto admin = backend::BackendConnection::open(backend::parseAddress(m_server->uri(u"admin"_s, m_database)).value());
    QVERIFY(admin.ok());
    for (const QString &name : {u"ana"_s, u"ben"_s})
        QVERIFY(admin.value()
                    ->run(u"alter role %1 password %2"_s.arg(
                        name, backend::BackendConnection::quotedText(QString::fromLatin1(password))))
                    .ok());
}

void TestPostgresNetwork::aLongWayOnlyTakesLonger()
{
    SlowRelay relay(m_server->port(), {80, 60, 0}, 7);
    TwoConsoles both(address(u"ana"_s, relay.port()), address(u"ben"_s, relay.port()));
    both.begin();
    both.note(20);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(40), Patience);
    QCOMPARE(relay.connections(), 2); // nobody gave up on one that was only slow
    QCOMPARE(both.ana.problems + both.ben.problems, QStringList());
    QCOMPARE(faultsThere(*m_server, m_database, both.ana), QString());
}

void TestPostgresNetwork::aWayThatBreaksLosesNothing()
{
    SlowRelay relay(m_server->port(), {5, 20, 0}, 11);
    TwoConsoles both(address(u"ana"_s, relay.port()), address(u"ben"_s, relay.port()));
    both.begin();
    relay.setBreaks(4);
    for (int i = 0; i < 10; ++i) {
        both.note(2);
        QTRY_VERIFY_WITH_TIMEOUT(relay.broken() > i, Patience);
    }
    relay.setBreaks(0);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(40), Patience); // each once, in the same order
    QCOMPARE(both.ana.rewinds + both.ben.rewinds, 0);
    QCOMPARE(both.ana.reasons + both.ben.reasons, QStringList());
    QVERIFY(both.ana.file->verify().value().ok() && both.ben.file->verify().value().ok());
    QCOMPARE(faultsThere(*m_server, m_database, both.ana), QString());
}

// With the intervals of the program: in less than ten seconds, though no packet says so.
void TestPostgresNetwork::aCutCableIsNoticedInTime()
{
    if (!hasOwnNetwork)
        QSKIP("this system gives no network of its own to a test (user and network namespaces)");
    SyncPolicy policy;
    Console ana(address(u"ana"_s, m_server->port()), u"ana"_s, policy);
    ana.declare();
    const qint64 declared = ana.waiting();
    ana.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana}, declared), Patience);
    QVERIFY(setLoopback(false));
    QElapsedTimer since;
    since.start();
    QTRY_VERIFY_WITH_TIMEOUT(ana.link() != Link::Online, Patience);
    const qint64 noticed = since.elapsed();
    ana.note(u"while the cable is out"_s);
    QCOMPARE(ana.waiting(), 1);
    QVERIFY(setLoopback(true));
    ana.driver.retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana}, declared + 1), Patience);
    QVERIFY2(noticed < 10000, qPrintable(QString::number(noticed)));
    QCOMPARE(faultsThere(*m_server, m_database, ana), QString());
}

int main(int argc, char **argv)
{
    hasOwnNetwork = ownNetwork(); // before there is a second thread
    QCoreApplication app(argc, argv);
    TestPostgresNetwork test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_postgresnetwork.moc"
