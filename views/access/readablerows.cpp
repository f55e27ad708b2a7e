// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/readablerows.h"

#include "access/readablebox.h"
#include "access/readablecheck.h"
#include "access/readablemenu.h"
#include "access/readablerow.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QListView>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

QAccessibleInterface *readableRows(const QString &className, QObject *object)
{
    // Asked for the class of the object and for each that it is made of: ours have names of their own, and come to these.
    const bool isRows = className == "QListView"_L1 || className == "QTreeView"_L1 || className == "QTableView"_L1;
    auto *view = isRows ? qobject_cast<QAbstractItemView *>(object) : nullptr;
    return view ? new ReadableRows(view) : nullptr;
}

QAccessibleInterface *readableBox(const QString &className, QObject *object)
{
    auto *box = className == "QComboBox"_L1 ? qobject_cast<QComboBox *>(object) : nullptr;
    return box ? new ReadableBox(box) : nullptr;
}

QAccessibleInterface *readableCheck(const QString &className, QObject *object)
{
    const bool takes = className == "QCheckBox"_L1 || className == "QToolButton"_L1;
    auto *button = takes ? qobject_cast<QAbstractButton *>(object) : nullptr;
    return button && button->isCheckable() ? new ReadableCheck(button) : nullptr;
}

QAccessibleInterface *readableMenu(const QString &className, QObject *object)
{
    auto *menu = className == "QMenu"_L1 ? qobject_cast<QMenu *>(object) : nullptr;
    return menu ? new ReadableMenu(menu) : nullptr;
}

QAccessibleInterface *readableMenuBar(const QString &className, QObject *object)
{
    auto *bar = className == "QMenuBar"_L1 ? qobject_cast<QMenuBar *>(object) : nullptr;
    return bar ? new ReadableMenuBar(bar) : nullptr;
}

QAccessible::Role roleOf(const QAbstractItemView *view)
{
    if (qobject_cast<const QTreeView *>(view))
        return QAccessible::Tree;
    return qobject_cast<const QTableView *>(view) ? QAccessible::Table : QAccessible::List;
}

} // namespace

void installReadables()
{
    QAccessible::installFactory(readableRows); // the same one twice is one
    QAccessible::installFactory(readableBox);
    QAccessible::installFactory(readableCheck);
    QAccessible::installFactory(readableMenu);
    QAccessible::installFactory(readableMenuBar);
}

ReadableRows::ReadableRows(QAbstractItemView *view) : QAccessibleWidget(view, roleOf(view)) { }

ReadableRows::~ReadableRows()
{
    forget();
}

void ReadableRows::forget()
{
    for (const QAccessible::Id id : std::as_const(m_rows))
        QAccessible::deleteAccessibleInterface(id);
    for (const QAccessible::Id id : std::as_const(m_heads))
        QAccessible::deleteAccessibleInterface(id);
    m_rows.clear();
    m_heads.clear();
}

QAbstractItemView *ReadableRows::view() const
{
    return qobject_cast<QAbstractItemView *>(object());
}

int ReadableRows::headRows() const
{
    return qobject_cast<QListView *>(object()) ? 0 : 1;
}

int ReadableRows::headColumns() const
{
    return qobject_cast<QTableView *>(object()) ? 1 : 0;
}

QModelIndex ReadableRows::at(int row, int column) const
{
    const QAbstractItemView *all = view();
    if (!all || !all->model() || row < 0 || column < 0 || column >= columnCount())
        return {};
    if (const auto *list = qobject_cast<const QListView *>(all))
        return all->model()->index(row, list->modelColumn(), all->rootIndex());
    const auto *tree = qobject_cast<const QTreeView *>(all);
    if (!tree)
        return all->model()->index(row, column, all->rootIndex());
    // Rows of a tree are those that are unfolded.
    QModelIndex index = all->model()->index(0, 0, all->rootIndex());
    for (int step = 0; step < row && index.isValid(); ++step)
        index = tree->indexBelow(index);
    return index.isValid() ? index.siblingAtColumn(column) : index;
}

int ReadableRows::rowOf(const QModelIndex &index) const
{
    const auto *tree = qobject_cast<const QTreeView *>(view());
    if (!tree)
        return index.row();
    int row = 0;
    const QModelIndex wanted = index.siblingAtColumn(0);
    for (QModelIndex one = tree->model()->index(0, 0, tree->rootIndex()); one.isValid(); one = tree->indexBelow(one), ++row) {
        if (one == wanted)
            return row;
    }
    return -1;
}

int ReadableRows::rowCount() const
{
    const QAbstractItemView *all = view();
    if (!all || !all->model())
        return 0;
    const auto *tree = qobject_cast<const QTreeView *>(all);
    if (!tree)
        return all->model()->rowCount(all->rootIndex());
    int rows = 0;
    for (QModelIndex one = all->model()->index(0, 0, all->rootIndex()); one.isValid(); one = tree->indexBelow(one))
        ++rows;
    return rows;
}

