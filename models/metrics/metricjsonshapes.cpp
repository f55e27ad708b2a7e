// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricjsonshapes.h"

#include "metrics/metriccell.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Problem;
using Fault = MetricJsonShapes::Fault;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetricReader)
};

/// "{a="b",c="d"}" of the labels that are not the same in all.
QString labelText(const QJsonObject &labels, const QSet<QString> &same)
{
    QStringList parts;
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        if (it.key() != "__name__"_L1 && !same.contains(it.key()))
            parts.append(u"%1=\"%2\""_s.arg(it.key(), it.value().toString()));
    }
    return parts.isEmpty() ? QString() : u'{' + parts.join(u',') + u'}';
}

/// Labels that say nothing, because every one of several series has them with the same value.
QSet<QString> sameLabels(const QJsonArray &series, const QString &member)
{
    QSet<QString> same;
    if (series.size() < 2)
        return same;
    const QJsonObject first = series.first()[member].toObject();
    for (auto it = first.begin(); it != first.end(); ++it) {
        if (std::all_of(series.begin(), series.end(),
                        [&](const QJsonValue &each) { return each[member].toObject().value(it.key()) == it.value(); }))
            same.insert(it.key());
    }
    return same;
}

QString timeKeyOf(const QJsonObject &record)
{
    for (const QString &key : {u"time"_s, u"timestamp"_s, u"@timestamp"_s, u"_time"_s, u"Timestamp"_s, u"Time"_s, u"date"_s,
                               u"ts"_s, u"datetime"_s, u"t"_s}) {
        if (record.contains(key))
            return key;
    }
    return {};
}

} // namespace

Fault MetricJsonShapes::read(const JsonNode &root)
{
    return root.value.isArray() ? readList(root) : readObject(root);
}

Problem MetricJsonShapes::refusal(const JsonNode &answer) const
{
    const JsonNode error = answer.member(u"error"_s);
    return fault(error, Text::tr("The file holds a refusal: “%1”. Mend the query and export again.")
                            .arg(error.value.toString().simplified().left(120)));
}

Fault MetricJsonShapes::readObject(const JsonNode &root)
{
    if (root.member(u"status"_s).value.toString() == u"error")
        return refusal(root);
    const JsonNode data = root.member(u"data"_s);
    if (data.has(u"resultType"_s))
        return prometheus(data.member(u"result"_s));
    if (root.has(u"resultType"_s))
        return prometheus(root.member(u"result"_s));
    if (root.has(u"schema"_s))
        return frame(root);
    if (root.has(u"frames"_s))
        return frames(root.member(u"frames"_s));
    if (root.has(u"results"_s)) {
        const JsonNode results = root.member(u"results"_s);
        return results.value.isArray() ? influx(results) : grafana(results);
    }
    if (root.has(u"series"_s))
        return datadog(root.member(u"series"_s));
    if (root.has(u"MetricDataResults"_s))
        return cloudWatch(root.member(u"MetricDataResults"_s));
    if (root.has(u"Datapoints"_s))
        return dataPointRecords(root);
    return unknown(root);
}

Fault MetricJsonShapes::readList(const JsonNode &list)
{
    const JsonNode first = list.item(0);
    if (first.has(u"datapoints"_s))
        return dataPoints(list);
    if (first.has(u"metric"_s) && (first.has(u"values"_s) || first.has(u"value"_s)))
        return prometheus(list);
    if (first.has(u"schema"_s))
        return frames(list);
    if (first.has(u"pointlist"_s))
        return datadog(list);
    if (first.value.isObject() && !timeKeyOf(first.value.toObject()).isEmpty())
        return records(list);
    return list.size() == 0 && list.value.isArray() ? Fault() : unknown(first);
}

Fault MetricJsonShapes::prometheus(const JsonNode &result)
{
    if (!result.value.isArray())
        return unknown(result);
    const QSet<QString> same = sameLabels(result.value.toArray(), u"metric"_s);
    for (int i = 0; i < result.size(); ++i) {
        const JsonNode series = result.item(i);
        if (!series.has(u"metric"_s))
            return fault(series, Text::tr("A series with “metric” and “values” is expected here. Ask with query_range."));
        const QJsonObject labels = series.member(u"metric"_s).value.toObject();
        const QString base = labels.value(u"__name__"_s).toString();
        const QString detail = labelText(labels, same);
        const QString name = base.isEmpty() && detail.isEmpty() ? fileTitle() : base + detail;
        if (series.has(u"value"_s) && !series.has(u"values"_s)) {
            const JsonNode pair = series.member(u"value"_s);
            if (const auto bad = add(pair.item(0), pair.item(1), name))
                return bad;
        } else if (const auto bad = pairs(series.member(u"values"_s), name, true)) {
            return bad;
        }
    }
    return std::nullopt;
}

