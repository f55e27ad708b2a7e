// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricstore.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

bool isBefore(const MetricPoint &a, const MetricPoint &b)
{
    return a.atUs < b.atUs;
}

/// The labels of a name without those that all of them have; all of its own where none is left.
QString differing(const QString &own, const QStringList &all)
{
    const auto edged = [](const QString &labels) { return u", "_s + labels + u", "_s; };
    QStringList left;
    QStringList parts = own.split(u"\", "_s);
    for (qsizetype i = 0; i + 1 < parts.size(); ++i)
        parts[i] += u'"';
    for (const QString &part : std::as_const(parts)) {
        if (!std::all_of(all.begin(), all.end(), [&](const QString &each) { return edged(each).contains(edged(part)); }))
            left.append(part);
    }
    return left.isEmpty() ? own : left.join(u", "_s);
}

QString marked(const QString &name, const QString &mark)
{
    return mark.isEmpty() ? name : u"%1 (%2)"_s.arg(name, mark);
}

} // namespace

MetricStore::MetricStore(QObject *parent) : QObject(parent) { }

MetricStore::~MetricStore() = default;

/// In common: with all that is drawn in a field of its own, or else with all there is.
QString MetricStore::labelOf(const Series &series) const
{
    const QString &name = series.data.name;
    const bool own = m_fields.value(series.source).own;
    const qsizetype brace = name.indexOf(u'{');
    const QStringView base = QStringView(name).first(std::max<qsizetype>(brace, 0));
    if (brace < 0 || !name.endsWith(u'}') || brace + 2 >= name.size())
        return name;
    const auto labelsOf = [brace](const QString &of) { return of.sliced(brace + 1).chopped(1); };
    QStringList labels;
    for (const Series &each : m_series) {
        if (own && each.source != series.source)
            continue;
        if (!each.data.name.startsWith(base) || each.data.name.indexOf(u'{') != brace || !each.data.name.endsWith(u'}'))
            return name;
        labels.append(labelsOf(each.data.name));
    }
    if (labels.size() < 2) // the only one of its query: what is measured tells it from all others
        return own && !base.isEmpty() ? base.toString() : name;
    return differing(labelsOf(name), labels);
}

QString MetricStore::markedLabel(int series) const
{
    return marked(label(series), m_fields.value(at(series).source).mark);
}

QString MetricStore::markedName(int series) const
{
    return marked(at(series).data.name, m_fields.value(at(series).source).mark);
}

void MetricStore::relabel()
{
    bool any = false;
    for (Series &each : m_series) {
        const QString label = labelOf(each);
        any = any || label != each.label;
        each.label = label;
    }
    if (any)
        emit labelsChanged();
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

/// By which its series are known again: of a query what is asked of whom, whatever number it has in this run.
SeriesAsked MetricStore::askedOf(const QString &source) const
{
    const auto field = m_fields.constFind(source);
    const bool live = field != m_fields.constEnd() && field->live;
    return live ? SeriesAsked{field->source, field->title} : SeriesAsked{source, {}};
}

int MetricStore::lookFor(const QString &source, const QString &name) const
{
    QSet<int> taken;
    for (const Series &each : m_series)
        taken.insert(each.look);
    return m_looks.lookFor(askedOf(source), name, taken);
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
        const bool shown = !hidden.contains(each.name);
        m_series.push_back({source, {}, 0, lookFor(source, each.name), shown});
        put(m_series.back(), std::move(each));
    }
    emit added(first, last);
    relabel();
    for (int i = first; i <= last; ++i)
        keepLook(i);
}

void MetricStore::put(Series &series, MetricSeries data)
{
    series.data = std::move(data);
    if (series.label.isEmpty())
        series.label = series.data.name;
    series.odd = {};
    series.odd.late = series.data.late;
    countOddities(series.data.points, 0, series.odd);
    tellJoin(series, true);
}

/// Without values it may hold a place and no more.
void MetricStore::keepLook(int series)
{
    const Series &each = at(series);
    if (!each.data.points.empty() && m_looks.remember(askedOf(each.source), each.data.name, each.look))
        emit lookGiven(series);
}

/// Told anew where it may have become another: to ask each time would cost more than drawing.
void MetricStore::tellJoin(Series &series, bool anew)
{
    const size_t size = series.data.points.size();
    if (!anew && size < series.joinedOf + std::max<size_t>(8, series.joinedOf / 8))
        return;
    series.joinedOf = size;
    series.joinUs = longestJoin(series.data.points);
}

void MetricStore::refresh(const QString &source, std::vector<MetricSeries> series, const QString &title)
{
    if (series.empty())
        series.push_back({title, {}, {}});
    QSet<QString> names;
    for (const MetricSeries &each : series)
        names.insert(each.name);
    for (MetricSeries &each : series) {
        const int known = find(source, each.name);
        if (known < 0) {
            add(source, std::move(each));
        } else {
            put(m_series[size_t(known)], std::move(each));
            emit appended(known, 0, false);
            keepLook(known);
        }
    }
    // Behind what came: a graph that is never empty keeps the keyboard.
    for (int last = count() - 1; last >= 0; --last) {
        if (at(last).source == source && !names.contains(at(last).data.name))
            remove(last, last);
    }
}

