// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftfile.h"
#include "statefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using fireline::window::readDraft;
using fireline::window::StateFiles;
using fireline::window::writeDraft;

/// Each call that a draft makes of the disk, refused: the words of before are whole, the refusal is told, and the next words are
/// kept once the disk is well again.
class TestDraftFile : public QObject
{
    Q_OBJECT
private slots:
    void eachCallMayFail_data();
    void eachCallMayFail();
    void whatIsGoneNeedsNoRemoving();

private:
    [[nodiscard]] static QString drafts(const QTemporaryDir &folder) { return folder.filePath(u"drafts"_s); }
    [[nodiscard]] static QString path(const QTemporaryDir &folder) { return folder.filePath(u"drafts/i1.json"_s); }
};

void TestDraftFile::eachCallMayFail_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("the folder cannot be made") << u"folder"_s << QByteArray("new");
    QTest::newRow("the file cannot be opened") << u"open"_s << QByteArray("new");
    QTest::newRow("there is no room") << u"write"_s << QByteArray("new");
    QTest::newRow("there is no room for much") << u"write"_s << QByteArray(1024 * 1024, 'x');
    QTest::newRow("it cannot take the place of the old one") << u"rename"_s << QByteArray("new");
    QTest::newRow("it cannot be removed") << u"rename"_s << QByteArray();
}

void TestDraftFile::eachCallMayFail()
{
    QFETCH(const QString, call);
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    const QString beside = path(folder) + u".new"_s;
    const bool old = call == u"open" || call == u"write";
    if (old)
        QVERIFY(writeDraft(path(folder), "old"));
    if (call == u"folder") {
        QFile inTheWay(drafts(folder));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    } else if (call == u"open") {
        QVERIFY(QDir().mkdir(beside));
    } else if (call == u"write") {
        QVERIFY(QFile::link(u"/dev/full"_s, beside));
    } else {
        QVERIFY(QDir().mkpath(path(folder) + u"/in the way"_s));
    }
    StateFiles files(writeDraft);
    QSignalSpy problems(&files, &StateFiles::problemOccurred);
    for (int i = 0; i < 2; ++i) {
        files.keep(path(folder), bytes);
        files.flush();
        QCoreApplication::sendPostedEvents();
    }
    QCOMPARE(problems.size(), 1);
    const auto problem = problems.first().first().value<fireline::domain::Problem>();
    QVERIFY2(problem.text.contains(drafts(folder)), qPrintable(problem.text));
    QCOMPARE(readDraft(path(folder)), old ? QByteArray("old") : QByteArray());

    QFile::remove(drafts(folder));
    QFile::remove(beside);
    QDir(beside).removeRecursively();
    if (!old)
        QDir(path(folder)).removeRecursively();
    files.keep(path(folder), "well again");
    files.flush();
    QCOMPARE(readDraft(path(folder)), QByteArray("well again"));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(problems.size(), 1);
}

void TestDraftFile::whatIsGoneNeedsNoRemoving()
{
    const QTemporaryDir folder;
    QVERIFY(writeDraft(path(folder), {}));
    QVERIFY(writeDraft(path(folder), "x"));
    QVERIFY(writeDraft(path(folder), {}));
    QVERIFY(!QFile::exists(path(folder)));
    QVERIFY(writeDraft(path(folder), {}));
}

QTEST_GUILESS_MAIN(TestDraftFile)
#include "tst_draftfile.moc"
