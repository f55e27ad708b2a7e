// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Addresses in what people write, as far as they may be shown and followed.
namespace fireline::exchange {

/// What stands behind "fireline:"; empty for any other address.
[[nodiscard]] QString referenceOf(const QString &address);
/// An address of the web or of a mailbox in letters that are no trick; empty for any other.
[[nodiscard]] QString webAddress(const QString &address);
/// To be read, as it was written, without letters that turn others around.
[[nodiscard]] QString readAddress(const QString &address);
/// Whether the words say the address already.
[[nodiscard]] bool sayAddress(const QString &words, const QString &address);

} // namespace fireline::exchange
