// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/jsonplace.h"
#include "metrics/seriescollector.h"

#include <QStringList>

#include <optional>

namespace fireline::models {

/// The shapes of JSON that hold metrics, one function each: what it reads goes to the collector, what it cannot read comes back
/// as a fault with its place. Used once, in one thread; `json` outlives it.
class MetricJsonShapes
{
public:
    using Fault = std::optional<domain::Problem>;

    MetricJsonShapes(const QByteArray &json, const QString &fileName, const QTimeZone &zone);

    /// Whatever it is.
    [[nodiscard]] Fault read(const JsonNode &root);
    [[nodiscard]] MetricFile take() { return m_collector.take(); }

private:
    [[nodiscard]] Fault readObject(const JsonNode &root);
    [[nodiscard]] Fault readList(const JsonNode &list);
    [[nodiscard]] Fault prometheus(const JsonNode &result);
    [[nodiscard]] Fault dataPoints(const JsonNode &list);
    [[nodiscard]] Fault datadog(const JsonNode &series);
    [[nodiscard]] Fault grafana(const JsonNode &results);
    [[nodiscard]] Fault frames(const JsonNode &list);
    [[nodiscard]] Fault frame(const JsonNode &frame);
    [[nodiscard]] Fault influx(const JsonNode &results);
    [[nodiscard]] Fault influxSeries(const JsonNode &series);
    [[nodiscard]] Fault cloudWatch(const JsonNode &results);
    [[nodiscard]] Fault dataPointRecords(const JsonNode &root);
    [[nodiscard]] Fault records(const JsonNode &list);
    [[nodiscard]] Fault record(const JsonNode &entry, const QString &timeKey);

    [[nodiscard]] Fault pairs(const JsonNode &list, const QString &name, bool timeFirst);
    [[nodiscard]] Fault columns(const JsonNode &times, const JsonNode &values, const QString &name, const QString &unit);
    [[nodiscard]] Fault add(const JsonNode &time, const JsonNode &value, const QString &name);
    [[nodiscard]] domain::Problem fault(const JsonNode &node, const QString &text) const;
    /// In place of numbers the answer says why there are none.
    [[nodiscard]] domain::Problem refusal(const JsonNode &answer) const;
    [[nodiscard]] domain::Problem unknown(const JsonNode &node) const;
    [[nodiscard]] domain::Problem tooMany(const JsonNode &node) const;
    [[nodiscard]] QString fileTitle() const;

    const QByteArray &m_json;
    QString m_fileName;
    QTimeZone m_zone;
    SeriesCollector m_collector;
    QString m_lastName;
    int m_lastSeries = -1;
};

} // namespace fireline::models
