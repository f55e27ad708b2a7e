// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/filedrops.h"

#include "shell/localfiles.h"

#include <QDropEvent>
#include <QWidget>

namespace fireline::views {

FileDrops::FileDrops(QWidget &window) : QObject(&window)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool FileDrops::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDrop = event->type() == QEvent::Drop;
    if (!isDrop && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove)
        return QObject::eventFilter(watched, event);
    auto *drag = static_cast<QDropEvent *>(event);
    const QStringList paths = localFiles(*drag->mimeData());
    if (paths.isEmpty())
        return QObject::eventFilter(watched, event);
    drag->setDropAction(Qt::CopyAction);
    drag->accept();
    if (isDrop)
        emit dropped(paths);
    return true;
}

} // namespace fireline::views
