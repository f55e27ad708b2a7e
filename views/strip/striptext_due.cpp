// SPDX-License-Identifier: GPL-3.0-or-later
// The cells that change their state by themselves: what is owed to others, and what is on the disk.
#include "strip/striptext.h"

#include "text/spantext.h"

#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace fireline::views {

using namespace domain;
using models::StripState;
using Updates = StripState::Updates;
using Save = StripState::Save;

namespace {

/// What a countdown of this length takes at most before it gets another form.
QString widestCountdown(Span left)
{
    const Span size = left.us < 0 ? -left : left;
    return size >= Span::days(1) ? u"00d 00:00"_s : size >= Span::hours(1) ? u"00:00:00"_s : u"00:00"_s;
}

} // namespace

QString StripText::updatesSpoken() const
{
    const Updates &updates = m_state.updates;
    const QString audience = updates.all.isEmpty() ? QString() : updates.all.first().audience;
    return audience.isEmpty() ? updatesLeftSpoken()
                              : tr("%1, for %2", "when a status update is due, and whose").arg(updatesLeftSpoken(), audience);
}

QString StripText::updatesLeftSpoken() const
{
    const Updates &updates = m_state.updates;
    switch (updates.state) {
    case Updates::State::NotNeeded: return tr("Status update due: none");
    case Updates::State::NotSet: return tr("Status update due: not set");
    default: break;
    }
    const bool late = updates.state == Updates::State::Late;
    const qint64 minutes = (late ? -updates.left.us : updates.left.us) / 60000000;
    if (minutes == 0)
        return late ? tr("Status update due: late less than a minute") : tr("Status update due: in less than a minute");
    if (minutes >= 120) {
        return late ? tr("Status update due: late %n hours", "", int(minutes / 60))
                    : tr("Status update due: in %n hours", "", int(minutes / 60));
    }
    return late ? tr("Status update due: late %n minutes", "", int(minutes))
                : tr("Status update due: in %n minutes", "", int(minutes));
}

QString StripText::updatesToolTip() const
{
    QStringList lines;
    for (const StripState::UpdateDue &due : m_state.updates.all) {
        const QString what = due.promised ? tr("Promised to %1").arg(due.audience) : due.text;
        const bool late = due.state == RunningClock::State::Late;
        if (due.snoozedUntil.isSet())
            lines.append((late ? tr("%1: late since %2, snoozed until %3") : tr("%1: by %2, snoozed until %3"))
                             .arg(what, m_times.full(due.at), m_times.dayMinute(due.snoozedUntil)));
        else
            lines.append((late ? tr("%1: late since %2") : tr("%1: by %2")).arg(what, m_times.full(due.at)));
    }
    if (m_state.updates.state == Updates::State::NotSet)
        lines.append(tr("The process asks for status updates, and no time is set for the next."));
    if (m_state.updates.state == Updates::State::NotNeeded)
        lines.append(tr("The process asks for no status update now."));
    lines.append(entryLine(StripCell::Updates).isEmpty() ? tr("Enter: go to its clock.") : tr("Enter: write a status update."));
    return lines.join(u'\n');
}

CellText StripText::updates() const
{
    const Updates &updates = m_state.updates;
    const QString countdown = countdownText(updates.left);
    const QString widest = widestCountdown(updates.left);
    const QString lateWidest = shaped(Chip::Late, tr("late %1").arg(widest));
    CellText text;
    text.isNumber = true;
    CellVariant shown{tr("Status update due"), {}, lateWidest};
    switch (updates.state) {
    case Updates::State::NotNeeded: shown.value = tr("none due"); break;
    case Updates::State::NotSet:
        shown.value = shaped(Chip::Late, tr("not set"));
        text.chip = Chip::Late;
        break;
    case Updates::State::Running: shown.value = shaped(Chip::Due, countdown); break;
    case Updates::State::Due:
        shown.value = shaped(Chip::Due, countdown);
        text.chip = Chip::Due;
        break;
    case Updates::State::Late:
        shown.value = shaped(Chip::Late, tr("late %1").arg(countdown));
        text.chip = Chip::Late;
        break;
    }
    CellVariant whose = shown;
    for (const StripState::UpdateDue &due : updates.all) {
        const QString caption = tr("Update due: %1", "whose").arg(due.audience);
        if (!due.audience.isEmpty() && whose.caption == shown.caption && &due == &updates.all.first())
            whose.caption = caption;
        // Which comes first changes by itself.
        if (caption.size() > whose.captionReserve.size())
            whose.captionReserve = caption;
    }
    text.variants = {whose, shown, {tr("Update due"), shown.value, shown.reserve}};
    text.accessible = updatesSpoken();
    text.toolTip = updatesToolTip();
    return text;
}

