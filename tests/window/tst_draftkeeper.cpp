// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftkeeper.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using fireline::domain::Instant;
using fireline::window::DraftKeeper;

/// The line being typed outlives the program; what became an entry does not come back.
class TestDraftKeeper : public QObject
{
    Q_OBJECT
private slots:
    void theLatestIsThereAgain();
    void anEmptyLineRemovesIt();
    void garbageIsNone_data();
    void garbageIsNone();
    void withoutAFolderNothingIsKept();
    void aFolderThatCannotBeMadeHindersNobody();
};

void TestDraftKeeper::theLatestIsThereAgain()
{
    const QTemporaryDir folder;
    const Instant begun = *Instant::fromRfc3339(u"2025-03-04T02:41:00Z"_s);
    {
        DraftKeeper keeper(folder.path(), u"i1"_s);
        for (const QString &line : {u"p"_s, u"po"_s, u"pod „A“\nrestarted"_s})
            keeper.keep(line, begun);
    }
    const auto left = DraftKeeper(folder.path(), u"i1"_s).left();
    QVERIFY(left);
    QCOMPARE(left->line, u"pod „A“\nrestarted"_s);
    QCOMPARE(left->begun, begun);
    QVERIFY(!DraftKeeper(folder.path(), u"i2"_s).left());
    const auto rights = QFile(folder.filePath(u"drafts/i1.json"_s)).permissions();
    QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestDraftKeeper::anEmptyLineRemovesIt()
{
    const QTemporaryDir folder;
    {
        DraftKeeper keeper(folder.path(), u"i1"_s);
        keeper.keep(u"pod"_s, {});
        keeper.keep({}, {});
    }
    QVERIFY(!DraftKeeper(folder.path(), u"i1"_s).left());
}

void TestDraftKeeper::garbageIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no json") << QByteArray("\x00\xff\x12", 3);
    QTest::newRow("no line") << QByteArray("{\"begun\":\"2025-03-04T02:41:00Z\"}");
    QTest::newRow("a number") << QByteArray("{\"line\":5}");
    QTest::newRow("cut off") << QByteArray("{\"line\":\"po");
}

void TestDraftKeeper::garbageIsNone()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    QDir(folder.path()).mkpath(u"drafts"_s);
    QFile file(folder.filePath(u"drafts/i1.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QVERIFY(!DraftKeeper(folder.path(), u"i1"_s).left());
}

void TestDraftKeeper::withoutAFolderNothingIsKept()
{
    DraftKeeper keeper({}, u"i1"_s);
    keeper.keep(u"pod"_s, {});
    QVERIFY(!keeper.left());
}

void TestDraftKeeper::aFolderThatCannotBeMadeHindersNobody()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"drafts"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    DraftKeeper keeper(folder.path(), u"i1"_s);
    keeper.keep(u"pod"_s, {});
    QVERIFY(!keeper.left());
}

QTEST_GUILESS_MAIN(TestDraftKeeper)
#include "tst_draftkeeper.moc"
