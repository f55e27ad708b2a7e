// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/closedwords.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace fireline::domain {

QString closedWord(const QString &word)
{
    static const QHash<QString, const char *> words{
        // of an impact
        {u"start"_s, QT_TRANSLATE_NOOP("ClosedWords", "start")},
        {u"end"_s, QT_TRANSLATE_NOOP("ClosedWords", "end")},
        {u"users"_s, QT_TRANSLATE_NOOP("ClosedWords", "users")},
        {u"cost"_s, QT_TRANSLATE_NOOP("ClosedWords", "cost")},
        {u"regions"_s, QT_TRANSLATE_NOOP("ClosedWords", "regions")},
        {u"spreading"_s, QT_TRANSLATE_NOOP("ClosedWords", "spreading")},
        {u"text"_s, QT_TRANSLATE_NOOP("ClosedWords", "text")},
        {u"yes"_s, QT_TRANSLATE_NOOP("ClosedWords", "yes")},
        {u"no"_s, QT_TRANSLATE_NOOP("ClosedWords", "no")},
        // of a component
        {u"operational"_s, QT_TRANSLATE_NOOP("ClosedWords", "operational")},
        {u"degraded performance"_s, QT_TRANSLATE_NOOP("ClosedWords", "degraded performance")},
        {u"partial outage"_s, QT_TRANSLATE_NOOP("ClosedWords", "partial outage")},
        {u"major outage"_s, QT_TRANSLATE_NOOP("ClosedWords", "major outage")},
        {u"under maintenance"_s, QT_TRANSLATE_NOOP("ClosedWords", "under maintenance")},
        // of a mitigation
        {u"restored"_s, QT_TRANSLATE_NOOP("ClosedWords", "restored")},
        {u"partial"_s, QT_TRANSLATE_NOOP("ClosedWords", "partial")},
        {u"none"_s, QT_TRANSLATE_NOOP("ClosedWords", "none")},
        // how something went out
        {u"copy"_s, QT_TRANSLATE_NOOP("ClosedWords", "copy")},
        {u"connector"_s, QT_TRANSLATE_NOOP("ClosedWords", "connector")},
        {u"by hand"_s, QT_TRANSLATE_NOOP("ClosedWords", "by hand")},
        {u"phone"_s, QT_TRANSLATE_NOOP("ClosedWords", "phone")},
        {u"email"_s, QT_TRANSLATE_NOOP("ClosedWords", "email")},
        {u"done"_s, QT_TRANSLATE_NOOP("ClosedWords", "done")},
        // of a change or an action item
        {u"high"_s, QT_TRANSLATE_NOOP("ClosedWords", "high")},
        {u"medium"_s, QT_TRANSLATE_NOOP("ClosedWords", "medium")},
        {u"low"_s, QT_TRANSLATE_NOOP("ClosedWords", "low")},
    };
    const char *known = words.value(word, nullptr);
    return known ? QCoreApplication::translate("ClosedWords", known) : word;
}

} // namespace fireline::domain
