// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backendconnection.h"

#include <QList>

namespace fireline::backend {

/// One numbered step of the backend's schema: resources/sql/postgresql/NNNN_name.sql. A value.
struct SchemaStep
{
    int number = 0;
    QString name;
    QString sql;
    QString sha256; ///< hex
};

/// Every step this program knows, from 1 without a gap.
[[nodiscard]] QList<SchemaStep> schemaSteps();

struct BackendStatus
{
    int schema = 0; ///< 0: not prepared
    int known = 0;  ///< newest step of this program
    QString server; ///< PostgreSQL's version
    QString serverId;
    qint64 epoch = 0;
    qint64 incidents = 0;
    qint64 events = 0;
    qint64 rejections = 0;
    bool logsWords = false;                    ///< what people write can come to stand in the server's own log
    QList<std::pair<QString, QString>> people; ///< login, role
};

/// Prepares a database, or takes it to this program's schema: each step is one transaction, and two that prepare at once wait for one
/// another. The names of the steps that were taken; none when it was ready. Problem::Newer when a newer program prepared it;
/// nothing is touched then. Problem::Damaged when a step that was taken is another than ours.
[[nodiscard]] domain::Outcome<QStringList> initialise(BackendConnection &connection,
                                                      const QList<SchemaStep> &steps = schemaSteps());

/// A statement that fails or takes long is written into the server's log by PostgreSQL, and with it the words it carries. Says for
/// this database, for connections from now on, that it is not (issue 5: nothing of a private incident in logs). False where this
/// login may not say so.
[[nodiscard]] domain::Outcome<bool> keepWordsOutOfLog(BackendConnection &connection);

/// For whoever may read everything (who prepared it). A database that is not prepared has schema 0.
[[nodiscard]] domain::Outcome<BackendStatus> status(BackendConnection &connection);

} // namespace fireline::backend
