// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QList>

namespace fireline::models {

/// How often an alert fired before, and what that looks like (HDF-9). A value.
struct EarlierFirings
{
    enum class Verdict {
        FirstTime, ///< never before, as far as anybody knows
        Repeating,
        Daily,  ///< repeating, and most at this time of the day
        Weekly, ///< repeating, and most at this time of the week
    };
    Verdict verdict = Verdict::FirstTime;
    int day = 0;   ///< in the 24 hours before
    int week = 0;  ///< in the 7 days before
    int month = 0; ///< in the 30 days before
    int all = 0;
    int sameHour = 0;     ///< of all: within an hour of this time of the day
    int sameWeekHour = 0; ///< of all: within an hour of this time of the week
    domain::Instant last; ///< unset where there is none
    domain::Instant first;

    bool operator==(const EarlierFirings &) const = default;
};

/// `firings` in any order, also later ones and this one itself, which do not count; what began within ten minutes of the one before it is
/// the same firing. Of those in `ended` it is known that they were over when this one began: they are others, however short it was
/// before. Seasonal needs at least three firings on as many days (or weeks), three quarters of them at that time. Times of the
/// day are of UTC: load does not follow an office's clock change. Pure; any thread.
[[nodiscard]] EarlierFirings earlierFirings(QList<domain::Instant> firings, domain::Instant now,
                                            const QList<domain::Instant> &ended = {});

} // namespace fireline::models
