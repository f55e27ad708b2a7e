// SPDX-License-Identifier: GPL-3.0-or-later
#include "snippetfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using fireline::window::SnippetFile;

/// Snippets come from the config folder; a fault is named by file, line and column.
class TestSnippetFile : public QObject
{
    Q_OBJECT
private slots:
    void readsTheFile();
    void withoutOneThereAreTheDelivered();
    void namesAFault();
};

namespace {

void write(const QTemporaryDir &folder, const QByteArray &bytes)
{
    QFile file(folder.filePath(u"snippets.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

void TestSnippetFile::readsTheFile()
{
    const QTemporaryDir folder;
    write(folder, "pool = connection pool\n");
    const SnippetFile file(folder.path());
    QCOMPARE(file.snippets().text(u";pool").value_or(QString()), u"connection pool"_s);
    QCOMPARE(file.fault(), QString());
}

void TestSnippetFile::withoutOneThereAreTheDelivered()
{
    const QTemporaryDir folder;
    const QString config = folder.filePath(u"fireline"_s); // not there yet
    const SnippetFile file(config);
    QCOMPARE(file.snippets().text(u";ack"_s).value_or(QString()), u"/ack #A"_s);
    QCOMPARE(file.fault(), QString());
    QVERIFY(!QFile::exists(config));
    // Opened, they are a file of one's own.
    const auto path = SnippetFile::provide(config);
    QVERIFY(path.ok());
    const SnippetFile own(config);
    QCOMPARE(own.snippets().count(), file.snippets().count());
    QCOMPARE(own.fault(), QString());
    QFile changed(path.value());
    QVERIFY(changed.open(QIODevice::WriteOnly));
    changed.write("mine = my own\n");
    changed.close();
    QVERIFY(SnippetFile::provide(config).ok());
    QCOMPARE(SnippetFile(config).snippets().count(), 1); // never written over
    QVERIFY(!SnippetFile::provide(u"/proc/none"_s).ok());
}

void TestSnippetFile::namesAFault()
{
    const QTemporaryDir folder;
    write(folder, "good = yes\nbad\n");
    const SnippetFile file(folder.path());
    QCOMPARE(file.snippets().count(), 1);
    QVERIFY2(file.fault().contains(u"snippets.txt, line 2, column 1"_s), qPrintable(file.fault()));
}

QTEST_GUILESS_MAIN(TestSnippetFile)
#include "tst_snippetfile.moc"
