// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette/paletteprovider.h"

namespace fireline::window {

/// Lines of the palette that fit a pattern, the best first; equal ones as they came. A value.
class PaletteFinds
{
public:
    static constexpr qsizetype Most = 50;

    explicit PaletteFinds(QString pattern) : m_pattern(std::move(pattern)) { }

    /// `named`: it is exactly what the pattern asks for.
    void add(views::PaletteItem item, bool named = false);
    [[nodiscard]] QList<views::PaletteItem> items();

private:
    struct Found
    {
        bool named;
        int score;
        views::PaletteItem item;
    };
    QString m_pattern;
    QList<Found> m_found;
};

} // namespace fireline::window
