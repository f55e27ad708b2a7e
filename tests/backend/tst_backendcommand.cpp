// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresserver.h"
#include "program.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using fireline::test::PostgresServer;

/// `fireline backend`, as an administrator types it.
class TestBackendCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void preparesShowsAndLetsPeopleIn();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void keepsSecretsToItself();

private:
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<Program> m_program;
};

void TestBackendCommand::initTestCase()
{
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_server = std::make_unique<PostgresServer>();
    QVERIFY(m_server->start());
    m_program = std::make_unique<Program>();
}

void TestBackendCommand::preparesShowsAndLetsPeopleIn()
{
    const QString uri = m_server->uri(u"admin"_s);
    const auto unready = m_program->run({u"backend"_s, u"status"_s, uri});
    QCOMPARE(unready.exitCode, 1);
    QVERIFY(unready.out.contains(u"not prepared"_s));

    const auto first = m_program->run({u"backend"_s, u"init"_s, uri});
    QVERIFY2(first.exitCode == 0, qPrintable(first.err));
    const auto again = m_program->run({u"backend"_s, u"init"_s, u"--json"_s, uri});
    QCOMPARE(again.exitCode, 0);
    QVERIFY(again.json().object().value(u"steps"_s).toArray().isEmpty());

    const auto added = m_program->run({u"backend"_s, u"user"_s, u"add"_s, u"Ana Ruiz"_s, u"--role"_s, u"observer"_s, uri});
    QVERIFY2(added.exitCode == 0, qPrintable(added.err));
    QVERIFY2(added.out.contains(u"No password was given"_s) && !added.out.contains(u"may now log in"_s), qPrintable(added.out));
    // The same again, as after an update, and another role: nothing that PostgreSQL would warn of.
    for (const QString &role : {u"observer"_s, u"responder"_s, u"observer"_s}) {
        const auto more = m_program->run({u"backend"_s, u"user"_s, u"add"_s, u"Ana Ruiz"_s, u"--role"_s, role, uri});
        QCOMPARE(more.exitCode, 0);
        QCOMPARE(more.err, QString());
    }
    const auto ready = m_program->run({u"backend"_s, u"status"_s, u"--json"_s, uri});
    QCOMPARE(ready.exitCode, 0);
    const QJsonObject status = ready.json().object();
    QCOMPARE(status.value(u"schema"_s), status.value(u"known"_s));
    QCOMPARE(status.value(u"people"_s).toArray(),
             (QJsonArray{QJsonObject{{u"name"_s, u"Ana Ruiz"_s}, {u"role"_s, u"observer"_s}}}));
}

void TestBackendCommand::tellsWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const QString uri = u"postgresql://ana@127.0.0.1:1/x"_s;
    QTest::newRow("nothing") << QStringList{} << 2;
    QTest::newRow("no address") << QStringList{u"init"_s} << 2;
    QTest::newRow("another word") << QStringList{u"drop"_s, uri} << 2;
    QTest::newRow("no role") << QStringList{u"user"_s, u"add"_s, u"ana"_s, uri} << 2;
    QTest::newRow("another role") << QStringList{u"user"_s, u"add"_s, u"ana"_s, u"--role"_s, u"god"_s, uri} << 2;
    QTest::newRow("no such address") << QStringList{u"init"_s, u"db1"_s} << 2;
    QTest::newRow("nobody answers") << QStringList{u"status"_s, uri} << 69;
}

void TestBackendCommand::tellsWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const auto result = m_program->run(QStringList{u"backend"_s} + arguments);
    QCOMPARE(result.exitCode, exitCode);
    QVERIFY(!result.err.isEmpty());
    QVERIFY(result.out.isEmpty());
}

void TestBackendCommand::keepsSecretsToItself()
{
    const auto inAddress = m_program->run({u"backend"_s, u"init"_s, u"postgresql://ana:hunter2@db1/x"_s});
    QCOMPARE(inAddress.exitCode, 2);
    QVERIFY(!(inAddress.out + inAddress.err).contains(u"hunter2"_s));

    const QString uri = m_server->uri(u"admin"_s);
    QCOMPARE(m_program->run({u"backend"_s, u"init"_s, uri}).exitCode, 0);
    const QStringList add = {u"backend"_s, u"user"_s, u"add"_s, u"cy"_s, u"--role"_s, u"responder"_s, u"--password-stdin"_s, uri};
    QCOMPARE(m_program->run(add, "\n").exitCode, 2);
    const auto added = m_program->run(add, "correct horse\n");
    QVERIFY2(added.exitCode == 0, qPrintable(added.err));
    QVERIFY(!(added.out + added.err + m_server->log()).contains(u"horse"_s));
    m_program->setEnvironment(u"PGPASSWORD"_s, u"wrong horse"_s);
    QCOMPARE(m_program->run({u"backend"_s, u"status"_s, m_server->tcpUri(u"cy"_s)}).exitCode, 3);
    // A responder gets in, and may not look at everything.
    m_program->setEnvironment(u"PGPASSWORD"_s, u"correct horse"_s);
    const auto in = m_program->run({u"backend"_s, u"status"_s, m_server->tcpUri(u"cy"_s)});
    QCOMPARE(in.exitCode, 1);
    QVERIFY2(in.out.startsWith(u"refused not-permitted"_s), qPrintable(in.out + in.err));
}

QTEST_GUILESS_MAIN(TestBackendCommand)
#include "tst_backendcommand.moc"
