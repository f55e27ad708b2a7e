// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesnames.h"

#include <QFontMetrics>
#include <QSet>

#include <algorithm>

namespace fireline::views {

namespace {

struct Common
{
    qsizetype before = 0;
    qsizetype after = 0;
};

/// What all begin and end with, in whole words: of "web-1" and "web-12" that is "web-".
Common commonOf(const QStringList &names)
{
    const QString &first = names.first();
    Common common{first.size(), first.size()};
    qsizetype shortest = first.size();
    for (const QString &name : names) {
        shortest = std::min(shortest, name.size());
        common.before = std::mismatch(first.begin(), first.begin() + std::min(common.before, name.size()), name.begin()).first
                        - first.begin();
        common.after = std::mismatch(first.rbegin(), first.rbegin() + std::min(common.after, name.size()), name.rbegin()).first
                       - first.rbegin();
    }
    while (common.before > 0 && first.at(common.before - 1).isLetterOrNumber())
        --common.before;
    common.after = std::min(common.after, shortest - common.before);
    while (common.after > 0 && first.at(first.size() - common.after).isLetterOrNumber())
        --common.after;
    return common;
}

QString shortName(const QString &name, const Common &common, const QFontMetrics &letters, int width)
{
    const QString own = name.sliced(common.before).chopped(common.after);
    const QString cut(QChar(0x2026));
    const QString marked = (common.before > 0 ? cut : QString()) + own + (common.after > 0 ? cut : QString());
    for (const QString &each : {name, marked, own}) {
        if (!each.isEmpty() && letters.horizontalAdvance(each) <= width)
            return each;
    }
    return letters.elidedText(own.isEmpty() ? name : own, Qt::ElideMiddle, width);
}

/// Those that look alike when cut are told apart among themselves, by what they do not have in common.
void tellApart(const QStringList &names, QStringList &shown, const QFontMetrics &letters, int width)
{
    const QStringList cut = shown;
    for (qsizetype i = 0; i < cut.size(); ++i) {
        QStringList alike;
        for (qsizetype j = 0; j < cut.size(); ++j) {
            if (cut.at(j) == cut.at(i) && !alike.contains(names.at(j)))
                alike.append(names.at(j));
        }
        if (alike.size() > 1 && alike.size() < QSet<QString>(names.begin(), names.end()).size())
            shown[i] = shortNames(alike, letters, width).at(alike.indexOf(names.at(i)));
    }
    QSet<QString> taken;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        // Nothing that is left tells them apart: their place in the list does.
        if (taken.contains(shown.at(i)) && names.indexOf(names.at(i)) == i)
            shown[i] = QString::number(i + 1);
        taken.insert(shown.at(i));
    }
}

} // namespace

QStringList shortNames(const QStringList &names, const QFontMetrics &letters, int width)
{
    if (names.isEmpty())
        return {};
    const Common common = names.size() > 1 ? commonOf(names) : Common{};
    QStringList shown;
    for (const QString &name : names)
        shown.append(shortName(name, common, letters, width));
    tellApart(names, shown, letters, width);
    return shown;
}

} // namespace fireline::views
