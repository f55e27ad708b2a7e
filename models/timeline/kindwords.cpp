// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/kindwords.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

struct Kind
{
    const char *word;
    char16_t shape;
};

// Shapes that DejaVu Sans and Noto Sans Symbols both have.
const QHash<QStringView, Kind> &kinds()
{
    static const QHash<QStringView, Kind> table = {
        {u"note", {QT_TRANSLATE_NOOP("TimelineKind", "Note"), u'•'}},
        {u"finding", {QT_TRANSLATE_NOOP("TimelineKind", "Finding"), u'◎'}},
        {u"todo", {QT_TRANSLATE_NOOP("TimelineKind", "Follow-up"), u'☐'}},
        {u"action", {QT_TRANSLATE_NOOP("TimelineKind", "Action"), u'▶'}},
        {u"ask", {QT_TRANSLATE_NOOP("TimelineKind", "Question"), u'?'}},
        {u"hypothesis", {QT_TRANSLATE_NOOP("TimelineKind", "Hypothesis"), u'✱'}},
        {u"change", {QT_TRANSLATE_NOOP("TimelineKind", "Change"), u'⇄'}},
        {u"mitigation", {QT_TRANSLATE_NOOP("TimelineKind", "Mitigation"), u'✚'}},
        {u"decision", {QT_TRANSLATE_NOOP("TimelineKind", "Decision"), u'◆'}},
        {u"poll", {QT_TRANSLATE_NOOP("TimelineKind", "Poll"), u'◇'}},
        {u"impact", {QT_TRANSLATE_NOOP("TimelineKind", "Impact"), u'▣'}},
        {u"alert", {QT_TRANSLATE_NOOP("TimelineKind", "Alert"), u'▲'}},
        {u"report", {QT_TRANSLATE_NOOP("TimelineKind", "Report"), u'✉'}},
        {u"severity", {QT_TRANSLATE_NOOP("TimelineKind", "Severity"), u'⬢'}},
        {u"phase", {QT_TRANSLATE_NOOP("TimelineKind", "Phase"), u'»'}},
        {u"role", {QT_TRANSLATE_NOOP("TimelineKind", "Role"), u'☺'}},
        {u"handover", {QT_TRANSLATE_NOOP("TimelineKind", "Handover"), u'⇆'}},
        {u"status", {QT_TRANSLATE_NOOP("TimelineKind", "Status"), u'✎'}},
        {u"page", {QT_TRANSLATE_NOOP("TimelineKind", "Page"), u'☎'}},
        {u"check", {QT_TRANSLATE_NOOP("TimelineKind", "Check"), u'✓'}},
        {u"flag", {QT_TRANSLATE_NOOP("TimelineKind", "Flag"), u'⚑'}},
        {u"rootcause", {QT_TRANSLATE_NOOP("TimelineKind", "Root cause"), u'◉'}},
        {u"resolve", {QT_TRANSLATE_NOOP("TimelineKind", "Resolution"), u'■'}},
        {u"correction", {QT_TRANSLATE_NOOP("TimelineKind", "Correction"), u'↺'}},
        {u"attachment", {QT_TRANSLATE_NOOP("TimelineKind", "Attachment"), u'▤'}},
        {u"review", {QT_TRANSLATE_NOOP("TimelineKind", "Review"), u'¶'}},
        {u"system", {QT_TRANSLATE_NOOP("TimelineKind", "Machine"), u'⚙'}},
    };
    return table;
}

} // namespace

QString kindWord(QStringView kind)
{
    const auto found = kinds().constFind(kind);
    return found == kinds().cend() ? kind.toString() : QCoreApplication::translate("TimelineKind", found->word);
}

QString kindShape(QStringView kind)
{
    const auto found = kinds().constFind(kind);
    return found == kinds().cend() ? u"•"_s : QString(QChar(found->shape));
}

} // namespace fireline::models
