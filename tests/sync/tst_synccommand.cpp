// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresserver.h"
#include "program.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using fireline::test::PostgresServer;

namespace {

constexpr int Patience = 60000; // ms; for a machine that is busy with other things

/// One person at a machine without a window.
class Person
{
public:
    Person(const PostgresServer &server, const QString &name, const QString &database)
        : uri(server.uri(name, database))
        , file(program.path(u"a.fireline"_s))
    {
        program.setEnvironment(u"USER"_s, name);
    }

    [[nodiscard]] Program::Result declare() const
    {
        return program.run(
            {u"new"_s, file, u"--process"_s, u"severity-ladder"_s, u"--title"_s, u"Checkout fails"_s, u"--severity"_s, u"1"_s});
    }
    [[nodiscard]] Program::Result note(const QString &text) const { return program.run({u"do"_s, file, text}); }
    [[nodiscard]] Program::Result sync(const QStringList &more = {}) const
    {
        return program.run(QStringList{u"sync"_s, file, u"--backend"_s, uri, u"--once"_s} + more);
    }
    /// Ids of all events, in no order.
    [[nodiscard]] QStringList record() const
    {
        QStringList ids;
        const QJsonArray events = program.run({u"log"_s, file, u"--audit"_s, u"--json"_s}).json().array();
        for (const QJsonValue &event : events)
            ids.append(event.toObject().value(u"id"_s).toString());
        ids.sort();
        return ids;
    }

    Program program;
    QString uri;
    QString file;
};

} // namespace

/// `fireline sync` with a real PostgreSQL: files of several people, each in a home of their own.
class TestSyncCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void twoFilesAgree();
    void offlineFilesGoThereOnlyWhenAsked();
    void commandIsPendingUntilItIsConfirmed();
    void aKilledServerIsWaitedFor();
    void anotherNameIsStoppedBeforeItIsRefused();
    void whoSyncsCanBeNamed();
    void aPrintedHashHoldsOnEveryConsole();
    void oneOfSeveralIsNamed();
    void drillsStayHere();
    void aServerThatWentBackIsTold();
    void tellsWhatIsWrong();

private:
    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    int m_count = 0;
};

void TestSyncCommand::initTestCase()
{
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_server = std::make_unique<PostgresServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
}

void TestSyncCommand::init()
{
    m_database = u"db%1"_s.arg(++m_count);
    QVERIFY(m_server->createDatabase(m_database));
    const Program admin;
    const QString uri = m_server->uri(u"admin"_s, m_database);
    QCOMPARE(admin.run({u"backend"_s, u"init"_s, uri}).exitCode, 0);
    for (const QString &name : {u"ana"_s, u"ben"_s})
        QCOMPARE(admin.run({u"backend"_s, u"user"_s, u"add"_s, name, u"--role"_s, u"responder"_s, uri}).exitCode, 0);
}

void TestSyncCommand::twoFilesAgree()
{
    const Person ana(*m_server, u"ana"_s, m_database);
    const Person ben(*m_server, u"ben"_s, m_database);
    QCOMPARE(ana.declare().exitCode, 0);
    QCOMPARE(ana.note(u"before the others came"_s).exitCode, 0);
    const auto put = ana.sync({u"--adopt"_s, u"--json"_s});
    QVERIFY2(put.exitCode == 0, qPrintable(put.out + put.err));
    QCOMPARE(put.json().object().value(u"sent"_s).toInt(), int(ana.record().size()));

    const auto got = ben.sync({u"--json"_s});
    QVERIFY2(got.exitCode == 0, qPrintable(got.out + got.err));
    QCOMPARE(got.json().object().value(u"received"_s).toInt(), int(ana.record().size()));
    QCOMPARE(ben.record(), ana.record());

    const auto said = ben.note(u"ben is here “ä”"_s);
    QVERIFY2(said.exitCode == 0, qPrintable(said.out + said.err));
    QCOMPARE(ben.sync().exitCode, 0);
    const auto heard = ana.sync({u"--json"_s});
    QCOMPARE(heard.json().object().value(u"received"_s).toInt(), 1);
    QCOMPARE(heard.json().object().value(u"sent"_s).toInt(), 0);
    QCOMPARE(ben.record(), ana.record());
    QVERIFY(ana.program.run({u"log"_s, ana.file}).out.contains(u"ben is here"_s));
    QCOMPARE(ana.program.run({u"verify"_s, ana.file}).exitCode, 0);
    QCOMPARE(ben.program.run({u"verify"_s, ben.file}).exitCode, 0);
}

