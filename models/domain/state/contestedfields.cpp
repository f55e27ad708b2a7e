// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/contestedfields.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

/// What an event sets. The field's name is `prefix`, what the payload has for each key of `of`, and `end`.
struct Shape
{
    QString prefix;
    QStringView of; ///< keys, blank-separated; may be empty
    QString value;  ///< key of the value; that of an object is one field for each of its keys
    QString end = {};
    QString word = {}; ///< the value where the type says it
};

const QHash<QString, Shape> &shapes()
{
    static const QHash<QString, Shape> table = {
        {u"severity.set"_s, {u"severity"_s, {}, u"to"_s}},
        {u"phase.moved"_s, {u"phase"_s, {}, u"to"_s}},
        {u"field.set"_s, {u"field"_s, {}, u"fields"_s}},
        {u"impact.stated"_s, {u"impact"_s, u"field", u"value"_s}},
        {u"flag.set"_s, {u"flag"_s, u"flag", {}, {}, u"set"_s}},
        {u"flag.cleared"_s, {u"flag"_s, u"flag", {}, {}, u"cleared"_s}},
        {u"cadence.set"_s, {u"cadence"_s, u"item", u"everyUs"_s}},
        {u"order.extended"_s, {u"order"_s, u"order", u"dueUs"_s, u"/due"_s}},
        {u"actionItem.edited"_s, {u"item"_s, u"item", u"fields"_s}},
        {u"review.edited"_s, {u"review"_s, u"review", u"sections"_s}},
        {u"entry.corrected"_s, {u"entry"_s, u"entry field", u"new"_s}},
        {u"entry.retimed"_s, {u"entry"_s, u"entry", u"toUs"_s, u"/time"_s}},
    };
    return table;
}

QList<FieldSetting> settingsOf(const Event &event, const QJsonObject &body, const Shape &shape)
{
    FieldSetting setting;
    setting.event = event;
    setting.body = body;
    setting.by = body.value(u"by").toString(event.recordedBy);
    setting.field = shape.prefix;
    for (const QStringView key : shape.of.split(u' ', Qt::SkipEmptyParts))
        setting.field += u'/' + body.value(key).toString();
    setting.field += shape.end;
    setting.value = shape.word.isEmpty() ? body.value(shape.value) : QJsonValue(shape.word);
    if (!setting.value.isObject())
        return {setting};
    QList<FieldSetting> all;
    const QJsonObject fields = setting.value.toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        FieldSetting one = setting;
        one.field += u'/' + it.key();
        one.value = it.value();
        one.body.insert(shape.value, QJsonObject{{it.key(), it.value()}});
        all.append(one);
    }
    return all;
}

/// Each opening of a record is an author's chain of its own: "CONSOLE/MOMENT".
QString consoleOf(const Event &event)
{
    return event.device.section(u'/', 0, 0);
}

} // namespace

bool setsField(const QString &type)
{
    return shapes().contains(type);
}

void ContestedFields::follow(const Event &event, qint64 place)
{
    if (event.type == "entry.posted"_L1 && event.payload.contains("\"settles\"")) {
        for (const QJsonValue &id : event.body().value(settlesKey).toArray())
            settle(id.toString());
        return;
    }
    const auto shape = shapes().constFind(event.type);
    if (shape == shapes().constEnd())
        return;
    const QJsonObject body = event.body();
    if (body.contains(u"imported"_s)) // history changes no state
        return;
    const QJsonValue seen = body.value(seenKey);
    for (FieldSetting &setting : settingsOf(event, body, *shape)) {
        if (setting.field == "impact/text"_L1) // each is a line of its own
            continue;
        setting.place = place;
        set(setting, seen.isDouble() ? std::optional(seen.toInteger()) : std::nullopt);
    }
}

// Whoever writes at one console has seen what was written there before.
void ContestedFields::set(const FieldSetting &setting, std::optional<qint64> seen)
{
    ContestedField &field = m_fields[setting.field];
    QList<FieldSetting> unseen;
    for (const FieldSetting &before : field.others + QList{field.inForce}) {
        const bool known = !seen || before.place <= *seen || consoleOf(before.event) == consoleOf(setting.event);
        if (!known && before.value != setting.value)
            unseen.append(before);
    }
    field = {setting, unseen};
}

void ContestedFields::settle(const QString &eventId)
{
    for (ContestedField &field : m_fields)
        field.others.removeIf([&](const FieldSetting &other) { return other.event.id == eventId; });
}

QList<ContestedField> ContestedFields::open() const
{
    QList<ContestedField> open;
    for (const ContestedField &field : m_fields) {
        if (!field.others.isEmpty())
            open.append(field);
    }
    std::sort(open.begin(), open.end(), [](const ContestedField &a, const ContestedField &b) {
        const Event &first = a.others.first().event;
        const Event &second = b.others.first().event;
        return std::tie(first.recordedAt.us, first.id, a.inForce.field)
               < std::tie(second.recordedAt.us, second.id, b.inForce.field);
    });
    return open;
}

} // namespace fireline::domain
