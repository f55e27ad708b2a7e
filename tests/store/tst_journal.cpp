// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqlitejournal.h"
#include "storefixture.h"

#include "core/canonicaljson.h"

#include <QFileInfo>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace fireline::domain;
using namespace fireline::store;
using namespace Qt::StringLiterals;
using Mode = SqliteJournal::Mode;

class TestJournal : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void startsEmptyAndPrivate();
    void readsBackWhatWasAppended();
    void takesTheSameEventOnce();
    void refusesWholeBatches_data();
    void refusesWholeBatches();
    void queuesEveryEvent();
    void streamsAndStops();
    void mayBeReadWhileItIsRead();
    void findsEntries_data();
    void findsEntries();
    void findsWhatATextWasCorrectedTo();
    void readsEventsByTheirIdsAlone();
    void keepsAttachments();
    void refusesALargeAttachment();
    void showsADamagedAttachment();
    void readsBesideAWriter();
    void readingDropsNoLockOfTheWriter();
    void writesNothingReadOnly();
    void readOnlyLeavesNothingBehind();
    void keepsFullDurability();
    void backsUpWhileOpen();
    void makesTheIndexAnew();

private:
    [[nodiscard]] QString file(const QString &name = u"a.fireline"_s) const { return m_folder->filePath(name); }
    [[nodiscard]] static QStringList idsOf(const SqliteJournal &journal);
    [[nodiscard]] static QStringList idsOf(const QList<Event> &events);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteJournal> m_journal;
    std::unique_ptr<EventMaker> m_maker;
};

void TestJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_maker = std::make_unique<EventMaker>();
    auto created = SqliteJournal::create(file());
    QVERIFY2(created.ok(), created.ok() ? "" : qPrintable(created.problem().text + created.problem().detail));
    m_journal = std::move(created).value();
}

void TestJournal::cleanup()
{
    m_journal.reset();
    const auto left = snapshot(m_folder->path());
    for (const auto &[name, content] : left)
        QVERIFY2(!name.endsWith(u"-wal"_s) && !name.endsWith(u"-shm"_s) && !name.endsWith(u".lock"_s)
                     && !name.endsWith(u".unfinished"_s),
                 qPrintable(name));
    m_folder.reset();
}

QStringList TestJournal::idsOf(const SqliteJournal &journal)
{
    QStringList ids;
    const auto done = journal.read(0, [&](qint64 seq, const Event &event) {
        ids.append(event.id);
        return seq == ids.size();
    });
    return done.ok() ? ids : QStringList{done.problem().text};
}

QStringList TestJournal::idsOf(const QList<Event> &events)
{
    QStringList ids;
    for (const Event &event : events)
        ids.append(event.id);
    return ids;
}

void TestJournal::startsEmptyAndPrivate()
{
    QCOMPARE(m_journal->incident(), QString());
    QCOMPARE(m_journal->head().value(), RecordedHead());
    QCOMPARE(idsOf(*m_journal), QStringList());
    QVERIFY(m_journal->verify().value().ok());
    const auto open = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
    QCOMPARE(QFileInfo(file()).permissions(), open);
    QVERIFY(m_journal->append(m_maker->notes(1)).ok());
    QCOMPARE(QFileInfo(file() + u"-wal"_s).permissions(), open);
    QCOMPARE(QFileInfo(file() + u".lock"_s).permissions(), open);
}

void TestJournal::readsBackWhatWasAppended()
{
    const auto events = m_maker->notes(7);
    QVERIFY(m_journal->append(events.first(3)).ok());
    QVERIFY(m_journal->append(events.sliced(3)).ok());
    m_journal.reset();
    m_journal = SqliteJournal::open(file(), Mode::ReadWrite).value();
    QCOMPARE(m_journal->incident(), m_maker->incident());
    int n = 0;
    QVERIFY(m_journal
                ->read(0,
                       [&](qint64 seq, const Event &event) {
                           const Event &expected = events[n++];
                           return seq == n && toAuditJson(event, seq) == toAuditJson(expected, n)
                                  && event.payload == expected.payload && event.incident == expected.incident
                                  && contentHash(event) == event.hash;
                       })
                .ok());
    QCOMPARE(n, 7);
    QCOMPARE(m_journal->head().value().count, 7);
    const auto report = m_journal->verify().value();
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.firstBad->reason));
    QCOMPARE(report.events, 7);
}

