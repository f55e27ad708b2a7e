// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/rowmenu.h"

#include "actions/actionregistry.h"

#include <QAbstractItemView>
#include <QMenu>

namespace fireline::views {

void popUpRowMenu(const QString &name, const QStringList &actionIds, ActionRegistry *actions, QAbstractItemView &view,
                  const QPoint &at)
{
    if (!actions || !view.currentIndex().isValid())
        return;
    actions->refresh();
    auto *menu = new QMenu(view.parentWidget());
    menu->setObjectName(name);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &id : actionIds) {
        if (QAction *action = actions->action(id))
            menu->addAction(action);
    }
    menu->popup(view.viewport()->mapToGlobal(at));
}

} // namespace fireline::views
