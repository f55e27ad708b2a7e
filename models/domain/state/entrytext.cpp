// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/entrytext.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

// Patterns per event type. %KEY% stands for a payload text, %#KEY% for the short id of the object it names, %A+% for the
// id that the object made by this event will get.
const QHash<QString, const char *> &patterns()
{
    static const QHash<QString, const char *> table = {
        {u"incident.declared"_s, QT_TRANSLATE_NOOP("EntryText", "Incident declared: %title%")},
        {u"incident.withdrawn"_s, QT_TRANSLATE_NOOP("EntryText", "Incident withdrawn: %why%")},
        {u"incident.begun"_s, QT_TRANSLATE_NOOP("EntryText", "The incident officially begins")},
        {u"role.taken"_s, QT_TRANSLATE_NOOP("EntryText", "%person% takes the role %role%")},
        {u"role.assigned"_s, QT_TRANSLATE_NOOP("EntryText", "%person% is given the role %role% %note%")},
        {u"role.left"_s, QT_TRANSLATE_NOOP("EntryText", "%person% leaves the role %role%")},
        {u"severity.set"_s, QT_TRANSLATE_NOOP("EntryText", "Severity %to% %why%")},
        {u"phase.moved"_s, QT_TRANSLATE_NOOP("EntryText", "Phase %to% %why%")},
        {u"impact.stated"_s, QT_TRANSLATE_NOOP("EntryText", "Impact %field%: %value%")},
        {u"flag.set"_s, QT_TRANSLATE_NOOP("EntryText", "Flag %flag% set %why%")},
        {u"flag.cleared"_s, QT_TRANSLATE_NOOP("EntryText", "Flag %flag% cleared %why%")},
        {u"alert.fired"_s, QT_TRANSLATE_NOOP("EntryText", "Alert %L+%: %name% %labels%")},
        {u"alert.acknowledged"_s, QT_TRANSLATE_NOOP("EntryText", "Alert %#alert% acknowledged")},
        {u"alert.silenced"_s, QT_TRANSLATE_NOOP("EntryText", "Alert %#alert% silenced %why%")},
        {u"alert.cleared"_s, QT_TRANSLATE_NOOP("EntryText", "Alert %#alert% cleared")},
        {u"report.received"_s, QT_TRANSLATE_NOOP("EntryText", "Customer report %R+%: %text%")},
        {u"entry.posted"_s, QT_TRANSLATE_NOOP("EntryText", "%text%")},
        {u"field.set"_s, QT_TRANSLATE_NOOP("EntryText", "Stated: %fields%")},
        {u"order.given"_s, QT_TRANSLATE_NOOP("EntryText", "%A+% for %owner%: %text%")},
        {u"order.acknowledged"_s, QT_TRANSLATE_NOOP("EntryText", "%#order% acknowledged")},
        {u"order.done"_s, QT_TRANSLATE_NOOP("EntryText", "%#order% done: %result%")},
        {u"order.failed"_s, QT_TRANSLATE_NOOP("EntryText", "%#order% failed: %why%")},
        {u"order.extended"_s, QT_TRANSLATE_NOOP("EntryText", "%#order% given more time")},
        {u"order.cancelled"_s, QT_TRANSLATE_NOOP("EntryText", "%#order% cancelled: %why%")},
        {u"hypothesis.proposed"_s, QT_TRANSLATE_NOOP("EntryText", "%H+%: %text%")},
        {u"hypothesis.testing"_s, QT_TRANSLATE_NOOP("EntryText", "Testing %#hypothesis%: %how%")},
        {u"hypothesis.confirmed"_s, QT_TRANSLATE_NOOP("EntryText", "%#hypothesis% confirmed: %evidence%")},
        {u"hypothesis.ruledOut"_s, QT_TRANSLATE_NOOP("EntryText", "%#hypothesis% ruled out: %why%")},
        {u"change.proposed"_s, QT_TRANSLATE_NOOP("EntryText", "%C+% proposed: %text%")},
        {u"change.approved"_s, QT_TRANSLATE_NOOP("EntryText", "%#change% approved")},
        {u"change.refused"_s, QT_TRANSLATE_NOOP("EntryText", "%#change% refused: %why%")},
        {u"change.executed"_s, QT_TRANSLATE_NOOP("EntryText", "%#change% executed")},
        {u"change.verified"_s, QT_TRANSLATE_NOOP("EntryText", "%#change% verified: %result%")},
        {u"change.breached"_s, QT_TRANSLATE_NOOP("EntryText", "Breach: %#change% was done without approval. %text%")},
        {u"rule.breached"_s, QT_TRANSLATE_NOOP("EntryText", "Breach of %rule%: %text%")},
        {u"mitigation.applied"_s, QT_TRANSLATE_NOOP("EntryText", "%M+% (%option%): %text%")},
        {u"mitigation.judged"_s, QT_TRANSLATE_NOOP("EntryText", "Effect of %#mitigation%: %result%")},
        {u"decision.made"_s, QT_TRANSLATE_NOOP("EntryText", "%D+%: %text%")},
        {u"poll.opened"_s, QT_TRANSLATE_NOOP("EntryText", "%P+%, any strong objections? %text%")},
        {u"poll.answered"_s, QT_TRANSLATE_NOOP("EntryText", "Answer to %#poll%: %why%")},
        {u"poll.closed"_s, QT_TRANSLATE_NOOP("EntryText", "%#poll% closed")},
        {u"update.drafted"_s, QT_TRANSLATE_NOOP("EntryText", "%U+% %target% %state%: %text%")},
        {u"update.edited"_s, QT_TRANSLATE_NOOP("EntryText", "%#update% edited: %text%")},
        {u"update.approvalAsked"_s, QT_TRANSLATE_NOOP("EntryText", "Approval asked for %#update%")},
        {u"update.approved"_s, QT_TRANSLATE_NOOP("EntryText", "%#update% approved")},
        {u"update.queued"_s, QT_TRANSLATE_NOOP("EntryText", "%#update% queued")},
        {u"update.sent"_s, QT_TRANSLATE_NOOP("EntryText", "%#update% sent by %via%")},
        {u"update.unknown"_s, QT_TRANSLATE_NOOP("EntryText", "%#update%: outcome unknown, look before resending. %why%")},
        {u"update.failed"_s, QT_TRANSLATE_NOOP("EntryText", "%#update% could not be sent: %why%")},
        {u"cadence.set"_s, QT_TRANSLATE_NOOP("EntryText", "Cadence of %item% set")},
        {u"clock.snoozed"_s, QT_TRANSLATE_NOOP("EntryText", "Clock %clock% snoozed: %why%")},
        {u"checkin.made"_s, QT_TRANSLATE_NOOP("EntryText", "Check-in %who%: %text%")},
        {u"page.asked"_s, QT_TRANSLATE_NOOP("EntryText", "Page asked for %who%: %why%")},
        {u"page.done"_s, QT_TRANSLATE_NOOP("EntryText", "Paged %who% (%how%): %why%")},
        {u"notify.done"_s, QT_TRANSLATE_NOOP("EntryText", "Notified %who%: %text%")},
        {u"rung.taken"_s, QT_TRANSLATE_NOOP("EntryText", "Escalation step of %ladder% taken")},
        {u"rung.answered"_s, QT_TRANSLATE_NOOP("EntryText", "Escalation step of %ladder% answered %text%")},
        {u"rung.skipped"_s, QT_TRANSLATE_NOOP("EntryText", "Escalation step of %ladder% skipped: %why%")},
        {u"handover.offered"_s, QT_TRANSLATE_NOOP("EntryText", "%from% offers %role% to %to%")},
        {u"handover.able"_s, QT_TRANSLATE_NOOP("EntryText", "The incoming %role% is able and willing")},
        {u"handover.shadowing"_s, QT_TRANSLATE_NOOP("EntryText", "The incoming %role% shadows")},
        {u"handover.sitrep"_s, QT_TRANSLATE_NOOP("EntryText", "SITREP: %text%")},
        {u"handover.announced"_s, QT_TRANSLATE_NOOP("EntryText", "%say%")},
        {u"handover.accepted"_s, QT_TRANSLATE_NOOP("EntryText", "%to% takes over %role% from %from%: %say%")},
        {u"handover.declined"_s, QT_TRANSLATE_NOOP("EntryText", "Handover of %role% declined: %why%")},
        {u"handover.expired"_s, QT_TRANSLATE_NOOP("EntryText", "Handover of %role% expired")},
        {u"command.takenOver"_s, QT_TRANSLATE_NOOP("EntryText", "%to% takes over %role% from %from%: %why%")},
        {u"list.started"_s, QT_TRANSLATE_NOOP("EntryText", "Started %list%")},
        {u"item.checked"_s, QT_TRANSLATE_NOOP("EntryText", "%list% step %item% done. %text%")},
        {u"item.unchecked"_s, QT_TRANSLATE_NOOP("EntryText", "%list% step %item% not done after all")},
        {u"item.skipped"_s, QT_TRANSLATE_NOOP("EntryText", "%list% step %item% skipped: %why%")},
        {u"gate.confirmed"_s, QT_TRANSLATE_NOOP("EntryText", "%gate% item %item% confirmed: %why%")},
        {u"rule.overridden"_s, QT_TRANSLATE_NOOP("EntryText", "Rule %rule% overridden: %why%")},
        {u"finding.rootCause"_s, QT_TRANSLATE_NOOP("EntryText", "Root cause identified: %fields%")},
        {u"incident.resolved"_s, QT_TRANSLATE_NOOP("EntryText", "Incident resolved %text%")},
        {u"incident.reopened"_s, QT_TRANSLATE_NOOP("EntryText", "Incident reopened: %why%")},
        {u"incident.closed"_s, QT_TRANSLATE_NOOP("EntryText", "Incident closed %text%")},
        {u"entry.corrected"_s, QT_TRANSLATE_NOOP("EntryText", "Correction of %#entry%: %new%")},
        {u"entry.retimed"_s, QT_TRANSLATE_NOOP("EntryText", "Time of %#entry% corrected %why%")},
        {u"entry.retracted"_s, QT_TRANSLATE_NOOP("EntryText", "%#entry% retracted: %why%")},
        {u"entry.restored"_s, QT_TRANSLATE_NOOP("EntryText", "%#entry% restored %why%")},
        {u"attachment.added"_s, QT_TRANSLATE_NOOP("EntryText", "Attachment %name% %text%")},
        {u"review.edited"_s, QT_TRANSLATE_NOOP("EntryText", "Review %review% edited: %sections%")},
        {u"why.added"_s, QT_TRANSLATE_NOOP("EntryText", "Why: %text%")},
        {u"factor.added"_s, QT_TRANSLATE_NOOP("EntryText", "Contributing factor: %text%")},
        {u"actionItem.added"_s, QT_TRANSLATE_NOOP("EntryText", "Action item %I+%: %text% %fields%")},
        {u"actionItem.edited"_s, QT_TRANSLATE_NOOP("EntryText", "Action item %#item%: %fields%")},
        {u"actionItem.done"_s, QT_TRANSLATE_NOOP("EntryText", "Action item %#item% done. %text%")},
        {u"review.scheduled"_s, QT_TRANSLATE_NOOP("EntryText", "Review %review% scheduled")},
        {u"review.held"_s, QT_TRANSLATE_NOOP("EntryText", "Review %review% held with %who%")},
        {u"review.closed"_s, QT_TRANSLATE_NOOP("EntryText", "Review %review% closed")},
        {u"drill.held"_s, QT_TRANSLATE_NOOP("EntryText", "Drill %drill% held")},
        {u"process.reviewed"_s, QT_TRANSLATE_NOOP("EntryText", "Process reviewed. %text%")},
        {u"system.did"_s, QT_TRANSLATE_NOOP("EntryText", "%system% %thing%: %outcome%")},
        {u"process.adopted"_s, QT_TRANSLATE_NOOP("EntryText", "Process %process% taken in a newer version: %why%")},
    };
    return table;
}

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
        return value.toBool() ? QCoreApplication::translate("EntryText", "yes") : QCoreApplication::translate("EntryText", "no");
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

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

