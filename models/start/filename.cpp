// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/filename.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

constexpr qsizetype MostBytes = 120; // of the title's part; file systems take 255 for the whole name

QString slug(QStringView title)
{
    QString made;
    qsizetype bytes = 0;
    bool gap = false;
    const QList<uint> letters = title.toString().normalized(QString::NormalizationForm_C).toLower().toUcs4();
    for (const uint letter : letters) {
        if (!QChar::isLetterOrNumber(letter) && QChar::category(letter) != QChar::Mark_NonSpacing
            && QChar::category(letter) != QChar::Mark_SpacingCombining) {
            gap = !made.isEmpty();
            continue;
        }
        QString piece = gap ? u"-"_s : QString();
        piece += QStringView(QChar::fromUcs4(letter));
        bytes += piece.toUtf8().size();
        if (bytes > MostBytes)
            break;
        made += piece;
        gap = false;
    }
    return made;
}

} // namespace

QString incidentFileName(QStringView title, const QString &day)
{
    const QString words = slug(title);
    return day + u'-' + (words.isEmpty() ? u"incident"_s : words) + u".fireline"_s;
}

QString freeFileName(const QString &name, const std::function<bool(const QString &)> &taken)
{
    if (!taken(name))
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString base = dot > 0 ? name.left(dot) : name;
    const QString suffix = dot > 0 ? name.mid(dot) : QString();
    for (int number = 2;; ++number) {
        const QString next = base + u'-' + QString::number(number) + suffix;
        if (!taken(next))
            return next;
    }
}

} // namespace fireline::models
