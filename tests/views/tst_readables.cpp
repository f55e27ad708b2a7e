// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/readablenote.h"
#include "access/readablerows.h"
#include "hearing.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStringListModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fireline::test;
using namespace fireline::views;

namespace {

using Node = QAccessibleInterface *;

Node nodeOf(QObject &object)
{
    return QAccessible::queryAccessibleInterface(&object);
}

QStringList actionsOf(Node node)
{
    return node->actionInterface() ? node->actionInterface()->actionNames() : QStringList();
}

QStandardItemModel *twoLists(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    for (const QString &list : {u"Before"_s, u"After"_s}) {
        auto *head = new QStandardItem(list);
        head->appendRow(new QStandardItem(list + u" one"_s));
        model->appendRow(head);
    }
    return model;
}

const QString press = QAccessibleActionInterface::pressAction();
const QString toggle = QAccessibleActionInterface::toggleAction();

} // namespace

/// What screen readers get of lists, menus, boxes and notes, beyond what Qt gives them.
class TestReadables : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { installReadables(); }
    void aRowIsOpened();
    void aHeadingIsReadOnly();
    void rowsStayWhoTheyAre();
    void chosenByAReaderIsCurrent();
    void aTreeIsUnfolded();
    void childrenStandWhereQtSaysTheyDo();
    void aBoxSaysWhatItAsks();
    void aTickIsAClick();
    void oneCommandInTwoMenus();
    void theButtonBesideTheMenus();
    void aNoteIsHeard();
};

void TestReadables::aRowIsOpened()
{
    QStringListModel model({u"one"_s, u"two"_s});
    QListView list;
    list.setModel(&model);
    const QSignalSpy opened(&list, &QListView::activated);
    const Node row = nodeOf(list)->tableInterface()->cellAt(1, 0);
    QCOMPARE(row->text(QAccessible::Name), u"two"_s);
    QVERIFY(actionsOf(row).contains(press));
    row->actionInterface()->doAction(press);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toModelIndex().row(), 1);
    QCOMPARE(list.currentIndex().row(), 1);
}

void TestReadables::aHeadingIsReadOnly()
{
    QStandardItemModel model;
    auto *heading = new QStandardItem(u"Questions"_s);
    heading->setFlags(Qt::ItemIsEnabled);
    model.appendRow(heading);
    QListView list;
    list.setModel(&model);
    const Node row = nodeOf(list)->tableInterface()->cellAt(0, 0);
    QCOMPARE(row->text(QAccessible::Name), u"Questions"_s);
    QCOMPARE(actionsOf(row), QStringList());
    QVERIFY(!nodeOf(list)->tableInterface()->selectRow(0));
}

void TestReadables::rowsStayWhoTheyAre()
{
    QStringListModel model({u"one"_s, u"two"_s});
    QListView list;
    list.setModel(&model);
    QAccessibleTableInterface *table = nodeOf(list)->tableInterface();
    const Node two = table->cellAt(1, 0);
    model.insertRow(0);
    model.setData(model.index(0), u"zero"_s);
    QCOMPARE(two->text(QAccessible::Name), u"two"_s);
    QCOMPARE(table->cellAt(2, 0), two);
    model.removeRow(2);
    QVERIFY(!two->isValid());
    QCOMPARE(actionsOf(two), QStringList());
    QCOMPARE(table->rowCount(), 2);
}

void TestReadables::chosenByAReaderIsCurrent()
{
    QStringListModel model({u"one"_s, u"two"_s});
    QListView list;
    list.setModel(&model);
    QVERIFY(nodeOf(list)->tableInterface()->selectRow(1));
    QCOMPARE(list.currentIndex().row(), 1);
    QCOMPARE(nodeOf(list)->tableInterface()->selectedRows(), QList<int>{1});
}

void TestReadables::aTreeIsUnfolded()
{
    QTreeView tree;
    tree.setModel(twoLists(&tree));
    QAccessibleTableInterface *table = nodeOf(tree)->tableInterface();
    QCOMPARE(table->rowCount(), 2);
    const Node before = table->cellAt(0, 0);
    QVERIFY(before->state().collapsed);
    before->actionInterface()->doAction(toggle);
    QVERIFY(before->state().expanded);
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->cellAt(1, 0)->text(QAccessible::Name), u"Before one"_s);
    QCOMPARE(table->cellAt(2, 0)->text(QAccessible::Name), u"After"_s);
    QVERIFY(!actionsOf(table->cellAt(1, 0)).contains(toggle));
}

// Qt tells which row has the focus by a number of its own counting: headers first.
void TestReadables::childrenStandWhereQtSaysTheyDo()
{
    QStandardItemModel model(2, 3);
    model.setHorizontalHeaderLabels({u"Who"_s, u"What"_s, u"When"_s});
    model.setItem(1, 2, new QStandardItem(u"now"_s));
    QTableView table;
    table.setModel(&model);
    const Node node = nodeOf(table);
    QCOMPARE(node->childCount(), 3 * 4);
    QCOMPARE(node->child(2)->text(QAccessible::Name), u"What"_s);
    QCOMPARE(node->child(2 * 4 + 3)->text(QAccessible::Name), u"now"_s);
    for (int place = 5; place < 12; ++place) {
        if (place % 4 != 0)
            QCOMPARE(node->indexOfChild(node->child(place)), place);
    }
    QCOMPARE(node->child(99), nullptr);
}

