// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/wrappedtip.h"

#include <QStringList>
#include <QTextBoundaryFinder>

namespace fireline::views {

namespace {

constexpr qsizetype widest = 90; // letters

void wrapLine(const QString &line, QStringList &lines)
{
    QTextBoundaryFinder places(QTextBoundaryFinder::Line, line);
    qsizetype start = 0;
    qsizetype last = 0;
    for (qsizetype at = places.toNextBoundary(); at >= 0; at = places.toNextBoundary()) {
        if (at - start > widest && last > start) {
            lines.append(line.mid(start, last - start).trimmed());
            start = last;
        }
        last = at;
    }
    lines.append(line.mid(start).trimmed());
}

} // namespace

QString wrappedTip(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        wrapLine(line, lines);
    return lines.join(u'\n');
}

} // namespace fireline::views
