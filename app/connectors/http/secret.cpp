// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/secret.h"

#include <QDebug>

namespace fireline::connectors {

QDebug operator<<(QDebug debug, const Secret &secret)
{
    return debug << (secret.isEmpty() ? "(no secret)" : "***");
}

} // namespace fireline::connectors
