// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/fuzzymatch.h"

#include <algorithm>

namespace fireline::models {

namespace {

constexpr int matched = 16;
constexpr int gapOpened = -3;
constexpr int gapGrown = -1;
constexpr int sameCase = 1;
constexpr int atTextStart = 12;
constexpr int atWordStart = 10;
constexpr int atHump = 9;
constexpr int atDigit = 5;
constexpr int inSequence = 8;
constexpr int impossible = -1'000'000;
// What a long text or a late beginning may cost at most, so that neither outweighs a whole character.
constexpr int longestPenalty = 8;

using Characters = QList<QChar>;
using Scores = QList<int>;

int placeBonus(QStringView text, qsizetype at)
{
    if (at == 0)
        return atTextStart;
    const QChar before = text[at - 1];
    const QChar here = text[at];
    if (!here.isLetterOrNumber())
        return 0;
    if (!before.isLetterOrNumber())
        return atWordStart;
    if (before.isLower() && here.isUpper())
        return atHump;
    return !before.isDigit() && here.isDigit() ? atDigit : 0;
}

Characters withoutBlanks(QStringView pattern)
{
    Characters out;
    for (const QChar c : pattern) {
        if (!c.isSpace())
            out.append(c);
    }
    return out;
}

bool isSubsequence(const Characters &wanted, const Characters &folded)
{
    qsizetype found = 0;
    for (qsizetype at = 0; at < folded.size() && found < wanted.size(); ++at) {
        if (folded[at] == wanted[found].toCaseFolded())
            ++found;
    }
    return found == wanted.size();
}

/// The table of best scores: one row for each character of the pattern, one column for each of the text.
class Table
{
public:
    Table(const Characters &pattern, QStringView text, const Characters &folded)
        : m_pattern(pattern)
        , m_text(text)
        , m_width(text.size())
        , m_ending(pattern.size() * m_width)
        , m_upTo(pattern.size() * m_width)
    {
        Scores bonus(m_width);
        for (qsizetype at = 0; at < m_width; ++at)
            bonus[at] = placeBonus(text, at);
        for (qsizetype row = 0; row < pattern.size(); ++row)
            fill(row, folded, bonus);
    }

    FuzzyMatch best() const
    {
        FuzzyMatch out;
        qsizetype row = m_pattern.size() - 1;
        const int *last = m_ending.constData() + row * m_width;
        qsizetype column = std::max_element(last, last + m_width) - last;
        out.score = last[column];
        out.positions.resize(m_pattern.size());
        for (;; --row) {
            out.positions[row] = int(column);
            if (row == 0)
                break;
            column = previous(row, column);
        }
        return out;
    }

private:
    int own(qsizetype row, qsizetype column, const Scores &bonus) const
    {
        return matched + bonus[column] + (m_pattern[row] == m_text[column] ? sameCase : 0);
    }

    void fill(qsizetype row, const Characters &folded, const Scores &bonus)
    {
        const QChar wanted = m_pattern[row].toCaseFolded();
        int *ending = m_ending.data() + row * m_width;
        int *upTo = m_upTo.data() + row * m_width;
        int best = impossible;
        bool touching = false;
        for (qsizetype column = 0; column < m_width; ++column) {
            int score = impossible;
            if (folded[column] == wanted)
                score = beforeIt(row, column) + own(row, column, bonus);
            ending[column] = score;
            best += touching ? gapOpened : gapGrown;
            touching = score >= best && score > impossible / 2;
            best = std::max(best, score);
            upTo[column] = best;
        }
    }

    /// The best for the pattern's part before `row`, given that `row` falls on `column`.
    int beforeIt(qsizetype row, qsizetype column) const
    {
        if (row == 0)
            return -std::min<int>(int(column), longestPenalty);
        if (column == 0)
            return impossible;
        const qsizetype before = (row - 1) * m_width + column - 1;
        return std::max(m_upTo[before], m_ending[before] + inSequence);
    }

    qsizetype previous(qsizetype row, qsizetype column) const
    {
        const qsizetype start = (row - 1) * m_width;
        --column;
        if (m_ending[start + column] + inSequence >= m_upTo[start + column])
            return column;
        // Walk back to where the best so far came from: it falls by the gap's cost behind that place.
        while (column > 0 && m_upTo[start + column] != m_ending[start + column])
            --column;
        return column;
    }

    const Characters &m_pattern;
    QStringView m_text;
    qsizetype m_width;
    Scores m_ending; ///< row's character falls exactly on the column
    Scores m_upTo;   ///< the best up to the column, with the cost of the gap behind it
};

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    const Characters wanted = withoutBlanks(pattern.first(std::min<qsizetype>(pattern.size(), fuzzyReach)));
    if (wanted.isEmpty())
        return FuzzyMatch{};
    text = text.first(std::min<qsizetype>(text.size(), fuzzyReach));
    Characters folded(text.size());
    std::transform(text.begin(), text.end(), folded.begin(), [](QChar c) { return c.toCaseFolded(); });
    if (!isSubsequence(wanted, folded))
        return {};
    FuzzyMatch out = Table(wanted, text, folded).best();
    out.score -= std::min<int>(int(text.size() - wanted.size()) / 4, longestPenalty);
    return out;
}

} // namespace fireline::models
