// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtable.h"

#include <QHash>

#include <array>

namespace fireline::exchange {

namespace {

constexpr qsizetype kMaxCells = 1000;

class Reader
{
public:
    Reader(QStringView text, QChar delimiter, qsizetype most) : m_text(text), m_delimiter(delimiter), m_most(most) { }

    QList<CsvRecord> read()
    {
        while (m_at < m_text.size() && m_records.size() < m_most)
            readRecord();
        return std::move(m_records);
    }

private:
    void readRecord()
    {
        CsvRecord record;
        record.line = m_line;
        for (;;) {
            QString cell = readCell();
            if (record.cells.size() < kMaxCells)
                record.cells += cell;
            if (m_at >= m_text.size())
                break;
            const QChar c = m_text[m_at++];
            if (c == u'\n') {
                ++m_line;
                break;
            }
        }
        const bool blank = record.cells.size() == 1 && record.cells.first().trimmed().isEmpty();
        if (!blank)
            m_records += record;
    }

    /// Leaves m_at at the delimiter, the line end or the end.
    QString readCell()
    {
        qsizetype start = m_at;
        while (start < m_text.size() && m_text[start] == u' ')
            ++start;
        if (start < m_text.size() && m_text[start] == u'"') {
            m_at = start + 1;
            return readQuoted();
        }
        const qsizetype from = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_delimiter && m_text[m_at] != u'\n')
            ++m_at;
        return m_text.sliced(from, m_at - from).trimmed().toString();
    }

    QString readQuoted()
    {
        QString cell;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == u'\n')
                ++m_line;
            if (c != u'"') {
                cell += c;
            } else if (m_at < m_text.size() && m_text[m_at] == u'"') {
                cell += c;
                ++m_at;
            } else {
                break;
            }
        }
        // what stands behind the closing quote belongs to the cell, as spreadsheets have it
        while (m_at < m_text.size() && m_text[m_at] != m_delimiter && m_text[m_at] != u'\n')
            cell += m_text[m_at++];
        return cell.trimmed();
    }

    QStringView m_text;
    QChar m_delimiter;
    qsizetype m_most;
    QList<CsvRecord> m_records;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

QChar guessDelimiter(const QString &text)
{
    static constexpr std::array candidates = {u',', u';', u'\t', u'|'};
    QChar best = u',';
    qint64 bestScore = 0;
    const QStringView head = QStringView(text).left(64 * 1024);
    for (char16_t candidate : candidates) {
        const QList<CsvRecord> records = Reader(head, candidate, 20).read();
        QHash<qsizetype, int> widths;
        for (const CsvRecord &record : records)
            ++widths[record.cells.size()];
        qint64 score = 0;
        for (auto it = widths.cbegin(); it != widths.cend(); ++it) {
            if (it.key() > 1)
                score = qMax(score, qint64(it.value()) * 1000 + qMin<qint64>(it.key(), 50));
        }
        if (score > bestScore) {
            best = candidate;
            bestScore = score;
        }
    }
    return best;
}

QList<CsvRecord> readCsv(const QString &text, QChar delimiter)
{
    return Reader(text, delimiter, text.size() + 1).read();
}

} // namespace fireline::exchange
