// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/earlierfirings.h"

#include <QSet>

#include <algorithm>

namespace fireline::models {

using domain::Instant;
using domain::Span;

namespace {

constexpr Span SameFiring = Span::minutes(10);
constexpr Span SameTime = Span::hours(1);
constexpr qsizetype FewestForSeason = 3;

/// How far two instants are from the same time of a day or a week.
Span apart(Instant a, Instant b, Span period)
{
    const qint64 rest = qAbs((a - b).us) % period.us;
    return {std::min(rest, period.us - rest)};
}

/// The firings that count: by time, before now, each once.
QList<Instant> single(QList<Instant> firings, Instant now, const QList<Instant> &ended)
{
    firings.removeIf([now](Instant at) { return now - at < SameFiring; });
    firings += ended;
    std::sort(firings.begin(), firings.end());
    QList<Instant> all;
    Instant latest;
    for (const Instant at : std::as_const(firings)) {
        if (at >= now)
            break;
        if (!latest.isSet() || at - latest >= SameFiring)
            all.append(at);
        latest = at;
    }
    return all;
}

/// Those at this time of the period, and whether they make a season.
std::pair<int, bool> atThisTime(const QList<Instant> &all, Instant now, Span period)
{
    QSet<qint64> periods;
    int count = 0;
    for (const Instant at : all) {
        if (apart(at, now, period) > SameTime)
            continue;
        ++count;
        periods.insert(((now - at).us + period.us / 2) / period.us);
    }
    return {count, periods.size() >= FewestForSeason && 4 * count >= 3 * all.size()};
}

} // namespace

EarlierFirings earlierFirings(QList<Instant> firings, Instant now, const QList<Instant> &ended)
{
    const QList<Instant> all = single(std::move(firings), now, ended);
    EarlierFirings told;
    told.all = int(all.size());
    if (all.isEmpty())
        return told;
    const auto within = [&all, now](Span span) {
        return int(std::count_if(all.begin(), all.end(), [&](Instant at) { return now - at <= span; }));
    };
    told.day = within(Span::days(1));
    told.week = within(Span::days(7));
    told.month = within(Span::days(30));
    told.first = all.first();
    told.last = all.last();
    const auto [sameHour, daily] = atThisTime(all, now, Span::days(1));
    const auto [sameWeekHour, weekly] = atThisTime(all, now, Span::days(7));
    told.sameHour = sameHour;
    told.sameWeekHour = sameWeekHour;
    told.verdict = weekly  ? EarlierFirings::Verdict::Weekly
                   : daily ? EarlierFirings::Verdict::Daily
                           : EarlierFirings::Verdict::Repeating;
    return told;
}

} // namespace fireline::models
