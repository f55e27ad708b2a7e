// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewdelegate.h"

#include "review/reviewroles.h"
#include "text/spantext.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace r = models::review;

namespace {

constexpr int mostLines = 6; // of a section; all of it stands in its form

QString said(const QModelIndex &index, int role)
{
    const QString text = index.data(role).toString();
    return text.isEmpty() ? text : isolated(text);
}

Ink inkOf(int state)
{
    switch (r::State(state)) {
    case r::Missing:
    case r::Late: return Ink::Error;
    case r::Advised:
    case r::Due:
    case r::DoneLate:
    case r::Snoozed: return Ink::Warn;
    case r::Met:
    case r::ByHand:
    case r::Written:
    case r::Done: return Ink::Ok;
    default: return Ink::Muted;
    }
}

QString needWord(int state)
{
    switch (r::State(state)) {
    case r::Missing: return ReviewDelegate::tr("✕ missing");
    case r::Advised: return ReviewDelegate::tr("○ advised");
    case r::ByHand: return ReviewDelegate::tr("✓ confirmed by hand");
    default: return ReviewDelegate::tr("✓ done");
    }
}

/// The first lines of a long text.
QString beginning(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    return lines.size() <= mostLines ? text : lines.mid(0, mostLines).join(u'\n') + u" …"_s;
}

} // namespace

ReviewDelegate::ReviewDelegate(Theme &theme, TimeDisplay &times, QObject *parent) : LinesDelegate(theme, parent), m_times(times)
{
}

bool ReviewDelegate::isHeading(const QModelIndex &index) const
{
    return index.data(r::KindRole).toInt() == r::Heading;
}

LinesDelegate::Line ReviewDelegate::small(const QString &text, Ink ink) const
{
    return {text, theme().captionFont(), ink};
}

LinesDelegate::Line ReviewDelegate::top(const QStringList &parts, Ink ink) const
{
    QStringList told = parts;
    told.removeAll(QString());
    return small(told.join(u" · "_s), ink);
}

QString ReviewDelegate::day(qint64 us) const
{
    const domain::Instant at{us};
    return at.isSet() ? isolatedLtr(m_times.full(at)) : QString();
}

QList<LinesDelegate::Line> ReviewDelegate::deadline(const QModelIndex &index) const
{
    const int state = index.data(r::StateRole).toInt();
    const domain::Span left{index.data(r::LeftRole).toLongLong()};
    const domain::Span span = left < domain::Span{} ? domain::Span{-left.us} : left;
    const QString length = isolatedLtr(span < domain::Span::hours(24) ? hoursText(span) : countdownText(span));
    const QString at = day(index.data(r::AtRole).toLongLong());
    QString word;
    switch (r::State(state)) {
    case r::Met: word = tr("✓ done %1").arg(at); break;
    case r::DoneLate: word = tr("✓ done late, %1").arg(at); break;
    case r::Late: word = tr("▲ late by %1, since %2").arg(length, at); break;
    case r::Due: word = tr("▼ due now, %1 left, until %2").arg(length, at); break;
    case r::Snoozed: word = tr("◌ silenced, until %1").arg(at); break;
    default: word = tr("▽ %1 left, until %2").arg(length, at); break;
    }
    return {top({word, said(index, r::WhoRole), said(index, r::SourceRole)}, inkOf(state)),
            {index.data().toString(), theme().textFont()}};
}

QList<LinesDelegate::Line> ReviewDelegate::need(const QModelIndex &index) const
{
    const int state = index.data(r::StateRole).toInt();
    const bool open = state == r::Missing || state == r::Advised;
    const QString before = index.data(r::ClosesRole).toBool() ? tr("before closing the incident")
                                                              : tr("before closing the review");
    QStringList parts{needWord(state), before};
    if (open)
        parts.append(said(index, r::WhoRole));
    parts.append(said(index, r::SourceRole));
    QList<Line> lines{top(parts, inkOf(state)), {index.data().toString(), theme().textFont(), open ? Ink::Text : Ink::Muted}};
    if (open && index.data(r::ByHandRole).toBool())
        lines.append(small(tr("Enter confirms it with a reason.")));
    else if (const QString deed = index.data(r::BodyRole).toString(); open && !deed.isEmpty())
        lines.append(small(tr("Type %1").arg(isolatedLtr(deed))));
    else if (open)
        lines.append(small(tr("It ticks itself once it is so.")));
    return lines;
}

