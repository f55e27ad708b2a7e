// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/migrations.h"

#include "sqlite/connection.h"
#include "sqlite/metatable.h"
#include "sqlite/transaction.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;

QList<SchemaStep> schemaSteps()
{
    QList<SchemaStep> steps;
    const QDir folder(u":/sql/sqlite/schema"_s);
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        steps.append({name.left(4).toInt(), sqlText(u"schema/"_s + name.chopped(4)).toUtf8()});
        Q_ASSERT(steps.last().number == steps.size());
    }
    return steps;
}

int formatVersion()
{
    return schemaSteps().last().number;
}

Outcome<void> migrate(Connection &connection, const QString &programVersion)
{
    const auto finished = connection.scalar(u"PRAGMA user_version"_s);
    if (!finished.ok())
        return finished.problem();
    for (const SchemaStep &step : schemaSteps()) {
        if (step.number <= finished.value().toInt())
            continue;
        Transaction transaction(connection);
        if (auto begun = transaction.begin(); !begun.ok())
            return begun;
        if (auto done = connection.runScript(step.sql); !done.ok())
            return done;
        if (auto done = connection.run(u"PRAGMA user_version=%1"_s.arg(step.number)); !done.ok())
            return done;
        MetaTable meta(connection);
        if (auto done = meta.write(u"writer"_s, programVersion); !done.ok())
            return done;
        if (auto done = transaction.commit(); !done.ok())
            return done;
    }
    return {};
}

} // namespace fireline::store
