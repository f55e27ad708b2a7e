// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/journalsettings.h"

#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace fireline::store {

QString wordsOf(const domain::Event &event)
{
    const QJsonObject body = event.body();
    QStringList words;
    // Of a correction, "new" may also be the word of a kind, which nobody wrote.
    const bool rewords = event.type == "entry.corrected"_L1 && body.value(u"field").toString() == "text"_L1;
    for (const QString &key : {rewords ? u"new"_s : QString(), u"text"_s, u"title"_s, u"why"_s}) {
        if (const QString text = body.value(key).toString(); !text.isEmpty())
            words.append(text);
    }
    return words.join(u'\n');
}

QString thisProgramVersion()
{
    return QStringLiteral(FIRELINE_VERSION);
}

} // namespace fireline::store
