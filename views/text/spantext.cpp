// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spantext.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

QString twoDigits(qint64 n)
{
    return u"%1"_s.arg(n, 2, 10, QLatin1Char('0'));
}

QString daysText(qint64 seconds)
{
    return u"%1d %2:%3"_s.arg(seconds / 86400).arg(twoDigits(seconds / 3600 % 24), twoDigits(seconds / 60 % 60));
}

} // namespace

QString elapsedText(domain::Span elapsed)
{
    const qint64 seconds = std::max<qint64>(0, elapsed.us / 1000000);
    if (seconds >= 86400)
        return daysText(seconds);
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(twoDigits(seconds / 60 % 60), twoDigits(seconds % 60));
}

QString hoursText(domain::Span length)
{
    const qint64 minutes = std::max<qint64>(0, length.us / 60000000);
    return u"%1:%2"_s.arg(minutes / 60).arg(twoDigits(minutes % 60));
}

QString countdownText(domain::Span left)
{
    const qint64 seconds = std::abs(left.us) / 1000000;
    if (seconds >= 3600)
        return elapsedText(domain::Span::seconds(seconds));
    return u"%1:%2"_s.arg(twoDigits(seconds / 60), twoDigits(seconds % 60));
}

} // namespace fireline::views
