// SPDX-License-Identifier: GPL-3.0-or-later
#include "strip/striptext.h"

#include "command/command.h"
#include "text/spantext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

using namespace domain;
using models::ElapsedSince;
using models::StripState;
using Updates = StripState::Updates;

namespace {

/// The same text with every digit at its widest: what ticks keeps its place.
QString zeroed(QString text)
{
    for (QChar &c : text) {
        if (c.isDigit())
            c = u'0';
    }
    return text;
}

QString lineOf(Verb verb)
{
    return u"/%1 "_s.arg(verbSpec(verb).name);
}

/// A cell that is written in one way at every width.
CellText plain(const QString &caption, const QString &value)
{
    CellText text;
    text.variants = {{caption, value, {}}};
    return text;
}

} // namespace

StripText::StripText(const StripState &state, const TimeDisplay &times, Instant viewing)
    : m_state(state)
    , m_times(times)
    , m_viewing(viewing)
{
}

CellText StripText::cell(StripCell cell) const
{
    switch (cell) {
    case StripCell::Drill: return drill();
    case StripCell::Private: return members();
    case StripCell::Severity: return severity();
    case StripCell::Phase: return phase();
    case StripCell::Elapsed: return elapsed();
    case StripCell::Updates: return updates();
    case StripCell::Command: return m_state.command.handoverTo.isEmpty() ? command() : handover();
    case StripCell::CallBacks: return callBacks();
    case StripCell::Viewing: return viewing();
    case StripCell::Save: return save();
    }
    return {};
}

QString StripText::entryLine(StripCell cell) const
{
    const StripState::Command &command = m_state.command;
    switch (cell) {
    case StripCell::Updates: return m_state.updates.all.isEmpty() ? lineOf(Verb::Draft) : QString();
    case StripCell::Command:
        if (!command.handoverTo.isEmpty())
            return command.toYou ? lineOf(Verb::IHaveCommand) : QString();
        if (command.holder.isEmpty())
            return lineOf(Verb::Claim);
        return command.you ? lineOf(Verb::Handover) : QString();
    default: return {};
    }
}

CellText StripText::severity() const
{
    const StripState::Severity &severity = m_state.severity;
    CellText text = plain(tr("Severity"), tr("not assessed"));
    text.toolTip = tr("The severity is not assessed yet.\nEnter: set the severity.");
    if (!severity.id.isEmpty()) {
        const Chip chip = rankChip(severity.rank);
        text.variants.first().value = shaped(chip, severity.id);
        text.chip = chip;
        text.toolTip = tr("Severity %1.\nEnter: change the severity.").arg(severity.id);
        if (!severity.name.isEmpty() && severity.name != severity.id) {
            const QString both = tr("%1 – %2", "severity id, then its name").arg(severity.id, severity.name);
            text.variants.prepend({tr("Severity"), shaped(chip, both), {}});
            text.toolTip = tr("Severity %1.\nEnter: change the severity.").arg(both);
        }
    }
    text.accessible = severity.id.isEmpty() ? tr("Severity: not assessed")
                      : severity.name.isEmpty() || severity.name == severity.id
                          ? tr("Severity: %1").arg(severity.id)
                          : tr("Severity: %1, %2").arg(severity.id, severity.name);
    if (m_state.link.severityUnconfirmed)
        markUnconfirmed(text);
    return text;
}

QString StripText::stage() const
{
    switch (m_state.stage) {
    case StripState::Stage::Resolved: return tr("Resolved");
    case StripState::Stage::Closed: return tr("Closed");
    case StripState::Stage::Withdrawn: return tr("Withdrawn");
    case StripState::Stage::Open: break;
    }
    return {};
}

CellText StripText::phase() const
{
    CellText text = plain(tr("Phase"), m_state.phase);
    text.canHide = true;
    if (const QString ended = stage(); !ended.isEmpty()) {
        const QString shaped = views::shaped(Chip::Ok, ended);
        text.chip = Chip::Ok;
        text.variants = {{tr("Phase: %1").arg(m_state.phase), shaped, {}}, {tr("Incident"), shaped, {}}};
        text.accessible = tr("%1, phase: %2", "resolved, closed or withdrawn").arg(ended, m_state.phase);
        text.toolTip = text.accessible + u'\n' + tr("Enter: move to another phase.");
        return text;
    }
    text.accessible = tr("Phase: %1").arg(m_state.phase);
    text.toolTip = tr("Phase: %1.\nEnter: move to another phase.").arg(m_state.phase);
    if (m_state.link.phaseUnconfirmed)
        markUnconfirmed(text);
    return text;
}

