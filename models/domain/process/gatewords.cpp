// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/gatewords.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace fireline::domain {

QString gateWords(const GateRule &gate)
{
    const QString said = gate.rule.say.section(u'\n', 0, 0).trimmed();
    if (!said.isEmpty())
        return said;
    QStringList needs;
    for (const GateNeed &need : gate.needs)
        needs.append(need.text);
    return needs.join(u"; "_s);
}

} // namespace fireline::domain
