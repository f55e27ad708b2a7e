// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// The report as HTML. Only what QTextDocument understands too: the same body is printed.
namespace fireline::exchange {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Export)
};

/// Control characters mean nothing in a document, and some are not allowed in one.
QString escaped(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text)
        plain += c.unicode() < 32 && c != u'\n' && c != u'\t' ? QChar(u' ') : c;
    return plain.toHtmlEscaped();
}

QString lines(const QString &text)
{
    QString out = escaped(text);
    return out.replace(u'\n', u"<br/>"_s);
}

QString element(const QString &name, const QString &inside)
{
    return u"<%1 dir=\"auto\">%2</%1>\n"_s.arg(name, inside);
}

QString list(const QString &name, const QStringList &items)
{
    QString out = u'<' + name + u">\n"_s;
    for (const QString &item : items)
        out += element(u"li"_s, escaped(item));
    return out + u"</"_s + name + u">\n"_s;
}

QString eventCell(const ExportRow &row)
{
    QString text = lines(row.text.trimmed());
    if (row.retracted)
        text = u"<s>"_s + text + u"</s> "_s + Text::tr("(retracted)").toHtmlEscaped();
    if (row.corrected)
        text += u' ' + Text::tr("(corrected)").toHtmlEscaped();
    if (row.imported)
        text += u' ' + Text::tr("(imported)").toHtmlEscaped();
    if (row.pinned)
        text.prepend(Text::tr("(pinned)").toHtmlEscaped() + u' ');
    for (const QString &tag : row.tags)
        text += u" #"_s + escaped(tag);
    return text;
}

QString table(const QList<ExportRow> &rows)
{
    QString out = u"<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" width=\"100%\">\n<thead><tr>"_s;
    const QList<QPair<QString, QString>> heads{
        {Text::tr("Time"), u"20%"_s}, {Text::tr("Kind"), u"11%"_s}, {Text::tr("Who"), u"17%"_s}, {Text::tr("Event"), u"52%"_s}};
    for (const auto &[name, width] : heads)
        out += u"<th align=\"left\" width=\"%1\">%2</th>"_s.arg(width, name.toHtmlEscaped());
    out += u"</tr></thead>\n<tbody>\n"_s;
    for (const ExportRow &row : rows)
        out += u"<tr><td class=\"time\">%1</td><td>%2</td><td dir=\"auto\">%3</td><td dir=\"auto\">%4</td></tr>\n"_s.arg(
            timeCell(row.at), escaped(row.kindName.isEmpty() ? row.kind : row.kindName), escaped(whoText(row)), eventCell(row));
    return out + u"</tbody>\n</table>\n"_s;
}

QString written(const QString &text)
{
    QString out;
    QStringList items;
    const auto endList = [&] {
        if (!items.isEmpty())
            out += list(u"ul"_s, items);
        items.clear();
    };
    for (const TextPiece &piece : textPieces(text)) {
        if (piece.kind == TextPiece::Kind::Item) {
            items.append(piece.text);
            continue;
        }
        endList();
        if (piece.kind == TextPiece::Kind::Heading)
            out += element(u"h3"_s, escaped(piece.text));
        else if (piece.kind == TextPiece::Kind::Code)
            out += u"<pre>"_s + escaped(piece.text) + u"</pre>\n"_s;
        else
            out += element(u"p"_s, lines(piece.text));
    }
    endList();
    return out;
}

QString blockHtml(const ExportBlock &block)
{
    switch (block.kind) {
    case ExportBlock::Kind::Text: return written(block.text);
    case ExportBlock::Kind::List: return list(u"ul"_s, block.lines);
    case ExportBlock::Kind::Numbered: return list(u"ol"_s, block.lines);
    case ExportBlock::Kind::Rows: return table(block.rows);
    }
    return {};
}

QString facts(const ExportDocument &document)
{
    QStringList known;
    if (!document.process.isEmpty())
        known += Text::tr("Process: %1").arg(document.process);
    if (!document.severity.isEmpty())
        known += Text::tr("Severity: %1").arg(document.severity);
    for (const ExportTime &time : document.times) {
        if (time.at.isSet())
            known += u"%1: %2 UTC"_s.arg(time.name, timeCell(time.at));
    }
    if (document.asOf.isSet())
        known += u"%1: %2 UTC"_s.arg(Text::tr("As of"), timeCell(document.asOf));
    return list(u"ul"_s, known);
}

const QString style = u"body{font-family:sans-serif;color:#111;background:#fff;max-width:60em;margin:2em auto;padding:0 1em}"
                      "table{border-collapse:collapse;width:100%}td,th{border:1px solid #777;padding:.2em .4em;text-align:start;"
                      "vertical-align:top}td.time{white-space:nowrap}pre{white-space:pre-wrap}"_s;

} // namespace

QString exportHtmlBody(const ExportDocument &document)
{
    QString out = element(u"h1"_s, escaped(document.title));
    if (!document.subject.isEmpty())
        out += element(u"p"_s, u"<b>"_s + escaped(document.subject) + u"</b>"_s);
    for (const QString &mark : exportMarks(document))
        out += element(u"p"_s, u"<b>"_s + mark.toHtmlEscaped() + u"</b>"_s);
    out += facts(document);
    for (const ExportSection &section : document.sections) {
        out += element(u"h2"_s, escaped(section.title));
        for (const ExportBlock &block : section.blocks)
            out += blockHtml(block);
    }
    if (document.withRows)
        out += element(u"h2"_s, Text::tr("Timeline").toHtmlEscaped())
               + element(u"p"_s, Text::tr("All times in UTC.").toHtmlEscaped()) + table(document.rows);
    return out;
}

QByteArray exportHtml(const ExportDocument &document)
{
    const QString head = u"<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\"/>\n<title>%1</title>\n<style>%2</style>\n"
                         "</head>\n<body>\n"_s.arg(escaped(document.title), style);
    return (head + exportHtmlBody(document) + u"</body>\n</html>\n"_s).toUtf8();
}

} // namespace fireline::exchange
