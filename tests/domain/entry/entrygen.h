// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entry.h"

#include <QString>

#include <rapidcheck.h>

namespace fireline::domain::test {

/// The moment at which generated entries are read.
Instant readAt();

/// Any text without NUL and lone surrogates, with a liking for what means something in an entry.
rc::Gen<QString> anyLine();
/// The same as it can stand in a command: trimmed, not empty.
rc::Gen<QString> anyText();
/// Any command that the parser can give.
rc::Gen<Command> anyCommand();

} // namespace fireline::domain::test
