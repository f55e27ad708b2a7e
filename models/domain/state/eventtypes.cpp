// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/eventtypes.h"

#include <QHash>

namespace fireline::domain {

const QList<EventType> &eventTypes()
{
    static const QList<EventType> types = {
        {u"incident.declared", u"note", u"declare",
         u"title:s process:s processHash:s processText:s severity:s? source:s? detectedBy:s? class:s? service:s? drill:b? "
         u"private:b? fields:o?"},
        {u"incident.withdrawn", u"note", u"withdraw", u"why:s"},
        {u"incident.confirmed", u"note", u"confirm", u"real:b why:s?"},
        {u"incident.begun", u"phase", u"begin", u"gates:a?"},
        {u"role.taken", u"role", u"claim", u"role:s person:s how:s?"},
        {u"role.assigned", u"role", u"role.assign", u"role:s person:s note:s?"},
        {u"role.left", u"role", u"role.assign", u"role:s person:s"},
        {u"severity.set", u"severity", u"severity.set", u"from:s to:s why:s?"},
        {u"phase.moved", u"phase", u"phase.move", u"from:s to:s why:s?"},
        {u"impact.stated", u"impact", u"entry.post", u"field:s value:s atUs:i? source:s?"},
        {u"flag.set", u"flag", u"flag.set", u"flag:s why:s?"},
        {u"flag.cleared", u"flag", u"flag.set", u"flag:s why:s?"},
        {u"alert.fired", u"alert", u"", u"name:s fingerprint:s labels:o startsAtUs:i? source:s?"},
        {u"alert.acknowledged", u"alert", u"", u"alert:s"},
        {u"alert.silenced", u"alert", u"", u"alert:s why:s?"},
        {u"alert.cleared", u"alert", u"", u"alert:s"},
        {u"report.received", u"report", u"", u"text:s fields:o"},
        {u"entry.posted", u"*", u"entry.post", u"kind:s text:s tags:a? flags:a? fields:o? imported:o?"},
        {u"field.set", u"note", u"", u"fields:o"},
        {u"order.given", u"action", u"order.give", u"owner:s text:s ask:b? timer:b? dueUs:i? fields:o? forms:a?"},
        {u"order.acknowledged", u"action", u"order.ack", u"order:s"},
        {u"order.done", u"action", u"", u"order:s result:s?"},
        {u"order.failed", u"action", u"", u"order:s why:s?"},
        {u"order.extended", u"action", u"", u"order:s dueUs:i"},
        {u"order.cancelled", u"action", u"", u"order:s why:s?"},
        {u"hypothesis.proposed", u"hypothesis", u"", u"text:s"},
        {u"hypothesis.testing", u"hypothesis", u"", u"hypothesis:s how:s? entry:s?"},
        {u"hypothesis.confirmed", u"hypothesis", u"hypothesis.verify", u"hypothesis:s evidence:s? entry:s?"},
        {u"hypothesis.ruledOut", u"hypothesis", u"hypothesis.verify", u"hypothesis:s why:s? entry:s?"},
        {u"change.proposed", u"change", u"change.propose", u"text:s kind:s risk:s staged:b hash:s fields:o?"},
        {u"change.approved", u"change", u"change.approve", u"change:s hash:s"},
        {u"change.refused", u"change", u"", u"change:s why:s?"},
        {u"change.executed", u"change", u"change.execute", u"change:s"},
        {u"change.verified", u"change", u"change.verify", u"change:s result:s?"},
        {u"change.breached", u"change", u"", u"change:s text:s"},
        {u"rule.breached", u"system", u"", u"rule:s text:s"},
        {u"mitigation.applied", u"mitigation", u"mitigation.apply", u"option:s text:s hypothesis:s? temporary:b? fields:o?"},
        {u"mitigation.judged", u"mitigation", u"", u"mitigation:s result:s"},
        {u"decision.made", u"decision", u"decision.make", u"text:s revisitUs:i? replaces:s? poll:s? irreversible:b?"},
        {u"poll.opened", u"poll", u"", u"text:s asked:a? dueUs:i?"},
        {u"poll.answered", u"poll", u"", u"poll:s ok:b why:s?"},
        {u"poll.closed", u"poll", u"", u"poll:s"},
        {u"update.drafted", u"status", u"update.draft",
         u"target:s audience:s state:s fields:o free:s? text:s hash:s nextUpdateUs:i? posted:b? forms:a?"},
        {u"update.edited", u"status", u"", u"update:s fields:o free:s? text:s hash:s state:s? nextUpdateUs:i? forms:a?"},
        {u"update.approvalAsked", u"status", u"", u"update:s"},
        {u"update.approved", u"status", u"", u"update:s hash:s"},
        {u"update.queued", u"status", u"", u"update:s via:s hash:s"},
        {u"update.sent", u"status", u"update.send", u"update:s via:s hash:s"},
        {u"update.unknown", u"status", u"", u"update:s why:s?"},
        {u"update.failed", u"status", u"", u"update:s why:s?"},
        {u"cadence.set", u"note", u"", u"item:s everyUs:i"},
        {u"clock.snoozed", u"note", u"", u"clock:s untilUs:i why:s"},
        {u"checkin.made", u"note", u"", u"who:a text:s?"},
        {u"page.asked", u"page", u"", u"who:a why:s?"},
        {u"page.done", u"page", u"page.send", u"who:a how:s why:s?"},
        {u"notify.done", u"page", u"notify.send", u"who:a text:s?"},
        {u"rung.taken", u"page", u"", u"ladder:s rung:i anchorUs:i item:s?"},
        {u"rung.answered", u"page", u"", u"ladder:s rung:i anchorUs:i item:s? text:s?"},
        {u"rung.skipped", u"page", u"", u"ladder:s rung:i anchorUs:i item:s? why:s"},
        {u"handover.offered", u"handover", u"handover.offer", u"role:s from:s to:s"},
        {u"handover.able", u"handover", u"", u"role:s"},
        {u"handover.shadowing", u"handover", u"", u"role:s"},
        {u"handover.sitrep", u"handover", u"", u"role:s text:s fields:o?"},
        {u"handover.announced", u"handover", u"", u"role:s say:s?"},
        {u"handover.accepted", u"handover", u"handover.accept", u"role:s from:s to:s say:s?"},
        {u"handover.declined", u"handover", u"", u"role:s why:s?"},
        {u"handover.expired", u"handover", u"", u"role:s"},
        {u"command.takenOver", u"handover", u"takeover", u"role:s from:s to:s why:s"},
        {u"list.started", u"check", u"", u"list:s"},
        {u"item.checked", u"check", u"", u"list:s item:i text:s? system:s? step:s?"},
        {u"item.unchecked", u"check", u"", u"list:s item:i system:s? step:s?"},
        {u"item.skipped", u"check", u"", u"list:s item:i why:s step:s?"},
        {u"gate.confirmed", u"check", u"", u"gate:s item:i why:s system:s?"},
        {u"rule.overridden", u"check", u"", u"rule:s why:s"},
        {u"finding.rootCause", u"rootcause", u"", u"fields:o forms:a?"},
        {u"incident.resolved", u"resolve", u"resolve", u"text:s?"},
        {u"incident.reopened", u"resolve", u"reopen", u"why:s?"},
        {u"incident.closed", u"resolve", u"close", u"text:s?"},
        {u"entry.corrected", u"correction", u"", u"entry:s field:s old:s new:s why:s?"},
        {u"entry.retimed", u"correction", u"", u"entry:s fromUs:i toUs:i why:s?"},
        {u"entry.retracted", u"correction", u"entry.retract", u"entry:s why:s"},
        {u"entry.restored", u"correction", u"", u"entry:s why:s?"},
        {u"entry.pinned", u"", u"", u"entry:s"},
        {u"entry.tagged", u"", u"", u"entry:s tag:s"},
        {u"attachment.added", u"attachment", u"", u"sha256:s name:s bytes:i text:s?"},
        {u"review.edited", u"review", u"", u"review:s sections:o fields:o?"},
        {u"why.added", u"review", u"", u"text:s"},
        {u"factor.added", u"review", u"", u"text:s"},
        {u"actionItem.added", u"review", u"", u"text:s fields:o"},
        {u"actionItem.edited", u"review", u"", u"item:s fields:o"},
        {u"actionItem.done", u"review", u"action_item.close", u"item:s text:s?"},
        {u"review.scheduled", u"review", u"", u"review:s atUs:i"},
        {u"review.held", u"review", u"review.hold", u"review:s who:a fields:o?"},
        {u"review.closed", u"review", u"review.close", u"review:s"},
        {u"drill.held", u"review", u"drill.hold", u"drill:s"},
        {u"process.reviewed", u"review", u"process.review", u"text:s?"},
        {u"system.did", u"system", u"", u"system:s thing:s outcome:s byHand:b?"},
        {u"process.adopted", u"system", u"", u"process:s processHash:s processText:s why:s"},
        {u"incident.restricted", u"role", u"", u"members:a why:s?"},
        {u"member.added", u"role", u"", u"person:s why:s?"},
        {u"member.removed", u"role", u"", u"person:s why:s?"},
    };
    return types;
}

const EventType *eventType(QStringView name)
{
    static const QHash<QStringView, const EventType *> byName = [] {
        QHash<QStringView, const EventType *> map;
        for (const EventType &type : eventTypes())
            map.insert(type.name, &type);
        return map;
    }();
    return byName.value(name);
}

namespace {

bool hasType(const QJsonValue &value, char16_t type)
{
    switch (type) {
    case u's': return value.isString();
    case u'i': return value.isDouble();
    case u'b': return value.isBool();
    case u'o': return value.isObject();
    case u'a': return value.isArray();
    default: return false;
    }
}

} // namespace

bool EventType::accepts(const QJsonObject &body) const
{
    for (QStringView field : fields.split(u' ', Qt::SkipEmptyParts)) {
        const bool optional = field.endsWith(u'?');
        if (optional)
            field.chop(1);
        const qsizetype colon = field.indexOf(u':');
        const auto it = body.constFind(field.left(colon));
        if (it == body.constEnd() ? !optional : !hasType(it.value(), field.at(colon + 1).unicode()))
            return false;
    }
    return !body.contains(QStringLiteral("by")) || body.value(u"by").isString();
}

const QList<QStringView> &timelineKinds()
{
    static const QList<QStringView> kinds = {
        u"note", u"finding", u"todo",  u"action",    u"ask",      u"hypothesis", u"change",     u"mitigation", u"decision",
        u"poll", u"impact",  u"alert", u"report",    u"severity", u"phase",      u"role",       u"handover",   u"status",
        u"page", u"check",   u"flag",  u"rootcause", u"resolve",  u"correction", u"attachment", u"review",     u"system"};
    return kinds;
}

} // namespace fireline::domain