// In force here, and others may not know of it yet (decisions 5).
void StripText::markUnconfirmed(CellText &text) const
{
    for (CellVariant &variant : text.variants)
        variant.caption = tr("%1, unconfirmed", "severity or phase").arg(variant.caption);
    text.accessible = tr("%1, not confirmed by the backend yet").arg(text.accessible);
    text.toolTip = tr("It is so here. The shared backend has not confirmed it yet.") + u'\n' + text.toolTip;
}

QString StripText::elapsedCaption() const
{
    const StripState::Elapsed &elapsed = m_state.elapsed;
    switch (elapsed.since) {
    case ElapsedSince::Impact: return elapsed.ended ? tr("Impact lasted") : tr("Elapsed");
    case ElapsedSince::Declared: return elapsed.ended ? tr("Lasted since declared") : tr("Since declared");
    case ElapsedSince::Command: return tr("Since command taken");
    }
    return {};
}

QString StripText::elapsedShortly() const
{
    const StripState::Elapsed &elapsed = m_state.elapsed;
    if (elapsed.ended)
        return tr("Lasted");
    switch (elapsed.since) {
    case ElapsedSince::Impact: return tr("Elapsed");
    case ElapsedSince::Declared: return tr("Declared");
    case ElapsedSince::Command: return tr("In command");
    }
    return {};
}

CellText StripText::elapsed() const
{
    const StripState::Elapsed &elapsed = m_state.elapsed;
    CellText text;
    text.isNumber = true;
    const QString value = elapsedText(elapsed.length);
    const QString widest = value.size() > 8 ? zeroed(value) : u"00:00:00"_s;
    text.variants = {{elapsedCaption(), value, widest}, {elapsedShortly(), value, widest}};
    const qint64 minutes = elapsed.length.us / 60000000;
    text.accessible = minutes < 120 ? tr("%1: %n minutes", "what is counted", int(minutes)).arg(elapsedCaption())
                                    : tr("%1: %2 in hours and minutes").arg(elapsedCaption(), hoursText(elapsed.length));
    text.toolTip = elapsed.since == ElapsedSince::Impact    ? tr("The impact began at %1.\nEnter: count from elsewhere.")
                   : elapsed.since == ElapsedSince::Command ? tr("Command was taken at %1.\nEnter: count from elsewhere.")
                                                            : tr("Declared at %1.\nEnter: count from elsewhere.");
    text.toolTip = text.toolTip.arg(m_times.full(elapsed.from));
    return text;
}

CellText StripText::command() const
{
    const StripState::Command &command = m_state.command;
    CellText text = plain(tr("Command"), command.you ? tr("You") : command.holder);
    text.accessible = tr("Command: %1").arg(text.variants.first().value);
    text.toolTip = command.you ? tr("You have command.\nEnter: hand it over.")
                               : tr("%1: %2.\nEnter: show the roles.").arg(command.role, command.holder);
    if (!command.holder.isEmpty())
        return text;
    text.accessible = tr("Command: nobody");
    text.toolTip = tr("Nobody has command.\nEnter: take command.");
    text.variants = {{tr("Command"), tr("nobody"), {}}};
    if (command.needed) {
        text.variants.first().value = shaped(Chip::Late, tr("nobody"));
        text.chip = Chip::Late;
    }
    return text;
}

CellText StripText::handover() const
{
    const StripState::Command &command = m_state.command;
    const QString to = command.toYou ? tr("⇄ to you") : tr("⇄ to %1").arg(command.handoverTo);
    const QString whole = command.toYou ? tr("⇄ to you – waiting for “I have command”")
                                        : tr("⇄ to %1 – waiting for “I have command”").arg(command.handoverTo);
    CellText text = plain(tr("Command"), whole);
    text.variants.append({tr("Command, not yet taken"), to, {}});
    text.variants.append({tr("Command"), to, {}});
    if (command.you)
        text.accessible = tr("Command: you, until %1 says “I have command”").arg(command.handoverTo);
    else if (command.toYou)
        text.accessible = tr("Command: %1, until you say “I have command”").arg(command.holder);
    else
        text.accessible = tr("Command: %1, until %2 says “I have command”").arg(command.holder, command.handoverTo);
    text.toolTip = text.accessible
                   + (command.toYou
                          ? u'\n' + tr("Enter: say “I have command”; in quick entry: /ihavecommand.")
                          : u'\n'
                                + tr("Enter: show the handover. Once %1 has said it, in quick entry: @%1 /ihavecommand.")
                                      .arg(command.handoverTo));
    return text;
}

