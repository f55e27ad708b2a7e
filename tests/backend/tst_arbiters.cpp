// SPDX-License-Identifier: GPL-3.0-or-later
#include "arbiter/arbiter.h"
#include "author.h"
#include "backendpeople.h"
#include "backendschema.h"
#include "postgresserver.h"
#include "processlibrary.h"
#include "randomevents.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::backend;
using test::Author;
using test::PostgresServer;

/// One rule, two interpreters: the arbiter of the consoles and that of the server hear the same random strings of events, from several
/// logins, under every shipped process and one that has all there is, and must say the same to each event and end in the same place.
class TestArbiters : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agree();
    void theTableHoldsWhatTheProcessRefuses();

private:
    void string(quint32 seed);
    void compareEnd(const QString &incident, const domain::Arbiter &arbiter);

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<BackendConnection> m_admin;
    QList<domain::Process> m_processes;
    QMap<QString, int> m_reasons;
};

void TestArbiters::initTestCase()
{
    const process::ProcessLibrary library(QString{});
    for (const auto &entry : library.entries()) {
        QVERIFY(entry.process);
        m_processes.append(*entry.process);
    }
    QCOMPARE(m_processes.size(), 5);
    // The arbiters judge by the table; a short text in the place of the real one hashes faster.
    for (domain::Process &process : m_processes)
        test::giveText(process, "the text of " + process.id.toUtf8());
    m_processes.append(test::processWithEverything());
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_server = std::make_unique<PostgresServer>();
    QVERIFY(m_server->start());
    auto admin = BackendConnection::open(parseAddress(m_server->uri(u"admin"_s)).value());
    QVERIFY(admin.ok());
    m_admin = std::move(admin).value();
    QVERIFY(initialise(*m_admin).ok());
    for (const QString &name : test::people())
        QVERIFY(addPerson(*m_admin, name, BackendRole::Responder).ok());
}

void TestArbiters::compareEnd(const QString &incident, const domain::Arbiter &arbiter)
{
    QVERIFY(m_admin->run(u"reset session authorization"_s).ok());
    const auto rows = m_admin->rows(
        u"select term, private, holders::text, severity, phase from fireline.incident where id = ?::uuid"_s, {incident});
    QVERIFY(rows.ok());
    const QVariantList row = rows.value().value(0);
    QJsonArray holders;
    for (const domain::RoleHolder &holder : arbiter.state().holders)
        holders.append(QJsonArray{holder.role, holder.person});
    QCOMPARE(row.value(0).toInt(), arbiter.state().term);
    QCOMPARE(row.value(1).toBool(), arbiter.state().isPrivate);
    QCOMPARE(QJsonDocument::fromJson(row.value(2).toByteArray()).array(), holders);
    QCOMPARE(row.value(3).toString(), arbiter.state().severity);
    QCOMPARE(row.value(4).toString(), arbiter.state().phase);
}

void TestArbiters::string(quint32 seed)
{
    domain::UuidV7Source ids(seed);
    test::RandomEvents events(seed, m_processes);
    const QString incident = ids.next({1'740'996'000'000'000});
    QMap<QString, std::shared_ptr<Author>> authors;
    for (const QString &name : test::people())
        authors.insert(name, std::make_shared<Author>(ids, name, incident));
    domain::Arbiter arbiter;
    QList<domain::Event> history;
    for (int run = 0; run < 6; ++run) {
        const QString login = events.login();
        Author &author = *authors[login];
        const bool sees = arbiter.state().isMember(login);
        QList<domain::Event> pushed;
        QStringList expected;
        const int count = sees ? events.count() : 1;
        for (int i = 0; i < count; ++i) {
            const auto [type, payload, recordedBy] = events.next(arbiter.state(), login);
            author.setRecordedBy(recordedBy);
            pushed.append(author.next(type, payload));
            events.remember(pushed.last());
            history.append(pushed.last());
            const domain::Ruling ruling = sees ? arbiter.take(pushed.last(), login, events.authority())
                                               : domain::Ruling{u"no-such-incident"_s, {}};
            expected.append(
                test::Verdict{{}, ruling.accepted() ? u"accepted"_s : u"rejected"_s, 0, ruling.reason, ruling.rule, {}}.text());
            ++m_reasons[ruling.accepted() ? u"accepted"_s : ruling.reason];
        }
        if (!sees)
            author.takeBack();
        QVERIFY(m_admin->run(u"set session authorization "_s + BackendConnection::quotedName(login)).ok());
        const auto verdicts = test::append(*m_admin, incident, pushed, events.authority());
        if (test::said(verdicts) != expected.join(u"; "_s)) {
            for (const domain::Event &event : std::as_const(history))
                qWarning("%s %s %s", qPrintable(event.recordedBy), qPrintable(event.type), event.payload.left(500).constData());
            qWarning("seed %u process %s", seed, qPrintable(events.processId()));
        }
        QCOMPARE(test::said(verdicts), expected.join(u"; "_s));
    }
    compareEnd(incident, arbiter);
}

void TestArbiters::agree()
{
    const int strings = qEnvironmentVariableIntValue("FIRELINE_STRINGS") > 0 ? qEnvironmentVariableIntValue("FIRELINE_STRINGS")
                                                                             : 500;
    const quint32 first = quint32(qEnvironmentVariableIntValue("FIRELINE_SEED"));
    for (quint32 seed = first; seed < first + quint32(strings); ++seed) {
        string(seed);
        if (QTest::currentTestFailed())
            return;
    }
    // The strings are worth something only when they reach every verdict.
    for (const QString &reason : {u"accepted"_s, u"recorder"_s, u"declared"_s, u"authority"_s, u"not-yourself"_s, u"held"_s,
                                  u"not-held"_s, u"no-offer"_s, u"not-member"_s, u"stale-term"_s, u"not-authorised"_s,
                                  u"not-allowed"_s, u"not-approved"_s, u"no-override"_s, u"no-such-incident"_s})
        QVERIFY2(m_reasons.value(reason) > 0, qPrintable(reason));
}

// What leaves a process for the server: every rule that refuses and that follows from the order of events alone.
void TestArbiters::theTableHoldsWhatTheProcessRefuses()
{
    QMap<QString, QStringList> rules;
    for (const domain::Process &process : std::as_const(m_processes)) {
        const auto table = domain::readAuthorityTable(domain::authorityTable(process));
        QVERIFY(table);
        QCOMPARE(table->process, process.sha256);
        for (const domain::AuthorityLine &line : table->rules)
            rules[process.id].append(line.id);
    }
    QCOMPARE(rules.value(u"helpdeskflow"_s), (QStringList{u"hdf.approve"_s, u"hdf.publish"_s, u"hdf.agents"_s, u"hdf.staged"_s}));
    QCOMPARE(rules.value(u"sre-directorate"_s), (QStringList{u"sre.nopage"_s, u"sre.change"_s, u"sre.voice"_s, u"sre.execline"_s,
                                                             u"sre.tweet"_s, u"sre.keep"_s, u"sre.audit"_s}));
    QVERIFY(rules.value(u"nine-step"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestArbiters)
#include "tst_arbiters.moc"