void TestJournal::takesTheSameEventOnce()
{
    const auto events = m_maker->notes(5);
    QVERIFY(m_journal->append(events.first(3)).ok());
    QVERIFY(m_journal->append(events).ok()); // an answer was lost: all again
    QVERIFY(m_journal->append(events).ok());
    QCOMPARE(idsOf(*m_journal), idsOf(events));
    QCOMPARE(m_journal->outboxCount().value(), 5);
    QVERIFY(m_journal->verify().value().ok());
}

void TestJournal::refusesWholeBatches_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("id with another content") << u"reuse"_s << u"id-reused"_s;
    QTest::newRow("of another incident") << u"incident"_s << u"other-incident"_s;
    QTest::newRow("author's number taken") << u"number"_s << u"out-of-line"_s;
    QTest::newRow("hash of something else") << u"hash"_s << u"chain"_s;
    QTest::newRow("payload not canonical") << u"payload"_s << u"chain"_s;
    QTest::newRow("id that is none") << u"id"_s << u"chain"_s;
}

void TestJournal::refusesWholeBatches()
{
    QFETCH(QString, change);
    const auto known = m_maker->notes(2);
    QVERIFY(m_journal->append(known).ok());
    const Event good = m_maker->note(u"good"_s);
    Event bad = m_maker->note(u"bad"_s);
    if (change == u"reuse"_s)
        bad.id = known[0].id;
    else if (change == u"incident"_s)
        bad.incident = good.id;
    else if (change == u"number"_s)
        bad.deviceSeq = 1;
    else if (change == u"payload"_s)
        bad.payload = "{\"text\": \"spaced\"}";
    else if (change == u"id"_s)
        bad.id = u"42"_s;
    bad.hash = change == u"hash"_s ? good.hash : contentHash(bad);
    const auto refused = m_journal->append({good, bad});
    QVERIFY(!refused.ok());
    QTEST(refused.problem().code, "code");
    QVERIFY(!refused.problem().text.isEmpty());
    QCOMPARE(idsOf(*m_journal), idsOf(known));
    QVERIFY(m_journal->append({good}).ok());
    QVERIFY(m_journal->verify().value().ok());
}

void TestJournal::queuesEveryEvent()
{
    QVERIFY(m_journal->append(m_maker->notes(4)).ok());
    QCOMPARE(m_journal->outboxCount().value(), 4);
    m_journal.reset();
    QCOMPARE(sqlValue(file(), "SELECT group_concat(seq) FROM outbox"), "1,2,3,4");
}

void TestJournal::streamsAndStops()
{
    QVERIFY(m_journal->append(m_maker->notes(10)).ok());
    QList<qint64> seen;
    QVERIFY(m_journal
                ->read(4,
                       [&](qint64 seq, const Event &) {
                           seen.append(seq);
                           return seq < 7;
                       })
                .ok());
    QCOMPARE(seen, (QList<qint64>{5, 6, 7}));
}

void TestJournal::mayBeReadWhileItIsRead()
{
    QVERIFY(m_journal->append(m_maker->notes(4)).ok());
    int pairs = 0;
    QVERIFY(m_journal
                ->read(0,
                       [&](qint64 outer, const Event &) {
                           return m_journal->read(outer, [&](qint64, const Event &) { return ++pairs > 0; }).ok();
                       })
                .ok());
    QCOMPARE(pairs, 6);
    QVERIFY(m_journal->append(m_maker->notes(1)).ok());
}

void TestJournal::findsEntries_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QList<int>>("found");
    QTest::newRow("one word, newest first") << u"checkout"_s << QList<int>{3, 0};
    QTest::newRow("all words") << u"checkout rolled"_s << QList<int>{3};
    QTest::newRow("last word as prefix") << u"roll"_s << QList<int>{3, 2};
    QTest::newRow("only the last as prefix") << u"roll checkout"_s << QList<int>{};
    QTest::newRow("accents and case") << u"CAFE"_s << QList<int>{1};
    QTest::newRow("operators are words") << u"NOT checkout"_s << QList<int>{};
    QTest::newRow("quotes") << u"\"checkout"_s << QList<int>{3, 0};
    QTest::newRow("star, minus, column") << u"text:checkout -(* ^"_s << QList<int>{};
    QTest::newRow("only signs") << u"*** \" ( :"_s << QList<int>{};
    QTest::newRow("nothing") << u"  "_s << QList<int>{};
    QTest::newRow("nul") << QString(u"check"_s + QChar(0) + u"out"_s) << QList<int>{};
}

