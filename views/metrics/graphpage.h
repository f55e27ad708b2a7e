// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fireline::views {

/// Which fields there is room for. A value.
struct GraphPage
{
    int first = 0;
    int count = 0;
    int all = 0;

    bool operator==(const GraphPage &) const = default;
};

} // namespace fireline::views
