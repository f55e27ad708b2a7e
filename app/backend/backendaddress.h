// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QString>

namespace fireline::backend {

/// Where a shared PostgreSQL backend is, as a person writes it: a libpq URI ("postgresql://ana@db1,db2/fireline?…") or "service=NAME".
/// A secret has no place in it: that comes from the password store, a passfile, PGPASSWORD or the service file, as libpq knows them. A
/// value; any thread.
struct BackendAddress
{
    QString options;       ///< for QSqlDatabase::setConnectOptions, with what Fireline asks of every connection
    QString shown;         ///< for people: hosts and database
    int connecting = 15;   ///< seconds after which nobody there can still be about to answer
    QString password = {}; ///< from the password store; empty: libpq looks for it itself. In neither of the two above
};

/// Problem::Usage when it is no such address, or has a password in it.
///
/// Added where the address does not say otherwise: connect_timeout, keepalives and tcp_user_timeout, so that a cable that was cut is
/// noticed; application_name; target_session_attrs=read-write; and for a host that is not this computer sslmode=verify-full.
[[nodiscard]] domain::Outcome<BackendAddress> parseAddress(const QString &text);

} // namespace fireline::backend
