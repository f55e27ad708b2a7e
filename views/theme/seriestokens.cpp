// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/seriestokens.h"

#include <array>

namespace fireline::views {

namespace {

using Colours = std::array<QRgb, 4>;

constexpr Colours light{0x0B57D0, 0xB34700, 0x0F6B4F, 0x8A2C86};
constexpr Colours dark{0x8AB4F8, 0xFFA94D, 0x51CF9A, 0xE29BEA};
constexpr Colours contrast{0xFFFFFF, 0xFFD27A, 0x66CCFF, 0x7CFFCB};

const Colours &coloursOf(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light: return light;
    case Scheme::Dark: return dark;
    case Scheme::HighContrast: return contrast;
    }
    return light;
}

} // namespace

SeriesLook seriesLook(Scheme scheme, int look)
{
    static const std::array<QList<qreal>, 4> dashes{QList<qreal>{}, {8, 4}, {2, 3}, {9, 3, 2, 3}};
    const int place = look < 0 ? 0 : look;
    // Neighbours differ in all three; where the colour comes round again, dashes or marker do not.
    return {QColor::fromRgb(coloursOf(scheme).at(size_t(place) % 4)), dashes.at(size_t(place + place / 8) % 4),
            SeriesMarker(place % 8)};
}

} // namespace fireline::views
