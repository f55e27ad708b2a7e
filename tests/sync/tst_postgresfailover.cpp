// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresconsole.h"

#include "backendpeople.h"

#include <QProcess>
#include <QTest>

using namespace fireline;
using namespace fireline::test;

/// What consoles do while their PostgreSQL is gone, and with one that has lost what it had acknowledged.
class TestPostgresFailover : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void aFrozenServerIsNoticed();
    void aKilledServerComesBack();
    void aRestoredServerIsFedAgain();
    void aStandbyThatWasBehindIsFedAgain();

private:
    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    int m_count = 0;
};

void TestPostgresFailover::initTestCase()
{
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_server = std::make_unique<PostgresServer>(QStringList{u"fsync=off"_s});
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
}

void TestPostgresFailover::init()
{
    m_database = u"db%1"_s.arg(++m_count);
    QVERIFY(m_server->createDatabase(m_database));
    prepareBackend(*m_server, m_database);
}

void TestPostgresFailover::aFrozenServerIsNoticed()
{
    Console ana(*m_server, m_database, u"ana"_s);
    ana.declare();
    const qint64 declared = ana.waiting();
    ana.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana}, declared), Patience);
    m_server->freeze();
    ana.note(u"while nobody answers"_s);
    const auto noticed = [&] { return ana.problems.contains(u"silent"_s); };
    QTRY_VERIFY_WITH_TIMEOUT(noticed(), Patience);
    QCOMPARE(ana.waiting(), 1);
    m_server->thaw();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana}, declared + 1), Patience); // once, though the frozen call was done as well
    QCOMPARE(ana.link(), Link::Online);
}

void TestPostgresFailover::aKilledServerComesBack()
{
    TwoConsoles both(*m_server, m_database);
    auto &[ana, ben, declared] = both;
    both.begin();
    m_server->kill();
    both.note(3);
    QTRY_VERIFY_WITH_TIMEOUT(ana.link() != Link::Online && ben.link() != Link::Online, Patience);
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(6), Patience);
    QCOMPARE(faultsThere(*m_server, m_database, ana), QString());
}

// What the server had acknowledged is gone from it, and comes back from those who wrote it.
void TestPostgresFailover::aRestoredServerIsFedAgain()
{
    TwoConsoles both(*m_server, m_database);
    auto &[ana, ben, declared] = both;
    both.begin();
    m_server->stop();
    const QString copy = m_server->dataFolder() + u".copy"_s;
    QCOMPARE(QProcess::execute(u"cp"_s, {u"-a"_s, m_server->dataFolder(), copy}), 0);
    QVERIFY(m_server->start());
    both.note(4);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(8), Patience);
    QStringList before = ana.record();
    ana.driver.stop();
    ben.driver.stop();
    m_server->stop();
    QCOMPARE(QProcess::execute(u"rm"_s, {u"-rf"_s, m_server->dataFolder()}), 0);
    QCOMPARE(QProcess::execute(u"mv"_s, {copy, m_server->dataFolder()}), 0);
    QVERIFY(m_server->start());
    // A plain copy of its files was put back: PostgreSQL itself cannot know, so whoever did it says so before others come.
    {
        const auto admin = backend::BackendConnection::open(backend::parseAddress(m_server->uri(u"admin"_s, m_database)).value());
        QVERIFY(admin.ok() && admin.value()->run(u"update fireline.server set epoch = epoch + 1"_s).ok());
    }
    ana.driver.start();
    ben.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(ana.rewinds == 1 && ben.rewinds == 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(8), Patience);
    QStringList after = ana.record();
    before.sort();
    after.sort();
    QCOMPARE(after, before);
    QVERIFY(ana.file->verify().value().ok());
    QCOMPARE(faultsThere(*m_server, m_database, ana), QString());
}

// Asynchronous replication: the primary dies with what it has acknowledged and the standby never had. No operator, no epoch.
void TestPostgresFailover::aStandbyThatWasBehindIsFedAgain()
{
    PostgresServer primary;
    PostgresServer standby;
    const QString database = u"failover"_s;
    QVERIFY(primary.start() && primary.createDatabase(database));
    prepareBackend(primary, database);
    const QStringList copying{
        u"-h"_s, primary.socketFolder(), u"-p"_s, QString::number(primary.port()), u"-U"_s,       u"admin"_s,
        u"-D"_s, standby.dataFolder(),   u"-R"_s, u"--checkpoint=fast"_s,          u"--no-sync"_s};
    QCOMPARE(QProcess::execute(PostgresServer::program(u"pg_basebackup"_s), copying), 0);
    QVERIFY(standby.start());
    const QString hosts = u"postgresql://%1@/failover?host=%2,%3&port=%4,%5"_s;
    const auto address = [&](const QString &name) {
        return hosts.arg(name, primary.socketFolder(), standby.socketFolder()).arg(primary.port()).arg(standby.port());
    };
    TwoConsoles both(address(u"ana"_s), address(u"ben"_s));
    auto &[ana, ben, declared] = both;
    both.begin();
    const auto onStandby = [&](const QString &sql) {
        const QString there = standby.uri(u"admin"_s, database) + u"&target_session_attrs=any"_s;
        const auto admin = backend::BackendConnection::open(backend::parseAddress(there).value());
        const auto value = admin ? admin.value()->scalar(sql) : Outcome<QVariant>(admin.problem());
        return value ? value.value() : QVariant();
    };
    QTRY_COMPARE_WITH_TIMEOUT(onStandby(u"select count(*) from fireline.event"_s).toLongLong(), declared, Patience);
    const QString generation = ana.driver.engine().status().server.generation;
    standby.stop();
    both.note(4);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(8), Patience);
    QStringList before = ana.record();
    primary.kill();
    QVERIFY(standby.start());
    QCOMPARE(onStandby(u"select count(*) from fireline.event"_s).toLongLong(), declared);
    QVERIFY(onStandby(u"select pg_promote()"_s).toBool());
    QTRY_VERIFY_WITH_TIMEOUT(ana.rewinds > 0 && ben.rewinds > 0, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(8), Patience);
    QStringList after = ana.record();
    before.sort();
    after.sort();
    QCOMPARE(after, before);
    QVERIFY(ana.driver.engine().status().server.generation != generation);
    QVERIFY(ben.file->verify().value().ok());
}

QTEST_GUILESS_MAIN(TestPostgresFailover)
#include "tst_postgresfailover.moc"
