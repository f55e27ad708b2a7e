// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::domain {

/// Where a list's record keeps the mark of a step: that of a process by its number, since the process is pinned; that of a file
/// by its text, since the file may be another tomorrow. `step` is the event's word for the text (stepHash), empty for a process.
[[nodiscard]] inline int stepKey(const QString &step, int number)
{
    constexpr int beyondNumbers = 1 << 30;
    return step.isEmpty() ? number : beyondNumbers + int(step.left(8).toUInt(nullptr, 16) % beyondNumbers);
}

} // namespace fireline::domain
