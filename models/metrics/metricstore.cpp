// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricstore.h"

#include <QSet>

#include <algorithm>

namespace fireline::models {

namespace {

bool isBefore(const MetricPoint &a, const MetricPoint &b)
{
    return a.atUs < b.atUs;
}

} // namespace

MetricStore::MetricStore(QObject *parent) : QObject(parent) { }

MetricStore::~MetricStore() = default;

QString MetricStore::label(int series) const
{
    const QString &name = at(series).data.name;
    const qsizetype brace = name.indexOf(u'{');
    const QStringView base = QStringView(name).first(std::max<qsizetype>(brace, 0));
    const bool alone = count() < 2 || brace < 0 || !name.endsWith(u'}') || brace + 2 >= name.size();
    const bool common = !alone && std::all_of(m_series.begin(), m_series.end(), [&](const Series &each) {
        return each.data.name.startsWith(base) && each.data.name.indexOf(u'{') == brace;
    });
    return common ? name.sliced(brace + 1).chopped(1) : name;
}

int MetricStore::find(const QString &source, const QString &name) const
{
    const auto found = std::find_if(m_series.begin(), m_series.end(),
                                    [&](const Series &each) { return each.source == source && each.data.name == name; });
    return found == m_series.end() ? -1 : int(found - m_series.begin());
}

QStringList MetricStore::sources() const
{
    QStringList all;
    for (const Series &each : m_series) {
        if (!all.contains(each.source))
            all.append(each.source);
    }
    return all;
}

int MetricStore::freeLook() const
{
    QSet<int> taken;
    for (const Series &each : m_series)
        taken.insert(each.look);
    int look = 0;
    while (taken.contains(look))
        ++look;
    return look;
}

void MetricStore::setSource(const QString &source, std::vector<MetricSeries> series)
{
    QSet<QString> hidden;
    for (const Series &each : m_series) {
        if (each.source == source && !each.shown)
            hidden.insert(each.data.name);
    }
    removeSource(source);
    if (series.empty())
        return;
    const int first = count();
    const int last = first + int(series.size()) - 1;
    emit aboutToAdd(first, last);
    for (MetricSeries &each : series) {
        const qint64 join = longestJoin(each.points);
        const bool shown = !hidden.contains(each.name);
        m_series.push_back({source, std::move(each), join, freeLook(), shown});
    }
    emit added(first, last);
}

void MetricStore::removeSource(const QString &source)
{
    for (int last = count() - 1; last >= 0; --last) {
        if (at(last).source != source)
            continue;
        int first = last;
        while (first > 0 && at(first - 1).source == source)
            --first;
        emit aboutToRemove(first, last);
        m_series.erase(m_series.begin() + first, m_series.begin() + last + 1);
        emit removed(first, last);
        last = first;
    }
}

void MetricStore::append(int series, const MetricPoints &points)
{
    if (points.empty())
        return;
    MetricPoints &all = m_series[size_t(series)].data.points;
    const bool inOrder = all.empty() || !isBefore(points.front(), all.back());
    const auto place = inOrder ? all.end() : std::upper_bound(all.begin(), all.end(), points.front(), isBefore);
    const qsizetype first = place - all.begin();
    const qsizetype old = qsizetype(all.size());
    all.insert(all.end(), points.begin(), points.end());
    if (!inOrder)
        std::inplace_merge(all.begin() + first, all.begin() + old, all.end(), isBefore);
    m_series[size_t(series)].joinUs = longestJoin(all);
    emit appended(series, first, inOrder);
}

void MetricStore::setShown(int series, bool shown)
{
    if (at(series).shown == shown)
        return;
    m_series[size_t(series)].shown = shown;
    emit shownChanged(series);
}

std::optional<MetricRange> MetricStore::range() const
{
    std::optional<MetricRange> all;
    for (const Series &each : m_series) {
        const MetricPoints &points = each.data.points;
        if (!each.shown || points.empty())
            continue;
        if (!all)
            all = MetricRange{points.front().atUs, points.back().atUs};
        all->fromUs = std::min(all->fromUs, points.front().atUs);
        all->toUs = std::max(all->toUs, points.back().atUs);
    }
    return all;
}

std::optional<double> MetricStore::valueAt(int series, qint64 atUs) const
{
    const Series &each = at(series);
    const MetricPoint *near = nearestTo(each.data.points, atUs);
    if (!near || isGap(*near))
        return std::nullopt;
    const qint64 away = std::abs(near->atUs - atUs);
    if (away == 0)
        return near->value;
    // Outside of the series, and in the middle of a gap, the nearest value says nothing.
    const bool inside = atUs > each.data.points.front().atUs && atUs < each.data.points.back().atUs;
    return each.joinUs > 0 && away <= (inside ? each.joinUs : each.joinUs / 2) ? std::optional(near->value) : std::nullopt;
}

std::optional<qint64> MetricStore::nextTime(qint64 atUs, bool forward) const
{
    std::optional<qint64> next;
    for (const Series &each : m_series) {
        if (!each.shown)
            continue;
        const MetricPoints &points = each.data.points;
        const auto place = firstFrom(points, forward ? atUs + 1 : atUs);
        if (forward ? place == points.end() : place == points.begin())
            continue;
        const qint64 at = forward ? place->atUs : (place - 1)->atUs;
        if (!next || (forward ? at < *next : at > *next))
            next = at;
    }
    return next;
}

} // namespace fireline::models
