// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QTextDocument;

namespace fireline::print {

/// What of a text stands on one page, in the text's own coordinates. A value.
struct PagePart
{
    double from = 0;
    double to = 0;
    double headFrom = 0; ///< the head of a table that goes on from the page before stands above it; both 0: none does
    double headTo = 0;

    [[nodiscard]] double headHeight() const { return headTo - headFrom; }
};

/// Cuts a text that was laid out without pages into pages of that height: between two rows of a table, or two lines, and never behind
/// a heading. A row that is higher than a page is cut between its lines. One part at least. Any thread.
[[nodiscard]] QList<PagePart> pageParts(const QTextDocument &text, double height);

} // namespace fireline::print
