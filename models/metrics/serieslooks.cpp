// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/serieslooks.h"

#include <algorithm>
#include <array>

namespace fireline::models {

namespace {

constexpr int different = 32; // looks that no two series have in common

} // namespace

int SeriesLooks::lookFor(const SeriesAsked &asked, const QString &name, const QSet<int> &taken) const
{
    const int known = m_known.value(asked).value(name, {-1, 0}).look;
    if (known >= 0 && !taken.contains(known))
        return known;
    std::array<bool, different> others{};
    for (const Names &names : m_known) {
        for (const Known &each : names) {
            if (each.look >= 0 && each.look < different)
                others[size_t(each.look)] = true;
        }
    }
    for (int look = 0; look < different; ++look) {
        if (!others[size_t(look)] && !taken.contains(look))
            return look;
    }
    int look = 0;
    while (taken.contains(look))
        ++look;
    return look;
}

bool SeriesLooks::remember(const SeriesAsked &asked, const QString &name, int look)
{
    Names &names = m_known[asked];
    if (const auto known = names.find(name); known != names.end()) {
        known->turn = ++m_turn;
        return false;
    }
    names.insert(name, {look, ++m_turn});
    if (names.size() > most)
        names.erase(std::min_element(names.begin(), names.end(), [](const Known &a, const Known &b) { return a.turn < b.turn; }));
    return true;
}

QList<SeriesLook> SeriesLooks::of(const SeriesAsked &asked) const
{
    const Names names = m_known.value(asked);
    QList<SeriesLook> all;
    all.reserve(names.size());
    for (auto each = names.begin(); each != names.end(); ++each)
        all.append({each.key(), each->look});
    std::sort(all.begin(), all.end(), [&](const SeriesLook &a, const SeriesLook &b) {
        return names.constFind(a.name)->turn > names.constFind(b.name)->turn;
    });
    return all;
}

} // namespace fireline::models
