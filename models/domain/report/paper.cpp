// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper.h"

#include <algorithm>
#include <array>

namespace fireline::domain {

Paper paperOf(const QLocale &locale)
{
    // As in the Unicode CLDR, "paperSize".
    constexpr std::array letter{QLocale::Belize,       QLocale::Canada,     QLocale::Chile,       QLocale::Colombia,
                                QLocale::CostaRica,    QLocale::ElSalvador, QLocale::Guatemala,   QLocale::Mexico,
                                QLocale::Nicaragua,    QLocale::Panama,     QLocale::Philippines, QLocale::PuertoRico,
                                QLocale::UnitedStates, QLocale::Venezuela};
    return std::find(letter.begin(), letter.end(), locale.territory()) == letter.end() ? Paper::A4 : Paper::Letter;
}

QLocale paperLocale()
{
    for (const char *name : {"LC_ALL", "LC_PAPER", "LANG"}) {
        const QString value = qEnvironmentVariable(name);
        if (!value.isEmpty())
            return QLocale(value.section(u'.', 0, 0).section(u'@', 0, 0));
    }
    return QLocale::system();
}

} // namespace fireline::domain
