// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendpeople.h"
#include "backendschema.h"
#include "postgresserver.h"
#include "state/eventtypes.h"

#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace fireline::backend;
using fireline::domain::Problem;
using fireline::test::PostgresServer;

/// `fireline backend init`, `status` and `user add` against a real server.
class TestBackendSchema : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void preparesOnce();
    void upgradesFromEveryOlderSchema();
    void refusesANewerSchema();
    void refusesASchemaThatIsNotOurs();
    void leavesNothingOfAStepThatFails();
    void twoMayPrepareAtOnce();
    void neitherPublicNorAPersonMayPrepare();
    void pinsTheSearchPathOfEveryFunction();
    void knowsTheEventsOfTheConsoles();
    void addsPeople();
    void refusesNamesThatAreNoPersons_data();
    void refusesNamesThatAreNoPersons();
    void letsAPersonInByPassword();
    void tellsWhyItCannotConnect();
    void everyStatementCounts();
    void aResultWhoseCommitFailsIsNoResult();
    void norIsOneWhoseServerGoes();
    void valuesAreValuesWhateverIsInThem();

private:
    [[nodiscard]] std::unique_ptr<BackendConnection> connect(const QString &login = u"admin"_s) const;
    /// An administrator in an empty database, and in one that is prepared and that tests share.
    [[nodiscard]] std::unique_ptr<BackendConnection> inNewDatabase();
    [[nodiscard]] std::unique_ptr<BackendConnection> inPreparedDatabase();

    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    int m_count = 0;
};

std::unique_ptr<BackendConnection> TestBackendSchema::connect(const QString &login) const
{
    auto connection = BackendConnection::open(parseAddress(m_server->uri(login, m_database)).value());
    if (!connection)
        qWarning("%s", qPrintable(connection.problem().detail));
    return connection ? std::move(connection).value() : nullptr;
}

void TestBackendSchema::initTestCase()
{
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_server = std::make_unique<PostgresServer>();
    QVERIFY(m_server->start());
    QVERIFY(m_server->createDatabase(u"prepared"_s));
    QVERIFY(initialise(*inPreparedDatabase()).ok());
}

std::unique_ptr<BackendConnection> TestBackendSchema::inNewDatabase()
{
    m_database = u"db%1"_s.arg(++m_count);
    return m_server->createDatabase(m_database) ? connect() : nullptr;
}

std::unique_ptr<BackendConnection> TestBackendSchema::inPreparedDatabase()
{
    m_database = u"prepared"_s;
    return connect();
}

void TestBackendSchema::preparesOnce()
{
    const auto admin = inNewDatabase();
    QVERIFY(admin);
    QCOMPARE(status(*admin).value().schema, 0);
    const auto first = initialise(*admin);
    QVERIFY2(first.ok(), first ? "" : qPrintable(first.problem().detail));
    QCOMPARE(first.value().size(), schemaSteps().size());
    QVERIFY(schemaSteps().size() > 0);
    const auto before = status(*admin).value();
    QCOMPARE(before.schema, int(schemaSteps().size()));
    QVERIFY(!before.serverId.isEmpty());

    const auto again = initialise(*admin);
    QVERIFY(again.ok());
    QVERIFY(again.value().isEmpty());
    QCOMPARE(status(*admin).value().serverId, before.serverId);
}

void TestBackendSchema::upgradesFromEveryOlderSchema()
{
    const QList<SchemaStep> steps = schemaSteps();
    const auto admin = inNewDatabase();
    QString id;
    for (qsizetype newest = 1; newest <= steps.size(); ++newest) {
        const auto taken = initialise(*admin, steps.first(newest));
        QVERIFY2(taken.ok(), taken ? "" : qPrintable(taken.problem().detail));
        QCOMPARE(taken.value(), QStringList{steps.at(newest - 1).name});
        const QString now = admin->scalar(u"select id::text from fireline.server"_s).value().toString();
        QVERIFY(!now.isEmpty() && (id.isEmpty() || now == id));
        id = now;
    }
    QCOMPARE(status(*admin).value().schema, int(steps.size()));
}

