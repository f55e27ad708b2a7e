// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultvfs.h"
#include "sqlite/sqlitejournal.h"
#include "storefixture.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace fireline::domain;
using namespace fireline::store;
using namespace Qt::StringLiterals;
using fireline::test::FaultVfs;
using Mode = SqliteJournal::Mode;

/// Every call to the disk fails in turn during the same story; each failure must be told, and after it the story ends alike.
class TestFaults : public QObject
{
    Q_OBJECT
private slots:
    void everyCallFailsOnce();
    void theDiskFillsAtEveryCall();
    void keepsGoingOnAFullDisk();
    void upgradeFailsAtEveryCall();

private:
    void run(FaultVfs::Fault fault);
};

namespace {

constexpr int EventCount = 15;
constexpr int Patience = 6; // attempts after which a fault that struck once must be over

// What a person and the session would do: begin, go on after an error, and begin again where that does not help.
class Story
{
public:
    Story(FaultVfs &disk, QString path, QList<Event> events) : m_disk(disk), m_path(std::move(path)), m_events(std::move(events))
    {
    }

    // True when it came to its end.
    bool play()
    {
        for (int attempt = 0; attempt < Patience; ++attempt) {
            if (begin() && tell())
                return true;
            if (attempt % 2 == 1)
                m_journal.reset();
        }
        return false;
    }

    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    [[nodiscard]] SqliteJournal &journal() const { return *m_journal; }

private:
    template<typename T>
    bool worked(const Outcome<T> &outcome)
    {
        if (outcome.ok())
            return true;
        m_problems.append(outcome.problem());
        m_disk.spaceReturns();
        return false;
    }

    bool begin()
    {
        if (m_journal)
            return true;
        auto opened = QFile::exists(m_path) ? SqliteJournal::open(m_path, Mode::ReadWrite) : SqliteJournal::create(m_path);
        if (!worked(opened))
            return false;
        m_journal = std::move(opened).value();
        return true;
    }

    bool tell()
    {
        for (; m_next < m_events.size(); ++m_next) {
            if (!worked(m_journal->append({m_events[m_next]})))
                return false;
        }
        return worked(m_journal->putBlob("a screenshot")) && worked(m_journal->backup(m_path + u".copy"_s))
               && worked(m_journal->search(u"checkout"_s, 50)) && worked(m_journal->checkpoint()) && worked(m_journal->verify());
    }

    FaultVfs &m_disk;
    QString m_path;
    QList<Event> m_events;
    std::unique_ptr<SqliteJournal> m_journal;
    qsizetype m_next = 0;
    QList<Problem> m_problems;
};

bool isClear(const Problem &problem)
{
    static const QSet<QString> codes{u"disk-fault"_s, u"disk-full"_s, u"cannot-open"_s};
    return codes.contains(problem.code) && problem.text.contains(u"/a.fireline"_s) && !problem.detail.isEmpty();
}

QString describe(const Problem &problem)
{
    return problem.code + u": "_s + problem.text + u" / "_s + problem.detail;
}

} // namespace