QString fill(QStringView name, const QJsonObject &body, const IncidentState &before)
{
    if (name.endsWith(u'+'))
        return nextId(name.front(), before);
    if (name.startsWith(u'#'))
        return shortId(body.value(name.mid(1)).toString(), before);
    return valueText(body.value(name));
}

} // namespace

QString entryText(const QString &type, const QJsonObject &body, const IncidentState &before)
{
    if (type == "incident.confirmed"_L1)
        return (body.value(u"real").toBool() ? QCoreApplication::translate("EntryText", "Confirmed as a real incident. %1")
                                             : QCoreApplication::translate("EntryText", "Found to be a false alarm. %1"))
            .arg(body.value(u"why").toString())
            .trimmed();
    const char *source = patterns().value(type);
    if (!source)
        return QCoreApplication::translate("EntryText", "Event of a kind this version does not know: %1").arg(type);
    const QString pattern = QCoreApplication::translate("EntryText", source);
    QString text;
    qsizetype from = 0;
    while (from < pattern.size()) {
        const qsizetype open = pattern.indexOf(u'%', from);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'%', open + 1);
        if (close < 0)
            break;
        text += QStringView(pattern).mid(from, open - from);
        text += fill(QStringView(pattern).mid(open + 1, close - open - 1), body, before);
        from = close + 1;
    }
    text += QStringView(pattern).mid(from);
    text = text.trimmed();
    if (text.endsWith(u':'))
        text.chop(1);
    return text;
}

QString searchText(const QJsonObject &body)
{
    static const QStringList keys = {u"title"_s, u"text"_s, u"why"_s,   u"result"_s, u"evidence"_s, u"how"_s,    u"value"_s,
                                     u"new"_s,   u"name"_s, u"owner"_s, u"fields"_s, u"sections"_s, u"outcome"_s};
    QStringList words;
    for (const QString &key : keys) {
        if (body.contains(key))
            words.append(valueText(body.value(key)));
    }
    return words.join(u'\n');
}

} // namespace fireline::domain
