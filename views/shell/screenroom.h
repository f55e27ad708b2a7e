// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QScreen;
class QWidget;

namespace fireline::views {

/// Where a window without its frame fits on the screen. The frame itself is not known before the window is shown.
[[nodiscard]] QRect screenRoom(const QScreen &screen, const QWidget &window);

} // namespace fireline::views
