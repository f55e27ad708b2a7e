// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/listrules.h"
#include "state/afterrecords.h"

namespace fireline::domain {

/// What an event says of a step of a file instead of trusting its number: 16 digits of the SHA-256 of its text, blanks apart, and
/// of how often the text stood before it. Empty for a list of the process.
[[nodiscard]] QString stepHash(const ListRule &list, int number);
/// The 1-based number that the step has now; 0 where the file has it no more.
[[nodiscard]] int stepNumber(const ListRule &list, const QString &hash);

/// The mark of that step; null where it has none.
[[nodiscard]] const ItemMark *markOf(const ListRule &list, const ListRecord &record, int number);
/// Marks of steps that the file has no more, the earliest first.
[[nodiscard]] QList<ItemMark> strayMarks(const ListRule &list, const ListRecord &record);

} // namespace fireline::domain
