// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowcollector.h"

#include "markdowntable.h"

#include <QRegularExpression>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

using Kind = MarkdownBlock::Kind;
using State = Stamp::State;

bool isMilestone(const QString &label)
{
    static const QRegularExpression words(
        u"\\b(fault|detect\\w*|declar\\w*|repair\\w*|resolv\\w*|start\\w*|began|begins?|mitigat\\w*|occurs?|occurred|ide"
        u"ntified|impact|restored|recover\\w*|acknowledg\\w*|end|ended|reported|alerted|closed|escalat\\w*|time to)"
        u"\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(
        u"\\b(publish\\w*|review\\w*|updated|meeting|scheduled|created|written|author\\w*|due|status)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return label.size() <= 60 && words.match(label).hasMatch() && !other.match(label).hasMatch();
}

bool readsAsTime(const QString &head)
{
    return head.contains(u"time"_s, Qt::CaseInsensitive) || head.contains(u"utc"_s, Qt::CaseInsensitive);
}

} // namespace

void RowCollector::readTable()
{
    const int table = m_blocks[m_at].list;
    const qsizetype from = m_at;
    qsizetype to = from;
    while (to < m_blocks.size() && m_blocks[to].list == table
           && (m_blocks[to].kind == Kind::TableHead || m_blocks[to].kind == Kind::TableRow))
        ++to;
    m_at = to - 1;
    m_blankBefore = true;
    const bool head = m_blocks[from].kind == Kind::TableHead;
    QList<QStringList> cells;
    for (qsizetype i = head ? from + 1 : from; i < to; ++i)
        cells += m_blocks[i].cells;
    const TableColumns columns = columnsOf(head ? m_blocks[from].cells : QStringList(), cells);
    // two columns, milestones in the first: a summary, not a timeline
    const bool summary = columns.time == 1 && columns.zoneOfTime.kind == Zone::Kind::None && cells.value(0).size() == 2
                         && !(head && readsAsTime(m_blocks[from].cells.value(1)))
                         && isMilestone(plainText(cells.value(0).value(0)));
    if (m_use == SectionUse::Aside || columns.noEvents || summary) {
        readLabelTable(from, to);
        return;
    }
    endRow();
    ++m_group;
    for (qsizetype i = head ? from + 1 : from; i < to; ++i) {
        TimedRow row = rowOfCells(m_blocks[i].cells, columns);
        if (row.source.isEmpty())
            continue;
        const bool plausible = row.stamp.state != State::None || m_use == SectionUse::Timeline;
        if (!plausible)
            continue;
        row.line = m_blocks[i].line;
        row.source = m_blocks[i].text;
        row.group = m_group;
        row.section = m_section;
        row.stated = columns.zoneOfTime.isSet() ? columns.zoneOfTime : m_sectionZone;
        row.hasNoTime = row.stamp.state == State::None;
        m_rows += row;
        ++m_sectionRows;
    }
    ++m_group;
}

/// | Detected | 2024-01-02 14:02 UTC |
void RowCollector::readLabelTable(qsizetype from, qsizetype to)
{
    if (m_use == SectionUse::Aside)
        return;
    for (qsizetype i = from; i < to; ++i) {
        const QStringList &cells = m_blocks[i].cells;
        if (cells.size() != 2 || !isMilestone(plainText(cells[0])))
            continue;
        const QString value = plainText(cells[1]);
        const Stamp stamp = readStamp(value, StampPlace::Row);
        if (stamp.state == State::Read && stamp.date.isSet() && stamp.clock && stamp.length >= value.size())
            addLabel(m_blocks[i], stamp, plainText(cells[0]));
    }
}

void RowCollector::addLabel(const MarkdownBlock &block, const Stamp &stamp, QString label)
{
    label = label.trimmed();
    while (label.endsWith(u':') || label.endsWith(u'-') || label.endsWith(u'*') || label.endsWith(u'=') || label.endsWith(u'('))
        label = label.chopped(1).trimmed();
    TimedRow &row = add(block, stamp, label);
    row.labelled = true;
    --m_sectionRows;
}

void RowCollector::readItem(const MarkdownBlock &block)
{
    m_blankBefore = false;
    const QString text = plainText(block.text);
    if (block.list != m_list) {
        m_list = block.list;
        if (!m_openHeading && !isBodyItem(block))
            ++m_group;
    }
    if (m_use == SectionUse::Aside) {
        append(text);
        return;
    }
    if (block.level < m_rowIndent)
        ++m_group; // another parent: another list in all but Markdown's eyes
    m_rowIndent = block.level;
    if (readTimedLine(block, text))
        return;
    if (readLabel(block, text))
        return;
    if (m_open < 0 || !m_documentZone.isSet())
        state(readZoneStatement(text, false), block.line);
    if (m_open >= 0 && !m_openHeading && block.level <= m_openIndent && isSiblingOfRows(block)) {
        TimedRow &row = add(block, Stamp(), text);
        row.hasNoTime = true;
        m_open = m_rows.size() - 1;
        m_openIndent = block.level;
        return;
    }
    if (m_open >= 0 && !m_openHeading && block.level <= m_openIndent)
        endRow();
    append(text);
}