void TestSyncCommand::offlineFilesGoThereOnlyWhenAsked()
{
    const Person ana(*m_server, u"ana"_s, m_database);
    const Person ben(*m_server, u"ben"_s, m_database);
    QCOMPARE(ana.declare().exitCode, 0);
    const auto unasked = ana.sync();
    QCOMPARE(unasked.exitCode, 5);
    QVERIFY(unasked.err.contains(u"--adopt"_s));
    QCOMPARE(ben.sync().exitCode, 3); // nothing is there
    QVERIFY(!QFileInfo::exists(ben.file));
    QCOMPARE(ana.sync({u"--adopt"_s}).exitCode, 0);
    QCOMPARE(ana.sync({u"--adopt"_s}).exitCode, 2);
    QCOMPARE(ana.sync().exitCode, 0);
}

void TestSyncCommand::commandIsPendingUntilItIsConfirmed()
{
    const Person ana(*m_server, u"ana"_s, m_database);
    const Person ben(*m_server, u"ben"_s, m_database);
    QCOMPARE(ana.declare().exitCode, 0);
    QCOMPARE(ana.sync({u"--adopt"_s}).exitCode, 0);
    QCOMPARE(ben.sync().exitCode, 0);
    const auto command = [](const Person &person) {
        return person.program.run({u"show"_s, person.file, u"--json"_s}).json().object().value(u"command"_s).toString();
    };
    const QString nobody = command(ana);
    for (const Person *each : {&ana, &ben}) {
        const auto claimed = each->note(u"/claim"_s);
        QCOMPARE(claimed.exitCode, 0);
        QVERIFY2(claimed.out.startsWith(u"warned pending"_s), qPrintable(claimed.out));
        QCOMPARE(command(*each), nobody);
    }
    QCOMPARE(ben.sync().exitCode, 0);
    QCOMPARE(command(ben), u"ben"_s);
    const auto late = ana.sync();
    QCOMPARE(late.exitCode, 1);
    QVERIFY2(late.out.contains(u"refused held"_s), qPrintable(late.out));
    QCOMPARE(command(ana), u"ben"_s);
    const QString aside = ana.program.run({u"log"_s, ana.file, u"--aside"_s}).out;
    QVERIFY2(aside.contains(u"role.taken ana: "_s) && aside.contains(u"[refused: held]"_s), qPrintable(aside));
}

