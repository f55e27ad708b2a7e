// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/readablerow.h"

#include "access/readablerows.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

namespace fireline::views {

namespace {

/// The box whose choices a list shows.
QComboBox *boxOf(const QAbstractItemView *view)
{
    for (QWidget *up = view->parentWidget(); up; up = up->parentWidget()) {
        if (auto *box = qobject_cast<QComboBox *>(up))
            return box;
    }
    return nullptr;
}

/// Rows that are headings are read and nothing else.
bool isHeading(const QModelIndex &index)
{
    return !index.flags().testFlag(Qt::ItemIsEnabled) || !index.flags().testFlag(Qt::ItemIsSelectable);
}

const QHeaderView *headerOf(const QAbstractItemView *view, Qt::Orientation orientation)
{
    const auto *table = qobject_cast<const QTableView *>(view);
    const auto *tree = qobject_cast<const QTreeView *>(view);
    if (orientation == Qt::Vertical)
        return table ? table->verticalHeader() : nullptr;
    return table ? table->horizontalHeader() : tree ? tree->header() : nullptr;
}

} // namespace

ReadableRows *ReadableRow::rows() const
{
    return m_view ? dynamic_cast<ReadableRows *>(QAccessible::queryAccessibleInterface(m_view)) : nullptr;
}

QAccessibleInterface *ReadableRow::parent() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
}

QString ReadableRow::text(QAccessible::Text text) const
{
    if (!isValid())
        return {};
    if (text == QAccessible::Description)
        return m_index.data(Qt::AccessibleDescriptionRole).toString();
    if (text != QAccessible::Name)
        return {};
    const QString name = m_index.data(Qt::AccessibleTextRole).toString();
    return name.isEmpty() ? m_index.data(Qt::DisplayRole).toString() : name;
}

QRect ReadableRow::rect() const
{
    if (!isValid())
        return {};
    const QRect place = m_view->visualRect(m_index);
    return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::Role ReadableRow::role() const
{
    if (qobject_cast<QTreeView *>(m_view))
        return QAccessible::TreeItem;
    return qobject_cast<QTableView *>(m_view) ? QAccessible::Cell : QAccessible::ListItem;
}

QAccessible::State ReadableRow::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (!isValid())
        return state;
    state.invisible = !m_view->isVisible();
    state.offscreen = !m_view->viewport()->rect().intersects(m_view->visualRect(m_index));
    state.disabled = !m_index.flags().testFlag(Qt::ItemIsEnabled);
    if (!isHeading(m_index)) {
        state.selectable = true;
        state.focusable = true;
    }
    state.selected = isSelected();
    state.focused = m_view->currentIndex() == m_index;
    state.active = state.focused;
    if (canTick()) {
        const int tick = m_index.data(Qt::CheckStateRole).toInt();
        state.checkable = true;
        state.checked = tick == Qt::Checked;
        state.checkStateMixed = tick == Qt::PartiallyChecked;
    }
    if (canFold()) {
        const bool open = qobject_cast<QTreeView *>(m_view)->isExpanded(m_index);
        state.expandable = true;
        state.expanded = open;
        state.collapsed = !open;
    }
    return state;
}

QColor ReadableRow::foregroundColor() const
{
    return m_view ? m_view->palette().color(QPalette::Text) : QColor();
}

QColor ReadableRow::backgroundColor() const
{
    return m_view ? m_view->palette().color(QPalette::Base) : QColor();
}

void *ReadableRow::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

bool ReadableRow::isSelected() const
{
    return isValid() && m_view->selectionModel() && m_view->selectionModel()->isSelected(m_index);
}

int ReadableRow::columnIndex() const
{
    return qobject_cast<QTableView *>(m_view) || qobject_cast<QTreeView *>(m_view) ? m_index.column() : 0;
}

int ReadableRow::rowIndex() const
{
    const ReadableRows *all = rows();
    return all && isValid() ? all->rowOf(m_index) : -1;
}

