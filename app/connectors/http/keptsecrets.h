// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/access.h"

#include <QStringList>

#include <functional>

namespace fireline::connectors {

/// How a secret is asked of whoever keeps it (the desktop's password store): by its name, and answered once, with nothing where none is
/// known.
using SecretQuestion = std::function<void(const QString &name, const std::function<void(const QString &secret)> &answer)>;

/// Under which names the secrets are kept that this access needs: "Prometheus https://ana@metrics.example: password". Nothing secret is in
/// a name.
[[nodiscard]] QStringList secretNames(const Access &access);

/// Asks for them, one after the other, and hands over the access with all that are known. GUI thread.
void fillSecrets(const Access &access, const SecretQuestion &ask, const std::function<void(const Access &filled)> &filled);

} // namespace fireline::connectors
