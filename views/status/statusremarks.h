// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "status/statuspage.h"

namespace fireline::views {

/// What the process says to the words on a page, as who writes them is told it: fields by their names in the form, and before
/// the first word only what no words can mend.
[[nodiscard]] domain::Publishing statusRemarks(const models::StatusPage &page);
/// Why the main key does nothing, with the names of the answers that are missing where that is why.
[[nodiscard]] QString namedWhyNot(const QString &why, const models::StatusPage &page);
/// Everything on the page that can be misspelt.
[[nodiscard]] QString statedWords(const models::StatusPage &page);

} // namespace fireline::views
