// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace fireline::store {

class Connection;

/// One numbered step of the schema, resources/sql/sqlite/schema/0001_name.sql. A value.
struct SchemaStep
{
    int number = 0;
    QByteArray sql;
};

/// The steps of incident files, in order, without a hole.
[[nodiscard]] QList<SchemaStep> schemaSteps();
/// The format this program writes: the number of the last step.
[[nodiscard]] int formatVersion();
/// Which files this program can read at least: a newer one says in `min_reader` what it asks of a reader.
inline constexpr int ReaderVersion = 1;

/// Takes the steps after the last finished one. Each is one transaction that also stores its number, so that an interrupted
/// upgrade goes on where it stopped.
[[nodiscard]] domain::Outcome<void> migrate(Connection &connection, const QString &programVersion);

} // namespace fireline::store
