// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/kindwords.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

const QHash<QStringView, const char *> &kinds()
{
    static const QHash<QStringView, const char *> table = {
        {u"note", QT_TRANSLATE_NOOP("TimelineKind", "Note")},
        {u"finding", QT_TRANSLATE_NOOP("TimelineKind", "Finding")},
        {u"todo", QT_TRANSLATE_NOOP("TimelineKind", "Follow-up")},
        {u"action", QT_TRANSLATE_NOOP("TimelineKind", "Action")},
        {u"ask", QT_TRANSLATE_NOOP("TimelineKind", "Question")},
        {u"hypothesis", QT_TRANSLATE_NOOP("TimelineKind", "Hypothesis")},
        {u"change", QT_TRANSLATE_NOOP("TimelineKind", "Change")},
        {u"mitigation", QT_TRANSLATE_NOOP("TimelineKind", "Mitigation")},
        {u"decision", QT_TRANSLATE_NOOP("TimelineKind", "Decision")},
        {u"poll", QT_TRANSLATE_NOOP("TimelineKind", "Poll")},
        {u"impact", QT_TRANSLATE_NOOP("TimelineKind", "Impact")},
        {u"alert", QT_TRANSLATE_NOOP("TimelineKind", "Alert")},
        {u"report", QT_TRANSLATE_NOOP("TimelineKind", "Report")},
        {u"severity", QT_TRANSLATE_NOOP("TimelineKind", "Severity")},
        {u"phase", QT_TRANSLATE_NOOP("TimelineKind", "Phase")},
        {u"role", QT_TRANSLATE_NOOP("TimelineKind", "Role")},
        {u"handover", QT_TRANSLATE_NOOP("TimelineKind", "Handover")},
        {u"status", QT_TRANSLATE_NOOP("TimelineKind", "Status")},
        {u"page", QT_TRANSLATE_NOOP("TimelineKind", "Page")},
        {u"check", QT_TRANSLATE_NOOP("TimelineKind", "Check")},
        {u"flag", QT_TRANSLATE_NOOP("TimelineKind", "Flag")},
        {u"rootcause", QT_TRANSLATE_NOOP("TimelineKind", "Root cause")},
        {u"resolve", QT_TRANSLATE_NOOP("TimelineKind", "Resolution")},
        {u"correction", QT_TRANSLATE_NOOP("TimelineKind", "Correction")},
        {u"attachment", QT_TRANSLATE_NOOP("TimelineKind", "Attachment")},
        {u"review", QT_TRANSLATE_NOOP("TimelineKind", "Review")},
        {u"system", QT_TRANSLATE_NOOP("TimelineKind", "Machine")},
    };
    return table;
}

} // namespace

QString kindWord(QStringView kind)
{
    const auto found = kinds().constFind(kind);
    return found == kinds().cend() ? kind.toString() : QCoreApplication::translate("TimelineKind", *found);
}

} // namespace fireline::domain
