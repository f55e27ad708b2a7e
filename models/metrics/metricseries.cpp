// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricseries.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetricSeries)
};

} // namespace

bool isGap(const MetricPoint &point)
{
    return !std::isfinite(point.value);
}

qint64 longestJoin(const MetricPoints &points)
{
    std::vector<qint64> steps;
    steps.reserve(points.size());
    for (size_t i = 1; i < points.size(); ++i) {
        if (const qint64 step = points[i].atUs - points[i - 1].atUs; step > 0)
            steps.push_back(step);
    }
    if (steps.size() < 2)
        return 0;
    const auto middle = steps.begin() + qsizetype(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    const qint64 usual = *middle;
    const auto regular = std::count_if(steps.begin(), steps.end(),
                                       [=](qint64 step) { return std::abs(step - usual) * 10 <= usual; });
    return size_t(regular) * 5 >= steps.size() * 4 ? usual + usual / 2 : usual * 8;
}

void countOddities(const MetricPoints &points, size_t first, MetricOddities &into)
{
    for (size_t i = first; i < points.size(); ++i) {
        into.gaps += std::isnan(points[i].value) ? 1 : 0;
        into.infinite += std::isinf(points[i].value) ? 1 : 0;
        into.twice += i > 0 && points[i].atUs == points[i - 1].atUs ? 1 : 0;
    }
}

QString oddityWords(const MetricOddities &odd)
{
    QStringList parts;
    if (odd.twice > 0)
        parts.append(Text::tr("%n at a time that has one already", nullptr, int(odd.twice)));
    if (odd.late > 0)
        parts.append(Text::tr("%n out of order, put in place", nullptr, int(odd.late)));
    if (odd.infinite > 0)
        parts.append(Text::tr("%n infinite", nullptr, int(odd.infinite)));
    return parts.isEmpty() ? QString() : Text::tr("Values: %1").arg(parts.join(u", "_s));
}

QString unitInName(const QString &name)
{
    static const QRegularExpression bracketed(u"[(\\[]\\s*([^()\\[\\]{}=\"]{1,12}?)\\s*[)\\]]\\s*$"_s);
    static const QRegularExpression counted(u"^[\\d .,]*$"_s);
    if (const auto found = bracketed.match(name); found.hasMatch() && !counted.match(found.captured(1)).hasMatch())
        return found.captured(1);
    const QString base = name.section(u'{', 0, 0).trimmed().toLower();
    if (base.endsWith(u'%') || base.endsWith(u"percent"_s))
        return u"%"_s;
    static const QList<QPair<QString, QString>> endings{
        {u"_milliseconds"_s, u"ms"_s}, {u"_microseconds"_s, u"µs"_s}, {u"_seconds"_s, u"s"_s},
        {u"_bytes"_s, u"bytes"_s},     {u"_ms"_s, u"ms"_s},           {u"_us"_s, u"µs"_s},
        {u"_ns"_s, u"ns"_s},           {u"_rps"_s, u"/s"_s},          {u"_per_second"_s, u"/s"_s},
    };
    for (const auto &[ending, unit] : endings) {
        if (base.endsWith(ending))
            return unit;
    }
    return {};
}

MetricPoints::const_iterator firstFrom(const MetricPoints &points, qint64 atUs)
{
    return std::lower_bound(points.begin(), points.end(), atUs,
                            [](const MetricPoint &point, qint64 at) { return point.atUs < at; });
}

const MetricPoint *nearestTo(const MetricPoints &points, qint64 atUs)
{
    const auto after = firstFrom(points, atUs);
    if (points.empty())
        return nullptr;
    if (after == points.end())
        return &points.back();
    if (after == points.begin() || after->atUs - atUs <= atUs - (after - 1)->atUs)
        return &*after;
    return &*(after - 1);
}

} // namespace fireline::models
