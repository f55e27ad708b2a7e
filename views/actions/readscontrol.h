// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>
#include <QWidget>

namespace fireline::views {

/// Tells a button or field that it changes nothing of the incident: a search, a way to copy, a way to look closer. It stays in
/// sight for who only looks on.
inline void markReading(QWidget &control)
{
    control.setProperty("readsOnly", true);
}

[[nodiscard]] inline bool isMarkedReading(const QWidget &control)
{
    return control.property("readsOnly").toBool();
}

} // namespace fireline::views
