// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendtrial.h"

#include "backendconnection.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::backend {

using domain::Outcome;
using domain::Problem;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(BackendTrial)
};

Problem refused(const QString &code, const QString &text)
{
    return {Problem::Kind::Refused, code, text, {}, {}, {}};
}

} // namespace

Outcome<BackendTrial> tryBackend(const BackendAddress &address)
{
    const auto opened = BackendConnection::open(address);
    if (!opened)
        return opened.problem();
    BackendConnection &connection = *opened.value();
    const auto isPrepared = connection.scalar(u"select exists (select 1 from pg_namespace where nspname = 'fireline_api')"_s);
    if (!isPrepared)
        return isPrepared.problem();
    if (!isPrepared.value().toBool())
        return refused(u"not-prepared"_s,
                       Text::tr("%1 answers, and is not prepared. Whoever runs it has to say: fireline backend init.")
                           .arg(connection.shown()));
    const auto rows = connection.rows(
        u"select h.login, h.role, h.standby, coalesce((select s.ssl from pg_stat_ssl s where s.pid = pg_backend_pid()), false) "
        "from fireline_api.hello() h"_s);
    if (!rows && rows.problem().code == "not-permitted"_L1)
        return refused(u"no-role"_s, Text::tr("%1 knows this login, and lets it do nothing. Whoever runs it has to say: fireline "
                                              "backend user add.")
                                         .arg(connection.shown()));
    if (!rows)
        return rows.problem();
    const QVariantList row = rows.value().value(0);
    return BackendTrial{row.value(0).toString(), row.value(1).toString(), row.value(3).toBool(), row.value(2).toBool()};
}

} // namespace fireline::backend
