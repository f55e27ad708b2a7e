// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendshelf.h"

#include "fileexchange.h"
#include "postgresconsole.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace fireline;
using namespace fireline::test;

/// The backend's incidents in the start window: a list, and a file for one of them, with a real PostgreSQL.
class TestBackendShelf : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void othersFindItInTheirStartWindow();
    void aFetchThatFailsLeavesNoFile();
    void whoIsNotLetInIsTold();
    void whatIsDamagedThereIsToldAsThat();
    void aFileThatIsThereIsLeftAsItIs();
    void hostileNamesMakeNoFile();

private:
    void asAdmin(const QString &sql);

    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    int m_count = 0;
    std::unique_ptr<Console> m_ana;
};

void TestBackendShelf::initTestCase()
{
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_server = std::make_unique<PostgresServer>(QStringList{u"fsync=off"_s});
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
}

// Ana has an incident there.
void TestBackendShelf::init()
{
    m_ana.reset();
    m_database = u"db%1"_s.arg(++m_count);
    QVERIFY(m_server->createDatabase(m_database));
    prepareBackend(*m_server, m_database);
    m_ana = std::make_unique<Console>(*m_server, m_database, u"ana"_s);
    m_ana->declare();
    m_ana->driver.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->waiting(), 0, Patience);
}

void TestBackendShelf::asAdmin(const QString &sql)
{
    QProcess psql;
    psql.start(PostgresServer::program(u"psql"_s),
               {u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-c"_s, sql, m_server->uri(u"admin"_s, m_database)});
    QVERIFY(psql.waitForFinished(Patience));
    QVERIFY2(psql.exitCode() == 0, psql.readAllStandardError().constData());
}

void TestBackendShelf::othersFindItInTheirStartWindow()
{
    const QTemporaryDir folder;
    window::BackendShelf shelf(folder.path(), u"ben"_s);
    const QSignalSpy fetched(&shelf, &window::BackendShelf::fetched);
    shelf.watch(m_server->uri(u"ben"_s, m_database));
    QTRY_COMPARE_WITH_TIMEOUT(shelf.rows({}).size(), 1, Patience);
    QVERIFY(shelf.rows({m_ana->incident}).isEmpty());
    const models::RecentIncident row = shelf.rows({}).first();
    QCOMPARE(row.title, u"Checkout fails"_s);
    QVERIFY2(QFileInfo(row.path).fileName().contains(u"-checkout-fails-"_s + m_ana->incident.right(8)), qPrintable(row.path));
    QVERIFY(shelf.isThere(row.path));
    shelf.fetch(row.path);
    QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, Patience);
    {
        const auto file = SqliteJournal::open(row.path, SqliteJournal::Mode::ReadWrite);
        QVERIFY(file.ok() && session::isOnBackend(file.value()->exchange()));
        QCOMPARE(file.value()->incident(), m_ana->incident);
        QCOMPARE(file.value()->exchange().cursor().value().seq, m_ana->seq());
    }
    // What is a file here already opens whether or not there is a server, and what was deleted is fetched once more.
    shelf.fetch(row.path);
    QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 2, Patience);
    QVERIFY(QFile::remove(row.path));
    QVERIFY(shelf.isThere(row.path));
    shelf.fetch(row.path);
    QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 3, Patience);
    QVERIFY(QFile::exists(row.path));
    // An answer of the server before that is still on its way is no answer of the next.
    shelf.watch({});
    QCoreApplication::processEvents();
    QVERIFY(shelf.rows({}).isEmpty());
}

void TestBackendShelf::aFetchThatFailsLeavesNoFile()
{
    const QTemporaryDir folder;
    window::BackendShelf shelf(folder.path(), u"ben"_s);
    const QSignalSpy problems(&shelf, &window::BackendShelf::problemOccurred);
    shelf.watch(m_server->uri(u"ben"_s, m_database));
    QTRY_COMPARE_WITH_TIMEOUT(shelf.rows({}).size(), 1, Patience);
    const QString path = shelf.rows({}).first().path;
    m_server->kill();
    shelf.fetch(path);
    QTRY_COMPARE_WITH_TIMEOUT(problems.count(), 1, Patience);
    QVERIFY(!QFile::exists(path));
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
}

