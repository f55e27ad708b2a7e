// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/inverse.h"
#include "memoryfeed.h"
#include "playbooks/playbookfacts.h"
#include "playbooks/playbooktextmodel.h"
#include "playbooksample.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::MemoryFeed;
using fireline::test::SamplePlaybook;
namespace p = fireline::models::playbooks;

namespace {

struct Rig
{
    explicit Rig(const QString &process = u"helpdeskflow"_s, const QString &severity = u"P1"_s) : feed(process, severity) { }

    void fill(const QList<SamplePlaybook> &samples)
    {
        QList<ListRule> lists;
        QList<PlaybookText> texts;
        for (const SamplePlaybook &sample : samples) {
            lists.append(sample.list);
            texts.append(sample.text);
        }
        feed.setPlaybooks(lists);
        model.setTexts(texts);
    }
    QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.index(row).data().toString());
        return all;
    }
    QVariant of(const QString &title, int role) const { return model.index(int(titles().indexOf(title))).data(role); }
    void run(const QString &line)
    {
        const auto done = feed.line(line);
        QVERIFY2(done.ok(), done ? "" : qPrintable(line + u": "_s + done.problem().text));
    }
    void alert(const QString &name, const QJsonObject &labels)
    {
        Command command{Verb::Alert, {}, {}, {{u"text"_s, name}, {u"fields"_s, labels}}};
        const auto done = feed.execute(command);
        QVERIFY2(done.ok(), done ? "" : qPrintable(done.problem().text));
    }
    int rowOf(int part, const QString &text) const
    {
        for (int row = 0; row < open.rowCount(); ++row) {
            if (open.index(row).data(p::PartRole).toInt() == part && open.index(row).data().toString() == text)
                return row;
        }
        return -1;
    }
    QVariant step(int number, int role) const
    {
        for (int row = 0; row < open.rowCount(); ++row) {
            const QModelIndex index = open.index(row);
            if (index.data(p::PartRole).toInt() == p::Step && index.data(p::NumberRole).toInt() == number)
                return index.data(role);
        }
        return {};
    }

    MemoryFeed feed;
    PlaybooksModel model{feed};
    PlaybookTextModel open{model};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester openTester{&open, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

const SamplePlaybook orders{test::ordersPlaybook};
const SamplePlaybook cache{test::cachePlaybook, u"/p/cache.md"_s};

} // namespace

class TestPlaybooksModel : public QObject
{
    Q_OBJECT
private slots:
    void showsThoseOfTheProcess_data();
    void showsThoseOfTheProcess();
    void suggests_data();
    void suggests();
    void whatIsRunningComesFirst();
    void finds_data();
    void finds();
    void ticksComeBackFromTheRecord();
    void evidenceBelongsToItsStep();
    void theFolderChanges();
    void ticksStayWithTheirWords();
    void whatIsMissingHereIsTold();
    void faultsAreTold();
    void findsCommands_data();
    void findsCommands();
    void aBurstOfEventsIsCheap();
};

void TestPlaybooksModel::showsThoseOfTheProcess_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("step");
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P1"_s << u"hdf.queue"_s << u"Fix the root cause"_s;
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s << u"nin.hotfix"_s << u"Emergency PR process (expedited review)"_s;
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s << u"lad.playbook"_s << u"Resolution: long-term fix"_s;
}

void TestPlaybooksModel::showsThoseOfTheProcess()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, list);
    QFETCH(QString, step);
    Rig rig(process, severity);
    const PlaybookRow *row = rig.model.row(list);
    QVERIFY(row);
    QVERIFY(!row->source.isEmpty());
    rig.open.open(list);
    QVERIFY(rig.rowOf(p::Step, step) >= 0);
    const int number = rig.open.index(rig.rowOf(p::Step, step)).data(p::NumberRole).toInt();
    QVERIFY(rig.feed.execute(rig.open.command(Verb::CheckItem, number)).ok());
    QCOMPARE(rig.step(number, p::StepStateRole).toInt(), int(p::Checked));
    QCOMPARE(rig.step(number, p::ActorRole).toString(), u"ana"_s);
    QCOMPARE(rig.model.row(list)->state, p::Running);
}

