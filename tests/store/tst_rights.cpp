// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqlitejournal.h"
#include "storefixture.h"

#include <QFile>
#include <QScopeGuard>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace fireline::domain;
using namespace fireline::store;
using namespace Qt::StringLiterals;
using Mode = SqliteJournal::Mode;

/// Files and folders one may not read or write; root may everything, so this runs as somebody else.
class TestRights : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void refuses_data();
    void refuses();
};

void TestRights::initTestCase()
{
    if (::geteuid() == 0)
        QSKIP("missing: another user, root may read and write everything: run this as another user "
              "(tests/support/unprivileged.sh)");
}

void TestRights::refuses_data()
{
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<QString>("writing");
    QTest::addColumn<QString>("reading");
    const QString none;
    QTest::newRow("file not readable") << 0200 << 0700 << u"no-read-right"_s << u"no-read-right"_s;
    QTest::newRow("file not writable") << 0400 << 0700 << u"no-write-right"_s << none;
    QTest::newRow("folder not writable") << 0600 << 0500 << u"no-write-right"_s << none;
    QTest::newRow("neither writable") << 0400 << 0500 << u"no-write-right"_s << none;
}

void TestRights::refuses()
{
    QFETCH(int, fileMode);
    QFETCH(int, folderMode);
    QFETCH(QString, writing);
    QFETCH(QString, reading);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    {
        const auto journal = SqliteJournal::create(path).value();
        QVERIFY(journal->append(EventMaker().notes(4)).ok());
    }
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode_t(fileMode)), 0);
    QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), mode_t(folderMode)), 0);
    const auto open = qScopeGuard([&] { ::chmod(QFile::encodeName(folder.path()).constData(), 0700); });
    const auto before = snapshot(folder.path());

    const auto writer = SqliteJournal::open(path, Mode::ReadWrite);
    QVERIFY(!writer.ok());
    QCOMPARE(writer.problem().code, writing);
    QVERIFY(snapshot(folder.path()) == before);

    const auto reader = SqliteJournal::open(path, Mode::ReadOnly);
    QCOMPARE(reader.ok() ? QString() : reader.problem().code, reading);
    if (reader.ok()) {
        QVERIFY(reader.value()->verify().value().ok());
        QCOMPARE(reader.value()->head().value().count, 4);
    }
    QVERIFY(snapshot(folder.path()) == before);
    if (folderMode == 0500)
        QCOMPARE(SqliteJournal::create(folder.filePath(u"new"_s)).problem().code, u"no-write-right"_s);
}

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
