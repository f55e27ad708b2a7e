// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresconsole.h"

#include "backendschema.h"
#include "postgresworker.h"

#include <QDir>
#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

using namespace fireline;
using namespace fireline::test;

/// Consoles with the production engine, files and transport, and a real PostgreSQL.
class TestPostgresExchange : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void twoConsolesAgree();
    void theDoorbellIsHeard();
    void whatIsRefusedComesBackWithItsReason();
    void anOfflineFileIsAdopted();
    void attachmentsFollow();
    void attachmentsMayTakeLongerThanAnythingElse();
    void observersOnlyLook();
    void whoIsNotLetInIsTold();
    void aFilePutBackGoesOn();
    void aCallThatHangsIsCut();
    void onlyItsOwnSocketIsShut();

private:
    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    int m_count = 0;
};

void TestPostgresExchange::initTestCase()
{
    QCOMPARE(SyncPolicy().schema, int(backend::schemaSteps().size())); // also where there is no server
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_server = std::make_unique<PostgresServer>(QStringList{u"fsync=off"_s});
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
}

void TestPostgresExchange::init()
{
    m_database = u"db%1"_s.arg(++m_count);
    QVERIFY(m_server->createDatabase(m_database));
    prepareBackend(*m_server, m_database);
}

void TestPostgresExchange::twoConsolesAgree()
{
    TwoConsoles both(*m_server, m_database);
    auto &[ana, ben, declared] = both;
    both.begin();
    both.note(5);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(10), Patience);
    QVERIFY(ana.file->verify().value().ok());
    QVERIFY(ben.file->verify().value().ok());
    QCOMPARE(faultsThere(*m_server, m_database, ana), QString());
    QVERIFY(std::abs(ana.driver.engine().status().offset->us) < Span::seconds(2).us); // it is the same computer
}

void TestPostgresExchange::theDoorbellIsHeard()
{
    SyncPolicy policy = quickPolicy();
    policy.poll = Span::hours(1);
    Console ana(*m_server, m_database, u"ana"_s, policy);
    Console ben(*m_server, m_database, u"ben"_s, policy);
    ana.declare();
    const qint64 declared = ana.waiting();
    ana.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana}, declared), Patience);
    ben.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared), Patience);
    ana.note(u"the bell rings"_s);
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared + 1), Patience);
}

void TestPostgresExchange::whatIsRefusedComesBackWithItsReason()
{
    Console ana(*m_server, m_database, u"ana"_s);
    Console ben(*m_server, m_database, u"ben"_s);
    ana.declare();
    const QString role = pinned().commander()->id;
    ana.write({{u"role.taken"_s, {{u"role"_s, role}, {u"person"_s, u"ana"_s}}, SystemClock().now()}});
    const qint64 declared = ana.waiting();
    ana.driver.start();
    ben.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared), Patience);
    ben.write({{u"role.taken"_s, {{u"role"_s, role}, {u"person"_s, u"ben"_s}}, SystemClock().now()}});
    ben.note(u"and I go on"_s);
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared + 1), Patience);
    QCOMPARE(ben.reasons, QStringList{u"held"_s});
    QCOMPARE(ben.file->exchange().refusals().value().size(), 1);
    QVERIFY(ben.file->verify().value().ok());
    QVERIFY(ana.file->verify().value().ok()); // she never sees the refused one: ben's chain has a gap here
}

void TestPostgresExchange::anOfflineFileIsAdopted()
{
    SyncPolicy policy = quickPolicy();
    policy.pushLimit = 3;
    Console ana(*m_server, m_database, u"ana"_s, policy);
    Console ben(*m_server, m_database, u"ben"_s);
    ana.declare();
    for (int i = 0; i < 7; ++i)
        ana.note(u"offline %1"_s.arg(i));
    const qint64 history = ana.waiting();
    QVERIFY(ana.driver.adopt(ana.incident).ok());
    ana.note(u"afterwards"_s);
    ana.driver.start();
    ben.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, history + 1), Patience);
    QCOMPARE(faultsThere(*m_server, m_database, ana), QString());
}

