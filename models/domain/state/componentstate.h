// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// How much of each part of the service works, as people here know it: an impact whose field is "component/Web App" and whose
/// value is one of componentWords(). Pure functions.
namespace fireline::domain {

[[nodiscard]] QString componentField(const QString &name);
/// "Web App" of "component/Web App"; empty for every other field.
[[nodiscard]] QString componentName(const QString &field);

/// operational, degraded performance, partial outage, major outage, under maintenance: as status pages say it, never
/// translated.
[[nodiscard]] const QStringList &componentWords();
/// One of them by its beginning ("major", "degraded") or "maintenance", whatever the case; empty where it is none.
[[nodiscard]] QString componentWord(const QString &written);

/// What an impact is about: the name of the component, else the field itself.
[[nodiscard]] QString impactName(const QString &field);

} // namespace fireline::domain
