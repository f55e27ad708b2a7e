// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace fireline::views {

/// Whatever can say the same in fewer words where its neighbours have no room. It shows the longest form that fits into the width
/// it has, and asks for nothing anew when that width changes: whoever lays it out decides once. Implemented by widgets; GUI thread.
class Shortens
{
public:
    virtual ~Shortens() = default;

    /// What each of its forms needs, in pixels, the longest first; never empty.
    [[nodiscard]] virtual QList<int> formWidths() const = 0;
};

} // namespace fireline::views
