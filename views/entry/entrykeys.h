// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;

namespace fireline::views {

/// What a key means in quick entry (ux 2.5).
enum class EntryKey {
    Other,  ///< it is the field's own
    Record, ///< or takes the chosen completion
    RecordPlain,
    StampNow,
    NewLine,
    OtherReturn, ///< means nothing
    Complete,
    Leave,
    Older,
    Newer,
    Up,
    Down,
    OtherArrow, ///< the field's own, but not while an input method composes
};
[[nodiscard]] EntryKey entryKeyOf(const QKeyEvent &event);
/// Whether it is not left to the window's shortcuts; `closes`: something is open beside the field.
[[nodiscard]] bool takesShortcut(EntryKey key, bool closes);

} // namespace fireline::views
