// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/handovertext.h"

#include "text/timedisplay.h"
#include "theme/bidi.h"

#include <QCoreApplication>

namespace fireline::views {

namespace h = models::handover;
using models::HandoverBoard;
using models::HandoverEnd;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(HandoverText)
};

QString at(domain::Instant t, const TimeDisplay &times)
{
    return isolatedLtr(times.dayMinute(t));
}

QString runningText(const HandoverBoard &board, const TimeDisplay &times)
{
    const QString from = isolated(board.from);
    const QString to = isolated(board.to);
    const QString role = isolated(board.roleName);
    const QString since = at(board.offeredAt, times);
    if (!board.commands)
        return Text::tr("⇄ %1 hands the role %2 over to %3 since %4. It has not moved yet.").arg(from, role, to, since);
    if (board.you)
        return Text::tr("⇄ You hand over to %1 since %2. You still have command, until %1 says “I have command”.").arg(to, since);
    if (board.toYou)
        return Text::tr("⇄ %1 hands over to you since %2. %1 still has command, until you say “I have command”.")
            .arg(from, since);
    return Text::tr("⇄ %1 hands over to %2 since %3. %1 still has command, until %2 says “I have command”.").arg(from, to, since);
}

} // namespace

QString handoverStatus(const HandoverBoard &board, const TimeDisplay &times)
{
    if (board.over)
        return Text::tr("■ The incident is over; nothing is handed over any more.");
    if (board.running)
        return runningText(board, times);
    if (board.holder.isEmpty())
        return Text::tr("▲ Nobody has command.");
    const QString since = at(board.since, times);
    QString text = board.you ? Text::tr("● You have command since %1.").arg(since)
                             : Text::tr("● %1 has command since %2.").arg(isolated(board.holder), since);
    if (!board.you && board.seen.isSet())
        text += u' ' + Text::tr("Last heard of at %1.").arg(at(board.seen, times));
    return text;
}

QString handoverLastWord(const HandoverBoard &board)
{
    const QString offered = board.commands ? Text::tr("⚠ Command is offered, and has not passed: “Call it off…” ends this.")
                                           : Text::tr("⚠ The role is offered, and has not passed: “Call it off…” ends this.");
    return offered + u' '
           + (board.toYou ? Text::tr("Once you say “I have command”, no key takes it back.")
                          : Text::tr("Once %1 says “I have command”, no key takes it back.").arg(isolated(board.to)));
}

QString handoverEnd(const HandoverBoard &board, const TimeDisplay &times)
{
    const QString from = isolated(board.endFrom);
    const QString to = isolated(board.endTo);
    const QString when = at(board.endAt, times);
    switch (board.end) {
    case HandoverEnd::None: break;
    case HandoverEnd::Accepted: return Text::tr("✓ %1 handed over to %2 at %3.").arg(from, to, when);
    case HandoverEnd::Declined: return Text::tr("✕ The handover from %1 to %2 was called off at %3.").arg(from, to, when);
    case HandoverEnd::TakenOver: return Text::tr("✓ %1 took it over at %2.").arg(to, when);
    case HandoverEnd::Expired: return Text::tr("✕ The handover from %1 to %2 lapsed at %3.").arg(from, to, when);
    }
    return {};
}

QString fatigueText(const HandoverBoard &board, const TimeDisplay &times)
{
    if (board.reliefAt.isSet() && !board.over)
        return Text::tr("⇄ %1 asks for relief since %2.").arg(isolated(board.holder), at(board.reliefAt, times));
    if (board.holder.isEmpty() || board.over || board.tenure.load == models::tenure::Fine)
        return {};
    const bool over = board.tenure.load == models::tenure::Over;
    const QString holder = isolated(board.holder);
    const QString limit = board.tenure.limit.isSet() ? at(board.tenure.limit, times) : QString();
    QString text;
    if (limit.isEmpty())
        text = board.you ? Text::tr("▲ You are on too long; hand over.")
                         : Text::tr("▲ %1 is on too long; relief is due.").arg(holder);
    else if (over)
        text = board.you ? Text::tr("▲ You were to hand over by %1.").arg(limit)
                         : Text::tr("▲ %1 was to hand over by %2.").arg(holder, limit);
    else
        text = board.you ? Text::tr("▼ Plan your handover; it is due by %1.").arg(limit)
                         : Text::tr("▼ %1 is to hand over by %2.").arg(holder, limit);
    if (!board.tenure.advice.isEmpty())
        text += u' ' + board.tenure.advice;
    if (!board.tenure.source.isEmpty())
        text += u' ' + Text::tr("(%1)").arg(board.tenure.source);
    return text;
}

bool isTheirLastWord(const models::HandoverRow &step)
{
    return step.kind == h::Accept && !step.mine;
}

QString stepText(const models::HandoverRow &row)
{
    const QString person = isolated(row.person);
    switch (row.kind) {
    case h::Able: return row.mine ? Text::tr("I am able and willing") : Text::tr("%1 is able and willing").arg(person);
    case h::Shadow: return row.mine ? Text::tr("Begin to look on") : Text::tr("%1 begins to look on").arg(person);
    case h::Sitrep:
        return row.mine ? Text::tr("Write the situation report") : Text::tr("Write the situation report for %1").arg(person);
    case h::Announce: return row.mine ? Text::tr("I said it") : Text::tr("%1 said it").arg(person);
    case h::System: return row.mine ? Text::tr("It is done") : Text::tr("%1 did it").arg(person);
    case h::Accept: break;
    }
    return row.mine ? Text::tr("I have command") : Text::tr("%1 says: I have command").arg(person);
}

} // namespace fireline::views
