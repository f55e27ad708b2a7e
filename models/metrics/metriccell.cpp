// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metriccell.h"

#include <QDateTime>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace fireline::models {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 second = 1000000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Reads a text from its front. What cannot be read sets `bad`.
struct Front
{
    std::string_view left;
    bool bad = false;

    [[nodiscard]] bool at(char c) const { return !left.empty() && left.front() == c; }
    bool take(char c)
    {
        if (!at(c))
            return false;
        left.remove_prefix(1);
        return true;
    }
    bool takeEither(char a, char b) { return take(a) || take(b); }
    int digits(size_t count)
    {
        int number = 0;
        for (size_t i = 0; i < count; ++i) {
            if (i >= left.size() || !isDigit(left[i])) {
                bad = true;
                return 0;
            }
            number = number * 10 + (left[i] - '0');
        }
        left.remove_prefix(count);
        return number;
    }
    /// Of a second, in microseconds; more places are cut.
    qint64 fraction()
    {
        qint64 us = 0;
        int places = 0;
        for (; !left.empty() && isDigit(left.front()); left.remove_prefix(1)) {
            if (places++ < 6)
                us = us * 10 + (left.front() - '0');
        }
        bad |= places == 0;
        for (; places < 6; ++places)
            us *= 10;
        return us;
    }
};

/// Seconds east of Greenwich; nothing where no zone stands there.
std::optional<int> readZone(Front &text)
{
    if (text.take('Z') || text.take('z'))
        return 0;
    if (text.left == "UTC" || text.left == "GMT") {
        text.left = {};
        return 0;
    }
    const bool west = text.at('-');
    if (!west && !text.at('+'))
        return std::nullopt;
    text.left.remove_prefix(1);
    const int hours = text.digits(2);
    text.take(':');
    const int minutes = text.left.empty() ? 0 : text.digits(2);
    text.bad |= hours > 14 || minutes > 59;
    const int east = hours * 3600 + minutes * 60;
    return west ? -east : east;
}

std::optional<MetricTime> readWritten(std::string_view written, const QTimeZone &zone)
{
    Front text{written};
    const int year = text.digits(4);
    const char between = text.at('/') ? '/' : '-';
    text.bad |= !text.take(between);
    const int month = text.digits(2);
    text.bad |= !text.take(between);
    const QDate day(year, month, text.digits(2));
    if (text.bad || !day.isValid() || year < 1980 || year > 2100)
        return std::nullopt;
    qint64 intoDay = 0;
    if (!text.left.empty()) {
        text.bad |= !text.takeEither('T', 't') && !text.take(' ');
        while (text.take(' ')) { }
        const int hour = text.digits(2);
        text.bad |= !text.take(':');
        const int minute = text.digits(2);
        const int seconds = text.take(':') ? text.digits(2) : 0;
        text.bad |= hour > 23 || minute > 59 || seconds > 59;
        intoDay = (hour * 3600 + minute * 60 + seconds) * second;
        if (text.takeEither('.', ','))
            intoDay += text.fraction();
        while (text.take(' ')) { }
    }
    const std::optional<int> east = text.left.empty() ? std::nullopt : readZone(text);
    if (text.bad || !text.left.empty())
        return std::nullopt;
    const qint64 asUtc = (day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86400 * second + intoDay;
    if (east)
        return MetricTime{asUtc - *east * second, true};
    if (zone == QTimeZone::utc())
        return MetricTime{asUtc, false};
    const QDateTime local(day, QTime::fromMSecsSinceStartOfDay(int(intoDay / 1000)), zone);
    return MetricTime{local.toMSecsSinceEpoch() * 1000 + intoDay % 1000, false};
}

std::optional<double> readDouble(std::string_view text, size_t &length)
{
    const std::string_view plain = !text.empty() && text.front() == '+' ? text.substr(1) : text;
    double value = 0;
    const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (read.ec != std::errc() || !std::isfinite(value))
        return std::nullopt;
    length = size_t(read.ptr - text.data());
    return value;
}

bool saysNothing(std::string_view text)
{
    static constexpr std::array<std::string_view, 16> words{"",    "-",   "null", "NULL", "Null", "nan",       "NaN",  "NAN",
                                                            "N/A", "n/a", "NA",   "None", "none", "undefined", "#N/A", "?"};
    for (const std::string_view word : words) {
        if (text == word)
            return true;
    }
    const std::string_view size = !text.empty() && (text.front() == '+' || text.front() == '-') ? text.substr(1) : text;
    return size == "Inf" || size == "inf" || size == "Infinity";
}

bool isUnit(std::string_view text)
{
    if (text.empty() || text.size() > 12)
        return text.empty();
    for (const char c : text) {
        // What is not ASCII is part of a letter or a sign: "µs", "°C", "€".
        if (!isLetter(c) && c != '%' && c != '/' && c != ' ' && (c & 0x80) == 0)
            return false;
    }
    return true;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::optional<qint64> readEpoch(double number)
{
    constexpr double earliest = 315532800.0; // 1980
    constexpr double latest = 4133980800.0;  // 2101
    for (const double perSecond : {1.0, 1e3, 1e6, 1e9}) {
        if (number >= earliest * perSecond && number < latest * perSecond)
            return qint64(std::llround(number / perSecond * second));
    }
    return std::nullopt;
}

std::optional<MetricTime> readMetricTime(std::string_view text, const QTimeZone &zone)
{
    const std::string_view written = trimmed(text);
    if (const auto day = readWritten(written, zone))
        return day;
    size_t length = 0;
    const auto number = readDouble(written, length);
    if (!number || length != written.size())
        return std::nullopt;
    const auto us = readEpoch(*number);
    return us ? std::optional(MetricTime{*us, true}) : std::nullopt;
}

std::optional<MetricNumber> readMetricNumber(std::string_view text, bool comma)
{
    const std::string_view written = trimmed(text);
    if (saysNothing(written))
        return MetricNumber{nothing, {}};
    std::string pointed;
    std::string_view digits = written;
    if (comma && written.find(',') != std::string_view::npos) {
        pointed = written;
        pointed[pointed.find(',')] = '.';
        digits = pointed;
    }
    size_t length = 0;
    const auto value = readDouble(digits, length);
    if (!value)
        return std::nullopt;
    const std::string_view unit = trimmed(written.substr(length));
    if (!isUnit(unit))
        return std::nullopt;
    return MetricNumber{*value, unit};
}

} // namespace fireline::models
