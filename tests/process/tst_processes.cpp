// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"
#include "processcheck.h"
#include "processloader.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace fireline::process;
using namespace Qt::StringLiterals;

class TestProcesses : public QObject
{
    Q_OBJECT
private slots:
    void loads_data();
    void loads();
    void passesItsCheck_data() { loads_data(); }
    void passesItsCheck();
    void namesCommandsThatThereAre_data() { loads_data(); }
    void namesCommandsThatThereAre();
};

void TestProcesses::loads_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(u":/processes"_s);
    const QStringList files = folder.entryList({u"*.yaml"_s});
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QTest::newRow(file.toUtf8().constData()) << folder.filePath(file);
}

void TestProcesses::loads()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const ProcessReading reading = readProcess(file.readAll(), path);
    for (const Finding &finding : reading.findings)
        qWarning().noquote() << finding.toText();
    QVERIFY(reading.process);
}

void TestProcesses::passesItsCheck()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto process = loadProcess(file.readAll(), path);
    QVERIFY(process.ok());
    int faults = 0;
    for (const Finding &finding : checkProcess(process.value())) {
        if (finding.grade == Finding::Grade::Note)
            continue;
        qWarning().noquote() << gradeWord(finding.grade) << finding.toText();
        ++faults;
    }
    QCOMPARE(faults, 0);
}

// What a text bids a person type is understood here: "Claim the incident (`/claim`)."
void TestProcesses::namesCommandsThatThereAre()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression named(u"`(/[^`]*)`"_s);
    const QString text = QString::fromUtf8(file.readAll());
    for (auto it = named.globalMatch(text); it.hasNext();) {
        const QString line = it.next().captured(1);
        const auto parsed = fireline::domain::parseEntry(line, {});
        QVERIFY2(parsed.ok(), qPrintable(line + u": "_s + parsed.problems.join(u' ')));
    }
}

QTEST_APPLESS_MAIN(TestProcesses)
#include "tst_processes.moc"
