// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reviewstatus.h"

#include "process/fieldname.h"
#include "report/reviewblocks.h"
#include "rules/autofields.h"
#include "rules/facts.h"
#include "rules/fieldtext.h"
#include "rules/forms.h"
#include "rules/gatestatus.h"
#include "rules/lints.h"
#include "rules/tickline.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ReviewStatus)
};

QString looseText(const QString &mark)
{
    const QString name = mark.mid(2, mark.size() - 4).simplified().section(u' ', 0, 0);
    if (reviewBlockNames().contains(name))
        return Text::tr("%1 stands within a line and is printed as it is. Give it a line of its own.").arg(mark);
    return Text::tr("%1 is printed as it is: the record fills in no such thing. There are: %2.")
        .arg(mark, reviewBlockNames().join(u", "_s));
}

QString targetOf(const ReviewDef &review)
{
    return u"review/"_s + review.id;
}

/// The section as it was written, whatever its letters: people do not type headings twice alike.
QString writtenKey(const QJsonObject &sections, const QString &name)
{
    for (auto it = sections.begin(); it != sections.end(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return it.key();
    }
    return {};
}

ReviewPart sectionPart(const ReviewDef &review, const QString &name, const QString &text, const RuleContext &context)
{
    ReviewPart part;
    part.key = name;
    part.name = name;
    part.text = text;
    part.remarks = reviewRemarks(review, text, context);
    return part;
}

ReviewPart fieldPart(const FormField &field, const FormRule &form, const RuleContext &context)
{
    const FieldDef *def = context.process.field(field.id);
    ReviewPart part;
    part.key = field.id;
    part.name = fieldName(field.id, context.process);
    part.text = fieldText(autoField(field.id, {form.target.toText(), {}, {}, {}}, context));
    part.need = field.need;
    part.isField = true;
    part.source = form.rule.cite();
    part.missing = !isSatisfied(field.need, part.text)
                   || (def && !fieldFaults(*def, context.state.fields, context.now).isEmpty());
    return part;
}

/// Whose work a condition is: who may tick it, else the owner of the review it waits for, else whoever has command.
QStringList whoseWork(const GateNeed &need, const RuleContext &context)
{
    if (!need.by.isEmpty())
        return need.by;
    for (const FactTest &test : need.is ? need.is->tests : QList<FactTest>()) {
        const ReviewDef *review = test.fact.fact == Fact::ReviewState ? context.process.review(test.fact.arg) : nullptr;
        if (review && !review->owner.isEmpty())
            return review->owner;
    }
    const RoleDef *commander = context.process.commander();
    return commander ? QStringList{commander->id} : QStringList();
}

} // namespace

QList<Notice> reviewRemarks(const ReviewDef &review, const QString &text, const RuleContext &context)
{
    QList<Notice> remarks = text.isEmpty() ? QList<Notice>() : lintRecord({targetOf(review), {}, {}, text}, context);
    for (const QString &mark : looseMarks(text))
        remarks.append({RuleEffect::Warn, u"loose-mark"_s, looseText(mark), {}, {}, false});
    return remarks;
}

QList<ReviewPart> reviewParts(const ReviewDef &review, const RuleContext &context)
{
    QList<ReviewPart> parts;
    QList<ReviewPart> fields;
    QJsonObject left = context.state.reviews.value(review.id).sections;
    for (const FormRule *form : formsOf({targetOf(review), {}, {}, {}}, context)) {
        for (const FormSection &section : form->sections) {
            const QString key = writtenKey(left, section.name);
            ReviewPart part = sectionPart(review, section.name, fieldText(left.take(key)), context);
            part.need = section.need;
            part.source = form->rule.cite();
            part.missing = !isSatisfied(section.need, part.text);
            parts.append(part);
        }
        for (const FormField &field : form->fields)
            fields.append(fieldPart(field, *form, context));
    }
    for (auto it = left.begin(); it != left.end(); ++it)
        parts.append(sectionPart(review, it.key(), fieldText(it.value()), context));
    return parts + fields;
}

QList<ClosingNeed> closingNeeds(Act before, const RuleContext &context)
{
    QList<ClosingNeed> needs;
    for (const GateRule &gate : context.process.gates) {
        if (!gate.before.contains(before) || !holds(gate.rule.when, context))
            continue;
        const GateStatus status = gateStatus(gate, context);
        for (int i = 0; i < status.needs.size(); ++i) {
            const NeedStatus &one = status.needs.at(i);
            ClosingNeed need;
            need.gate = gate.rule.id;
            need.item = i + 1;
            need.before = before;
            need.text = one.need->text;
            need.source = gate.rule.cite();
            need.who = whoseWork(*one.need, context);
            need.effect = gate.rule.effect;
            need.met = one.met;
            need.byHand = one.byHand;
            need.system = systemOf(one.need->is);
            need.confirmable = !one.need->is || !need.system.isEmpty();
            need.line = need.confirmable ? u"/gate %1 %2 "_s.arg(need.gate).arg(need.item)
                                         : tickLine(*one.need->is, context.process);
            needs.append(need);
        }
    }
    return needs;
}

} // namespace fireline::domain
