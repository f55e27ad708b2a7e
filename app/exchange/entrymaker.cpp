// SPDX-License-Identifier: GPL-3.0-or-later
#include "entrymaker.h"

#include "classify.h"
#include "rowdays.h"
#include "rowzones.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace fireline::exchange {

using namespace Qt::StringLiterals;
using domain::Instant;
using domain::Span;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Entries)
};

constexpr qsizetype kMaxWarnings = 1000;
constexpr qsizetype kMaxText = 8000;
constexpr qsizetype kMaxSource = 300;

QString keyOf(const QString &localTime, const QString &text)
{
    const QByteArray content = (localTime + u'\n' + text.simplified()).normalized(QString::NormalizationForm_C).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(32));
}

void setOnce(std::optional<Instant> &field, Instant at)
{
    if (!field)
        field = at;
}

/// What "Incident declared: TIME" says about the incident as a whole.
void readMilestone(const TimedRow &row, Instant at, Imported &out)
{
    static const auto form = [](const QString &pattern) {
        return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
    };
    static const QRegularExpression declared = form(u"\\bdeclar"_s);
    static const QRegularExpression detected = form(u"\\b(detect|identified|alerted)"_s);
    static const QRegularExpression ended = form(
        u"\\b(repair|mitigat|restor|recover|impact end|outage end|end(ed|s)?\\b|stopped)"_s);
    static const QRegularExpression resolved = form(u"\\b(resolv|closed)"_s);
    static const QRegularExpression started = form(u"\\b(start|began|begin|occurs|occurred|impact start|onset)"_s);
    static const QRegularExpression statement = form(u"^\\W*(the )?incident( is| was| has been)? (declared|resolved)\\W*$"_s);
    const QString head = row.text.left(80);
    if (!row.labelled && !statement.match(head).hasMatch())
        return;
    if (declared.match(head).hasMatch())
        setOnce(out.declaredAt, at);
    else if (resolved.match(head).hasMatch())
        setOnce(out.resolvedAt, at);
    else if (detected.match(head).hasMatch())
        setOnce(out.detectedAt, at);
    else if (ended.match(head).hasMatch())
        setOnce(out.impactEnd, at);
    else if (started.match(head).hasMatch())
        setOnce(out.impactStart, at);
}

/// A title from another day than the rows is often a copied title; the rows' own days stand.
void compareWithTitle(const QList<RowDay> &days, const DocumentFacts &facts, Imported &out)
{
    if (facts.titleDays.isEmpty())
        return;
    QDate first;
    for (const RowDay &day : days) {
        if (!day.settled)
            continue;
        if (!first.isValid())
            first = day.date;
        for (QDate title : facts.titleDays) {
            if (qAbs(title.daysTo(day.date)) <= 7)
                return;
        }
    }
    if (first.isValid())
        addWarning(out, Text::tr("The title names %1, but the first time is on %2; the rows' own days were kept.")
                            .arg(facts.titleDays.first().toString(Qt::ISODate), first.toString(Qt::ISODate)));
}

/// The same minute on the day before or after, in a log quoted in the report: one of the two days is wrong.
void compareWithQuotedLogs(const TimedRow &row, Instant at, const QString &prose, Imported &out, QList<Stamp> &logs, bool &read)
{
    if (!read) {
        read = true;
        logs = stampsInside(prose);
    }
    for (const Stamp &log : logs) {
        const LocalReading reading = toInstant(log.date.date(), log.clock->time(), 0, log.zone);
        if (!reading.at)
            continue;
        const Span apart = *reading.at - at;
        const Span rest = {qAbs(apart.us) - Span::days(1).us};
        if (qAbs(rest.us) <= Span::minutes(5).us) {
            addWarning(
                out,
                Text::tr(
                    "Line %1: a log quoted in the report has this clock time on %2, a day apart; the line's own day was kept.")
                    .arg(row.line)
                    .arg(log.date.date().toString(Qt::ISODate)));
            return;
        }
    }
}

