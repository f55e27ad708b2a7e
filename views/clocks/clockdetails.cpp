// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockdetails.h"

#include "clocks/clocksroles.h"
#include "clocks/clocktext.h"
#include "text/timedisplay.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace clocks = models::clocks;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClockDetails)
};

QString paragraph(const QString &text)
{
    return u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
}

} // namespace

QString clockDetails(const QModelIndex &clock, const TimeDisplay &times)
{
    if (!clock.isValid())
        return {};
    const auto text = [&](int role) { return clock.data(role).toString(); };
    const auto at = [&](int role) { return domain::Instant{clock.data(role).toLongLong()}; };
    QString html = u"<p><b>%1</b></p>"_s.arg(clock.data().toString().toHtmlEscaped());
    const auto add = [&](const QString &line) { html += paragraph(line); };
    if (at(clocks::LateRole).isSet())
        add(Text::tr("Late after %1.").arg(times.full(at(clocks::LateRole))));
    else if (at(clocks::DueRole).isSet())
        add(Text::tr("Due at %1; never late.").arg(times.full(at(clocks::DueRole))));
    if (at(clocks::AnchorRole).isSet())
        add(Text::tr("Counts from %1.").arg(times.full(at(clocks::AnchorRole))));
    if (const QString owner = text(clocks::OwnerRole); !owner.isEmpty())
        add(Text::tr("Owed by %1.").arg(owner));
    const QString rule = text(clocks::RuleRole);
    const QStringList source = clock.data(clocks::SourceRole).toStringList();
    if (!rule.isEmpty())
        add(source.isEmpty() ? Text::tr("Rule %1 of the process.").arg(rule)
                             : Text::tr("Rule %1 of the process, from %2.").arg(rule, source.join(u", "_s)));
    if (clock.data(clocks::AssumedRole).toBool())
        add(Text::tr("The document does not give this number; it is assumed."));
    const QString kept = keptText(clock.data(clocks::InTimeRole).toInt(), clock.data(clocks::RoundsRole).toInt(),
                                  clock.data(clocks::SilenceRole).toLongLong());
    if (!kept.isEmpty())
        add(kept);
    if (at(clocks::SnoozedUntilRole).isSet())
        add(Text::tr("Snoozed until %1 by %2: %3")
                .arg(times.full(at(clocks::SnoozedUntilRole)), text(clocks::SnoozedByRole), text(clocks::SnoozeReasonRole)));
    if (const QString line = text(clocks::LineRole); !line.isEmpty())
        add(Text::tr("X prepares “%1”.").arg(line.trimmed()));
    return html;
}

} // namespace fireline::views
