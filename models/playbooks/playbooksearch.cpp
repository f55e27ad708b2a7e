// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbooks/playbooksearch.h"

#include "entry/fuzzymatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

constexpr int inTitle = 1'000'000;
constexpr int inTag = 900'000;
constexpr int inSymptom = 300'000;
constexpr int inText = 200'000;
constexpr int longestExcerpt = 120;

bool has(const QString &text, QStringView word)
{
    return text.contains(word, Qt::CaseInsensitive);
}

bool anyHas(const QStringList &texts, QStringView word)
{
    return std::any_of(texts.begin(), texts.end(), [&](const QString &text) { return has(text, word); });
}

/// The line of a longer text that has the word, around it.
QString lineWith(const QString &text, QStringView word)
{
    const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    const qsizetype begin = at <= 0 ? 0 : text.lastIndexOf(u'\n', at) + 1;
    qsizetype end = text.indexOf(u'\n', at);
    end = end < 0 ? text.size() : end;
    const qsizetype from = std::max(begin, at - longestExcerpt / 2);
    return text.mid(from, std::min<qsizetype>(end - from, longestExcerpt)).trimmed();
}

std::optional<PlaybookHit> findWord(QStringView word, const PlaybookText &text)
{
    if (has(text.title, word))
        return PlaybookHit{inTitle, {}};
    if (anyHas(text.tags, word) || has(text.listId, word))
        return PlaybookHit{inTag, {}};
    for (const QString &symptom : text.symptoms) {
        if (has(symptom, word))
            return PlaybookHit{inSymptom, lineWith(symptom, word)};
    }
    for (const PlaybookPiece &piece : text.pieces) {
        if (has(piece.text, word))
            return PlaybookHit{inText, lineWith(piece.text, word)};
    }
    return {};
}

std::optional<PlaybookHit> findFuzzily(QStringView query, const PlaybookText &text)
{
    std::optional<PlaybookHit> best;
    for (const QString &name : QStringList{text.title} + text.tags) {
        const auto match = fuzzyMatch(query, name);
        if (match && (!best || match->score > best->score))
            best = PlaybookHit{match->score, {}};
    }
    return best;
}

} // namespace

std::optional<PlaybookHit> findPlaybook(QStringView query, const PlaybookText &text)
{
    PlaybookHit all;
    for (const QStringView word : query.split(u' ', Qt::SkipEmptyParts)) {
        const auto hit = findWord(word, text);
        if (!hit)
            return findFuzzily(query, text);
        all.score += hit->score;
        if (all.line.isEmpty())
            all.line = hit->line;
    }
    return all;
}

} // namespace fireline::models
