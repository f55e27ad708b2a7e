// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdownblocks.h"
#include "reportfacts.h"
#include "timedrow.h"

namespace fireline::exchange {

/// Walks over a report and collects its timed rows; the class behind collectRows(), internal to it. Used once.
class RowCollector
{
public:
    RowCollector(const QList<MarkdownBlock> &blocks, QStringList &warnings, QString &prose)
        : m_blocks(blocks)
        , m_warnings(warnings)
        , m_prose(prose)
    {
    }

    QList<TimedRow> collect();

private:
    void readBlock(const MarkdownBlock &block);
    void readMeta(const MarkdownBlock &block);
    void readHeading(const MarkdownBlock &block);
    /// "2. Root cause found (12:00-12:30)"
    bool readTimeInBrackets(const MarkdownBlock &block, const QString &text);
    void enterDayOfHeading(const MarkdownBlock &block, const QString &text, const Stamp &stamp);
    void enterSection(const MarkdownBlock &block, const QString &text, bool isTitle);
    void closeSection();

    TimedRow &add(const MarkdownBlock &block, const Stamp &stamp, const QString &text);
    void startRow(const MarkdownBlock &block, const Stamp &stamp, const QString &text, bool heading);
    void addDay(const MarkdownBlock &block, const Stamp &stamp);
    /// A heading or a line that names the day only. With text under it and no clock time it is an event without time.
    void startDay(const MarkdownBlock &block, const Stamp &stamp);
    void endRow();
    void append(const QString &text);

    void readTable();
    /// | Detected | 2024-01-02 14:02 UTC |
    void readLabelTable(qsizetype from, qsizetype to);
    void addLabel(const MarkdownBlock &block, const Stamp &stamp, QString label);

    void readItem(const MarkdownBlock &block);
    [[nodiscard]] bool isBodyItem(const MarkdownBlock &block) const { return m_open >= 0 && block.level > m_openIndent; }
    /// An item without a time between items of the same list and depth that have one.
    [[nodiscard]] bool isSiblingOfRows(const MarkdownBlock &block) const;
    /// A line that begins with a time, alone or with a text; false when it does not.
    bool readTimedLine(const MarkdownBlock &block, const QString &text);
    bool readLabel(const MarkdownBlock &block, const QString &text);

    void readParagraph(const MarkdownBlock &block);
    /// Text wrapped at a time ("... went down at\n14:02 and came back") is no row of its own.
    [[nodiscard]] bool mayBeRow(const MarkdownBlock &block, bool opens) const;
    void readFence(const MarkdownBlock &block);

    void state(const std::optional<ZoneStatement> &statement, int line);
    /// Rows before the sentence that states the zone, and in sections that do not repeat it.
    void giveZones();
    /// Paragraphs with a time outside a timeline are a timeline only where there are several, and no other.
    void dropStrayRows();

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

} // namespace fireline::exchange