void TestReadables::aBoxSaysWhatItAsks()
{
    QComboBox box;
    box.setAccessibleName(u"State"_s);
    box.addItems({u"open"_s, u"closed"_s});
    QCOMPARE(nodeOf(box)->text(QAccessible::Name), u"State: open"_s);
    const QSignalSpy chosen(&box, &QComboBox::activated);
    nodeOf(box)->child(0)->child(1)->actionInterface()->doAction(press);
    QCOMPARE(box.currentText(), u"closed"_s);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(nodeOf(box)->text(QAccessible::Value), u"closed"_s);
}

void TestReadables::aTickIsAClick()
{
    QCheckBox box(u"&Mine"_s);
    const QSignalSpy clicked(&box, &QCheckBox::clicked);
    QCOMPARE(nodeOf(box)->role(), QAccessible::CheckBox);
    QCOMPARE(nodeOf(box)->text(QAccessible::Name), u"Mine"_s);
    nodeOf(box)->actionInterface()->doAction(toggle);
    QVERIFY(box.isChecked());
    QVERIFY(nodeOf(box)->state().checked);
    QCOMPARE(clicked.size(), 1);
    QToolButton chip;
    chip.setCheckable(true);
    const QSignalSpy pressed(&chip, &QToolButton::clicked);
    nodeOf(chip)->actionInterface()->doAction(toggle);
    QCOMPARE(pressed.size(), 1);
    chip.setCheckable(false);
    QCOMPARE(nodeOf(chip)->role(), QAccessible::Button);
    nodeOf(chip)->actionInterface()->doAction(press);
    QCOMPARE(pressed.size(), 2);
}

void TestReadables::oneCommandInTwoMenus()
{
    QAction command(u"&Acknowledge"_s);
    const QSignalSpy done(&command, &QAction::triggered);
    QMenu first;
    QMenu second;
    first.addAction(&command);
    second.addAction(&command);
    QVERIFY(nodeOf(first)->child(0)->state().invisible);
    second.popup({});
    const Node item = nodeOf(second)->child(0);
    QVERIFY(!item->state().invisible);
    QCOMPARE(item->text(QAccessible::Name), u"Acknowledge"_s);
    item->actionInterface()->doAction(press);
    QCOMPARE(done.size(), 1);
    QVERIFY(!second.isVisible());
    command.setEnabled(false);
    item->actionInterface()->doAction(press);
    QCOMPARE(done.size(), 1);
}

void TestReadables::theButtonBesideTheMenus()
{
    QMainWindow window;
    QMenu *file = window.menuBar()->addMenu(u"&File"_s);
    file->addAction(u"&Open"_s);
    auto *button = new QToolButton;
    button->setAccessibleName(u"Find a command"_s);
    const QSignalSpy done(button, &QToolButton::clicked);
    window.menuBar()->setCornerWidget(button);
    window.resize(400, 200);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const Node bar = nodeOf(*window.menuBar());
    QCOMPARE(bar->role(), QAccessible::MenuBar);
    QCOMPARE(bar->childCount(), 2);
    const Node menu = bar->child(0);
    QCOMPARE(menu->text(QAccessible::Name), u"File"_s);
    QCOMPARE(menu->role(), QAccessible::MenuItem);
    QVERIFY(!menu->state().invisible && menu->state().hasPopup);
    QCOMPARE(menu->parent(), bar);
    QCOMPARE(bar->indexOfChild(menu), 0);
    const QPoint onMenu = menu->rect().center();
    QCOMPARE(bar->childAt(onMenu.x(), onMenu.y()), menu);
    const Node found = bar->child(1);
    QCOMPARE(found->text(QAccessible::Name), u"Find a command"_s);
    QCOMPARE(found->parent(), bar);
    QCOMPARE(bar->indexOfChild(found), 1);
    const QPoint onButton = found->rect().center();
    QCOMPARE(bar->childAt(onButton.x(), onButton.y()), found);
    found->actionInterface()->doAction(press);
    QCOMPARE(done.size(), 1);
    menu->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QTRY_VERIFY(file->isVisible());
    QCOMPARE(menu->childCount(), 1);
    QCOMPARE(menu->child(0)->child(0)->text(QAccessible::Name), u"Open"_s);
    file->close();
    button->hide();
    QCOMPARE(bar->childCount(), 1);
}

void TestReadables::aNoteIsHeard()
{
    clearHeard();
    QWidget window;
    QLabel note(&window);
    readAloud(note);
    note.hide();
    window.show();
    QCOMPARE(heard(), QStringList());
    sayAloud(note, u"Say why."_s);
    sayAloud(note, u"Say why."_s);
    sayAloud(note, {});
    QCOMPARE(heard(), QStringList({u"Say why."_s, u"Say why."_s}));
    QVERIFY(note.isHidden());
}

QTEST_MAIN(TestReadables)
#include "tst_readables.moc"
