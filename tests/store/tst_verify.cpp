// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqlitejournal.h"
#include "storefixture.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace fireline::domain;
using namespace fireline::store;
using namespace Qt::StringLiterals;
using Mode = SqliteJournal::Mode;

/// Whoever can write the file can change it; verify() tells that it was, and where first.
class TestVerify : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void findsAChangedByteInAnyColumn_data();
    void findsAChangedByteInAnyColumn();
    void findsOtherChanges_data();
    void findsOtherChanges();
    void namesWhatIsNoEventAnyMore();
    void seesAnotherSpellingOfACharacter();
    void verifiesAnExportedLog();

private:
    [[nodiscard]] VerifyReport verify() const;
    [[nodiscard]] QString path() const { return m_folder->filePath(u"a.fireline"_s); }

    QTemporaryDir m_original{fastFolderTemplate()};
    std::unique_ptr<QTemporaryDir> m_folder;
    QList<Event> m_events;
};

namespace {

constexpr int Count = 30;
const char *const Columns[] = {"seq",         "id",      "incident",    "type",        "occurred_us",
                               "recorded_us", "hlc_us",  "hlc_counter", "recorded_by", "device",
                               "device_seq",  "payload", "prev_hash",   "hash",        "record_hash"};

} // namespace

void TestVerify::initTestCase()
{
    m_events = EventMaker().notes(Count);
    const auto journal = SqliteJournal::create(m_original.filePath(u"a.fireline"_s)).value();
    QVERIFY(journal->append(m_events).ok());
}

void TestVerify::init()
{
    m_folder = std::make_unique<QTemporaryDir>(fastFolderTemplate());
    QVERIFY(QFile::copy(m_original.filePath(u"a.fireline"_s), path()));
}

VerifyReport TestVerify::verify() const
{
    const auto journal = SqliteJournal::open(path(), Mode::ReadOnly);
    if (!journal.ok())
        return {-1, VerifyReport::Bad{{}, -1, journal.problem().text + journal.problem().detail}};
    const auto report = journal.value()->verify();
    return report.ok() ? report.value() : VerifyReport{-1, VerifyReport::Bad{{}, -1, report.problem().text}};
}

void TestVerify::findsAChangedByteInAnyColumn_data()
{
    QTest::addColumn<QByteArray>("column");
    for (const char *column : Columns)
        QTest::newRow(column) << QByteArray(column);
}

// One bit or one whole byte of one value of one row, at random; numbers are changed in one of their bytes too.
void TestVerify::findsAChangedByteInAnyColumn()
{
    QFETCH(QByteArray, column);
    std::mt19937 random(qHash(column) & 0xffffU);
    for (int round = 0; round < 12; ++round) {
        init();
        const auto row = int(1 + random() % Count);
        const QByteArray place = " FROM events WHERE seq=" + QByteArray::number(row);
        const QByteArray kind = sqlValue(path(), "SELECT typeof(" + column + ")" + place);
        QByteArray changed;
        if (kind == "integer") {
            const qint64 value = sqlValue(path(), "SELECT " + column + place).toLongLong();
            changed = QByteArray::number(value ^ (qint64(1 + random() % 255) << (8 * (random() % 7))));
        } else {
            QByteArray bytes = QByteArray::fromHex(sqlValue(path(), "SELECT hex(" + column + ")" + place));
            const auto at = qsizetype(random() % quint64(bytes.size()));
            bytes[at] = char(bytes[at] ^ char(1 + random() % 255));
            changed = "CAST(x'" + bytes.toHex() + "' AS " + (kind == "text" ? "TEXT" : "BLOB") + ")";
        }
        QVERIFY(runSql(path(), "PRAGMA foreign_keys=OFF; UPDATE events SET " + column + "=" + changed
                                   + " WHERE seq=" + QByteArray::number(row)));
        const auto report = verify();
        const QString what = u"%1 of row %2 := %3"_s.arg(QString::fromLatin1(column)).arg(row).arg(QString::fromLatin1(changed));
        QVERIFY2(!report.ok(), qPrintable(what));
        QVERIFY2(!report.firstBad->reason.isEmpty(), qPrintable(what));
        QCOMPARE(report.events, Count);
        if (column == "seq") { // it stands elsewhere now; what is named is the first row out of place
            QVERIFY2(!report.firstBad->id.isEmpty(), qPrintable(what));
            continue;
        }
        QVERIFY2(report.firstBad->seq == row, qPrintable(what + u": "_s + report.firstBad->reason));
        if (column != "id")
            QCOMPARE(report.firstBad->id, m_events[row - 1].id);
    }
}

