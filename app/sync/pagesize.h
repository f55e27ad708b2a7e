// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fireline::sync {

/// How much is asked for at once: less where the line does not bring it in time, more again when it does. A value.
struct PageSize
{
    int pull = 0;
    int push = 0;
    int quick = 0;          ///< pages in a row that came in time
    bool isPatient = false; ///< a single event was too much for the line
};

} // namespace fireline::sync
