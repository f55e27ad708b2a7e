// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendpeople.h"
#include "backendschema.h"
#include "core/clock.h"
#include "decide/stamper.h"
#include "exchangedriver.h"
#include "postgresserver.h"
#include "processlibrary.h"
#include "sqlite/sqlitejournal.h"

#include <QProcess>
#include <QTest>

using namespace fireline;
using namespace fireline::domain;
using namespace Qt::StringLiterals;
using fireline::link::ExchangeDriver;
using fireline::store::SqliteJournal;
using fireline::sync::LinkStatus;
using fireline::sync::ReplicaStatus;
using fireline::sync::SyncPolicy;
using fireline::test::PostgresServer;
using Link = LinkStatus::State;

namespace {

constexpr int Patience = 30000; // ms; for a machine that is busy with other things

const Process &pinned()
{
    static const Process loaded = process::ProcessLibrary({}).process(u"severity-ladder"_s).value();
    return loaded;
}

// Quick enough for a test; the order of the intervals is the program's.
SyncPolicy quick()
{
    SyncPolicy policy;
    policy.poll = Span::seconds(1);
    policy.heartbeat = Span::millis(300);
    policy.callDeadline = Span::millis(1500);
    policy.dataDeadline = Span::millis(3000);
    policy.firstRetry = Span::millis(50);
    policy.lastRetry = Span::millis(500);
    return policy;
}

// A console without a window: one file, the production engine, the production transport.
class Console : public sync::SyncObserver
{
public:
    Console(const PostgresServer &server, const QString &database, const QString &name, const SyncPolicy &policy = quick())
        : Console(server.uri(name, database), name, policy)
    {
    }
    Console(const QString &address, QString name, const SyncPolicy &policy = quick())
        : m_name(std::move(name))
        , driver(backend::parseAddress(address).value(), *this, policy)
    {
    }

    void declare()
    {
        const Command command{Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, u"1"_s}}};
        const IncidentState nothing;
        const auto decided = decide({nothing, pinned(), SystemClock().now(), m_name}, command);
        open(m_ids.next(SystemClock().now()));
        write(decided.value().events);
    }
    void open(const QString &id)
    {
        incident = id;
        file = SqliteJournal::create(m_folder.filePath(u"a.fireline"_s)).value();
        m_stamper.setIncident(incident);
        QVERIFY(driver.add(incident, file->exchange()).ok());
    }
    void note(const QString &text)
    {
        write({{u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, text}}, SystemClock().now()}});
    }
    void write(const QList<EventDraft> &drafts)
    {
        const auto events = m_stamper.stamp(drafts, SystemClock().now());
        QVERIFY(file->append(events.value()).ok());
        driver.localChanged(incident);
    }
    [[nodiscard]] qint64 seq() const { return file ? file->exchange().cursor().value().seq : 0; }
    [[nodiscard]] qint64 waiting() const { return file->outboxCount().value(); }
    [[nodiscard]] QStringList record() const
    {
        QStringList ids;
        const auto read = file->exchange().readToFold([&](const Event &event) {
            ids.append(event.id);
            return true;
        });
        return read.ok() ? ids : QStringList();
    }
    [[nodiscard]] Link link() const { return driver.engine().status().state; }

    void linkChanged(const LinkStatus &status) override
    {
        if (status.problem)
            problems.append(status.problem->code);
    }
    void replicaChanged(const QString &, const ReplicaStatus &) override { }
    void headsSeen(const QList<ServerHead> &heads) override
    {
        if (!file && follows && !heads.isEmpty())
            open(heads.first().incident);
    }
    void taken(const QString &, const QList<ServerEvent> &) override { }
    void refused(const QString &, const QList<Refusal> &refusals) override { reasons.append(refusals.first().reason); }
    void rewound(const QString &, qint64, int) override { ++rewinds; }
    void blobTaken(const QString &, const QString &) override { ++blobs; }

private:
    QString m_name;
    QTemporaryDir m_folder;
    UuidV7Source m_ids;
    EventStamper m_stamper{m_ids, u"device-of-"_s + m_name, m_name};

