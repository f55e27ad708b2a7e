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

void RolesView::fitColumns()
{
    using namespace models;
    if (!model())
        return;
    const QAbstractItemView &view = *this; // where the hints are public
    const auto wanted = [&](int column) { return std::max(view.sizeHintForColumn(column), header()->sectionSizeHint(column)); };
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
    fitColumns();
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
