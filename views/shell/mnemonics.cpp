// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mnemonics.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

/// Where the mnemonic of a text goes, or -1.
qsizetype placeOf(const QString &text, const QSet<QChar> &used)
{
    for (const bool wordsOnly : {true, false}) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool begins = i == 0 || !text.at(i - 1).isLetterOrNumber();
            if (text.at(i).isLetterOrNumber() && (begins || !wordsOnly) && !used.contains(text.at(i).toLower()))
                return i;
        }
    }
    return -1;
}

} // namespace

QStringList withMnemonics(const QStringList &texts)
{
    QStringList marked;
    QSet<QChar> used;
    for (const QString &text : texts) {
        const qsizetype place = placeOf(text, used);
        if (place < 0) {
            marked.append(QString(text).replace(u"&"_s, u"&&"_s));
            continue;
        }
        used.insert(text.at(place).toLower());
        marked.append(text.left(place).replace(u"&"_s, u"&&"_s) + u'&' + text.mid(place).replace(u"&"_s, u"&&"_s));
    }
    return marked;
}

} // namespace fireline::views