void TestPlaybooksModel::suggests_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("labels");
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *tag, const QString &name, const QJsonObject &labels, p::Reason reason, const QString &word) {
        QTest::newRow(tag) << name << labels << int(reason) << word;
    };
    row("its start", u"Slow"_s, {{u"type"_s, u"orders"_s}}, p::ByStart, {});
    row("a runbook's address", u"Slow"_s, {{u"runbook_url"_s, u"https://wiki/runbooks/orders.md#look"_s}}, p::ByAlert, u"Slow"_s);
    row("a runbook's id", u"Slow"_s, {{u"runbook"_s, u"orders"_s}}, p::ByAlert, u"Slow"_s);
    row("the alert's name", u"orders-db"_s, {}, p::ByAlert, u"orders-db"_s);
    row("a service that is a tag", u"Slow"_s, {{u"service"_s, u"Orders-DB"_s}}, p::ByLabel, u"Orders-DB"_s);
    row("nothing", u"Slow"_s, {{u"service"_s, u"orders"_s}}, p::NoReason, {});
}

// What process, alert and service name stands before all others, and says why.
void TestPlaybooksModel::suggests()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, labels);
    QFETCH(int, reason);
    QFETCH(QString, word);
    Rig rig(u"sre-directorate"_s, u"SEV1"_s);
    rig.fill({cache, orders});
    QCOMPARE(rig.of(u"Orders stand still"_s, p::ReasonRole).toInt(), int(p::NoReason));
    rig.alert(name, labels);
    QCOMPARE(rig.of(u"Orders stand still"_s, p::ReasonRole).toInt(), reason);
    QCOMPARE(rig.of(u"Orders stand still"_s, p::ReasonWordRole).toString(), word);
    if (reason != p::NoReason) {
        QCOMPARE(rig.titles().first(), u"Orders stand still"_s);
        QCOMPARE(rig.of(u"Orders stand still"_s, p::StateRole).toInt(), int(p::Suggested));
    }
    QCOMPARE(rig.of(u"The cache is cold"_s, p::StateRole).toInt(), int(p::Ready));
}

void TestPlaybooksModel::whatIsRunningComesFirst()
{
    Rig rig;
    rig.fill({orders, cache});
    rig.alert(u"Slow"_s, {{u"type"_s, u"orders"_s}});
    QCOMPARE(rig.titles().first(), u"Orders stand still"_s);
    rig.run(u"/start playbook.cache"_s);
    QCOMPARE(rig.titles().first(), u"The cache is cold"_s);
    QCOMPARE(rig.of(u"The cache is cold"_s, p::StateRole).toInt(), int(p::Running));
    rig.run(u"/check playbook.cache 1"_s);
    QCOMPARE(rig.of(u"The cache is cold"_s, p::StateRole).toInt(), int(p::Done));
    QCOMPARE(rig.titles().first(), u"Orders stand still"_s);
    QVERIFY(rig.titles().indexOf(u"The cache is cold"_s) > 1);
}

void TestPlaybooksModel::finds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("titles");
    QTest::addColumn<QString>("line");
    const QString o = u"Orders stand still"_s;
    const QString c = u"The cache is cold"_s;
    QTest::newRow("title") << u"COLD"_s << QStringList{c} << QString();
    QTest::newRow("tag") << u"orders-db"_s << QStringList{o} << QString();
    QTest::newRow("text") << u"warm"_s << QStringList{c} << u"Warm words."_s;
    QTest::newRow("command") << u"select"_s << QStringList{o} << u"select 1;"_s;
    QTest::newRow("several words") << u"session queue"_s << QStringList{o} << u"End the session"_s;
    QTest::newRow("letters in order") << u"cachcold"_s << QStringList{c} << QString();
    QTest::newRow("no such thing") << u"zebra"_s << QStringList() << QString();
}