void TestJournal::findsEntries()
{
    QFETCH(QString, words);
    QFETCH(QList<int>, found);
    const QList<Event> events{m_maker->note(u"the checkout fails"_s), m_maker->note(u"nobody in the Café"_s),
                              m_maker->note(u"rollback ready"_s), m_maker->note(u"checkout rolled back"_s)};
    QVERIFY(m_journal->append(events).ok());
    QStringList expected;
    for (int n : found)
        expected.append(events[n].id);
    const auto ids = m_journal->search(words, 50);
    QVERIFY2(ids.ok(), ids.ok() ? "" : qPrintable(ids.problem().detail));
    QCOMPARE(ids.value(), expected);
    QCOMPARE(m_journal->search(words, 1).value(), expected.mid(0, 1));
}

void TestJournal::findsWhatATextWasCorrectedTo()
{
    Event event = m_maker->note(u"a"_s);
    event.type = u"entry.corrected"_s;
    event.payload =
        toCanonicalJson(
            {{u"entry"_s, u"x"_s}, {u"field"_s, u"text"_s}, {u"old"_s, u"lag"_s}, {u"new"_s, u"load"_s}, {u"why"_s, u"typo"_s}})
            .value();
    QCOMPARE(wordsOf(event), u"load\ntypo"_s);
    event.payload =
        toCanonicalJson({{u"entry"_s, u"x"_s}, {u"field"_s, u"kind"_s}, {u"old"_s, u"note"_s}, {u"new"_s, u"finding"_s}}).value();
    QCOMPARE(wordsOf(event), QString());
}

// What stands beside them is not even looked at: it may be damaged.
void TestJournal::readsEventsByTheirIdsAlone()
{
    const QList<Event> events = m_maker->notes(6);
    QVERIFY(m_journal->append(events).ok());
    m_journal.reset();
    QVERIFY(runSql(file(), "UPDATE events SET recorded_by = CAST(X'ff' AS TEXT) WHERE seq = 1"));
    const auto reader = SqliteJournal::open(file(), Mode::ReadOnly).value();
    const auto found = reader->events({events[4].id, u"not an id"_s, m_maker->note(u"elsewhere"_s).id, events[2].id});
    QVERIFY2(found.ok(), found.ok() ? "" : qPrintable(found.problem().detail));
    QCOMPARE(found.value().size(), 2);
    QCOMPARE(found.value()[0].hash, events[2].hash);
    QCOMPARE(found.value()[1].hash, events[4].hash);
    QCOMPARE(reader->events({events[0].id}).problem().kind, Problem::Kind::Damaged);
}

void TestJournal::keepsAttachments()
{
    const QByteArray bytes("a\0b", 3);
    const QString name = m_journal->putBlob(bytes).value();
    QCOMPARE(m_journal->putBlob(bytes).value(), name);
    QCOMPARE(m_journal->blob(name).value(), bytes);
    const QString empty = m_journal->putBlob({}).value();
    QCOMPARE(m_journal->blob(empty).value(), QByteArray());
    QCOMPARE(m_journal->blob(QString(64, u'a')).problem().kind, Problem::Kind::NotFound);
    QCOMPARE(m_journal->blob(u"x"_s).problem().kind, Problem::Kind::NotFound);
}

void TestJournal::refusesALargeAttachment()
{
    constexpr qsizetype limit = 16 * 1024 * 1024;
    QCOMPARE(m_journal->putBlob(QByteArray(limit + 1, 'x')).problem().code, u"attachment-too-large"_s);
    QCOMPARE(m_journal->blob(m_journal->putBlob(QByteArray(limit, 'x')).value()).value().size(), limit);
}

void TestJournal::showsADamagedAttachment()
{
    const QString name = m_journal->putBlob("evidence").value();
    m_journal.reset();
    QVERIFY(runSql(file(), "UPDATE blobs SET bytes = x'00'"));
    m_journal = SqliteJournal::open(file(), Mode::ReadWrite).value();
    QCOMPARE(m_journal->blob(name).problem().kind, Problem::Kind::Damaged);
}

