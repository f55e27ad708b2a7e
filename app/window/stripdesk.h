// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fireline::views {
class MainWindow;
class Strip;
} // namespace fireline::views

namespace fireline::window {

/// From now on the cells of the strip open what they are about, or say why they cannot, and their tooltips name the keys that
/// do so from anywhere. GUI thread; for as long as the strip lives, in that window.
void connectStrip(views::Strip &strip, views::MainWindow &window);

} // namespace fireline::window
