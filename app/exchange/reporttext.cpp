// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::exchange {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Export)
};

} // namespace

QString whoText(const ExportRow &row)
{
    const QString role = row.roleName.isEmpty() ? row.role : row.roleName;
    return row.actor.isEmpty() || role.isEmpty() ? row.actor + role : row.actor + u", "_s + role;
}

QString timeCell(domain::Instant at)
{
    return at.isSet() ? at.toUtc().toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
}

QStringList exportMarks(const ExportDocument &document)
{
    QStringList marks;
    if (document.drill)
        marks.append(Text::tr("This was a drill."));
    if (document.isPrivate)
        marks.append(Text::tr("This incident is private. Nothing of it goes to an outside audience."));
    return marks;
}

} // namespace fireline::exchange
