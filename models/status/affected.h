// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace fireline::domain {
struct Process;
}

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
/// The field of a form that names them.
[[nodiscard]] const QString &componentsField();
/// Those that the process lists for its status page.
[[nodiscard]] QStringList componentsOf(const domain::Process &process);
/// "partial outage", or the beginning of it; what is no such word is degraded.
[[nodiscard]] ComponentState componentStateOf(const QString &word);
/// With what is known put in; what nothing is known of stays as it is told. Pure.
[[nodiscard]] Affected asKnown(const Affected &told, const QStringList &components, const QMap<QString, QString> &impact);
/// "partial outage": English as the rest of what is published; never translated.
[[nodiscard]] QString publishedWord(ComponentState state);
[[nodiscard]] QList<ComponentState> componentStates();

} // namespace fireline::models
