// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/tokens.h"

#include "process/severityshape.h"

#include <QString>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

using Inks = std::array<QRgb, 13>;
using Chips = std::array<std::array<QRgb, 3>, 12>;

// Window, Base, Alternate, Text, Muted, Link, Error, Warn, Ok, Disabled, Border, Selection, SelectionText
constexpr Inks lightInks{0xF3F5F8, 0xFFFFFF, 0xF6F8FA, 0x1B1F24, 0x57606A, 0x0B57D0, 0xA5001F,
                         0x8A4B00, 0x0F6B4F, 0x656D76, 0x7D8690, 0x0B57D0, 0xFFFFFF};
constexpr Inks darkInks{0x1D2229, 0x14171C, 0x191D23, 0xE6E9EF, 0xA3ADBA, 0x8AB4F8, 0xFF8A8A,
                        0xFFC078, 0x63E6BE, 0x8B95A3, 0x6B7684, 0x8AB4F8, 0x0B1220};
constexpr Inks contrastInks{0x000000, 0x000000, 0x000000, 0xFFFFFF, 0xDCDCDC, 0x66CCFF, 0xFF9C9C,
                            0xFFD27A, 0x7CFFCB, 0xC8C8C8, 0xFFFFFF, 0xFFFF00, 0x000000};

// background, text, border of Rank1 … Rank5, Ok, Due, Late, Info, Conflict, Drill, Offline
constexpr Chips lightChips{{{0x7A0019, 0xFFFFFF, 0x7A0019},
                            {0xD97C28, 0x101418, 0x8A4A0B},
                            {0xFDE92B, 0x101418, 0x6B5B00},
                            {0x266AB5, 0xFFFFFF, 0x266AB5},
                            {0xFFFFFF, 0x3D4650, 0x57606A},
                            {0x0F6B4F, 0xFFFFFF, 0x0F6B4F},
                            {0xFDE92B, 0x101418, 0x6B5B00},
                            {0xA5001F, 0xFFFFFF, 0xA5001F},
                            {0x1D4ED8, 0xFFFFFF, 0x1D4ED8},
                            {0x7E22CE, 0xFFFFFF, 0x7E22CE},
                            {0x86198F, 0xFFFFFF, 0x86198F},
                            {0x3D4650, 0xFFFFFF, 0x3D4650}}};
constexpr Chips darkChips{{{0xC93545, 0xFFFFFF, 0xFF8A93},
                           {0xE2993A, 0x101418, 0xE2993A},
                           {0xFBE96C, 0x101418, 0xFBE96C},
                           {0x6F8AD8, 0x0B1020, 0x6F8AD8},
                           {0x14171C, 0xC6CDD7, 0x8B95A3},
                           {0x51CF9A, 0x00170E, 0x51CF9A},
                           {0xFBE96C, 0x101418, 0xFBE96C},
                           {0xFF8A8A, 0x2A0006, 0xFF8A8A},
                           {0x74A9FF, 0x00122B, 0x74A9FF},
                           {0xCDA2FF, 0x1B0033, 0xCDA2FF},
                           {0xF0A6F5, 0x2A002D, 0xF0A6F5},
                           {0xC6CDD7, 0x14171C, 0xC6CDD7}}};

// As filling and border do what hues do elsewhere, ranks and clock states differ in one of them from all their neighbours.
constexpr Chips contrastChips{{{0xFFFFFF, 0x000000, 0xFFFFFF},
                               {0x000000, 0xFFFFFF, 0xFFFFFF},
                               {0x000000, 0xFFFFFF, 0xFFFFFF},
                               {0x000000, 0xFFFFFF, 0xFFFFFF},
                               {0x000000, 0xFFFFFF, 0xFFFFFF},
                               {0x000000, 0x7CFFCB, 0x7CFFCB},
                               {0xFFFF00, 0x000000, 0xFFFF00},
                               {0xFF9C9C, 0x000000, 0xFF9C9C},
                               {0x000000, 0x66CCFF, 0x66CCFF},
                               {0x000000, 0xFFD27A, 0xFFD27A},
                               {0x000000, 0xFFFFFF, 0xFFFFFF},
                               {0x000000, 0xC8C8C8, 0xC8C8C8}}};
constexpr std::array<ChipOutline, 12> contrastOutlines{
    ChipOutline::Plain, ChipOutline::Thick, ChipOutline::Double, ChipOutline::Plain,  ChipOutline::Dashed,  ChipOutline::Plain,
    ChipOutline::Plain, ChipOutline::Plain, ChipOutline::Plain,  ChipOutline::Double, ChipOutline::Striped, ChipOutline::Dashed};

const Chips &chipsOf(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light: return lightChips;
    case Scheme::Dark: return darkChips;
    case Scheme::HighContrast: return contrastChips;
    }
    return lightChips;
}

const Inks &inksOf(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light: return lightInks;
    case Scheme::Dark: return darkInks;
    case Scheme::HighContrast: return contrastInks;
    }
    return lightInks;
}

} // namespace

QColor ink(Scheme scheme, Ink ink)
{
    return QColor::fromRgb(inksOf(scheme).at(size_t(ink)));
}

ChipColours chipColours(Scheme scheme, Chip chip)
{
    const auto &row = chipsOf(scheme).at(size_t(chip));
    ChipOutline outline = chip == Chip::Drill ? ChipOutline::Striped : ChipOutline::Plain;
    if (scheme == Scheme::HighContrast)
        outline = contrastOutlines.at(size_t(chip));
    return {QColor::fromRgb(row[0]), QColor::fromRgb(row[1]), QColor::fromRgb(row[2]), outline};
}

Chip rankChip(int rank)
{
    return Chip(std::clamp(rank, 1, 5) - 1);
}

QString chipShape(Chip chip)
{
    switch (chip) {
    case Chip::Rank1: return domain::severityShape(1);
    case Chip::Rank2: return domain::severityShape(2);
    case Chip::Rank3: return domain::severityShape(3);
    case Chip::Rank4: return domain::severityShape(4);
    case Chip::Rank5: return domain::severityShape(5);
    case Chip::Late: return u"▲"_s;
    case Chip::Offline: return u"○"_s;
    case Chip::Due: return u"▼"_s;
    case Chip::Ok: return u"✓"_s;
    case Chip::Info: return u"ℹ"_s;
    case Chip::Conflict: return u"⚠"_s;
    case Chip::Drill: return u"▨"_s;
    }
    return {};
}

} // namespace fireline::views
