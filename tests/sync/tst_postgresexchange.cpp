// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresconsole.h"

#include "backendschema.h"

#include <QTest>

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
    void knowsTheNewestSchema();

private:
    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    int m_count = 0;
};

void TestPostgresExchange::initTestCase()
{
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

void TestPostgresExchange::knowsTheNewestSchema()
{
    QCOMPARE(SyncPolicy().schema, int(backend::schemaSteps().size()));
}

QTEST_GUILESS_MAIN(TestPostgresExchange)
#include "tst_postgresexchange.moc"
