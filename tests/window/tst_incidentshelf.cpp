// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentshelf.h"
#include "openincident.h"
#include "processlibrary.h"
#include "registerentry.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::session;
using fireline::window::IncidentShelf;

/// What this console knows of its incidents, and where searched words stand in them.
class TestIncidentShelf : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void remembersFindsAndForgets();
    void aFileThatIsGoneSaysSo();
    void aNewRegisterIsFilledFromTheFiles();
    void withoutADataFolderAllIsEmpty();
    void aRegisterOfSomebodyElseIsTold();

private:
    QString declared(const QString &name, const QString &note);
    template<typename T>
    static T wait(QFuture<T> future)
    {
        future.waitForFinished();
        return future.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<IncidentShelf> m_shelf;
    SystemClock m_clock;
    UuidV7Source m_ids;
    SessionSetup m_setup{m_clock, m_ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
};

void TestIncidentShelf::init()
{
    m_shelf.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_shelf = std::make_unique<IncidentShelf>(m_folder->path());
}

QString TestIncidentShelf::declared(const QString &name, const QString &note)
{
    const QString path = m_folder->filePath(name);
    const Process process = fireline::process::ProcessLibrary({}).process(u"severity-ladder"_s).value();
    auto opening = declareIncident(path, m_setup, process,
                                   {Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, u"1"_s}}});
    opening.waitForFinished();
    // Taken out of the future: it is closed here, with everything on the disk, not where the last copy of the future ends.
    const auto opened = std::move(*opening.result());
    if (!opened || !opened.value().session->execute({Verb::Note, {}, {}, {{u"text"_s, note}}}))
        qFatal("the test's incident cannot be declared");
    m_shelf->remember(summaryOf(opened.value().session->state(), process, path, m_clock.now()));
    return path;
}

void TestIncidentShelf::remembersFindsAndForgets()
{
    const QString one = declared(u"one.fireline"_s, u"replica lag is falling"_s);
    const QString two = declared(u"two.fireline"_s, u"nothing to see"_s);
    QCOMPARE(wait(m_shelf->recent()).size(), 2);
    const auto hits = wait(m_shelf->search(u"replica"_s));
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().path, one);
    QCOMPARE(hits.first().text, u"replica lag is falling"_s);
    QCOMPARE(wait(m_shelf->search(u"Checkout"_s)).size() >= 2, true);
    m_shelf->forget(one).waitForFinished();
    const auto left = wait(m_shelf->recent());
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().path, two);
    QVERIFY(left.first().missing.isEmpty());
}

void TestIncidentShelf::aFileThatIsGoneSaysSo()
{
    const QString path = declared(u"one.fireline"_s, u"a note"_s);
    QVERIFY(QFile::remove(path));
    const auto known = wait(m_shelf->recent());
    QCOMPARE(known.size(), 1);
    QVERIFY(!known.first().missing.isEmpty());
    QVERIFY(wait(m_shelf->search(u"note"_s)).isEmpty());
}

void TestIncidentShelf::aNewRegisterIsFilledFromTheFiles()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"incidents"_s));
    const QString path = declared(u"incidents/one.fireline"_s, u"a note"_s);
    QFile garbage(m_folder->filePath(u"incidents/two.fireline"_s));
    QVERIFY(garbage.open(QIODevice::WriteOnly) && garbage.write("no incident") > 0);
    const auto before = wait(m_shelf->recent());
    QCOMPARE(before.size(), 1);
    QCOMPARE(before.first().rank, 1);
    QCOMPARE(before.first().phase, u"1 Detection & Alerting"_s);
    QVERIFY(before.first().changed.isSet());
    for (const QString &name : QDir(m_folder->path()).entryList({u"register.sqlite*"_s}, QDir::Files))
        QVERIFY(QFile::remove(m_folder->filePath(name)));
    QCOMPARE(wait(m_shelf->recent()), before);
    QCOMPARE(before.first().path, path);
}

void TestIncidentShelf::withoutADataFolderAllIsEmpty()
{
    IncidentShelf nowhere(QString{});
    QVERIFY(wait(nowhere.recent()).isEmpty());
    QVERIFY(wait(nowhere.search(u"x"_s)).isEmpty());
}

void TestIncidentShelf::aRegisterOfSomebodyElseIsTold()
{
    QFile file(m_folder->filePath(u"register.sqlite"_s));
    QVERIFY(QDir().mkpath(file.fileName())); // a folder stands where the register should
    QSignalSpy told(m_shelf.get(), &IncidentShelf::problemOccurred);
    QVERIFY(wait(m_shelf->recent()).isEmpty());
    QTRY_COMPARE(told.size(), 1);
}

QTEST_GUILESS_MAIN(TestIncidentShelf)
#include "tst_incidentshelf.moc"
