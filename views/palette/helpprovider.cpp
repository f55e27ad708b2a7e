// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/helpprovider.h"

#include "entry/fuzzymatch.h"

namespace fireline::views {

QString HelpProvider::title() const
{
    return tr("What can be typed in front");
}

QList<PaletteItem> HelpProvider::items(const QString &pattern) const
{
    QList<PaletteItem> items;
    for (const PaletteProvider *provider : m_providers) {
        const auto match = models::fuzzyMatch(pattern, provider->title());
        if (!match || provider == this)
            continue;
        PaletteItem item{provider->title()};
        item.detail = provider->prefix().isEmpty() ? tr("nothing in front") : provider->prefix();
        item.marks = match->positions;
        // A blank alone means: no prefix, and stay open.
        item.replacement = provider->prefix().isEmpty() ? QStringLiteral(" ") : provider->prefix();
        items.append(item);
    }
    return items;
}

} // namespace fireline::views
