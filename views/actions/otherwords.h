// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace fireline::views {

/// What people of the field also call a command, translated: the palette finds it by these too. Empty for most.
[[nodiscard]] QStringList otherWords(const QString &actionId);

} // namespace fireline::views
