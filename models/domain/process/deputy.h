// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Who stands in for whom. Beside each role of a process there is one for a deputy, "ic/deputy": given, taken over and left as
// any other, held by one person at a time, and with nothing of the role's authority. No id of a process holds a stroke.
namespace fireline::domain {

struct Process;

/// "ic/deputy" of "ic".
[[nodiscard]] QString deputyOf(const QString &role);
/// "ic" of "ic/deputy"; empty for any other word.
[[nodiscard]] QString deputised(const QString &role);

/// The name of a role, of its deputy, or of a contact; the word itself where the process knows it not.
[[nodiscard]] QString roleTitle(const QString &role, const Process &process);

} // namespace fireline::domain
