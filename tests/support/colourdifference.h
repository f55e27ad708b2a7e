// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;

/// How people see colours, for tests of the palette. All take what a screen shows (sRGB).
namespace colours {

struct Lab
{
    double lightness;
    double a;
    double b;
};

/// How a colour looks without one kind of cone, or without any colour (Machado, Oliveira and Fernandes 2009, severity 1).
enum class Vision { Normal, Protan, Deutan, Tritan, Grey };

[[nodiscard]] QColor seenBy(Vision vision, const QColor &colour);

/// CIE L*a*b* under D65.
[[nodiscard]] Lab labOf(const QColor &colour);

/// CIEDE2000 (Sharma, Wu and Dalal 2005): 1 is just to be told side by side, 10 is told at a glance.
[[nodiscard]] double difference(const Lab &one, const Lab &other);
[[nodiscard]] double difference(const QColor &one, const QColor &other);

/// WCAG 2: 1 to 21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

} // namespace colours
