// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::domain {

/// The translated word for a timeline kind: "Root cause"; the kind itself where a newer program wrote it. GUI thread, or where no
/// language is installed meanwhile.
[[nodiscard]] QString kindWord(QStringView kind);

} // namespace fireline::domain
