// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/entrytext.h"

#include "state/componentstate.h"
#include "state/entryword.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

// Patterns per event type. %KEY% stands for a payload text, %KEY:KIND% for the name of what it is the id of, %KEY/KEY:KIND% for
// that of a part, %#KEY% for the short id of the object it names, %A+% for the id that the object made by this event will get.
const QHash<QString, const char *> &patterns()
{
    static const QHash<QString, const char *> table = {
        {u"incident.declared"_s, QT_TRANSLATE_NOOP("EntryText", "Incident declared: %title%")},
        {u"incident.withdrawn"_s, QT_TRANSLATE_NOOP("EntryText", "Incident withdrawn: %why%")},
        {u"incident.begun"_s, QT_TRANSLATE_NOOP("EntryText", "The incident officially begins")},
        {u"role.taken"_s, QT_TRANSLATE_NOOP("EntryText", "%person% takes the role %role:role%")},
        {u"role.assigned"_s, QT_TRANSLATE_NOOP("EntryText", "%person% is given the role %role:role% %note%")},
        {u"role.left"_s, QT_TRANSLATE_NOOP("EntryText", "%person% leaves the role %role:role%")},
        {u"severity.set"_s, QT_TRANSLATE_NOOP("EntryText", "Severity %to%: %why%")},
        {u"phase.moved"_s, QT_TRANSLATE_NOOP("EntryText", "Phase %to:phase%: %why%")},
        {u"impact.stated"_s, QT_TRANSLATE_NOOP("EntryText", "Impact %field:word%: %value:word%")},
        {u"flag.set"_s, QT_TRANSLATE_NOOP("EntryText", "Flag “%flag:flag%” set: %why%")},
        {u"flag.cleared"_s, QT_TRANSLATE_NOOP("EntryText", "Flag “%flag:flag%” cleared: %why%")},
        {u"alert.fired"_s, QT_TRANSLATE_NOOP("EntryText", "Alert %L+%: %name%; %labels:alert%")},
        {u"alert.acknowledged"_s, QT_TRANSLATE_NOOP("EntryText", "Alert %#alert% acknowledged")},
        {u"alert.silenced"_s, QT_TRANSLATE_NOOP("EntryText", "Alert %#alert% silenced %why%")},
        {u"alert.cleared"_s, QT_TRANSLATE_NOOP("EntryText", "Alert %#alert% cleared")},
        {u"report.received"_s, QT_TRANSLATE_NOOP("EntryText", "Customer report %R+%: %text%")},
        {u"entry.posted"_s, QT_TRANSLATE_NOOP("EntryText", "%text%")},
        {u"field.set"_s, QT_TRANSLATE_NOOP("EntryText", "Stated: %fields:value%")},
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
        {u"rule.breached"_s, QT_TRANSLATE_NOOP("EntryText", "Breach of %rule:rule%: %text%")},
        {u"mitigation.applied"_s, QT_TRANSLATE_NOOP("EntryText", "%M+% (%option%): %text%")},
        {u"mitigation.judged"_s, QT_TRANSLATE_NOOP("EntryText", "Effect of %#mitigation%: %result:word%")},
        {u"decision.made"_s, QT_TRANSLATE_NOOP("EntryText", "%D+%: %text% %revisitUs:revisit%")},
        {u"poll.opened"_s, QT_TRANSLATE_NOOP("EntryText", "%P+%, any strong objections? %text%")},
        {u"poll.answered"_s, QT_TRANSLATE_NOOP("EntryText", "Objects to %#poll%: %why%")},
        {u"poll.closed"_s, QT_TRANSLATE_NOOP("EntryText", "%#poll% closed. %poll:result%")},
        {u"update.drafted"_s, QT_TRANSLATE_NOOP("EntryText", "%U+% %target:record% %state%: %text%")},
        {u"update.edited"_s, QT_TRANSLATE_NOOP("EntryText", "%#update% edited: %text%")},
        {u"update.approvalAsked"_s, QT_TRANSLATE_NOOP("EntryText", "Approval asked for %#update%")},
        {u"update.approved"_s, QT_TRANSLATE_NOOP("EntryText", "%#update% approved")},
        {u"update.queued"_s, QT_TRANSLATE_NOOP("EntryText", "%#update% queued")},
        {u"update.sent"_s, QT_TRANSLATE_NOOP("EntryText", "%#update% sent by %via:word%")},
        {u"update.unknown"_s, QT_TRANSLATE_NOOP("EntryText", "%#update%: outcome unknown, look before resending. %why%")},
        {u"update.failed"_s, QT_TRANSLATE_NOOP("EntryText", "%#update% could not be sent: %why%")},
        {u"cadence.set"_s, QT_TRANSLATE_NOOP("EntryText", "%item:cadence%: from now on every %everyUs:span%")},
        {u"clock.snoozed"_s, QT_TRANSLATE_NOOP("EntryText", "Snoozed: %clock:clock%: %why%")},
        {u"checkin.made"_s, QT_TRANSLATE_NOOP("EntryText", "Check-in %who%: %text%")},
        {u"page.asked"_s, QT_TRANSLATE_NOOP("EntryText", "Page asked for %who:who%: %why:rule%")},
        {u"page.done"_s, QT_TRANSLATE_NOOP("EntryText", "Paged %who:who% (%how:word%): %why:rule%")},
        {u"notify.done"_s, QT_TRANSLATE_NOOP("EntryText", "Notified %who:who%: %text:rule%")},
        {u"rung.taken"_s, QT_TRANSLATE_NOOP("EntryText", "Escalation: %ladder/rung:rung%")},
        {u"rung.answered"_s, QT_TRANSLATE_NOOP("EntryText", "Escalation answered: %ladder/rung:rung% – %text%")},
        {u"rung.skipped"_s, QT_TRANSLATE_NOOP("EntryText", "Escalation skipped: %ladder/rung:rung% – %why%")},
        {u"handover.offered"_s, QT_TRANSLATE_NOOP("EntryText", "%from% offers the role %role:role% to %to%")},
        {u"handover.able"_s, QT_TRANSLATE_NOOP("EntryText", "The incoming %role:role% is able and willing")},
        {u"handover.shadowing"_s, QT_TRANSLATE_NOOP("EntryText", "The incoming %role:role% shadows")},
        {u"handover.sitrep"_s, QT_TRANSLATE_NOOP("EntryText", "SITREP: %text%")},
        {u"handover.announced"_s, QT_TRANSLATE_NOOP("EntryText", "%say%")},
        {u"handover.accepted"_s, QT_TRANSLATE_NOOP("EntryText", "%to% takes over the role %role:role% from %from%: %say%")},
        {u"handover.declined"_s, QT_TRANSLATE_NOOP("EntryText", "Handover of the role %role:role% called off: %why%")},
        {u"handover.expired"_s, QT_TRANSLATE_NOOP("EntryText", "Handover of the role %role:role% expired")},
        {u"command.takenOver"_s, QT_TRANSLATE_NOOP("EntryText", "%to% takes over the role %role:role% from %from%: %why%")},
        {u"list.started"_s, QT_TRANSLATE_NOOP("EntryText", "List started: %list:list%")},
        {u"item.checked"_s, QT_TRANSLATE_NOOP("EntryText", "Done: %list/item:step% – %text%")},
        {u"item.unchecked"_s, QT_TRANSLATE_NOOP("EntryText", "Not done after all: %list/item:step%")},
        {u"item.skipped"_s, QT_TRANSLATE_NOOP("EntryText", "Skipped: %list/item:step% – %why%")},
        {u"gate.confirmed"_s, QT_TRANSLATE_NOOP("EntryText", "Confirmed: %gate/item:gateItem% – %why%")},
        {u"rule.overridden"_s, QT_TRANSLATE_NOOP("EntryText", "Rule %rule:rule% overridden: %why%")},
        {u"finding.rootCause"_s, QT_TRANSLATE_NOOP("EntryText", "Root cause identified: %fields:value%")},
        {u"incident.resolved"_s, QT_TRANSLATE_NOOP("EntryText", "Incident resolved %text%")},
        {u"incident.reopened"_s, QT_TRANSLATE_NOOP("EntryText", "Incident reopened: %why%")},
        {u"incident.closed"_s, QT_TRANSLATE_NOOP("EntryText", "Incident closed %text%")},
        {u"entry.corrected"_s, QT_TRANSLATE_NOOP("EntryText", "Correction of %#entry%: %new%")},
        {u"entry.retimed"_s, QT_TRANSLATE_NOOP("EntryText", "Time of %#entry% corrected %why%")},
        {u"entry.retracted"_s, QT_TRANSLATE_NOOP("EntryText", "%#entry% retracted: %why%")},
        {u"entry.restored"_s, QT_TRANSLATE_NOOP("EntryText", "%#entry% restored %why%")},
        {u"attachment.added"_s, QT_TRANSLATE_NOOP("EntryText", "Attachment %name% %text%")},
        {u"review.edited"_s, QT_TRANSLATE_NOOP("EntryText", "Review %review:review% edited: %sections%")},
        {u"why.added"_s, QT_TRANSLATE_NOOP("EntryText", "Why: %text%")},
        {u"factor.added"_s, QT_TRANSLATE_NOOP("EntryText", "Contributing factor: %text%")},
        {u"actionItem.added"_s, QT_TRANSLATE_NOOP("EntryText", "Action item %I+%: %text%; %fields:value%")},
        {u"actionItem.edited"_s, QT_TRANSLATE_NOOP("EntryText", "Action item %#item%: %fields:value%")},
        {u"actionItem.done"_s, QT_TRANSLATE_NOOP("EntryText", "Action item %#item% done. %text%")},
        {u"review.scheduled"_s, QT_TRANSLATE_NOOP("EntryText", "Review %review:review% scheduled")},
        {u"review.held"_s, QT_TRANSLATE_NOOP("EntryText", "Review %review:review% held with %who:who%")},
        {u"review.closed"_s, QT_TRANSLATE_NOOP("EntryText", "Review %review:review% closed")},
        {u"drill.held"_s, QT_TRANSLATE_NOOP("EntryText", "Drill %drill% held")},
        {u"process.reviewed"_s, QT_TRANSLATE_NOOP("EntryText", "Process reviewed. %text%")},
        {u"system.did"_s, QT_TRANSLATE_NOOP("EntryText", "%system/thing:system%: %outcome:word%")},
        {u"incident.restricted"_s, QT_TRANSLATE_NOOP("EntryText", "Private from now on. Who may see it: %members%. %why%")},
        {u"member.added"_s, QT_TRANSLATE_NOOP("EntryText", "%person% may see this private incident: %why%")},
        {u"member.removed"_s, QT_TRANSLATE_NOOP("EntryText", "%person% may not see this private incident any more: %why%")},
        {u"process.adopted"_s, QT_TRANSLATE_NOOP("EntryText", "Process %process% taken in a newer version: %why%")},
    };
    return table;
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(EntryText)
};

