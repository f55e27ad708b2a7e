// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbooks/markdowntext.h"

#include <QRegularExpression>
#include <QTextOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int deepest = 6;
constexpr qsizetype longestLine = 4000;
constexpr qsizetype deepestIndent = 24;
constexpr int mostColumns = 40;

/// How long the sign of a quote or of a list item is that begins here; 0: none does.
qsizetype signLength(QStringView text)
{
    if (text.startsWith(u'>'))
        return 1;
    qsizetype length = 0;
    if (text.startsWith(u'-') || text.startsWith(u'*') || text.startsWith(u'+')) {
        length = 1;
    } else {
        while (length < text.size() && length < 9 && text.at(length).isDigit())
            ++length;
        const bool ends = length > 0 && length < text.size() && (text.at(length) == u'.' || text.at(length) == u')');
        length = ends ? length + 1 : 0;
    }
    return length > 0 && length < text.size() && text.at(length) == u' ' ? length : 0;
}

QString withoutDepth(const QString &line)
{
    QString kept;
    int depth = 0;
    qsizetype at = 0;
    while (at < line.size()) {
        const qsizetype sign = signLength(QStringView(line).mid(at));
        if (sign == 0 && line.at(at) != u' ' && line.at(at) != u'\t')
            break;
        const qsizetype length = std::max<qsizetype>(sign, 1);
        depth += sign > 0 ? 1 : 0;
        if (sign > 0 ? depth <= deepest : kept.size() < deepestIndent)
            kept += line.mid(at, length);
        at += length;
    }
    return kept + line.mid(at);
}

/// A table of hundreds of columns is none.
QString withoutWideTable(QString line)
{
    return line.count(u'|') > mostColumns ? line.replace(u'|', u'¦') : line;
}

} // namespace

QString tamedMarkdown(const QString &text)
{
    static const QRegularExpression picture(u"!\\[([^\\]\\n]{0,200})\\]"_s);
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        line = withoutWideTable(withoutDepth(line.left(longestLine)));
        line.replace(picture, u"[\\1]"_s);
    }
    return lines.join(u'\n');
}

MarkdownText::MarkdownText(QObject *parent) : QTextDocument(parent)
{
    setDocumentMargin(0);
    setUndoRedoEnabled(false);
    QTextOption option;
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setDefaultTextOption(option);
}

void MarkdownText::setText(const QString &text, bool plain)
{
    if (plain)
        setPlainText(text);
    else
        setMarkdown(tamedMarkdown(text), MarkdownFeatures(MarkdownDialectGitHub) | MarkdownNoHTML);
}

QVariant MarkdownText::loadResource(int, const QUrl &)
{
    return {};
}

} // namespace fireline::views
