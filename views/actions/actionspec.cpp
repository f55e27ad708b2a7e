// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionspec.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace fireline::views {

bool ActionSpec::isReading() const
{
    static const QStringList readingMenus{u"file"_s, u"view"_s, u"panels"_s, u"help"_s};
    return reads || readingMenus.contains(menu.section(u'/', 0, 0));
}

} // namespace fireline::views
