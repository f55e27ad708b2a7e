// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdownrows.h"

#include "rowcollector.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

using Kind = MarkdownBlock::Kind;
using State = Stamp::State;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Report)
};

constexpr qsizetype kMaxBody = 9000; ///< a little over what an entry keeps, so that the cut is noticed
constexpr qsizetype kMaxProse = 400000;

} // namespace

QList<TimedRow> RowCollector::collect()
{
    for (m_at = 0; m_at < m_blocks.size(); ++m_at)
        readBlock(m_blocks[m_at]);
    closeSection();
    dropStrayRows();
    giveZones();
    return std::move(m_rows);
}

void RowCollector::readBlock(const MarkdownBlock &block)
{
    switch (block.kind) {
    case Kind::Meta: readMeta(block); return;
    case Kind::Heading: readHeading(block); return;
    case Kind::TableHead:
    case Kind::TableRow: readTable(); return;
    case Kind::Item: readItem(block); return;
    case Kind::Paragraph: readParagraph(block); return;
    case Kind::Fence: readFence(block); return;
    case Kind::Blank: m_blankBefore = true; return;
    }
}

void RowCollector::readMeta(const MarkdownBlock &block)
{
    static const QRegularExpression key(u"^(time ?zone|tz|time_zone)$"_s);
    if (!key.match(block.key).hasMatch())
        return;
    if (const auto match = readZone(block.text); match && match->length == block.text.size())
        state(ZoneStatement{match->zone, false, false, block.text}, block.line);
}

void RowCollector::readHeading(const MarkdownBlock &block)
{
    m_blankBefore = true;
    const QString text = plainText(block.text);
    Stamp stamp = m_titleSeen || block.level > 1 ? readStamp(text, StampPlace::Row) : Stamp();
    const bool isTitle = block.level == 1 && !m_titleSeen;
    m_titleSeen = m_titleSeen || isTitle;
    const QString rest = text.sliced(qMin(stamp.length, text.size())).trimmed();
    const bool dayOnly = stamp.state == State::Read && !stamp.hasClock() && rest.isEmpty();
    const bool timed = stamp.state == State::Read && stamp.hasClock();
    const bool odd = (stamp.state == State::Unreadable || stamp.state == State::Placeholder) && m_use == SectionUse::Timeline;
    const bool allowed = m_use == SectionUse::Timeline || (m_use == SectionUse::Other && !isTitle);
    // a day heading of the same rank was an event of its own, not the day of this one
    if (m_dayRow >= 0 && block.level <= m_dayLevel)
        endRow();
    if (!isTitle && ((timed && allowed) || odd)) {
        startRow(block, stamp, rest, true);
        return;
    }
    if (!isTitle && dayOnly && allowed) {
        startDay(block, stamp);
        return;
    }
    if (!isTitle && m_use == SectionUse::Timeline && block.level > m_useLevel && readTimeInBrackets(block, text))
        return;
    endRow();
    enterSection(block, text, isTitle);
    if (!isTitle && m_use != SectionUse::Aside && useOfHeading(text) == SectionUse::Other)
        enterDayOfHeading(block, text, stamp);
}

