// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/fileidentity.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace fireline::store;
using namespace Qt::StringLiterals;

/// Which names mean one file: a copy must never be written over what it is taken from.
class TestFileIdentity : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void tellsNamesApart_data();
    void tellsNamesApart();

private:
    QTemporaryDir m_folder;
};

void TestFileIdentity::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(QDir(m_folder.path()).mkpath(u"sub"_s));
    for (const QString &name : {u"one"_s, u"two"_s}) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(QFile::link(m_folder.filePath(u"one"_s), m_folder.filePath(u"link"_s)));
    QVERIFY(QFile::link(m_folder.path(), m_folder.filePath(u"sub/up"_s)));
}

void TestFileIdentity::tellsNamesApart_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("same");
    QTest::newRow("itself") << u"one"_s << u"one"_s << true;
    QTest::newRow("another of the same size") << u"one"_s << u"two"_s << false;
    QTest::newRow("a link to it") << u"one"_s << u"link"_s << true;
    QTest::newRow("by another folder's name") << u"one"_s << u"sub/up/one"_s << true;
    QTest::newRow("by a detour") << u"one"_s << u"sub/../one"_s << true;
    QTest::newRow("one is gone") << u"gone"_s << u"one"_s << false;
    QTest::newRow("both are gone") << u"gone"_s << u"copy"_s << false;
    QTest::newRow("gone, and its own name") << u"gone"_s << u"sub/../gone"_s << true;
}

void TestFileIdentity::tellsNamesApart()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(bool, same);
    QCOMPARE(isSameFile(m_folder.filePath(first), m_folder.filePath(second)), same);
    QCOMPARE(isSameFile(m_folder.filePath(second), m_folder.filePath(first)), same);
}

QTEST_APPLESS_MAIN(TestFileIdentity)
#include "tst_fileidentity.moc"