CellText StripText::notSaved() const
{
    const Save &save = m_state.save;
    const QString count = tr("Not saved %1").arg(save.count);
    const QString full = save.kind == Problem::Kind::Full     ? tr("Not saved %1 – disk full").arg(save.count)
                         : save.kind == Problem::Kind::Locked ? tr("Not saved %1 – file in use").arg(save.count)
                                                              : tr("Not saved %1 – disk error").arg(save.count);
    CellText text;
    text.chip = Chip::Late;
    const QString caption = tr("Record");
    text.variants = {{caption, shaped(Chip::Late, full), {}},
                     {caption, shaped(Chip::Late, count), {}},
                     {caption, shaped(Chip::Late, QString::number(save.count)), {}}};
    text.accessible = tr("Record: %1").arg(full);
    text.toolTip = tr("%n entries are not on the disk. They stay in sight.", "", save.count);
    if (!save.reason.isEmpty())
        text.toolTip += u'\n' + save.reason;
    return text;
}

// On this computer it is saved; what counts now is whether the others have it.
CellText StripText::shared() const
{
    using State = models::LinkState::State;
    const models::LinkState &link = m_state.link;
    // Words go before attachments, so these are told once no word is left.
    const int left = link.unsent > 0 ? link.unsent : link.attachments;
    const QString unsent = link.unsent > 0 ? tr("%1 unsent", "entries that are not on the shared server yet").arg(link.unsent)
                                           : tr("%n files unsent", "attachments that are not on the shared server yet", left);
    QString shape = u"●"_s;
    QString withTime; // where it matters since when
    QString word = left > 0 ? unsent : tr("Shared");
    QString spoken = link.unsent > 0 ? tr("Record: saved here, %n entries on their way to the others", "", link.unsent)
                     : left > 0      ? tr("Record: saved here, %n attachments on their way to the others", "", left)
                                     : tr("Record: saved here and shared, %n people take part", "", m_state.people);
    QString toolTip = tr("Every entry is saved on this computer and on the shared backend.");
    if (left > 0) {
        shape = u"◐"_s;
        toolTip = link.unsent > 0
                      ? tr("%n entries are saved on this computer and go to the shared backend by themselves.", "", left)
                      : tr("%n attachments are saved on this computer and go to the shared backend by themselves.", "", left);
    }
    if (link.state == State::Shared && link.takesNothing) {
        word = left > 0 ? tr("To read only, %1", "how many entries are unsent").arg(unsent) : tr("To read only");
        spoken = tr("Record: shared with you to read, %n people take part", "", m_state.people);
        toolTip = tr("What the others record arrives here. Your login on the shared backend may look only.");
    } else if (link.state == State::Connecting) {
        shape = u"◌"_s;
        word = tr("Connecting");
        spoken = tr("Record: saved here, the shared backend is being connected to");
    } else if (link.state != State::Shared) {
        const bool stopped = link.state == State::Stopped;
        shape = stopped ? u"▲"_s : u"○"_s;
        word = stopped ? tr("Not shared") : left > 0 ? tr("Offline, %1").arg(unsent) : tr("Offline");
        spoken = stopped ? tr("Record: saved here, and not exchanged with the others")
                         : tr("Record: saved here, the shared backend is away");
        if (link.since.isSet()) {
            const QString since = m_times.dayMinute(link.since);
            withTime = stopped ? tr("Not shared since %1").arg(since) : tr("Offline since %1").arg(since);
            if (left > 0)
                withTime = tr("%1 · %2", "since when it is offline, how many are unsent").arg(withTime, unsent);
            spoken = tr("%1, since %2").arg(spoken, since);
        }
    }
    CellText text;
    const QString caption = tr("Record");
    const QString people = link.here.isEmpty() ? tr("%n people", "", m_state.people)
                                               : tr("%n here", "people who are connected now", int(link.here.size()));
    const QString longest = withTime.isEmpty() ? word : withTime;
    const QString withPeople = tr("%1 %2 · %3", "shape, saved or not, how many people").arg(shape, longest, people);
    text.variants = {{caption, withPeople, {}}};
    if (!withTime.isEmpty())
        text.variants.append({caption, shape + u' ' + withTime, {}});
    text.variants.append({caption, shape + u' ' + word, {}});
    text.canHide = link.state == State::Shared;
    if (!text.canHide)
        text.variants.append({caption, shape + u' ' + QString::number(left), {}});
    text.accessible = spoken;
    text.toolTip = toolTip;
    // Everybody sees the times of what is entered here: more than a minute off, they stand in another order than they happened.
    const domain::Span off = link.skew.us < 0 ? -link.skew : link.skew;
    if (off > domain::Span::minutes(1)) {
        const QString length = domain::toShortText(off);
        text.chip = Chip::Late;
        text.variants = {{caption, shaped(Chip::Late, tr("Clock off by %1").arg(length)), {}},
                         {caption, shaped(Chip::Late, length), {}}};
        text.canHide = false;
        text.accessible = tr("%1. This computer's clock is off by %2", "how the record is kept, how much").arg(spoken, length);
        text.toolTip = tr("This computer's clock is off by %1. Let it set its clock by the network.").arg(length) + u'\n'
                       + toolTip;
    }
    if (link.toReview > 0) {
        const QString review = tr("%n to review", "fields that several people set at once", link.toReview);
        text.chip = Chip::Conflict;
        text.variants = {{tr("Record"), shaped(Chip::Conflict, review), {}},
                         {tr("Record"), shaped(Chip::Conflict, QString::number(link.toReview)), {}}};
        text.canHide = false;
        text.accessible = tr("Record: %n fields were set by several people at once", "", link.toReview);
        text.toolTip = text.accessible + u".\n"_s + tr("Enter: see them.") + u'\n' + toolTip;
    }
    if (link.refused > 0) {
        const QString refused = tr("%n not taken", "entries that the shared backend refused", link.refused);
        text.chip = Chip::Late;
        text.variants = {{tr("Record"), shaped(Chip::Late, refused), {}},
                         {tr("Record"), shaped(Chip::Late, QString::number(link.refused)), {}}};
        text.canHide = false;
        text.accessible = tr("Record: %n entries were not taken by the shared backend", "", link.refused);
        text.toolTip = text.accessible + u".\n"_s + tr("Enter: see them.") + u'\n' + toolTip;
    }
    if (!link.reason.isEmpty())
        text.toolTip += u'\n' + link.reason;
    text.toolTip += u'\n' + tr("%n people take part.", "", m_state.people);
    if (!link.here.isEmpty())
        text.toolTip += u'\n' + tr("Connected now: %1.").arg(QLocale().createSeparatedList(link.here));
    return text;
}

