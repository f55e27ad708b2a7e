// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hlc.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

QString Hlc::toString() const
{
    return u"%1-%2"_s.arg(us, 16, 16, QLatin1Char('0')).arg(counter, 8, 16, QLatin1Char('0'));
}

std::optional<Hlc> Hlc::fromString(const QString &text)
{
    if (text.size() != 25 || text.at(16) != u'-')
        return std::nullopt;
    bool usOk = false;
    bool counterOk = false;
    const qint64 us = text.left(16).toLongLong(&usOk, 16);
    const quint32 counter = text.mid(17).toUInt(&counterOk, 16);
    const Hlc stamp{us, counter};
    // The text is hashed: only the one canonical spelling may stand for a stamp.
    if (!usOk || !counterOk || stamp.toString() != text)
        return std::nullopt;
    return stamp;
}

Hlc tick(Hlc last, Instant wall)
{
    return wall.us > last.us ? Hlc{wall.us, 0} : Hlc{last.us, last.counter + 1};
}

Hlc observe(Hlc last, Hlc remote, Instant wall)
{
    constexpr qint64 farthestAheadUs = 60LL * 1000000;
    if (remote.us > wall.us + farthestAheadUs)
        return last;
    return remote > last ? remote : last;
}

} // namespace fireline::domain
