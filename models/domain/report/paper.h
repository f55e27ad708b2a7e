// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace fireline::domain {

enum class Paper { A4, Letter };

/// What lies in the printers of that country. Pure.
[[nodiscard]] Paper paperOf(const QLocale &locale);

/// Whose paper this computer uses, as the system says: LC_ALL, LC_PAPER, LANG, the first that is set. Any thread.
[[nodiscard]] QLocale paperLocale();

} // namespace fireline::domain
