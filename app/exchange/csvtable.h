// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::exchange {

/// One record of a CSV file; it may span several lines.
struct CsvRecord
{
    int line = 0; ///< where it begins, from 1
    QStringList cells;
};

/// The mark between cells that makes the first records most alike: comma, semicolon, tab or bar; comma when none does.
[[nodiscard]] QChar guessDelimiter(const QString &text);

/// RFC 4180 with any delimiter; a quote that is never closed ends with the file. Blank lines are left out. At most
/// 1,000 cells a record, the rest is dropped. Linear in the text.
[[nodiscard]] QList<CsvRecord> readCsv(const QString &text, QChar delimiter);

} // namespace fireline::exchange
