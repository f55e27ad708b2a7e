// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporttext.h"
#include "sectiontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

// The report as HTML. Only what QTextDocument understands too: the same body is printed.
namespace fireline::exchange {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Export)
};

constexpr qsizetype everyRow = std::numeric_limits<qsizetype>::max();

QString element(const QString &name, const QString &inside)
{
    return u"<%1 dir=\"auto\">%2</%1>\n"_s.arg(name, inside);
}

QString list(const QString &name, const QStringList &items)
{
    QString out = u'<' + name + u">\n"_s;
    for (const QString &item : items)
        out += element(u"li"_s, htmlText(item));
    return out + u"</"_s + name + u">\n"_s;
}

/// Lists in the rows of lists; a row is set in one step further than the one before at most.
QString tree(const QStringList &items, const QList<int> &depths)
{
    QString out = u"<ul>\n"_s;
    int depth = 0;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const int wanted = std::min(depths.value(i), depth + 1);
        if (i > 0)
            out += wanted > depth ? u"<ul>\n"_s : u"</li>\n"_s + u"</ul>\n</li>\n"_s.repeated(depth - wanted);
        out += u"<li dir=\"auto\">"_s + htmlText(items.at(i)) + u'\n';
        depth = i > 0 ? wanted : 0;
    }
    return out + u"</li>\n</ul>\n"_s.repeated(depth + 1);
}

QString table(const QList<ExportRow> &rows, qsizetype most)
{
    const bool cut = most != everyRow; // and not as wide as a page
    QString out = u"<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" width=\"100%\">\n<thead><tr>"_s;
    const QList<QPair<QString, QString>> heads{
        {Text::tr("Time"), u"20%"_s}, {Text::tr("Kind"), u"11%"_s}, {Text::tr("Who"), u"17%"_s}, {Text::tr("Event"), u"52%"_s}};
    for (const auto &[name, width] : heads)
        out += u"<th align=\"left\"%1>%2</th>"_s.arg(cut ? QString() : u" width=\"%1\""_s.arg(width), name.toHtmlEscaped());
    out += u"</tr></thead>\n<tbody>\n"_s;
    for (const ExportRow &row : rows.mid(0, most))
        out += u"<tr><td class=\"time\">%1</td><td>%2</td><td dir=\"auto\">%3</td><td dir=\"auto\">%4</td></tr>\n"_s.arg(
            timeCell(row.at), htmlText(row.kindName.isEmpty() ? row.kind : row.kindName), htmlText(whoText(row)), htmlEvent(row));
    out += u"</tbody>\n</table>\n"_s;
    if (rows.size() > most)
        out += element(u"p"_s, Text::tr("Rows in all: %1. The document has all of them.").arg(rows.size()).toHtmlEscaped());
    return out;
}

/// How blocks are written; holds references for one call.
struct Form
{
    const ExportReferences &references;
    Pictures pictures = Pictures::Named;
    qsizetype mostRows = everyRow;
};

QString blockHtml(const ExportBlock &block, const Form &form)
{
    switch (block.kind) {
    case ExportBlock::Kind::Text: return sectionHtml(block.text, form.references, form.pictures);
    case ExportBlock::Kind::List: return block.depths.isEmpty() ? list(u"ul"_s, block.lines) : tree(block.lines, block.depths);
    case ExportBlock::Kind::Numbered: return list(u"ol"_s, block.lines);
    case ExportBlock::Kind::Rows: return table(block.rows, form.mostRows);
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
    known += document.facts;
    if (document.asOf.isSet())
        known += u"%1: %2 UTC"_s.arg(Text::tr("As of"), timeCell(document.asOf));
    return list(u"ul"_s, known);
}

const QString style =
    u"body{font-family:sans-serif;color:#111;background:#fff;max-width:60em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #777;padding:.2em .4em;text-align:start;"
    "vertical-align:top}td.time{white-space:nowrap}pre{white-space:pre-wrap}"
    "img{max-width:100%}blockquote{border-inline-start:.2em solid #777;margin-inline:0;padding-inline-start:.8em}"_s;

QString bodyHtml(const ExportDocument &document, const Form &form)
{
    QString out = element(u"h1"_s, htmlText(document.title));
    if (!document.subject.isEmpty())
        out += element(u"p"_s, u"<b>"_s + htmlText(document.subject) + u"</b>"_s);
    for (const QString &mark : exportMarks(document))
        out += element(u"p"_s, u"<b>"_s + mark.toHtmlEscaped() + u"</b>"_s);
    out += facts(document);
    for (const ExportSection &section : document.sections) {
        out += element(u"h2"_s, htmlText(section.title));
        for (const ExportBlock &block : section.blocks)
            out += blockHtml(block, form);
    }
    if (document.withRows)
        out += element(u"h2"_s, Text::tr("Timeline").toHtmlEscaped())
               + element(u"p"_s, Text::tr("All times in UTC.").toHtmlEscaped()) + table(document.rows, form.mostRows);
    return out;
}

} // namespace

QString exportHtmlBody(const ExportDocument &document)
{
    return bodyHtml(document, {document.references});
}

QString blocksHtml(const QList<ExportBlock> &blocks, const ExportReferences &references, int mostRows)
{
    QString out;
    for (const ExportBlock &block : blocks)
        out += blockHtml(block, {references, Pictures::Named, mostRows});
    return out;
}

QByteArray exportHtml(const ExportDocument &document)
{
    const QString head = u"<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\"/>\n<title>%1</title>\n<style>%2</style>\n"
                         "</head>\n<body>\n"_s.arg(htmlText(document.title), style);
    return (head + bodyHtml(document, {document.references, Pictures::Inside}) + u"</body>\n</html>\n"_s).toUtf8();
}

} // namespace fireline::exchange
