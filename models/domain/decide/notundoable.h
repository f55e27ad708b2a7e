// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QString>
#include <QStringView>

namespace fireline::domain {

/// Why an event of this type is never undone, and what to do instead: to be said before it is done, too (ux 2.10). Empty for
/// a type that can be taken back.
[[nodiscard]] QString notUndoableWhy(QStringView eventType);
/// The same of what such a command leads to, for those acts alone that end or hand over something: what is said at every line is
/// read at none.
[[nodiscard]] QString notUndoableWhy(Verb verb);

} // namespace fireline::domain
