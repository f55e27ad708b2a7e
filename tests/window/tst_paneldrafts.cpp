// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftfile.h"
#include "paneldrafts.h"
#include "statefiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using fireline::window::PanelDrafts;
using fireline::window::StateFiles;
using fireline::window::writeDraft;

/// Words that are typed in panels, kept beside the record.
class TestPanelDrafts : public QObject
{
    Q_OBJECT
private slots:
    void wordsComeBack();
    void nothingLeftLeavesNoFile();
    void panelsAndIncidentsAreKeptApart();
    void aBrokenFileIsNothing();
    void anEmptyFolderKeepsNothing();
};

void TestPanelDrafts::wordsComeBack()
{
    const QTemporaryDir folder;
    const QJsonObject words{{u"update/public"_s, QJsonObject{{u"free"_s, u"half a sen"_s}}}};
    {
        StateFiles files(writeDraft);
        PanelDrafts drafts(files, folder.path(), u"incident"_s, {});
        drafts.keep(u"status"_s, {{u"older"_s, 1}});
        drafts.keep(u"status"_s, words);
    }
    QCOMPARE(PanelDrafts::readAll(folder.path(), u"incident"_s).value(u"status"_s), words);
    const QString path = folder.filePath(u"drafts/incident.status.json"_s);
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestPanelDrafts::nothingLeftLeavesNoFile()
{
    const QTemporaryDir folder;
    {
        StateFiles files(writeDraft);
        PanelDrafts drafts(files, folder.path(), u"incident"_s, {});
        drafts.keep(u"status"_s, {{u"a"_s, 1}});
        drafts.keep(u"status"_s, {});
    }
    QVERIFY(QDir(folder.filePath(u"drafts"_s)).entryList(QDir::Files).isEmpty());
}

void TestPanelDrafts::panelsAndIncidentsAreKeptApart()
{
    const QTemporaryDir folder;
    {
        StateFiles files(writeDraft);
        PanelDrafts drafts(files, folder.path(), u"one"_s, {});
        drafts.keep(u"status"_s, {{u"a"_s, 1}});
        drafts.keep(u"review"_s, {{u"b"_s, 2}});
    }
    const auto one = PanelDrafts::readAll(folder.path(), u"one"_s);
    QCOMPARE(one.keys(), (QStringList{u"review"_s, u"status"_s}));
    QVERIFY(PanelDrafts::readAll(folder.path(), u"two"_s).isEmpty());
    QCOMPARE(one.value(u"status"_s), (QJsonObject{{u"a"_s, 1}}));
    QCOMPARE(one.value(u"review"_s), (QJsonObject{{u"b"_s, 2}}));
    QVERIFY(PanelDrafts::readAll(folder.path(), u"two"_s).value(u"status"_s).isEmpty());
}

void TestPanelDrafts::aBrokenFileIsNothing()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"drafts"_s));
    QFile file(folder.filePath(u"drafts/incident.status.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"half");
    file.close();
    QVERIFY(PanelDrafts::readAll(folder.path(), u"incident"_s).value(u"status"_s).isEmpty());
    QVERIFY(PanelDrafts::readAll(folder.path(), u"incident"_s).isEmpty());
}

void TestPanelDrafts::anEmptyFolderKeepsNothing()
{
    StateFiles files(writeDraft);
    PanelDrafts drafts(files, {}, u"incident"_s, {});
    drafts.keep(u"status"_s, {{u"a"_s, 1}});
    QVERIFY(drafts.left(u"status"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestPanelDrafts)
#include "tst_paneldrafts.moc"