/// An item without a time between items of the same list and depth that have one.
bool RowCollector::isSiblingOfRows(const MarkdownBlock &block) const
{
    if (block.level != m_openIndent)
        return false;
    for (qsizetype i = m_at + 1; i < m_blocks.size() && i < m_at + 60; ++i) {
        const MarkdownBlock &next = m_blocks[i];
        if (next.kind == Kind::Heading || (next.kind == Kind::Item && next.level < block.level))
            return false;
        if (next.kind == Kind::Item && next.list == block.list && next.level == block.level) {
            const Stamp stamp = readStamp(plainText(next.text), StampPlace::Row);
            if (stamp.state == State::Read && stamp.hasClock())
                return true;
        }
    }
    return false;
}

/// A line that begins with a time, alone or with a text; false when it does not.
bool RowCollector::readTimedLine(const MarkdownBlock &block, const QString &text)
{
    Stamp stamp = readStamp(block.text, StampPlace::Row);
    static const QRegularExpression dotted(u"^\\d{1,2}\\.\\d{2}\\s"_s);
    const bool sibling = m_use == SectionUse::Timeline && m_open >= 0 && !m_openHeading && block.level == m_openIndent;
    if (stamp.state == State::None && sibling && dotted.match(block.text).hasMatch())
        stamp = readStamp(block.text, StampPlace::Cell); // 10.36 between rows with clock times
    if (stamp.state == State::None)
        return false;
    const QString rest = block.text.sliced(qMin(stamp.length, block.text.size())).trimmed();
    const bool timeline = m_use == SectionUse::Timeline;
    if (stamp.state == State::Read && stamp.hasClock()) {
        startRow(block, stamp, rest, false);
        return true;
    }
    if (stamp.state == State::Read && rest.isEmpty() && (timeline || m_use == SectionUse::Other)) {
        startDay(block, stamp);
        return true;
    }
    if (timeline || (m_open >= 0 && block.level == m_openIndent && !m_openHeading)) {
        startRow(block, stamp, stamp.state == State::Unreadable || stamp.state == State::Read ? rest : text, false);
        return true;
    }
    return false;
}

bool RowCollector::readLabel(const MarkdownBlock &block, const QString &text)
{
    const Stamp stamp = readStampAtEnd(text);
    if (stamp.state == State::None)
        return false;
    const QString label = text.first(stamp.length).trimmed();
    if (!isMilestone(label))
        return false;
    endRow();
    addLabel(block, stamp, label);
    return true;
}

void RowCollector::readParagraph(const MarkdownBlock &block)
{
    const bool opens = block.opensParagraph || m_blankBefore;
    m_blankBefore = false;
    const QString text = plainText(block.text);
    // inside an entry such a sentence speaks of what the entry quotes, unless nothing else names a zone
    const bool mayState = m_open < 0 || !m_documentZone.isSet();
    const QString below = m_at + 1 < m_blocks.size() && m_blocks[m_at + 1].kind == Kind::Paragraph ? m_blocks[m_at + 1].text
                                                                                                   : QString();
    auto statement = mayState ? readZoneStatement(text, false) : std::nullopt;
    if (statement && statement->unreadable && !below.isEmpty()) {
        // the sentence may go on in the next line
        if (const auto joined = readZoneStatement(QString(text + u' ' + plainText(below)), false))
            statement = joined;
    }
    if (statement) {
        state(*statement, block.line);
        if (m_open < 0)
            return;
    }
    m_paragraphTimed = opens ? false : m_paragraphTimed;
    if (m_use != SectionUse::Aside && !m_openHeading && mayBeRow(block, opens)) {
        const qsizetype before = m_rows.size();
        if (readTimedLine(block, text)) {
            m_paragraphTimed = true;
            if (m_use != SectionUse::Timeline && m_rows.size() > before)
                m_stray += m_rows.size() - 1;
            return;
        }
    }
    if (opens && m_use != SectionUse::Aside && m_open < 0 && readLabel(block, text))
        return;
    if (opens && m_open >= 0 && !m_openHeading && block.level <= m_openIndent && m_use != SectionUse::Timeline)
        endRow();
    append(text);
}

/// Text wrapped at a time ("... went down at\n14:02 and came back") is no row of its own.
bool RowCollector::mayBeRow(const MarkdownBlock &block, bool opens) const
{
    if (opens)
        return true;
    const MarkdownBlock &before = m_blocks[m_at - 1];
    static const QRegularExpression joins(
        u"(\\b(at|from|to|until|by|around|since|and|between|the|about|for|of|or|before|after|till)|,|\\()\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (joins.match(before.text).hasMatch())
        return false;
    const Stamp stamp = readStamp(block.text, StampPlace::Row);
    const bool full = stamp.date.isSet() && stamp.clock;
    return m_paragraphTimed || (full && before.kind == Kind::Item) || (full && m_open >= 0);
}

void RowCollector::readFence(const MarkdownBlock &block)
{
    const Stamp stamp = readStamp(block.text.trimmed(), StampPlace::Row);
    const bool own = m_use == SectionUse::Timeline && m_open < 0 && m_sectionRows == 0;
    if (own && stamp.state == State::Read && stamp.hasClock()) {
        TimedRow row;
        row.line = block.line;
        row.source = block.text;
        row.stamp = stamp;
        row.text = block.text.trimmed().sliced(qMin(stamp.length, block.text.trimmed().size())).trimmed();
        row.group = m_group;
        row.section = m_section;
        row.stated = m_sectionZone;
        m_fenceRows += row;
    }
    append(block.text);
}

} // namespace fireline::exchange