void TestJournal::readsBesideAWriter()
{
    const auto events = m_maker->notes(6);
    QVERIFY(m_journal->append(events.first(2)).ok());
    const auto reader = SqliteJournal::open(file(), Mode::ReadOnly).value();
    QVERIFY(reader->isReadOnly());
    QCOMPARE(idsOf(*reader), idsOf(events.first(2)));
    QVERIFY(m_journal->append(events.sliced(2)).ok());
    QCOMPARE(idsOf(*reader), idsOf(events));
    QVERIFY(reader->verify().value().ok());
    QCOMPARE(reader->search(u"number 5"_s, 5).value().size(), 1);
}

// Closing any handle of a file drops all locks that its process holds on it (POSIX): another process could then take the
// file for unused and remove the log under the writer.
void TestJournal::readingDropsNoLockOfTheWriter()
{
    QVERIFY(m_journal->append(m_maker->notes(1)).ok());
    SqliteJournal::open(file(), Mode::ReadOnly).value().reset();
    QCOMPARE(SqliteJournal::open(file(), Mode::ReadWrite).problem().code, u"open-elsewhere"_s);
    const int descriptor = ::open(QFile::encodeName(file()).constData(), O_RDWR | O_CLOEXEC);
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_start = 0x40000002; // SQLite's shared range
    lock.l_len = 510;
    QCOMPARE(::fcntl(descriptor, F_OFD_GETLK, &lock), 0);
    ::close(descriptor);
    QCOMPARE(int(lock.l_type), F_RDLCK);
}

void TestJournal::writesNothingReadOnly()
{
    QVERIFY(m_journal->append(m_maker->notes(2)).ok());
    m_journal.reset();
    const auto reader = SqliteJournal::open(file(), Mode::ReadOnly).value();
    QCOMPARE(reader->append(m_maker->notes(1)).problem().code, u"read-only"_s);
    QCOMPARE(reader->putBlob("x").problem().code, u"read-only"_s);
    QCOMPARE(reader->head().value().count, 2);
}

void TestJournal::readOnlyLeavesNothingBehind()
{
    QVERIFY(m_journal->append(m_maker->notes(2)).ok());
    m_journal.reset();
    const auto before = snapshot(m_folder->path());
    QVERIFY(SqliteJournal::open(file(), Mode::ReadOnly).value()->verify().value().ok());
    QVERIFY(snapshot(m_folder->path()) == before);
}

void TestJournal::keepsFullDurability()
{
    QVERIFY(m_journal->append(m_maker->notes(1)).ok());
    QCOMPARE(sqlValue(file(), "PRAGMA journal_mode"), "wal");
    QCOMPARE(sqlValue(file(), "PRAGMA application_id"), QByteArray::number(0x46495245));
    QCOMPARE(sqlValue(file(), "PRAGMA foreign_key_check"), "");
}

void TestJournal::backsUpWhileOpen()
{
    const auto events = m_maker->notes(5);
    QVERIFY(m_journal->append(events).ok());
    const QString copy = file(u"it's a copy"_s);
    QVERIFY(m_journal->backup(copy).ok());
    QVERIFY(m_journal->append(m_maker->notes(3)).ok());
    auto restored = SqliteJournal::open(copy, Mode::ReadWrite).value();
    QCOMPARE(idsOf(*restored), idsOf(events));
    QVERIFY(restored->verify().value().ok());
    QCOMPARE(restored->search(u"checkout"_s, 50).value().size(), 5);
    restored.reset();
    QVERIFY(m_journal->backup(copy).ok());
    restored = SqliteJournal::open(copy, Mode::ReadWrite).value();
    QCOMPARE(restored->head().value().count, 8);
    QCOMPARE(QFileInfo(copy).permissions(), QFileInfo(file()).permissions());
    QCOMPARE(m_journal->backup(m_folder->filePath(u"none/copy"_s)).problem().kind, Problem::Kind::Io);
}

void TestJournal::makesTheIndexAnew()
{
    QVERIFY(m_journal->append(m_maker->notes(5)).ok());
    m_journal.reset();
    JournalSettings settings;
    settings.entryText = [](const Event &event) { return u"device "_s + event.device; };
    ++settings.entryTextVersion;
    m_journal = SqliteJournal::open(file(), Mode::ReadWrite, settings).value();
    QCOMPARE(m_journal->search(u"checkout"_s, 50).value().size(), 0);
    QCOMPARE(m_journal->search(u"device"_s, 50).value().size(), 5);
}

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