void TestPlaybooksModel::finds()
{
    QFETCH(QString, query);
    QFETCH(QStringList, titles);
    QFETCH(QString, line);
    Rig rig(u"sre-directorate"_s, u"SEV1"_s);
    rig.fill({orders, cache});
    const int total = rig.model.total();
    rig.model.setQuery(query);
    QStringList found = rig.titles();
    QCOMPARE(found, titles);
    QCOMPARE(rig.model.total(), total);
    if (!titles.isEmpty())
        QCOMPARE(rig.of(titles.first(), p::FoundRole).toString(), line);
    rig.model.setQuery({});
    QCOMPARE(rig.model.rowCount(), total);
}

// Who ticked and when is in the record: after a restart it stands there again.
void TestPlaybooksModel::ticksComeBackFromTheRecord()
{
    Rig rig;
    rig.fill({orders});
    rig.open.open(u"playbook.orders"_s);
    QCOMPARE(rig.step(1, p::NextRole).toBool(), true);
    QVERIFY(rig.feed.execute(rig.open.command(Verb::CheckItem, 1)).ok());
    rig.feed.advance(Span::minutes(2));
    Command skip = rig.open.command(Verb::SkipItem, 2);
    QVERIFY(!rig.open.whyNot(skip).isEmpty()); // a skip has a reason
    skip.args.insert(u"why"_s, u"no rights"_s);
    QVERIFY(rig.feed.execute(skip).ok());
    const auto look = [&] {
        QCOMPARE(rig.step(1, p::StepStateRole).toInt(), int(p::Checked));
        QCOMPARE(rig.step(1, p::ActorRole).toString(), u"ana"_s);
        QCOMPARE(rig.step(1, p::OtherTextRole).toString(), QString());
        QCOMPARE(rig.step(2, p::StepStateRole).toInt(), int(p::Skipped));
        QCOMPARE(rig.step(2, p::WhyRole).toString(), u"no rights"_s);
        QCOMPARE(rig.step(2, p::AtRole).toLongLong() - rig.step(1, p::AtRole).toLongLong(), Span::minutes(2).us);
        QCOMPARE(rig.step(3, p::NextRole).toBool(), true);
        QCOMPARE(rig.open.settled(), 2);
    };
    look();
    rig.feed.restart();
    look();
    QVERIFY(rig.feed.state().entries.at(rig.feed.state().entries.size() - 2).text.contains(u"top -b"));
    QVERIFY(rig.feed.execute(rig.open.command(Verb::UncheckItem, 1)).ok());
    QCOMPARE(rig.step(1, p::StepStateRole).toInt(), int(p::Open));
}

void TestPlaybooksModel::evidenceBelongsToItsStep()
{
    Rig rig;
    rig.fill({orders});
    rig.open.open(u"playbook.orders"_s);
    Command keep = rig.open.evidenceCommand(2);
    keep.args.insert(u"sha256"_s, QString(64, u'a'));
    keep.args.insert(u"name"_s, u"locks.txt"_s);
    keep.args.insert(u"bytes"_s, 12);
    QVERIFY(rig.feed.execute(keep).ok());
    const auto row = [&] {
        for (int i = 0; i < rig.open.rowCount(); ++i) {
            if (rig.open.index(i).data(p::PartRole).toInt() == p::Evidence)
                return i;
        }
        return -1;
    };
    QVERIFY(row() > 0);
    QCOMPARE(row(), rig.rowOf(p::Code, u"select 1;"_s) + 1);
    QCOMPARE(rig.open.index(row()).data(p::NumberRole).toInt(), 2);
    QCOMPARE(rig.open.index(row()).data(p::HashRole).toString(), QString(64, u'a'));
    QVERIFY(rig.open.index(row()).data().toString().contains(u"locks.txt"));
    QVERIFY(rig.open.index(row()).data().toString().contains(u"Count the locks"));
    rig.feed.restart();
    QCOMPARE(row(), rig.rowOf(p::Code, u"select 1;"_s) + 1);
    rig.run(u"/retract #E%1 pasted twice"_s.arg(rig.feed.state().entries.size()));
    QCOMPARE(row(), -1);
}

