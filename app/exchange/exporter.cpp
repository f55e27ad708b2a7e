// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter.h"

#include "reporttext.h"

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

/// Everything that Markdown or HTML could take for its own.
QString escaped(const QString &text)
{
    static constexpr QStringView marks = u"\\`*_{}[]()<>#+-.!|~&:@";
    QString out;
    out.reserve(text.size() * 2);
    for (QChar c : text) {
        if (c == u'&')
            out += u"&amp;"_s;
        else if (c == u'<')
            out += u"&lt;"_s;
        else if (c == u'>')
            out += u"&gt;"_s;
        else if (c == u'.' || c == u':' || c == u'-' || c == u'+')
            out += c; // only at the start of a line do these mean anything; see cell() and line()
        else if (c.unicode() < 32 && c != u'\n')
            out += u' ';
        else if (marks.contains(c))
            out += u'\\' + QString(c);
        else
            out += c;
    }
    return out;
}

QString oneLine(const QString &text)
{
    QString line = escaped(text.simplified());
    if (!line.isEmpty() && (line[0] == u'-' || line[0] == u'+'))
        line.prepend(u'\\');
    // "1." would open a list, "www." and "https:" a link
    qsizetype digits = 0;
    while (digits < line.size() && line[digits].isDigit())
        ++digits;
    if (digits > 0 && digits < line.size() && line[digits] == u'.')
        line.insert(digits, u'\\');
    return line;
}

/// In a table a line break is <br>: the only HTML that is written, and it is ours.
QString cell(const QString &text)
{
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    QStringList lines;
    for (const QString &line : plain.split(u'\n')) {
        QString safe = oneLine(line);
        safe.replace(u"://"_s, u":\u200b//"_s);
        lines += safe;
    }
    return lines.join(u"<br>"_s);
}

QString textCell(const ExportRow &row)
{
    QString text = cell(row.text);
    if (row.retracted)
        text = u"~~"_s + text + u"~~ "_s + Text::tr("(retracted)");
    if (row.corrected)
        text += u' ' + Text::tr("(corrected)");
    if (row.imported)
        text += u' ' + Text::tr("(imported)");
    if (row.pinned)
        text.prepend(Text::tr("(pinned)") + u' ');
    for (const QString &tag : row.tags)
        text += u" \\#"_s + oneLine(tag);
    return text;
}

QString rowsTable(const QList<ExportRow> &rows)
{
    QString out = u"| %1 | %2 | %3 | %4 |\n| :--- | :--- | :--- | :--- |\n"_s.arg(Text::tr("Time"), Text::tr("Kind"),
                                                                                  Text::tr("Who"), Text::tr("Event"));
    for (const ExportRow &row : rows)
        out += u"| "_s + timeCell(row.at) + u" | "_s + oneLine(row.kind) + u" | "_s + oneLine(whoText(row)) + u" | "_s
               + textCell(row) + u" |\n"_s;
    return out;
}

/// A fence that the text itself cannot close.
QString fenced(const QString &text)
{
    QString fence = u"```"_s;
    while (text.contains(fence))
        fence += u'`';
    return fence + u'\n' + text + u'\n' + fence + u"\n\n"_s;
}

QString pieceText(const TextPiece &piece)
{
    switch (piece.kind) {
    case TextPiece::Kind::Heading: return u"### "_s + oneLine(piece.text) + u"\n\n"_s;
    case TextPiece::Kind::Item: return u"- "_s + oneLine(piece.text) + u'\n';
    case TextPiece::Kind::Code: return fenced(piece.text);
    case TextPiece::Kind::Paragraph: break;
    }
    QStringList lines;
    for (const QString &line : piece.text.split(u'\n'))
        lines += oneLine(line);
    return lines.join(u'\n') + u"\n\n"_s;
}

QString writtenText(const QString &text)
{
    QString out;
    bool inList = false;
    for (const TextPiece &piece : textPieces(text)) {
        const bool item = piece.kind == TextPiece::Kind::Item;
        if (inList && !item)
            out += u'\n';
        inList = item;
        out += pieceText(piece);
    }
    return out.trimmed() + u'\n';
}

QString blockText(const ExportBlock &block)
{
    QString out;
    switch (block.kind) {
    case ExportBlock::Kind::Text: return writtenText(block.text);
    case ExportBlock::Kind::Rows: return rowsTable(block.rows);
    case ExportBlock::Kind::List:
        for (const QString &line : block.lines)
            out += u"- "_s + oneLine(line) + u'\n';
        return out;
    case ExportBlock::Kind::Numbered:
        for (qsizetype i = 0; i < block.lines.size(); ++i)
            out += QString::number(i + 1) + u". "_s + oneLine(block.lines.at(i)) + u'\n';
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
    QString out = u"# "_s + oneLine(document.title) + u"\n\n"_s;
    if (!document.subject.isEmpty())
        out += u"**"_s + oneLine(document.subject) + u"**\n\n"_s;
    for (const QString &mark : exportMarks(document))
        out += u"**"_s + mark + u"**\n\n"_s;
    if (!document.process.isEmpty())
        out += u"- "_s + Text::tr("Process: %1").arg(oneLine(document.process)) + u'\n';
    if (!document.severity.isEmpty())
        out += u"- "_s + Text::tr("Severity: %1").arg(oneLine(document.severity)) + u'\n';
    for (const ExportTime &time : document.times) {
        if (time.at.isSet())
            out += u"- %1: %2 UTC\n"_s.arg(oneLine(time.name), timeCell(time.at));
    }
    if (document.asOf.isSet())
        out += u"- %1: %2 UTC\n"_s.arg(Text::tr("As of"), timeCell(document.asOf));
    for (const ExportSection &section : document.sections) {
        out += u"\n## "_s + oneLine(section.title) + u'\n';
        for (const ExportBlock &block : section.blocks)
            out += u'\n' + blockText(block);
    }
    if (document.withRows)
        out += u"\n## "_s + Text::tr("Timeline") + u"\n\n"_s + Text::tr("All times in UTC.") + u"\n\n"_s
               + rowsTable(document.rows);
    return out.toUtf8();
}

} // namespace fireline::exchange
