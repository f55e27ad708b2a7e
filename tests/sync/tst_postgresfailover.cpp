// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresconsole.h"

#include "backendpeople.h"

#include <QProcess>
#include <QTest>

using namespace fireline;
using namespace fireline::test;

namespace {

/// A primary, and a standby that follows it; consoles know both.
struct Pair
{
    PostgresServer primary;
    PostgresServer standby;

    [[nodiscard]] bool begin()
    {
        if (!primary.start() || !primary.createDatabase(u"failover"_s))
            return false;
        prepareBackend(primary, u"failover"_s);
        const QStringList copying{
            u"-h"_s, primary.socketFolder(), u"-p"_s, QString::number(primary.port()), u"-U"_s,       u"admin"_s,
            u"-D"_s, standby.dataFolder(),   u"-R"_s, u"--checkpoint=fast"_s,          u"--no-sync"_s};
        return QProcess::execute(PostgresServer::program(u"pg_basebackup"_s), copying) == 0 && standby.start();
    }
    [[nodiscard]] QString address(const QString &name) const
    {
        return u"postgresql://%1@/failover?host=%2,%3&port=%4,%5"_s.arg(name, primary.socketFolder(), standby.socketFolder())
            .arg(primary.port())
            .arg(standby.port());
    }
    [[nodiscard]] QVariant onStandby(const QString &sql) const { return ask(standby, sql); }
    [[nodiscard]] QVariant primaryValue(const QString &sql) const { return ask(primary, sql); }
    [[nodiscard]] bool onPrimary(const QString &sql) const
    {
        const auto admin = backend::BackendConnection::open(
            backend::parseAddress(primary.uri(u"admin"_s, u"failover"_s)).value());
        return admin && admin.value()->run(sql).ok();
    }

private:
    static QVariant ask(const PostgresServer &server, const QString &sql)
    {
        const QString there = server.uri(u"admin"_s, u"failover"_s) + u"&target_session_attrs=any"_s;
        const auto admin = backend::BackendConnection::open(backend::parseAddress(there).value());
        const auto value = admin ? admin.value()->scalar(sql) : Outcome<QVariant>(admin.problem());
        return value ? value.value() : QVariant();
    }
};

} // namespace

/// What consoles do while their PostgreSQL is gone, and with one that has lost what it had acknowledged.
class TestPostgresFailover : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void aFrozenServerIsNoticed();
    void aKilledServerComesBack();
    void tenConsolesAgreeThoughTheServerIsKilled();
    void aRestoredServerIsFedAgain();
    void aStandbyThatWasBehindIsFedAgain();
    void whatASynchronousStandbyHasIsNeverLost();
    void observersReadFromAStandby();

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

// All at once, and the server dies in the midst of it: one of them commands, and no word is gone or there twice.
void TestPostgresFailover::tenConsolesAgreeThoughTheServerIsKilled()
{
    constexpr int many = 10;
    constexpr int notes = 8;
    {
        const auto admin = backend::BackendConnection::open(backend::parseAddress(m_server->uri(u"admin"_s, m_database)).value());
        QVERIFY(admin.ok());
        for (int i = 0; i < many; ++i)
            QVERIFY(backend::addPerson(*admin.value(), u"person%1"_s.arg(i), backend::BackendRole::Responder).ok());
    }
    std::vector<std::unique_ptr<Console>> owned;
    QList<Console *> consoles;
    for (int i = 0; i < many; ++i) {
        owned.push_back(std::make_unique<Console>(*m_server, m_database, u"person%1"_s.arg(i)));
        consoles.append(owned.back().get());
    }
    consoles.first()->declare();
    const qint64 declared = consoles.first()->waiting();
    for (Console *each : std::as_const(consoles))
        each->driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled(consoles, declared), Patience);

    const QString role = pinned().commander()->id;
    const auto write = [&](int first) {
        for (int i = first; i < first + notes / 2; ++i) {
            for (int who = 0; who < many; ++who)
                consoles.at(who)->note(u"note %1 of person%2"_s.arg(i).arg(who));
        }
    };
    for (int who = 0; who < many; ++who)
        consoles.at(who)->write(
            {{u"role.taken"_s, {{u"role"_s, role}, {u"person"_s, u"person%1"_s.arg(who)}}, SystemClock().now()}});
    write(0);
    QTRY_VERIFY_WITH_TIMEOUT(consoles.first()->seq() > declared, Patience); // some of it is there, and some on its way
    m_server->kill();
    write(notes / 2);
    for (const Console *each : std::as_const(consoles))
        QTRY_VERIFY_WITH_TIMEOUT(each->link() != Link::Online, Patience);
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
    QTRY_VERIFY_WITH_TIMEOUT(settled(consoles, declared + many * notes + 1), Patience);

    qsizetype refused = 0;
    for (const Console *each : std::as_const(consoles)) {
        QVERIFY(each->file->verify().value().ok());
        QCOMPARE(each->rewinds, 0);
        const auto refusals = each->file->exchange().refusals();
        QVERIFY(refusals.ok());
        for (const Refusal &refusal : refusals.value())
            QCOMPARE(refusal.reason, u"held"_s);
        refused += refusals.value().size();
    }
    QCOMPARE(refused, many - 1);
    const QStringList record = consoles.last()->record();
    QCOMPARE(QSet<QString>(record.begin(), record.end()).size(), declared + many * notes + 1);
    QCOMPARE(faultsThere(*m_server, m_database, *consoles.first()), QString());
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

