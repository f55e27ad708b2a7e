// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyprocess.h"
#include "memoryfeed.h"
#include "playbookdesk.h"
#include "playbooks/playbooktextmodel.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using window::PlaybookDesk;
namespace p = models::playbooks;

namespace {

const QByteArray own = "---\nid: own\ntitle: Ours\nsymptoms: [it waits]\n---\n- one\n- two\n";

struct Rig
{
    explicit Rig(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s) : feed(process, severity) { }

    QString config() const { return dir.path(); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(process::playbookFolder(config()));
        QFile file(process::playbookFolder(config()) + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void remove(const QString &name) const { QVERIFY(QFile::remove(process::playbookFolder(config()) + u'/' + name)); }
    void start(const QString &builtIn = u":none"_s)
    {
        desk = std::make_unique<PlaybookDesk>(
            builtIn, config(), model,
            [this](const QList<ListRule> &lists) {
                if (window::knowsLists(feed.process(), lists))
                    return;
                ++taken;
                feed.setPlaybooks(lists);
            },
            nullptr);
    }
    QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (!model.index(row).data(p::FileRole).toString().isEmpty())
                all.append(model.index(row).data().toString());
        }
        return all;
    }

    QTemporaryDir dir;
    test::MemoryFeed feed;
    models::PlaybooksModel model{feed};
    std::unique_ptr<PlaybookDesk> desk;
    int taken = 0;
};

} // namespace

class TestPlaybookDesk : public QObject
{
    Q_OBJECT
private slots:
    void showsWhatIsThere();
    void theBuiltInOnesAreThere_data() { test::addProcesses({u"helpdeskflow"_s, u"sre-directorate"_s}); }
    void theBuiltInOnesAreThere();
    void followsTheFolder();
    void followsAFolderThatIsMadeLater();
    void faultsHavePlaceAndRemedy();
    void ticksOutliveAChangeOfTheFile();
};

void TestPlaybookDesk::showsWhatIsThere()
{
    Rig rig;
    rig.write(u"own.md"_s, own);
    rig.start();
    QVERIFY(rig.titles().isEmpty()); // the disk is not waited for
    QTRY_COMPARE(rig.titles(), QStringList{u"Ours"_s});
    QCOMPARE(rig.taken, 1);
    QVERIFY(rig.feed.process().list(u"playbook.own"));
    QCOMPARE(rig.model.row(u"playbook.own"_s)->text.symptoms, QStringList{u"it waits"_s});
    QCOMPARE(rig.model.row(u"playbook.own"_s)->text.pieces.at(1).step, 2);
}

// The part of the program is suggested by an alert of its type, in every process, and can be followed.
void TestPlaybookDesk::theBuiltInOnesAreThere()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Rig rig(process, severity);
    rig.start(u":"_s);
    QTRY_COMPARE(rig.titles().size(), 3);
    QVERIFY(rig.feed.line(u"/alert Slow type=database"_s).ok());
    const models::PlaybookRow *row = rig.model.row(u"playbook.database-overload"_s);
    QVERIFY(row);
    QCOMPARE(row->state, p::Suggested);
    QCOMPARE(row->reason, p::ByStart);
    QVERIFY(row->text.problems.isEmpty());
    QVERIFY(rig.feed.line(u"/check playbook.database-overload 1"_s).ok());
    QCOMPARE(rig.model.row(u"playbook.database-overload"_s)->state, p::Running);
}

void TestPlaybookDesk::followsTheFolder()
{
    Rig rig;
    rig.write(u"own.md"_s, own);
    rig.start();
    QTRY_COMPARE(rig.titles().size(), 1);
    rig.write(u"more.md"_s, QByteArray(own).replace("own", "more").replace("Ours", "More"));
    QTRY_COMPARE(rig.titles(), (QStringList{u"More"_s, u"Ours"_s}));
    rig.write(u"own.md"_s, QByteArray(own).replace("Ours", "Theirs"));
    QTRY_COMPARE(rig.titles(), (QStringList{u"More"_s, u"Theirs"_s}));
    // As an editor saves: a new file in place of the old one, and then once more.
    for (const char *title : {"Third", "Fourth"}) {
        rig.write(u"own.tmp"_s, QByteArray(own).replace("Ours", title));
        const QString folder = process::playbookFolder(rig.config());
        rig.remove(u"own.md"_s);
        QVERIFY(QFile::rename(folder + u"/own.tmp"_s, folder + u"/own.md"_s));
        QTRY_VERIFY(rig.titles().contains(QString::fromUtf8(title)));
    }
    rig.remove(u"more.md"_s);
    QTRY_COMPARE(rig.titles(), QStringList{u"Fourth"_s});
    QVERIFY(!rig.feed.process().list(u"playbook.more"));
}

void TestPlaybookDesk::followsAFolderThatIsMadeLater()
{
    Rig rig;
    rig.start();
    QSignalSpy shown(rig.desk.get(), &PlaybookDesk::shown);
    QVERIFY(shown.wait());
    QVERIFY(rig.titles().isEmpty());
    rig.write(u"own.md"_s, own);
    QTRY_COMPARE(rig.titles(), QStringList{u"Ours"_s});
}

void TestPlaybookDesk::faultsHavePlaceAndRemedy()
{
    Rig rig;
    rig.write(u"broken.md"_s, "---\nid: broken\n---\n# Words\n- do it\n");
    rig.write(u"own.md"_s, own);
    rig.start();
    QTRY_COMPARE(rig.titles().size(), 2);
    const QString path = process::playbookFolder(rig.config()) + u"/broken.md"_s;
    const models::PlaybookRow *row = rig.model.row(path);
    QVERIFY(row);
    QCOMPARE(row->state, p::Unusable);
    QVERIFY2(row->text.problems.first().startsWith(u"Line 2: "), qPrintable(row->text.problems.first()));
    QCOMPARE(row->text.pieces.size(), 2); // can be read all the same
    models::PlaybookTextModel open(rig.model);
    open.open(path);
    QVERIFY(!open.whyNot(open.command(Verb::CheckItem, 1)).isEmpty());
}

void TestPlaybookDesk::ticksOutliveAChangeOfTheFile()
{
    Rig rig;
    rig.write(u"own.md"_s, own);
    rig.start();
    QTRY_COMPARE(rig.titles().size(), 1);
    models::PlaybookTextModel open(rig.model);
    open.open(u"playbook.own"_s);
    QVERIFY(rig.feed.execute(open.command(Verb::CheckItem, 2)).ok());
    rig.write(u"own.md"_s, QByteArray(own).replace("- two", "- three\n- two"));
    QTRY_COMPARE(open.count(), 3);
    QCOMPARE(open.stepState(2), p::Open);
    QCOMPARE(open.stepState(3), p::Checked);
}

QTEST_GUILESS_MAIN(TestPlaybookDesk)
#include "tst_playbookdesk.moc"
