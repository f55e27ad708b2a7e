// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/screenroom.h"

#include <QScreen>
#include <QStyle>
#include <QWidget>

namespace fireline::views {

QRect screenRoom(const QScreen &screen, const QWidget &window)
{
    const int edge = window.style()->pixelMetric(QStyle::PM_MdiSubWindowFrameWidth);
    return screen.availableGeometry() - QMargins(edge, window.style()->pixelMetric(QStyle::PM_TitleBarHeight), edge, edge);
}

} // namespace fireline::views
