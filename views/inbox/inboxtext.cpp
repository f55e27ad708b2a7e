// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxtext.h"

#include "inbox/inboxroles.h"
#include "text/spantext.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/chippainter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace inbox = models::inbox;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AlertInbox)
};

inbox::State stateOf(const QModelIndex &alert)
{
    return inbox::State(alert.data(inbox::StateRole).toInt());
}

domain::Instant at(const QModelIndex &alert, int role)
{
    return {alert.data(role).toLongLong()};
}

QString minute(const QModelIndex &alert, int role, const TimeDisplay &times)
{
    return isolatedLtr(times.dayMinute(at(alert, role)));
}

/// Those that tell it from others of its name: "service=checkout, region=eu".
QString labelText(const QModelIndex &alert)
{
    const QStringList labels = alert.data(inbox::LabelsRole).toStringList();
    QStringList parts;
    for (qsizetype i = 0; i + 1 < labels.size(); i += 2) {
        if (labels.at(i) != "alertname"_L1)
            parts.append(isolatedLtr(labels.at(i) + u'=' + labels.at(i + 1)));
    }
    return parts.join(u", "_s);
}

QString dueText(const QModelIndex &alert)
{
    if (!at(alert, inbox::DueRole).isSet())
        return {};
    const domain::Span left{alert.data(inbox::LeftRole).toLongLong()};
    const QString what = alert.data(inbox::DueTextRole).toString();
    const QString count = isolatedLtr(countdownText(left));
    return left.us > 0 ? Text::tr("in %1: %2", "time left, what is due").arg(count, what)
                       : Text::tr("▲ %1 past: %2", "time since, what is due").arg(count, what);
}

QString paragraph(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : u"<p dir=\"auto\"><b>%1</b> %2</p>"_s.arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString stateText(const QModelIndex &alert, const TimeDisplay &times)
{
    const QString since = minute(alert, inbox::StartsAtRole, times);
    switch (stateOf(alert)) {
    case inbox::Firing: return Text::tr("Fires since %1").arg(since);
    case inbox::Acknowledged: return Text::tr("Fires since %1, acknowledged").arg(since);
    case inbox::Silenced: return Text::tr("Fires since %1, silenced").arg(since);
    case inbox::Cleared:
        return at(alert, inbox::EndsAtRole).isSet()
                   ? Text::tr("Fired from %1 to %2").arg(since, minute(alert, inbox::EndsAtRole, times))
                   : Text::tr("Fired from %1, cleared").arg(since);
    }
    return {};
}

/// Of a source that has answered, and does not any more. Where nothing of it is in sight, that is no proof that all is well.
QString staleText(const models::SourceReading &reading, const QString &heard, ShownAlerts shown)
{
    const QString source = isolated(reading.called());
    const bool inSight = std::any_of(reading.alerts.begin(), reading.alerts.end(), [shown](const models::ArrivedAlert &alert) {
        return shown == ShownAlerts::All || !alert.silenced;
    });
    if (inSight)
        return Text::tr("▲ Stale: shown is what %1 said at %2. %3").arg(source, heard, reading.why).trimmed();
    const QString silent = reading.alerts.isEmpty()
                               ? Text::tr("▲ No alert fired at %1; since then %2 is silent. %3")
                               : Text::tr("▲ All that fired at %1 was silenced; since then %2 is silent. %3");
    return silent.arg(heard, source, reading.why).trimmed();
}

} // namespace

QString alertTitle(const QModelIndex &alert)
{
    const QString name = alert.data().toString();
    const int size = alert.data(inbox::GroupSizeRole).toInt();
    return size > 1 ? Text::tr("%1 (%n alerts)", nullptr, size).arg(name) : name;
}

Chip alertChip(const QModelIndex &alert)
{
    switch (stateOf(alert)) {
    case inbox::Firing: return Chip::Late;
    case inbox::Acknowledged: return Chip::Info;
    case inbox::Silenced: return Chip::Offline;
    case inbox::Cleared: return Chip::Ok;
    }
    return Chip::Info;
}

QString alertTime(const QModelIndex &alert)
{
    const auto word = [&] {
        switch (stateOf(alert)) {
        case inbox::Firing: return Text::tr("fires");
        case inbox::Acknowledged: return Text::tr("acknowledged");
        case inbox::Silenced: return Text::tr("silenced");
        case inbox::Cleared: return Text::tr("cleared");
        }
        return QString();
    };
    return chipText(alertChip(alert), word());
}

