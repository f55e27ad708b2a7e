// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/applycontext.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

// "update/public" happened as moment "update.sent/public"; a reply likewise counts for its audience.
void markSent(const ApplyContext &c, Update &update)
{
    update.state = Update::State::Sent;
    update.sentAt = c.event.occurredAt;
    if (!update.audience.isEmpty())
        c.moment(u"update.sent/"_s + update.audience);
    if (update.target == "ticket"_L1)
        c.moment(u"ticket.filed"_s);
    if (update.target == "ack"_L1)
        c.moment(u"acknowledged"_s);
}

void drafted(const ApplyContext &c)
{
    Update update;
    update.id = nextShortId(QLatin1Char('U'), c.state.updates);
    update.eventId = c.event.id;
    update.target = c.text(u"target");
    update.audience = c.text(u"audience");
    update.word = c.text(u"state");
    update.fields = c.body.value(u"fields").toObject();
    update.free = c.text(u"free");
    update.text = c.text(u"text");
    update.hash = c.text(u"hash");
    update.author = c.actor;
    update.draftedAt = c.event.occurredAt;
    update.nextUpdateAt = c.instant(u"nextUpdateUs");
    update.entriesWhenDrafted = int(c.state.entries.size());
    if (c.body.value(u"posted").toBool()) {
        markSent(c, update);
        c.takeFields();
    }
    c.state.updates.append(update);
}

void edited(const ApplyContext &c)
{
    Update *update = findByEvent(c.state.updates, c.text(u"update"));
    if (!update)
        return;
    update->fields = c.body.value(u"fields").toObject();
    update->free = c.text(u"free");
    update->text = c.text(u"text");
    update->hash = c.text(u"hash");
    if (const QString word = c.text(u"state"); !word.isEmpty())
        update->word = word;
    if (c.body.contains(u"nextUpdateUs"_s))
        update->nextUpdateAt = c.instant(u"nextUpdateUs");
    update->editedAt = c.event.occurredAt;
    update->entriesWhenDrafted = int(c.state.entries.size());
    // Approval is bound to the text it was given for (decisions 23): what was approved is void, what was asked stands.
    if (update->state == Update::State::Approved)
        update->state = update->approvalAsked ? Update::State::Asked : Update::State::Drafted;
}

void approvalAsked(const ApplyContext &c)
{
    if (Update *update = findByEvent(c.state.updates, c.text(u"update"))) {
        update->approvalAsked = true;
        update->state = Update::State::Asked;
    }
}

void approved(const ApplyContext &c)
{
    if (Update *update = findByEvent(c.state.updates, c.text(u"update"))) {
        update->approvals.append({c.actor, c.text(u"hash"), c.event.occurredAt});
        update->state = Update::State::Approved;
    }
}

void queued(const ApplyContext &c)
{
    if (Update *update = findByEvent(c.state.updates, c.text(u"update"))) {
        update->state = Update::State::Queued;
        update->queuedHash = update->hash;
    }
}

void sent(const ApplyContext &c)
{
    Update *update = findByEvent(c.state.updates, c.text(u"update"));
    if (!update)
        return;
    update->via = c.text(u"via");
    markSent(c, *update);
    const ApplyContext withFields{
        c.state, c.event, {{u"fields"_s, update->fields}, {u"forms"_s, c.body.value(u"forms")}}, c.actor};
    withFields.takeFields();
}

template<Update::State to>
void outcome(const ApplyContext &c)
{
    if (Update *update = findByEvent(c.state.updates, c.text(u"update"))) {
        update->state = to;
        update->why = c.text(u"why");
    }
}

void cadenceSet(const ApplyContext &c)
{
    c.state.cadences.insert(c.text(u"item"), Span{c.body.value(u"everyUs").toInteger()});
    c.moment(u"cadence.set/"_s + c.text(u"item"));
}

void snoozed(const ApplyContext &c)
{
    c.state.snoozes.insert(c.text(u"clock"), {c.instant(u"untilUs"), c.text(u"why"), c.actor});
}

void paged(const ApplyContext &c)
{
    for (const QString &who : c.texts(u"who"))
        c.state.pages.append({who, c.text(u"how")});
}

template<bool skipped>
void rung(const ApplyContext &c)
{
    c.state.rungs.append({c.text(u"ladder"),
                          int(c.body.value(u"rung").toInteger()),
                          c.text(u"item"),
                          c.instant(u"anchorUs"),
                          c.event.occurredAt,
                          c.actor,
                          skipped,
                          c.text(u"why"),
                          {},
                          {}});
}

void rungAnswered(const ApplyContext &c)
{
    const int number = int(c.body.value(u"rung").toInteger());
    for (RungMark &mark : c.state.rungs) {
        if (mark.ladder != c.text(u"ladder") || mark.rung != number || mark.item != c.text(u"item")
            || mark.anchor != c.instant(u"anchorUs"))
            continue;
        mark.answeredAt = c.event.occurredAt;
        mark.answer = c.text(u"text");
    }
}

} // namespace

QHash<QString, ApplyHandler> communicationHandlers()
{
    return {
        {u"update.drafted"_s, drafted},
        {u"update.edited"_s, edited},
        {u"update.approvalAsked"_s, approvalAsked},
        {u"update.approved"_s, approved},
        {u"update.queued"_s, queued},
        {u"update.sent"_s, sent},
        {u"update.unknown"_s, outcome<Update::State::Unknown>},
        {u"update.failed"_s, outcome<Update::State::Failed>},
        {u"cadence.set"_s, cadenceSet},
        {u"clock.snoozed"_s, snoozed},
        {u"page.asked"_s, paged},
        {u"page.done"_s, paged},
        {u"notify.done"_s, paged},
        {u"rung.taken"_s, rung<false>},
        {u"rung.answered"_s, rungAnswered},
        {u"rung.skipped"_s, rung<true>},
    };
}

} // namespace fireline::domain
