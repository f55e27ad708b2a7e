// SPDX-License-Identifier: GPL-3.0-or-later
#include "datadog/datadogparser.h"

#include "answers/jsonanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::connectors {

using domain::Instant;
using domain::Outcome;
using domain::Problem;
using domain::Span;

namespace {

constexpr double milliseconds = 1000; // of a second

/// "host:a,env:prod" or a list of such: a tag without a value is its own name.
Labels tagsOf(const QStringList &tags)
{
    Labels labels;
    for (const QString &tag : tags) {
        const QString name = tag.section(u':', 0, 0).trimmed();
        if (!name.isEmpty() && name != "*"_L1 && labels.size() < mostLabels)
            labels.insert(name, tag.section(u':', 1).trimmed());
    }
    return labels;
}

/// The unit of values is the first; a second one is what they are counted by.
QString unitOf(const QJsonValue &value)
{
    const auto name = [](const QJsonValue &unit) {
        const QString brief = unit.toObject().value("short_name"_L1).toString();
        return brief.isEmpty() ? unit.toObject().value("name"_L1).toString() : brief;
    };
    const QJsonArray units = value.toArray();
    const QString first = units.isEmpty() ? QString() : name(units[0]);
    const QString per = units.size() > 1 ? name(units[1]) : QString();
    return per.isEmpty() ? first : first + u'/' + per;
}

QString nameOf(const QString &metric, const Labels &tags)
{
    QStringList pairs;
    for (auto it = tags.begin(); it != tags.end(); ++it)
        pairs.append(it->isEmpty() ? it.key() : it.key() + u':' + *it);
    return pairs.isEmpty() ? metric : u"%1{%2}"_s.arg(metric, pairs.join(u','));
}

std::optional<Problem> addV1(DatadogResult &result, const QJsonObject &object, qsizetype &samples)
{
    SampleSeries series;
    series.labels = tagsOf(object.value("scope"_L1).toString().split(u',', Qt::SkipEmptyParts));
    series.name = nameOf(object.value("metric"_L1).toString(), series.labels);
    series.unit = unitOf(object.value("unit"_L1));
    const auto list = readList(object.value("pointlist"_L1), u"pointlist"_s, mostSamples);
    if (!list)
        return list.problem();
    for (const QJsonValue &value : list.value()) {
        const QJsonArray pair = value.toArray();
        const auto at = pair.size() == 2 ? readEpochUs(pair[0], milliseconds) : std::nullopt;
        const auto number = pair.size() == 2 ? readNumber(pair[1]) : std::nullopt;
        if (!at || !number)
            return notReadable(u"a sample of %1 is none"_s.arg(series.name));
        series.samples.push_back({*at, *number});
    }
    samples += qsizetype(series.samples.size());
    if (samples > mostSamples)
        return notReadable(u"more than %1 samples"_s.arg(mostSamples));
    sortSamples(series);
    result.series.push_back(std::move(series));
    return {};
}

std::optional<std::vector<qint64>> timesOf(const QJsonArray &list)
{
    std::vector<qint64> times;
    for (const QJsonValue &value : list) {
        const auto at = readEpochUs(value, milliseconds);
        if (!at)
            return {};
        times.push_back(*at);
    }
    return times;
}

std::optional<Problem> addV2(DatadogResult &result, const QString &query, const QJsonObject &about, const QJsonArray &values,
                             const std::vector<qint64> &times)
{
    SampleSeries series;
    series.labels = tagsOf(readWords(about.value("group_tags"_L1)));
    series.name = nameOf(query, series.labels);
    series.unit = unitOf(about.value("unit"_L1));
    if (size_t(values.size()) != times.size())
        return notReadable(u"%1 values at %2 times"_s.arg(values.size()).arg(times.size()));
    for (size_t i = 0; i < times.size(); ++i) {
        const auto number = readNumber(values[qsizetype(i)]);
        if (!number)
            return notReadable(u"a value of %1 is none"_s.arg(series.name));
        series.samples.push_back({times[i], *number});
    }
    sortSamples(series);
    result.series.push_back(std::move(series));
    return {};
}

Outcome<DatadogResult> seriesV2(const QJsonObject &attributes, const QString &query)
{
    const auto about = readList(attributes.value("series"_L1), u"series"_s, mostSeries);
    const auto values = readList(attributes.value("values"_L1), u"values"_s, mostSeries);
    const auto list = readList(attributes.value("times"_L1), u"times"_s, mostSamples);
    if (!about || !values || !list)
        return notReadable(u"series, values or times are no lists"_s);
    const auto times = timesOf(list.value());
    if (!times || about.value().size() != values.value().size() || qsizetype(times->size()) * about.value().size() > mostSamples)
        return notReadable(u"series, values and times do not fit"_s);
    DatadogResult result;
    for (qsizetype i = 0; i < about.value().size(); ++i) {
        if (const auto fault = addV2(result, query, about.value()[i].toObject(), values.value()[i].toArray(), *times))
            return *fault;
    }
    return result;
}

Problem refused(const QString &why)
{
    return {Problem::Kind::Refused, u"refused"_s, why, {}, {}, {}};
}

} // namespace

