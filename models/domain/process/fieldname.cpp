// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/fieldname.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(FieldName)
};

/// The fields that every record knows without a declaration, and what the program fills in itself (vocabulary 5, form).
const char *knownName(const QString &id)
{
    static const QHash<QString, const char *> names{
        {u"text"_s, QT_TRANSLATE_NOOP("FieldName", "Text")},
        {u"what"_s, QT_TRANSLATE_NOOP("FieldName", "What")},
        {u"why"_s, QT_TRANSLATE_NOOP("FieldName", "Why")},
        {u"when"_s, QT_TRANSLATE_NOOP("FieldName", "When")},
        {u"how"_s, QT_TRANSLATE_NOOP("FieldName", "How")},
        {u"who"_s, QT_TRANSLATE_NOOP("FieldName", "Who")},
        {u"due"_s, QT_TRANSLATE_NOOP("FieldName", "Due date")},
        {u"tag"_s, QT_TRANSLATE_NOOP("FieldName", "Tag")},
        {u"ticket"_s, QT_TRANSLATE_NOOP("FieldName", "Ticket")},
        {u"owner"_s, QT_TRANSLATE_NOOP("FieldName", "Owner")},
        {u"kind"_s, QT_TRANSLATE_NOOP("FieldName", "Kind")},
        {u"risk"_s, QT_TRANSLATE_NOOP("FieldName", "Risk")},
        {u"staged"_s, QT_TRANSLATE_NOOP("FieldName", "In stages")},
        {u"option"_s, QT_TRANSLATE_NOOP("FieldName", "Way to mitigate")},
        {u"hypothesis"_s, QT_TRANSLATE_NOOP("FieldName", "Hypothesis")},
        {u"temporary"_s, QT_TRANSLATE_NOOP("FieldName", "Temporary")},
        {u"result"_s, QT_TRANSLATE_NOOP("FieldName", "Result")},
        {u"evidence"_s, QT_TRANSLATE_NOOP("FieldName", "Evidence")},
        {u"source"_s, QT_TRANSLATE_NOOP("FieldName", "Source")},
        {u"severity"_s, QT_TRANSLATE_NOOP("FieldName", "Severity")},
        {u"title"_s, QT_TRANSLATE_NOOP("FieldName", "Title")},
        {u"service"_s, QT_TRANSLATE_NOOP("FieldName", "Service")},
        {u"symptom"_s, QT_TRANSLATE_NOOP("FieldName", "Symptom")},
        {u"region"_s, QT_TRANSLATE_NOOP("FieldName", "Region")},
        {u"workspace_type"_s, QT_TRANSLATE_NOOP("FieldName", "Workspace type")},
        {u"reporter"_s, QT_TRANSLATE_NOOP("FieldName", "Reporter")},
        {u"impact_start"_s, QT_TRANSLATE_NOOP("FieldName", "Impact start")},
        {u"impact_end"_s, QT_TRANSLATE_NOOP("FieldName", "Impact end")},
        {u"detected_at"_s, QT_TRANSLATE_NOOP("FieldName", "Detected at")},
        {u"detected_by"_s, QT_TRANSLATE_NOOP("FieldName", "Detected by")},
        {u"declared_at"_s, QT_TRANSLATE_NOOP("FieldName", "Declared at")},
        {u"resolved_at"_s, QT_TRANSLATE_NOOP("FieldName", "Resolved at")},
        {u"duration"_s, QT_TRANSLATE_NOOP("FieldName", "Duration")},
        {u"channel"_s, QT_TRANSLATE_NOOP("FieldName", "Channel")},
        {u"class"_s, QT_TRANSLATE_NOOP("FieldName", "Class")},
        {u"next_update"_s, QT_TRANSLATE_NOOP("FieldName", "Next update")},
        {u"status"_s, QT_TRANSLATE_NOOP("FieldName", "Status")},
        {u"state"_s, QT_TRANSLATE_NOOP("FieldName", "State")},
        {u"phase"_s, QT_TRANSLATE_NOOP("FieldName", "Phase")},
        {u"priority"_s, QT_TRANSLATE_NOOP("FieldName", "Priority")},
        {u"action"_s, QT_TRANSLATE_NOOP("FieldName", "Action")},
    };
    return names.value(id, nullptr);
}

} // namespace

QString fieldName(const QString &id, const Process &process)
{
    if (const FieldDef *field = process.field(id); field && !field->name.isEmpty())
        return field->name;
    if (const char *known = knownName(id))
        return QCoreApplication::translate("FieldName", known);
    if (id.endsWith("_reason"_L1))
        return Text::tr("Reason for %1").arg(fieldName(id.chopped(7), process));
    QString words = id;
    words.replace(u'_', u' ');
    return words.isEmpty() ? words : words.at(0).toUpper() + words.sliced(1);
}

QString fieldsAsked(const QStringList &ids, const Process &process, const QStringList &others, const QString &line)
{
    QStringList names;
    QStringList typed;
    for (const QString &id : ids) {
        names.append(fieldName(id, process));
        typed.append(line.isEmpty() ? id + u'=' : id + u"=\"…\""_s);
    }
    names += others;
    const QString all = names.join(u", "_s);
    if (typed.isEmpty())
        return all;
    if (!line.isEmpty())
        return Text::tr("%1 (type %2)", "names of fields, the line that states them").arg(all, line + u' ' + typed.join(u' '));
    return Text::tr("%1 (in a line: %2)").arg(all, typed.join(u' '));
}

bool asksForField(const QString &text, const QString &id)
{
    return QRegularExpression(u"[ (]%1=[ )\"]"_s.arg(QRegularExpression::escape(id))).match(text).hasMatch();
}

} // namespace fireline::domain