// Only who was to take over declines; anybody else calls it off.
const char *handoverEnded(const QJsonObject &body, const IncidentState &before)
{
    const QString by = body.value(u"by").toString();
    if (by.isEmpty())
        return patterns().value(u"handover.declined"_s);
    const bool declines = before.handover && before.handover->to.compare(by, Qt::CaseInsensitive) == 0;
    return declines ? QT_TRANSLATE_NOOP("EntryText", "Handover of the role %role:role% declined by %by%: %why%")
                    : QT_TRANSLATE_NOOP("EntryText", "Handover of the role %role:role% called off by %by%: %why%");
}

const char *patternOf(const QString &type, const QJsonObject &body, const IncidentState &before)
{
    if (type == "impact.stated"_L1 && !componentName(body.value(u"field").toString()).isEmpty())
        return QT_TRANSLATE_NOOP("EntryText", "Component %field:component%: %value:word%");
    if (type == "handover.accepted"_L1 && body.contains(u"console"_s))
        return QT_TRANSLATE_NOOP("EntryText", "%to% takes over the role %role:role% from %from%, written by %console%: %say%");
    return type == "handover.declined"_L1 ? handoverEnded(body, before) : patterns().value(type);
}

} // namespace

QString entryText(const QString &type, const QJsonObject &body, const IncidentState &before, const EntryNames *names)
{
    if (type == "incident.confirmed"_L1)
        return (body.value(u"real").toBool() ? Words::tr("Confirmed as a real incident. %1")
                                             : Words::tr("Found to be a false alarm. %1"))
            .arg(body.value(u"why").toString())
            .trimmed();
    if (type == "poll.answered"_L1 && body.value(u"ok").toBool())
        return Words::tr("No objection to %1").arg(entryWord(u"#poll", body, before, names));
    const char *source = patternOf(type, body, before);
    if (!source)
        return Words::tr("Event of a kind this version does not know: %1").arg(type);
    const QString pattern = QCoreApplication::translate("EntryText", source);
    QString text;
    qsizetype from = 0;
    bool lastIsEmpty = false;
    while (from < pattern.size()) {
        const qsizetype open = pattern.indexOf(u'%', from);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'%', open + 1);
        if (close < 0)
            break;
        text += QStringView(pattern).mid(from, open - from);
        const QString filled = entryWord(QStringView(pattern).mid(open + 1, close - open - 1), body, before, names);
        // What is not said leaves no gap before the sign that follows it.
        lastIsEmpty = filled.isEmpty();
        if (lastIsEmpty && text.endsWith(u' '))
            text.chop(1);
        text += filled;
        from = close + 1;
    }
    text += QStringView(pattern).mid(from);
    text = text.trimmed();
    // Nor does it leave the sign that would have led to it.
    while (lastIsEmpty && (text.endsWith(u':') || text.endsWith(u';') || text.endsWith(u'–')))
        text = text.chopped(1).trimmed();
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
