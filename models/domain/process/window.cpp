// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/window.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

using Kind = Duration::Kind;

struct Unit
{
    QStringView word;
    Kind kind = Kind::Elapsed;
    qint64 factor = 0;
    qint64 most = 0; // ten years: a longer clock is a slip of the pen, and the calendar's loops stay short
};

// Two-letter units first: "5bd" must not be read as "5b" days.
constexpr std::array units = {
    Unit{u"bh", Kind::BusinessHours, 1, 24000}, Unit{u"bd", Kind::BusinessDays, 1, 3660}, Unit{u"sp", Kind::Sprints, 1, 520},
    Unit{u"mo", Kind::Months, 1, 120},          Unit{u"s", Kind::Elapsed, 1, 999999},     Unit{u"m", Kind::Elapsed, 60, 999999},
    Unit{u"h", Kind::Elapsed, 3600, 87600},     Unit{u"d", Kind::Elapsed, 86400, 3660},   Unit{u"w", Kind::Elapsed, 604800, 522},
};

constexpr std::array bounds = {
    Unit{u"now", Kind::Now, 0, 0},
    Unit{u"eod", Kind::EndOfDay, 0, 0},
    Unit{u"next_bd", Kind::NextBusinessDay, 0, 0},
    Unit{u"next_sprint", Kind::NextSprint, 0, 0},
};

QString elapsedText(qint64 seconds)
{
    if (seconds == 0)
        return u"0s"_s;
    QString largest; // units rise: the last that divides is the largest
    for (const Unit &unit : units) {
        if (unit.kind == Kind::Elapsed && seconds % unit.factor == 0)
            largest = QString::number(seconds / unit.factor) + unit.word.toString();
    }
    return largest;
}

} // namespace

QString Duration::toText() const
{
    if (kind == Kind::Elapsed)
        return elapsedText(amount);
    for (const Unit &bound : bounds) {
        if (bound.kind == kind)
            return bound.word.toString();
    }
    for (const Unit &unit : units) {
        if (unit.kind == kind)
            return QString::number(amount) + unit.word.toString();
    }
    return {};
}

std::optional<Duration> Duration::fromText(QStringView text)
{
    for (const Unit &bound : bounds) {
        if (text == bound.word)
            return Duration{bound.kind, 0};
    }
    for (const Unit &unit : units) {
        if (!text.endsWith(unit.word))
            continue;
        const QStringView digits = text.chopped(unit.word.size());
        if (digits.isEmpty() || digits.size() > 6)
            return std::nullopt;
        qint64 n = 0;
        for (const QChar c : digits) {
            if (c < u'0' || c > u'9')
                return std::nullopt;
            n = n * 10 + (c.unicode() - u'0');
        }
        if (n > unit.most)
            return std::nullopt;
        return Duration{unit.kind, n * unit.factor};
    }
    return std::nullopt;
}

QString Window::toText() const
{
    return due ? due->toText() + u".."_s + late.toText() : late.toText();
}

std::optional<Window> Window::fromText(QStringView text)
{
    const qsizetype dots = text.indexOf(u"..");
    const auto late = Duration::fromText(dots < 0 ? text : text.sliced(dots + 2));
    if (!late)
        return std::nullopt;
    Window window;
    window.late = *late;
    if (dots >= 0) {
        window.due = Duration::fromText(text.first(dots));
        if (!window.due)
            return std::nullopt;
    }
    return window;
}

const Window *PerSeverity::forSeverity(const QString &severity) const
{
    if (all)
        return &*all;
    const auto found = bySeverity.constFind(severity);
    return found == bySeverity.constEnd() ? nullptr : &found.value();
}

} // namespace fireline::domain
