// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklistmodel.h"
#include "checklist/checklistpanel.h"
#include "everyprocess.h"
#include "panelrig.h"
#include "partnames.h"
#include "rows.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::ChecklistModel;
using fireline::views::ChecklistPanel;
namespace checklist = fireline::models::checklist;

namespace {

struct Board : test::PanelRig<ChecklistModel, ChecklistPanel>
{
    explicit Board(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s)
        : PanelRig(process, severity)
    {
        show({320, 500});
    }
    QTreeView *view() const { return part<QTreeView>("checklistTree"); }
    QModelIndex current() const { return view()->currentIndex(); }
    QString at() const
    {
        return current().data(checklist::ListIdRole).toString() + u' ' + current().data(checklist::NumberRole).toString();
    }
    void select(const QString &list, int number) const
    {
        const QModelIndex parent = test::findRow(*view()->model(), {{checklist::ListIdRole, list}});
        view()->setCurrentIndex(number ? view()->model()->index(number - 1, 0, parent) : parent);
        QCOMPARE(at(), list + u' ' + QString::number(number));
    }
    QStringList lists() const { return test::textsOf(*view()->model(), checklist::ListIdRole); }
    QLineEdit *editor() const { return seen<QLineEdit>("checklistForm_why"); }
};

} // namespace

class TestChecklistPanel : public QObject
{
    Q_OBJECT
private slots:
    void worksThroughEveryProcess_data() { test::addProcesses(); }
    void worksThroughEveryProcess();
    void spaceTicksAndUnticks();
    void aStepThatTickedItselfSaysSo();
    void skipsWithAReason();
    void aReasonThatWasBegunIsKept();
    void whatIsNextComesIntoSight();
    void altArrowsGoFromStepToStep();
    void enterBeginsTheDeed();
    void enterOpensTheFormOfARecord();
    void enterStartsAnOfferedList();
    void listsAreStartedFromTheMenu();
    void commandsAreCopied();
    void onlyMineOrAll();
    void theTitleTellsProgress();
    void doneListsCloseThemselves();
    void theMenuSaysTheSame();
    void aClickIntoTheBoxTicks();
    void longTextsWrap();
    void everythingHasAName();
};

// Every step of every list that is offered can be settled by the keyboard alone, from the first to the last.
void TestChecklistPanel::worksThroughEveryProcess()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Board board(process, severity);
    QVERIFY(board.feed.line(u"/claim"_s));
    QTest::keyClick(board.part("checklistMine"), Qt::Key_Space);
    board.view()->setFocus();
    const QStringList lists = board.lists();
    for (const QString &list : lists) {
        const int steps = int(board.feed.process().list(list)->items.size());
        for (int step = 1; step <= steps; ++step) {
            board.select(list, step);
            if (board.current().data(checklist::StateRole).toInt() == checklist::Open)
                board.key(Qt::Key_Space);
            QVERIFY(board.current().data(checklist::StateRole).toInt() != checklist::Open);
        }
    }
    QCOMPARE(board.refusals, QStringList());
    QCOMPARE(board.lists().isEmpty(), lists.isEmpty());
    QCOMPARE(board.view()->isVisible(), !lists.isEmpty());
}

void TestChecklistPanel::spaceTicksAndUnticks()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    board.select(u"sre.ic"_s, 2);
    board.key(Qt::Key_Space);
    QCOMPARE(board.asked.last().verb, Verb::CheckItem);
    QCOMPARE(board.current().data(checklist::StateRole).toInt(), int(checklist::Checked));
    board.key(Qt::Key_Space);
    QCOMPARE(board.asked.last().verb, Verb::UncheckItem);
    QCOMPARE(board.current().data(checklist::StateRole).toInt(), int(checklist::Open));
    QCOMPARE(board.refusals, QStringList());
}

void TestChecklistPanel::aStepThatTickedItselfSaysSo()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    board.select(u"sre.ic"_s, 1);
    QCOMPARE(board.current().data(checklist::StateRole).toInt(), int(checklist::Ticked));
    board.key(Qt::Key_Space);
    QCOMPARE(board.codes, QStringList{u"ticks-itself"_s});
}

