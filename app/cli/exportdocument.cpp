// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportdocument.h"

#include "report/compliance.h"
#include "report/metrics.h"
#include "rules/fieldtext.h"
#include "timeline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;
using exchange::ExportDocument;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportDocument)
};

// Sections are Markdown of ours: what people wrote must not form structure in them.
QString plain(const QString &text)
{
    QString safe;
    for (const QChar c : text) {
        if (u"\\`*_{}[]<>#|!"_s.contains(c))
            safe += u'\\';
        safe += c == u'\n' ? QChar(u' ') : c;
    }
    return safe;
}

void addSection(ExportDocument &document, const QString &title, const QStringList &lines)
{
    if (!lines.isEmpty())
        document.sections.append({title, u"- "_s + lines.join(u"\n- "_s) + u'\n'});
}

QStringList measures(const IncidentState &state, const Process &process, Instant now)
{
    QStringList lines;
    for (const MetricValue &metric : metricValues(state, process, now)) {
        if (metric.value)
            lines.append(u"%1: %2"_s.arg(plain(metric.name), toShortText(*metric.value)));
    }
    return lines;
}

QStringList reviewLines(const ReviewRecord &review)
{
    QStringList lines;
    for (auto it = review.sections.begin(); it != review.sections.end(); ++it)
        lines.append(u"**%1**: %2"_s.arg(plain(it.key()), plain(fieldText(it.value()))));
    if (review.heldAt.isSet())
        lines.append(Text::tr("Held %1 with %2").arg(clockText(review.heldAt), plain(review.attended.join(u", "_s))));
    return lines;
}

QStringList actionItems(const IncidentState &state)
{
    QStringList lines;
    for (const ActionItemRecord &item : state.actionItems) {
        const QString done = item.doneAt.isSet() ? Text::tr("done") : Text::tr("open");
        lines.append(u"%1 %2 (%3, %4, %5) %6"_s.arg(item.id, plain(item.text), plain(item.fields.value(u"owner").toString()),
                                                    plain(item.fields.value(u"due").toString()),
                                                    plain(item.fields.value(u"ticket").toString()), done));
    }
    return lines;
}

QStringList ruleLines(const QList<Event> &events, const Process &process, Instant now)
{
    QStringList lines;
    if (events.isEmpty())
        return lines;
    for (const RuleCompliance &rule : compliance(events, process, now)) {
        if (rule.verdict != RuleCompliance::Verdict::NotReached)
            lines.append(u"%1 (%2): %3"_s.arg(plain(rule.rule), rule.source.join(u", "_s), verdictText(rule.verdict)));
    }
    return lines;
}

void addRows(ExportDocument &document, const IncidentState &state)
{
    for (const Entry &entry : timelineRows(state)) {
        exchange::ExportRow row;
        row.id = entry.eventId;
        row.at = entry.at;
        row.recordedAt = entry.recordedAt;
        row.kind = entry.kind;
        row.text = entry.text;
        row.actor = entry.actor;
        row.role = entry.role;
        row.tags = entry.tags;
        row.pinned = entry.pinned;
        row.corrected = !entry.correctedBy.isEmpty();
        row.retracted = entry.retracted;
        row.imported = entry.imported;
        document.rows.append(row);
    }
}

} // namespace

ExportDocument exportDocument(const IncidentState &state, const Process &process, const QList<Event> &events, Instant now)
{
    ExportDocument document;
    document.title = state.title;
    document.process = process.title;
    document.severity = state.severity;
    document.drill = state.drill;
    document.times = {{Text::tr("Impact began"), state.impactStart},
                      {Text::tr("Declared"), state.declaredAt},
                      {Text::tr("Impact ended"), state.impactEnd},
                      {Text::tr("Resolved"), state.resolvedAt},
                      {Text::tr("Closed"), state.closedAt}};
    addSection(document, Text::tr("Measures"), measures(state, process, now));
    for (const ReviewDef &review : process.reviews)
        addSection(document, review.name, reviewLines(state.reviews.value(review.id)));
    QStringList whys;
    for (const QString &why : state.whys)
        whys.append(plain(why));
    addSection(document, Text::tr("Whys"), whys);
    addSection(document, Text::tr("Action items"), actionItems(state));
    addSection(document, Text::tr("How the process was kept"), ruleLines(events, process, now));
    addRows(document, state);
    return document;
}

} // namespace fireline::cli