public:
    QString incident;
    std::unique_ptr<SqliteJournal> file;
    ExchangeDriver driver;
    bool follows = true; ///< opens the first incident that it sees
    QStringList problems;
    QStringList reasons;
    int rewinds = 0;
    int blobs = 0;
};

} // namespace

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
    void observersOnlyLook();
    void aFrozenServerIsNoticed();
    void aKilledServerComesBack();
    void aRestoredServerIsFedAgain();
    void aStandbyThatWasBehindIsFedAgain();
    void whoIsNotLetInIsTold();
    void knowsTheNewestSchema();

private:
    static void prepare(const PostgresServer &server, const QString &database);
    [[nodiscard]] bool settled(const QList<Console *> &consoles, qint64 count) const;
    [[nodiscard]] QString faultsThere(const Console &console) const;

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
    prepare(*m_server, m_database);
}

void TestPostgresExchange::prepare(const PostgresServer &server, const QString &database)
{
    const auto admin = backend::BackendConnection::open(backend::parseAddress(server.uri(u"admin"_s, database)).value());
    QVERIFY(admin.ok());
    const auto made = backend::initialise(*admin.value());
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.problem().detail));
    for (const QString &name : {u"ana"_s, u"ben"_s})
        QVERIFY(backend::addPerson(*admin.value(), name, backend::BackendRole::Responder).ok());
    QVERIFY(backend::addPerson(*admin.value(), u"olly"_s, backend::BackendRole::Observer).ok());
}

bool TestPostgresExchange::settled(const QList<Console *> &consoles, qint64 count) const
{
    return std::all_of(consoles.begin(), consoles.end(), [&](const Console *console) {
        return console->seq() == count && console->waiting() == 0 && console->record() == consoles.first()->record();
    });
}

QString TestPostgresExchange::faultsThere(const Console &console) const
{
    const auto admin = backend::BackendConnection::open(backend::parseAddress(m_server->uri(u"admin"_s, m_database)).value());
    if (!admin)
        return admin.problem().detail;
    const auto rows = admin.value()->rows(u"select what from fireline_api.verify(?::uuid)"_s, {console.incident});
    return rows ? rows.value().isEmpty() ? QString() : rows.value().first().first().toString() : rows.problem().detail;
}

void TestPostgresExchange::twoConsolesAgree()
{
    Console ana(*m_server, m_database, u"ana"_s);
    Console ben(*m_server, m_database, u"ben"_s);
    ana.declare();
    const qint64 declared = ana.waiting();
    ana.driver.start();
    ben.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana}, declared), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared), Patience);
    for (int i = 0; i < 5; ++i) {
        ana.note(u"from ana %1 “ä” \\ ' {}"_s.arg(i));
        ben.note(u"from ben %1"_s.arg(i));
    }
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared + 10), Patience);
    QVERIFY(ana.file->verify().value().ok());
    QVERIFY(ben.file->verify().value().ok());
    QCOMPARE(faultsThere(ana), QString());
    QVERIFY(std::abs(ana.driver.engine().status().offset->us) < Span::seconds(2).us); // it is the same computer
}

void TestPostgresExchange::theDoorbellIsHeard()
{
    SyncPolicy policy = quick();
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
    SyncPolicy policy = quick();
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
    QCOMPARE(faultsThere(ana), QString());
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
    ana.driver.start();
    ben.driver.start();
    QTRY_COMPARE_WITH_TIMEOUT(ben.blobs, 1, Patience);
    QCOMPARE(ben.file->blob(name).value(), picture);
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

void TestPostgresExchange::aFrozenServerIsNoticed()
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

void TestPostgresExchange::aKilledServerComesBack()
{
    Console ana(*m_server, m_database, u"ana"_s);
    Console ben(*m_server, m_database, u"ben"_s);
    ana.declare();
    const qint64 declared = ana.waiting();
    ana.driver.start();
    ben.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared), Patience);
    m_server->kill();
    for (int i = 0; i < 3; ++i) {
        ana.note(u"alone %1"_s.arg(i));
        ben.note(u"alone too %1"_s.arg(i));
    }
    QTRY_VERIFY_WITH_TIMEOUT(ana.link() != Link::Online && ben.link() != Link::Online, Patience);
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared + 6), Patience);
    QCOMPARE(faultsThere(ana), QString());
}

