// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::domain {

/// The shapes of the ranks 1 to 5, worst first: what says a severity where colour is not seen or not printed (ux 2.4). The one
/// place that names them; the window's chips, documents and the importer, which takes them off again, read them here.
inline constexpr QStringView severityShapes = u"⬢▲◆●○";

/// "⬢" for rank 1; empty for what is no rank.
[[nodiscard]] inline QString severityShape(int rank)
{
    return rank >= 1 && rank <= severityShapes.size() ? QString(severityShapes.at(rank - 1)) : QString();
}

} // namespace fireline::domain
