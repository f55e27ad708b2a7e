// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "http/access.h"
#include "settings/monitoringsources.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace fireline::desktop {
class PasswordStore;
}

// From a monitoring source of the settings to how it is asked. GUI thread.
namespace fireline::window {

/// Without what is in files and in the password store.
[[nodiscard]] connectors::Access accessOf(const models::MonitoringSource &source);

/// Under which names the store keeps its secrets: password, token or first key, then the second one; or the key of the certificate, then
/// its passphrase.
[[nodiscard]] QStringList secretNamesOf(const models::MonitoringSource &source);

/// Reads the files of its certificate elsewhere, asks the store, and hands over an access that can be used, or what it lacks, in words
/// for people. Later, or at once; never once `receiver` is gone, which goes before the store.
using Opened = std::function<void(const domain::Outcome<connectors::Access> &access)>;
void openAccess(const models::MonitoringSource &source, desktop::PasswordStore &store, QObject *receiver, const Opened &opened);

/// A PEM file as a person named it, of 256 KiB at most; on any thread.
[[nodiscard]] domain::Outcome<QByteArray> readPemFile(const QString &path);

} // namespace fireline::window
