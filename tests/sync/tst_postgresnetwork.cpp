// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresconsole.h"

#include "backendpeople.h"
#include "farnetwork.h"
#include "slowrelay.h"

#include <QElapsedTimer>
#include <QTest>

using namespace fireline;
using namespace fireline::test;

namespace {

const QByteArray password = "a long way off";

const QString tls = QStringLiteral(FIRELINE_SOURCE_DIR "/tests/data/tls/");

} // namespace

/// Consoles that reach their PostgreSQL by TCP: over a long way, over one that breaks, and by a cable that is pulled out; and only one
/// that can prove who it is.
class TestPostgresNetwork : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void aLongWayOnlyTakesLonger();
    void aWayThatBreaksLosesNothing();
    void aCutCableIsNoticedInTime();
    void answersThatNeverArriveAreAskedForAgain();
    void aNarrowCableOnlyTakesLonger();
    void onlyWhoProvesItIsTheServer_data();
    void onlyWhoProvesItIsTheServer();

private:
    [[nodiscard]] QString address(const QString &name, int port) const
    {
        return u"postgresql://%1@127.0.0.1:%2/%3?sslmode=disable"_s.arg(name, QString::number(port), m_database);
    }
    /// Of the server on the far side, by a connection that is encrypted and checked.
    [[nodiscard]] QString farAddress(const QString &name) const
    {
        return u"postgresql://%1@localhost:%2/%3?hostaddr=%4&sslrootcert=%5"_s.arg(
            name, QString::number(m_far->port()), m_database, FarNetwork::address(), tls + u"authority.pem"_s);
    }
    void prepare(PostgresServer &server);
    /// A server in a network of its own, at the other end of a cable; once.
    void goFar();

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresServer> m_far;
    FarNetwork m_network;
    QString m_database;
    int m_count = 0;
};

void TestPostgresNetwork::initTestCase()
{
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    qputenv("PGPASSWORD", password);
    m_server = std::make_unique<PostgresServer>(QStringList{u"fsync=off"_s});
    m_server->setCertificate(tls + u"server.pem"_s, tls + u"server.key"_s);
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
}

void TestPostgresNetwork::init()
{
    m_database = u"db%1"_s.arg(++m_count);
    prepare(*m_server);
}

void TestPostgresNetwork::prepare(PostgresServer &server)
{
    QVERIFY(server.createDatabase(m_database));
    prepareBackend(server, m_database);
    const auto admin = backend::BackendConnection::open(backend::parseAddress(server.uri(u"admin"_s, m_database)).value());
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

void TestPostgresNetwork::goFar()
{
    if (m_far)
        return prepare(*m_far);
    if (const QString why = FarNetwork::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    auto far = std::make_unique<PostgresServer>(QStringList{u"fsync=off"_s, u"listen_addresses=*"_s});
    far->setCertificate(tls + u"server.pem"_s, tls + u"server.key"_s);
    far->setOwnNetwork();
    QVERIFY2(far->start(), qPrintable(far->log()));
    if (const QString why = m_network.plugIn(far->process()); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(far->letInFromAnywhere());
    m_far = std::move(far);
    prepare(*m_far);
}

// With the intervals of the program: in less than ten seconds, though no packet says so, and the server runs on.
void TestPostgresNetwork::aCutCableIsNoticedInTime()
{
    goFar();
    if (!m_far)
        return;
    Console ana(farAddress(u"ana"_s), u"ana"_s, SyncPolicy());
    ana.declare();
    const qint64 declared = ana.waiting();
    ana.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana}, declared), Patience);
    QVERIFY(m_network.setCable(false));
    QElapsedTimer since;
    since.start();
    QTRY_VERIFY_WITH_TIMEOUT(ana.link() != Link::Online, Patience);
    const qint64 noticed = since.elapsed();
    ana.note(u"while the cable is out"_s);
    QCOMPARE(ana.waiting(), 1);
    QVERIFY(m_network.setCable(true));
    ana.driver.retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana}, declared + 1), Patience);
    QVERIFY2(noticed < 10000, qPrintable(QString::number(noticed)));
    QCOMPARE(faultsThere(*m_far, m_database, ana), QString());
}

