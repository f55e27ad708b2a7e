// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdowntable.h"

#include "classify.h"
#include "markdownblocks.h"

#include <QRegularExpression>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

QRegularExpression form(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

/// Column names come as words, snake_case or with units in brackets.
QString plainName(const QString &head)
{
    QString name = plainText(head).toLower();
    name.replace(u'_', u' ').replace(u'.', u' ');
    return name.simplified();
}

bool isWholeStamp(const QString &cell)
{
    const Stamp stamp = readStamp(cell, StampPlace::Cell);
    return stamp.state == Stamp::State::Read && stamp.hasClock() && stamp.length >= cell.trimmed().size();
}

/// The column whose cells are clock times, where no name says so.
int columnByContent(const QList<QStringList> &rows)
{
    const qsizetype probe = qMin<qsizetype>(rows.size(), 50);
    int best = -1;
    int bestHits = 0;
    for (int column = 0; column < 12; ++column) {
        int hits = 0;
        for (qsizetype i = 0; i < probe; ++i)
            hits += column < rows[i].size() && isWholeStamp(rows[i][column]);
        if (hits > bestHits) {
            best = column;
            bestHits = hits;
        }
    }
    return bestHits * 2 >= probe && bestHits > 0 ? best : -1;
}

/// Columns that say nothing of the event itself.
bool isBookkeeping(const QString &name)
{
    static const QRegularExpression words = form(
        u"^(?:id|uuid|#|no|nr|number|row|index|recorded ?at|pinned|corrected|retracted|imported|drill|elapsed|duration)$"_s);
    return words.match(name).hasMatch();
}

void nameColumn(int i, const QString &name, const QString &head, TableColumns &out)
{
    if (isBookkeeping(name))
        return;
    static const QRegularExpression time = form(
        u"^(?:(?:event |start |incident |local )?(?:time ?stamp|date ?time|date ?/ ?time|date ?& ?time|date and time|tim"
        u"e ?/ ?date|time)(?: ?(?:in |\\().*)?|when|utc|utc time|time utc|at|clock|ts|occurred(?: at)?|created(?: a"
        u"t| on)?|started(?: at)?|start|begin|zeit|uhrzeit|zeitstempel|hour|posted(?: at)?|logged(?: at)?|timestamp"
        u" .*)$"_s);
    static const QRegularExpression day = form(u"^(?:date|day|datum|event date)(?: ?\\(.*)?$"_s);
    static const QRegularExpression zone = form(u"^(?:time ?zone|tz|zone)$"_s);
    static const QRegularExpression who = form(
        u"^(?:who|actor|author|person|by|role|responder|user|name|reporter|team|who ?/ ?what|agent|source|recorded by)$"_s);
    static const QRegularExpression kind = form(u"^(?:kind|type|category|event type|entry type|class)$"_s);
    static const QRegularExpression tags = form(u"^(?:tags?|labels?)$"_s);
    static const QRegularExpression end = form(u"^(?:end|ended(?: at)?|end time|finish|until|to|end date)(?: ?\\(.*)?$"_s);
    if (out.time < 0 && time.match(name).hasMatch()) {
        out.time = i;
        if (const auto statement = readZoneStatement(head, true); statement && !statement->unreadable)
            out.zoneOfTime = statement->zone;
        else if (const auto match = readZone(QStringView(head).trimmed()); match && match->length == head.trimmed().size())
            out.zoneOfTime = match->zone;
        else if (const auto last = readZone(head.section(u' ', -1)); last && last->length == head.section(u' ', -1).size())
            out.zoneOfTime = last->zone;
    } else if (out.day < 0 && day.match(name).hasMatch()) {
        out.day = i;
    } else if (out.zone < 0 && zone.match(name).hasMatch()) {
        out.zone = i;
    } else if (out.end < 0 && end.match(name).hasMatch()) {
        out.end = i;
    } else if (out.who < 0 && who.match(name).hasMatch()) {
        out.who = i;
    } else if (out.kind < 0 && kind.match(name).hasMatch()) {
        out.kind = i;
    } else if (out.tags < 0 && tags.match(name).hasMatch()) {
        out.tags = i;
    } else {
        out.text += i;
    }
}

} // namespace

