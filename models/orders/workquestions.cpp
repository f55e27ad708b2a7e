// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/workquestions.h"

#include "decide/decide.h"
#include "orders/polllight.h"
#include "process/deputy.h"
#include "process/fieldname.h"
#include "rules/forms.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WorkQuestions)
};

Outcome<Decision> tried(const IncidentFeed &feed, const Command &command)
{
    return decide({feed.state(), feed.process(), feed.now(), feed.profile()}, command);
}

void collect(const Cond &cond, Fact fact, QStringList &words)
{
    for (const FactTest &test : cond.tests) {
        for (const QString &value : test.fact.fact == fact ? test.values : QStringList()) {
            if (!words.contains(value))
                words.append(value);
        }
    }
    for (const QList<Cond> &conds : {cond.any, cond.none}) {
        for (const Cond &inner : conds)
            collect(inner, fact, words);
    }
}

/// The choices of the field, where the process declares it as one; then the values that its rules name.
QStringList told(const Process &process, const QString &fieldId, Fact fact)
{
    const FieldDef *field = process.field(fieldId);
    QStringList words = field ? field->values : QStringList();
    for (const Envelope *rule : process.rules())
        collect(rule->when, fact, words);
    for (const GateRule &gate : process.gates) {
        for (const GateNeed &need : gate.needs) {
            if (need.is)
                collect(*need.is, fact, words);
        }
    }
    return words;
}

bool askedElsewhere(const QString &fieldId)
{
    return fieldId == "kind"_L1 || fieldId == "risk"_L1 || fieldId == "staged"_L1;
}

} // namespace

Trial WorkQuestions::trial(const Command &command) const
{
    const auto decided = tried(m_feed, command);
    if (!decided)
        return {decided.problem().text, {}};
    Trial trial;
    for (const Notice &notice : decided.value().notices)
        trial.remarks.append(notice.text);
    return trial;
}

QString WorkQuestions::whyNot(Verb verb, const QString &ref) const
{
    if (ref.isEmpty() && !m_feed.state().open())
        return Text::tr("The incident is over.");
    const QString typed = u"…"_s;
    Command command{verb, {}, {}, {{u"text"_s, typed}, {u"why"_s, typed}, {u"who"_s, QJsonArray{u"me"_s}}}};
    if (!ref.isEmpty())
        command.args.insert(u"ref"_s, ref);
    if (verb == Verb::Extend || verb == Verb::Timer)
        command.args.insert(u"dueUs"_s, Span::minutes(5).us);
    const auto decided = tried(m_feed, command);
    if (decided)
        return {};
    // What is still to be typed is not asked for yet.
    const QStringList typedLater{u"field-missing"_s, u"field-invalid"_s, u"lint"_s};
    return typedLater.contains(decided.problem().code) ? QString() : decided.problem().text;
}

QList<AskedField> WorkQuestions::fields(const Command &command) const
{
    const Process &process = m_feed.process();
    RuleContext context{m_feed.state(), process, m_feed.now()};
    RecordAtHand record{u"order"_s, {}, command.args.value(u"fields").toObject(), command.text()};
    if (command.verb == Verb::Change) {
        record.target = u"change"_s;
        context.act.changeKind = command.text(u"kind");
        context.act.changeRisk = command.text(u"risk");
        context.act.changeStaged = command.args.value(u"staged").toBool() ? u"true"_s : u"false"_s;
    }
    context.act.actor = m_feed.profile();
    context.act.fields = record.fields;
    QList<AskedField> asked;
    for (const FormRule *form : formsOf(record, context)) {
        for (const FormField &field : form->fields) {
            const bool known = std::any_of(asked.begin(), asked.end(), [&](const AskedField &a) { return a.id == field.id; });
            if (known || askedElsewhere(field.id))
                continue;
            const FieldDef *def = process.field(field.id);
            asked.append({field.id, fieldName(field.id, process), def ? def->type : FieldType::Text,
                          def ? def->values : QStringList(),
                          form->rule.effect == RuleEffect::Refuse && field.need != FormField::Need::Optional,
                          field.need == FormField::Need::NoneKnown});
        }
    }
    return asked;
}

QStringList WorkQuestions::changeKinds() const
{
    return told(m_feed.process(), u"kind"_s, Fact::ChangeKind);
}

QStringList WorkQuestions::changeRisks() const
{
    return told(m_feed.process(), u"risk"_s, Fact::ChangeRisk);
}

QStringList WorkQuestions::persons() const
{
    const Process &process = m_feed.process();
    QStringList names;
    for (const QString &person : m_feed.state().people) {
        if (!process.role(person) && !process.contact(person))
            names.append(person);
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

QStringList WorkQuestions::people() const
{
    const Process &process = m_feed.process();
    QStringList names = persons();
    for (const RoleDef &role : process.roles)
        names.append(readableName(process, role.id));
    for (const ContactDef &contact : process.contacts)
        names.append(readableName(process, contact.id));
    names.removeDuplicates();
    return names;
}

QStringList WorkQuestions::asked() const
{
    QStringList names;
    for (const Holding &holding : m_feed.state().holdings) {
        if (holding.person.compare(m_feed.profile(), Qt::CaseInsensitive) != 0 && deputised(holding.role).isEmpty())
            names.append(u"%1 (%2)"_s.arg(readableName(m_feed.process(), holding.role), holding.person));
    }
    return names;
}

} // namespace fireline::models
