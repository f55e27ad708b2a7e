// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/prometheusparser.h"

#include "answers/jsonanswer.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::connectors {

using domain::Outcome;
using domain::Problem;
using domain::Span;

namespace {

/// What stands behind "data" of an answer that says it succeeded.
Outcome<QJsonObject> envelope(const QByteArray &body)
{
    const auto json = readJson(body);
    if (!json)
        return json.problem();
    const QJsonObject object = json.value().toObject();
    if (object.value("status"_L1).toString() != "success"_L1)
        return notReadable(u"no success: %1"_s.arg(object.value("error"_L1).toString()));
    return object;
}

bool addSample(SampleSeries &series, const QJsonValue &pair)
{
    const QJsonArray both = pair.toArray();
    if (both.size() != 2)
        return false;
    const auto at = readEpochUs(both[0], 1);
    const auto value = readNumber(both[1]);
    if (!at || !value)
        return false;
    series.samples.push_back({*at, *value});
    return true;
}

bool addSamples(SampleSeries &series, const QJsonValue &values)
{
    const QJsonArray list = values.toArray();
    series.samples.reserve(size_t(list.size()));
    return std::all_of(list.begin(), list.end(), [&series](const QJsonValue &pair) { return addSample(series, pair); });
}

/// Vectors and matrices; nothing is left out in silence.
std::optional<Problem> addSeries(QueryResult &result, const QJsonArray &list)
{
    if (list.size() > mostSeries)
        return notReadable(u"%1 series"_s.arg(list.size()));
    qsizetype samples = 0;
    for (const QJsonValue &value : list) {
        const QJsonObject item = value.toObject();
        if (!item.contains("value"_L1) && !item.contains("values"_L1)) {
            if (!item.contains("histogram"_L1) && !item.contains("histograms"_L1))
                return notReadable(u"a series without values"_s);
            ++result.histograms;
            continue;
        }
        SampleSeries series;
        series.labels = readLabels(item.value("metric"_L1));
        series.name = seriesName(series.labels);
        const bool read = item.contains("values"_L1) ? addSamples(series, item.value("values"_L1))
                                                     : addSample(series, item.value("value"_L1));
        if (!read)
            return notReadable(u"a sample of %1 is none"_s.arg(series.name));
        samples += qsizetype(series.samples.size());
        if (samples > mostSamples)
            return notReadable(u"more than %1 samples"_s.arg(mostSamples));
        sortSamples(series);
        result.series.push_back(std::move(series));
    }
    return {};
}

std::optional<Problem> addScalar(QueryResult &result, const QJsonValue &value)
{
    SampleSeries series;
    if (!addSample(series, value))
        return notReadable(u"the scalar is none"_s);
    result.series.push_back(std::move(series));
    return {};
}

std::optional<Problem> addText(QueryResult &result, const QJsonValue &value)
{
    const QJsonArray both = value.toArray();
    if (both.size() != 2 || !both[1].isString())
        return notReadable(u"the text is none"_s);
    result.text = both[1].toString();
    return {};
}

std::optional<Problem> addResult(QueryResult &result, const QString &kind, const QJsonValue &value)
{
    if (kind == "scalar"_L1) {
        result.kind = QueryResult::Kind::Scalar;
        return addScalar(result, value);
    }
    if (kind == "string"_L1) {
        result.kind = QueryResult::Kind::Text;
        return addText(result, value);
    }
    if (kind != "vector"_L1 && kind != "matrix"_L1)
        return notReadable(u"a result of type %1"_s.arg(kind));
    result.kind = kind == "matrix"_L1 ? QueryResult::Kind::Matrix : QueryResult::Kind::Vector;
    const auto list = readList(value, u"result"_s);
    return list ? addSeries(result, list.value()) : std::optional(list.problem());
}

RuleAlert::State stateOf(const QString &word)
{
    if (word == "firing"_L1)
        return RuleAlert::State::Firing;
    if (word == "pending"_L1)
        return RuleAlert::State::Pending;
    return word == "inactive"_L1 ? RuleAlert::State::Inactive : RuleAlert::State::Other;
}

RuleAlert alertOf(const QJsonObject &object)
{
    RuleAlert alert;
    alert.labels = readLabels(object.value("labels"_L1));
    alert.annotations = readLabels(object.value("annotations"_L1));
    alert.state = stateOf(object.value("state"_L1).toString());
    alert.activeAt = readInstant(object.value("activeAt"_L1));
    alert.value = readNumber(object.value("value"_L1)).value_or(std::nan(""));
    return alert;
}

Outcome<QList<RuleAlert>> alertsOf(const QJsonValue &value)
{
    const auto list = readList(value, u"alerts"_s);
    if (!list)
        return list.problem();
    QList<RuleAlert> alerts;
    for (const QJsonValue &alert : list.value()) {
        if (!alert.isObject())
            return notReadable(u"an alert is none"_s);
        alerts.append(alertOf(alert.toObject()));
    }
    return alerts;
}

Span secondsOf(const QJsonValue &value)
{
    const double seconds = value.toDouble();
    constexpr double most = 100.0 * 365 * 86400;
    return Span::micros(std::llround(std::clamp(std::isfinite(seconds) ? seconds : 0.0, 0.0, most) * 1e6));
}

Outcome<AlertRule> ruleOf(const QJsonObject &object, const QJsonObject &group)
{
    AlertRule rule;
    rule.group = group.value("name"_L1).toString();
    rule.file = group.value("file"_L1).toString();
    rule.name = object.value("name"_L1).toString();
    rule.query = object.value("query"_L1).toString();
    rule.pendingFor = secondsOf(object.value("duration"_L1));
    rule.labels = readLabels(object.value("labels"_L1));
    rule.annotations = readLabels(object.value("annotations"_L1));
    rule.state = stateOf(object.value("state"_L1).toString());
    rule.health = object.value("health"_L1).toString();
    rule.lastError = object.value("lastError"_L1).toString();
    auto alerts = alertsOf(object.value("alerts"_L1));
    if (!alerts)
        return alerts.problem();
    rule.alerts = std::move(alerts).value();
    return rule;
}

/// A missing list is null, which readList() takes for an empty one.
QJsonValue orNull(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

std::optional<Problem> addRules(QList<AlertRule> &rules, const QJsonObject &group)
{
    const auto list = readList(orNull(group.value("rules"_L1)), u"rules"_s);
    if (!list)
        return list.problem();
    for (const QJsonValue &value : list.value()) {
        QJsonObject object = value.toObject();
        if (object.value("type"_L1).toString() != "alerting"_L1)
            continue;
        object.insert("alerts"_L1, orNull(object.value("alerts"_L1)));
        auto rule = ruleOf(object, group);
        if (!rule)
            return rule.problem();
        if (rules.size() == mostRecords)
            return notReadable(u"more than %1 rules"_s.arg(mostRecords));
        rules.append(std::move(rule).value());
    }
    return {};
}

} // namespace

Outcome<QueryResult> readQueryResult(const QByteArray &body)
{
    const auto whole = envelope(body);
    if (!whole)
        return whole.problem();
    const QJsonObject data = whole.value().value("data"_L1).toObject();
    QueryResult result;
    result.warnings = readWords(whole.value().value("warnings"_L1)) + readWords(whole.value().value("infos"_L1));
    if (const auto fault = addResult(result, data.value("resultType"_L1).toString(), data.value("result"_L1)))
        return *fault;
    return result;
}

Outcome<QStringList> readPrometheusNames(const QByteArray &body)
{
    const auto whole = envelope(body);
    if (!whole)
        return whole.problem();
    const auto list = readList(whole.value().value("data"_L1), u"data"_s);
    return list ? Outcome(readWords(list.value())) : list.problem();
}

Outcome<QList<AlertRule>> readAlertRules(const QByteArray &body)
{
    const auto whole = envelope(body);
    if (!whole)
        return whole.problem();
    const auto groups = readList(whole.value().value("data"_L1).toObject().value("groups"_L1), u"groups"_s);
    if (!groups)
        return groups.problem();
    QList<AlertRule> rules;
    for (const QJsonValue &group : groups.value()) {
        if (const auto fault = addRules(rules, group.toObject()))
            return *fault;
    }
    return rules;
}

Outcome<QList<RuleAlert>> readRuleAlerts(const QByteArray &body)
{
    const auto whole = envelope(body);
    return whole ? alertsOf(whole.value().value("data"_L1).toObject().value("alerts"_L1)) : whole.problem();
}

QString prometheusComplaint(const QByteArray &body)
{
    const auto json = readJson(body);
    return json ? json.value().toObject().value("error"_L1).toString() : QString();
}

} // namespace fireline::connectors