TableColumns columnsOf(const QStringList &head, const QList<QStringList> &rows)
{
    static const QRegularExpression noEvent = form(
        u"^(?:action(?: items?)?|due(?: date)?|deadline|owner|assignee|ticket|priority|metric|status|issue|bug|eta)$"_s);
    static const QRegularExpression mainText = form(
        u"^(?:event|events|description|desc|message|msg|text|note|notes|what|what happened|details?|summary|body|entry|u"
        u"pdate|comment|action ?/? ?impact|ereignis|beschreibung|content|log)$"_s);
    TableColumns out;
    int hints = 0;
    for (int i = 0; i < head.size() && i < 200; ++i) {
        const QString name = plainName(head[i]);
        hints += noEvent.match(name).hasMatch();
        nameColumn(i, name, head[i], out);
    }
    if (out.time < 0 && hints < 2)
        out.time = columnByContent(rows);
    // one column for both: a "Date" with clock times in it
    if (out.time < 0 && out.day >= 0 && hints < 2) {
        out.time = out.day;
        out.day = -1;
    }
    out.noEvents = out.time < 0 || (hints >= 2 && out.zoneOfTime.kind == Zone::Kind::None && columnByContent(rows) < 0);
    out.text.removeAll(out.time);
    // the column that is named for the event first
    for (int i = 0; i < out.text.size(); ++i) {
        if (out.text[i] < head.size() && mainText.match(plainName(head[out.text[i]])).hasMatch()) {
            out.text.move(i, 0);
            break;
        }
    }
    if (head.isEmpty() && !rows.isEmpty()) {
        out.text.clear();
        for (int i = 0; i < rows.first().size() && i < 200; ++i) {
            if (i != out.time)
                out.text += i;
        }
    }
    if (out.text.isEmpty() && out.who >= 0) {
        out.text += out.who;
        out.who = -1;
    }
    return out;
}

TimedRow rowOfCells(const QStringList &cells, const TableColumns &columns)
{
    TimedRow row;
    const auto cell = [&](int i) { return i >= 0 && i < cells.size() ? cells[i] : QString(); };
    const QString time = cell(columns.time).trimmed();
    row.stamp = readStamp(time, StampPlace::Cell);
    const Stamp day = readStamp(cell(columns.day), StampPlace::Cell);
    if (!row.stamp.date.isSet() && day.date.isSet()) {
        row.stamp.date = day.date;
        row.stamp.weekday = day.weekday;
        if (row.stamp.state == Stamp::State::None)
            row.stamp.state = day.state;
        if (row.stamp.problem.isEmpty())
            row.stamp.problem = day.problem;
        if (day.state == Stamp::State::Unreadable && row.stamp.state == Stamp::State::Read)
            row.stamp.state = day.state;
    }
    if (!row.stamp.zone.isSet()) {
        const QString zone = cell(columns.zone).trimmed();
        if (const auto match = readZone(zone); match && match->length == zone.size())
            row.stamp.zone = match->zone;
    }
    QStringList parts;
    // words that stand in the time's cell behind the time belong to the event
    const QString behind = row.stamp.state == Stamp::State::None ? time
                                                                 : time.sliced(qMin(row.stamp.length, time.size())).trimmed();
    if (!behind.isEmpty() && row.stamp.state != Stamp::State::None)
        parts += plainText(behind);
    for (int i : columns.text) {
        const QString part = plainText(cell(i));
        if (!part.isEmpty())
            parts += part;
    }
    row.text = parts.join(u" \u2014 "_s);
    row.role = plainText(cell(columns.who)).simplified().left(120);
    row.kind = kindOfWord(cell(columns.kind), row.tags);
    for (const QString &tag : cell(columns.tags).split(u',', Qt::SkipEmptyParts))
        row.tags += tag.trimmed().left(60);
    if (row.stamp.until.isEmpty() && row.stamp.clock)
        row.stamp.until = cell(columns.end).trimmed().left(40);
    if (!time.isEmpty() || !row.text.isEmpty())
        row.source = cells.join(u" | "_s);
    return row;
}

} // namespace fireline::exchange