void TestBackendSchema::refusesANewerSchema()
{
    QList<SchemaStep> newer = schemaSteps();
    newer.append(
        {int(newer.size()) + 1, u"later"_s, u"set local role fireline_owner; create table fireline.later (x int);"_s, u"00"_s});
    const auto admin = inNewDatabase();
    QVERIFY(initialise(*admin, newer).ok());
    const auto refused = initialise(*admin);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.problem().kind, Problem::Kind::Newer);
    QCOMPARE(status(*admin).value().schema, int(newer.size()));
}

void TestBackendSchema::refusesASchemaThatIsNotOurs()
{
    const auto admin = inNewDatabase();
    QVERIFY(initialise(*admin, schemaSteps().first(3)).ok());
    QVERIFY(admin->run(u"update fireline.migration set sha256 = 'ff' where number = 2"_s).ok());
    const auto refused = initialise(*admin);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.problem().kind, Problem::Kind::Damaged);
    QCOMPARE(admin->scalar(u"select max(number) from fireline.migration"_s).value().toInt(), 3);
}

void TestBackendSchema::leavesNothingOfAStepThatFails()
{
    QList<SchemaStep> steps = schemaSteps().first(2);
    steps.append(
        {3, u"broken"_s, u"set local role fireline_owner; create table fireline.half (x int); select 1 / 0;"_s, u"00"_s});
    const auto admin = inNewDatabase();
    const auto failed = initialise(*admin, steps);
    QVERIFY(!failed.ok());
    QVERIFY(failed.problem().text.contains(u"division by zero"_s));
    QCOMPARE(admin->scalar(u"select max(number) from fireline.migration"_s).value().toInt(), 2);
    QVERIFY(!admin->scalar(u"select to_regclass('fireline.half') is not null"_s).value().toBool());
    QVERIFY(initialise(*admin).ok());
}

void TestBackendSchema::twoMayPrepareAtOnce()
{
    QVERIFY(inNewDatabase());
    std::array<QStringList, 2> taken;
    std::array<bool, 2> done = {};
    std::array<std::unique_ptr<QThread>, 2> threads;
    for (size_t i = 0; i < threads.size(); ++i) {
        threads[i].reset(QThread::create([&, i] {
            const auto admin = connect();
            const auto names = initialise(*admin);
            done[i] = names.ok();
            taken[i] = names ? names.value() : QStringList{names.problem().detail};
        }));
        threads[i]->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    QVERIFY2(done[0] && done[1], qPrintable((taken[0] + taken[1]).join(u'\n')));
    QCOMPARE(taken[0].size() + taken[1].size(), schemaSteps().size());
}

void TestBackendSchema::neitherPublicNorAPersonMayPrepare()
{
    const auto admin = inPreparedDatabase();
    QVERIFY(addPerson(*admin, u"ana"_s, BackendRole::Responder).ok());
    QVERIFY(admin->run(u"do $$ begin if to_regrole('stranger') is null then create role stranger login; end if; end $$"_s).ok());
    const auto stranger = BackendConnection::open(parseAddress(m_server->uri(u"stranger"_s, m_database)).value());
    QVERIFY(!stranger.ok());
    QCOMPARE(stranger.problem().code, u"login"_s);
    const auto ana = connect(u"ana"_s);
    QVERIFY(ana);
    const auto refused = initialise(*ana);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.problem().code, u"not-permitted"_s);
}

void TestBackendSchema::pinsTheSearchPathOfEveryFunction()
{
    const auto admin = inPreparedDatabase();
    const auto loose = admin->rows(
        u"select p.oid::regprocedure::text from pg_proc p where p.pronamespace in ('fireline'::regnamespace, "
        "'fireline_api'::regnamespace) and p.prosqlbody is null "
        "and not coalesce(p.proconfig, '{}') @> array['search_path=pg_catalog, pg_temp']"_s);
    QVERIFY(loose.ok());
    QVERIFY2(loose.value().isEmpty(), qPrintable(loose.value().value(0).value(0).toString()));
    const auto open = admin->rows(
        u"select p.oid::regprocedure::text from pg_proc p where p.pronamespace in ('fireline'::regnamespace, "
        "'fireline_api'::regnamespace) and has_function_privilege('public', p.oid, 'execute')"_s);
    QVERIFY(open.ok());
    QVERIFY2(open.value().isEmpty(), qPrintable(open.value().value(0).value(0).toString()));
}