// A file is written, changed and taken away while it is open: what stays keeps its rows and ticks.
void TestPlaybooksModel::theFolderChanges()
{
    Rig rig;
    rig.fill({orders});
    QVERIFY(!rig.titles().contains(u"The cache is cold"_s));
    rig.open.open(u"playbook.orders"_s);
    QSignalSpy resets(&rig.open, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&rig.open, &QAbstractItemModel::rowsInserted);
    rig.fill({SamplePlaybook(test::ordersPlaybook + "- Tell the channel\n"), cache});
    QVERIFY(rig.titles().contains(u"The cache is cold"_s));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(resets.size(), 0);
    QVERIFY(rig.feed.execute(rig.open.command(Verb::CheckItem, 4)).ok());
    QCOMPARE(rig.step(4, p::StepStateRole).toInt(), int(p::Checked));
    QSignalSpy gone(&rig.open, &PlaybookTextModel::gone);
    rig.open.open(u"playbook.cache"_s);
    rig.fill({orders});
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone.first().first().toString(), u"The cache is cold"_s);
    QCOMPARE(rig.open.rowCount(), 0);
}

// A step was written in before it, then it was written anew: the tick goes with its words, and what became of it is told.
void TestPlaybooksModel::ticksStayWithTheirWords()
{
    Rig rig;
    rig.fill({orders});
    rig.open.open(u"playbook.orders"_s);
    const IncidentState before = rig.feed.state();
    Event ticked;
    const auto known = QObject::connect(&rig.feed, &IncidentFeed::applied,
                                        [&ticked](const QList<Event> &events) { ticked = events.last(); });
    QVERIFY(rig.feed.execute(rig.open.command(Verb::CheckItem, 2)).ok());
    QObject::disconnect(known);
    rig.feed.advance(Span::minutes(1));
    Command skip = rig.open.command(Verb::SkipItem, 3);
    skip.args.insert(u"why"_s, u"no rights"_s);
    QVERIFY(rig.feed.execute(skip).ok());
    const auto faults = [&rig] {
        QStringList found;
        for (int row = 0; row < rig.open.rowCount(); ++row) {
            if (rig.open.index(row).data(p::PartRole).toInt() == p::Fault)
                found.append(rig.open.index(row).data().toString());
        }
        return found;
    };
    QByteArray other = test::ordersPlaybook;
    rig.fill({SamplePlaybook(other.replace("2. Count the locks", "2. Restart everything\n3. Count  the locks"))});
    QCOMPARE(rig.step(2, p::StepStateRole).toInt(), int(p::Open));
    QCOMPARE(rig.step(3, p::StepStateRole).toInt(), int(p::Checked));
    QCOMPARE(rig.step(4, p::StepStateRole).toInt(), int(p::Skipped));
    QCOMPARE(rig.open.settled(), 2);
    QVERIFY(faults().isEmpty());
    // Taking it back reaches the step where it is now.
    const Inverse back = inverseOf(ticked, {before, rig.feed.state(), rig.feed.process()});
    QVERIFY2(back.possible(), qPrintable(back.text));
    QCOMPARE(back.command->args.value(u"item").toInt(), 3);

    other = test::ordersPlaybook;
    rig.fill({SamplePlaybook(other.replace("2. Count the locks", "2. Count the rows"))});
    QCOMPARE(rig.step(2, p::StepStateRole).toInt(), int(p::Open));
    QCOMPARE(rig.step(3, p::StepStateRole).toInt(), int(p::Skipped));
    QCOMPARE(faults().size(), 1);
    QVERIFY2(faults().first().contains(u"“Count the locks”"_s), qPrintable(faults().first()));
    QVERIFY(rig.feed.execute(rig.open.command(Verb::CheckItem, 2)).ok());
    QCOMPARE(faults().size(), 1); // the earlier tick is not overwritten
    rig.feed.restart();
    QCOMPARE(rig.step(2, p::StepStateRole).toInt(), int(p::Checked));
    QCOMPARE(faults().size(), 1);
}

