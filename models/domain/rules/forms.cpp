// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/forms.h"

#include "process/calendar.h"
#include "process/fieldname.h"
#include "rules/autofields.h"
#include "rules/facts.h"
#include "rules/fieldtext.h"
#include "rules/judge.h"
#include "rules/lints.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

// "script/sre.swoop" asks for that one form, "update/public" for all forms of the target.
bool isFor(const FormRule &form, const QString &target)
{
    return form.target.toText() == target || wordOf(form.target.record) + u'/' + form.rule.id == target;
}

/// What takes a field that is asked for; empty: the line itself that makes the record, which is there to be changed.
QString lineFor(const FormRule &form, const QStringList &missing, const RecordAtHand &record, const Process &process)
{
    if (!record.line.isEmpty())
        return record.line;
    // What only remarks upon it has let it pass: then the incident is there, and takes the fields that the process declares.
    const bool passed = form.rule.effect != RuleEffect::Refuse;
    const bool ofIncident = record.target == "declare"_L1 || record.target == "resolution"_L1;
    const bool declared = std::all_of(missing.begin(), missing.end(), [&](const QString &id) { return process.field(id); });
    return passed && ofIncident && declared ? u"/field"_s : QString();
}

/// What is still to be stated, in words; empty where nothing is.
QString missingFields(const FormRule &form, const RecordAtHand &record, const RuleContext &c)
{
    QStringList missing;
    QStringList sections;
    for (const FormField &field : form.fields) {
        if (!isSatisfied(field.need, fieldText(record.fields.value(field.id))))
            missing.append(field.id);
    }
    for (const FormSection &section : form.sections) {
        QString text;
        for (auto it = record.fields.begin(); it != record.fields.end(); ++it) {
            if (it.key().compare(section.name, Qt::CaseInsensitive) == 0)
                text = fieldText(it.value());
        }
        if (!isSatisfied(section.need, text))
            sections.append(section.name);
    }
    return fieldsAsked(missing, c.process, sections, lineFor(form, missing, record, c.process));
}

QStringList faultyFields(const FormRule &form, const RecordAtHand &record, const RuleContext &c)
{
    QStringList faults;
    for (const FormField &need : form.fields) {
        if (const FieldDef *field = c.process.field(need.id))
            faults += fieldFaults(*field, record.fields, c.now);
    }
    return faults;
}

} // namespace

bool isSatisfied(FormField::Need need, const QString &text)
{
    switch (need) {
    case FormField::Need::Optional: return true;
    case FormField::Need::Required: return !text.isEmpty() && !saysNone(text);
    case FormField::Need::NoneKnown: return !text.isEmpty();
    }
    return true;
}

QStringList fieldFaults(const FieldDef &field, const QJsonObject &fields, Instant now)
{
    QStringList faults;
    const QJsonValue value = fields.value(field.id);
    if (const QString fault = typeFault(field, fieldText(value), now); !fault.isEmpty())
        faults.append(fault);
    const bool reasoned = !fieldText(fields.value(field.id + u"_reason"_s)).isEmpty();
    if (field.type == FieldType::List && listEntries(value).size() < field.min && !reasoned)
        faults.append(Text::tr("%1 needs at least %2 entries, or a reason why there are fewer (in a line: %3_reason=\"…\").")
                          .arg(field.name)
                          .arg(field.min)
                          .arg(field.id));
    return faults;
}

QList<const FormRule *> formsOf(const RecordAtHand &record, const RuleContext &context)
{
    QList<const FormRule *> forms;
    for (const FormRule &form : context.process.forms) {
        if (!isFor(form, record.target) || !holds(form.rule.when, context))
            continue;
        if (form.states.isEmpty() || form.states.contains(record.state, Qt::CaseInsensitive))
            forms.append(&form);
    }
    return forms;
}

QJsonObject filledFields(const RecordAtHand &record, const RuleContext &context)
{
    QJsonObject filled = record.fields;
    for (const FormRule *form : formsOf(record, context)) {
        QStringList ids = namesInTemplate(form->text);
        for (const FormField &field : form->fields)
            ids.append(field.id);
        for (const QString &id : ids) {
            if (!fieldText(filled.value(id)).isEmpty())
                continue;
            if (const QJsonValue known = autoField(id, record, context); !fieldText(known).isEmpty())
                filled.insert(id, known);
        }
    }
    return filled;
}

QString renderedText(const RecordAtHand &record, const RuleContext &context)
{
    QStringList parts;
    for (const FormRule *form : formsOf(record, context)) {
        if (!form->text.isEmpty())
            parts.append(filledTemplate(form->text, record.fields));
    }
    if (!record.text.isEmpty())
        parts.append(record.text);
    if (parts.isEmpty()) {
        for (auto it = record.fields.begin(); it != record.fields.end(); ++it)
            parts.append(fieldName(it.key(), context.process) + u": "_s + fieldText(it.value()));
    }
    return parts.join(u'\n');
}

QList<Notice> checkRecord(const RecordAtHand &record, const RuleContext &context)
{
    QList<Notice> notices;
    for (const FormRule *form : formsOf(record, context)) {
        const QString lead = form->rule.say.isEmpty() ? QString() : form->rule.say + u' ';
        if (const QString missing = missingFields(*form, record, context); !missing.isEmpty())
            notices.append(noticeOf(form->rule, u"field-missing"_s, lead + Text::tr("State: %1.").arg(missing)));
        if (const QStringList faults = faultyFields(*form, record, context); !faults.isEmpty())
            notices.append(noticeOf(form->rule, u"field-invalid"_s, lead + faults.join(u' ')));
    }
    notices.append(lintRecord(record, context));
    passOverrides(notices, context.state);
    return notices;
}

} // namespace fireline::domain