void TestChecklistPanel::skipsWithAReason()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    board.select(u"sre.ic"_s, 2);
    board.key(Qt::Key_S);
    QVERIFY(board.editor());
    QVERIFY(board.editor()->hasFocus());
    QTest::keyClicks(board.editor(), u"sitting in one room"_s);
    QTest::keyClick(board.editor(), Qt::Key_Return);
    QVERIFY(!board.editor());
    QCOMPARE(board.asked.last().verb, Verb::SkipItem);
    QCOMPARE(board.asked.last().args.value(u"why").toString(), u"sitting in one room"_s);
    QCOMPARE(board.current().data(checklist::StateRole).toInt(), int(checklist::Skipped));
    // A settled step is not skipped again.
    board.key(Qt::Key_S);
    QVERIFY(!board.editor());
    // Without a reason nothing is asked for.
    board.select(u"sre.ic"_s, 3);
    board.key(Qt::Key_S);
    board.press(Qt::Key_Return);
    QVERIFY(board.editor());
    QVERIFY(board.part<QLabel>("checklistFormProblem")->text().contains(u"why"_s));
    QCOMPARE(board.asked.size(), 1);
}

void TestChecklistPanel::aReasonThatWasBegunIsKept()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    board.select(u"sre.ic"_s, 2);
    board.key(Qt::Key_S);
    QTest::keyClicks(board.editor(), u"no bridge"_s);
    QVERIFY(board.feed.line(u"/note meanwhile"_s));
    board.feed.advance(Span::minutes(2));
    QCOMPARE(board.editor()->text(), u"no bridge"_s);
    QTest::keyClick(board.editor(), Qt::Key_Escape);
    QVERIFY(!board.editor());
    QVERIFY(board.asked.isEmpty());
    board.key(Qt::Key_S);
    QCOMPARE(board.editor()->text(), u"no bridge"_s);
    // Elsewhere is no answer either.
    board.part("checklistMine")->setFocus();
    QCOMPARE(board.editor()->text(), u"no bridge"_s);
    QVERIFY(board.asked.isEmpty());
    // The panel says that it waits, and leads back to it from any row.
    QTest::keyClick(board.editor(), Qt::Key_Escape);
    QVERIFY(board.sees("checklistWaiting"));
    board.select(u"sre.ic"_s, 3);
    board.part("checklistWaitingResume")->setFocus();
    board.press(Qt::Key_Space);
    QCOMPARE(board.current().data(checklist::NumberRole).toInt(), 2);
    QCOMPARE(board.editor()->text(), u"no bridge"_s);
}

