// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/handoverdelegate.h"

#include "handover/handoverroles.h"
#include "text/spantext.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace h = models::handover;

namespace {

Ink inkOf(int state)
{
    switch (h::State(state)) {
    case h::Done: return Ink::Ok;
    case h::Now: return Ink::Link;
    case h::Waits: return Ink::Warn;
    default: return Ink::Muted;
    }
}

} // namespace

HandoverDelegate::HandoverDelegate(Theme &theme, TimeDisplay &times, QObject *parent)
    : LinesDelegate(theme, parent)
    , m_times(times)
{
}

QString HandoverDelegate::stateText(const QModelIndex &index) const
{
    const auto minute = [&](int role) {
        const domain::Instant at{index.data(role).toLongLong()};
        return at.isSet() ? isolatedLtr(m_times.dayMinute(at)) : QString();
    };
    switch (h::State(index.data(h::StateRole).toInt())) {
    case h::Planned: return tr("○ planned");
    case h::Later: return tr("○ later");
    case h::Now: return tr("▶ now");
    case h::Waits:
        return tr("◔ %1 left, until %2")
            .arg(isolatedLtr(countdownText({index.data(h::LeftRole).toLongLong()})), minute(h::ReadyAtRole));
    case h::Done: break;
    }
    const QString at = minute(h::DoneAtRole);
    return at.isEmpty() ? tr("✓ done") : tr("✓ done at %1").arg(at);
}

QString HandoverDelegate::sideText(const QModelIndex &index) const
{
    const QString person = isolated(index.data(h::PersonRole).toString());
    const bool incoming = index.data(h::IncomingRole).toBool();
    if (index.data(h::PersonRole).toString().isEmpty())
        return incoming ? tr("whoever takes over") : tr("whoever hands over");
    if (index.data(h::MineRole).toBool())
        return incoming ? tr("you take over") : tr("you hand over");
    return incoming ? tr("%1 takes over").arg(person) : tr("%1 hands over").arg(person);
}

QList<LinesDelegate::Line> HandoverDelegate::linesOf(const QModelIndex &index) const
{
    const QFont small = theme().captionFont();
    const int state = index.data(h::StateRole).toInt();
    const QString number = isolatedLtr(QString::number(index.data(h::NumberRole).toInt()));
    const QString say = index.data(h::SayRole).toString();
    const QString text = index.data().toString();
    QFont font = theme().textFont();
    font.setWeight(state == h::Now ? QFont::DemiBold : QFont::Normal);
    QList<Line> lines{{tr("%1 · %2 · %3").arg(number, stateText(index), sideText(index)), small, inkOf(state)}};
    if (text != say)
        lines.append({text, font, state == h::Done ? Ink::Muted : Ink::Text});
    if (!say.isEmpty())
        lines.append({tr("Say: “%1”").arg(isolated(say)), font, state == h::Done ? Ink::Muted : Ink::Text});
    return lines;
}

} // namespace fireline::views
