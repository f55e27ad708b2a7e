// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/triage.h"

#include "rules/facts.h"
#include "rules/forms.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Questions
{
public:
    explicit Questions(const RuleContext &context) : m_context(context) { }

    TriageQuestion *ask(const QString &id, const Envelope &rule)
    {
        const FieldDef *field = m_context.process.field(id);
        if (!field)
            return nullptr;
        const auto known = std::find_if(m_asked.begin(), m_asked.end(),
                                        [&](const TriageQuestion &q) { return q.field == field; });
        if (known != m_asked.end())
            return &*known;
        m_asked.append({field, &rule, false, false, false});
        return &m_asked.last();
    }

    void askTable(const TableRule &table)
    {
        for (const FactRef &input : table.inputs) {
            if (TriageQuestion *question = input.fact == Fact::Field ? ask(input.arg, table.rule) : nullptr)
                question->feeds = true;
        }
        if (TriageQuestion *question = table.give == GiveKind::Field ? ask(table.field, table.rule) : nullptr)
            question->given = true;
    }

    void askForm(const FormRule &form)
    {
        for (const FormField &field : form.fields) {
            if (TriageQuestion *question = ask(field.id, form.rule))
                question->required = question->required || field.need != FormField::Need::Optional;
        }
    }

    void askCond(const Cond &cond, const Envelope &rule)
    {
        for (const FactTest &test : cond.tests) {
            if (TriageQuestion *question = test.fact.fact == Fact::Field ? ask(test.fact.arg, rule) : nullptr)
                question->required = true;
        }
        for (const Cond &inner : cond.any)
            askCond(inner, rule);
    }

    [[nodiscard]] const QList<TriageQuestion> &asked() const { return m_asked; }

private:
    const RuleContext &m_context;
    QList<TriageQuestion> m_asked;
};

bool names(const Cond &cond, const QString &flag)
{
    const auto inner = [&](const Cond &c) { return names(c, flag); };
    return std::any_of(cond.tests.begin(), cond.tests.end(),
                       [&](const FactTest &t) { return t.fact.fact == Fact::Flag && t.values.contains(flag); })
           || std::any_of(cond.any.begin(), cond.any.end(), inner);
}

/// The "flag" of a system's `private_when`: one word or several.
bool closes(const QJsonObject &system, const QString &flag)
{
    const QJsonValue value = system.value(u"private_when").toObject().value(u"flag");
    return value.toString() == flag || value.toArray().contains(flag);
}

using Kind = FlagConsequence::Kind;

FlagConsequence plain(Kind kind, const Envelope &rule)
{
    FlagConsequence made;
    made.kind = kind;
    made.rule = &rule;
    return made;
}

void addLadders(QList<FlagConsequence> &found, const QString &flag, const Process &process)
{
    for (const LadderRule &ladder : process.ladders) {
        const bool starts = ladder.from.kind == MomentKind::FlagSet && ladder.from.arg == flag;
        if (!starts && !names(ladder.rule.when, flag))
            continue;
        for (const Rung &rung : ladder.rungs) {
            FlagConsequence made = plain(Kind::Effects, ladder.rule);
            made.effects = &rung.effects;
            made.after = &rung.at;
            found.append(made);
        }
    }
}

void addClocks(QList<FlagConsequence> &found, const QString &flag, const Process &process)
{
    for (const DeadlineRule &deadline : process.deadlines) {
        const bool starts = deadline.after.kind == MomentKind::FlagSet && deadline.after.arg == flag;
        if (!starts && !names(deadline.rule.when, flag))
            continue;
        FlagConsequence made = plain(Kind::Clock, deadline.rule);
        made.deadline = &deadline;
        found.append(made);
    }
    for (const CadenceRule &cadence : process.cadences) {
        const bool starts = cadence.from && cadence.from->kind == MomentKind::FlagSet && cadence.from->arg == flag;
        if (starts || names(cadence.rule.when, flag))
            found.append(plain(Kind::Clock, cadence.rule));
    }
}

void addActs(QList<FlagConsequence> &found, const QString &flag, const Process &process)
{
    for (const AuthorityRule &rule : process.authorities) {
        if (names(rule.rule.when, flag))
            found.append(plain(Kind::Forbids, rule.rule));
    }
    for (const GateRule &gate : process.gates) {
        if (names(gate.rule.when, flag))
            found.append(plain(Kind::Asks, gate.rule));
    }
    for (const FormRule &form : process.forms) {
        if (names(form.rule.when, flag))
            found.append(plain(Kind::Asks, form.rule));
    }
    for (const LintRule &lint : process.lints) {
        if (names(lint.rule.when, flag))
            found.append(plain(Kind::Asks, lint.rule));
    }
    for (const ListRule &list : process.lists) {
        if (names(list.rule.when, flag) || (list.start && names(*list.start, flag)))
            found.append(plain(Kind::List, list.rule));
    }
}

} // namespace

QList<const FormRule *> triageForms(const RuleContext &context)
{
    return formsOf({wordOf(RecordKind::Triage), {}, {}, {}}, context);
}

QList<TriageQuestion> triageQuestions(const RuleContext &context)
{
    Questions questions(context);
    // What decides how bad it is comes first.
    for (const TableRule &table : context.process.tables) {
        if (table.give == GiveKind::Severity)
            questions.askTable(table);
    }
    for (const TableRule &table : context.process.tables) {
        if (table.give != GiveKind::Severity)
            questions.askTable(table);
    }
    for (const FormRule *form : triageForms(context))
        questions.askForm(*form);
    for (const GateRule &gate : context.process.gates) {
        if (!gate.before.contains(Act::Begin))
            continue;
        for (const GateNeed &need : gate.needs) {
            if (need.is)
                questions.askCond(*need.is, gate.rule);
        }
    }
    for (const FormRule *form : formsOf({wordOf(RecordKind::Declare), {}, {}, {}}, context))
        questions.askForm(*form);
    return questions.asked();
}

QList<FlagConsequence> flagConsequences(const QString &flag, const Process &process)
{
    QList<FlagConsequence> found;
    addLadders(found, flag, process);
    for (auto it = process.systems.begin(); it != process.systems.end(); ++it) {
        if (!closes(it.value(), flag))
            continue;
        FlagConsequence made;
        made.kind = Kind::Closed;
        made.system = it.key();
        found.append(made);
    }
    addActs(found, flag, process);
    addClocks(found, flag, process);
    return found;
}

} // namespace fireline::domain
