// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionbus.h"

#include <QFile>
#include <QString>

using namespace Qt::StringLiterals;

namespace fireline::desktop {

bool hasSessionBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + u"/bus"_s);
}

} // namespace fireline::desktop
