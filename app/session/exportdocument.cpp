// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportdocument.h"

#include "clocks/processnames.h"
#include "core/recordhead.h"
#include "pdfreport.h"
#include "process/severityshape.h"
#include "report/commandterms.h"
#include "report/compliance.h"
#include "report/metrics.h"
#include "report/reviewblocks.h"
#include "report/reviewstatus.h"
#include "report/sitrep.h"
#include "rules/fieldtext.h"
#include "sectionexport.h"
#include "sqlite/sqlitejournal.h"
#include "threadedstore.h"
#include "timeline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;
using exchange::ExportBlock;
using exchange::ExportDocument;
using exchange::ExportRow;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportDocument)
};

QList<ExportRow> rowsOf(const QList<Entry> &entries, const Process &process)
{
    QList<ExportRow> rows;
    for (const Entry &entry : entries)
        rows.append(exportRow(entry, process));
    return rows;
}

/// Colour is not printed, and not everybody sees it.
QString shapeOf(const SeverityDef *severity)
{
    const QString shape = severityShape(severity ? severity->rank : 0);
    return shape.isEmpty() ? shape : shape + u' ';
}

ExportBlock listOf(const QStringList &lines, bool numbered = false)
{
    return {numbered ? ExportBlock::Kind::Numbered : ExportBlock::Kind::List, {}, lines, {}};
}

/// Makes the parts of one document; holds references for one call.
class Report
{
public:
    Report(ExportDocument &document, const IncidentState &state, const Process &process, Instant now)
        : m_document(document)
        , m_state(state)
        , m_process(process)
        , m_now(now)
    {
    }
    void head(const QString &subject);
    void told(const QList<Event> &events);
    void measures();
    void review(const ReviewDef &review, bool whole);
    void cause();
    void whys();
    void rules(const QList<Event> &events);
    void situation();

private:
    void lines(const QString &title, const QStringList &lines);
    [[nodiscard]] QList<ExportBlock> blocks(const QString &section);
    [[nodiscard]] QStringList namesOf(const QStringList &who) const;

    ExportDocument &m_document;
    const IncidentState &m_state;
    const Process &m_process;
    Instant m_now;
    QStringList m_told; ///< what a section has from the record already
};

void Report::lines(const QString &title, const QStringList &lines)
{
    if (!lines.isEmpty())
        m_document.sections.append({title, {listOf(lines)}});
}

void Report::head(const QString &subject)
{
    const SeverityDef *severity = m_process.severity(m_state.severity);
    m_document.title = m_state.title;
    m_document.subject = subject;
    m_document.incident = m_state.id;
    m_document.process = m_process.title;
    m_document.severity = shapeOf(severity)
                          + (severity && !severity->name.isEmpty() ? u"%1 (%2)"_s.arg(severity->id, severity->name)
                                                                   : m_state.severity);
    m_document.drill = m_state.drill;
    m_document.isPrivate = m_state.isPrivate;
    m_document.asOf = m_now;
    m_document.times = {{Text::tr("Impact began"), m_state.impactStart},
                        {Text::tr("Declared"), m_state.declaredAt},
                        {Text::tr("Impact ended"), m_state.impactEnd},
                        {Text::tr("Resolved"), m_state.resolvedAt},
                        {Text::tr("Closed"), m_state.closedAt}};
}

/// Who commanded, and how long it was.
void Report::told(const QList<Event> &events)
{
    const IncidentState &s = m_state;
    QStringList commanded = commandLines(commandTerms(events, m_process));
    if (const RoleDef *role = m_process.commander(); role && commanded.isEmpty())
        commanded = s.holders(role->id);
    m_document.facts.append(Text::tr("Commanded by: %1").arg(commanded.isEmpty() ? Text::tr("nobody") : commanded.join(u"; "_s)));
    if (s.impactStart.isSet() && s.impactEnd.isSet())
        m_document.facts.append(Text::tr("The impact lasted %1").arg(toShortText(s.impactEnd - s.impactStart)));
    else if (s.impactStart.isSet())
        m_document.facts.append(Text::tr("The impact goes on, for %1 so far").arg(toShortText(m_now - s.impactStart)));
    m_document.facts.append(s.resolvedAt.isSet()
                                ? Text::tr("Resolved %1 after the declaration").arg(toShortText(s.resolvedAt - s.declaredAt))
                                : Text::tr("Not resolved, %1 after the declaration").arg(toShortText(m_now - s.declaredAt)));
}

void Report::measures()
{
    QStringList found;
    for (const MetricValue &metric : metricValues(m_state, m_process, m_now)) {
        if (metric.value)
            found.append(u"%1: %2"_s.arg(metric.name, toShortText(*metric.value)));
    }
    lines(Text::tr("Measures"), found);
}

QList<ExportBlock> Report::blocks(const QString &section)
{
    const QList<ExportBlock> made = sectionBlocks(section, m_state, m_process, m_now, m_told);
    addReferences(m_document.references, made, m_state, m_process);
    return made;
}

QStringList Report::namesOf(const QStringList &who) const
{
    QStringList names;
    for (const QString &one : who)
        names.append(whoName(one, m_process));
    return names;
}

/// `whole`: a document of its own, with the sections that nobody wrote yet.
void Report::review(const ReviewDef &review, bool whole)
{
    const ReviewRecord record = m_state.reviews.value(review.id);
    for (const ReviewPart &part : reviewParts(review, {m_state, m_process, m_now})) {
        if (part.isField || (part.text.isEmpty() && !whole))
            continue;
        const QString title = whole ? part.name : u"%1: %2"_s.arg(review.name, part.name);
        m_document.sections.append(
            {title, part.text.isEmpty() ? QList<ExportBlock>{{ExportBlock::Kind::Text, Text::tr("Not written yet."), {}, {}}}
                                        : blocks(part.text)});
    }
    if (record.heldAt.isSet())
        lines(whole ? Text::tr("Meeting") : u"%1: %2"_s.arg(review.name, Text::tr("Meeting")),
              {Text::tr("Held %1 with %2").arg(clockText(record.heldAt), namesOf(record.attended).join(u", "_s))});
}

