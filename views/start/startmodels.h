// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;

namespace fireline::views {

/// What stands in the start window's lists; roles are those of start/startroles.h. Models outlive the window.
struct StartModels
{
    QAbstractItemModel *recent = nullptr; ///< RecentModel
    QAbstractItemModel *hits = nullptr;   ///< HitsModel
    QAbstractItemModel *drills = nullptr; ///< DrillsModel
    QAbstractItemModel *firing = nullptr; ///< FiringModel; null: no alerts are shown
};

/// What a search did not show.
struct SearchLimits
{
    bool cut = false; ///< more was found than is shown
    int unread = 0;   ///< incidents whose file could not be searched
};

} // namespace fireline::views
