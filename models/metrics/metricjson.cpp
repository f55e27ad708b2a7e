// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metriccell.h"
#include "metrics/metricjsonshapes.h"
#include "metrics/metricreaders.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

// What all shapes have in common: pairs, columns, times, values, faults.
namespace fireline::models {

using domain::Outcome;
using domain::Problem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetricReader)
};

std::optional<MetricTime> timeOf(const QJsonValue &value, const QTimeZone &zone)
{
    if (value.isString())
        return readMetricTime(value.toString().toStdString(), zone);
    const auto us = value.isDouble() ? readEpoch(value.toDouble()) : std::nullopt;
    return us ? std::optional(MetricTime{*us, true}) : std::nullopt;
}

/// NaN where the source says that it has nothing.
std::optional<double> numberOf(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    if (value.isNull())
        return std::numeric_limits<double>::quiet_NaN();
    if (!value.isString())
        return std::nullopt;
    const std::string text = value.toString().toStdString();
    const auto number = readMetricNumber(text, false);
    return number && number->unit.empty() ? std::optional(number->value) : std::nullopt;
}

} // namespace

MetricJsonShapes::MetricJsonShapes(const QByteArray &json, const QString &fileName, const QTimeZone &zone)
    : m_json(json)
    , m_fileName(fileName)
    , m_zone(zone)
{
}

QString MetricJsonShapes::fileTitle() const
{
    const QString title = m_fileName.section(u'.', 0, -2);
    return title.isEmpty() ? m_fileName : title;
}

Problem MetricJsonShapes::fault(const JsonNode &node, const QString &text) const
{
    const TextPlace place = placeOf(m_json, node);
    return metricFault(m_fileName, place.line, place.column, text);
}

Problem MetricJsonShapes::tooMany(const JsonNode &node) const
{
    return fault(node, Text::tr("More than %n series. Export fewer.", nullptr, mostMetricSeries));
}

Problem MetricJsonShapes::unknown(const JsonNode &node) const
{
    return fault(node,
                 Text::tr("This shape of JSON is not known. Export from Prometheus (query_range), Grafana, Graphite, Datadog "
                          "or CloudWatch, or as CSV with a column “time”."));
}

MetricJsonShapes::Fault MetricJsonShapes::add(const JsonNode &time, const JsonNode &value, const QString &name)
{
    const auto at = timeOf(time.value, m_zone);
    if (!at)
        return fault(time, Text::tr("A time is expected here: 2025-03-04T09:00:00Z, or seconds since 1970. Export it again."));
    const auto number = numberOf(value.value);
    if (!number)
        return fault(value, Text::tr("A number is expected here. Export raw values."));
    if (!at->zoneGiven)
        m_collector.assumeZone();
    if (m_lastSeries < 0 || name != m_lastName) {
        m_lastSeries = m_collector.series(name);
        m_lastName = name;
    }
    if (m_lastSeries < 0)
        return tooMany(value);
    if (!m_collector.add(m_lastSeries, {at->us, *number}))
        return fault(value, Text::tr("More than %1 values. Export a shorter time, or one value each minute.")
                                .arg(QLocale().toString(mostMetricPoints)));
    return std::nullopt;
}

MetricJsonShapes::Fault MetricJsonShapes::pairs(const JsonNode &list, const QString &name, bool timeFirst)
{
    if (!list.value.isArray())
        return fault(list, Text::tr("A list of times and values is expected here. Export it again."));
    const int count = list.size();
    for (int i = 0; i < count; ++i) {
        const JsonNode pair = list.item(i);
        if (pair.size() != 2)
            return fault(pair, Text::tr("A time and a value are expected here, as [1741078800, 12.5]. Export it again."));
        if (const auto bad = add(pair.item(timeFirst ? 0 : 1), pair.item(timeFirst ? 1 : 0), name))
            return bad;
    }
    return std::nullopt;
}

MetricJsonShapes::Fault MetricJsonShapes::columns(const JsonNode &times, const JsonNode &values, const QString &name,
                                                  const QString &unit)
{
    if (times.size() != values.size())
        return fault(values, Text::tr("There are not as many values as times. Export it again."));
    const int count = times.size();
    for (int i = 0; i < count; ++i) {
        if (const auto bad = add(times.item(i), values.item(i), name))
            return bad;
    }
    if (count > 0)
        (void)m_collector.setUnit(m_lastSeries, unit);
    return std::nullopt;
}

Outcome<MetricFile> readMetricJson(const QByteArray &bytes, const QString &fileName, const QTimeZone &zone)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const TextPlace place = placeAt(bytes, error.offset);
        return metricFault(fileName, place.line, place.column,
                           Text::tr("This is not valid JSON from here on. Export the file again, all of it."));
    }
    MetricJsonShapes shapes(bytes, fileName, zone);
    const JsonNode root{document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), nullptr, {}, -1};
    if (auto bad = shapes.read(root))
        return *bad;
    return shapes.take();
}

} // namespace fireline::models
