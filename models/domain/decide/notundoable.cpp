// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/notundoable.h"

#include <QCoreApplication>
#include <QHash>
#include <QString>

namespace fireline::domain {

namespace {

struct Group
{
    QStringView types; ///< blank-separated
    const char *text = nullptr;
};

const QHash<QStringView, const char *> &reasons()
{
    static const Group groups[] = {
        {u"incident.declared",
         QT_TRANSLATE_NOOP("Inverse", "A declaration stays. Withdraw the incident with a reason: /withdraw.")},
        {u"incident.withdrawn", QT_TRANSLATE_NOOP("Inverse", "A withdrawn incident stays so. Declare a new one.")},
        {u"incident.begun", QT_TRANSLATE_NOOP("Inverse", "The incident has officially begun; that is not taken back.")},
        {u"incident.resolved incident.closed",
         QT_TRANSLATE_NOOP("Inverse", "This is not undone by a key. Reopen the incident with a reason: /reopen.")},
        {u"incident.reopened",
         QT_TRANSLATE_NOOP("Inverse", "A reopened incident is not closed again by a key. Resolve it again: /resolve.")},
        {u"update.sent update.queued update.unknown update.failed",
         QT_TRANSLATE_NOOP("Inverse", "A status update that went out cannot be taken back. Post a correction.")},
        {u"update.drafted update.edited update.approvalAsked",
         QT_TRANSLATE_NOOP("Inverse", "A draft stays in the record; nobody but you sends it. Edit it: /edit.")},
        {u"update.approved",
         QT_TRANSLATE_NOOP("Inverse", "An approval stands for this text alone. Edit the text, and it no longer holds.")},
        {u"handover.accepted command.takenOver",
         QT_TRANSLATE_NOOP("Inverse", "Once command has passed, no key takes it back. Hand it back: /handover.")},
        {u"handover.able handover.shadowing handover.sitrep handover.announced",
         QT_TRANSLATE_NOOP("Inverse", "A step of a handover stays in the record. End the handover with /decline.")},
        {u"handover.declined handover.expired", QT_TRANSLATE_NOOP("Inverse", "This handover is over. Begin another: /handover.")},
        {u"poll.opened poll.answered poll.closed",
         QT_TRANSLATE_NOOP("Inverse", "What was answered to a poll stays in the record. Open another poll: /poll.")},
        {u"change.proposed change.approved change.refused change.executed change.verified change.breached",
         QT_TRANSLATE_NOOP("Inverse", "A change is not undone by a key. Propose the way back as a change of its own: /change.")},
        {u"mitigation.applied",
         QT_TRANSLATE_NOOP("Inverse", "What was done stays in the record. Record the way back as well: /mitigation.")},
        {u"alert.fired alert.acknowledged alert.silenced alert.cleared system.did",
         QT_TRANSLATE_NOOP("Inverse", "What a system reported stays in the record. Write a note if it is wrong: /note.")},
        {u"page.asked page.done notify.done rung.taken rung.answered rung.skipped",
         QT_TRANSLATE_NOOP("Inverse", "Whoever was called was called. Tell them what has changed: /notify.")},
        {u"clock.snoozed", QT_TRANSLATE_NOOP("Inverse", "A snooze ends by itself and is not shortened.")},
        {u"list.started", QT_TRANSLATE_NOOP("Inverse", "A list that was begun stays. Skip its steps with a reason: /skipitem.")},
        {u"gate.confirmed rule.overridden rule.breached",
         QT_TRANSLATE_NOOP("Inverse", "What was confirmed or passed over stays in the record. Write a note beside it: /note.")},
        {u"entry.tagged", QT_TRANSLATE_NOOP("Inverse", "A tag stays on its entry.")},
        {u"review.edited review.scheduled actionItem.edited",
         QT_TRANSLATE_NOOP("Inverse", "The review keeps every version. Change it again: /review or /edit.")},
        {u"actionItem.done review.held review.closed drill.held process.reviewed",
         QT_TRANSLATE_NOOP("Inverse", "What was done in the review stays in the record.")},
        {u"process.adopted",
         QT_TRANSLATE_NOOP("Inverse", "The newer process holds from then on. Adopt another with a reason: /adoptprocess.")},
        {u"incident.restricted",
         QT_TRANSLATE_NOOP("Inverse", "An incident stays private. Let more people see it instead: /member.")},
    };
    static const QHash<QStringView, const char *> byType = [] {
        QHash<QStringView, const char *> map;
        for (const Group &group : groups) {
            for (const QStringView type : group.types.split(u' '))
                map.insert(type, group.text);
        }
        return map;
    }();
    return byType;
}

} // namespace

QString notUndoableWhy(QStringView eventType)
{
    const char *text = reasons().value(eventType);
    return text ? QCoreApplication::translate("Inverse", text) : QString();
}

QString notUndoableWhy(Verb verb)
{
    switch (verb) {
    case Verb::Resolve: return notUndoableWhy(u"incident.resolved");
    case Verb::Close: return notUndoableWhy(u"incident.closed");
    case Verb::Withdraw: return notUndoableWhy(u"incident.withdrawn");
    case Verb::IHaveCommand: return notUndoableWhy(u"handover.accepted");
    case Verb::Takeover: return notUndoableWhy(u"command.takenOver");
    case Verb::PollClose: return notUndoableWhy(u"poll.closed");
    case Verb::Send: return notUndoableWhy(u"update.sent");
    default: return {};
    }
}

} // namespace fireline::domain
