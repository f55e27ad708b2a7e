// SPDX-License-Identifier: GPL-3.0-or-later
#include "statefolder.h"

using namespace Qt::StringLiterals;

namespace fireline::session {

QString stateFolder()
{
    const QString named = qEnvironmentVariable("XDG_STATE_HOME");
    if (!named.isEmpty())
        return named + u"/fireline"_s;
    const QString home = qEnvironmentVariable("HOME");
    return home.isEmpty() ? QString() : home + u"/.local/state/fireline"_s;
}

} // namespace fireline::session