int ReadableRows::columnCount() const
{
    const QAbstractItemView *all = view();
    if (!all || !all->model())
        return 0;
    return qobject_cast<const QListView *>(all) ? 1 : all->model()->columnCount(all->rootIndex());
}

int ReadableRows::placeOf(const QModelIndex &index) const
{
    const int row = rowOf(index);
    const int column = qobject_cast<const QListView *>(view()) ? 0 : index.column();
    return row < 0 ? -1 : (row + headRows()) * (columnCount() + headColumns()) + column + headColumns();
}

QAccessibleInterface *ReadableRows::parent() const
{
    const QWidget *holder = view() ? view()->parentWidget() : nullptr;
    // A box shows its choices in a frame of its own, of which nobody wants to hear.
    if (holder && holder->inherits("QComboBoxPrivateContainer"))
        return QAccessible::queryAccessibleInterface(holder->parent());
    return QAccessibleWidget::parent();
}

int ReadableRows::childCount() const
{
    return (rowCount() + headRows()) * (columnCount() + headColumns());
}

QAccessibleInterface *ReadableRows::child(int place) const
{
    const int columns = columnCount() + headColumns();
    if (place < 0 || columns == 0)
        return nullptr;
    const int row = place / columns - headRows();
    const int column = place % columns - headColumns();
    if (row < 0)
        return head(Qt::Horizontal, column);
    return column < 0 ? head(Qt::Vertical, row) : cellAt(row, column);
}

QAccessibleInterface *ReadableRows::head(Qt::Orientation orientation, int section) const
{
    const int key = orientation == Qt::Horizontal ? section : -section - 2;
    QAccessible::Id &id = m_heads[key];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new ReadableHead(view(), orientation, section));
    return QAccessible::accessibleInterface(id);
}

QAccessibleInterface *ReadableRows::cellAt(int row, int column) const
{
    const QModelIndex index = at(row, column);
    if (!index.isValid())
        return nullptr;
    QAccessible::Id &id = m_rows[QPersistentModelIndex(index)];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new ReadableRow(view(), index));
    return QAccessible::accessibleInterface(id);
}

int ReadableRows::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *row = dynamic_cast<const ReadableRow *>(child))
        return row->isValid() ? placeOf(row->index()) : -1;
    for (int place = 0; place < columnCount() + headColumns(); ++place) {
        if (headRows() > 0 && this->child(place) == child)
            return place;
    }
    return -1;
}

QAccessibleInterface *ReadableRows::childAt(int x, int y) const
{
    const QModelIndex index = view() ? view()->indexAt(view()->viewport()->mapFromGlobal(QPoint(x, y))) : QModelIndex();
    return index.isValid() ? child(placeOf(index)) : nullptr;
}

QAccessibleInterface *ReadableRows::focusChild() const
{
    const QModelIndex index = view() ? view()->currentIndex() : QModelIndex();
    return index.isValid() && view()->hasFocus() ? child(placeOf(index)) : nullptr;
}

void *ReadableRows::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QList<QAccessibleInterface *> ReadableRows::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    if (!view() || !view()->selectionModel())
        return cells;
    for (const QModelIndex &index : view()->selectionModel()->selectedIndexes())
        cells.append(child(placeOf(index)));
    return cells;
}

QString ReadableRows::columnDescription(int column) const
{
    return view() && view()->model() ? view()->model()->headerData(column, Qt::Horizontal).toString() : QString();
}

QString ReadableRows::rowDescription(int row) const
{
    return at(row, 0).data(Qt::AccessibleTextRole).toString();
}

QList<int> ReadableRows::selectedRows() const
{
    QList<int> rows;
    if (!view() || !view()->selectionModel())
        return rows;
    for (const QModelIndex &index : view()->selectionModel()->selectedIndexes()) {
        if (const int row = rowOf(index); !rows.contains(row))
            rows.append(row);
    }
    return rows;
}

bool ReadableRows::isRowSelected(int row) const
{
    const QModelIndex index = at(row, 0);
    return index.isValid() && view()->selectionModel()->isSelected(index);
}

// The panels' commands are about the current row, so that is what is chosen.
bool ReadableRows::selectRow(int row)
{
    const QModelIndex index = at(row, 0);
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsSelectable))
        return false;
    view()->setCurrentIndex(index);
    return true;
}

bool ReadableRows::unselectRow(int row)
{
    const QModelIndex index = at(row, 0);
    if (!index.isValid())
        return false;
    view()->selectionModel()->select(index, QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    return true;
}

// Rows know themselves where they went; those that are gone go here too.
void ReadableRows::modelChange(QAccessibleTableModelChangeEvent *)
{
    for (auto row = m_rows.begin(); row != m_rows.end();) {
        if (row.key().isValid() && row.key().model() == view()->model()) {
            ++row;
            continue;
        }
        QAccessible::deleteAccessibleInterface(row.value());
        row = m_rows.erase(row);
    }
}

} // namespace fireline::views
