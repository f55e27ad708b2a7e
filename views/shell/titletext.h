// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::views {

/// "SEV 1 – Checkout failing – Fireline"; either may be empty. A drill says so first.
[[nodiscard]] QString titleText(const QString &severity, const QString &title, bool drill);

} // namespace fireline::views
