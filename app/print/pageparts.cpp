// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageparts.h"

#include <QAbstractTextDocumentLayout>
#include <QPaintDevice>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>

namespace fireline::print {

namespace {

constexpr double screenDots = 96; // what borders and paddings of a text are counted in

struct Head
{
    double from;
    double to;
    double end; ///< of its table
};

/// Where a page may end; made once for each text.
class Cuts
{
public:
    explicit Cuts(const QTextDocument &text) : m_layout(*text.documentLayout())
    {
        m_end = m_layout.documentSize().height(); // all of it is laid out by that
        const QPaintDevice *device = m_layout.paintDevice();
        m_scale = device ? device->logicalDpiY() / screenDots : 1;
        for (auto it = text.rootFrame()->begin(); !it.atEnd(); ++it) {
            if (auto *table = qobject_cast<QTextTable *>(it.currentFrame()))
                addTable(*table);
            else if (it.currentBlock().isValid())
                addBlock(it.currentBlock());
        }
        std::sort(m_lines.begin(), m_lines.end());
    }

    [[nodiscard]] double end() const { return m_end; }
    /// The last place behind `from` and not behind `most` where a page may end.
    [[nodiscard]] double last(double from, double most) const
    {
        for (const QList<double> *cuts : {&m_wholes, &m_lines}) {
            const auto behind = std::upper_bound(cuts->begin(), cuts->end(), most);
            if (behind != cuts->begin() && *(behind - 1) > from)
                return *(behind - 1);
        }
        return most;
    }
    /// Of the table that is cut there.
    [[nodiscard]] PagePart headAt(double cut) const
    {
        for (const Head &head : m_heads) {
            if (cut > head.to && cut < head.end)
                return {cut, cut, head.from, head.to};
        }
        return {cut, cut, 0, 0};
    }

private:
    void addBlock(const QTextBlock &block)
    {
        const double top = m_layout.blockBoundingRect(block).top();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            if (i > 0 || !m_keeps)
                m_wholes.append(top + block.layout()->lineAt(i).y());
        }
        if (!block.text().trimmed().isEmpty()) // Qt has empty ones around tables
            m_keeps = block.blockFormat().headingLevel() > 0;
    }
    void addTable(QTextTable &table)
    {
        const double rim = (table.format().cellPadding() + table.format().border()) * m_scale;
        const int heads = table.format().headerRowCount();
        double first = 0;
        for (int row = 0; row < table.rows(); ++row) {
            const double top = topOf(table, row) - rim;
            first = row == 0 ? top : first;
            if (row == heads && heads > 0)
                m_heads.append({first, top, m_layout.frameBoundingRect(&table).bottom()});
            // A head stays with the first of its rows.
            if (row == 0 ? !m_keeps : row != heads)
                m_wholes.append(top);
        }
        m_keeps = false;
    }
    /// With all lines of its cells.
    double topOf(const QTextTable &table, int row)
    {
        double top = m_end;
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            for (auto it = cell.begin(); !it.atEnd(); ++it) {
                const QTextBlock block = it.currentBlock();
                const double from = m_layout.blockBoundingRect(block).top();
                top = std::min(top, from);
                for (int i = 1; block.isValid() && i < block.layout()->lineCount(); ++i)
                    m_lines.append(from + block.layout()->lineAt(i).y());
            }
        }
        return top;
    }

    const QAbstractTextDocumentLayout &m_layout;
    double m_end = 0;
    double m_scale = 1;
    bool m_keeps = false;   ///< what was added last stays with what follows
    QList<double> m_wholes; ///< between lines and rows
    QList<double> m_lines;  ///< between lines within a row, for one that is higher than a page
    QList<Head> m_heads;
};

} // namespace

QList<PagePart> pageParts(const QTextDocument &text, double height)
{
    const Cuts cuts(text);
    QList<PagePart> parts;
    PagePart part;
    while (part.from + height - part.headHeight() < cuts.end()) {
        part.to = cuts.last(part.from, part.from + height - part.headHeight());
        parts.append(part);
        part = cuts.headAt(part.to);
        if (part.headHeight() > height / 2)
            part.headFrom = part.headTo = 0;
    }
    part.to = cuts.end();
    parts.append(part);
    return parts;
}

} // namespace fireline::print
