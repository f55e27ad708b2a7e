// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <functional>

namespace fireline::models {

/// "2025-03-04-checkout-fails.fireline" from the title and the day "2025-03-04": letters and digits of any script, hyphens for
/// all else, short enough for every file system. Never empty, never hidden, no folder in it. Pure.
[[nodiscard]] QString incidentFileName(QStringView title, const QString &day);

/// `name`, or with "-2", "-3" … before its suffix: the first that is not `taken`. Pure.
[[nodiscard]] QString freeFileName(const QString &name, const std::function<bool(const QString &name)> &taken);

} // namespace fireline::models