// The server's table of event types is that of the consoles. A type that is new there needs a step here.
void TestBackendSchema::knowsTheEventsOfTheConsoles()
{
    const auto admin = inPreparedDatabase();
    for (const fireline::domain::EventType &type : fireline::domain::eventTypes()) {
        const auto row = admin->rows(u"select act, fields from fireline.event_type where type = ?"_s, {type.name.toString()});
        QVERIFY(row.ok());
        const QVariantList expected = {type.act.toString(), type.fields.toString()};
        QCOMPARE(row.value().value(0), expected);
    }
}

void TestBackendSchema::addsPeople()
{
    const auto admin = inPreparedDatabase();
    QVERIFY(addPerson(*admin, u"Bo \"the\" O'Neil"_s, BackendRole::Responder).ok());
    QVERIFY(addPerson(*admin, u"Bo \"the\" O'Neil"_s, BackendRole::Responder).ok());
    const auto bo = connect(u"Bo%20%22the%22%20O'Neil"_s);
    QVERIFY(bo);
    QCOMPARE(bo->rows(u"select login, role from fireline_api.hello()"_s).value().value(0),
             (QVariantList{u"Bo \"the\" O'Neil"_s, u"responder"_s}));
    QVERIFY(addPerson(*admin, u"Bo \"the\" O'Neil"_s, BackendRole::Observer).ok());
    QCOMPARE(bo->scalar(u"select role from fireline_api.hello()"_s).value().toString(), u"observer"_s);
    QVERIFY(status(*admin).value().people.contains({u"Bo \"the\" O'Neil"_s, u"observer"_s}));

    const auto twin = addPerson(*admin, u"bo \"THE\" o'neil"_s, BackendRole::Observer);
    QVERIFY(!twin.ok());
    QCOMPARE(twin.problem().kind, Problem::Kind::Usage);
}

void TestBackendSchema::refusesNamesThatAreNoPersons_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank at the end") << u"ana "_s;
    QTest::newRow("line feed") << u"a\nb"_s;
    QTest::newRow("too long") << QString(64, u'a');
    QTest::newRow("of PostgreSQL") << u"pg_read_all_data"_s;
    QTest::newRow("of ours") << u"fireline_owner"_s;
    QTest::newRow("who administers") << u"admin"_s;
}

void TestBackendSchema::refusesNamesThatAreNoPersons()
{
    QFETCH(QString, name);
    const auto admin = inPreparedDatabase();
    const auto refused = addPerson(*admin, name, BackendRole::Responder);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.problem().kind, Problem::Kind::Usage);
}

void TestBackendSchema::letsAPersonInByPassword()
{
    const auto admin = inPreparedDatabase();
    QVERIFY(addPerson(*admin, u"cy"_s, BackendRole::Auditor, "correct horse").ok());
    const auto address = parseAddress(m_server->tcpUri(u"cy"_s, m_database)).value();
    qputenv("PGPASSWORD", "wrong horse");
    const auto wrong = BackendConnection::open(address);
    qputenv("PGPASSWORD", "correct horse");
    const auto right = BackendConnection::open(address);
    qunsetenv("PGPASSWORD");
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.problem().code, u"login"_s);
    QVERIFY2(right.ok(), right ? "" : qPrintable(right.problem().detail));
    // A laptop that goes to sleep tells nobody: its connection is not kept for hours.
    QCOMPARE(right.value()->scalar(u"select current_setting('tcp_keepalives_idle')"_s).value().toString(), u"10"_s);
    QCOMPARE(right.value()->scalar(u"select current_setting('tcp_user_timeout')"_s).value().toString(), u"20000"_s);
    QVERIFY(!m_server->log().contains(u"horse"_s));
}

