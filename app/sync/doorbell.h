// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace fireline::sync {

/// What a notification says. It is a hint that anybody with a login can forge: it makes us look, and proves nothing. A value.
struct Doorbell
{
    QString incident; ///< empty: some incident that must not be named
    qint64 seq = 0;
};

/// "INCIDENT:SEQ" or "*"; nothing for whatever else somebody sends.
[[nodiscard]] std::optional<Doorbell> readDoorbell(const QString &payload);

} // namespace fireline::sync
