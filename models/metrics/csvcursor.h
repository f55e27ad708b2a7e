// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fireline::models {

/// One field of a CSV file and where it begins; lines and columns count from 1. A value.
struct CsvCell
{
    std::string text; ///< UTF-8, without quotes
    int line = 1;
    int column = 1;
};

/// Reads records of a CSV file one after the other (RFC 4180, any separator, lines that begin with "#" and empty ones are
/// passed over). A value over the bytes it was given, which outlive it.
class CsvCursor
{
public:
    CsvCursor(std::string_view bytes, char separator);

    /// The separator that divides the first lines most evenly; "sep=;" on the first line decides.
    [[nodiscard]] static char separatorOf(std::string_view bytes);

    /// False at the end, and where a quote is never closed: then badQuote() tells where it stands.
    bool next(std::vector<CsvCell> &cells);
    /// Line 0: there is none.
    [[nodiscard]] const CsvCell &badQuote() const { return m_badQuote; }

private:
    void skipComments();
    void readCell(CsvCell &cell);
    void step();
    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
    [[nodiscard]] char now() const { return m_bytes[m_at]; }

    std::string_view m_bytes;
    char m_separator;
    size_t m_at = 0;
    int m_line = 1;
    int m_column = 1;
    CsvCell m_badQuote;
};

} // namespace fireline::models
