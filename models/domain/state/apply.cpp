// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/applycontext.h"
#include "state/applyrow.h"
#include "state/entrynames.h"
#include "state/entrytext.h"
#include "state/eventtypes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

QStringList ApplyContext::texts(QStringView key) const
{
    QStringList list;
    for (const QJsonValue &value : body.value(key).toArray())
        list.append(value.toString());
    return list;
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

void appendEntry(const ApplyContext &c, const QString &kind)
{
    Entry entry;
    entry.eventId = c.event.id;
    entry.type = c.event.type;
    entry.at = c.event.occurredAt;
    entry.recordedAt = c.event.recordedAt;
    entry.kind = kind;
    // Who ended it is what its row is about, and stands in the payload only where somebody else typed it.
    QJsonObject told = c.body;
    if (c.event.type == "handover.declined"_L1)
        told.insert(u"by"_s, c.actor);
    entry.text = entryText(c.event.type, told, c.state, c.names);
    entry.actor = c.actor;
    entry.role = c.text(u"role");
    if (c.event.type != "entry.posted"_L1 || entry.role.isEmpty())
        entry.role = c.state.rolesOf(c.actor).value(0);
    entry.tags = c.texts(u"tags");
    for (const QString &tag : std::as_const(entry.tags))
        c.knowTag(tag);
    const QStringList flags = c.texts(u"flags");
    entry.pinned = flags.contains(u"key"_s);
    entry.handsOn = flags.contains(u"handson"_s);
    entry.imported = c.body.contains(u"imported"_s);
    entry.breach = c.event.type.endsWith(".breached"_L1);
    const bool did = c.event.type == "system.did"_L1 && !c.body.value(u"byHand").toBool();
    entry.machine = kind == "system"_L1 && (did || c.event.type == "entry.posted"_L1);
    entry.sha256 = c.text(u"sha256");
    entry.evidence = !entry.sha256.isEmpty();
    c.state.entryByEvent.insert(c.event.id, int(c.state.entries.size()));
    c.state.entries.append(std::move(entry));
}

QString rowKind(const EventType &type, const QJsonObject &body)
{
    if (type.name == "order.given"_L1 && body.value(u"ask").toBool())
        return u"ask"_s;
    if (type.kind != "*"_L1)
        return type.kind.toString();
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
    c.actor = c.text(u"by");
    if (c.actor.isEmpty())
        c.actor = event.recordedBy;
    const EventType *type = eventType(event.type);
    const bool sound = type && type->accepts(c.body);
    const bool history = c.body.contains(u"imported"_s);
    if (!history) {
        c.seen(c.actor);
        state.lastSeen.insert(c.actor, event.occurredAt);
    }
    // The row shows who held what when it was written, so it comes before the change itself; an object's own row needs its
    // short id, which the handler gives: that text is made from the count before.
    const QString kind = sound ? rowKind(*type, c.body) : u"system"_s;
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

} // namespace fireline::domain
