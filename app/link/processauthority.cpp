// SPDX-License-Identifier: GPL-3.0-or-later
#include "processauthority.h"

#include "arbiter/authoritytable.h"
#include "processloader.h"

using namespace Qt::StringLiterals;

namespace fireline::link {

QByteArray processAuthority(const domain::Event &event)
{
    if (event.type != "incident.declared"_L1 && event.type != "process.adopted"_L1)
        return {};
    const QJsonObject body = event.body();
    const auto process = process::loadProcess(body.value(u"processText"_s).toString().toUtf8(),
                                              body.value(u"process"_s).toString() + u".yaml"_s);
    return process ? domain::authorityTable(process.value()) : QByteArray();
}

} // namespace fireline::link
