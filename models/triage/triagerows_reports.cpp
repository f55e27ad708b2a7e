// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/momenttext.h"
#include "rules/fieldtext.h"
#include "rules/patterns.h"
#include "triage/triagerows.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

// What customers report, and what the process makes of several that are alike.
namespace fireline::models {

using namespace domain;
namespace t = models::triage;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TriageRows)
};

/// Whether a step of the ladder waits for somebody.
bool waits(const QString &ladder, const IncidentFeed &feed)
{
    return std::any_of(feed.clocks().begin(), feed.clocks().end(),
                       [&](const RunningClock &clock) { return clock.rule == ladder && clock.running(); });
}

TriageRow patternRow(const PatternDef &pattern, const IncidentFeed &feed)
{
    const Process &process = feed.process();
    const PatternStatus status = patternStatus(pattern, feed.state(), feed.now());
    TriageRow row;
    row.kind = t::Pattern;
    row.id = pattern.id;
    row.text = pattern.of == "alert"_L1 ? Text::tr("Alerts that are alike") : Text::tr("Reports that are alike");
    row.state = status.completeAt.isSet() ? t::Complete : status.items.size() > 1 ? t::Growing : t::Open;
    row.items = status.items;
    row.alike = int(status.items.size());
    row.alikeNeeded = pattern.count;
    row.kinds = status.kinds;
    row.kindsNeeded = pattern.distinctCount;
    for (const QString &key : pattern.distinct)
        row.distinct.append(reportFieldName(key, process));
    row.within = pattern.within;
    row.at = status.completeAt;
    row.endsAt = status.endsAt;
    for (const LadderRule &ladder : process.ladders) {
        if (ladder.from.kind != MomentKind::Pattern || ladder.from.arg != pattern.id)
            continue;
        row.needed = row.needed || waits(ladder.rule.id, feed);
        for (const Rung &rung : ladder.rungs)
            row.setsOff.append(
                Text::tr("%1 (%2)", "what a rule says and its row").arg(effectsText(rung.effects, process), ladder.rule.cite()));
    }
    return row;
}

TriageRow reportRow(const CustomerReport &report, const IncidentFeed &feed)
{
    TriageRow row;
    row.kind = t::Report;
    row.id = report.id;
    row.text = report.text;
    row.state = report.withdrawn ? t::Retracted : t::Open;
    row.at = report.at;
    row.value = fieldText(report.fields.value(u"symptom"));
    for (auto it = report.fields.begin(); it != report.fields.end(); ++it) {
        const QString value = fieldText(it.value());
        if (!value.isEmpty() && value != report.text)
            row.details << reportFieldName(it.key(), feed.process()) << value;
    }
    const IncidentState &s = feed.state();
    if (const auto at = s.entryByEvent.constFind(report.eventId); at != s.entryByEvent.constEnd()) {
        row.entry = report.eventId;
        row.ref = u"E%1"_s.arg(at.value() + 1);
        const Entry &entry = s.entries.at(at.value());
        if (!entry.correctedBy.isEmpty())
            row.text = entry.text;
        row.reason = entry.retractedWhy;
    }
    return row;
}

} // namespace

QString reportFieldName(const QString &key, const Process &process)
{
    if (const FieldDef *field = process.field(key); field && !field->name.isEmpty())
        return field->name;
    if (key == "symptom"_L1)
        return Text::tr("Symptom");
    if (key == "region"_L1)
        return Text::tr("Region");
    if (key == "workspace_type"_L1)
        return Text::tr("Kind of workspace");
    if (key == "reporter"_L1)
        return Text::tr("Reported by");
    if (key == "ticket"_L1)
        return Text::tr("Ticket");
    QString words = key;
    words.replace(u'_', u' ');
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper();
    return words;
}

QList<TriageRow> reportRows(const IncidentFeed &feed)
{
    QList<TriageRow> rows;
    for (const PatternDef &pattern : feed.process().patterns)
        rows.append(patternRow(pattern, feed));
    const QList<CustomerReport> &reports = feed.state().reports;
    for (auto it = reports.rbegin(); it != reports.rend(); ++it)
        rows.append(reportRow(*it, feed));
    return rows;
}

} // namespace fireline::models
