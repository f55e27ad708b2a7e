// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentshelf.h"
#include "openincident.h"
#include "otherdatabase.h"
#include "processlibrary.h"
#include "registerentry.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::session;
using fireline::window::IncidentShelf;

namespace {

/// Keeps others from writing into a database until it is released.
class Held
{
public:
    explicit Held(const QString &path) : m_other(path)
    {
        if (!m_other.run(u"BEGIN EXCLUSIVE"_s))
            qFatal("the database cannot be held");
    }
    void release() const { (void)m_other.run(u"ROLLBACK"_s); }

private:
    OtherDatabase m_other;
};

} // namespace

/// What this console knows of its incidents, and where searched words stand in them.
class TestIncidentShelf : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void remembersFindsAndForgets();
    void aSearchReadsWhatItsIndexFoundAlone();
    void aCorrectedEntryIsFoundByItsNewWords();
    void aSearchIsBoundedAndSaysSo();
    void aFileThatCannotBeSearchedIsCounted();
    void aSearchNobodyWantsIsAbandoned();
    void aFileThatIsGoneSaysSo();
    void aNewRegisterIsFilledFromTheFiles();
    void withoutADataFolderAllIsEmpty();
    void aRegisterOfSomebodyElseIsTold();

private:
    QString declared(const QString &name, const QString &note, const std::function<void(IncidentSession &)> &more = {});
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

QString TestIncidentShelf::declared(const QString &name, const QString &note, const std::function<void(IncidentSession &)> &more)
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
    if (more)
        more(*opened.value().session);
    m_shelf->remember(summaryOf(opened.value().session->state(), process, path, m_clock.now()));
    return path;
}

void TestIncidentShelf::remembersFindsAndForgets()
{
    const QString one = declared(u"one.fireline"_s, u"replica lag is falling"_s);
    const QString two = declared(u"two.fireline"_s, u"nothing to see"_s);
    QCOMPARE(wait(m_shelf->recent()).size(), 2);
    const auto hits = wait(m_shelf->search(u"replica"_s)).hits;
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().path, one);
    QCOMPARE(hits.first().text, u"replica lag is falling"_s);
    QVERIFY(wait(m_shelf->search(u"Checkout"_s)).hits.size() >= 2);
    m_shelf->forget(one).waitForFinished();
    const auto left = wait(m_shelf->recent());
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().path, two);
    QVERIFY(left.first().missing.isEmpty());
}

// The event before it cannot even be read: a search that went through the record would end there.
void TestIncidentShelf::aSearchReadsWhatItsIndexFoundAlone()
{
    const QString path = declared(u"one.fireline"_s, u"replica lag is falling"_s);
    QVERIFY(OtherDatabase(path).run(u"UPDATE events SET recorded_by = CAST(X'ff' AS TEXT) WHERE seq = 1"_s));
    const auto answer = wait(m_shelf->search(u"replica"_s));
    QCOMPARE(answer.hits.size(), 1);
    QCOMPARE(answer.hits.first().text, u"replica lag is falling"_s);
    QVERIFY(!answer.cut);
    QCOMPARE(answer.unread, 0);
}

void TestIncidentShelf::aCorrectedEntryIsFoundByItsNewWords()
{
    QString entry;
    const auto correct = [&entry](IncidentSession &session) {
        entry = session.state().entries.last().eventId;
        const QJsonObject args{{u"ref"_s, u"E%1"_s.arg(session.state().entries.size())},
                               {u"text"_s, u"replica load is falling"_s}};
        if (const auto done = session.execute({Verb::Correct, {}, {}, args}); !done)
            qFatal("%s", qPrintable(done.problem().text));
    };
    const QString path = declared(u"one.fireline"_s, u"replica lag is falling"_s, correct);
    const auto hits = wait(m_shelf->search(u"load"_s)).hits;
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().path, path);
    QCOMPARE(hits.first().event, entry);
    QCOMPARE(hits.first().text, u"replica load is falling"_s);
    QCOMPARE(wait(m_shelf->search(u"replica"_s)).hits, hits); // one entry, in the words it has now
}

void TestIncidentShelf::aSearchIsBoundedAndSaysSo()
{
    const auto more = [](IncidentSession &session) {
        for (int i = 0; i < 4; ++i) {
            if (!session.execute({Verb::Note, {}, {}, {{u"text"_s, u"replica number %1"_s.arg(i)}}}))
                qFatal("the test's note was refused");
        }
    };
    declared(u"one.fireline"_s, u"replica"_s, more);
    declared(u"two.fireline"_s, u"replica"_s, more);
    const auto each = wait(m_shelf->search(u"replica"_s, {2, 200}));
    QCOMPARE(each.hits.size(), 4);
    QVERIFY(each.cut);
    QCOMPARE(each.hits.first().text, u"replica number 3"_s);
    const auto all = wait(m_shelf->search(u"replica"_s, {20, 3}));
    QCOMPARE(all.hits.size(), 3);
    QVERIFY(all.cut);
    QVERIFY(!wait(m_shelf->search(u"replica"_s)).cut);
}

void TestIncidentShelf::aFileThatCannotBeSearchedIsCounted()
{
    const QString path = declared(u"one.fireline"_s, u"replica lag is falling"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no incident") > 0);
    file.close();
    const auto answer = wait(m_shelf->search(u"replica"_s));
    QVERIFY(answer.hits.isEmpty());
    QCOMPARE(answer.unread, 1);
}

// The register is held by somebody else, so that the searches wait for it: only the last one is answered.
void TestIncidentShelf::aSearchNobodyWantsIsAbandoned()
{
    declared(u"one.fireline"_s, u"replica lag is falling"_s);
    fireline::store::IncidentSummary waits;
    waits.path = m_folder->filePath(u"two.fireline"_s);
    {
        const Held held(m_folder->filePath(u"register.sqlite"_s));
        m_shelf->remember(waits);
        const auto first = m_shelf->search(u"replica"_s);
        const auto second = m_shelf->search(u"lag"_s);
        held.release();
        QVERIFY(wait(first).abandoned);
        QVERIFY(wait(first).hits.isEmpty());
        QVERIFY(!wait(second).abandoned);
        QCOMPARE(wait(second).hits.size(), 1);
    }
    const Held held(m_folder->filePath(u"register.sqlite"_s));
    m_shelf->remember(waits);
    const auto given = m_shelf->search(u"lag"_s);
    m_shelf->abandonSearch();
    held.release();
    QVERIFY(wait(given).abandoned);
}

void TestIncidentShelf::aFileThatIsGoneSaysSo()
{
    const QString path = declared(u"one.fireline"_s, u"a note"_s);
    QVERIFY(QFile::remove(path));
    const auto known = wait(m_shelf->recent());
    QCOMPARE(known.size(), 1);
    QVERIFY(!known.first().missing.isEmpty());
    const auto found = wait(m_shelf->search(u"note"_s));
    QVERIFY(found.hits.isEmpty());
    QCOMPARE(found.unread, 0);
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
    QVERIFY(wait(nowhere.search(u"x"_s)).hits.isEmpty());
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
