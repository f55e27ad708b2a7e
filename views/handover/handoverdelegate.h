// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/linesdelegate.h"

namespace fireline::views {

class TimeDisplay;

/// Draws the steps of a handover: how far each is by shape, word and colour, whose it is, and the words to say. GUI thread;
/// made by the panel; theme and times outlive it.
class HandoverDelegate : public LinesDelegate
{
    Q_OBJECT
public:
    HandoverDelegate(Theme &theme, TimeDisplay &times, QObject *parent);

protected:
    [[nodiscard]] QList<Line> linesOf(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString stateText(const QModelIndex &index) const;
    [[nodiscard]] QString sideText(const QModelIndex &index) const;

    TimeDisplay &m_times;
};

} // namespace fireline::views
