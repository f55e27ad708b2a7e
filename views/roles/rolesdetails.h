// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QString>

namespace fireline::views {

class TimeDisplay;

/// What the selected role asks of its holder and who that is, as HTML for the panel's detail area.
[[nodiscard]] QString rolesDetails(const QModelIndex &index, const TimeDisplay &times);

/// One sentence on a duty that is near or over the limit of the process; empty for one that is fine.
[[nodiscard]] QString dutySentence(const QModelIndex &index, const TimeDisplay &times);

/// One sentence where whoever has the role asks to be relieved of it; empty otherwise.
[[nodiscard]] QString reliefSentence(const QModelIndex &index, const TimeDisplay &times);

} // namespace fireline::views