bool ReadableRow::canTick() const
{
    return m_index.flags().testFlag(Qt::ItemIsUserCheckable) && m_index.data(Qt::CheckStateRole).isValid();
}

bool ReadableRow::canFold() const
{
    const auto *tree = qobject_cast<QTreeView *>(m_view);
    return tree && tree->itemsExpandable() && m_index.column() == 0 && m_index.model()->hasChildren(m_index);
}

QStringList ReadableRow::actionNames() const
{
    QStringList names;
    if (!isValid())
        return names;
    if (!isHeading(m_index)) {
        names << pressAction() << setFocusAction();
        if (m_view->contextMenuPolicy() != Qt::NoContextMenu && m_view->focusPolicy() != Qt::NoFocus)
            names << showMenuAction();
    }
    if (canTick() || canFold())
        names << toggleAction();
    return names;
}

void ReadableRow::doAction(const QString &name)
{
    if (!actionNames().contains(name))
        return;
    if (name == toggleAction())
        return toggle();
    // The row has the keyboard then, as after a click: what is asked for is about the current row.
    if (m_view->focusPolicy() != Qt::NoFocus && !boxOf(m_view))
        m_view->setFocus(Qt::OtherFocusReason);
    if (m_view->currentIndex() != m_index)
        m_view->setCurrentIndex(m_index);
    if (name == pressAction())
        open();
    else if (name == showMenuAction())
        showMenu();
}

// What a click or Enter does there.
void ReadableRow::open()
{
    const QModelIndex index = m_index;
    if (QComboBox *box = boxOf(m_view)) {
        box->setCurrentIndex(index.row());
        box->hidePopup();
        emit box->activated(index.row());
        emit box->textActivated(box->currentText());
    } else if (m_view->focusPolicy() == Qt::NoFocus) {
        emit m_view->clicked(index); // ways to complete a word: the keyboard stays in the field
    } else {
        emit m_view->activated(index);
    }
}

void ReadableRow::toggle()
{
    if (canTick()) {
        const bool ticked = m_index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_view->model()->setData(m_index, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    } else if (auto *tree = qobject_cast<QTreeView *>(m_view)) {
        tree->setExpanded(m_index, !tree->isExpanded(m_index));
    }
}

void ReadableRow::showMenu()
{
    m_view->scrollTo(m_index);
    const QPoint at = m_view->visualRect(m_index).center();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, at, m_view->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(m_view->viewport(), &asked);
}

bool ReadableHead::isValid() const
{
    return m_view && m_view->model() && headerOf(m_view, m_orientation) && m_section < headerOf(m_view, m_orientation)->count();
}

QAccessibleInterface *ReadableHead::parent() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
}

QString ReadableHead::text(QAccessible::Text text) const
{
    if (!isValid() || text != QAccessible::Name || m_section < 0)
        return {};
    const QString name = m_view->model()->headerData(m_section, m_orientation, Qt::AccessibleTextRole).toString();
    return name.isEmpty() ? m_view->model()->headerData(m_section, m_orientation, Qt::DisplayRole).toString() : name;
}

QRect ReadableHead::rect() const
{
    if (!isValid() || m_section < 0)
        return {};
    const QHeaderView *header = headerOf(m_view, m_orientation);
    const int from = header->sectionViewportPosition(m_section);
    const int size = header->sectionSize(m_section);
    const QRect place = m_orientation == Qt::Horizontal ? QRect(from, 0, size, header->height())
                                                        : QRect(0, from, header->width(), size);
    return {header->viewport()->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::Role ReadableHead::role() const
{
    return m_orientation == Qt::Horizontal ? QAccessible::ColumnHeader : QAccessible::RowHeader;
}

QAccessible::State ReadableHead::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    state.invisible = !isValid() || m_section < 0 || headerOf(m_view, m_orientation)->isHidden()
                      || headerOf(m_view, m_orientation)->isSectionHidden(m_section);
    return state;
}

} // namespace fireline::views
