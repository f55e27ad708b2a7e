// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/nearest.h"

#include "command/command.h"

#include <QList>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

constexpr qsizetype longestWord = 24;

// Insertions, deletions and changes between two short words.
int distance(QStringView a, QStringView b)
{
    QList<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i) + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int change = diagonal + (a.at(i) == b.at(j) ? 0 : 1);
            diagonal = row.at(j + 1);
            row[j + 1] = std::min({change, diagonal + 1, row.at(j) + 1});
        }
    }
    return row.last();
}

QStringList wordsOf(const VerbSpec &spec)
{
    return QStringList(spec.name.toString()) + spec.aliases.toString().split(u' ', Qt::SkipEmptyParts);
}

} // namespace

bool isAmbiguousVerb(const QString &word)
{
    const QString lower = word.toLower();
    qsizetype count = 0;
    for (const VerbSpec &spec : verbTable()) {
        const QStringList words = wordsOf(spec);
        count += std::any_of(words.begin(), words.end(), [&](const QString &w) { return w.startsWith(lower); });
    }
    return !lower.isEmpty() && count > 1;
}

QStringList nearestVerbs(const QString &word)
{
    const QString lower = word.toLower();
    if (lower.isEmpty() || lower.size() > longestWord)
        return {};
    QList<std::pair<int, QString>> found;
    for (const VerbSpec &spec : verbTable()) {
        int best = 99;
        for (const QString &candidate : wordsOf(spec))
            best = std::min(best, candidate.startsWith(lower) ? 0 : distance(lower, candidate));
        if (best <= std::min<int>(2, int(lower.size()) / 2))
            found.append({best, u'/' + spec.name.toString()});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList names;
    for (const auto &entry : found.first(qMin(found.size(), qsizetype(5))))
        names.append(entry.second);
    return names;
}

} // namespace fireline::domain