CellText StripText::save() const
{
    const Save &save = m_state.save;
    QString word;
    QString shape;
    switch (save.state) {
    case Save::State::NotSaved: return notSaved();
    case Save::State::Saved:
        if (m_state.link.state != models::LinkState::State::None)
            return shared();
        word = tr("Saved here");
        shape = u"●"_s;
        break;
    case Save::State::Saving:
        word = tr("Saving %1").arg(save.count);
        shape = u"◐"_s;
        break;
    case Save::State::ReadOnly:
        word = tr("Read only");
        shape = u"○"_s;
        break;
    }
    const QString people = tr("%n people", "", m_state.people);
    const QString withPeople = tr("%1 %2 · %3", "shape, saved or not, how many people").arg(shape, word, people);
    CellText text;
    text.variants = {{tr("Record"), withPeople, {}}, {tr("Record"), shape + u' ' + word, {}}};
    text.canHide = true;
    text.accessible = save.state == Save::State::Saved    ? tr("Record: saved here, %n people take part", "", m_state.people)
                      : save.state == Save::State::Saving ? tr("Record: being saved, %n people take part", "", m_state.people)
                                                          : tr("Record: read only, %n people take part", "", m_state.people);
    text.toolTip = save.state == Save::State::ReadOnly ? tr("The incident is open to look only: nothing can be written.")
                                                       : tr("Every entry is written to this computer's disk at once.");
    text.toolTip += u'\n' + tr("%n people take part.", "", m_state.people);
    return text;
}

} // namespace fireline::views
