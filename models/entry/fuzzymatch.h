// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace fireline::models {

/// How well a pattern fits a text, and which characters of the text it fell on. A value.
struct FuzzyMatch
{
    int score = 0;        ///< higher is better; comparable between texts for one pattern only
    QList<int> positions; ///< rising, in UTF-16 units of the text; one for each character of the pattern but its blanks
};

/// Characters of a text beyond which nothing is looked for.
inline constexpr qsizetype fuzzyReach = 512;

/// The best way to find the characters of `pattern` in `text` in their order, whatever their case: at the start of words (so
/// that first letters find "New Decision" by "nd"), side by side, early, in a short text. Blanks in the pattern are skipped;
/// an empty pattern fits everything with nothing marked. Nothing where it does not fit. Pure; any thread.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace fireline::models