void TestBackendSchema::tellsWhyItCannotConnect()
{
    const auto nobody = BackendConnection::open(parseAddress(u"postgresql://ana@127.0.0.1:1/x"_s).value());
    QVERIFY(!nobody.ok());
    QCOMPARE(nobody.problem().code, u"unreachable"_s);
    const auto noDatabase = BackendConnection::open(parseAddress(m_server->uri(u"admin"_s, u"nowhere"_s)).value());
    QVERIFY(!noDatabase.ok());
    QCOMPARE(noDatabase.problem().code, u"login"_s);
    // Not a matter of the password: there will be room again, and it is tried soon.
    const auto admin = inPreparedDatabase();
    QVERIFY(addPerson(*admin, u"dora"_s, BackendRole::Responder).ok());
    QVERIFY(admin->run(u"alter role dora connection limit 1"_s).ok());
    const auto one = connect(u"dora"_s);
    QVERIFY(one);
    const auto tooMany = BackendConnection::open(parseAddress(m_server->uri(u"dora"_s, m_database)).value());
    QVERIFY(!tooMany.ok());
    QVERIFY2(tooMany.problem().detail.contains(u"too many"_s), qPrintable(tooMany.problem().detail));
    QCOMPARE(tooMany.problem().code, u"unreachable"_s);
}

void TestBackendSchema::everyStatementCounts()
{
    const auto admin = inNewDatabase();
    QVERIFY(admin->run(u"create table public.one (n int); insert into public.one values (1); select * from public.one"_s).ok());
    const auto second = admin->run(u"insert into public.one values (2); select 1 / 0; insert into public.one values (3)"_s);
    QVERIFY(!second.ok());
    QVERIFY2(second.problem().text.contains(u"division by zero"_s), qPrintable(second.problem().text));
    QCOMPARE(admin->scalar(u"select count(*) from public.one"_s).value().toInt(), 1);
}

// The rows are sent before the commit.
void TestBackendSchema::aResultWhoseCommitFailsIsNoResult()
{
    const auto admin = inNewDatabase();
    QVERIFY(admin->run(u"create table public.one (n int unique deferrable initially deferred)"_s).ok());
    const auto failed = admin->rows(u"insert into public.one values (1), (1) returning n"_s);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.problem().code, u"database"_s);
    QVERIFY(!admin->scalar(u"insert into public.one values (1), (1) returning n"_s).ok());
    const auto whole = admin->rows(u"insert into public.one values (1), (2) returning n"_s);
    QVERIFY(whole.ok()); // and the connection goes on
    QCOMPARE(whole.value().size(), 2);
    QCOMPARE(admin->scalar(u"select count(*) from public.one"_s).value().toInt(), 2);
}

void TestBackendSchema::norIsOneWhoseServerGoes()
{
    const auto admin = inNewDatabase();
    QVERIFY(admin
                ->run(u"create table public.one (n int);"
                      "create function public.go() returns trigger language plpgsql as "
                      "'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';"
                      "create constraint trigger go after insert on public.one deferrable initially deferred "
                      "for each row execute function public.go()"_s)
                .ok());
    const auto cut = admin->rows(u"insert into public.one select generate_series(1, 100) returning n"_s);
    QVERIFY(!cut.ok());
    QCOMPARE(cut.problem().code, u"unreachable"_s);
}

void TestBackendSchema::valuesAreValuesWhateverIsInThem()
{
    const auto admin = inNewDatabase();
    const QString odd = u"? it's \\ “ä” $1 %1 \"; drop table one; --\n\t'' ?"_s;
    const QByteArray bytes = QByteArray("\0\x01'\\?\xff", 6);
    const auto row = admin->rows(
        u"select ?::text, '?' || ?, ?::bytea, ?::bigint, ?::int, ?::boolean, ?::text is null, ''''::text, ?::text"_s,
        {odd, odd, bytes, qint64(1) << 52, -5, true, QVariant(), u"last"_s});
    QVERIFY2(row.ok(), row ? "" : qPrintable(row.problem().detail));
    QCOMPARE(row.value(), (QList<QVariantList>{{odd, u'?' + odd, bytes, qint64(1) << 52, -5, true, true, u"'"_s, u"last"_s}}));
    // There and back once: nothing is prepared for a single call.
    QCOMPARE(admin->scalar(u"select count(*) from pg_prepared_statements where ?"_s, {true}).value().toInt(), 0);
}

QTEST_GUILESS_MAIN(TestBackendSchema)
#include "tst_backendschema.moc"
