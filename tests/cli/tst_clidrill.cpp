// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

/// Drills by the program itself, into a file: what a person does who types `fireline drill run`.
class TestCliDrill : public QObject
{
    Q_OBJECT
private slots:
    void everyDrillPassesAndVerifies_data();
    void everyDrillPassesAndVerifies();
    void anotherSeedGivesOtherEvents();
    void whatIsLeftToPeopleStaysUndone();
    void aFailedDrillExitsWithOne();
    void aBrokenScenarioIsNamedByItsPlace();

private:
    QByteArray audit(const QString &file) const
    {
        return m_program.run({u"log"_s, file, u"--audit"_s, u"--json"_s}).out.toUtf8();
    }
    QString write(const QString &name, const QByteArray &bytes) const;

    Program m_program;
};

QString TestCliDrill::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_program.path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

void TestCliDrill::everyDrillPassesAndVerifies_data()
{
    QTest::addColumn<QString>("id");
    const QJsonArray drills = m_program.run({u"drill"_s, u"list"_s, u"--json"_s}).json().array();
    QVERIFY(drills.size() >= 5);
    QSet<QString> processes;
    for (const QJsonValue &drill : drills) {
        QVERIFY2(drill[u"usable"_s].toBool(), qPrintable(drill[u"id"_s].toString()));
        processes.insert(drill[u"process"_s].toString());
        QTest::newRow(drill[u"id"_s].toString().toUtf8().constData()) << drill[u"id"_s].toString();
    }
    QCOMPARE(processes.size(), 5);
}

void TestCliDrill::everyDrillPassesAndVerifies()
{
    QFETCH(QString, id);
    // Every drill twice is for the tests in memory; one drill twice shows that nothing of the file or the machine slips in.
    const int rounds = id == u"demo"_s ? 2 : 1;
    QByteArrayList audits;
    for (int i = 0; i < rounds; ++i) {
        const QString file = m_program.path(u"%1-%2.fireline"_s.arg(id).arg(i));
        const auto played = m_program.run({u"drill"_s, u"run"_s, id, u"--auto"_s, u"--speed"_s, u"max"_s, u"--out"_s, file});
        QVERIFY2(played.exitCode == 0, qPrintable(played.out.right(2000) + played.err));
        QVERIFY(played.out.endsWith(u"PASSED\n"_s));
        const auto verified = m_program.run({u"verify"_s, file});
        QVERIFY2(verified.exitCode == 0, qPrintable(verified.out + verified.err));
        audits.append(audit(file));
    }
    QVERIFY(QJsonDocument::fromJson(audits[0]).array().size() > 10);
    QCOMPARE(audits.first(), audits.last());
    const QJsonObject state = m_program.run({u"show"_s, m_program.path(id + u"-0.fireline"_s), u"--json"_s}).json().object();
    QVERIFY(state.value(u"drill").toBool());
}

void TestCliDrill::anotherSeedGivesOtherEvents()
{
    for (const QString &seed : {u"5"_s, u"6"_s}) {
        const auto played = m_program.run(
            {u"drill"_s, u"run"_s, u"demo"_s, u"--auto"_s, u"--seed"_s, seed, u"--out"_s, m_program.path(u"seed"_s + seed)});
        QCOMPARE(played.exitCode, 0);
    }
    QVERIFY(audit(m_program.path(u"seed5"_s)) != audit(m_program.path(u"seed6"_s)));
}

void TestCliDrill::whatIsLeftToPeopleStaysUndone()
{
    const QString file = m_program.path(u"left.fireline"_s);
    const auto played = m_program.run({u"drill"_s, u"run"_s, u"demo"_s, u"--out"_s, file, u"--json"_s});
    QCOMPARE(played.exitCode, 1); // nobody answered: clocks ran late
    QVERIFY(!played.json().object().value(u"late").toArray().isEmpty());
    QCOMPARE(played.json().object().value(u"done").toInt(), 0);
    for (const QJsonValue &role : m_program.run({u"show"_s, file, u"--json"_s}).json().object().value(u"roles").toArray())
        QVERIFY(role[u"holder"_s].toString().isEmpty());
}

void TestCliDrill::aFailedDrillExitsWithOne()
{
    const QString file = write(u"late.yaml"_s,
                               "format: 1\nid: late\ntitle: Nobody comes\nprocess: severity-ladder\nseverity: \"1\"\n"
                               "start: \"2025-03-04T09:00:00Z\"\npeople: [{name: Ana}]\n"
                               "steps: [{at: 20m, do: /claim}]\n");
    const auto played = m_program.run({u"drill"_s, u"run"_s, file, u"--auto"_s});
    QCOMPARE(played.exitCode, 1);
    QVERIFY(played.out.contains(u"lad.respond"_s));
    QVERIFY(played.out.endsWith(u"FAILED\n"_s));
}

void TestCliDrill::aBrokenScenarioIsNamedByItsPlace()
{
    const QString file = write(u"broken.yaml"_s, "format: 1\nid: broken\ntitle: T\nprocess: severity-ladder\n"
                                                 "start: \"2025-03-04T09:00:00Z\"\npeople: [{name: Ana}]\n"
                                                 "steps: [{at: 1m, so: /claim}]\n");
    const auto played = m_program.run({u"drill"_s, u"run"_s, file, u"--auto"_s});
    QVERIFY(played.exitCode != 0);
    QVERIFY2(played.err.contains(u"broken.yaml:7:"_s), qPrintable(played.err));
    QCOMPARE(m_program.run({u"drill"_s, u"run"_s, u"nothing"_s}).exitCode == 0, false);
}

QTEST_GUILESS_MAIN(TestCliDrill)
#include "tst_clidrill.moc"