QString StripText::callBacksSpoken() const
{
    const StripState::CallBacks &counts = m_state.callBacks;
    if (counts.late > 0 && counts.notAcknowledged > 0)
        return tr("Call-backs: %1 open, %2 late, %n not acknowledged", "", counts.notAcknowledged)
            .arg(counts.open)
            .arg(counts.late);
    if (counts.late > 0)
        return tr("Call-backs: %1 open, %n late", "", counts.late).arg(counts.open);
    if (counts.notAcknowledged > 0)
        return tr("Call-backs: %1 open, %n not acknowledged", "", counts.notAcknowledged).arg(counts.open);
    return tr("Call-backs: %n open", "", counts.open);
}

CellText StripText::callBacks() const
{
    const StripState::CallBacks &counts = m_state.callBacks;
    const QString waiting = tr("%n not acknowledged", "", counts.notAcknowledged);
    const QString caption = tr("Call-backs");
    CellText text = plain(caption, counts.open == 0 ? tr("none open") : QString::number(counts.open));
    text.isNumber = true;
    text.canHide = true;
    text.accessible = callBacksSpoken();
    if (counts.late > 0) {
        text.chip = Chip::Late;
        text.variants = {
            {caption, tr("%1 · %n late", "how many are open, how many of them are late", counts.late).arg(counts.open), {}},
            {caption, u"%1 · %2"_s.arg(counts.open).arg(shaped(Chip::Late, QString::number(counts.late))), {}}};
        text.canHide = false;
    } else if (counts.notAcknowledged > 0) {
        text.variants = {{caption,
                          counts.open == counts.notAcknowledged
                              ? waiting
                              : tr("%1 · %n not acknowledged", "how many are open, how many of them wait", counts.notAcknowledged)
                                    .arg(counts.open),
                          {}},
                         {caption, u"%1 · %2?"_s.arg(counts.open).arg(counts.notAcknowledged), {}}};
    }
    text.toolTip = text.accessible + u'\n' + tr("Enter: go to the actions.");
    return text;
}

CellText StripText::drill() const
{
    if (!m_state.drill)
        return {};
    CellText text = plain(tr("Practice"), shaped(Chip::Drill, tr("DRILL – not real")));
    text.variants.append({tr("not real"), tr("DRILL"), {}});
    text.chip = Chip::Drill;
    text.accessible = tr("DRILL – not real");
    text.toolTip = tr("This is a drill. Nothing in it is real, and nothing leaves this computer.");
    return text;
}

// With a lock: who is not named here sees nothing of it on a shared backend.
CellText StripText::members() const
{
    if (!m_state.members)
        return {};
    const int count = int(m_state.members->size());
    CellText text = plain(tr("Private"), tr("%n people", "who may see a private incident", count));
    text.variants.append({tr("Private"), QString::number(count), {}});
    text.icon = u"lock"_s;
    text.accessible = tr("Private: %n people may see it", "", count);
    text.toolTip =
        tr("Who may see it: %1.\nEnter: show them among the roles.").arg(QLocale().createSeparatedList(*m_state.members));
    return text;
}

CellText StripText::viewing() const
{
    if (!m_viewing.isSet())
        return {};
    const QString time = m_times.dayMinute(m_viewing);
    CellText text = plain(tr("The timeline shows the past"), tr("Viewing %1 – press Esc").arg(time));
    text.variants.append({tr("Press Esc"), tr("Viewing %1").arg(time), {}});
    text.chip = Chip::Info;
    text.accessible = tr("The timeline shows what was known at %1. Press Esc for the present.").arg(m_times.full(m_viewing));
    text.toolTip = text.accessible;
    return text;
}

} // namespace fireline::views
