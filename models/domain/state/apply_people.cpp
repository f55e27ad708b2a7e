// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/applycontext.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

void vacate(const ApplyContext &c, const QString &role, const QString &person)
{
    const auto leaves = [&](const Holding &h) { return h.role == role && (person.isEmpty() || h.person == person); };
    if (c.state.holdings.removeIf(leaves) > 0 && c.state.holders(role).isEmpty())
        c.moment(u"role.vacant/"_s + role);
}

void hold(const ApplyContext &c, const QString &role, const QString &person, const QString &note)
{
    c.seen(person);
    c.state.holdings.removeIf([&](const Holding &h) { return h.role == role && h.person == person; });
    c.state.holdings.append({role, person, c.event.occurredAt, note});
    c.moment(u"role.taken/"_s + role);
}

void roleTaken(const ApplyContext &c)
{
    // "replaces" is written by the rule for single roles, so that a replay needs no process.
    if (const QString previous = c.text(u"replaces"); !previous.isEmpty())
        vacate(c, c.text(u"role"), previous);
    hold(c, c.text(u"role"), c.text(u"person"), c.text(u"note"));
    c.moment(u"response.begun"_s);
    // Whoever claims the incident has thereby acknowledged what fired for it.
    if (c.text(u"how") == "claim"_L1)
        c.moment(u"acknowledged"_s);
}

void roleLeft(const ApplyContext &c)
{
    vacate(c, c.text(u"role"), c.text(u"person"));
}

Handover *running(const ApplyContext &c)
{
    auto &handover = c.state.handover;
    return handover && handover->state == Handover::State::Running && handover->role == c.text(u"role") ? &*handover : nullptr;
}

void endHandover(const ApplyContext &c, Handover::State how)
{
    if (Handover *h = running(c)) {
        h->state = how;
        h->endedAt = c.event.occurredAt;
        c.state.handovers[h->role].append(*h);
    }
}

void offered(const ApplyContext &c)
{
    endHandover(c, Handover::State::Expired);
    Handover handover;
    handover.role = c.text(u"role");
    handover.from = c.text(u"from");
    handover.to = c.text(u"to");
    handover.offeredAt = c.event.occurredAt;
    c.state.handover = handover;
    c.seen(handover.to);
}

template<Instant Handover::*field>
void step(const ApplyContext &c)
{
    if (Handover *h = running(c))
        h->*field = c.event.occurredAt;
}

void sitrep(const ApplyContext &c)
{
    if (Handover *h = running(c)) {
        h->sitrepAt = c.event.occurredAt;
        h->sitrep = c.text(u"text");
    }
    c.takeFields();
}

void passOn(const ApplyContext &c)
{
    vacate(c, c.text(u"role"), c.text(u"from"));
    hold(c, c.text(u"role"), c.text(u"to"), {});
}

void accepted(const ApplyContext &c)
{
    endHandover(c, Handover::State::Accepted);
    passOn(c);
    c.moment(u"handover.done/"_s + c.text(u"role"));
}

void takenOver(const ApplyContext &c)
{
    endHandover(c, Handover::State::Expired);
    passOn(c);
    c.moment(u"handover.done/"_s + c.text(u"role"));
}

void declined(const ApplyContext &c)
{
    endHandover(c, Handover::State::Declined);
}
void expired(const ApplyContext &c)
{
    endHandover(c, Handover::State::Expired);
}

void checkedIn(const ApplyContext &c)
{
    c.moment(u"checkin"_s);
    for (const QString &person : c.texts(u"who")) {
        c.state.lastSeen.insert(person, c.event.occurredAt);
        c.moment(u"checkin"_s, person);
    }
}

} // namespace

QHash<QString, ApplyHandler> peopleHandlers()
{
    return {
        {u"role.taken"_s, roleTaken},
        {u"role.assigned"_s, roleTaken},
        {u"role.left"_s, roleLeft},
        {u"handover.offered"_s, offered},
        {u"handover.able"_s, step<&Handover::ableAt>},
        {u"handover.shadowing"_s, step<&Handover::shadowSince>},
        {u"handover.sitrep"_s, sitrep},
        {u"handover.announced"_s, step<&Handover::announcedAt>},
        {u"handover.accepted"_s, accepted},
        {u"handover.declined"_s, declined},
        {u"handover.expired"_s, expired},
        {u"command.takenOver"_s, takenOver},
        {u"checkin.made"_s, checkedIn},
    };
}

} // namespace fireline::domain
