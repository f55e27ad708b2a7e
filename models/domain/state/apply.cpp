// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/applycontext.h"
#include "state/applyrow.h"
#include "state/entrynames.h"
#include "state/entrytext.h"
#include "state/eventtypes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

QStringList textsOf(const QJsonObject &body, QStringView key)
{
    QStringList list;
    for (const QJsonValue &value : body.value(key).toArray())
        list.append(value.toString());
    return list;
}

} // namespace

QStringList ApplyContext::texts(QStringView key) const
{
    return textsOf(body, key);
}

void ApplyContext::moment(const QString &key, const QString &item) const
{
    moment(key, event.occurredAt, item);
}

void ApplyContext::moment(const QString &key, Instant at, const QString &item) const
{
    state.moments.add(key, {at, item, event.id});
}

void ApplyContext::seen(const QString &person) const
{
    if (!person.isEmpty())
        state.people.insert(person);
}

void ApplyContext::knowTag(const QString &tag) const
{
    QStringList &tags = state.tags;
    const auto place = std::lower_bound(tags.cbegin(), tags.cend(), tag);
    if (place == tags.cend() || *place != tag)
        tags.insert(place - tags.cbegin(), tag);
}

void ApplyContext::takeFields() const
{
    const QJsonObject fields = body.value(u"fields").toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it)
        state.fields.insert(it.key(), it.value());
    takeForms();
}

void ApplyContext::takeForms() const
{
    for (const QString &form : texts(u"forms")) {
        state.forms.insert(form, event.occurredAt);
        moment(u"form.done/"_s + form);
    }
}

namespace {

const QHash<QString, ApplyHandler> &handlers()
{
    static const QHash<QString, ApplyHandler> table = [] {
        QHash<QString, ApplyHandler> all;
        for (const auto &group :
             {lifeHandlers(), peopleHandlers(), workHandlers(), communicationHandlers(), recordHandlers(), afterHandlers()})
            all.insert(group);
        return all;
    }();
    return table;
}

QString actorOf(const Event &event, const QJsonObject &body)
{
    const QString by = body.value(u"by").toString();
    return by.isEmpty() ? event.recordedBy : by;
}

Entry entryOf(const IncidentState &state, const Event &event, const QJsonObject &body, const QString &kind,
              const EntryNames *names)
{
    Entry entry;
    entry.eventId = event.id;
    entry.type = event.type;
    entry.at = event.occurredAt;
    entry.recordedAt = event.recordedAt;
    entry.kind = kind;
    entry.actor = actorOf(event, body);
    // Who ended it is what its row is about, and stands in the payload only where somebody else typed it.
    QJsonObject told = body;
    if (event.type == "handover.declined"_L1)
        told.insert(u"by"_s, entry.actor);
    // Command that somebody else's console said to be taken is told with whose it was.
    if (event.type == "handover.accepted"_L1 && entry.actor.compare(event.recordedBy, Qt::CaseInsensitive) != 0)
        told.insert(u"console"_s, event.recordedBy);
    entry.text = entryText(event.type, told, state, names);
    entry.role = body.value(u"role").toString();
    if (event.type != "entry.posted"_L1 || entry.role.isEmpty())
        entry.role = state.rolesOf(entry.actor).value(0);
    entry.tags = textsOf(body, u"tags");
    const QStringList flags = textsOf(body, u"flags");
    entry.pinned = flags.contains(u"key"_s);
    entry.handsOn = flags.contains(u"handson"_s);
    entry.imported = body.contains(u"imported"_s);
    entry.breach = event.type.endsWith(".breached"_L1);
    const bool did = event.type == "system.did"_L1 && !body.value(u"byHand").toBool();
    entry.machine = kind == "system"_L1 && (did || event.type == "entry.posted"_L1);
    entry.sha256 = body.value(u"sha256").toString();
    entry.evidence = !entry.sha256.isEmpty();
    return entry;
}

void appendEntry(const ApplyContext &c, const QString &kind)
{
    Entry entry = entryOf(c.state, c.event, c.body, kind, c.names);
    for (const QString &tag : std::as_const(entry.tags))
        c.knowTag(tag);
    c.state.entryByEvent.insert(c.event.id, int(c.state.entries.size()));
    c.state.entries.append(std::move(entry));
}

/// Null: an event that the state does not follow.
QString rowKind(const EventType *type, const QJsonObject &body)
{
    if (!type)
        return u"system"_s;
    if (type->name == "order.given"_L1 && body.value(u"ask").toBool())
        return u"ask"_s;
    if (type->kind != "*"_L1)
        return type->kind.toString();
    const QString kind = body.value(u"kind").toString();
    return timelineKinds().contains(kind) ? kind : u"note"_s;
}

void useOverrides(const ApplyContext &c)
{
    for (const QString &rule : c.texts(u"overrides")) {
        auto &given = c.state.overrides[rule];
        if (!given.isEmpty())
            given.removeFirst();
    }
}

enum class Effect { Whole, Row };

void applyAs(Effect effect, IncidentState &state, const Event &event, const EntryNames *names)
{
    ++state.eventCount;
    ApplyContext c{state, event, event.body(), {}, names};
    c.actor = actorOf(event, c.body);
    const EventType *type = eventType(event.type);
    const bool sound = type && type->accepts(c.body);
    const bool history = c.body.contains(u"imported"_s);
    if (!history) {
        c.seen(c.actor);
        state.lastSeen.insert(c.actor, event.occurredAt);
    }
    // The row shows who held what when it was written, so it comes before the change itself; an object's own row needs its
    // short id, which the handler gives: that text is made from the count before.
    const QString kind = rowKind(sound ? type : nullptr, c.body);
    if (!kind.isEmpty())
        appendEntry(c, kind);
    if (!sound || history || effect == Effect::Row)
        return;
    useOverrides(c);
    if (!type->act.isEmpty() && !c.body.value(u"timer").toBool()) // a timer is no order given to anybody
        state.actsDone.insert(type->act.toString(), event.occurredAt);
    if (const auto handler = handlers().value(event.type))
        handler(c);
}

} // namespace

void apply(IncidentState &state, const Event &event)
{
    apply(state, event, nullptr);
}

void apply(IncidentState &state, const Event &event, const EntryNames *names)
{
    applyAs(Effect::Whole, state, event, names);
}

void applyRow(IncidentState &state, const Event &event, const EntryNames *names)
{
    applyAs(Effect::Row, state, event, names);
}

std::optional<Entry> rowOf(const IncidentState &state, const Event &event, const EntryNames *names)
{
    const QJsonObject body = event.body();
    const EventType *type = eventType(event.type);
    const QString kind = rowKind(type && type->accepts(body) ? type : nullptr, body);
    return kind.isEmpty() ? std::nullopt : std::optional(entryOf(state, event, body, kind, names));
}

} // namespace fireline::domain
