// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter.h"

#include "reporttext.h"
#include "sectiontext.h"

#include <QCoreApplication>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Export)
};

/// Spreadsheets look behind leading spaces, and take these marks in their wide forms too.
bool startsFormula(const QString &cell)
{
    const QStringView trimmed = QStringView(cell).trimmed();
    if (!cell.isEmpty() && (cell[0] == u'\t' || cell[0] == u'\r' || cell[0] == u'\n'))
        return true;
    static constexpr QStringView marks = u"=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    return !trimmed.isEmpty() && marks.contains(trimmed[0]);
}

QString csvCell(QString cell)
{
    cell.remove(QChar(u'\0'));
    if (startsFormula(cell))
        cell.prepend(u'\'');
    const bool quoted = cell.contains(u'"') || cell.contains(u',') || cell.contains(u';') || cell.contains(u'\n')
                        || cell.contains(u'\r') || cell.startsWith(u' ') || cell.endsWith(u' ');
    if (quoted)
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell;
}

QString yes(bool value)
{
    return value ? u"yes"_s : QString();
}

QString csvLine(const QStringList &cells)
{
    QStringList safe;
    for (const QString &cell : cells)
        safe += csvCell(cell);
    return safe.join(u',') + u"\r\n"_s;
}

QString rowsTable(const QList<ExportRow> &rows)
{
    QString out = u"| %1 | %2 | %3 | %4 |\n| :--- | :--- | :--- | :--- |\n"_s.arg(Text::tr("Time"), Text::tr("Kind"),
                                                                                  Text::tr("Who"), Text::tr("Event"));
    for (const ExportRow &row : rows)
        out += u"| "_s + timeCell(row.at) + u" | "_s + markdownText(row.kindName.isEmpty() ? row.kind : row.kindName) + u" | "_s
               + markdownText(whoText(row)) + u" | "_s + markdownEvent(row) + u" |\n"_s;
    return out;
}

QString blockText(const ExportBlock &block, const ExportReferences &references)
{
    QString out;
    switch (block.kind) {
    case ExportBlock::Kind::Text: return sectionMarkdown(block.text, references);
    case ExportBlock::Kind::Rows: return rowsTable(block.rows);
    case ExportBlock::Kind::List:
        for (qsizetype i = 0; i < block.lines.size(); ++i)
            out += QString(2 * block.depths.value(i), u' ') + u"- "_s + markdownText(block.lines.at(i)) + u'\n';
        return out;
    case ExportBlock::Kind::Numbered:
        for (qsizetype i = 0; i < block.lines.size(); ++i)
            out += QString::number(i + 1) + u". "_s + markdownText(block.lines.at(i)) + u'\n';
        return out;
    }
    return out;
}

} // namespace

QByteArray exportCsv(const ExportDocument &document)
{
    QString out = csvLine({u"id"_s, u"at"_s, u"recordedAt"_s, u"kind"_s, u"text"_s, u"actor"_s, u"role"_s, u"tags"_s, u"pinned"_s,
                           u"corrected"_s, u"retracted"_s, u"imported"_s, u"drill"_s});
    for (const ExportRow &row : document.rows)
        out += csvLine({row.id, row.at.toRfc3339(), row.recordedAt.toRfc3339(), row.kind, row.text, row.actor, row.role,
                        row.tags.join(u' '), yes(row.pinned), yes(row.corrected), yes(row.retracted), yes(row.imported),
                        yes(document.drill)});
    return out.toUtf8();
}

QByteArray exportMarkdown(const ExportDocument &document)
{
    QString out = u"# "_s + markdownText(document.title) + u"\n\n"_s;
    if (!document.subject.isEmpty())
        out += u"**"_s + markdownText(document.subject) + u"**\n\n"_s;
    for (const QString &mark : exportMarks(document))
        out += u"**"_s + mark + u"**\n\n"_s;
    if (!document.process.isEmpty())
        out += u"- "_s + Text::tr("Process: %1").arg(markdownText(document.process)) + u'\n';
    if (!document.severity.isEmpty())
        out += u"- "_s + Text::tr("Severity: %1").arg(markdownText(document.severity)) + u'\n';
    for (const ExportTime &time : document.times) {
        if (time.at.isSet())
            out += u"- %1: %2 UTC\n"_s.arg(markdownText(time.name), timeCell(time.at));
    }
    for (const QString &fact : document.facts)
        out += u"- "_s + markdownText(fact) + u'\n';
    if (document.asOf.isSet())
        out += u"- %1: %2 UTC\n"_s.arg(Text::tr("As of"), timeCell(document.asOf));
    for (const ExportSection &section : document.sections) {
        out += u"\n## "_s + markdownText(section.title) + u'\n';
        for (const ExportBlock &block : section.blocks)
            out += u'\n' + blockText(block, document.references);
    }
    if (document.withRows)
        out += u"\n## "_s + Text::tr("Timeline") + u"\n\n"_s + Text::tr("All times in UTC.") + u"\n\n"_s
               + rowsTable(document.rows);
    return out.toUtf8();
}

} // namespace fireline::exchange
