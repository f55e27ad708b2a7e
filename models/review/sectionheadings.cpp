// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/sectionheadings.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

constexpr int mostHeadings = 200; // whoever writes more reads no outline

QString plain(QString words)
{
    static const QRegularExpression link(u"!?\\[([^\\]]*)\\]\\([^)]*\\)"_s);
    static const QRegularExpression mark(u"(\\*\\*|__|~~|[*`])"_s);
    static const QRegularExpression escaped(u"\\\\([!-/:-@\\[-`{-~])"_s);
    return words.replace(link, u"\\1"_s).remove(mark).replace(escaped, u"\\1"_s).simplified();
}

} // namespace

QList<SectionHeading> headingsIn(const QString &markdown)
{
    static const QRegularExpression heading(u"^ {0,3}(#{1,6})(?:[ \\t]+(.*?))??[ \\t]*(?:[ \\t]#+)?[ \\t]*$"_s);
    static const QRegularExpression fence(u"^ {0,3}(`{3,}|~{3,})"_s);
    static const QRegularExpression underline(u"^ {0,3}(=+|-{2,})[ \\t]*$"_s);
    static const QRegularExpression noParagraph(u"^( {4}|\\t| {0,3}([#>|]|[-+*] |\\d+[.)] )|\\s*$)"_s);
    QList<SectionHeading> found;
    const QStringList lines = markdown.split(u'\n');
    QString open; // fence of the code that is open
    for (int i = 0; i < lines.size() && found.size() < mostHeadings; ++i) {
        const QString &line = lines.at(i);
        const auto marks = fence.match(line);
        if (!open.isEmpty()) {
            const QString ends = marks.captured(1);
            if (ends.startsWith(open) && line.trimmed() == ends)
                open.clear();
            continue;
        }
        if (marks.hasMatch()) {
            open = marks.captured(1);
            continue;
        }
        if (const auto match = heading.match(line); match.hasMatch()) {
            if (const QString text = plain(match.captured(2)); !text.isEmpty())
                found.append({text, int(match.captured(1).size()), i});
            continue;
        }
        const auto below = i > 0 ? underline.match(line) : QRegularExpressionMatch();
        if (below.hasMatch() && !noParagraph.match(lines.at(i - 1)).hasMatch())
            found.append({plain(lines.at(i - 1)), below.captured(1).startsWith(u'=') ? 1 : 2, i - 1});
    }
    return found;
}

} // namespace fireline::models
