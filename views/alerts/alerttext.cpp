// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alerttext.h"

#include "text/spantext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace fireline::views {

using namespace domain;
using models::AlertItem;

AlertText::AlertText(const AlertItem &item, Instant now, const TimeDisplay &times) : m_item(item), m_now(now), m_times(times) { }

/// Until it is late; negative from then on. What is never late counts from when it was due.
Span AlertText::left() const
{
    return (m_item.at.isSet() ? m_item.at : m_item.since) - m_now;
}

QString AlertText::shortLine() const
{
    const QString count = countdownText(left());
    if (left().us < 0)
        return m_item.at.isSet() ? tr("%1 – late %2").arg(m_item.text, count) : tr("%1 – due since %2").arg(m_item.text, count);
    return m_item.late() ? tr("%1 – due now, late in %2").arg(m_item.text, count) : tr("%1 – due in %2").arg(m_item.text, count);
}

QString AlertText::briefLine() const
{
    return left().us >= 0 && m_item.late() ? tr("%1 – late in %2").arg(m_item.text, countdownText(left())) : shortLine();
}

QString AlertText::line() const
{
    const QString text = shortLine();
    return m_item.owner.isEmpty() ? text : tr("%1 · owed by %2", "what and when, who").arg(text, m_item.owner);
}

QString AlertText::spoken() const
{
    const bool over = left().us < 0;
    const qint64 minutes = (over ? -left().us : left().us) / 60000000;
    const QString when = over ? (m_item.at.isSet() ? tr("late %n minutes", "", int(minutes))
                                                   : tr("due for %n minutes", "", int(minutes)))
                              : tr("due in %n minutes", "", int(minutes));
    const QString text = tr("%1, %2.", "what is due, when").arg(m_item.text, when);
    return m_item.owner.isEmpty() ? text : tr("%1 Owed by %2.", "a whole sentence, then who").arg(text, m_item.owner);
}

QString AlertText::whole() const
{
    QStringList lines{m_item.text};
    if (m_item.at.isSet())
        lines.append(m_item.at < m_now ? tr("Late since %1.").arg(m_times.full(m_item.at))
                                       : tr("Due by %1.").arg(m_times.full(m_item.at)));
    else
        lines.append(tr("Due since %1.").arg(m_times.full(m_item.since)));
    if (!m_item.owner.isEmpty())
        lines.append(tr("Owed by %1.").arg(m_item.owner));
    if (!m_item.source.isEmpty())
        lines.append(tr("The process says so in %1.").arg(m_item.source));
    if (!m_item.record.isEmpty())
        lines.append(tr("Enter: open the form for it, or prepare “%1” where it has none.").arg(m_item.line.trimmed()));
    else if (!m_item.line.isEmpty())
        lines.append(tr("Enter: prepare “%1”.").arg(m_item.line.trimmed()));
    return lines.join(u'\n');
}

} // namespace fireline::views