void TestSyncCommand::aKilledServerIsWaitedFor()
{
    const Person ana(*m_server, u"ana"_s, m_database);
    const Person ben(*m_server, u"ben"_s, m_database);
    QCOMPARE(ana.declare().exitCode, 0);
    QCOMPARE(ana.sync({u"--adopt"_s}).exitCode, 0);
    QCOMPARE(ben.sync().exitCode, 0);

    QProcess watching;
    ana.program.start(watching, {u"sync"_s, ana.file, u"--backend"_s, ana.uri});
    QString out;
    QString err;
    const auto hears = [&](QString &text, const QString &what) {
        out += QString::fromUtf8(watching.readAllStandardOutput());
        err += QString::fromUtf8(watching.readAllStandardError());
        return text.contains(what);
    };
    QTRY_VERIFY_WITH_TIMEOUT(hears(out, u"Connected"_s), Patience);
    out.clear();
    QCOMPARE(ben.note(u"the first"_s).exitCode, 0);
    QCOMPARE(ben.sync().exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(hears(out, u"Received: 1."_s), Patience);
    m_server->kill();
    QCOMPARE(ben.note(u"while it was away"_s).exitCode, 0);
    QCOMPARE(ben.sync().exitCode, 69);
    QTRY_VERIFY_WITH_TIMEOUT(hears(err, u"fireline: "_s), Patience);
    out.clear();
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
    QCOMPARE(ben.sync().exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(hears(out, u"Received: 1."_s), Patience);
    watching.terminate();
    QVERIFY(watching.waitForFinished());
    QCOMPARE(ben.record(), ana.record());
    QCOMPARE(ana.program.run({u"verify"_s, ana.file}).exitCode, 0);
}

// Under another login every word would be refused for good: nothing is sent.
void TestSyncCommand::anotherNameIsStoppedBeforeItIsRefused()
{
    const Person ana(*m_server, u"ana"_s, m_database);
    QCOMPARE(ana.declare().exitCode, 0);
    QCOMPARE(ana.sync({u"--adopt"_s}).exitCode, 0);
    QCOMPARE(ana.note(u"mine"_s).exitCode, 0);
    const QString asBen = m_server->uri(u"ben"_s, m_database);
    const auto stopped = ana.program.run({u"sync"_s, ana.file, u"--backend"_s, asBen, u"--once"_s});
    QCOMPARE(stopped.exitCode, 1);
    QVERIFY2(stopped.out.startsWith(u"refused other-name"_s), qPrintable(stopped.out + stopped.err));
    const auto sent = ana.sync({u"--json"_s});
    QCOMPARE(sent.exitCode, 0);
    QCOMPARE(sent.json().object().value(u"sent"_s).toInt(), 1);
}

// A machine without a window has no settings dialogue.
void TestSyncCommand::whoSyncsCanBeNamed()
{
    const Person ana(*m_server, u"ana"_s, m_database);
    Person ben(*m_server, u"ben"_s, m_database);
    ben.program.setEnvironment(u"USER"_s, u"console"_s);
    QCOMPARE(ana.declare().exitCode, 0);
    QCOMPARE(ana.sync({u"--adopt"_s}).exitCode, 0);
    QCOMPARE(ben.sync().exitCode, 1); // under the name of the machine
    const auto named = ben.sync({u"--as"_s, u"ben"_s});
    QVERIFY2(named.exitCode == 0, qPrintable(named.out + named.err));
    QCOMPARE(ben.record(), ana.record());
}

// Each file came to know the events in an order of its own, and holds what is nowhere else; the shared record is one.
void TestSyncCommand::aPrintedHashHoldsOnEveryConsole()
{
    const Person ana(*m_server, u"ana"_s, m_database);
    const Person ben(*m_server, u"ben"_s, m_database);
    QCOMPARE(ana.declare().exitCode, 0);
    QCOMPARE(ana.sync({u"--adopt"_s}).exitCode, 0);
    QCOMPARE(ben.sync().exitCode, 0);
    QCOMPARE(ben.note(u"written first, sent last"_s).exitCode, 0);
    QCOMPARE(ana.note(u"written last, sent first"_s).exitCode, 0);
    for (const Person *person : {&ana, &ben, &ana})
        QCOMPARE(person->sync().exitCode, 0);
    QCOMPARE(ben.note(u"not sent"_s).exitCode, 0);
    const auto checked = [](const Person &person, const QString &file, const QStringList &more = {}) {
        return person.program.run(QStringList{u"verify"_s, file, u"--json"_s} + more).json().object();
    };
    const QJsonObject of = checked(ana, ana.file);
    const QString hash = of.value(u"head"_s).toString();
    QCOMPARE(checked(ben, ben.file).value(u"head"_s).toString(), hash);
    QCOMPARE(of.value(u"onlyHere"_s).toInt(-1), 0);
    QCOMPARE(checked(ben, ben.file).value(u"onlyHere"_s).toInt(-1), 1);
    const auto said = ben.program.run({u"verify"_s, ben.file, u"--printed"_s, hash});
    QVERIFY2(said.exitCode == 0, qPrintable(said.out + said.err));
    QVERIFY2(said.out.contains(u"1 events are in this file alone"_s), qPrintable(said.out));
    for (const QString &format : {u"json"_s, u"bundle"_s}) {
        const QString copy = ben.program.path(u"copy."_s + format);
        QCOMPARE(ben.program.run({u"export"_s, ben.file, u"--format"_s, format, u"-o"_s, copy}).exitCode, 0);
        const QJsonObject found = checked(ben, copy, {u"--printed"_s, hash});
        QCOMPARE(found.value(u"printedAfter"_s).toInt(), of.value(u"shared"_s).toInt());
    }
    // One that is behind says so, and accuses nobody.
    QCOMPARE(ben.sync().exitCode, 0);
    const QString later = checked(ben, ben.file).value(u"head"_s).toString();
    const auto behind = ana.program.run({u"verify"_s, ana.file, u"--printed"_s, later});
    QCOMPARE(behind.exitCode, 1);
    QVERIFY2(behind.out.contains(u"fireline sync"_s), qPrintable(behind.out));
    QCOMPARE(ana.sync().exitCode, 0);
    QCOMPARE(ana.program.run({u"verify"_s, ana.file, u"--printed"_s, later}).exitCode, 0);
}

void TestSyncCommand::oneOfSeveralIsNamed()
{
    const Person ana(*m_server, u"ana"_s, m_database);
    const Person cyd(*m_server, u"ana"_s, m_database); // her other computer
    const Person ben(*m_server, u"ben"_s, m_database);
    QString incident;
    for (const Person *each : {&ana, &cyd}) {
        QCOMPARE(each->declare().exitCode, 0);
        incident = each->sync({u"--adopt"_s, u"--json"_s}).json().object().value(u"incident"_s).toString();
    }
    const auto which = ben.sync();
    QCOMPARE(which.exitCode, 2);
    QVERIFY(which.err.contains(incident));
    QVERIFY(!QFileInfo::exists(ben.file));
    QCOMPARE(ben.sync({u"--incident"_s, incident}).exitCode, 0);
    QCOMPARE(ben.record(), cyd.record());
    QCOMPARE(ben.sync({u"--incident"_s, u"another"_s}).exitCode, 2);
}

void TestSyncCommand::drillsStayHere()
{
    const Person ana(*m_server, u"ana"_s, m_database);
    QCOMPARE(
        ana.program.run({u"drill"_s, u"run"_s, u"demo"_s, u"--out"_s, ana.file, u"--speed"_s, u"max"_s, u"--auto"_s}).exitCode
            & ~1,
        0);
    QCOMPARE(ana.sync({u"--adopt"_s}).exitCode, 2);
}

// Ben's file alone has what Ana wrote, until her console comes.
void TestSyncCommand::aServerThatWentBackIsTold()
{
    const Person ana(*m_server, u"ana"_s, m_database);
    const Person ben(*m_server, u"ben"_s, m_database);
    QCOMPARE(ana.declare().exitCode, 0);
    QCOMPARE(ana.sync({u"--adopt"_s}).exitCode, 0);
    const auto kept = ana.record().size();
    QCOMPARE(ana.note(u"one"_s).exitCode, 0);
    QCOMPARE(ana.note(u"two"_s).exitCode, 0);
    QCOMPARE(ana.sync().exitCode, 0);
    QCOMPARE(ben.sync().exitCode, 0);
    QCOMPARE(ben.note(u"three"_s).exitCode, 0);
    QCOMPARE(ben.sync().exitCode, 0);
    const QString back =
        u"begin; set local session_replication_role = replica; delete from fireline.event where seq > %1; "
        "update fireline.incident i set head_seq = %1, head_hash = (select chain_hash from fireline.event where seq = %1); "
        "delete from fireline.device_head h where not exists (select 1 from fireline.event e where e.device = h.device); "
        "update fireline.server set epoch = epoch + 1; commit"_s.arg(kept);
    QProcess psql;
    psql.start(PostgresServer::program(u"psql"_s),
               {u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-c"_s, back, m_server->uri(u"admin"_s, m_database)});
    QVERIFY(psql.waitForFinished(Patience));
    QVERIFY2(psql.exitCode() == 0, psql.readAllStandardError().constData());

    const auto told = ben.sync({u"--json"_s});
    QCOMPARE(told.exitCode, 0);
    QVERIFY2(told.err.contains(u"went back to its entry %1. Set aside here: 3 entries, of which 1"_s.arg(kept)),
             qPrintable(told.err));
    QCOMPARE(told.json().object().value(u"aside"_s).toInt(), 3);
    QCOMPARE(told.json().object().value(u"onlyHere"_s).toInt(), 2);
    const QString still = ben.sync().out; // as long as it is so
    QVERIFY2(still.contains(u"not on the backend any more: 2. To see them: fireline log "_s), qPrintable(still));
    const auto aside = ben.program.run({u"log"_s, ben.file, u"--aside"_s, u"--json"_s}).json().array();
    QCOMPARE(aside.size(), 2);
    QCOMPARE(aside.first().toObject().value(u"text"_s).toString(), u"one"_s);
    QCOMPARE(aside.first().toObject().value(u"refused"_s).toString(), QString());
    QCOMPARE(ana.sync().exitCode, 0);
    const auto healed = ben.sync({u"--json"_s});
    QCOMPARE(healed.json().object().value(u"onlyHere"_s).toInt(), 0);
    QVERIFY(ben.program.run({u"log"_s, ben.file, u"--aside"_s}).out.startsWith(u"Nothing is set aside."_s));
    QCOMPARE(healed.json().object().value(u"seq"_s).toInt(), int(kept) + 3);
}

void TestSyncCommand::tellsWhatIsWrong()
{
    const Person ana(*m_server, u"ana"_s, m_database);
    QCOMPARE(ana.program.run({u"sync"_s, ana.file}).exitCode, 2);
    const QStringList nobody = {u"sync"_s, ana.file, u"--backend"_s, u"postgresql://ana@127.0.0.1:1/x"_s, u"--once"_s};
    QCOMPARE(ana.program.run(nobody).exitCode, 69);
    QCOMPARE(ana.program.run({u"sync"_s, ana.file, u"--backend"_s, u"postgresql://ana:hunter2@h/x"_s}).exitCode, 2);
    const Person zoe(*m_server, u"zoe"_s, m_database); // the server knows no such login
    const auto unknown = zoe.sync();
    QCOMPARE(unknown.exitCode, 3);
    QVERIFY(!QFileInfo::exists(zoe.file));
}

QTEST_GUILESS_MAIN(TestSyncCommand)
#include "tst_synccommand.moc"