// Why there is no list is told once, and so is why an incident of it cannot be had.
void TestBackendShelf::whoIsNotLetInIsTold()
{
    const QTemporaryDir folder;
    window::BackendShelf shelf(folder.path(), u"eve"_s);
    const QSignalSpy problems(&shelf, &window::BackendShelf::problemOccurred);
    const QSignalSpy over(&shelf, &window::BackendShelf::problemOver);
    shelf.watch(m_server->uri(u"eve"_s, m_database)); // nobody's login
    QTRY_COMPARE_WITH_TIMEOUT(problems.count(), 1, Patience);
    const QString text = problems.first().at(0).value<Problem>().text;
    QVERIFY(!text.isEmpty());
    shelf.fetch(folder.filePath(u"none.fireline"_s));
    QCOMPARE(problems.count(), 2);
    QVERIFY(!shelf.isFetching());
    QVERIFY(over.isEmpty());
    shelf.watch(m_server->uri(u"ben"_s, m_database));
    QCOMPARE(over.count(), 1); // or it would stand above the list that ben gets
    QCOMPARE(over.first().at(0).value<Problem>().text, text);
    QTRY_COMPARE_WITH_TIMEOUT(shelf.rows({}).size(), 1, Patience);
    QCOMPARE(over.count(), 1);
}

// What a console finds wrong with the server's record is said, and not that there is none.
void TestBackendShelf::whatIsDamagedThereIsToldAsThat()
{
    asAdmin(u"set session_replication_role = replica; update fireline.event set recorded_by = 'eve' "
            "where seq = 1"_s);
    const QTemporaryDir folder;
    window::BackendShelf shelf(folder.path(), u"ben"_s);
    const QSignalSpy problems(&shelf, &window::BackendShelf::problemOccurred);
    shelf.watch(m_server->uri(u"ben"_s, m_database));
    QTRY_COMPARE_WITH_TIMEOUT(shelf.rows({}).size(), 1, Patience);
    const QString path = shelf.rows({}).first().path;
    shelf.fetch(path);
    QTRY_COMPARE_WITH_TIMEOUT(problems.count(), 1, Patience);
    QCOMPARE(problems.first().at(0).value<Problem>().code, u"damaged-there"_s);
    QVERIFY(!QFile::exists(path));
}

// The name is the incident's: whoever put it there, it is what opens.
void TestBackendShelf::aFileThatIsThereIsLeftAsItIs()
{
    const QTemporaryDir folder;
    window::BackendShelf shelf(folder.path(), u"ben"_s);
    const QSignalSpy fetched(&shelf, &window::BackendShelf::fetched);
    const QSignalSpy problems(&shelf, &window::BackendShelf::problemOccurred);
    shelf.watch(m_server->uri(u"ben"_s, m_database));
    QTRY_COMPARE_WITH_TIMEOUT(shelf.rows({}).size(), 1, Patience);
    QFile there(shelf.rows({}).first().path);
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("somebody's") > 0);
    there.close();
    shelf.fetch(there.fileName());
    QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, Patience);
    QVERIFY(!shelf.isFetching());
    QVERIFY(problems.isEmpty());
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("somebody's"));
}

// A server that is not ours may call an incident anything.
void TestBackendShelf::hostileNamesMakeNoFile()
{
    const QString id = m_ana->incident;
    const QStringList names{u"../../escaped"_s, u"/tmp/escaped"_s, QString(4000, u'a'),   u"a\nb"_s,
                            u"\u001b[2J"_s,     QString(),         id + u"/../escaped"_s, u".."_s,
                            id.first(35),       id + u"\u202e"_s};
    QStringList rows;
    for (const QString &name : names + QStringList{id})
        rows.append(u"(U&'%1')"_s.arg(QString(name).replace(u'\u001b', u"\\001b"_s).replace(u'\u202e', u"\\202e"_s)));
    const QString sql =
        u"drop function fireline_api.heads(uuid[]); create function fireline_api.heads(uuid[]) returns table (incident text, "
        u"number bigint, "
        "head_seq bigint, head_hash bytea, term int, private boolean, title text, process text, severity text, phase text, state "
        "text, "
        "declared_us bigint) language sql as $$ select n, 1::bigint, 1::bigint, ''::bytea, 1, false, n, ''::text, ''::text, "
        "''::text, "
        "'open'::text, 1::bigint from (values %1) as t(n) $$; grant execute on function fireline_api.heads(uuid[]) to public;"_s
            .arg(rows.join(u','));
    asAdmin(sql);
    const QTemporaryDir folder;
    window::BackendShelf shelf(folder.filePath(u"a/b"_s), u"ben"_s);
    shelf.watch(m_server->uri(u"ben"_s, m_database));
    QTRY_COMPARE_WITH_TIMEOUT(shelf.rows({}).size(), 1, Patience);
    QCOMPARE(shelf.rows({}).first().incident, id); // the only one that can be one
    for (const QString &name : names) {
        const QString path = folder.filePath(u"a/b/"_s) + name + u".fireline"_s;
        QVERIFY(!shelf.isThere(path));
        shelf.fetch(path);
        QVERIFY(!shelf.isFetching());
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestBackendShelf)
#include "tst_backendshelf.moc"
