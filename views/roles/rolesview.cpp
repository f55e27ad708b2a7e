// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles/rolesview.h"

#include "roles/rolesroles.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

const QString &personMime()
{
    static const QString mime = QString::fromLatin1(models::roles::personMimeType);
    return mime;
}

} // namespace

RolesView::RolesView(QWidget *parent) : QTreeView(parent)
{
    setObjectName(u"rolesTable"_s);
    setAccessibleName(tr("Roles"));
    setToolTip(tr("Who has which role. Enter gives the selected role to somebody; a person can be dragged to a role."));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDropIndicatorShown(true);
    setDragDropOverwriteMode(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setTabKeyNavigation(false);
}

// What is hidden has no hints: it wants what it wanted when it was seen.
int RolesView::wanted(int column) const
{
    const int least = header()->minimumSectionSize();
    if (isColumnHidden(column))
        return m_wanted.value(column, least);
    const QAbstractItemView &view = *this; // where the hints are public
    const int now = std::max({view.sizeHintForColumn(column), header()->sectionSizeHint(column), least});
    if (isVisible())
        m_wanted[column] = now;
    return now;
}

void RolesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_wanted.clear();
    QTreeView::changeEvent(event);
}

bool RolesView::hasRoomFor(const QList<int> &columns) const
{
    int room = viewport()->width();
    for (const int column : columns)
        room -= wanted(column);
    return room >= 0;
}

void RolesView::fitColumns()
{
    using namespace models;
    if (!model())
        return;
    int room = viewport()->width();
    for (const int column : {roles::OnForColumn, roles::CheckInColumn, roles::DeputyColumn, roles::NextColumn})
        room -= isColumnHidden(column) ? 0 : header()->sectionSize(column);
    const int role = wanted(roles::RoleColumn);
    const int person = wanted(roles::PersonColumn);
    const int spare = room - role - person;
    header()->resizeSection(roles::PersonColumn, spare >= 0 ? person + spare / 2 : std::min(person, room / 2));
}

void RolesView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    emit resized();
}

bool RolesView::takes(const QDropEvent &event) const
{
    const QModelIndex index = indexAt(event.position().toPoint());
    return index.isValid() && index.flags().testFlag(Qt::ItemIsDropEnabled) && event.mimeData()->hasFormat(personMime());
}

void RolesView::dragEnterEvent(QDragEnterEvent *event)
{
    QTreeView::dragEnterEvent(event);
    event->setAccepted(event->mimeData()->hasFormat(personMime()));
}

void RolesView::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeView::dragMoveEvent(event); // scrolls at the edges, marks the row
    event->setAccepted(takes(*event));
}

void RolesView::dropEvent(QDropEvent *event)
{
    if (takes(*event)) {
        // A copy, so that the view the person was dragged from removes nothing.
        event->setDropAction(Qt::CopyAction);
        event->accept();
        emit personDropped(indexAt(event->position().toPoint()), QString::fromUtf8(event->mimeData()->data(personMime())));
    } else {
        event->ignore();
    }
    setState(NoState);
    viewport()->update();
}

} // namespace fireline::views