void TestVerify::findsOtherChanges_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("named"); // the event that must be named; 0: none can be
    const QByteArray columns = "id, incident, type, occurred_us, recorded_us, hlc_us, hlc_counter, recorded_by, device, "
                               "device_seq, payload, prev_hash, hash, record_hash";
    QTest::newRow("nothing") << QByteArray() << -1;
    QTest::newRow("removed tail") << QByteArray("DELETE FROM events WHERE seq > 27") << 27;
    QTest::newRow("removed tail of one") << QByteArray("DELETE FROM events WHERE seq = 30") << 29;
    QTest::newRow("removed middle") << QByteArray("DELETE FROM events WHERE seq = 12") << 13;
    QTest::newRow("removed middle, closed up")
        << QByteArray("DELETE FROM events WHERE seq = 12; UPDATE events SET seq = seq - 1 WHERE seq > 12") << 13;
    QTest::newRow("removed start") << QByteArray("DELETE FROM events WHERE seq = 1") << 2;
    QTest::newRow("all removed") << QByteArray("DELETE FROM events") << 0;
    QTest::newRow("rows of two consoles swapped") << QByteArray("UPDATE events SET seq = -8 WHERE seq = 8; UPDATE events SET seq "
                                                                "= 8 WHERE seq = 9; UPDATE events SET seq = 9 WHERE seq = -8")
                                                  << 9;
    QTest::newRow("distant rows swapped") << QByteArray("UPDATE events SET seq = -4 WHERE seq = 4; UPDATE events SET seq = 4 "
                                                        "WHERE seq = 20; UPDATE events SET seq = 20 WHERE seq = -4")
                                          << 20;
    QTest::newRow("row doubled at the end") << QByteArray(
        "DROP INDEX events_by_author; INSERT INTO events(seq, " + columns
        + ") SELECT 31, randomblob(16), incident, type, occurred_us, recorded_us, hlc_us, hlc_counter, recorded_by, device, "
          "device_seq, payload, prev_hash, hash, record_hash FROM events WHERE seq = 30")
                                            << 0;
    QTest::newRow("head says fewer") << QByteArray("UPDATE meta SET value = '29' || substr(value, 3) WHERE key = 'head'") << 30;
    QTest::newRow("head says more") << QByteArray("UPDATE meta SET value = '31' || substr(value, 3) WHERE key = 'head'") << 30;
    QTest::newRow("head's hash") << QByteArray("UPDATE meta SET value = '30 ' || hex(randomblob(32)) WHERE key = 'head'") << 30;
    QTest::newRow("head is nonsense") << QByteArray("UPDATE meta SET value = 'x' WHERE key = 'head'") << 30;
    QTest::newRow("head is gone") << QByteArray("DELETE FROM meta WHERE key = 'head'") << 30;
}

void TestVerify::findsOtherChanges()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, named);
    QVERIFY(runSql(path(), "PRAGMA foreign_keys=OFF; " + sql));
    const auto report = verify();
    QCOMPARE(report.ok(), named < 0);
    if (named > 0)
        QCOMPARE(report.firstBad->id, m_events[named - 1].id);
    if (named >= 0)
        QVERIFY(!report.firstBad->reason.isEmpty());
}

void TestVerify::namesWhatIsNoEventAnyMore()
{
    QVERIFY(runSql(path(), "PRAGMA ignore_check_constraints=ON; UPDATE events SET hash = x'00', hlc_counter = -5 WHERE seq = 6"));
    const auto report = verify();
    QCOMPARE(report.firstBad->id, m_events[5].id);
    QCOMPARE(report.events, Count);
    const auto journal = SqliteJournal::open(path(), Mode::ReadOnly).value();
    int read = 0;
    const auto stopped = journal->read(0, [&](qint64, const Event &) { return ++read > 0; });
    QCOMPARE(stopped.problem().kind, Problem::Kind::Damaged);
    QVERIFY(stopped.problem().detail.contains(m_events[5].id));
    QCOMPARE(read, 5);
}

// F3 A9 is no UTF-8, but SQLite reads it as C3 A9.
void TestVerify::seesAnotherSpellingOfACharacter()
{
    QVERIFY(
        runSql(path(), "UPDATE events SET recorded_by = CAST(replace(hex(recorded_by), 'C3B1', 'F3B1') AS TEXT) WHERE seq = 0"));
    QVERIFY(verify().ok());
    QVERIFY(runSql(path(), "UPDATE events SET recorded_by = CAST(x'61F3B1F3B161' AS TEXT) WHERE seq = 3"));
    QCOMPARE(verify().firstBad->id, m_events[2].id);
}

void TestVerify::verifiesAnExportedLog()
{
    EventVerifier whole;
    EventVerifier holed;
    for (int n = 0; n < Count; ++n) {
        whole.add(n + 1, m_events[n]);
        if (n != 4)
            holed.add(n + 1, m_events[n]);
    }
    QVERIFY(whole.finish().ok());
    QCOMPARE(holed.finish().firstBad->id, m_events[5].id);
}

QTEST_APPLESS_MAIN(TestVerify)
#include "tst_verify.moc"
