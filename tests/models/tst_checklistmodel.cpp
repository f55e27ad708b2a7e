// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklistmodel.h"
#include "modelrig.h"

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::ChecklistModel;
namespace checklist = fireline::models::checklist;

namespace {

struct Board : test::ModelRig<ChecklistModel>
{
    using ModelRig::ModelRig;

    QModelIndex list(const QString &id) const { return test::findRow(model, {{checklist::ListIdRole, id}}); }
    QModelIndex step(const QString &id, int number) const { return model.index(number - 1, 0, list(id)); }
    QStringList next() const
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex parent = model.index(row, 0);
            for (int i = 0; i < model.rowCount(parent); ++i) {
                if (model.index(i, 0, parent).data(checklist::NextRole).toBool())
                    found.append(parent.data(checklist::ListIdRole).toString() + u' ' + QString::number(i + 1));
            }
        }
        return found;
    }
};

} // namespace

class TestChecklistModel : public QObject
{
    Q_OBJECT
private slots:
    void everyProcessOffersItsLists_data();
    void everyProcessOffersItsLists();
    void aStepTicksItselfWithTheReason();
    void aStepThatTicksItselfNamesItsCommand();
    void aTickSaysWhoAndWhen();
    void noMarksOfMarkdown();
    void aSkippedStepSaysWhy();
    void oneStepIsNext();
    void whatIsDoneSinksInOneStep();
    void listsOfRolesAreTheirs();
    void listsHaveTitlesOfTheirOwn();
    void aPlaybookIsOfferedAndBegun();
    void aPhaseBringsItsList();
    void aChangeNamesItsRoles();
    void timeWithoutAChangeTellsNothing();
    void anotherIncidentResets();
    void aBurstIsTakenAtOnce();
};

void TestChecklistModel::everyProcessOffersItsLists_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("first");
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s << u"hub.check"_s;
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P0"_s << QString();
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s << u"nin.s1"_s; // what is to be ready before any incident comes later
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s << u"lad.assess"_s;
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << u"SEV1"_s << u"sre.ic"_s;
}

void TestChecklistModel::everyProcessOffersItsLists()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, first);
    Board board(process, severity);
    QCOMPARE(board.model.index(0, 0).data(checklist::ListIdRole).toString(), first);
    for (int row = 0; row < board.model.rowCount(); ++row) {
        const QModelIndex list = board.model.index(row, 0);
        QVERIFY(!list.data().toString().isEmpty());
        QVERIFY(!list.data(Qt::AccessibleTextRole).toString().isEmpty());
        QCOMPARE(board.model.rowCount(list),
                 board.feed.process().list(list.data(checklist::ListIdRole).toString())->items.size());
        QCOMPARE(list.data(checklist::CountRole).toInt(), board.model.rowCount(list));
        for (int i = 0; i < board.model.rowCount(list); ++i)
            QVERIFY(!board.model.index(i, 0, list).data().toString().isEmpty());
    }
}

void TestChecklistModel::aStepTicksItselfWithTheReason()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    const QPersistentModelIndex scribe = board.step(u"sre.ic"_s, 3);
    QCOMPARE(scribe.data().toString(), u"Assign Scribe."_s);
    QCOMPARE(scribe.data(checklist::StateRole).toInt(), int(checklist::Open));
    QCOMPARE(scribe.data(checklist::LineRole).toString(), u"/role @"_s);
    QVERIFY(board.feed.line(u"/role @tomasz scribe"_s));
    QCOMPARE(scribe.data(checklist::StateRole).toInt(), int(checklist::Ticked));
    QCOMPARE(scribe.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(scribe.data(checklist::ReasonRole).toString(), u"Scribe: tomasz"_s);
    QCOMPARE(scribe.data(checklist::ActorRole).toString(), QString());
    QCOMPARE(scribe.data(Qt::AccessibleTextRole).toString(), u"Done by itself, Scribe: tomasz: Assign Scribe."_s);
}