void TestChecklistPanel::whatIsNextComesIntoSight()
{
    Board board;
    QCOMPARE(board.at(), u"sre.ic 1"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    QCOMPARE(board.at(), u"sre.ic 1"_s); // somebody is working here
    board.part("checklistMine")->setFocus();
    QVERIFY(board.feed.line(u"/check sre.ic 2"_s));
    QCOMPARE(board.at(), u"sre.ic 3"_s);
    board.select(u"sre.ic"_s, 6);
    QVERIFY(board.feed.line(u"/note nothing of this"_s));
    QCOMPARE(board.at(), u"sre.ic 6"_s);
}

void TestChecklistPanel::altArrowsGoFromStepToStep()
{
    Board board(u"severity-ladder"_s, u"1"_s);
    QVERIFY(board.feed.line(u"/phase response"_s));
    const QString first = board.lists().at(0);
    const QString second = board.lists().at(1);
    const int steps = int(board.feed.process().list(first)->items.size());
    board.select(first, 1);
    for (int i = 1; i < steps; ++i)
        board.key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(board.at(), u"%1 %2"_s.arg(first).arg(steps));
    board.key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(board.at(), second + u" 1"_s);
    board.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(board.at(), u"%1 %2"_s.arg(first).arg(steps));
    board.select(first, 1);
    board.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(board.at(), first + u" 1"_s);
}

void TestChecklistPanel::enterBeginsTheDeed()
{
    Board board;
    QSignalSpy entry(&board.panel, &ChecklistPanel::entryRequested);
    // The keyboard stands on what is next.
    QCOMPARE(board.at(), u"sre.ic 1"_s);
    board.key(Qt::Key_Return);
    QCOMPARE(entry.last().first().toString(), u"/claim"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    board.select(u"sre.ic"_s, 3);
    board.key(Qt::Key_Return);
    QCOMPARE(entry.last().first().toString(), u"/role @"_s);
    QVERIFY(board.asked.isEmpty());
    board.select(u"sre.ic"_s, 1);
    board.key(Qt::Key_Return);
    QCOMPARE(entry.size(), 2);
    QVERIFY(board.asked.isEmpty());
}

void TestChecklistPanel::enterOpensTheFormOfARecord()
{
    Board board(u"nine-step"_s, u"P2"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    QSignalSpy entry(&board.panel, &ChecklistPanel::entryRequested);
    QSignalSpy record(&board.panel, &ChecklistPanel::recordRequested);
    board.select(u"nin.s1"_s, 2);
    board.key(Qt::Key_Return);
    QCOMPARE(record.size(), 1);
    QCOMPARE(record.first().first().toString(), u"nin.ack"_s);
    QCOMPARE(record.first().last().toString(), u"/draft nin.ack "_s);
    QVERIFY(entry.isEmpty());
    // Once it is written Enter asks for nothing.
    QVERIFY(board.feed.line(u"/draft nin.ack symptom=slow impact=half started=10:00 investigator=bo service=shop"_s));
    board.select(u"nin.s1"_s, 2);
    board.key(Qt::Key_Return);
    QCOMPARE(record.size(), 1);
    QVERIFY(board.asked.isEmpty());
}

void TestChecklistPanel::enterStartsAnOfferedList()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(board.feed.line(u"/role @ana sre_oncall"_s));
    QVERIFY(board.feed.line(u"/alert DiskFull type=database"_s));
    board.select(u"hdf.db"_s, 0);
    const QPersistentModelIndex list = board.current();
    QVERIFY(!board.view()->isExpanded(list));
    board.key(Qt::Key_Return);
    QCOMPARE(board.asked.last().verb, Verb::StartList);
    QCOMPARE(board.refusals, QStringList());
    QVERIFY(board.view()->isExpanded(list));
    // Begun: Enter folds and unfolds.
    board.select(u"hdf.db"_s, 0);
    board.key(Qt::Key_Return);
    QVERIFY(!board.view()->isExpanded(list));
    QCOMPARE(board.asked.size(), 1);
}

void TestChecklistPanel::listsAreStartedFromTheMenu()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    auto *button = board.part<QToolButton>("checklistStart");
    auto *menu = board.part<QMenu>("checklistStartMenu");
    QVERIFY(button->isEnabled());
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 3);
    menu->actions().first()->trigger();
    QCOMPARE(board.asked.last().args.value(u"id").toString(), u"hdf.db"_s);
    QVERIFY(board.feed.state().lists.value(u"hdf.db"_s).startedAt.isSet());
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 2);
    Board other(u"sre-directorate"_s, u"SEV1"_s);
    emit other.part<QMenu>("checklistStartMenu")->aboutToShow();
    QCOMPARE(other.part("checklistStart")->isEnabled(), !other.part<QMenu>("checklistStartMenu")->isEmpty());
}

void TestChecklistPanel::commandsAreCopied()
{
    Board board(u"nine-step"_s, u"P1"_s);
    for (const QString &line : {u"/claim"_s, u"/confirm real"_s, u"/phase triage"_s, u"/phase assemble"_s})
        QVERIFY2(board.feed.line(line), qPrintable(line));
    QTest::keyClick(board.part("checklistMine"), Qt::Key_Space);
    board.view()->setFocus();
    const QModelIndex before = board.current();
    QGuiApplication::clipboard()->setText(u"mine"_s);
    board.key(Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"mine"_s); // a step without a command
    QCOMPARE(board.current(), before);
    QString run;
    for (const QString &list : board.lists()) {
        const auto &items = board.feed.process().list(list)->items;
        for (int i = 0; i < items.size() && run.isEmpty(); ++i) {
            if (!items.at(i).run.isEmpty()) {
                run = items.at(i).run;
                board.select(list, i + 1);
            }
        }
    }
    QVERIFY(!run.isEmpty());
    board.key(Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), run);
}

