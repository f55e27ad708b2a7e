// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/linesdelegate.h"

namespace fireline::views {

class TimeDisplay;

/// Draws a component: its name, what is known of it, and what was told where that matters. GUI thread; made by the panel;
/// theme and times outlive it.
class ComponentsDelegate : public LinesDelegate
{
    Q_OBJECT
public:
    ComponentsDelegate(Theme &theme, TimeDisplay &times, QObject *parent);

private:
    [[nodiscard]] QList<Line> linesOf(const QModelIndex &index) const override;

    TimeDisplay &m_times;
};

} // namespace fireline::views