/// A review that leaves it out would be read as if nobody knew.
void Report::cause()
{
    lines(Text::tr("Root cause, as recorded"), causeLines(m_state));
}

void Report::whys()
{
    const WhyLines whys = whyLines(m_state);
    if (!m_told.contains(u"whys"_s) && !whys.lines.isEmpty()) {
        ExportBlock block = listOf(whys.lines, whys.depths.isEmpty());
        block.depths = whys.depths;
        m_document.sections.append({Text::tr("Whys"), {block}});
    }
    if (!m_told.contains(u"factors"_s))
        lines(Text::tr("Contributing factors"), m_state.factors);
    if (m_told.contains(u"action_items"_s))
        return;
    lines(Text::tr("Action items"), actionItemLines(m_state));
}

void Report::rules(const QList<Event> &events)
{
    QStringList found;
    for (const RuleCompliance &rule : events.isEmpty() ? QList<RuleCompliance>() : compliance(events, m_process, m_now)) {
        if (rule.verdict != RuleCompliance::Verdict::NotReached)
            found.append(u"%1: %2"_s.arg(ruleWords(rule.rule, m_process), verdictText(rule.verdict)));
    }
    lines(Text::tr("How the process was kept"), found);
}

void Report::situation()
{
    for (const SitrepPart &part : sitrepParts(m_state, m_process, m_now))
        m_document.sections.append({part.heading, {listOf(part.lines.isEmpty() ? QStringList{Text::tr("none")} : part.lines)}});
}

} // namespace

WholeRecord::WholeRecord(const QList<Event> &all) : events(all), head(headOf(all)) { }

Outcome<QList<Event>> sharedEvents(const EventStore &store)
{
    const auto *threaded = dynamic_cast<const ThreadedStore *>(&store);
    const auto *journal = dynamic_cast<const store::SqliteJournal *>(threaded ? threaded->inner() : &store);
    QList<Event> events;
    const auto read = journal ? journal->readShared([&](const Event &event) {
        events.append(event);
        return true;
    })
                              : Outcome<void>();
    return read ? Outcome<QList<Event>>(events) : Outcome<QList<Event>>(read.problem());
}

Outcome<WholeRecord> wholeRecord(const EventStore &store)
{
    QList<Event> events;
    const auto read = store.read(0, [&](qint64, const Event &event) {
        events.append(event);
        return true;
    });
    if (!read)
        return read.problem();
    const auto shared = sharedEvents(store);
    if (!shared)
        return shared.problem();
    WholeRecord record(events);
    if (shared.value().isEmpty())
        return record;
    record.head = headOf(shared.value());
    record.onlyHere = events.size() - shared.value().size();
    return record;
}

Outcome<ExportPart> exportPart(const QString &word, const Process &process)
{
    if (word.isEmpty() || word == "report"_L1)
        return ExportPart{};
    if (word == "timeline"_L1)
        return ExportPart{ExportPart::Kind::Timeline, {}};
    if (word == "sitrep"_L1)
        return ExportPart{ExportPart::Kind::Sitrep, {}};
    if (process.review(word))
        return ExportPart{ExportPart::Kind::Review, word};
    QStringList words{u"report"_s, u"timeline"_s, u"sitrep"_s};
    for (const ReviewDef &review : process.reviews)
        words.append(review.id);
    return Problem{Problem::Kind::Usage,
                   u"usage"_s,
                   Text::tr("There is no part \"%1\". There are: %2.").arg(word, words.join(u", "_s)),
                   {},
                   {},
                   {}};
}

ExportDocument exportDocument(const IncidentState &state, const Process &process, const WholeRecord &record, Instant now,
                              const ExportPart &part, const Pictures &pictures)
{
    ExportDocument document;
    document.references.pictures = pictures;
    document.events = record.head.count;
    document.recordHash = record.head.hash;
    document.onlyHere = record.onlyHere;
    const QList<Event> &events = record.events;
    Report report(document, state, process, now);
    const ReviewDef *review = process.review(part.review);
    switch (part.kind) {
    case ExportPart::Kind::Report:
        report.head({});
        report.measures();
        for (const ReviewDef &def : process.reviews)
            report.review(def, false);
        report.cause();
        report.whys();
        report.rules(events);
        break;
    case ExportPart::Kind::Timeline: report.head(Text::tr("Timeline")); break;
    case ExportPart::Kind::Sitrep:
        report.head(Text::tr("Situation report"));
        report.situation();
        break;
    case ExportPart::Kind::Review:
        report.head(review ? review->name : QString());
        if (review)
            report.review(*review, true);
        report.cause();
        report.whys();
        break;
    }
    report.told(events);
    document.withRows = part.kind == ExportPart::Kind::Report || part.kind == ExportPart::Kind::Timeline;
    if (document.withRows)
        document.rows = rowsOf(chosenRows(state, TimelineChoice{true, true, {}, true}), process);
    return document;
}

QByteArray exportBytes(const ExportDocument &document, const QString &format)
{
    if (format == "csv"_L1)
        return exchange::exportCsv(document);
    if (format == "html"_L1)
        return exchange::exportHtml(document);
    return format == "pdf"_L1 ? print::toPdf(document) : exchange::exportMarkdown(document);
}

} // namespace fireline::session
