// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::test {
class PostgresServer;
}

namespace fireline::bench {

/// Typing into a window whose incident is shared. `database` is empty but for the schema. Each prints its lines of the table.

/// 200 lines into so many entries, while another console records 20 events a second and the server delivers them.
void typingWhileAServerDelivers(test::PostgresServer &server, const QString &database, int entries);
/// The same without the other, and with a server that stops in the middle of a call.
void typingWhileTheServerStands(test::PostgresServer &server, const QString &database, int entries);

} // namespace fireline::bench
