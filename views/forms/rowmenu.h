// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QAbstractItemView;
class QPoint;

namespace fireline::views {

class ActionRegistry;

/// The menu of a list's current row: those of these actions that there are, as they can be used now. Nothing where there is no
/// row or no registry. `at` is a place of the viewport; the menu deletes itself.
void popUpRowMenu(const QString &name, const QStringList &actionIds, ActionRegistry *actions, QAbstractItemView &view,
                  const QPoint &at);

} // namespace fireline::views