// What the server had acknowledged is gone from it, and comes back from those who wrote it.
void TestPostgresExchange::aRestoredServerIsFedAgain()
{
    Console ana(*m_server, m_database, u"ana"_s);
    Console ben(*m_server, m_database, u"ben"_s);
    ana.declare();
    const qint64 declared = ana.waiting();
    ana.driver.start();
    ben.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared), Patience);
    m_server->stop();
    const QString copy = m_server->dataFolder() + u".copy"_s;
    QCOMPARE(QProcess::execute(u"cp"_s, {u"-a"_s, m_server->dataFolder(), copy}), 0);
    QVERIFY(m_server->start());
    for (int i = 0; i < 4; ++i) {
        ana.note(u"lost with the server %1"_s.arg(i));
        ben.note(u"lost too %1"_s.arg(i));
    }
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared + 8), Patience);
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
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared + 8), Patience);
    QStringList after = ana.record();
    before.sort();
    after.sort();
    QCOMPARE(after, before);
    QVERIFY(ana.file->verify().value().ok());
    QCOMPARE(faultsThere(ana), QString());
}

// Asynchronous replication: the primary dies with what it has acknowledged and the standby never had. No operator, no epoch.
void TestPostgresExchange::aStandbyThatWasBehindIsFedAgain()
{
    PostgresServer primary;
    PostgresServer standby;
    const QString database = u"failover"_s;
    QVERIFY(primary.start() && primary.createDatabase(database));
    prepare(primary, database);
    const QStringList copying{
        u"-h"_s, primary.socketFolder(), u"-p"_s, QString::number(primary.port()), u"-U"_s,       u"admin"_s,
        u"-D"_s, standby.dataFolder(),   u"-R"_s, u"--checkpoint=fast"_s,          u"--no-sync"_s};
    QCOMPARE(QProcess::execute(PostgresServer::program(u"pg_basebackup"_s), copying), 0);
    QVERIFY(standby.start());
    const QString both = u"postgresql://%1@/failover?host=%2,%3&port=%4,%5"_s;
    const auto address = [&](const QString &name) {
        return both.arg(name, primary.socketFolder(), standby.socketFolder()).arg(primary.port()).arg(standby.port());
    };
    Console ana(address(u"ana"_s), u"ana"_s);
    Console ben(address(u"ben"_s), u"ben"_s);
    ana.declare();
    const qint64 declared = ana.waiting();
    ana.driver.start();
    ben.driver.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared), Patience);
    const auto onStandby = [&](const QString &sql) {
        const QString there = standby.uri(u"admin"_s, database) + u"&target_session_attrs=any"_s;
        const auto admin = backend::BackendConnection::open(backend::parseAddress(there).value());
        const auto value = admin ? admin.value()->scalar(sql) : Outcome<QVariant>(admin.problem());
        return value ? value.value() : QVariant();
    };
    QTRY_COMPARE_WITH_TIMEOUT(onStandby(u"select count(*) from fireline.event"_s).toLongLong(), declared, Patience);
    const QString generation = ana.driver.engine().status().server.generation;
    standby.stop();
    for (int i = 0; i < 4; ++i) {
        ana.note(u"acknowledged and lost %1"_s.arg(i));
        ben.note(u"lost too %1"_s.arg(i));
    }
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared + 8), Patience);
    QStringList before = ana.record();
    primary.kill();
    QVERIFY(standby.start());
    QCOMPARE(onStandby(u"select count(*) from fireline.event"_s).toLongLong(), declared);
    QVERIFY(onStandby(u"select pg_promote()"_s).toBool());
    QTRY_VERIFY_WITH_TIMEOUT(ana.rewinds > 0 && ben.rewinds > 0, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(settled({&ana, &ben}, declared + 8), Patience);
    QStringList after = ana.record();
    before.sort();
    after.sort();
    QCOMPARE(after, before);
    QVERIFY(ana.driver.engine().status().server.generation != generation);
    QVERIFY(ben.file->verify().value().ok());
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
