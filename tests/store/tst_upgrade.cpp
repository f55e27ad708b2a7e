// SPDX-License-Identifier: GPL-3.0-or-later
#include "../bench/bareappend.h"
#include "sqlite/sqlitejournal.h"
#include "storefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace fireline::domain;
using namespace fireline::store;
using namespace Qt::StringLiterals;
using Mode = SqliteJournal::Mode;

/// Files of every older format, made by the SQL kept in tests/data/store, open as if written today.
class TestUpgrade : public QObject
{
    Q_OBJECT
private slots:
    void bringsOldFilesUp_data();
    void bringsOldFilesUp();
    void readsOldFilesAsTheyAre_data() { bringsOldFilesUp_data(); }
    void readsOldFilesAsTheyAre();
    void knowsEveryOlderFormat();
    void goesOnWhereItStopped();
    void theBenchmarkWritesThisFormat();

private:
    static bool makeOld(int format, const QString &path);
};

namespace {

int currentFormat()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"new"_s);
    return SqliteJournal::create(path).ok() ? sqlValue(path, "PRAGMA user_version").toInt() : -1;
}

} // namespace

bool TestUpgrade::makeOld(int format, const QString &path)
{
    QFile sql(QStringLiteral(FIRELINE_SOURCE_DIR "/tests/data/store/format-%1.sql").arg(format));
    return sql.open(QIODevice::ReadOnly) && runSql(path, sql.readAll());
}

void TestUpgrade::knowsEveryOlderFormat()
{
    const QStringList kept = QDir(QStringLiteral(FIRELINE_SOURCE_DIR "/tests/data/store")).entryList({u"format-*.sql"_s});
    QCOMPARE(kept.size(), currentFormat() - 1);
}

void TestUpgrade::bringsOldFilesUp_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("format 1") << 1;
    QTest::newRow("format 2") << 2;
    QTest::newRow("format 3") << 3;
}

void TestUpgrade::bringsOldFilesUp()
{
    QFETCH(int, format);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    QVERIFY(makeOld(format, path));
    {
        const auto journal = SqliteJournal::open(path, Mode::ReadWrite).value();
        QCOMPARE(journal->head().value().count, 3);
        QVERIFY(journal->verify().value().ok());
        QCOMPARE(journal->search(u"checkout"_s, 9).value().size(), 3);
        QVERIFY(journal->putBlob("a picture").ok());
        QCOMPARE(journal->outboxCount().value(), 3);
    }
    QCOMPARE(sqlValue(path, "PRAGMA user_version").toInt(), currentFormat());
    const QString kept = path + u".before-format-%1"_s.arg(format);
    QCOMPARE(sqlValue(kept, "PRAGMA user_version").toInt(), format);
    QCOMPARE(sqlValue(kept, "SELECT count(*) FROM events"), "3");
    QVERIFY(SqliteJournal::open(kept, Mode::ReadOnly).value()->verify().value().ok());
}

void TestUpgrade::readsOldFilesAsTheyAre()
{
    QFETCH(int, format);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    QVERIFY(makeOld(format, path));
    const auto before = snapshot(folder.path());
    {
        const auto journal = SqliteJournal::open(path, Mode::ReadOnly).value();
        QVERIFY(journal->verify().value().ok());
        const auto found = journal->search(u"checkout"_s, 9);
        if (format < 3)
            QCOMPARE(found.problem().code, u"older-file"_s);
        else
            QCOMPARE(found.value().size(), 3);
    }
    QVERIFY(snapshot(folder.path()) == before);
}

// Only the first of the missing steps was finished when the program ended.
void TestUpgrade::goesOnWhereItStopped()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    QVERIFY(makeOld(1, path));
    QVERIFY(runSql(path, "CREATE TABLE blobs(sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32), bytes BLOB NOT NULL) STRICT; "
                         "PRAGMA user_version=2"));
    const auto journal = SqliteJournal::open(path, Mode::ReadWrite);
    QVERIFY2(journal.ok(), journal.ok() ? "" : qPrintable(journal.problem().detail));
    QVERIFY(journal.value()->verify().value().ok());
    QCOMPARE(journal.value()->search(u"checkout"_s, 9).value().size(), 3);
}

/// A benchmark that writes with SQLite alone knows the tables by itself.
void TestUpgrade::theBenchmarkWritesThisFormat()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bare"_s);
    QVERIFY(SqliteJournal::create(path).ok());
    QVERIFY(fireline::bench::appendBare(path, EventMaker().notes(3)) >= 0);
    QCOMPARE(sqlValue(path, "SELECT (SELECT count(*) FROM events) || (SELECT count(*) FROM outbox)"), QByteArray("33"));
}

QTEST_APPLESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
