// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/entryword.h"

#include "state/closedwords.h"
#include "state/componentstate.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(EntryText)
};

QString shortId(const QString &eventId, const IncidentState &s)
{
    if (const auto *o = s.order(eventId))
        return o->id;
    if (const auto *o = s.hypothesis(eventId))
        return o->id;
    if (const auto *o = s.change(eventId))
        return o->id;
    if (const auto *o = s.mitigation(eventId))
        return o->id;
    if (const auto *o = s.decision(eventId))
        return o->id;
    if (const auto *o = s.poll(eventId))
        return o->id;
    if (const auto *o = s.update(eventId))
        return o->id;
    if (const auto *o = s.alert(eventId))
        return o->id;
    if (const auto *o = s.actionItem(eventId))
        return o->id;
    const auto it = s.entryByEvent.constFind(eventId);
    return it == s.entryByEvent.constEnd() ? eventId.left(8) : u"E%1"_s.arg(it.value() + 1);
}

QString nextId(QChar letter, const IncidentState &s)
{
    qsizetype count = 0;
    switch (letter.unicode()) {
    case u'A': count = s.orders.size(); break;
    case u'H': count = s.hypotheses.size(); break;
    case u'C': count = s.changes.size(); break;
    case u'M': count = s.mitigations.size(); break;
    case u'D': count = s.decisions.size(); break;
    case u'P': count = s.polls.size(); break;
    case u'U': count = s.updates.size(); break;
    case u'L': count = s.alerts.size(); break;
    case u'R': count = s.reports.size(); break;
    case u'I': count = s.actionItems.size(); break;
    default: break;
    }
    return letter + QString::number(count + 1);
}

// What was stated as a value, as a person reads it: times, yes and no, the names of fields. A field that only says the text of
// its row again is left out.
QString statedText(const QJsonValue &value, const QString &rowText, const EntryNames *names)
{
    if (value.isObject()) {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString said = statedText(it.value(), {}, names);
            const QString name = names ? names->name(EntryNames::Kind::Field, it.key()) : QString();
            if (said != rowText || said.isEmpty())
                parts.append((name.isEmpty() ? it.key() : name) + u": "_s + said);
        }
        return parts.join(u"; "_s);
    }
    const QString text = valueText(value);
    if (const auto at = text.contains(u'T') ? Instant::fromRfc3339(text) : std::nullopt)
        return Words::tr("%1 UTC").arg(at->toUtc().toString(u"yyyy-MM-dd HH:mm:ss"_s));
    return text == "true"_L1 ? Words::tr("yes") : text == "false"_L1 ? Words::tr("no") : text;
}

/// What an alert tells: first its kind and what may be behind it, then the rest as it came.
QString alertText(QJsonObject labels)
{
    const QString kind = valueText(labels.take(u"type"_s));
    const QString cause = valueText(labels.take(u"cause"_s));
    QStringList parts;
    if (!kind.isEmpty())
        parts.append(Words::tr("kind: %1").arg(kind));
    if (!cause.isEmpty())
        parts.append(Words::tr("possible cause: %1").arg(cause));
    if (!labels.isEmpty())
        parts.append(valueText(labels));
    return parts.join(u"; "_s);
}

/// Who objected, who did not and who said nothing, as it stood when the poll was closed.
QString resultText(const QString &pollId, const IncidentState &before)
{
    const auto poll = std::find_if(before.polls.begin(), before.polls.end(), [&](const Poll &p) { return p.eventId == pollId; });
    if (poll == before.polls.end())
        return {};
    const auto objections = std::count_if(poll->answers.begin(), poll->answers.end(),
                                          [](const QString &objection) { return !objection.isEmpty(); });
    QSet<QString> silent;
    for (const auto &asked : poll->asked) {
        if (!poll->answers.contains(asked.second))
            silent.insert(asked.second);
    }
    return Words::tr("Objections: %1, no objection: %2, no answer: %3")
        .arg(objections)
        .arg(poll->answers.size() - objections)
        .arg(silent.size());
}

