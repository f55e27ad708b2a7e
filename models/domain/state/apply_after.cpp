// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/applycontext.h"
#include "state/stepkey.h"
#include "state/whytree.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

int item(const ApplyContext &c)
{
    return int(c.body.value(u"item").toInteger());
}

int step(const ApplyContext &c)
{
    return stepKey(c.text(u"step"), item(c));
}

void noteSystem(const ApplyContext &c, const QString &key, const QString &outcome, bool byHand)
{
    c.state.systems.insert(key, {outcome, c.event.occurredAt, byHand});
}

// A system's step that a person ticks is the same fact, marked as done by hand (decisions 7).
void noteByHand(const ApplyContext &c)
{
    if (const QString system = c.text(u"system"); !system.isEmpty())
        noteSystem(c, system, c.text(u"outcome").isEmpty() ? u"done"_s : c.text(u"outcome"), true);
}

void listStarted(const ApplyContext &c)
{
    ListRecord &list = c.state.lists[c.text(u"list")];
    list.startedAt = c.event.occurredAt;
}

template<ItemMark::State to>
void itemMarked(const ApplyContext &c)
{
    ListRecord &list = c.state.lists[c.text(u"list")];
    if (!list.startedAt.isSet())
        list.startedAt = c.event.occurredAt;
    list.items.insert(step(c), {to, c.event.occurredAt, c.actor, c.text(to == ItemMark::State::Skipped ? u"why" : u"text")});
    noteByHand(c);
}

void itemUnchecked(const ApplyContext &c)
{
    // The mark may be of before steps were known by their text.
    auto &marks = c.state.lists[c.text(u"list")].items;
    if (marks.remove(step(c)) == 0)
        marks.remove(item(c));
    // The fact that a person's tick stood for goes with the tick; what the system itself reported stays.
    const QString system = c.text(u"system");
    if (c.state.systems.value(system).byHand)
        c.state.systems.remove(system);
}

void gateConfirmed(const ApplyContext &c)
{
    c.state.gates[c.text(u"gate")].insert(item(c), {ItemMark::State::Checked, c.event.occurredAt, c.actor, c.text(u"why")});
    noteByHand(c);
}

void overridden(const ApplyContext &c)
{
    c.state.overrides[c.text(u"rule")].append(c.event.occurredAt);
    ++c.state.overridden[c.text(u"rule")];
}

void reviewEdited(const ApplyContext &c)
{
    const QString id = c.text(u"review");
    ReviewRecord &review = c.state.reviews[id];
    const QJsonObject sections = c.body.value(u"sections").toObject();
    for (auto it = sections.begin(); it != sections.end(); ++it)
        review.sections.insert(it.key(), it.value());
    if (!review.draftedAt.isSet()) {
        review.draftedAt = c.event.occurredAt;
        c.moment(u"review.drafted/"_s + id);
    }
    c.takeFields();
}

void whyAdded(const ApplyContext &c)
{
    stateWhy(c.state, c.event.id, c.text(u"text"), c.body.value(u"under"));
}

void factorAdded(const ApplyContext &c)
{
    c.state.statements.append({c.event.id, u"factor"_s, c.text(u"text"), false});
    c.state.factors.append(c.text(u"text"));
    QJsonArray factors = c.state.fields.value(u"factors").toArray();
    factors.append(c.text(u"text"));
    c.state.fields.insert(u"factors"_s, factors);
}

void actionItemAdded(const ApplyContext &c)
{
    ActionItemRecord record;
    record.id = nextShortId(QLatin1Char('I'), c.state.actionItems);
    record.eventId = c.event.id;
    record.text = c.text(u"text");
    record.fields = c.body.value(u"fields").toObject();
    record.createdAt = c.event.occurredAt;
    c.moment(u"action_item.created"_s, record.id);
    c.state.actionItems.append(record);
    c.takeForms();
}

void actionItemEdited(const ApplyContext &c)
{
    if (ActionItemRecord *record = findByEvent(c.state.actionItems, c.text(u"item"))) {
        const QJsonObject fields = c.body.value(u"fields").toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it)
            record->fields.insert(it.key(), it.value());
        if (const QString what = fields.value(u"what").toString(); !what.isEmpty())
            record->text = what;
    }
}

void actionItemDone(const ApplyContext &c)
{
    if (ActionItemRecord *record = findByEvent(c.state.actionItems, c.text(u"item"))) {
        record->doneAt = c.event.occurredAt;
        c.moment(u"action_item.done"_s, record->id);
    }
}

void scheduled(const ApplyContext &c)
{
    c.state.reviews[c.text(u"review")].scheduledAt = c.instant(u"atUs");
}

void held(const ApplyContext &c)
{
    ReviewRecord &review = c.state.reviews[c.text(u"review")];
    review.heldAt = c.event.occurredAt;
    review.attended = c.texts(u"who");
    c.moment(u"review.held/"_s + c.text(u"review"));
    c.takeFields();
}

void reviewClosed(const ApplyContext &c)
{
    c.state.reviews[c.text(u"review")].closedAt = c.event.occurredAt;
    c.moment(u"review.closed/"_s + c.text(u"review"));
    c.takeForms();
}

void drillHeld(const ApplyContext &c)
{
    c.moment(u"drill.held/"_s + c.text(u"drill"));
}
void processReviewed(const ApplyContext &c)
{
    c.moment(u"process.reviewed"_s);
}

void systemDid(const ApplyContext &c)
{
    noteSystem(c, c.text(u"system") + u'.' + c.text(u"thing"), c.text(u"outcome"), c.body.value(u"byHand").toBool());
}

} // namespace

QHash<QString, ApplyHandler> afterHandlers()
{
    return {
        {u"list.started"_s, listStarted},
        {u"item.checked"_s, itemMarked<ItemMark::State::Checked>},
        {u"item.skipped"_s, itemMarked<ItemMark::State::Skipped>},
        {u"item.unchecked"_s, itemUnchecked},
        {u"gate.confirmed"_s, gateConfirmed},
        {u"rule.overridden"_s, overridden},
        {u"review.edited"_s, reviewEdited},
        {u"why.added"_s, whyAdded},
        {u"factor.added"_s, factorAdded},
        {u"actionItem.added"_s, actionItemAdded},
        {u"actionItem.edited"_s, actionItemEdited},
        {u"actionItem.done"_s, actionItemDone},
        {u"review.scheduled"_s, scheduled},
        {u"review.held"_s, held},
        {u"review.closed"_s, reviewClosed},
        {u"drill.held"_s, drillHeld},
        {u"process.reviewed"_s, processReviewed},
        {u"system.did"_s, systemDid},
    };
}

} // namespace fireline::domain
