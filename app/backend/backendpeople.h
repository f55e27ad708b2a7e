// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backendconnection.h"

#include <optional>

namespace fireline::backend {

enum class BackendRole { Responder, Observer, Auditor };

[[nodiscard]] std::optional<BackendRole> backendRole(const QString &word);

/// Makes a person's login, or moves it to another role; the same again changes nothing. The name is what the person is called in the
/// record, so two that differ by case only are refused, and so is a name that is the server's own. Without a password (a SCRAM verifier
/// is sent in its place) the server's other ways to prove oneself count: certificates, an operating system's user.
[[nodiscard]] domain::Outcome<void> addPerson(BackendConnection &connection, const QString &name, BackendRole role,
                                              const QByteArray &password = {});

} // namespace fireline::backend
