// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftfile.h"
#include "draftkeeper.h"
#include "statefiles.h"

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
using fireline::window::StateFiles;
using fireline::window::writeDraft;

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
        StateFiles files(writeDraft);
        DraftKeeper keeper(files, folder.path(), u"i1"_s);
        for (const QString &line : {u"p"_s, u"po"_s, u"pod „A“\nrestarted"_s})
            keeper.keep({{line, begun}, {}});
    }
    const Drafts left = DraftKeeper::left(folder.path(), u"i1"_s);
    QCOMPARE(left.typed.line, u"pod „A“\nrestarted"_s);
    QCOMPARE(left.typed.begun, begun);
    QVERIFY(left.waiting.isEmpty());
    QVERIFY(DraftKeeper::left(folder.path(), u"i2"_s).isEmpty());
    const auto rights = QFile(folder.filePath(u"drafts/i1.json"_s)).permissions();
    QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestDraftKeeper::whatWasPutAsideIsThereAgain()
{
    const QTemporaryDir folder;
    const Instant begun = *Instant::fromRfc3339(u"2025-03-04T02:41:00Z"_s);
    const Drafts both{{u"pod"_s, begun}, {{u"first"_s, begun}, {u"second"_s, begun}}};
    const Drafts aside{{}, both.waiting};
    StateFiles files(writeDraft);
    DraftKeeper keeper(files, folder.path(), u"i1"_s);
    for (const Drafts &drafts : {both, aside}) {
        keeper.keep(drafts);
        files.flush();
        QCOMPARE(DraftKeeper::left(folder.path(), u"i1"_s), drafts);
    }
}

void TestDraftKeeper::anEmptyLineRemovesIt()
{
    const QTemporaryDir folder;
    {
        StateFiles files(writeDraft);
        DraftKeeper keeper(files, folder.path(), u"i1"_s);
        keeper.keep({{u"pod"_s, {}}, {}});
        keeper.keep({});
    }
    QVERIFY(DraftKeeper::left(folder.path(), u"i1"_s).isEmpty());
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
    QVERIFY(DraftKeeper::left(folder.path(), u"i1"_s).isEmpty());
}

void TestDraftKeeper::withoutAFolderNothingIsKept()
{
    StateFiles files(writeDraft);
    DraftKeeper keeper(files, {}, u"i1"_s);
    keeper.keep({{u"pod"_s, {}}, {}});
    QVERIFY(DraftKeeper::left({}, u"i1"_s).isEmpty());
}

void TestDraftKeeper::aFolderThatCannotBeMadeIsToldOnce()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"drafts"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    StateFiles files(writeDraft);
    DraftKeeper keeper(files, folder.path(), u"i1"_s);
    QSignalSpy problems(&files, &StateFiles::problemOccurred);
    for (const QString &line : {u"p"_s, u"po"_s, u"pod"_s}) {
        keeper.keep({{line, {}}, {}});
        files.flush();
        QCoreApplication::sendPostedEvents();
    }
    QCOMPARE(problems.size(), 1);
    QVERIFY(DraftKeeper::left(folder.path(), u"i1"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestDraftKeeper)
#include "tst_draftkeeper.moc"
