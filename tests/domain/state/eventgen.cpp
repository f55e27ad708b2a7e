// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventgen.h"

#include "core/canonicaljson.h"
#include "state/eventtypes.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::domain::test {

namespace {

constexpr qint64 start = 1'740'996'000'000'000; // 2025-03-03 10:00 UTC

/// Texts that mean something to somebody, so that events meet each other.
QString anyWord(int before)
{
    static const QStringList words = {
        u""_s,        u"ana"_s,           u"bo"_s,         u"ic"_s,       u"comms"_s, u"P1"_s,          u"P2"_s,    u"triage"_s,
        u"public"_s,  u"update/public"_s, u"postmortem"_s, u"nin.six"_s,  u"pii"_s,   u"start"_s,       u"end"_s,   u"users"_s,
        u"finding"_s, u"text"_s,          u"kind"_s,       u"restored"_s, u"claim"_s, u"fault of bo"_s, u"\u200b"_s};
    const int choice = *rc::gen::inRange(0, 3);
    if (choice == 0)
        return u"event-%1"_s.arg(*rc::gen::inRange(0, before + 2));
    return words.at(*rc::gen::inRange(0, int(words.size())));
}

QJsonValue anyValue(QChar type, int before)
{
    switch (type.unicode()) {
    case u'i':
        return *rc::gen::weightedOneOf<qint64>(
            {{4, rc::gen::inRange<qint64>(0, 40)},
             {2, rc::gen::map(rc::gen::inRange<qint64>(-600, 600), [](qint64 m) { return start + m * 60'000'000; })},
             {1, rc::gen::inRange<qint64>(-(1LL << 52), 1LL << 52)}});
    case u'b': return *rc::gen::arbitrary<bool>();
    case u'o': return QJsonObject{{anyWord(before), anyWord(before)}, {u"tag"_s, anyWord(before)}};
    case u'a': return QJsonArray{anyWord(before), anyWord(before)};
    default: return anyWord(before);
    }
}

QJsonObject anyPayload(const EventType &type, int before)
{
    QJsonObject payload;
    for (QStringView field : type.fields.split(u' ', Qt::SkipEmptyParts)) {
        const bool optional = field.endsWith(u'?');
        const QString name = field.left(field.indexOf(u':')).toString();
        if (optional && *rc::gen::arbitrary<bool>())
            continue;
        payload.insert(name, anyValue(field.at(field.indexOf(u':') + 1), before));
    }
    if (*rc::gen::inRange(0, 6) == 0)
        payload.insert(u"replaces"_s, anyWord(before));
    if (*rc::gen::inRange(0, 4) == 0)
        payload.insert(u"under"_s, anyWord(before));
    if (*rc::gen::inRange(0, 12) == 0)
        payload.insert(u"imported"_s, QJsonObject{{u"source"_s, u"x"_s}, {u"line"_s, 1}});
    if (*rc::gen::inRange(0, 12) == 0 && !payload.isEmpty())
        payload.insert(payload.keys().first(), QJsonValue::Null);
    return payload;
}

} // namespace

Event eventOf(const QString &type, const QJsonObject &payload, int number)
{
    Event event;
    event.id = u"event-%1"_s.arg(number);
    event.incident = u"incident-1"_s;
    event.type = type;
    event.occurredAt = {start + number * qint64(60'000'000)};
    event.recordedAt = event.occurredAt;
    event.recordedBy = u"ana"_s;
    event.device = u"console"_s;
    event.deviceSeq = number + 1;
    if (const auto bytes = toCanonicalJson(payload))
        event.payload = bytes.value();
    return event;
}

Event declaration()
{
    return eventOf(u"incident.declared"_s,
                   {{u"title"_s, u"Payments fail"_s},
                    {u"process"_s, u"nine-step"_s},
                    {u"processHash"_s, u"0"_s},
                    {u"processText"_s, u"x"_s},
                    {u"severity"_s, u"P2"_s}},
                   0);
}

rc::Gen<QList<Event>> anyEvents()
{
    return rc::gen::exec([] {
        QList<Event> events{declaration()};
        const int count = *rc::gen::inRange(0, 60);
        for (int i = 1; i <= count; ++i) {
            const int index = *rc::gen::inRange(0, int(eventTypes().size()) + 2);
            if (index >= eventTypes().size()) {
                events.append(eventOf(u"somebody.elses"_s, {{u"x"_s, anyWord(i)}}, i));
                continue;
            }
            const EventType &type = eventTypes().at(index);
            Event event = eventOf(type.name.toString(), anyPayload(type, i), i);
            event.occurredAt = event.occurredAt - Span::minutes(*rc::gen::inRange(0, 30));
            if (*rc::gen::inRange(0, 40) == 0)
                event.payload = "not json";
            events.append(event);
        }
        return events;
    });
}

} // namespace fireline::domain::test