/// "Day one (2 January 2024)", "Monday 5 February: first signs", "Day 2": what stands below is of that day, even where
/// nobody can say which day it is.
void RowCollector::enterDayOfHeading(const MarkdownBlock &block, const QString &text, const Stamp &stamp)
{
    static const QRegularExpression unknown(
        u"^\\W*(?:day \\d+\\b|(?:the )?(?:next|following) (?:day|morning)\\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\\W*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QList<QDate> days = datesInside(text);
    Stamp day;
    if (stamp.date.isSet() && !stamp.clock) {
        day = stamp;
    } else if (days.size() == 1) {
        day.state = State::Read;
        day.date.year = days.first().year();
        day.date.month = days.first().month();
        day.date.day = days.first().day();
    } else if (unknown.match(text).hasMatch() && m_use == SectionUse::Timeline) {
        day.state = State::Unreadable;
        day.problem = Text::tr("the heading \"%1\" does not say the day").arg(text.left(60));
    } else {
        return;
    }
    addDay(block, day);
}

/// "2. Root cause found (12:00-12:30)"
bool RowCollector::readTimeInBrackets(const MarkdownBlock &block, const QString &text)
{
    const qsizetype open = text.lastIndexOf(u'(');
    if (open <= 0 || !text.trimmed().endsWith(u')'))
        return false;
    const QString inside = text.sliced(open);
    const Stamp stamp = readStamp(inside, StampPlace::Row);
    const bool odd = stamp.state == State::Unreadable && stamp.length >= inside.size();
    if (!odd && (stamp.state != State::Read || !stamp.hasClock() || stamp.length < inside.size()))
        return false;
    startRow(block, stamp, text.first(open).trimmed(), true);
    return true;
}

void RowCollector::enterSection(const MarkdownBlock &block, const QString &text, bool isTitle)
{
    const SectionUse use = isTitle ? SectionUse::Other : useOfHeading(text);
    const bool below = m_useLevel > 0 && block.level > m_useLevel;
    if (below && use == SectionUse::Other) {
        ++m_group; // a heading inside the timeline: another order, the same use
    } else {
        closeSection();
        m_use = use;
        m_useLevel = block.level;
        ++m_section;
        ++m_group;
        m_sectionZone = {};
    }
    // "Timeline (all times UTC, 2026-07-26)"
    if (use == SectionUse::Timeline) {
        if (auto statement = readZoneStatement(text, true))
            state(*statement, block.line);
        Stamp stamp;
        const QList<QDate> days = datesInside(text);
        if (days.size() == 1) {
            stamp.state = State::Read;
            stamp.date.year = days.first().year();
            stamp.date.month = days.first().month();
            stamp.date.day = days.first().day();
            addDay(block, stamp);
        }
    }
}

void RowCollector::closeSection()
{
    if (m_use == SectionUse::Timeline && m_sectionRows == 0 && !m_fenceRows.isEmpty())
        m_rows += m_fenceRows;
    m_fenceRows.clear();
    m_sectionRows = 0;
    endRow();
}

TimedRow &RowCollector::add(const MarkdownBlock &block, const Stamp &stamp, const QString &text)
{
    TimedRow row;
    row.line = block.line;
    row.source = block.text;
    row.stamp = stamp;
    row.text = plainText(text);
    static const QRegularExpression unsure(u"^\\((?:maybe|perhaps|not sure|approx|roughly|or so|probably)\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (unsure.match(row.text).hasMatch())
        row.stamp.approximate = true;
    row.group = m_group;
    row.section = m_section;
    row.stated = m_sectionZone;
    m_rows += row;
    ++m_sectionRows;
    return m_rows.last();
}

void RowCollector::startRow(const MarkdownBlock &block, const Stamp &stamp, const QString &text, bool heading)
{
    if (m_dayRow >= 0)
        m_rows[m_dayRow].text.clear();
    add(block, stamp, text);
    m_open = m_rows.size() - 1;
    m_openHeading = heading;
    m_openIndent = block.level;
    m_dayRow = -1;
}

void RowCollector::addDay(const MarkdownBlock &block, const Stamp &stamp)
{
    ++m_group;
    TimedRow &row = add(block, stamp, {});
    row.contextOnly = true;
    --m_sectionRows;
}

/// A heading or a line that names the day only. With text under it and no clock time it is an event without time.
void RowCollector::startDay(const MarkdownBlock &block, const Stamp &stamp)
{
    endRow();
    addDay(block, stamp);
    m_dayRow = m_rows.size() - 1;
    m_dayLevel = block.kind == Kind::Heading ? block.level : 0;
}

void RowCollector::endRow()
{
    m_open = -1;
    m_openHeading = false;
    if (m_dayRow >= 0 && m_dayRow == m_rows.size() - 1 && m_use == SectionUse::Timeline && !m_rows[m_dayRow].text.isEmpty())
        m_rows[m_dayRow].contextOnly = false;
    else if (m_dayRow >= 0)
        m_rows[m_dayRow].text.clear();
    m_dayRow = -1;
}

void RowCollector::append(const QString &text)
{
    const qsizetype target = m_open >= 0 ? m_open : m_dayRow;
    if (target >= 0 && m_rows[target].text.size() < kMaxBody) {
        QString &body = m_rows[target].text;
        if (!body.isEmpty())
            body += u'\n';
        body += text;
    }
    if (m_prose.size() < kMaxProse)
        m_prose += text + u'\n';
}

void RowCollector::state(const std::optional<ZoneStatement> &statement, int line)
{
    if (!statement)
        return;
    if (statement->unreadable) {
        // nothing may be read as UTC where a zone was announced
        Zone unclear;
        unclear.kind = Zone::Kind::Ambiguous;
        unclear.written = statement->written;
        m_sectionZone = unclear;
        if (!m_documentZone.isSet())
            m_documentZone = unclear;
        return;
    }
    if (!statement->zone.note.isEmpty())
        m_warnings += Text::tr("Line %1: %2.").arg(line).arg(statement->zone.note);
    if (statement->hedged)
        m_warnings +=
            Text::tr("Line %1: only most times are said to be in %2; all were read so.").arg(line).arg(statement->zone.written);
    if (!m_documentZone.isSet())
        m_documentZone = statement->zone;
    m_sectionZone = statement->zone;
}

/// Rows before the sentence that states the zone, and in sections that do not repeat it.
void RowCollector::giveZones()
{
    for (TimedRow &row : m_rows) {
        if (!row.stated.isSet())
            row.stated = m_documentZone;
    }
}

/// Paragraphs with a time outside a timeline are a timeline only where there are several, and no other.
void RowCollector::dropStrayRows()
{
    if (m_stray.isEmpty() || (m_stray.size() >= 3 && m_stray.size() * 2 > m_rows.size()))
        return;
    QList<TimedRow> kept;
    qsizetype next = 0;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (next < m_stray.size() && m_stray[next] == i)
            ++next;
        else
            kept += m_rows[i];
    }
    m_rows = kept;
}

QList<TimedRow> collectRows(const QList<MarkdownBlock> &blocks, QStringList &warnings, QString &prose)
{
    return RowCollector(blocks, warnings, prose).collect();
}

} // namespace fireline::exchange
