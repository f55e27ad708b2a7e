// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdownrows.h"

#include "markdowntable.h"
#include "reportfacts.h"

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

class Collector
{
public:
    Collector(const QList<MarkdownBlock> &blocks, QStringList &warnings, QString &prose)
        : m_blocks(blocks)
        , m_warnings(warnings)
        , m_prose(prose)
    {
    }

    QList<TimedRow> collect()
    {
        for (m_at = 0; m_at < m_blocks.size(); ++m_at)
            readBlock(m_blocks[m_at]);
        closeSection();
        dropStrayRows();
        giveZones();
        return std::move(m_rows);
    }

private:
    // --- walking -----------------------------------------------------------------------------------------------

    void readBlock(const MarkdownBlock &block)
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

    void readMeta(const MarkdownBlock &block)
    {
        static const QRegularExpression key(u"^(time ?zone|tz|time_zone)$"_s);
        if (!key.match(block.key).hasMatch())
            return;
        if (const auto match = readZone(block.text); match && match->length == block.text.size())
            state(ZoneStatement{match->zone, false, false, block.text}, block.line);
    }

    void readHeading(const MarkdownBlock &block)
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
    }

    /// "2. Root cause found (12:00-12:30)"
    bool readTimeInBrackets(const MarkdownBlock &block, const QString &text)
    {
        const qsizetype open = text.lastIndexOf(u'(');
        if (open <= 0 || !text.trimmed().endsWith(u')'))
            return false;
        const QString inside = text.sliced(open);
        const Stamp stamp = readStamp(inside, StampPlace::Row);
        if (stamp.state != State::Read || !stamp.hasClock() || stamp.length < inside.size())
            return false;
        startRow(block, stamp, text.first(open).trimmed(), true);
        return true;
    }

    void enterSection(const MarkdownBlock &block, const QString &text, bool isTitle)
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

    void closeSection()
    {
        if (m_use == SectionUse::Timeline && m_sectionRows == 0 && !m_fenceRows.isEmpty())
            m_rows += m_fenceRows;
        m_fenceRows.clear();
        m_sectionRows = 0;
        endRow();
    }

    // --- rows --------------------------------------------------------------------------------------------------

    TimedRow &add(const MarkdownBlock &block, const Stamp &stamp, const QString &text)
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

    void startRow(const MarkdownBlock &block, const Stamp &stamp, const QString &text, bool heading)
    {
        if (m_dayRow >= 0)
            m_rows[m_dayRow].text.clear();
        add(block, stamp, text);
        m_open = m_rows.size() - 1;
        m_openHeading = heading;
        m_openIndent = block.level;
        m_dayRow = -1;
    }

    void addDay(const MarkdownBlock &block, const Stamp &stamp)
    {
        ++m_group;
        TimedRow &row = add(block, stamp, {});
        row.contextOnly = true;
        --m_sectionRows;
    }

    /// A heading or a line that names the day only. With text under it and no clock time it is an event without time.
    void startDay(const MarkdownBlock &block, const Stamp &stamp)
    {
        endRow();
        addDay(block, stamp);
        m_dayRow = m_rows.size() - 1;
        m_dayLevel = block.kind == Kind::Heading ? block.level : 0;
    }

    void endRow()
    {
        m_open = -1;
        m_openHeading = false;
        if (m_dayRow >= 0 && m_dayRow == m_rows.size() - 1 && m_use == SectionUse::Timeline && !m_rows[m_dayRow].text.isEmpty())
            m_rows[m_dayRow].contextOnly = false;
        else if (m_dayRow >= 0)
            m_rows[m_dayRow].text.clear();
        m_dayRow = -1;
    }

    void append(const QString &text)
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

    // --- tables ------------------------------------------------------------------------------------------------

    void readTable()
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
        if (m_use == SectionUse::Aside || columns.noEvents) {
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
    void readLabelTable(qsizetype from, qsizetype to)
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

    void addLabel(const MarkdownBlock &block, const Stamp &stamp, QString label)
    {
        label = label.trimmed();
        while (label.endsWith(u':') || label.endsWith(u'-') || label.endsWith(u'*') || label.endsWith(u'=')
               || label.endsWith(u'('))
            label = label.chopped(1).trimmed();
        TimedRow &row = add(block, stamp, label);
        row.labelled = true;
        --m_sectionRows;
    }

    // --- lists -------------------------------------------------------------------------------------------------

    void readItem(const MarkdownBlock &block)
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
        if (m_use == SectionUse::Timeline)
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

    [[nodiscard]] bool isBodyItem(const MarkdownBlock &block) const { return m_open >= 0 && block.level > m_openIndent; }

    /// An item without a time between items of the same list and depth that have one.
    [[nodiscard]] bool isSiblingOfRows(const MarkdownBlock &block) const
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
    bool readTimedLine(const MarkdownBlock &block, const QString &text)
    {
        const Stamp stamp = readStamp(block.text, StampPlace::Row);
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

    bool readLabel(const MarkdownBlock &block, const QString &text)
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

    // --- paragraphs --------------------------------------------------------------------------------------------

    void readParagraph(const MarkdownBlock &block)
    {
        const bool opens = block.opensParagraph || m_blankBefore;
        m_blankBefore = false;
        const QString text = plainText(block.text);
        if (const auto statement = readZoneStatement(text, false)) {
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
    [[nodiscard]] bool mayBeRow(const MarkdownBlock &block, bool opens) const
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

    void readFence(const MarkdownBlock &block)
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

    // --- zones -------------------------------------------------------------------------------------------------

    void state(const std::optional<ZoneStatement> &statement, int line)
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
            m_warnings += Text::tr("Line %1: only most times are said to be in %2; all were read so.")
                              .arg(line)
                              .arg(statement->zone.written);
        if (!m_documentZone.isSet())
            m_documentZone = statement->zone;
        m_sectionZone = statement->zone;
    }

    /// Rows before the sentence that states the zone, and in sections that do not repeat it.
    void giveZones()
    {
        for (TimedRow &row : m_rows) {
            if (!row.stated.isSet())
                row.stated = m_documentZone;
        }
    }

    /// Paragraphs with a time outside a timeline are a timeline only where there are several, and no other.
    void dropStrayRows()
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

    const QList<MarkdownBlock> &m_blocks;
    QStringList &m_warnings;
    QString &m_prose;
    QList<TimedRow> m_rows;
    QList<TimedRow> m_fenceRows;
    QList<qsizetype> m_stray;
    Zone m_documentZone;
    Zone m_sectionZone;
    SectionUse m_use = SectionUse::Other;
    qsizetype m_at = 0;
    qsizetype m_open = -1;   ///< the row that following text belongs to
    qsizetype m_dayRow = -1; ///< a day heading that nothing timed has followed yet
    int m_openIndent = 0;
    int m_dayLevel = 0;
    int m_rowIndent = 0; ///< of the last item that was a row
    int m_useLevel = 0;
    int m_group = 0;
    int m_section = 0;
    int m_list = 0;
    int m_sectionRows = 0;
    bool m_openHeading = false;
    bool m_titleSeen = false;
    bool m_blankBefore = true;
    bool m_paragraphTimed = false;
};

} // namespace

QList<TimedRow> collectRows(const QList<MarkdownBlock> &blocks, QStringList &warnings, QString &prose)
{
    return Collector(blocks, warnings, prose).collect();
}

} // namespace fireline::exchange