void TestPostgresExchange::attachmentsFollow()
{
    Console ana(*m_server, m_database, u"ana"_s);
    Console ben(*m_server, m_database, u"ben"_s);
    ana.declare();
    const QByteArray picture = QByteArray(100000, 'p') + '\0' + "\\'\x80";
    const QString name = ana.file->putBlob(picture).value();
    ana.write({{u"attachment.added"_s,
                {{u"sha256"_s, name}, {u"name"_s, u"p.png"_s}, {u"bytes"_s, picture.size()}},
                SystemClock().now()}});
    const QString empty = ana.file->putBlob({}).value(); // whose hash comes behind that of nearly every other
    ana.write({{u"attachment.added"_s, {{u"sha256"_s, empty}, {u"name"_s, u"e.txt"_s}, {u"bytes"_s, 0}}, SystemClock().now()}});
    // Somebody has invented one: it comes before all others.
    ana.write({{u"attachment.added"_s,
                {{u"sha256"_s, QString(64, u'0')}, {u"name"_s, u"n.txt"_s}, {u"bytes"_s, 1}},
                SystemClock().now()}});
    ana.driver.start();
    ben.driver.start();
    QTRY_COMPARE_WITH_TIMEOUT(ben.blobs, 2, Patience);
    QCOMPARE(ben.file->blob(name).value(), picture);
    QVERIFY(ben.file->blob(empty).value().isEmpty());
}

// What ends a statement that takes too long is not meant for 16 MiB over a slow line.
void TestPostgresExchange::attachmentsMayTakeLongerThanAnythingElse()
{
    const auto admin = backend::BackendConnection::open(backend::parseAddress(m_server->uri(u"admin"_s, m_database)).value());
    QVERIFY(admin.ok());
    QVERIFY(admin.value()
                ->run(u"alter function fireline_api.blob(uuid, text) rename to blob_at_once;"
                      "create function fireline_api.blob(p_incident uuid, p_sha256 text) returns bytea language sql as "
                      "'select pg_sleep(4); select fireline_api.blob_at_once(p_incident, p_sha256)';"
                      "alter role ben set statement_timeout = '3s'"_s)
                .ok());
    Console ana(*m_server, m_database, u"ana"_s);
    Console ben(*m_server, m_database, u"ben"_s);
    ana.declare();
    const QString name = ana.file->putBlob("slowly").value();
    ana.write({{u"attachment.added"_s, {{u"sha256"_s, name}, {u"name"_s, u"s.txt"_s}, {u"bytes"_s, 6}}, SystemClock().now()}});
    ana.driver.start();
    ben.driver.start();
    QTRY_COMPARE_WITH_TIMEOUT(ben.blobs, 1, Patience);
    const auto again = backend::BackendConnection::open(backend::parseAddress(m_server->uri(u"ben"_s, m_database)).value());
    QVERIFY(again.ok());
    QVERIFY(!again.value()->run(u"select pg_sleep(4)"_s).ok()); // and everything else ends as it did
}

void TestPostgresExchange::observersOnlyLook()
{
    Console ana(*m_server, m_database, u"ana"_s);
    Console olly(*m_server, m_database, u"olly"_s);
    ana.declare();
    const qint64 declared = ana.waiting();
    ana.driver.start();
    olly.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &olly}, declared), Patience);
    QVERIFY(!olly.driver.engine().status().server.mayWrite);
    olly.note(u"nobody hears this"_s);
    ana.note(u"and everybody this"_s);
    QTRY_COMPARE_WITH_TIMEOUT(olly.seq(), declared + 1, Patience);
    QCOMPARE(olly.waiting(), 1);
}

void TestPostgresExchange::whoIsNotLetInIsTold()
{
    Console zoe(*m_server, m_database, u"zoe"_s); // the server knows no such login
    zoe.driver.start();
    QTRY_COMPARE_WITH_TIMEOUT(zoe.link(), Link::Refused, Patience);
    QCOMPARE(zoe.problems.last(), u"login"_s);
}

