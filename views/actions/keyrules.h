// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

namespace fireline::views {

/// Empty where the key may be used, else the translated reason why it may not: input methods, desktops, other keyboard
/// layouts and text fields need it (ux 2.6). Pure.
[[nodiscard]] QString forbiddenKey(const QKeySequence &keys);

/// One letter without Ctrl, Alt or Meta: it works in a focused list only, and can be switched off.
[[nodiscard]] bool isLetterKey(const QKeySequence &keys);

/// A key that also types or moves in a list or a field (letters, Space, Return, Delete, arrows …): never for a whole window.
[[nodiscard]] bool isPlainKey(const QKeySequence &keys);

/// Whether pressing one also means, or begins, the other.
[[nodiscard]] bool keysOverlap(const QKeySequence &a, const QKeySequence &b);

/// Ctrl+3 and Ctrl+Shift+3 are one key on a French keyboard.
[[nodiscard]] bool keysAreOneOnAzerty(const QKeySequence &a, const QKeySequence &b);

} // namespace fireline::views
