// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/graphtickers.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr double secondsOfDay = 86400;

QDateTime momentOf(double seconds, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(std::llround(seconds * 1000)), zone);
}

} // namespace

GraphTimeTicker::GraphTimeTicker(const QTimeZone &zone) : m_zone(zone)
{
    setTimeZone(zone);
    setTickCount(6);
}

void GraphTimeTicker::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    setTimeZone(zone);
}

double GraphTimeTicker::getTickStep(const QCPRange &range)
{
    m_length = range.size();
    return QCPAxisTickerDateTime::getTickStep(range);
}

/// At round times of the zone, which are other instants than those of UTC where it is half an hour off.
QVector<double> GraphTimeTicker::createTickVector(double tickStep, const QCPRange &range)
{
    const double offset = m_zone.offsetFromUtc(momentOf(range.center(), QTimeZone::utc()));
    QVector<double> ticks;
    const double first = std::ceil((range.lower + offset) / tickStep) * tickStep - offset;
    for (double at = first; at <= range.upper && ticks.size() < 100; at += tickStep)
        ticks.append(at);
    return ticks;
}

QString GraphTimeTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    const QDateTime at = momentOf(tick, m_zone);
    if (m_length >= 20 * secondsOfDay)
        return at.toString(u"yyyy-MM-dd"_s);
    if (m_length >= secondsOfDay || (at.time() == QTime(0, 0) && m_length > secondsOfDay / 24))
        return at.toString(u"MM-dd hh:mm"_s);
    if (m_length >= 300)
        return at.toString(u"hh:mm"_s);
    return m_length >= 5 ? at.toString(u"hh:mm:ss"_s) : at.toString(u"ss.zzz"_s);
}

QString GraphNumberTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    static constexpr std::array<std::pair<double, QChar>, 4> sizes{std::pair{1e12, QChar(u'T')}, std::pair{1e9, QChar(u'G')},
                                                                   std::pair{1e6, QChar(u'M')}, std::pair{1e3, QChar(u'k')}};
    for (const auto &[size, letter] : sizes) {
        // Up to 9999 stays as it is: years and ports are no thousands.
        if (std::abs(tick) >= size && std::abs(tick) >= 10000)
            return locale.toString(tick / size, 'g', 5) + u'\u202f' + letter;
    }
    // What should be zero is not quite, after many steps.
    return locale.toString(std::abs(tick) < 1e-12 ? 0.0 : tick, 'g', 6);
}

QVector<double> GraphLogTicker::createTickVector(double tickStep, const QCPRange &range)
{
    if (range.lower <= 0)
        return {};
    const int first = int(std::floor(std::log10(range.lower)));
    const int last = int(std::ceil(std::log10(range.upper)));
    const int every = std::max(1, (last - first) / std::max(2, tickCount()));
    const bool few = last - first <= 2;
    QVector<double> ticks;
    for (int power = first; power <= last; power += every) {
        for (const double part : {1.0, 2.0, 5.0}) {
            const double tick = part * std::pow(10.0, power);
            if ((part == 1.0 || few) && tick >= range.lower && tick <= range.upper)
                ticks.append(tick);
        }
    }
    return ticks.size() < 2 ? GraphNumberTicker::createTickVector(tickStep, range) : ticks;
}

} // namespace fireline::views
