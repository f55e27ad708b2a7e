// SPDX-License-Identifier: GPL-3.0-or-later
#include "colourdifference.h"

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace colours {

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

// Machado, Oliveira and Fernandes 2009, table 1, severity 1.0; for linear light.
constexpr Matrix protan{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix grey{{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};

// sRGB to CIE XYZ, D65 (IEC 61966-2-1).
constexpr Matrix toXyz{{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
constexpr Vector white{0.95047, 1.0, 1.08883};

Vector times(const Matrix &matrix, const Vector &vector)
{
    Vector result{};
    for (size_t row = 0; row < 3; ++row)
        result[row] = matrix[row][0] * vector[0] + matrix[row][1] * vector[1] + matrix[row][2] * vector[2];
    return result;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double companded(double channel)
{
    channel = std::clamp(channel, 0.0, 1.0);
    return channel <= 0.0031308 ? channel * 12.92 : 1.055 * std::pow(channel, 1 / 2.4) - 0.055;
}

Vector linear(const QColor &colour)
{
    return {linear(colour.red() / 255.0), linear(colour.green() / 255.0), linear(colour.blue() / 255.0)};
}

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

/// 0 to 360; 0 where there is no hue.
double hue(double a, double b)
{
    if (a == 0 && b == 0)
        return 0;
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

double hueDifference(double one, double other)
{
    const double difference = other - one;
    if (std::abs(difference) <= 180)
        return difference;
    return difference > 180 ? difference - 360 : difference + 360;
}

double meanHue(double one, double other)
{
    if (std::abs(one - other) <= 180)
        return (one + other) / 2;
    return one + other < 360 ? (one + other + 360) / 2 : (one + other - 360) / 2;
}

double seventh(double chroma)
{
    return std::sqrt(std::pow(chroma, 7) / (std::pow(chroma, 7) + std::pow(25.0, 7)));
}

} // namespace

QColor seenBy(Vision vision, const QColor &colour)
{
    Vector light = linear(colour);
    switch (vision) {
    case Vision::Normal: return colour;
    case Vision::Protan: light = times(protan, light); break;
    case Vision::Deutan: light = times(deutan, light); break;
    case Vision::Tritan: light = times(tritan, light); break;
    case Vision::Grey: light = times(grey, light); break;
    }
    return QColor::fromRgbF(float(companded(light[0])), float(companded(light[1])), float(companded(light[2])));
}

Lab labOf(const QColor &colour)
{
    const Vector xyz = times(toXyz, linear(colour));
    Vector f{};
    for (size_t i = 0; i < 3; ++i) {
        const double t = xyz[i] / white[i];
        f[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double difference(const Lab &one, const Lab &other)
{
    const double meanC = (std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2;
    const double g = 0.5 * (1 - seventh(meanC));
    const double a1 = (1 + g) * one.a;
    const double a2 = (1 + g) * other.a;
    const double c1 = std::hypot(a1, one.b);
    const double c2 = std::hypot(a2, other.b);
    const double h1 = hue(a1, one.b);
    const double h2 = hue(a2, other.b);
    const bool hueless = c1 * c2 == 0;

    const double deltaL = other.lightness - one.lightness;
    const double deltaC = c2 - c1;
    const double deltaH = hueless ? 0 : 2 * std::sqrt(c1 * c2) * std::sin(radians(hueDifference(h1, h2) / 2));
    const double l = (one.lightness + other.lightness) / 2;
    const double c = (c1 + c2) / 2;
    const double h = hueless ? h1 + h2 : meanHue(h1, h2);

    const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h)) + 0.32 * std::cos(radians(3 * h + 6))
                     - 0.20 * std::cos(radians(4 * h - 63));
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2));
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * t;
    const double theta = 30 * std::exp(-std::pow((h - 275) / 25, 2));
    const double rt = -std::sin(radians(2 * theta)) * 2 * seventh(c);
    const double dl = deltaL / sl;
    const double dc = deltaC / sc;
    const double dh = deltaH / sh;
    return std::sqrt(dl * dl + dc * dc + dh * dh + rt * dc * dh);
}

double difference(const QColor &one, const QColor &other)
{
    return difference(labOf(one), labOf(other));
}

double contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &colour) { return times(grey, linear(colour))[0]; };
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace colours
