// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace fireline::models {

/// How much of a component works, in the words of status pages.
enum class ComponentState { Operational, Degraded, PartialOutage, MajorOutage, Maintenance };

/// What a field says of components, taken apart. A value.
struct Affected
{
    QMap<QString, ComponentState> states; ///< operational ones are left out
    QStringList others;                   ///< what names no component of the process, as it was written

    bool operator==(const Affected &) const = default;
};

/// "Payments (partial outage), API": a component without a state is degraded. Pure.
[[nodiscard]] Affected affectedOf(const QString &text, const QStringList &components);
/// The same as text, in the order of `components`. Pure.
[[nodiscard]] QString textOf(const Affected &affected, const QStringList &components);
/// "partial outage": English as the rest of what is published; never translated.
[[nodiscard]] QString publishedWord(ComponentState state);
[[nodiscard]] QList<ComponentState> componentStates();

} // namespace fireline::models
