// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/worddiff.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <vector>

namespace fireline::models {

namespace {

using Words = std::vector<QStringView>;

constexpr int mostChanges = 2000; ///< steps are kept for each: 2000² / 2 integers at most

Words wordsOf(QStringView text)
{
    Words words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text.data(), text.size());
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
        words.push_back(text.mid(from, to - from));
        from = to;
    }
    if (from < text.size())
        words.push_back(text.mid(from));
    return words;
}

void add(QList<DiffPart> &parts, DiffPart::Kind kind, QStringView text)
{
    if (!parts.isEmpty() && parts.last().kind == kind)
        parts.last().text += text;
    else if (!text.isEmpty())
        parts.append({kind, text.toString()});
}

/// The furthest x on each diagonal k = x - y after d changes; of the diagonals -d to d, each second one.
class Reach
{
public:
    explicit Reach(int d) : m_d(d), m_x(size_t(d) + 1, -1) { }
    int &at(int k) { return m_x[size_t((k + m_d) / 2)]; }
    int at(int k) const { return k < -m_d || k > m_d ? -1 : m_x[size_t((k + m_d) / 2)]; }

private:
    int m_d;
    std::vector<int> m_x;
};

/// One Reach for each number of changes, the last of which ends both texts; empty where that takes too many.
std::vector<Reach> walk(const Words &a, const Words &b)
{
    const int n = int(a.size());
    const int m = int(b.size());
    std::vector<Reach> steps;
    for (int d = 0; d <= std::min(n + m, mostChanges); ++d) {
        Reach reach(d);
        for (int k = -d; k <= d; k += 2) {
            int x = 0;
            if (d > 0) {
                const Reach &before = steps.back();
                const bool down = k == -d || (k != d && before.at(k - 1) < before.at(k + 1));
                x = down ? before.at(k + 1) : before.at(k - 1) + 1;
            }
            int y = x - k;
            while (x < n && y < m && a[size_t(x)] == b[size_t(y)]) {
                ++x;
                ++y;
            }
            reach.at(k) = x;
            if (x >= n && y >= m) {
                steps.push_back(std::move(reach));
                return steps;
            }
        }
        steps.push_back(std::move(reach));
    }
    return {};
}

struct Edit
{
    DiffPart::Kind kind;
    QStringView word;
};

/// From both ends back to the beginnings.
std::vector<Edit> trace(const Words &a, const Words &b, const std::vector<Reach> &steps)
{
    std::vector<Edit> edits;
    int x = int(a.size());
    int y = int(b.size());
    for (int d = int(steps.size()) - 1; d > 0; --d) {
        const Reach &before = steps[size_t(d) - 1];
        const int k = x - y;
        const bool down = k == -d || (k != d && before.at(k - 1) < before.at(k + 1));
        const int fromK = down ? k + 1 : k - 1;
        const int fromX = before.at(fromK);
        const int fromY = fromX - fromK;
        while (x > fromX && y > fromY && x + y > fromX + fromY + 1) {
            --x;
            --y;
            edits.push_back({DiffPart::Same, a[size_t(x)]});
        }
        if (down)
            edits.push_back({DiffPart::Added, b[size_t(--y)]});
        else
            edits.push_back({DiffPart::Removed, a[size_t(--x)]});
    }
    while (x > 0) {
        --x;
        edits.push_back({DiffPart::Same, a[size_t(x)]});
    }
    std::reverse(edits.begin(), edits.end());
    return edits;
}

} // namespace

QList<DiffPart> wordDiff(QStringView before, QStringView after)
{
    QList<DiffPart> parts;
    const Words a = wordsOf(before);
    const Words b = wordsOf(after);
    const std::vector<Reach> steps = walk(a, b);
    if (steps.empty()) {
        add(parts, DiffPart::Removed, before);
        add(parts, DiffPart::Added, after);
        return parts;
    }
    // Between two equal stretches what went stands before what came, not mixed with it.
    QString removed;
    QString added;
    const auto flush = [&] {
        add(parts, DiffPart::Removed, removed);
        add(parts, DiffPart::Added, added);
        removed.clear();
        added.clear();
    };
    for (const Edit &edit : trace(a, b, steps)) {
        if (edit.kind == DiffPart::Same) {
            flush();
            add(parts, DiffPart::Same, edit.word);
        } else {
            (edit.kind == DiffPart::Removed ? removed : added) += edit.word;
        }
    }
    flush();
    return parts;
}

} // namespace fireline::models