QList<LinesDelegate::Line> ReviewDelegate::part(const QModelIndex &index) const
{
    const int state = index.data(r::StateRole).toInt();
    QFont bold = theme().textFont();
    bold.setWeight(QFont::DemiBold);
    const QString word = state == r::Missing   ? tr("✕ to be written")
                         : state == r::Written ? tr("✓ written")
                                               : tr("○ may be left empty");
    QList<Line> lines{{index.data().toString(), bold}, top({word, said(index, r::SourceRole)}, inkOf(state))};
    if (const QString body = index.data(r::BodyRole).toString(); !body.isEmpty())
        lines.append({beginning(body), theme().textFont()});
    return lines;
}

QList<LinesDelegate::Line> ReviewDelegate::item(const QModelIndex &index) const
{
    const int state = index.data(r::StateRole).toInt();
    const QString owner = said(index, r::WhoRole);
    const QString due = said(index, r::DueRole);
    const QString ticket = said(index, r::TicketRole);
    const QString priority = said(index, r::PriorityRole);
    QStringList parts{isolatedLtr(index.data(r::IdRole).toString()), state == r::Done ? tr("✓ done") : tr("○ open"),
                      owner.isEmpty() ? tr("nobody owns it") : owner, due.isEmpty() ? tr("no date") : tr("due %1").arg(due)};
    if (!priority.isEmpty())
        parts.append(tr("priority %1").arg(priority));
    parts.append(said(index, r::TagRole));
    parts.append(ticket.isEmpty() ? tr("no ticket") : ticket);
    return {top(parts, state == r::Done ? Ink::Ok : Ink::Muted),
            {index.data().toString(), theme().textFont(), state == r::Done ? Ink::Muted : Ink::Text}};
}

QList<LinesDelegate::Line> ReviewDelegate::linesOf(const QModelIndex &index) const
{
    QList<Line> lines;
    QFont bold = theme().textFont();
    bold.setWeight(QFont::DemiBold);
    const QString text = index.data().toString();
    switch (r::Kind(index.data(r::KindRole).toInt())) {
    case r::Heading: return {{text, bold}};
    case r::Deadline: lines = deadline(index); break;
    case r::Need: lines = need(index); break;
    case r::Section:
    case r::Field: lines = part(index); break;
    // Each answer asks the next question.
    case r::Why:
        lines = {{tr("Why %1: %2").arg(said(index, r::IdRole), isolated(text)), theme().textFont()}};
        lines.first().depth = index.data(r::DepthRole).toInt();
        break;
    case r::Factor: lines = {{u"• "_s + isolated(text), theme().textFont()}}; break;
    case r::Item: lines = item(index); break;
    case r::FollowUp:
        lines = {
            top({isolatedLtr(index.data(r::IdRole).toString()), said(index, r::WhoRole), day(index.data(r::AtRole).toLongLong())},
                Ink::Muted),
            {isolated(text), theme().textFont()}};
        break;
    case r::Passage: break;
    case r::Agenda: {
        const int minutes = index.data(r::MinutesRole).toInt();
        const QString point = u"%1. %2"_s.arg(index.data(r::ItemRole).toInt()).arg(isolated(text));
        lines = {{point, theme().textFont()}};
        if (minutes > 0)
            lines.append(small(tr("%n minutes", nullptr, minutes)));
        break;
    }
    }
    for (const QString &remark : index.data(r::RemarksRole).toStringList())
        lines.append(small(u"▲ "_s + remark, Ink::Warn));
    return lines;
}

} // namespace fireline::views
