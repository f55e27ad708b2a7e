// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/csvcursor.h"

#include <algorithm>

namespace fireline::models {

CsvCursor::CsvCursor(std::string_view bytes, char separator) : m_bytes(bytes), m_separator(separator)
{
    m_badQuote.line = 0;
    if (bytes.substr(0, 4) == "sep=") {
        while (!atEnd() && now() != '\n')
            step();
    }
}

char CsvCursor::separatorOf(std::string_view bytes)
{
    if (bytes.size() > 5 && bytes.substr(0, 4) == "sep=")
        return bytes[4];
    char best = ',';
    size_t most = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        CsvCursor cursor(bytes.substr(0, 20000), candidate);
        std::vector<CsvCell> cells;
        size_t least = 0;
        for (int i = 0; i < 5 && cursor.next(cells); ++i)
            least = i == 0 ? cells.size() : std::min(least, cells.size());
        if (least > most) {
            most = least;
            best = candidate;
        }
    }
    return best;
}

void CsvCursor::step()
{
    if (now() == '\n') {
        ++m_line;
        m_column = 1;
    } else if ((now() & 0xC0) != 0x80) { // the rest of a letter has no column of its own
        ++m_column;
    }
    ++m_at;
}

void CsvCursor::skipComments()
{
    while (!atEnd() && (now() == '\n' || now() == '\r' || now() == '#')) {
        if (now() == '#') {
            while (!atEnd() && now() != '\n')
                step();
        }
        if (!atEnd())
            step();
    }
}

bool CsvCursor::next(std::vector<CsvCell> &cells)
{
    skipComments();
    size_t count = 0;
    while (!atEnd()) {
        if (cells.size() <= count)
            cells.emplace_back();
        readCell(cells[count++]);
        if (m_badQuote.line > 0)
            return false;
        if (!atEnd() && now() == m_separator) {
            step();
            if (!atEnd())
                continue;
            if (cells.size() <= count)
                cells.emplace_back();
            readCell(cells[count++]); // an empty one at the end of the file
        }
        break;
    }
    cells.resize(count);
    return count > 0;
}

void CsvCursor::readCell(CsvCell &cell)
{
    cell.text.clear();
    cell.line = m_line;
    cell.column = m_column;
    if (!atEnd() && now() == '"') {
        step();
        for (;;) {
            if (atEnd()) {
                m_badQuote = cell;
                return;
            }
            if (now() == '"') {
                step();
                if (atEnd() || now() != '"')
                    break;
            }
            cell.text += now();
            step();
        }
    }
    while (!atEnd() && now() != m_separator && now() != '\n') {
        if (now() != '\r')
            cell.text += now();
        step();
    }
}

} // namespace fireline::models
