// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinecopy.h"

#include "core/instant.h"
#include "text/timedisplay.h"
#include "timeline/kindwords.h"
#include "timeline/timelinebadges.h"
#include "timeline/timelineroles.h"

#include <QCoreApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace fireline::views {

using Role = models::TimelineRole;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimelineCopy)
};

QStringList cellsOf(const QModelIndex &index, const TimeDisplay &times)
{
    const auto text = [&](Role role) { return index.data(int(role)).toString(); };
    const bool head = index.data(int(Role::FoldCount)).toInt() > 0;
    QString said = text(Role::Text);
    for (const TimelineBadge &badge : timelineBadges(index))
        said += u" ["_s + badge.text + u']';
    const QString object = text(Role::ObjectRef);
    const QString name = object.isEmpty() ? text(Role::Ref) : object;
    const QString ref = head || name.isEmpty() ? QString() : u'#' + name;
    return {times.full({index.data(int(Role::At)).toLongLong()}), models::kindWord(text(Role::Kind)),
            head ? QString() : text(Role::Actor), said, ref};
}

QString markdownCell(QString text)
{
    for (const QChar special : u"\\|`*_<>[]"_s)
        text.replace(special, u'\\' + QString(special));
    return text.replace(u'\n', u"<br>"_s);
}

QString csvCell(QString text)
{
    // A spreadsheet must not take what somebody typed for a formula.
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

template<typename Cell>
QString joined(const QStringList &cells, const QString &before, const QString &between, const QString &after, Cell cell)
{
    QStringList shown;
    for (const QString &text : cells)
        shown.append(cell(text));
    return before + shown.join(between) + after;
}

} // namespace

std::unique_ptr<QMimeData> timelineMime(const QModelIndexList &rows, const TimeDisplay &times)
{
    const QStringList titles = {Words::tr("Time"), Words::tr("Kind"), Words::tr("Who"), Words::tr("What"), Words::tr("Number")};
    const auto plain = [](const QString &text) { return text; };
    const auto html = [](const QString &text) { return text.toHtmlEscaped().replace(u'\n', u"<br>"_s); };
    QString text;
    QString markdown = joined(titles, u"| "_s, u" | "_s, u" |\n"_s, markdownCell) + u"| --- | --- | --- | --- | --- |\n"_s;
    QString table = u"<table>\n"_s + joined(titles, u"<tr><th>"_s, u"</th><th>"_s, u"</th></tr>\n"_s, html);
    QString csv = joined(titles, {}, u","_s, u"\r\n"_s, csvCell);
    for (const QModelIndex &row : rows) {
        const QStringList cells = cellsOf(row, times);
        text += joined(cells, {}, u"  "_s, u"\n"_s, plain);
        markdown += joined(cells, u"| "_s, u" | "_s, u" |\n"_s, markdownCell);
        table += joined(cells, u"<tr><td>"_s, u"</td><td>"_s, u"</td></tr>\n"_s, html);
        csv += joined(cells, {}, u","_s, u"\r\n"_s, csvCell);
    }
    auto mime = std::make_unique<QMimeData>();
    mime->setText(text);
    mime->setData(u"text/markdown"_s, markdown.toUtf8());
    mime->setHtml(table + u"</table>\n"_s);
    mime->setData(u"text/csv"_s, csv.toUtf8());
    return mime;
}

} // namespace fireline::views