Fault MetricJsonShapes::dataPoints(const JsonNode &list)
{
    for (int i = 0; i < list.size(); ++i) {
        const JsonNode series = list.item(i);
        QString name = series.member(u"target"_s).value.toString(series.member(u"title"_s).value.toString());
        if (name.isEmpty())
            name = fileTitle();
        if (const auto bad = pairs(series.member(u"datapoints"_s), name, false))
            return bad;
    }
    return std::nullopt;
}

Fault MetricJsonShapes::datadog(const JsonNode &list)
{
    if (!list.value.isArray())
        return unknown(list);
    for (int i = 0; i < list.size(); ++i) {
        const JsonNode series = list.item(i);
        QString name = series.member(u"display_name"_s).value.toString(series.member(u"metric"_s).value.toString());
        if (const QString scope = series.member(u"scope"_s).value.toString(); !scope.isEmpty() && scope != "*"_L1)
            name += u'{' + scope + u'}';
        if (const auto bad = pairs(series.member(u"pointlist"_s), name.isEmpty() ? fileTitle() : name, true))
            return bad;
        const QJsonValue unit = series.member(u"unit"_s).value.toArray().at(0);
        if (series.member(u"pointlist"_s).size() > 0)
            (void)m_collector.setUnit(m_lastSeries, unit[u"short_name"_s].toString(unit[u"name"_s].toString()));
    }
    return std::nullopt;
}

Fault MetricJsonShapes::grafana(const JsonNode &results)
{
    const QStringList queries = results.value.toObject().keys();
    for (const QString &query : queries) {
        const JsonNode result = results.member(query);
        if (!result.member(u"error"_s).value.toString().isEmpty())
            return refusal(result);
        if (!result.has(u"frames"_s))
            return unknown(result);
        const JsonNode list = result.member(u"frames"_s);
        if (const auto bad = frames(list))
            return bad;
    }
    return std::nullopt;
}

Fault MetricJsonShapes::frames(const JsonNode &list)
{
    for (int i = 0; i < list.size(); ++i) {
        if (const auto bad = frame(list.item(i)))
            return bad;
    }
    return std::nullopt;
}

Fault MetricJsonShapes::frame(const JsonNode &frame)
{
    const JsonNode schema = frame.member(u"schema"_s);
    const JsonNode fields = schema.member(u"fields"_s);
    const JsonNode data = frame.member(u"data"_s);
    const JsonNode values = data.member(u"values"_s);
    int time = -1;
    for (int i = 0; i < fields.size() && time < 0; ++i) {
        if (fields.item(i).member(u"type"_s).value.toString() == u"time")
            time = i;
    }
    if (time < 0 || values.size() != fields.size())
        return fault(fields,
                     Text::tr("A field of type “time” and one list of values for each field are expected here. Export it as "
                              "a time series."));
    for (int i = 0; i < fields.size(); ++i) {
        const JsonNode field = fields.item(i);
        if (field.member(u"type"_s).value.toString() != u"number")
            continue;
        const QJsonValue config = field.member(u"config"_s).value;
        QString name = config[u"displayNameFromDS"_s].toString(config[u"displayName"_s].toString());
        if (name.isEmpty()) {
            name = field.member(u"name"_s).value.toString();
            const QString whole = schema.member(u"name"_s).value.toString();
            if (!whole.isEmpty() && (name.isEmpty() || name.compare(u"value"_s, Qt::CaseInsensitive) == 0))
                name = whole;
            name += labelText(field.member(u"labels"_s).value.toObject(), {});
        }
        if (const auto bad = columns(values.item(time), values.item(i), name.isEmpty() ? fileTitle() : name,
                                     config[u"unit"_s].toString()))
            return bad;
    }
    return std::nullopt;
}

