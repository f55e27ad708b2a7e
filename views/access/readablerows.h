// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QAccessibleTableInterface>
#include <QAccessibleWidget>
#include <QHash>
#include <QPersistentModelIndex>

namespace fireline::views {

/// From here on every list, tree and table is read and worked by ReadableRows, every box of choices by ReadableBox, every
/// menu by ReadableMenu, every bar of menus by ReadableMenuBar, every box to tick by ReadableCheck. Once is enough, twice does no harm.
void installReadables();

/// A list, tree or table for who does not see it, in place of Qt's own: a row can be opened, its menu shown, and choosing it
/// makes it the current one, on which the commands of the panel work. Made by Qt when somebody asks; a row is made when it is
/// asked for, and kept. GUI thread.
class ReadableRows : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit ReadableRows(QAbstractItemView *view);

    [[nodiscard]] QAbstractItemView *view() const;
    /// Its place among the children: headers first, then row by row.
    [[nodiscard]] int placeOf(const QModelIndex &index) const;
    [[nodiscard]] int rowOf(const QModelIndex &index) const;

    // What there is of it.
    QAccessibleInterface *parent() const override;
    int childCount() const override;
    QAccessibleInterface *child(int place) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    // As a table.
    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    int selectedCellCount() const override { return int(selectedCells().size()); }
    QList<QAccessibleInterface *> selectedCells() const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int row) const override;
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return int(selectedRows().size()); }
    int columnCount() const override;
    int rowCount() const override;
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override;
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override;
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

protected:
    ~ReadableRows() override;

private:
    [[nodiscard]] QModelIndex at(int row, int column) const;
    /// Headers are counted where Qt counts them in what it tells of the view.
    [[nodiscard]] int headRows() const;
    [[nodiscard]] int headColumns() const;
    [[nodiscard]] QAccessibleInterface *head(Qt::Orientation orientation, int section) const;
    void forget();

    mutable QHash<QPersistentModelIndex, QAccessible::Id> m_rows;
    mutable QHash<int, QAccessible::Id> m_heads; ///< of columns; of rows below zero
};

} // namespace fireline::views
