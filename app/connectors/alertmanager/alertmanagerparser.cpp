// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertmanager/alertmanagerparser.h"

#include "answers/jsonanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::connectors {

using domain::Outcome;
using domain::Problem;

namespace {

ManagedAlert::State alertState(const QString &word)
{
    if (word == "active"_L1)
        return ManagedAlert::State::Active;
    if (word == "suppressed"_L1)
        return ManagedAlert::State::Suppressed;
    return word == "unprocessed"_L1 ? ManagedAlert::State::Unprocessed : ManagedAlert::State::Other;
}

Silence::State silenceState(const QString &word)
{
    if (word == "active"_L1)
        return Silence::State::Active;
    if (word == "pending"_L1)
        return Silence::State::Pending;
    return word == "expired"_L1 ? Silence::State::Expired : Silence::State::Other;
}

Outcome<ManagedAlert> alertOf(const QJsonObject &object)
{
    ManagedAlert alert;
    alert.fingerprint = object.value("fingerprint"_L1).toString();
    alert.labels = readLabels(object.value("labels"_L1));
    if (alert.fingerprint.isEmpty() || alert.labels.isEmpty())
        return notReadable(u"an alert without fingerprint or labels"_s);
    alert.annotations = readLabels(object.value("annotations"_L1));
    const QJsonObject status = object.value("status"_L1).toObject();
    alert.state = alertState(status.value("state"_L1).toString());
    alert.silencedBy = readWords(status.value("silencedBy"_L1));
    alert.inhibitedBy = readWords(status.value("inhibitedBy"_L1));
    const QJsonArray receivers = object.value("receivers"_L1).toArray();
    for (const QJsonValue &receiver : receivers)
        alert.receivers.append(receiver.toObject().value("name"_L1).toString());
    alert.startsAt = readInstant(object.value("startsAt"_L1));
    alert.endsAt = readInstant(object.value("endsAt"_L1));
    alert.updatedAt = readInstant(object.value("updatedAt"_L1));
    alert.generator = object.value("generatorURL"_L1).toString();
    return alert;
}

Outcome<Silence> silenceFrom(const QJsonObject &object)
{
    Silence silence;
    silence.id = object.value("id"_L1).toString();
    if (silence.id.isEmpty())
        return notReadable(u"a silence without id"_s);
    const QJsonArray matchers = object.value("matchers"_L1).toArray();
    for (const QJsonValue &value : matchers) {
        const QJsonObject matcher = value.toObject();
        silence.matchers.append({matcher.value("name"_L1).toString(), matcher.value("value"_L1).toString(),
                                 matcher.value("isRegex"_L1).toBool(), matcher.value("isEqual"_L1).toBool(true)});
    }
    silence.startsAt = readInstant(object.value("startsAt"_L1));
    silence.endsAt = readInstant(object.value("endsAt"_L1));
    silence.updatedAt = readInstant(object.value("updatedAt"_L1));
    silence.createdBy = object.value("createdBy"_L1).toString();
    silence.comment = object.value("comment"_L1).toString();
    silence.state = silenceState(object.value("status"_L1).toObject().value("state"_L1).toString());
    return silence;
}

/// A list of objects, each read by `one`.
template<typename T, typename One>
Outcome<QList<T>> listOf(const QByteArray &body, const One &one)
{
    const auto json = readJson(body);
    if (!json)
        return json.problem();
    const auto list = readList(json.value(), u"the answer"_s);
    if (!list)
        return list.problem();
    QList<T> all;
    all.reserve(list.value().size());
    for (const QJsonValue &value : list.value()) {
        Outcome<T> read = one(value.toObject());
        if (!read)
            return read.problem();
        all.append(std::move(read).value());
    }
    return all;
}

} // namespace

Outcome<QList<ManagedAlert>> readManagedAlerts(const QByteArray &body)
{
    return listOf<ManagedAlert>(body, alertOf);
}

Outcome<QList<Silence>> readSilences(const QByteArray &body)
{
    return listOf<Silence>(body, silenceFrom);
}

Outcome<QString> readSilenceId(const QByteArray &body)
{
    const auto json = readJson(body);
    if (!json)
        return json.problem();
    const QString id = json.value().toObject().value("silenceID"_L1).toString();
    return id.isEmpty() ? Outcome<QString>(notReadable(u"no silenceID"_s)) : id;
}

QString alertmanagerComplaint(const QByteArray &body)
{
    const auto json = readJson(body);
    if (!json)
        return {};
    return json.value().isString() ? json.value().toString() : json.value().toObject().value("message"_L1).toString();
}

QByteArray silenceBody(const Silence &silence)
{
    QJsonArray matchers;
    for (const Matcher &matcher : silence.matchers)
        matchers.append(QJsonObject{{u"name"_s, matcher.name},
                                    {u"value"_s, matcher.value},
                                    {u"isRegex"_s, matcher.regex},
                                    {u"isEqual"_s, matcher.equal}});
    QJsonObject object{{u"matchers"_s, matchers},
                       {u"startsAt"_s, silence.startsAt.toRfc3339()},
                       {u"endsAt"_s, silence.endsAt.toRfc3339()},
                       {u"createdBy"_s, silence.createdBy},
                       {u"comment"_s, silence.comment}};
    if (!silence.id.isEmpty())
        object.insert(u"id"_s, silence.id);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString matcherText(const Matcher &matcher)
{
    QString value = matcher.value;
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
    const QString sign = matcher.regex ? (matcher.equal ? u"=~"_s : u"!~"_s) : (matcher.equal ? u"="_s : u"!="_s);
    return u"%1%2\"%3\""_s.arg(matcher.name, sign, value);
}

} // namespace fireline::connectors