void TestChecklistPanel::onlyMineOrAll()
{
    Board board;
    QVERIFY(board.feed.line(u"/role @bo ic"_s));
    QCOMPARE(board.lists(), QStringList());
    QVERIFY(!board.view()->isVisible());
    auto *all = board.part<QPushButton>("checklistShowAll");
    QVERIFY(all->isVisible());
    QTest::keyClick(all, Qt::Key_Space);
    QVERIFY(board.view()->isVisible());
    QVERIFY(board.lists().contains(u"sre.ic"_s));
    QVERIFY(board.lists().contains(u"sre.ol"_s));
    QTest::keyClick(board.part("checklistMine"), Qt::Key_Space);
    QVERIFY(board.feed.line(u"/role @ana ol"_s));
    QCOMPARE(board.lists(), QStringList{u"sre.ol"_s});
    QVERIFY(board.view()->isVisible());
}

void TestChecklistPanel::theTitleTellsProgress()
{
    Board board;
    QCOMPARE(board.panel.windowTitle(), u"Checklist: 1 of 8 done"_s);
    QSignalSpy title(&board.panel, &QWidget::windowTitleChanged);
    QVERIFY(board.feed.line(u"/claim"_s));
    QCOMPARE(title.last().first().toString(), u"Checklist: 2 of 8 done"_s);
}

void TestChecklistPanel::doneListsCloseThemselves()
{
    Board board(u"severity-ladder"_s, u"1"_s);
    QVERIFY(board.feed.line(u"/phase response"_s));
    board.select(u"lad.investigate"_s, 0);
    const QPersistentModelIndex list = board.current();
    QVERIFY(board.view()->isExpanded(list));
    for (int step = 1; step <= 4; ++step)
        QVERIFY(board.feed.line(u"/check lad.investigate %1"_s.arg(step)));
    QVERIFY(!board.view()->isExpanded(list));
    QCOMPARE(list.row(), board.view()->model()->rowCount() - 1);
}

void TestChecklistPanel::theMenuSaysTheSame()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    board.select(u"sre.ic"_s, 3);
    emit board.view()->customContextMenuRequested({5, 5});
    auto *menu = board.part<QMenu>("checklistMenu");
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts.append(action->text() + (action->isEnabled() ? QString() : u" (not now)"_s));
    QCOMPARE(texts, (QStringList{u"Tick"_s, u"Skip with a reason…"_s, u"Copy the command (not now)"_s, u"Write /role @"_s}));
    menu->actions().first()->trigger();
    QCOMPARE(board.asked.last().verb, Verb::CheckItem);
    menu->close();
}

void TestChecklistPanel::aClickIntoTheBoxTicks()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    board.select(u"sre.ic"_s, 2);
    const QRect row = board.view()->visualRect(board.current());
    QTest::mouseClick(board.view()->viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(board.asked.isEmpty());
    QTest::mouseClick(board.view()->viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(6, 8));
    QCOMPARE(board.asked.size(), 1);
    QCOMPARE(board.asked.last().verb, Verb::CheckItem);
}

void TestChecklistPanel::longTextsWrap()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    QTest::keyClick(board.part("checklistMine"), Qt::Key_Space);
    board.select(u"sre.ic"_s, 8);
    board.panel.resize(600, 500);
    QTRY_COMPARE(board.view()->width(), 600);
    const auto height = [&] { return board.view()->visualRect(board.current()).height(); };
    board.view()->doItemsLayout();
    const int wide = height();
    board.panel.resize(120, 500);
    QTRY_VERIFY(height() > wide);
}

void TestChecklistPanel::everythingHasAName()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(board.feed.line(u"/alert DiskFull type=database"_s));
    QTest::keyClick(board.part("checklistMine"), Qt::Key_Space);
    test::checkPartNames(board.panel);
    QCOMPARE(test::tabOrder(board.panel), (QStringList{u"checklistMine"_s, u"checklistStart"_s, u"checklistTree"_s}));
}

QTEST_MAIN(TestChecklistPanel)
#include "tst_checklistpanel.moc"