Outcome<DatadogResult> readDatadogV1(const QByteArray &body)
{
    const auto json = readJson(body);
    if (!json)
        return json.problem();
    const QJsonObject object = json.value().toObject();
    if (object.value("status"_L1).toString() == "error"_L1 || !object.value("error"_L1).toString().isEmpty())
        return refused(object.value("error"_L1).toString());
    const auto list = readList(object.value("series"_L1), u"series"_s, mostSeries);
    if (!list)
        return list.problem();
    DatadogResult result;
    qsizetype samples = 0;
    for (const QJsonValue &series : list.value()) {
        if (const auto fault = addV1(result, series.toObject(), samples))
            return *fault;
    }
    return result;
}

Outcome<DatadogResult> readDatadogV2(const QByteArray &body, const QString &query)
{
    const auto json = readJson(body);
    if (!json)
        return json.problem();
    const QJsonObject object = json.value().toObject();
    const QString error = datadogComplaint(body);
    if (!object.contains("data"_L1))
        return error.isEmpty() ? notReadable(u"no data"_s) : refused(error);
    auto result = seriesV2(object.value("data"_L1).toObject().value("attributes"_L1).toObject(), query);
    if (result && !error.isEmpty())
        result.value().warnings.append(error);
    return result;
}

QString datadogComplaint(const QByteArray &body)
{
    const auto json = readJson(body);
    if (!json)
        return {};
    const QJsonObject object = json.value().toObject();
    const QJsonValue errors = object.value("errors"_L1);
    if (errors.isArray()) {
        QStringList texts;
        const QJsonArray list = errors.toArray();
        for (const QJsonValue &error : list)
            texts.append(error.isObject() ? error.toObject().value("detail"_L1).toString() : error.toString());
        return texts.join(u", "_s);
    }
    return errors.isString() ? errors.toString() : object.value("error"_L1).toString();
}

QByteArray datadogV2Body(const QString &query, Instant from, Instant to, Span step)
{
    const QJsonObject attributes{
        {u"formulas"_s, QJsonArray{QJsonObject{{u"formula"_s, u"a"_s}}}},
        {u"from"_s, from.us / 1000},
        {u"to"_s, to.us / 1000},
        {u"interval"_s, step.us / 1000},
        {u"queries"_s, QJsonArray{QJsonObject{{u"data_source"_s, u"metrics"_s}, {u"name"_s, u"a"_s}, {u"query"_s, query}}}}};
    const QJsonObject data{{u"type"_s, u"timeseries_request"_s}, {u"attributes"_s, attributes}};
    return QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson(QJsonDocument::Compact);
}

} // namespace fireline::connectors
