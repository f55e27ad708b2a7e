// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/bidi.h"

#include <QChar>

#include <algorithm>

namespace fireline::views {

namespace {

constexpr QChar leftToRightIsolate(0x2066);
constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);

} // namespace

Qt::LayoutDirection directionOf(QStringView text, Qt::LayoutDirection fallback)
{
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text.at(i).unicode();
        if (QChar::isHighSurrogate(character) && i + 1 < text.size()) {
            character = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        if (QChar::isSurrogate(character)) // half of one, cut off
            continue;
        switch (QChar::direction(character)) {
        case QChar::DirLRI:
        case QChar::DirRLI:
        case QChar::DirFSI: ++depth; break;
        case QChar::DirPDI: depth = std::max(0, depth - 1); break;
        case QChar::DirL:
            if (depth == 0)
                return Qt::LeftToRight;
            break;
        case QChar::DirR:
        case QChar::DirAL:
            if (depth == 0)
                return Qt::RightToLeft;
            break;
        default: break;
        }
    }
    return fallback;
}

QString isolatedLtr(const QString &text)
{
    return leftToRightIsolate + text + popIsolate;
}

QString isolated(const QString &text)
{
    return firstStrongIsolate + text + popIsolate;
}

} // namespace fireline::views