// It is done there, and nobody here knows: nothing is shown as done, and in the end it is there once.
void TestPostgresNetwork::answersThatNeverArriveAreAskedForAgain()
{
    goFar();
    if (!m_far)
        return;
    TwoConsoles both(farAddress(u"ana"_s), farAddress(u"ben"_s));
    auto &[ana, ben, declared] = both;
    both.begin();
    const auto admin = backend::BackendConnection::open(backend::parseAddress(m_far->uri(u"admin"_s, m_database)).value());
    QVERIFY(admin.ok());
    const auto count = [&](const QString &of) {
        return admin.value()->scalar(u"select count(*) from "_s + of).value().toLongLong();
    };
    const auto there = [&] { return count(u"fireline.event"_s); };
    // Both calls are there and wait; then the way back is gone, and then they are done.
    QVERIFY(admin.value()->run(u"begin"_s).ok());
    QVERIFY(admin.value()->rows(u"select 1 from fireline.incident for update"_s).ok());
    both.note(1);
    QTRY_COMPARE_WITH_TIMEOUT(count(u"pg_stat_activity where wait_event_type = 'Lock'"_s), 2, Patience);
    QVERIFY(m_network.setDeaf(true));
    QVERIFY(admin.value()->run(u"rollback"_s).ok());
    QTRY_COMPARE_WITH_TIMEOUT(there(), declared + 2, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(ana.problems.contains(u"silent"_s) && ben.problems.contains(u"silent"_s), Patience);
    QCOMPARE(ana.waiting() + ben.waiting(), 2);
    QVERIFY(m_network.setDeaf(false));
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(2), Patience);
    QCOMPARE(there(), declared + 2);
    QCOMPARE(ana.reasons + ben.reasons, QStringList());
    QCOMPARE(faultsThere(*m_far, m_database, ana), QString());
}

// The last of them: the cable stays so.
void TestPostgresNetwork::aNarrowCableOnlyTakesLonger()
{
    goFar();
    if (!m_far)
        return;
    const QString how = m_network.slowDown();
    if (how.isEmpty())
        QSKIP("this system cannot slow a network down (tc with netem or tbf)");
    qInfo("slow by %s", qPrintable(how));
    TwoConsoles both(farAddress(u"ana"_s), farAddress(u"ben"_s));
    both.begin();
    both.note(20);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(40), Patience);
    QCOMPARE(both.ana.problems + both.ben.problems, QStringList());
    QCOMPARE(faultsThere(*m_far, m_database, both.ana), QString());
}

void TestPostgresNetwork::onlyWhoProvesItIsTheServer_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("authority");
    QTest::addColumn<bool>("believed");
    QTest::newRow("itself") << u"localhost"_s << u"authority.pem"_s << true;
    QTest::newRow("another name") << u"db.example"_s << u"authority.pem"_s << false;
    QTest::newRow("another authority") << u"localhost"_s << u"client.pem"_s << false;
    QTest::newRow("no authority known here") << u"localhost"_s << u"none.pem"_s << false;
}

void TestPostgresNetwork::onlyWhoProvesItIsTheServer()
{
    QFETCH(QString, host);
    QFETCH(QString, authority);
    QFETCH(bool, believed);
    const QString uri = u"postgresql://ana@%1:%2/%3?hostaddr=127.0.0.1&sslmode=verify-full&sslrootcert=%4"_s.arg(
        host, QString::number(m_server->port()), m_database, tls + authority);
    Console ana(uri, u"ana"_s);
    ana.declare();
    ana.driver.start();
    if (believed) {
        QTRY_COMPARE_WITH_TIMEOUT(ana.waiting(), 0, Patience);
        const auto admin = backend::BackendConnection::open(backend::parseAddress(m_server->uri(u"admin"_s, m_database)).value());
        const auto encrypted = admin.value()->scalar(
            u"select bool_and(s.ssl) from pg_stat_ssl s join pg_stat_activity a using (pid) where a.usename = 'ana'"_s);
        QVERIFY(encrypted.value().toBool());
        return;
    }
    QTRY_COMPARE_WITH_TIMEOUT(ana.link(), Link::Refused, Patience);
    QCOMPARE(ana.problems.last(), u"untrusted"_s); // which is no matter of anybody's password
    QVERIFY(ana.waiting() > 0);
}

int main(int argc, char **argv)
{
    FarNetwork::enter(); // before there is a second thread
    QCoreApplication app(argc, argv);
    TestPostgresNetwork test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_postgresnetwork.moc"
