// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/setaside.h"
#include "sqlite/sqlitejournal.h"
#include "storefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <functional>

#include <sys/stat.h>
#include <unistd.h>

using namespace fireline::domain;
using namespace fireline::store;
using namespace Qt::StringLiterals;
using Mode = SqliteJournal::Mode;
using Kind = Problem::Kind;

/// Whatever is not a sound file of ours is refused in one sentence, and nothing on the disk changes.
class TestRefusals : public QObject
{
    Q_OBJECT
private slots:
    void refuses_data();
    void refuses();
    void readsANewerFileThatAllowsIt();
    void saysWhoHasItOpen();
    void takesOverFromADeadProcess();
    void refusesNetworkShares_data();
    void refusesNetworkShares();
    void createsOnlyAtAFreePlace();
    void setsADamagedFileAside();
    void followsALinkToTheSameFile();
};

namespace {

using Spoil = std::function<bool(const QString &path)>;

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool makeSound(const QString &path, int events = 40)
{
    const auto journal = SqliteJournal::create(path);
    return journal.ok() && journal.value()->append(EventMaker().notes(events)).ok();
}

// Overwrites a part of a sound file, counted from its middle page on.
bool scratch(const QString &path)
{
    if (!makeSound(path))
        return false;
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(2 * 4096) && file.write(QByteArray(4096 * 6, '\x5a')) > 0;
}

bool cut(const QString &path, qint64 size)
{
    return makeSound(path) && QFile::resize(path, size);
}

bool makeNewer(const QString &path, const QByteArray &minReader)
{
    return makeSound(path)
           && runSql(path, "PRAGMA user_version=99; UPDATE meta SET value='" + minReader
                               + "' WHERE key='min_reader'; UPDATE meta SET value='7.5' WHERE key='writer'");
}

// As a program leaves it that was killed: all of the change is still in the log.
bool makeNewerInTheLog(const QString &path)
{
    if (!makeSound(path))
        return false;
    QTemporaryDir elsewhere;
    const QString copy = elsewhere.filePath(u"x"_s);
    QFile::copy(path, copy);
    const auto journal = SqliteJournal::open(copy, Mode::ReadWrite);
    return runSql(copy, "PRAGMA user_version=99; UPDATE meta SET value='9' WHERE key='min_reader'") && QFile::remove(path)
           && QFile::copy(copy, path) && QFile::copy(copy + u"-wal"_s, path + u"-wal"_s);
}

} // namespace

Q_DECLARE_METATYPE(Spoil)
Q_DECLARE_METATYPE(Kind)

void TestRefusals::refuses_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const Spoil &spoil, Kind kind, const QString &code, const QString &says) {
        QTest::newRow(name) << spoil << kind << code << says;
    };
    row(
        "no file", [](const QString &) { return true; }, Kind::NotFound, u"no-file"_s, u"no file"_s);
    row(
        "directory", [](const QString &path) { return QDir().mkdir(path); }, Kind::Io, u"is-directory"_s, u"folder"_s);
    row(
        "pipe", [](const QString &path) { return ::mkfifo(QFile::encodeName(path).constData(), 0600) == 0; }, Kind::Io,
        u"not-a-file"_s, u"ordinary"_s);
    row(
        "link to nothing", [](const QString &path) { return QFile::link(path + u".gone"_s, path); }, Kind::NotFound, u"no-file"_s,
        u"no file"_s);
    row(
        "empty", [](const QString &path) { return writeFile(path, {}); }, Kind::Parse, u"not-fireline"_s,
        u"not a Fireline file"_s);
    row(
        "garbage", [](const QString &path) { return writeFile(path, QByteArray(9000, 'g')); }, Kind::Parse, u"not-fireline"_s,
        u"not a Fireline file"_s);
    row(
        "short garbage", [](const QString &path) { return writeFile(path, "SQLite"); }, Kind::Parse, u"not-fireline"_s,
        u"not a Fireline file"_s);
    row(
        "foreign database", [](const QString &path) { return runSql(path, "CREATE TABLE events(a)"); }, Kind::Parse,
        u"foreign-file"_s, u"another program"_s);
    row(
        "foreign, with another id",
        [](const QString &path) { return runSql(path, "PRAGMA application_id=77; CREATE TABLE meta(a)"); }, Kind::Parse,
        u"foreign-file"_s, u"another program"_s);
    row(
        "our id, nothing of ours",
        [](const QString &path) { return runSql(path, "PRAGMA application_id=1179210309; CREATE TABLE a(b)"); }, Kind::Damaged,
        u"damaged-file"_s, u"damaged"_s);
    row(
        "newer", [](const QString &path) { return makeNewer(path, "9"); }, Kind::Newer, u"newer-file"_s, u"Fireline 7.5"_s);
    row("newer, still in the log", makeNewerInTheLog, Kind::Newer, u"newer-file"_s, u"newer"_s);
    row(
        "cut to its head", [](const QString &path) { return cut(path, 60); }, Kind::Damaged, u"damaged-file"_s, u"damaged"_s);
    row(
        "cut to a page", [](const QString &path) { return cut(path, 4096); }, Kind::Damaged, u"damaged-file"_s, u"damaged"_s);
    row(
        "cut by a byte", [](const QString &path) { return makeSound(path) && QFile::resize(path, QFileInfo(path).size() - 1); },
        Kind::Damaged, u"damaged-file"_s, u"Set it aside"_s);
    row("pages overwritten", scratch, Kind::Damaged, u"damaged-file"_s, u"Set it aside"_s);
}

