// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <csignal>
#include <random>

using namespace Qt::StringLiterals;

/// What was answered "ok" is in the file, whenever the program is killed.
class TestKill9 : public QObject
{
    Q_OBJECT
private slots:
    void acknowledgedLinesSurvive();
};

void TestKill9::acknowledgedLinesSurvive()
{
    // 30 rounds in the quick tier, 300 in the long one; each round goes on in the same file.
    const int rounds = qEnvironmentVariableIntValue("FIRELINE_LONG") > 0 ? 300 : 30;
    std::mt19937 random(7);
    const Program program;
    const QString path = program.path(u"a.fireline"_s);
    QCOMPARE(program.run({u"new"_s, path, u"--process"_s, u"nine-step"_s, u"--title"_s, u"Killed"_s}).exitCode, 0);
    QSet<QString> acknowledged;
    for (int round = 0; round < rounds; ++round) {
        QProcess process;
        program.start(process, {u"do"_s, path, u"--stdin"_s});
        for (int i = 0; i < 200; ++i)
            process.write(u"note %1 of round %2\n"_s.arg(i).arg(round).toUtf8());
        const int wanted = 1 + int(random() % 60);
        int seen = 0;
        while (seen < wanted && process.waitForReadyRead(20000)) {
            while (process.canReadLine()) {
                const QString line = QString::fromUtf8(process.readLine()).trimmed();
                QVERIFY2(line.startsWith(u"ok "_s), qPrintable(line));
                acknowledged.insert(line.mid(3));
                ++seen;
            }
        }
        QVERIFY2(seen >= wanted, "the program stopped answering");
        ::kill(pid_t(process.processId()), SIGKILL);
        process.waitForFinished();
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (line.startsWith("ok ") && line.size() == 39)
                acknowledged.insert(QString::fromLatin1(line.mid(3)));
        }
    }
    const auto verify = program.run({u"verify"_s, path, u"--json"_s});
    QVERIFY2(verify.json().object().value(u"ok"_s).toBool(), qPrintable(verify.out + verify.err));
    QSet<QString> stored;
    for (const QJsonValue &event : program.run({u"log"_s, path, u"--audit"_s, u"--json"_s}).json().array())
        stored.insert(event[u"id"_s].toString());
    const QSet<QString> lost = acknowledged - stored;
    QVERIFY2(lost.isEmpty(), qPrintable(u"%1 of %2 lost"_s.arg(lost.size()).arg(acknowledged.size())));
    qInfo("%d rounds, %d acknowledged, none lost", rounds, int(acknowledged.size()));
}

QTEST_GUILESS_MAIN(TestKill9)
#include "tst_kill9.moc"