/// Groups that run from the newest to the oldest: their rows are no slips, but a habit of status pages.
QSet<int> backwardGroups(const QList<TimedRow> &rows, const QList<RowInstant> &instants, Imported &out)
{
    struct Steps
    {
        int up = 0;
        int down = 0;
        int line = 0;
    };
    QHash<int, Steps> steps;
    qsizetype before = -1;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!instants[i].at)
            continue;
        if (before >= 0 && rows[before].group == rows[i].group) {
            Steps &group = steps[rows[i].group];
            group.up += *instants[i].at > *instants[before].at;
            group.down += *instants[i].at < *instants[before].at;
            group.line = group.line ? group.line : rows[before].line;
        }
        before = i;
    }
    QSet<int> backward;
    int first = 0;
    for (auto it = steps.cbegin(); it != steps.cend(); ++it) {
        if (it->down < 1 || it->down <= 2 * it->up)
            continue;
        backward.insert(it.key());
        first = first ? qMin(first, it->line) : it->line;
    }
    if (!backward.isEmpty())
        addWarning(out, Text::tr("Line %1: the newest entry comes first here; all were kept at their own times.").arg(first));
    return backward;
}

QString localTime(const TimedRow &row, const RowDay &day)
{
    if (row.stamp.sinceStart || row.stamp.exact)
        return row.stamp.written;
    return day.date.toString(Qt::ISODate) + u'T' + day.clock.time().toString(Qt::ISODateWithMs);
}

} // namespace

void addWarning(Imported &out, const QString &text)
{
    if (out.warnings.size() < kMaxWarnings)
        out.warnings += text;
    else if (out.warnings.size() == kMaxWarnings)
        out.warnings += Text::tr("There are more warnings; they are left out.");
}

void addNotPlaced(Imported &out, int line, const QString &source, const QString &reason)
{
    out.notPlaced += NotPlaced{line, source.simplified().left(kMaxSource), reason};
}

void addEntry(Imported &out, ImportedEntry entry, const QString &local, const QString &fileName)
{
    entry.text = entry.text.trimmed();
    if (entry.text.isEmpty())
        entry.text = Text::tr("(no text)");
    entry.stableKey = keyOf(local, entry.text);
    if (entry.text.size() > kMaxText) {
        addWarning(out, Text::tr("Line %1: the text is longer than 8,000 characters; the end was cut.").arg(entry.line));
        entry.text = entry.text.left(kMaxText - 1) + u'\u2026';
    }
    if (entry.kind.isEmpty())
        entry.kind = kindOfText(entry.text);
    entry.sourceRef = u"%1:%2"_s.arg(fileName).arg(entry.line);
    out.entries += std::move(entry);
}

void makeEntries(const QList<TimedRow> &rows, const DocumentFacts &facts, const Zone &override, const QString &fileName,
                 Imported &out)
{
    QStringList general;
    const QList<RowDay> days = settleDays(rows, facts, general);
    const QList<RowInstant> instants = settleZones(rows, days, facts, override, general);
    for (const QString &text : general)
        addWarning(out, text);
    compareWithTitle(days, facts, out);
    const QSet<int> backward = backwardGroups(rows, instants, out);
    QHash<QString, int> seen; // the same line twice in one document is two entries
    QList<Stamp> logs;
    bool logsRead = false;
    qsizetype before = -1;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const TimedRow &row = rows[i];
        if (row.contextOnly && (row.text.isEmpty() || days[i].settled))
            continue;
        const RowInstant &instant = instants[i];
        if (!instant.at) {
            const QString reason = days[i].problem.isEmpty() ? instant.problem : days[i].problem;
            addNotPlaced(out, row.line, row.source, reason);
            continue;
        }
        for (const QString &text : days[i].warnings + instant.warnings)
            addWarning(out, Text::tr("Line %1: %2.").arg(row.line).arg(text));
        if (before >= 0 && rows[before].group == row.group && *instant.at < *instants[before].at && !row.labelled
            && !backward.contains(row.group))
            addWarning(out, Text::tr("Line %1: earlier than line %2 before it; it was kept at its own time.")
                                .arg(row.line)
                                .arg(rows[before].line));
        before = i;
        if (!facts.prose.isEmpty())
            compareWithQuotedLogs(row, *instant.at, facts.prose, out, logs, logsRead);
        ImportedEntry entry;
        entry.at = *instant.at;
        entry.kind = row.kind;
        entry.text = row.text;
        if (!row.stamp.until.isEmpty())
            entry.text += u' ' + Text::tr("(until %1)").arg(row.stamp.until);
        entry.role = row.role;
        entry.line = row.line;
        entry.approximate = row.stamp.approximate || !row.stamp.until.isEmpty();
        entry.tags = row.tags;
        QString local = localTime(row, days[i]);
        const int again = seen[local + u'\n' + entry.text]++;
        if (again)
            local += u'#' + QString::number(again);
        readMilestone(row, *instant.at, out);
        addEntry(out, std::move(entry), local, fileName);
    }
}

} // namespace fireline::exchange