void TestRefusals::refuses()
{
    QFETCH(Spoil, spoil);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    QVERIFY(spoil(path));
    const auto before = snapshot(folder.path());
    for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly}) {
        const auto refused = SqliteJournal::open(path, mode);
        QVERIFY(!refused.ok());
        QTEST(refused.problem().code, "code");
        QTEST(refused.problem().kind, "kind");
        QFETCH(QString, says);
        QVERIFY2(refused.problem().text.contains(says) && refused.problem().text.contains(path),
                 qPrintable(refused.problem().text));
        if (mode == Mode::ReadOnly && QFile::exists(path + u"-wal"_s))
            QFile::remove(path + u"-shm"_s); // a reader may not lock the file, and so may not tidy up beside it
        const auto after = snapshot(folder.path());
        for (const auto &[name, content] : after)
            QVERIFY2(before.contains(name) && before.at(name) == content, qPrintable(name));
        QCOMPARE(after.size(), before.size());
    }
}

void TestRefusals::readsANewerFileThatAllowsIt()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    QVERIFY(makeNewer(path, "1"));
    const auto before = snapshot(folder.path());
    const auto refused = SqliteJournal::open(path, Mode::ReadWrite);
    QCOMPARE(refused.problem().code, u"newer-file"_s);
    QVERIFY(refused.problem().text.contains(u"read-only"_s));
    {
        const auto reader = SqliteJournal::open(path, Mode::ReadOnly).value();
        QCOMPARE(reader->head().value().count, 40);
        QVERIFY(reader->verify().value().ok());
        QCOMPARE(reader->append(EventMaker(9).notes(1)).problem().code, u"read-only"_s);
    }
    QVERIFY(snapshot(folder.path()) == before);
}

void TestRefusals::saysWhoHasItOpen()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    const auto holder = SqliteJournal::create(path).value();
    const auto refused = SqliteJournal::open(path, Mode::ReadWrite);
    QCOMPARE(refused.problem().kind, Kind::Locked);
    QCOMPARE(refused.problem().code, u"open-elsewhere"_s);
    QVERIFY(refused.problem().text.contains(QString::number(QCoreApplication::applicationPid())));
    QVERIFY(refused.problem().text.contains(u"read-only"_s));
    QVERIFY(SqliteJournal::open(path, Mode::ReadOnly).ok());
    QVERIFY(holder->append(EventMaker().notes(1)).ok());
}

void TestRefusals::takesOverFromADeadProcess()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    QVERIFY(makeSound(path));
    QVERIFY(writeFile(path + u".lock"_s, "1\nthis-host\n")); // process 1 lives, but holds no lock
    QVERIFY(SqliteJournal::open(path, Mode::ReadWrite).ok());
    QVERIFY(!QFile::exists(path + u".lock"_s));
}

