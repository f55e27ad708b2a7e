// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QtGlobal>

#include <memory>

namespace fireline::views {

/// What the person chose, as style and icons read it at every painting. They outlive the theme (the application owns the
/// style, every QIcon its engine), so they share this value with it. GUI thread.
struct Look
{
    Scheme scheme = Scheme::Light;
    int textSize = 100; ///< per cent
    int rowHeight = 28; ///< of lists, at 100 %
    int revision = 0;   ///< counts up with every change

    [[nodiscard]] QColor ink(Ink ink) const { return views::ink(scheme, ink); }
    /// A length at 100 % in the chosen text size.
    [[nodiscard]] int scaled(int pixels) const { return qRound(pixels * textSize / 100.0); }
};

using SharedLook = std::shared_ptr<const Look>;

} // namespace fireline::views
