// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"

#include <QString>

#include <rapidcheck.h>

namespace fireline::domain::test {

/// A quick-entry line as somebody in a hurry may type it: mostly a known verb with ids of this process and references that
/// may exist; now and then anything at all.
rc::Gen<QString> anyLineFor(const Process &process);

} // namespace fireline::domain::test
