// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilllibrary.h"
#include "processloader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace fireline;
using namespace fireline::drill;
using namespace Qt::StringLiterals;

class TestDrillLibrary : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void listsBuiltInOnesFirst();
    void aBuiltInIdIsTaken();
    void aBrokenFileIsListedWithItsFaults();
    void findsByIdAndByFile();
    void metricsThatAreMissingAreTold();
    void saysWhatThereIs();

private:
    void write(const QString &folder, const QString &name, const QString &id);
    DrillLibrary library() const
    {
        return {m_dir->filePath(u"config"_s), [this](const QString &id) { return id == m_process->id ? &*m_process : nullptr; },
                m_dir->filePath(u"builtin"_s)};
    }

    std::optional<domain::Process> m_process;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestDrillLibrary::initTestCase()
{
    QFile file(u":/processes/severity-ladder.yaml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto process = process::loadProcess(file.readAll(), file.fileName());
    QVERIFY(process.ok());
    m_process = std::move(process).value();
}

void TestDrillLibrary::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    write(u"builtin"_s, u"one.yaml"_s, u"one"_s);
}

void TestDrillLibrary::write(const QString &folder, const QString &name, const QString &id)
{
    QVERIFY(QDir(m_dir->path()).mkpath(folder));
    QFile file(m_dir->filePath(folder + u'/' + name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString text = u"format: 1\nid: %1\ntitle: Drill %1\nprocess: severity-ladder\nstart: \"2025-03-04T09:00:00Z\"\n"
                         "people: [{name: Ana}]\nsteps: [{at: 0s, do: /claim}]\n"_s;
    file.write(text.arg(id).toUtf8());
}

void TestDrillLibrary::listsBuiltInOnesFirst()
{
    write(u"config/scenarios"_s, u"a.yaml"_s, u"another"_s);
    const QList<ScenarioInfo> all = library().list();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).id, u"one"_s);
    QVERIFY(all.at(0).builtIn && all.at(0).usable());
    QCOMPARE(all.at(1).id, u"another"_s);
    QVERIFY(!all.at(1).builtIn && all.at(1).usable());
    QCOMPARE(all.at(1).title, u"Drill another"_s);
    QCOMPARE(all.at(1).process, u"severity-ladder"_s);
}

void TestDrillLibrary::aBuiltInIdIsTaken()
{
    write(u"config/scenarios"_s, u"mine.yaml"_s, u"one"_s);
    const QList<ScenarioInfo> all = library().list();
    QCOMPARE(all.size(), 2);
    QVERIFY(all.at(0).usable());
    QVERIFY(!all.at(1).usable());
    const auto found = library().find(u"one"_s);
    QVERIFY(found.ok());
    QVERIFY(found.value().fileName.contains(u"builtin"_s));
}

void TestDrillLibrary::aBrokenFileIsListedWithItsFaults()
{
    QVERIFY(QDir(m_dir->path()).mkpath(u"config/scenarios"_s));
    QFile file(m_dir->filePath(u"config/scenarios/broken.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("format: 1\nid: [\n");
    file.close();
    const QList<ScenarioInfo> all = library().list();
    QCOMPARE(all.last().id, u"broken"_s);
    QVERIFY(!all.last().usable());
    const auto found = library().find(u"broken"_s);
    QVERIFY(!found.ok());
    QCOMPARE(found.problem().kind, domain::Problem::Kind::Parse);
    QVERIFY(found.problem().text.contains(u"broken.yaml"_s));
}

void TestDrillLibrary::findsByIdAndByFile()
{
    QVERIFY(library().find(u"one"_s).ok());
    write(u"elsewhere"_s, u"two.yaml"_s, u"two"_s);
    const auto byFile = library().find(m_dir->filePath(u"elsewhere/two.yaml"_s));
    QVERIFY(byFile.ok());
    QCOMPARE(byFile.value().id, u"two"_s);
}

void TestDrillLibrary::metricsThatAreMissingAreTold()
{
    QFile file(m_dir->filePath(u"builtin/one.yaml"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write("metrics: {file: one.csv}\n");
    file.close();
    QVERIFY(!library().list().first().usable());
    QVERIFY(library().find(u"one"_s).problem().text.contains(u"one.csv"_s));
    QVERIFY(!library().find(file.fileName()));
    QFile metrics(m_dir->filePath(u"builtin/one.csv"_s));
    QVERIFY(metrics.open(QIODevice::WriteOnly));
    QVERIFY(library().list().first().usable());
    QCOMPARE(library().find(u"one"_s).value().metrics.file, metrics.fileName());
}

void TestDrillLibrary::saysWhatThereIs()
{
    const auto missing = library().find(u"none"_s);
    QVERIFY(!missing.ok());
    QCOMPARE(missing.problem().kind, domain::Problem::Kind::NotFound);
    QVERIFY(missing.problem().text.contains(u"one"_s));
    const auto noFile = library().find(m_dir->filePath(u"none.yaml"_s));
    QVERIFY(!noFile.ok());
    QCOMPARE(noFile.problem().kind, domain::Problem::Kind::Io);
}

QTEST_APPLESS_MAIN(TestDrillLibrary)
#include "tst_drilllibrary.moc"