// Asynchronous replication: the standby stands still and then restarts, so that what was on its way to it is gone, and the primary
// dies with what it has acknowledged. No operator, no epoch.
void TestPostgresFailover::aStandbyThatWasBehindIsFedAgain()
{
    Pair pair;
    QVERIFY(pair.begin());
    TwoConsoles both(pair.address(u"ana"_s), pair.address(u"ben"_s));
    auto &[ana, ben, declared] = both;
    both.begin();
    QTRY_COMPARE_WITH_TIMEOUT(pair.onStandby(u"select count(*) from fireline.event"_s).toLongLong(), declared, Patience);
    const QString generation = ana.driver.engine().status().server.generation;
    pair.standby.freeze();
    both.note(4);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(8), Patience); // nobody waits for it
    QStringList before = ana.record();
    pair.primary.kill();
    pair.standby.kill();
    QVERIFY(pair.standby.start());
    QCOMPARE(pair.onStandby(u"select count(*) from fireline.event"_s).toLongLong(), declared);
    QVERIFY(pair.onStandby(u"select pg_promote()"_s).toBool());
    QTRY_VERIFY_WITH_TIMEOUT(ana.rewinds > 0 && ben.rewinds > 0, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(8), Patience);
    QStringList after = ana.record();
    before.sort();
    after.sort();
    QCOMPARE(after, before);
    QVERIFY(ana.driver.engine().status().server.generation != generation);
    QVERIFY(ben.file->verify().value().ok());
}

// Synchronous replication: while the standby is frozen nothing is acknowledged, and what was is there after the failover.
void TestPostgresFailover::whatASynchronousStandbyHasIsNeverLost()
{
    Pair pair;
    QVERIFY(pair.begin());
    TwoConsoles both(pair.address(u"ana"_s), pair.address(u"ben"_s));
    auto &[ana, ben, declared] = both;
    both.begin();
    QVERIFY(pair.onPrimary(u"alter system set synchronous_standby_names = '*'"_s));
    QVERIFY(pair.onPrimary(u"select pg_reload_conf()"_s));
    const QString state = u"select count(*) from pg_stat_replication where sync_state = 'sync'"_s;
    QTRY_COMPARE_WITH_TIMEOUT(pair.primaryValue(state).toInt(), 1, Patience);
    both.note(2);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(4), Patience);
    const QStringList acknowledged = ana.record();

    pair.standby.freeze();
    both.note(3);
    QTRY_VERIFY_WITH_TIMEOUT(ana.problems.contains(u"silent"_s) && ben.problems.contains(u"silent"_s), Patience);
    QCOMPARE(ana.seq(), declared + 4); // nothing is shown as the server's that one server alone has
    QCOMPARE(ben.seq(), declared + 4);
    QCOMPARE(ana.waiting() + ben.waiting(), 6);

    pair.primary.kill();
    pair.standby.thaw();
    QVERIFY(pair.onStandby(u"select pg_promote()"_s).toBool());
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(10), Patience);
    QCOMPARE(ana.record().first(acknowledged.size()), acknowledged); // in its place, too
    QCOMPARE(ana.rewinds + ben.rewinds, 0);
    QVERIFY(ana.file->verify().value().ok() && ben.file->verify().value().ok());
}

// Who only looks may read where nobody writes: by the poll, for no doorbell rings there. What is behind has not gone back.
void TestPostgresFailover::observersReadFromAStandby()
{
    Pair pair;
    QVERIFY(pair.begin());
    TwoConsoles both(pair.address(u"ana"_s), pair.address(u"ben"_s));
    both.begin();
    const QString standby = pair.standby.uri(u"olly"_s, u"failover"_s) + u"&target_session_attrs=standby"_s;
    Console olly(standby, u"olly"_s);
    olly.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&both.ana, &both.ben, &olly}, both.declared), Patience);
    QVERIFY(olly.driver.engine().status().server.standby);
    both.note(3);
    QTRY_VERIFY_WITH_TIMEOUT(settled({&both.ana, &both.ben, &olly}, both.declared + 6), Patience);

    // From the primary to a standby that lags: nothing is set aside, and what comes later is taken.
    olly.driver.stop();
    QVERIFY(pair.onStandby(u"select pg_wal_replay_pause()"_s).isValid());
    both.note(1);
    Console direct(pair.address(u"olly"_s), u"olly"_s);
    direct.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&both.ana, &both.ben, &direct}, both.declared + 8), Patience);
    direct.driver.stop();
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.fireline"_s);
    QVERIFY(direct.file->backup(copy).ok());
    Console behind(standby, u"olly"_s);
    behind.putBack(copy);
    behind.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(behind.comparisons > 1, Patience);
    QCOMPARE(behind.seq(), both.declared + 8);
    both.note(1);
    QVERIFY(pair.onStandby(u"select pg_wal_replay_resume()"_s).isValid());
    QTRY_VERIFY_WITH_TIMEOUT(settled({&both.ana, &both.ben, &behind}, both.declared + 10), Patience);
    QCOMPARE(olly.rewinds + behind.rewinds, 0);
    QCOMPARE(olly.problems + behind.problems, QStringList());
}

QTEST_GUILESS_MAIN(TestPostgresFailover)
#include "tst_postgresfailover.moc"
