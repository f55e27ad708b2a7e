// SPDX-License-Identifier: GPL-3.0-or-later
#include "palettefinds.h"

#include "entry/fuzzymatch.h"

#include <algorithm>

namespace fireline::window {

void PaletteFinds::add(views::PaletteItem item, bool named)
{
    const auto match = models::fuzzyMatch(m_pattern, item.text);
    if (!match)
        return;
    item.marks = match->positions;
    m_found.append({named, match->score, std::move(item)});
}

QList<views::PaletteItem> PaletteFinds::items()
{
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const Found &a, const Found &b) { return a.named != b.named ? a.named : a.score > b.score; });
    QList<views::PaletteItem> items;
    for (const Found &one : m_found.mid(0, Most))
        items.append(one.item);
    return items;
}

} // namespace fireline::window