QString alertDetail(const QModelIndex &alert, const TimeDisplay &times)
{
    QStringList parts;
    if (alert.data(inbox::StaleRole).toBool())
        parts.append(Text::tr("not heard of lately"));
    if (const QString due = dueText(alert); !due.isEmpty())
        parts.append(due);
    if (const QString record = alert.data(inbox::RecordRole).toString(); !record.isEmpty())
        parts.append(isolatedLtr(record));
    parts.append(Text::tr("since %1").arg(minute(alert, inbox::StartsAtRole, times)));
    if (const QString summary = alert.data(inbox::SummaryRole).toString(); !summary.isEmpty())
        parts.append(isolated(summary));
    if (const QString labels = labelText(alert); !labels.isEmpty())
        parts.append(labels);
    return parts.join(u" · "_s);
}

QString verdictText(const QModelIndex &alert, const TimeDisplay &times)
{
    const auto counts = alert.data(inbox::TimesRole).value<QList<int>>();
    const auto same = alert.data(inbox::SameRole).value<QList<int>>();
    const auto verdict = inbox::Before(alert.data(inbox::BeforeRole).toInt());
    if (verdict == inbox::NotAsked || counts.size() < 4 || same.size() < 2)
        return {};
    if (verdict == inbox::FirstTime)
        return Text::tr("First time: nothing known says that it fired before.");
    const QString all = Text::tr("%n time(s) before", nullptr, counts.at(3));
    const QString kind = verdict == inbox::Daily ? Text::tr("Every day: %1, %2 around this hour.").arg(all).arg(same.at(0))
                         : verdict == inbox::Weekly
                             ? Text::tr("Every week: %1, %2 around this weekday and hour.").arg(all).arg(same.at(1))
                             : Text::tr("Repeating: %1.").arg(all);
    return Text::tr("%1 In the day before %2, in 7 days %3, in 30 days %4; last at %5.", "a verdict, then counts")
        .arg(kind)
        .arg(counts.at(0))
        .arg(counts.at(1))
        .arg(counts.at(2))
        .arg(minute(alert, inbox::LastTimeRole, times));
}

QString alertSummary(const QModelIndex &alert, const TimeDisplay &times)
{
    QStringList lines;
    const QString kind = alert.data(inbox::KindRole).toString();
    const QString cause = alert.data(inbox::CauseRole).toString();
    if (!kind.isEmpty())
        lines.append(Text::tr("Kind: %1").arg(isolated(kind)));
    if (!cause.isEmpty())
        lines.append(Text::tr("Possible cause: %1").arg(isolated(cause)));
    if (const QString verdict = verdictText(alert, times); !verdict.isEmpty())
        lines.append(verdict);
    return lines.join(u'\n');
}

QString alertDetails(const QModelIndex &alert, const TimeDisplay &times)
{
    if (!alert.isValid())
        return {};
    QString html = paragraph(alert.data().toString(), stateText(alert, times));
    html += paragraph(Text::tr("Due:"), dueText(alert));
    html += paragraph(Text::tr("It says:"), alert.data(inbox::SummaryRole).toString());
    html += paragraph(Text::tr("Kind:"), alert.data(inbox::KindRole).toString());
    html += paragraph(Text::tr("Possible cause:"), alert.data(inbox::CauseRole).toString());
    html += paragraph(Text::tr("Before:"), verdictText(alert, times));
    html += paragraph(Text::tr("Labels:"), labelText(alert));
    const QString record = alert.data(inbox::RecordRole).toString();
    html += paragraph(Text::tr("In this incident:"), record.isEmpty() ? Text::tr("not linked (R links it)") : record);
    html += paragraph(Text::tr("Told by:"), alert.data(inbox::SourcesRole).toStringList().join(u", "_s));
    html += paragraph(Text::tr("Expression:"), alert.data(inbox::LinkRole).toString());
    return html;
}

SourcesText sourcesText(const QList<models::SourceReading> &readings, bool drill, const TimeDisplay &times, ShownAlerts shown)
{
    if (drill)
        return {Text::tr("A drill: alerts are those of its scenario, and nothing outside is asked."), false};
    if (readings.isEmpty())
        return {Text::tr("No Alertmanager is set up yet. Shown is what this incident's record has."), false};
    SourcesText told;
    QStringList lines;
    for (const models::SourceReading &reading : readings) {
        const QString source = isolated(reading.called());
        const QString heard = reading.at.isSet() ? isolatedLtr(times.time(reading.at)) : QString();
        if (!reading.stale)
            lines.append(Text::tr("%1, heard at %2.").arg(source, heard));
        else if (heard.isEmpty())
            lines.append(reading.why.isEmpty() ? Text::tr("%1 is asked…").arg(source)
                                               : Text::tr("▲ %1 What fires there is not known.").arg(reading.why));
        else
            lines.append(staleText(reading, heard, shown));
        told.warns = told.warns || (reading.stale && !reading.why.isEmpty());
    }
    told.text = lines.join(u'\n');
    return told;
}

} // namespace fireline::views