void TestFaults::run(FaultVfs::Fault fault)
{
    const auto events = EventMaker().notes(EventCount);
    long failures = 0;
    for (long call = 0;; ++call) {
        QTemporaryDir folder(fastFolderTemplate());
        FaultVfs disk;
        bool clean = false;
        {
            Story story(disk, folder.filePath(u"a.fireline"_s), events);
            disk.arm(fault, call);
            const bool ended = story.play();
            clean = !disk.hasStruck();
            disk.disarm();
            const QString where = u"call %1: %2"_s.arg(call).arg(story.problems().isEmpty() ? u"no problem"_s
                                                                                            : describe(story.problems().last()));
            QVERIFY2(ended, qPrintable(where));
            for (const Problem &problem : story.problems())
                QVERIFY2(isClear(problem), qPrintable(u"call %1: "_s.arg(call) + describe(problem)));
            failures += story.problems().size();
            QVERIFY(!clean || story.problems().isEmpty());
            QCOMPARE(story.journal().head().value().count, EventCount);
        }
        // The end state: seen by a new reader, equal whatever failed.
        const auto journal = SqliteJournal::open(folder.filePath(u"a.fireline"_s), Mode::ReadWrite).value();
        QVERIFY2(journal->verify().value().ok(), qPrintable(QString::number(call)));
        qsizetype n = 0;
        QVERIFY(journal->read(0, [&](qint64, const Event &event) { return event.hash == events[n++].hash; }).ok());
        QCOMPARE(n, EventCount);
        QCOMPARE(journal->outboxCount().value(), EventCount);
        QCOMPARE(journal->search(u"checkout"_s, 50).value().size(), EventCount);
        QCOMPARE(SqliteJournal::open(folder.filePath(u"a.fireline.copy"_s), Mode::ReadOnly).value()->head().value().count,
                 EventCount);
        if (clean) {
            qInfo("%ld calls failed in turn, %ld problems told", call, failures);
            QVERIFY(call > 100 && failures > 50);
            return;
        }
    }
}

void TestFaults::everyCallFailsOnce()
{
    run(FaultVfs::Fault::Once);
}

void TestFaults::theDiskFillsAtEveryCall()
{
    run(FaultVfs::Fault::Full);
}

void TestFaults::keepsGoingOnAFullDisk()
{
    QTemporaryDir folder(fastFolderTemplate());
    FaultVfs disk;
    const auto journal = SqliteJournal::create(folder.filePath(u"a.fireline"_s)).value();
    const auto events = EventMaker().notes(9);
    QVERIFY(journal->append(events.first(4)).ok());
    disk.arm(FaultVfs::Fault::Full, 0);
    for (int n = 4; n < 7; ++n) {
        const auto refused = journal->append({events[n]});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.problem().kind, Problem::Kind::Full);
    }
    int seen = 0; // what was written can still be read
    QVERIFY(journal->read(0, [&](qint64, const Event &) { return ++seen > 0; }).ok());
    QCOMPARE(seen, 4);
    QVERIFY(journal->verify().value().ok());
    disk.spaceReturns();
    QVERIFY(journal->append(events.sliced(4)).ok()); // what waited, in order
    QVERIFY(journal->verify().value().ok());
    QCOMPARE(journal->head().value().count, 9);
}

// An upgrade that stops anywhere goes on at the next opening, and the old state stays beside it.
void TestFaults::upgradeFailsAtEveryCall()
{
    QTemporaryDir origin(fastFolderTemplate());
    QFile steps(QStringLiteral(FIRELINE_SOURCE_DIR "/tests/data/store/format-1.sql"));
    QVERIFY(steps.open(QIODevice::ReadOnly));
    const QString old = origin.filePath(u"a.fireline"_s);
    QVERIFY(runSql(old, steps.readAll()));
    for (long call = 0;; ++call) {
        QTemporaryDir folder(fastFolderTemplate());
        const QString path = folder.filePath(u"a.fireline"_s);
        QVERIFY(QFile::copy(old, path));
        FaultVfs disk;
        disk.arm(FaultVfs::Fault::Once, call);
        const auto first = SqliteJournal::open(path, Mode::ReadWrite);
        const bool clean = !disk.hasStruck();
        disk.disarm();
        if (!first.ok()) {
            QVERIFY2(isClear(first.problem()), qPrintable(describe(first.problem())));
            const auto second = SqliteJournal::open(path, Mode::ReadWrite);
            QVERIFY2(second.ok(), second.ok() ? "" : qPrintable(u"call %1: "_s.arg(call) + describe(second.problem())));
            QVERIFY(second.value()->verify().value().ok());
            QCOMPARE(second.value()->search(u"checkout"_s, 9).value().size(), 3);
        }
        QVERIFY(QFile::exists(path + u".before-format-1"_s));
        if (clean) {
            QVERIFY(first.ok() && call > 30);
            return;
        }
    }
}

QTEST_APPLESS_MAIN(TestFaults)
#include "tst_faults.moc"
