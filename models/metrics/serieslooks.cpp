// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/serieslooks.h"

namespace fireline::models {

namespace {

constexpr int different = 32; // looks that no two series have in common

} // namespace

int SeriesLooks::lookFor(const QString &query, const QString &name, const QSet<int> &taken) const
{
    const int known = m_known.value(query).value(name, -1);
    if (known >= 0 && !taken.contains(known))
        return known;
    QSet<int> others = taken;
    for (const Names &names : m_known) {
        for (const int look : names)
            others.insert(look);
    }
    for (int look = 0; look < different; ++look) {
        if (!others.contains(look))
            return look;
    }
    int look = 0;
    while (taken.contains(look))
        ++look;
    return look;
}

void SeriesLooks::remember(const QString &query, const QString &name, int look)
{
    Names &names = m_known[query];
    if (!names.contains(name))
        names.insert(name, look);
}

} // namespace fireline::models
