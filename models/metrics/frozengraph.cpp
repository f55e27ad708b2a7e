// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/frozengraph.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

constexpr size_t mostValues = 500000; // of all series: evidence has at most 16 MiB
constexpr size_t mostOfOne = 20000;
constexpr size_t fewestOfOne = 500;
constexpr size_t ofEachPart = 5;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetricSnapshot)
};

/// First, least, greatest and last of some values, and the first gap among them, by time.
void keepPart(MetricPoints::const_iterator from, MetricPoints::const_iterator to, MetricPoints &kept)
{
    std::vector<MetricPoints::const_iterator> chosen{from, to - 1};
    auto least = to;
    auto greatest = to;
    auto gap = to;
    for (auto point = from; point != to; ++point) {
        if (std::isnan(point->value)) {
            gap = gap == to ? point : gap;
            continue;
        }
        if (least == to || point->value < least->value)
            least = point;
        if (greatest == to || point->value > greatest->value)
            greatest = point;
    }
    for (const auto each : {least, greatest, gap}) {
        if (each != to)
            chosen.push_back(each);
    }
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    for (const auto each : chosen)
        kept.push_back(*each);
}

} // namespace

MetricPoints thinned(const MetricPoints &points, const MetricRange &range, size_t most)
{
    const auto begin = firstFrom(points, range.fromUs);
    const auto end = firstFrom(points, range.toUs + 1);
    if (size_t(end - begin) <= most)
        return {begin, end};
    const auto parts = qint64(std::max<size_t>(1, most / ofEachPart));
    MetricPoints kept;
    auto from = begin;
    for (qint64 part = 1; part <= parts && from != end; ++part) {
        // Not range.length() * part / parts: that does not fit where the time is long.
        const qint64 until = part == parts ? range.toUs + 1
                                           : range.fromUs + qint64(double(range.length()) / double(parts) * double(part));
        const auto to = std::lower_bound(from, end, until, [](const MetricPoint &point, qint64 at) { return point.atUs < at; });
        if (to != from)
            keepPart(from, to, kept);
        from = to;
    }
    return kept;
}

FrozenGraph freeze(const MetricStore &store, const MetricRange &range, domain::Instant now)
{
    size_t shown = 0;
    for (int i = 0; i < store.count(); ++i)
        shown += store.at(i).shown ? 1 : 0;
    const size_t most = std::clamp(mostValues / std::max<size_t>(1, shown), fewestOfOne, mostOfOne);
    FrozenGraph graph{now, range, {}};
    for (const QString &key : store.fields()) {
        const MetricField drawn = store.field(key);
        FrozenField field;
        field.query = drawn.title;
        field.from = drawn.from;
        field.unit = store.fieldUnit(key);
        field.logarithmic = drawn.logarithmic;
        field.threshold = drawn.threshold;
        for (int i = 0; i < store.count(); ++i) {
            const MetricStore::Series &series = store.at(i);
            if (!series.shown || store.fieldOf(i) != key)
                continue;
            if (field.from.isEmpty())
                field.from = QFileInfo(series.source).fileName();
            const MetricPoints &points = series.data.points;
            field.values += firstFrom(points, range.toUs + 1) - firstFrom(points, range.fromUs);
            field.series.push_back({series.data.name, series.data.unit, thinned(points, range, most)});
        }
        graph.fields.push_back(std::move(field));
    }
    return graph;
}

QString shownNames(const MetricStore &store, int most)
{
    QStringList names;
    for (int i = 0; i < store.count(); ++i) {
        if (store.at(i).shown)
            names.append(store.at(i).data.name.simplified().left(60));
    }
    const int more = int(names.size()) - most;
    if (more <= 0)
        return names.join(u", "_s);
    return Text::tr("%1 and %n more", nullptr, more).arg(QStringList(names.mid(0, most)).join(u", "_s));
}

} // namespace fireline::models