Fault MetricJsonShapes::influx(const JsonNode &results)
{
    for (int i = 0; i < results.size(); ++i) {
        const JsonNode result = results.item(i);
        if (!result.member(u"error"_s).value.toString().isEmpty())
            return refusal(result);
        const JsonNode list = result.member(u"series"_s);
        for (int k = 0; k < list.size(); ++k) {
            if (const auto bad = influxSeries(list.item(k)))
                return bad;
        }
    }
    return std::nullopt;
}

Fault MetricJsonShapes::influxSeries(const JsonNode &series)
{
    const JsonNode names = series.member(u"columns"_s);
    const JsonNode rows = series.member(u"values"_s);
    int time = -1;
    for (int i = 0; i < names.size() && time < 0; ++i) {
        if (names.item(i).value.toString() == u"time")
            time = i;
    }
    if (time < 0)
        return fault(names, Text::tr("No column “time”. Ask for the times as well, and export it again."));
    const QString measured = series.member(u"name"_s).value.toString();
    const QString detail = labelText(series.member(u"tags"_s).value.toObject(), {});
    for (int r = 0; r < rows.size(); ++r) {
        const JsonNode row = rows.item(r);
        if (row.size() != names.size())
            return fault(row, Text::tr("There are not as many values as columns. Export it again."));
        for (int i = 0; i < names.size(); ++i) {
            if (i == time || row.item(i).value.isString())
                continue;
            const QString name = u"%1 %2%3"_s.arg(measured, names.item(i).value.toString(), detail).trimmed();
            if (const auto bad = add(row.item(time), row.item(i), name))
                return bad;
        }
    }
    return std::nullopt;
}

Fault MetricJsonShapes::cloudWatch(const JsonNode &results)
{
    for (int i = 0; i < results.size(); ++i) {
        const JsonNode series = results.item(i);
        const QString name = series.member(u"Label"_s).value.toString(series.member(u"Id"_s).value.toString(fileTitle()));
        if (const auto bad = columns(series.member(u"Timestamps"_s), series.member(u"Values"_s), name, {}))
            return bad;
    }
    return std::nullopt;
}

Fault MetricJsonShapes::dataPointRecords(const JsonNode &root)
{
    const QString label = root.member(u"Label"_s).value.toString(fileTitle());
    const JsonNode list = root.member(u"Datapoints"_s);
    for (int i = 0; i < list.size(); ++i) {
        const JsonNode entry = list.item(i);
        const QStringList keys = entry.value.toObject().keys();
        for (const QString &key : keys) {
            if (key == "Timestamp"_L1 || key == "Unit"_L1)
                continue;
            if (const auto bad = add(entry.member(u"Timestamp"_s), entry.member(key), label + u' ' + key))
                return bad;
            const QString unit = entry.member(u"Unit"_s).value.toString();
            if (unit != "None"_L1)
                (void)m_collector.setUnit(m_lastSeries, unit);
        }
    }
    return std::nullopt;
}

Fault MetricJsonShapes::records(const JsonNode &list)
{
    const QString timeKey = timeKeyOf(list.item(0).value.toObject());
    for (int i = 0; i < list.size(); ++i) {
        const JsonNode entry = list.item(i);
        if (!entry.value.isObject())
            return fault(entry, Text::tr("A record with “%1” is expected here. Export it again.").arg(timeKey));
        if (const auto bad = record(entry, timeKey))
            return bad;
    }
    return std::nullopt;
}

/// Words name the series, numbers are its values.
Fault MetricJsonShapes::record(const JsonNode &entry, const QString &timeKey)
{
    const QJsonObject object = entry.value.toObject();
    QStringList words;
    QStringList values;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == timeKey)
            continue;
        const QJsonValue &value = it.value();
        const bool number = value.isDouble() || value.isNull()
                            || (value.isString() && readMetricNumber(value.toString().toStdString(), false));
        if (number)
            values.append(it.key());
        else if (value.isString())
            words.append(u"%1=%2"_s.arg(it.key(), value.toString()));
        else
            return fault(entry.member(it.key()), Text::tr("A number or a word is expected here. Export flat records."));
    }
    const JsonNode time = entry.member(timeKey);
    for (const QString &key : values) {
        if (const auto bad = add(time, entry.member(key), (QStringList(key) + words).join(u' ')))
            return bad;
    }
    return std::nullopt;
}

} // namespace fireline::models
