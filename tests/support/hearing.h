// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace fireline::test {

/// What a screen reader would have read aloud unasked since clearHeard(), the latest last: notifications that came into sight.
/// For the process; GUI thread.
[[nodiscard]] QStringList heard();
void clearHeard();

} // namespace fireline::test