void TestChecklistModel::aStepThatTicksItselfNamesItsCommand()
{
    Board board(u"severity-ladder"_s, QString());
    const auto said = [&board](int step) { return board.step(u"lad.assess"_s, step).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY2(said(1).endsWith(u". Type /confirm."_s), qPrintable(said(1)));
    QVERIFY2(said(2).endsWith(u". Type /sev."_s), qPrintable(said(2)));
    QVERIFY2(said(3).endsWith(u". Enter opens its form."_s), qPrintable(said(3)));
    board.lines({u"/sev 2 half of it"_s});
    QVERIFY2(!said(2).contains(u"Type"_s), qPrintable(said(2)));
}

void TestChecklistModel::aTickSaysWhoAndWhen()
{
    Board board(u"severity-ladder"_s, u"1"_s);
    QVERIFY(board.feed.line(u"/phase response"_s));
    const QPersistentModelIndex logs = board.step(u"lad.investigate"_s, 1);
    QVERIFY(logs.flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(logs.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(board.feed.line(u"/check lad.investigate 1 no errors"_s, u"bo"_s));
    QCOMPARE(logs.data(checklist::StateRole).toInt(), int(checklist::Checked));
    QCOMPARE(logs.data(checklist::ActorRole).toString(), u"bo"_s);
    QCOMPARE(logs.data(checklist::ReasonRole).toString(), u"no errors"_s);
    QCOMPARE(logs.data(checklist::AtRole).toLongLong(), board.feed.now().us);
    QVERIFY(!logs.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(board.feed.line(u"/uncheck lad.investigate 1"_s));
    QCOMPARE(logs.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

// What is typed letter for letter is marked in the process for whoever shows it in another type.
void TestChecklistModel::noMarksOfMarkdown()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QCOMPARE(board.step(u"sre.ic"_s, 1).data().toString(), u"Claim the incident (/claim)."_s);
}

void TestChecklistModel::aSkippedStepSaysWhy()
{
    Board board(u"severity-ladder"_s, u"1"_s);
    QVERIFY(board.feed.line(u"/phase response"_s));
    QVERIFY(board.feed.line(u"/skipitem lad.investigate 2 nothing was deployed"_s));
    const QModelIndex step = board.step(u"lad.investigate"_s, 2);
    QCOMPARE(step.data(checklist::StateRole).toInt(), int(checklist::Skipped));
    QCOMPARE(step.data(checklist::ReasonRole).toString(), u"nothing was deployed"_s);
    QCOMPARE(step.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(board.list(u"lad.investigate"_s).data(checklist::SettledRole).toInt(), 1);
}

void TestChecklistModel::oneStepIsNext()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QCOMPARE(board.next(), QStringList{u"sre.ic 1"_s});
    QVERIFY(board.feed.line(u"/claim"_s));
    QCOMPARE(board.next(), QStringList{u"sre.ic 2"_s});
    QVERIFY(board.feed.line(u"/check sre.ic 2"_s));
    QCOMPARE(board.next(), QStringList{u"sre.ic 3"_s});
}

void TestChecklistModel::whatIsDoneSinksInOneStep()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    const QPersistentModelIndex list = board.list(u"sre.ic"_s);
    const QPersistentModelIndex last = board.step(u"sre.ic"_s, 8);
    QCOMPARE(list.row(), 0);
    QSignalSpy moved(&board.model, &QAbstractItemModel::rowsMoved);
    QSignalSpy removed(&board.model, &QAbstractItemModel::rowsRemoved);
    for (int step = 2; step <= 8; ++step) {
        if (board.step(u"sre.ic"_s, step).data(checklist::StateRole).toInt() == checklist::Open)
            QVERIFY(board.feed.line(u"/check sre.ic %1"_s.arg(step)));
    }
    QCOMPARE(list.row(), board.model.rowCount() - 1);
    QCOMPARE(last.parent(), QModelIndex(list));
    QVERIFY(!moved.isEmpty());
    QVERIFY(removed.isEmpty());
}

void TestChecklistModel::listsOfRolesAreTheirs()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    // Until somebody commands, what is first is everybody's.
    QVERIFY(board.list(u"sre.ic"_s).data(checklist::MineRole).toBool());
    QVERIFY(!board.list(u"sre.ol"_s).data(checklist::MineRole).toBool());
    QVERIFY(board.feed.line(u"/role @bo ic"_s));
    QVERIFY(!board.list(u"sre.ic"_s).data(checklist::MineRole).toBool());
    QVERIFY(!board.step(u"sre.ic"_s, 2).data(checklist::MineRole).toBool());
    QCOMPARE(board.list(u"sre.ic"_s).data(checklist::OwnerRole).toString(), u"Incident Commander (bo)"_s);
    QCOMPARE(board.next(), QStringList());
    QVERIFY(board.feed.line(u"/role @ana ol"_s));
    QVERIFY(board.list(u"sre.ol"_s).data(checklist::MineRole).toBool());
    QCOMPARE(board.model.index(0, 0).data(checklist::ListIdRole).toString(), u"sre.ol"_s);
    QCOMPARE(board.next(), QStringList{u"sre.ol 1"_s});
}

void TestChecklistModel::listsHaveTitlesOfTheirOwn()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QCOMPARE(board.list(u"sre.ic"_s).data().toString(), u"Incident Commander"_s);
    QVERIFY(board.feed.line(u"/flag pii leak"_s));
    QCOMPARE(board.list(u"pii.steps"_s).data().toString(), u"Personal data exposed"_s);
    Board other(u"nine-step"_s, u"P1"_s);
    QStringList titles;
    for (int row = 0; row < other.model.rowCount(); ++row)
        titles.append(other.model.index(row, 0).data().toString());
    QCOMPARE(titles.removeDuplicates(), 0);
}

void TestChecklistModel::aPlaybookIsOfferedAndBegun()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(!board.list(u"hdf.db"_s).isValid());
    const QStringList toStart = board.model.headerData(0, Qt::Horizontal, checklist::ToStartRole).toStringList();
    QVERIFY(toStart.contains(u"hdf.db"_s));
    QVERIFY(board.feed.line(u"/alert DiskFull type=database"_s));
    const QPersistentModelIndex list = board.list(u"hdf.db"_s);
    QVERIFY(list.isValid());
    QVERIFY(list.data(checklist::CanStartRole).toBool());
    QVERIFY(!board.model.headerData(0, Qt::Horizontal, checklist::ToStartRole).toStringList().contains(u"hdf.db"_s));
    QVERIFY(board.feed.line(u"/start hdf.db"_s));
    QVERIFY(!list.data(checklist::CanStartRole).toBool());
    QCOMPARE(list.data(checklist::StartedRole).toLongLong(), board.feed.now().us);
}

void TestChecklistModel::aPhaseBringsItsList()
{
    Board board(u"severity-ladder"_s, u"1"_s);
    QVERIFY(!board.list(u"lad.warroom"_s).isValid());
    QSignalSpy inserted(&board.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&board.model, &QAbstractItemModel::modelReset);
    QVERIFY(board.feed.line(u"/phase response"_s));
    QVERIFY(board.list(u"lad.warroom"_s).isValid());
    QVERIFY(!inserted.isEmpty());
    QVERIFY(reset.isEmpty());
}

void TestChecklistModel::aChangeNamesItsRoles()
{
    Board board(u"severity-ladder"_s, u"1"_s);
    QVERIFY(board.feed.line(u"/phase response"_s));
    const QPersistentModelIndex step = board.step(u"lad.investigate"_s, 3);
    QSignalSpy changed(&board.model, &QAbstractItemModel::dataChanged);
    QVERIFY(board.feed.line(u"/check lad.investigate 3"_s));
    int told = 0;
    for (const auto &signal : changed) {
        if (signal.at(0).toModelIndex() == step) {
            ++told;
            const auto roles = signal.at(2).value<QList<int>>();
            QVERIFY(roles.contains(checklist::StateRole) && roles.contains(checklist::ActorRole));
            QVERIFY(!roles.contains(Qt::DisplayRole));
        } else {
            QVERIFY(signal.at(0).toModelIndex().parent() != step.parent());
        }
    }
    QCOMPARE(told, 1);
    changed.clear();
    QVERIFY(board.feed.line(u"/note nothing of this"_s));
    QCOMPARE(changed.size(), 0);
}

void TestChecklistModel::timeWithoutAChangeTellsNothing()
{
    Board board(u"severity-ladder"_s, u"1"_s);
    QSignalSpy changed(&board.model, &QAbstractItemModel::dataChanged);
    board.feed.advance(Span::seconds(30));
    board.feed.advance(Span::hours(3));
    QCOMPARE(changed.size(), 0);
}

void TestChecklistModel::anotherIncidentResets()
{
    Board board(u"severity-ladder"_s, u"1"_s);
    QSignalSpy reset(&board.model, &QAbstractItemModel::modelReset);
    emit board.feed.reset();
    QCOMPARE(reset.size(), 1);
    QVERIFY(board.list(u"lad.assess"_s).isValid());
}

void TestChecklistModel::aBurstIsTakenAtOnce()
{
    Board board(u"nine-step"_s, u"P1"_s);
    QList<Event> events;
    for (int i = 0; i < 200; ++i) {
        const auto done = board.feed.line(u"/note %1"_s.arg(i));
        QVERIFY(done);
        events.append(done.value().events);
    }
    QSignalSpy changed(&board.model, &QAbstractItemModel::dataChanged);
    emit board.feed.applied(events);
    QCOMPARE(changed.size(), 0);
}

QTEST_GUILESS_MAIN(TestChecklistModel)
#include "tst_checklistmodel.moc"