void TestRefusals::refusesNetworkShares_data()
{
    QTest::addColumn<quint64>("magic");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("name");
    QTest::newRow("nfs") << quint64(0x6969) << QByteArray("nfs4") << u"NFS"_s;
    QTest::newRow("cifs") << quint64(0xFF534D42) << QByteArray("cifs") << u"CIFS"_s;
    QTest::newRow("smb2") << quint64(0xFE534D42) << QByteArray("cifs") << u"SMB2"_s;
    QTest::newRow("9p") << quint64(0x01021997) << QByteArray("9p") << u"9P"_s;
    QTest::newRow("sshfs") << quint64(0x65735546) << QByteArray("fuse.sshfs") << u"fuse.sshfs"_s;
    QTest::newRow("fuse of a kind we do not know") << quint64(0x65735546) << QByteArray("fuse.new") << u"fuse.new"_s;
    QTest::newRow("fuse without a type") << quint64(0x65735546) << QByteArray() << u"FUSE"_s;
    QTest::newRow("ntfs by fuse is local") << quint64(0x65735546) << QByteArray("fuseblk") << QString();
    QTest::newRow("ext4") << quint64(0xEF53) << QByteArray("ext4") << QString();
    QTest::newRow("tmpfs") << quint64(0x01021994) << QByteArray("tmpfs") << QString();
    QTest::newRow("btrfs") << quint64(0x9123683E) << QByteArray("btrfs") << QString();
}

void TestRefusals::refusesNetworkShares()
{
    QFETCH(quint64, magic);
    QFETCH(QByteArray, type);
    QFETCH(QString, name);
    QCOMPARE(networkShareName(magic, type), name);

    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    JournalSettings settings;
    settings.shareOf = [&](const QString &) { return networkShareName(magic, type); };
    if (name.isEmpty()) {
        QVERIFY(SqliteJournal::create(path, settings).ok());
        return;
    }
    QCOMPARE(SqliteJournal::create(path, settings).problem().code, u"network-share"_s);
    QVERIFY(snapshot(folder.path()).empty());
    QVERIFY(makeSound(path));
    const auto before = snapshot(folder.path());
    const auto refused = SqliteJournal::open(path, Mode::ReadWrite, settings);
    QCOMPARE(refused.problem().code, u"network-share"_s);
    QVERIFY(refused.problem().text.contains(name));
    QVERIFY(snapshot(folder.path()) == before);
}

void TestRefusals::createsOnlyAtAFreePlace()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    QVERIFY(writeFile(path, "somebody's"));
    const auto before = snapshot(folder.path());
    QCOMPARE(SqliteJournal::create(path).problem().code, u"file-exists"_s);
    QCOMPARE(SqliteJournal::create(folder.path()).problem().code, u"file-exists"_s);
    QCOMPARE(SqliteJournal::create(folder.filePath(u"none/a.fireline"_s)).problem().code, u"no-folder"_s);
    QVERIFY(snapshot(folder.path()) == before);
    QVERIFY(QFile::link(folder.filePath(u"gone"_s), folder.filePath(u"link"_s)));
    QCOMPARE(SqliteJournal::create(folder.filePath(u"link"_s)).problem().code, u"file-exists"_s);
}

void TestRefusals::setsADamagedFileAside()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    const Instant now = *Instant::fromRfc3339(u"2026-02-03T04:05:06Z"_s);
    QCOMPARE(setAside(path, now).problem().code, u"no-file"_s);
    for (const QString &name : {u"a.fireline.damaged-20260203T040506Z"_s, u"a.fireline.damaged-20260203T040506Z-2"_s}) {
        QVERIFY(scratch(path));
        QVERIFY(writeFile(path + u"-wal"_s, "log"));
        auto before = snapshot(folder.path());
        QCOMPARE(setAside(path, now).value(), folder.filePath(name));
        auto after = snapshot(folder.path());
        QCOMPARE(after.size(), before.size());
        QVERIFY(after.at(name) == before.at(u"a.fireline"_s) && after.at(name + u"-wal"_s) == before.at(u"a.fireline-wal"_s));
    }
    const auto holder = SqliteJournal::create(path).value();
    QCOMPARE(setAside(path, now).problem().kind, Kind::Locked);
    QVERIFY(QFile::exists(path));
}

void TestRefusals::followsALinkToTheSameFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    const auto holder = SqliteJournal::create(path).value();
    QVERIFY(QFile::link(path, folder.filePath(u"other"_s)));
    QCOMPARE(SqliteJournal::open(folder.filePath(u"other"_s), Mode::ReadWrite).problem().code, u"open-elsewhere"_s);
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