QString revisitText(Instant at)
{
    return at.isSet() ? Words::tr("(look at it again at %1 UTC)").arg(at.toUtc().toString(u"yyyy-MM-dd HH:mm"_s)) : QString();
}

QString spanText(qint64 us)
{
    const qint64 minutes = us / Span::minutes(1).us;
    if (minutes >= 120 && minutes % 60 == 0)
        return Words::tr("%n hours", nullptr, int(minutes / 60));
    return Words::tr("%n minutes", nullptr, int(minutes));
}

std::optional<EntryNames::Kind> kindOf(QStringView word)
{
    using Kind = EntryNames::Kind;
    static const QHash<QString, Kind> kinds{
        {u"role"_s, Kind::Role},   {u"phase"_s, Kind::Phase},       {u"flag"_s, Kind::Flag}, {u"list"_s, Kind::List},
        {u"step"_s, Kind::Step},   {u"gateItem"_s, Kind::GateItem}, {u"rung"_s, Kind::Rung}, {u"cadence"_s, Kind::Cadence},
        {u"clock"_s, Kind::Clock}, {u"review"_s, Kind::Review},     {u"rule"_s, Kind::Rule}, {u"record"_s, Kind::Record},
        {u"who"_s, Kind::Who},     {u"system"_s, Kind::System}};
    const auto found = kinds.constFind(word.toString());
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

QString named(EntryNames::Kind kind, const QString &id, const EntryNames *names)
{
    using Kind = EntryNames::Kind;
    const QString name = names ? names->name(kind, id) : QString();
    if (!name.isEmpty())
        return name;
    const QString whole = id.section(u'/', 0, 0);
    const QString part = id.section(u'/', 1);
    switch (kind) {
    case Kind::Step:
    case Kind::GateItem: return Words::tr("step %1 of %2").arg(part, whole);
    case Kind::Rung: return whole;
    case Kind::System: return whole + u' ' + part;
    default: return id;
    }
}

} // namespace

QString valueText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(valueText(part));
        return parts.join(u", "_s);
    }
    if (value.isObject()) {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            parts.append(it.key() + u": "_s + valueText(it.value()));
        return parts.join(u"; "_s);
    }
    if (value.isBool())
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString entryWord(QStringView placeholder, const QJsonObject &body, const IncidentState &before, const EntryNames *names)
{
    if (placeholder.endsWith(u'+'))
        return nextId(placeholder.front(), before);
    if (placeholder.startsWith(u'#'))
        return shortId(body.value(placeholder.mid(1)).toString(), before);
    const qsizetype colon = placeholder.indexOf(u':');
    if (colon < 0)
        return valueText(body.value(placeholder));
    const QStringView word = placeholder.mid(colon + 1);
    const QStringView key = placeholder.left(colon);
    if (word == "word"_L1)
        return closedWord(statedText(body.value(key), {}, names));
    if (word == "value"_L1)
        return statedText(body.value(key), body.value(u"text").toString(), names);
    if (word == "alert"_L1)
        return alertText(body.value(key).toObject());
    if (word == "component"_L1)
        return componentName(body.value(key).toString());
    if (word == "span"_L1)
        return spanText(body.value(key).toInteger());
    if (word == "revisit"_L1)
        return revisitText({body.value(key).toInteger()});
    if (word == "result"_L1)
        return resultText(body.value(key).toString(), before);
    const auto kind = kindOf(word);
    if (!kind)
        return valueText(body.value(key));
    if (!body.value(key).isArray()) {
        QStringList parts;
        for (const QStringView part : key.split(u'/'))
            parts.append(valueText(body.value(part)));
        const QString id = parts.join(u'/');
        return id.isEmpty() ? id : named(*kind, id, names);
    }
    QStringList all;
    for (const QJsonValue &each : body.value(key).toArray())
        all.append(named(*kind, each.toString(), names));
    return all.join(u", "_s);
}

} // namespace fireline::domain