// From a backup, while the server has gone on; also behind an entry that was refused and that no pull brings back.
void TestPostgresExchange::aFilePutBackGoesOn()
{
    TwoConsoles both(*m_server, m_database);
    auto &[ana, ben, declared] = both;
    both.begin();
    both.note(1);
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(2), Patience);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.fireline"_s);
    QVERIFY(ana.file->backup(copy).ok());
    both.note(2);
    ana.write({{u"severity.set"_s, {{u"from"_s, u"1"_s}, {u"to"_s, u"2"_s}, {u"term"_s, 7}}, SystemClock().now()}});
    QTRY_VERIFY_WITH_TIMEOUT(both.settled(6), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(ana.reasons, QStringList{u"stale-term"_s}, Patience);
    ana.driver.stop();
    Console again(*m_server, m_database, u"ana"_s);
    again.putBack(copy);
    again.note(u"written before anything was pulled"_s);
    again.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&again, &ben}, declared + 7), Patience);
    QVERIFY(again.file->verify().value().ok());
    QCOMPARE(faultsThere(*m_server, m_database, ben), QString());
}

namespace {

// The descriptors of this process that are sockets.
QSet<int> sockets()
{
    QSet<int> all;
    const QStringList names = QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
    for (const QString &name : names) {
        if (QFile::symLinkTarget(u"/proc/self/fd/"_s + name).contains("socket:"_L1))
            all.insert(name.toInt());
    }
    return all;
}

} // namespace

// The server stands still in the midst of a call; whoever made it goes on elsewhere at once, and not when it stands up again.
void TestPostgresExchange::aCallThatHangsIsCut()
{
    QObject receiver;
    std::atomic<bool> isUnderWay = false;
    const auto address = backend::parseAddress(m_server->uri(u"ana"_s, m_database)).value();
    auto *worker = new link::PostgresWorker(
        address,
        [&](const Event &) {
            isUnderWay = true;
            return QByteArray();
        },
        &receiver);
    QList<quint64> answered;
    worker->tellTo([&](quint64 ticket, const sync::Answer &) { answered.append(ticket); }, [](const QString &) {});
    QThread thread;
    worker->moveToThread(&thread);
    connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    thread.start();
    worker->send(1, sync::ask::Connect{});
    QTRY_COMPARE_WITH_TIMEOUT(answered, QList<quint64>{1}, Patience);
    m_server->freeze();
    worker->send(2, sync::ask::Append{UuidV7Source().next({1}), {{}}, false, false});
    QTRY_VERIFY_WITH_TIMEOUT(isUnderWay.load(), Patience);
    worker->abort();
    worker->letGo();
    thread.quit();
    const bool isCut = thread.wait(10000);
    m_server->thaw();
    QVERIFY(thread.wait(Patience));
    QVERIFY(isCut);
}

// libpq closes the number of its socket when the server ends the connection, and whatever is opened next gets it.
void TestPostgresExchange::onlyItsOwnSocketIsShut()
{
    QObject receiver;
    const auto address = backend::parseAddress(m_server->uri(u"ana"_s, m_database)).value();
    auto *worker = new link::PostgresWorker(
        address, [](const Event &) { return QByteArray(); }, &receiver);
    QList<quint64> answered;
    worker->tellTo([&](quint64 ticket, const sync::Answer &) { answered.append(ticket); }, [](const QString &) {});
    const QSet<int> before = sockets();
    worker->send(1, sync::ask::Connect{});
    worker->send(2, sync::ask::Listen{});
    QTRY_COMPARE_WITH_TIMEOUT(answered, (QList<quint64>{1, 2}), Patience);
    const QSet<int> used = sockets() - before;
    QVERIFY(!used.isEmpty());
    QVERIFY(worker->hasSocket());
    const auto admin = backend::BackendConnection::open(backend::parseAddress(m_server->uri(u"admin"_s, m_database)).value());
    QVERIFY(admin.ok());
    const QSet<int> others = sockets() - used;
    QVERIFY(admin.value()->run(u"select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ana'"_s).ok());
    QTRY_VERIFY_WITH_TIMEOUT((sockets() - others).size() < used.size(), Patience);
    const int freed = *(used - sockets()).begin();
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    QCOMPARE(::dup2(ends[0], freed), freed); // as the next program part would get it
    worker->abort();
    QCOMPARE(::send(freed, "x", 1, MSG_NOSIGNAL), 1);
    char read = 0;
    QCOMPARE(::read(ends[1], &read, 1), 1);
    QCOMPARE(read, 'x');
    worker->letGo();
    delete worker;
    for (const int end : {ends[0], ends[1], freed})
        ::close(end);
}

QTEST_GUILESS_MAIN(TestPostgresExchange)
#include "tst_postgresexchange.moc"
