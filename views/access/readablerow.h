// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QAccessibleActionInterface>
#include <QAccessibleTableCellInterface>
#include <QPersistentModelIndex>
#include <QPointer>

namespace fireline::views {

class ReadableRows;

/// One row of a list, or a cell of a table: what it says, and what can be done to it. Made by ReadableRows; GUI thread.
class ReadableRow : public QAccessibleInterface, public QAccessibleTableCellInterface, public QAccessibleActionInterface
{
public:
    ReadableRow(QAbstractItemView *view, const QModelIndex &index) : m_view(view), m_index(index) { }

    [[nodiscard]] QModelIndex index() const { return m_index; }

    bool isValid() const override { return m_view && m_index.isValid() && m_index.model() == m_view->model(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    QColor foregroundColor() const override;
    QColor backgroundColor() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    bool isSelected() const override;
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override;
    int rowIndex() const override;
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

    /// Open, choose, show the menu; fold what has rows below it, tick what can be ticked.
    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] ReadableRows *rows() const;
    [[nodiscard]] bool canTick() const;
    [[nodiscard]] bool canFold() const;
    void open();
    void toggle();
    void showMenu();

    QPointer<QAbstractItemView> m_view;
    QPersistentModelIndex m_index;
};

/// What stands over a column or beside a row.
class ReadableHead : public QAccessibleInterface
{
public:
    ReadableHead(QAbstractItemView *view, Qt::Orientation orientation, int section)
        : m_view(view)
        , m_orientation(orientation)
        , m_section(section)
    {
    }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;

private:
    QPointer<QAbstractItemView> m_view;
    Qt::Orientation m_orientation;
    int m_section;
};

} // namespace fireline::views