void TestPlaybooksModel::whatIsMissingHereIsTold()
{
    Rig rig;
    rig.fill({orders});
    rig.open.open(u"playbook.orders"_s);
    QVERIFY(rig.feed.execute(rig.open.command(Verb::CheckItem, 2)).ok());
    rig.fill({});
    QCOMPARE(rig.of(u"orders"_s, p::StateRole).toInt(), int(p::Missing));
    rig.open.open(u"playbook.orders"_s);
    const QModelIndex step = rig.open.index(rig.rowOf(p::Step, u"Count the locks"_s));
    QCOMPARE(step.data(p::StepStateRole).toInt(), int(p::Checked));
    QCOMPARE(step.data(p::ActorRole).toString(), u"ana"_s);
    QVERIFY(!rig.open.whyNot(rig.open.command(Verb::UncheckItem, 2)).isEmpty());
}

void TestPlaybooksModel::faultsAreTold()
{
    Rig rig;
    PlaybookText broken;
    broken.title = u"broken.md"_s;
    broken.path = u"/p/broken.md"_s;
    broken.problems = {u"broken.md, line 3: no title. Write one."_s};
    broken.pieces = {{p::Text, u"words"_s, 0, 0, 4, false}};
    rig.model.setTexts({broken});
    QCOMPARE(rig.titles().last(), u"broken.md"_s);
    QCOMPARE(rig.of(u"broken.md"_s, p::StateRole).toInt(), int(p::Unusable));
    rig.open.open(u"/p/broken.md"_s);
    QCOMPARE(rig.open.rowCount(), 2);
    QCOMPARE(rig.open.index(0).data(p::PartRole).toInt(), int(p::Fault));
    QVERIFY(rig.open.index(0).data(Qt::AccessibleTextRole).toString().contains(u"line 3"));
    QCOMPARE(rig.open.index(1).data().toString(), u"words"_s);
}

void TestPlaybooksModel::findsCommands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("commands");
    QTest::newRow("none") << u"just words"_s << QStringList();
    QTest::newRow("two") << u"run `a -b` then `c`"_s << QStringList{u"a -b"_s, u"c"_s};
    QTest::newRow("with a backtick") << u"``a ` b``"_s << QStringList{u"a ` b"_s};
    QTest::newRow("not closed") << u"run `a"_s << QStringList();
    QTest::newRow("one not closed before one that is") << u"``a `b`"_s << QStringList{u"b"_s};
    QTest::newRow("empty") << u"` `"_s << QStringList();
}

void TestPlaybooksModel::findsCommands()
{
    QFETCH(QString, text);
    QFETCH(QStringList, commands);
    QCOMPARE(commandsIn(text), commands);
    QCOMPARE(addressesIn(u"see [d](https://a.example/d/1?x=2) and http://b.example"_s),
             (QStringList{u"https://a.example/d/1?x=2"_s, u"http://b.example"_s}));
}

void TestPlaybooksModel::aBurstOfEventsIsCheap()
{
    Rig rig;
    QList<SamplePlaybook> many;
    for (int i = 0; i < 200; ++i) {
        QByteArray text = test::cachePlaybook;
        text.replace("id: cache", "id: cache" + QByteArray::number(i));
        many.append(SamplePlaybook(text, u"/p/%1.md"_s.arg(i)));
    }
    rig.fill(many);
    rig.open.open(u"playbook.cache7"_s);
    QSignalSpy changed(&rig.model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&rig.model, &QAbstractItemModel::modelReset);
    for (int i = 0; i < 50; ++i)
        rig.run(u"a note"_s);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(reset.size(), 0);
    rig.run(u"/check playbook.cache7 1"_s);
    QVERIFY(changed.size() >= 1);
    QCOMPARE(rig.of(u"The cache is cold"_s, p::StateRole).toInt(), int(p::Ready));
    QCOMPARE(rig.model.row(u"playbook.cache7"_s)->state, p::Done);
}

QTEST_GUILESS_MAIN(TestPlaybooksModel)
#include "tst_playbooksmodel.moc"
