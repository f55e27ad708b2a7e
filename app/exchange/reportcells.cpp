// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// Plain text where another language could take it for its own.
namespace fireline::exchange {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Export)
};

/// In a table a line break is <br>: the only HTML that is written, and it is ours.
QString cell(const QString &text)
{
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    QStringList lines;
    for (const QString &line : plain.split(u'\n')) {
        QString safe = markdownText(line);
        safe.replace(u"://"_s, u":\u200b//"_s);
        lines += safe;
    }
    return lines.join(u"<br>"_s);
}

/// `text`, with what is known of the row around it; `struck` are the marks for what was taken back.
QString marked(QString text, const ExportRow &row, const QPair<QString, QString> &struck, QString (*plain)(const QString &))
{
    if (row.retracted)
        text = struck.first + text + struck.second + u' ' + plain(Text::tr("(retracted)"));
    if (row.corrected)
        text += u' ' + plain(Text::tr("(corrected)"));
    if (row.imported)
        text += u' ' + plain(Text::tr("(imported)"));
    if (row.pinned)
        text.prepend(plain(Text::tr("(pinned)")) + u' ');
    return text;
}

} // namespace

/// Control characters mean nothing in a document, and some are not allowed in one.
QString htmlText(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text)
        plain += c.unicode() < 32 && c != u'\n' && c != u'\t' ? QChar(u' ') : c;
    return plain.toHtmlEscaped();
}

QString htmlEvent(const ExportRow &row)
{
    QString text = htmlText(row.text.trimmed());
    text = marked(text.replace(u'\n', u"<br/>"_s), row, {u"<s>"_s, u"</s>"_s}, &htmlText);
    for (const QString &tag : row.tags)
        text += u" #"_s + htmlText(tag);
    return text;
}

QString markdownPart(const QString &text)
{
    static constexpr QStringView marks = u"\\`*_{}[]()<>#!|~@";
    QString out;
    out.reserve(text.size() * 2);
    for (const QChar c : text) {
        if (c == u'&')
            out += u"&amp;"_s;
        else if (c == u'<')
            out += u"&lt;"_s;
        else if (c == u'>')
            out += u"&gt;"_s;
        else if (c.unicode() < 32 && c != u'\n')
            out += u' ';
        else if (marks.contains(c))
            out += u'\\' + QString(c);
        else
            out += c;
    }
    return out;
}

QString markdownLine(QString line)
{
    if (!line.isEmpty() && (line[0] == u'-' || line[0] == u'+' || line[0] == u'='))
        line.prepend(u'\\');
    // "1." would open a list
    qsizetype digits = 0;
    while (digits < line.size() && line[digits].isDigit())
        ++digits;
    if (digits > 0 && digits < line.size() && line[digits] == u'.')
        line.insert(digits, u'\\');
    return line;
}

QString markdownText(const QString &text)
{
    return markdownLine(markdownPart(text.simplified()));
}

QString markdownEvent(const ExportRow &row)
{
    // Our own words have no marks.
    QString text = marked(cell(row.text), row, {u"~~"_s, u"~~"_s}, [](const QString &words) { return words; });
    for (const QString &tag : row.tags)
        text += u" \\#"_s + markdownText(tag);
    return text;
}

QString markdownCode(const QString &text)
{
    QString fence = u"```"_s;
    while (text.contains(fence))
        fence += u'`';
    return fence + u'\n' + text + u'\n' + fence;
}

} // namespace fireline::exchange
