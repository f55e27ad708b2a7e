// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftkeeper.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using fireline::domain::Instant;
using fireline::window::Draft;
using fireline::window::DraftKeeper;
using fireline::window::Drafts;

/// The line being typed outlives the program; what became an entry does not come back.
class TestDraftKeeper : public QObject
{
    Q_OBJECT
private slots:
    void theLatestIsThereAgain();
    void whatWasPutAsideIsThereAgain();
    void anEmptyLineRemovesIt();
    void garbageIsNone_data();
    void garbageIsNone();
    void withoutAFolderNothingIsKept();
    void aFolderThatCannotBeMadeIsToldOnce();
};

void TestDraftKeeper::theLatestIsThereAgain()
{
    const QTemporaryDir folder;
    const Instant begun = *Instant::fromRfc3339(u"2025-03-04T02:41:00Z"_s);
    {
        DraftKeeper keeper(folder.path(), u"i1"_s);
        for (const QString &line : {u"p"_s, u"po"_s, u"pod „A“\nrestarted"_s})
            keeper.keep({{line, begun}, {}});
    }
    const Drafts left = DraftKeeper(folder.path(), u"i1"_s).left();
    QCOMPARE(left.typed.line, u"pod „A“\nrestarted"_s);
    QCOMPARE(left.typed.begun, begun);
    QVERIFY(left.waiting.isEmpty());
    QVERIFY(DraftKeeper(folder.path(), u"i2"_s).left().isEmpty());
    const auto rights = QFile(folder.filePath(u"drafts/i1.json"_s)).permissions();
    QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestDraftKeeper::whatWasPutAsideIsThereAgain()
{
    const QTemporaryDir folder;
    const Instant begun = *Instant::fromRfc3339(u"2025-03-04T02:41:00Z"_s);
    const Drafts both{{u"pod"_s, begun}, {{u"first"_s, begun}, {u"second"_s, begun}}};
    const Drafts aside{{}, both.waiting};
    DraftKeeper keeper(folder.path(), u"i1"_s);
    for (const Drafts &drafts : {both, aside}) {
        keeper.keep(drafts);
        keeper.flush();
        QCOMPARE(DraftKeeper(folder.path(), u"i1"_s).left(), drafts);
    }
}

void TestDraftKeeper::anEmptyLineRemovesIt()
{
    const QTemporaryDir folder;
    {
        DraftKeeper keeper(folder.path(), u"i1"_s);
        keeper.keep({{u"pod"_s, {}}, {}});
        keeper.keep({});
    }
    QVERIFY(DraftKeeper(folder.path(), u"i1"_s).left().isEmpty());
    QVERIFY(!QFile::exists(folder.filePath(u"drafts/i1.json"_s)));
}

void TestDraftKeeper::garbageIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no json") << QByteArray("\x00\xff\x12", 3);
    QTest::newRow("no line") << QByteArray("{\"begun\":\"2025-03-04T02:41:00Z\"}");
    QTest::newRow("a number") << QByteArray("{\"line\":5}");
    QTest::newRow("nothing waiting") << QByteArray("{\"line\":\"\",\"waiting\":[5,{\"line\":\"\"},\"x\"]}");
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
    QVERIFY(DraftKeeper(folder.path(), u"i1"_s).left().isEmpty());
}

void TestDraftKeeper::withoutAFolderNothingIsKept()
{
    DraftKeeper keeper({}, u"i1"_s);
    keeper.keep({{u"pod"_s, {}}, {}});
    QVERIFY(keeper.left().isEmpty());
}

void TestDraftKeeper::aFolderThatCannotBeMadeIsToldOnce()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"drafts"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    DraftKeeper keeper(folder.path(), u"i1"_s);
    QSignalSpy problems(&keeper, &DraftKeeper::problemOccurred);
    for (const QString &line : {u"p"_s, u"po"_s, u"pod"_s}) {
        keeper.keep({{line, {}}, {}});
        keeper.flush();
        QCoreApplication::sendPostedEvents();
    }
    QCOMPARE(problems.size(), 1);
    QVERIFY(keeper.left().isEmpty());
}

QTEST_GUILESS_MAIN(TestDraftKeeper)
#include "tst_draftkeeper.moc"
