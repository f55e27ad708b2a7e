// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace fireline::backend {

/// What PostgreSQL keeps of a password (RFC 5803): "SCRAM-SHA-256$4096:salt$stored:server". Made here, so that the password itself never
/// goes over the wire nor into the server's log. Pure.
[[nodiscard]] QString scramVerifier(const QByteArray &password, const QByteArray &salt);

} // namespace fireline::backend