void MetricStore::extend(const QString &source, const std::vector<MetricSeries> &series, qint64 fromUs, qint64 keepUs)
{
    QSet<QString> names;
    for (const MetricSeries &each : series) {
        names.insert(each.name);
        if (const int known = find(source, each.name); known >= 0) {
            overwrite(known, each, fromUs, keepUs);
            keepLook(known);
        } else {
            add(source, each);
        }
    }
    // What held the place of values that came goes.
    for (int last = count() - 1; last >= 0 && !names.isEmpty(); --last) {
        const Series &each = at(last);
        if (each.source == source && each.data.points.empty() && !names.contains(each.data.name))
            remove(last, last);
    }
}

void MetricStore::add(const QString &source, MetricSeries data)
{
    // Beside those of the same source.
    int place = count();
    while (place > 0 && at(place - 1).source != source)
        --place;
    if (place == 0)
        place = count();
    emit aboutToAdd(place, place);
    const int look = lookFor(source, data.name);
    const auto made = m_series.insert(m_series.begin() + place, Series{source, {}, 0, look, true});
    put(*made, std::move(data));
    emit added(place, place);
    relabel();
    keepLook(place);
}

void MetricStore::overwrite(int series, const MetricSeries &data, qint64 fromUs, qint64 keepUs)
{
    Series &mine = m_series[size_t(series)];
    MetricPoints &all = mine.data.points;
    const auto from = firstFrom(all, fromUs) - all.begin();
    const auto same = [](const MetricPoint &a, const MetricPoint &b) {
        return a.atUs == b.atUs && (a.value == b.value || (isGap(a) && isGap(b)));
    };
    // Most of what is said again is what is known.
    auto said = firstFrom(data.points, fromUs);
    auto known = all.begin() + from;
    while (said != data.points.end() && known != all.end() && same(*said, *known)) {
        ++said;
        ++known;
    }
    const qsizetype first = known - all.begin();
    const bool rewritten = known != all.end();
    all.erase(known, all.end());
    all.insert(all.end(), said, data.points.end());
    const auto old = firstFrom(all, keepUs) - all.begin();
    const bool trimmed = size_t(old) * 4 > all.size();
    if (trimmed)
        all.erase(all.begin(), all.begin() + old);
    if (!rewritten && !trimmed && size_t(first) == all.size())
        return;
    if (rewritten || trimmed) {
        mine.odd = {};
        countOddities(all, 0, mine.odd);
    } else {
        countOddities(all, size_t(first), mine.odd);
    }
    tellJoin(mine, trimmed);
    emit appended(series, rewritten || trimmed ? 0 : first, !rewritten && !trimmed);
}

void MetricStore::removeSource(const QString &source)
{
    for (int last = count() - 1; last >= 0; --last) {
        if (at(last).source != source)
            continue;
        int first = last;
        while (first > 0 && at(first - 1).source == source)
            --first;
        remove(first, last);
        last = first;
    }
}

void MetricStore::remove(int first, int last)
{
    emit aboutToRemove(first, last);
    m_series.erase(m_series.begin() + first, m_series.begin() + last + 1);
    emit removed(first, last);
    relabel();
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
    Series &grown = m_series[size_t(series)];
    grown.odd.late += inOrder ? 0 : qint64(points.size());
    if (inOrder) {
        countOddities(all, size_t(first), grown.odd);
    } else {
        grown.odd = {0, 0, 0, grown.odd.late};
        countOddities(all, 0, grown.odd);
    }
    tellJoin(grown, !inOrder);
    emit appended(series, first, inOrder);
    keepLook(series);
}

void MetricStore::setShown(int series, bool shown)
{
    if (at(series).shown == shown)
        return;
    m_series[size_t(series)].shown = shown;
    emit shownChanged(series);
}

QString MetricStore::fieldOf(int series) const
{
    const Series &each = at(series);
    const auto own = m_fields.constFind(each.source);
    if (own != m_fields.constEnd() && own->own)
        return each.source;
    return each.data.unit.isEmpty() ? each.source : u"unit:"_s + each.data.unit;
}

QStringList MetricStore::fields() const
{
    QStringList queries;
    QStringList units;
    QStringList files;
    for (int i = 0; i < count(); ++i) {
        if (!at(i).shown)
            continue;
        const QString key = fieldOf(i);
        QStringList &list = m_fields.value(key).own ? queries : key.startsWith(u"unit:"_s) ? units : files;
        if (!list.contains(key))
            list.append(key);
    }
    std::sort(queries.begin(), queries.end(),
              [this](const QString &a, const QString &b) { return m_order.indexOf(a) < m_order.indexOf(b); });
    units.sort();
    files.sort();
    return queries + units + files;
}

void MetricStore::setField(const QString &key, const MetricField &field)
{
    if (m_fields.value(key) == field && m_fields.contains(key))
        return;
    const bool named = m_fields.value(key).mark != field.mark && sources().contains(key);
    m_fields.insert(key, field);
    if (!m_order.contains(key))
        m_order.append(key);
    emit fieldChanged(key);
    if (named)
        emit labelsChanged();
}

void MetricStore::setNotice(const QString &key, const MetricNotice &notice)
{
    if (m_fields.value(key).notice == notice)
        return;
    m_fields[key].notice = notice;
    emit noticeChanged(key);
}

bool MetricStore::isLive() const
{
    return std::any_of(m_series.begin(), m_series.end(), [&](const Series &each) { return m_fields.value(each.source).live; });
}

QString MetricStore::fieldUnit(const QString &key) const
{
    for (int i = 0; i < count(); ++i) {
        if (fieldOf(i) == key)
            return at(i).data.unit;
    }
    return {};
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
