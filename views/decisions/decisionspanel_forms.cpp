// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/decisionsmodel.h"
#include "decisions/decisionspanel.h"
#include "forms/inlineform.h"
#include "forms/linesview.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// What is typed about hypotheses, decisions and mitigations. The id of a form says what comes of it: "confirm/H1".
namespace fireline::views {

namespace d = models::decisions;
using domain::Verb;
using Kind = FormInput::Kind;

namespace {

/// Texts beside their ids, with a first line for none.
QList<QPair<QString, QString>> choices(const QString &none, const QList<QPair<QString, QString>> &from)
{
    QList<QPair<QString, QString>> made{{QString(), none}};
    for (const auto &[id, text] : from)
        made.append({id, u"%1 %2"_s.arg(id, text)});
    return made;
}

/// The text of an answer and the references that go with it.
QJsonObject withLinks(QJsonObject args, const QString &key, const QJsonObject &values, const QStringList &links)
{
    QString text = values.value(key).toString();
    QJsonArray named;
    for (const QString &link : links) {
        if (link.isEmpty())
            continue;
        named.append(link);
        if (!text.contains(u'#' + link))
            text += u" #"_s + link;
    }
    if (!named.isEmpty())
        args.insert(u"links"_s, named);
    args.insert(key, text.trimmed());
    return args;
}

} // namespace

FormInput DecisionsPanel::whoInput(const QString &label, const QString &likely) const
{
    QStringList people = m_model.people();
    if (people.removeAll(likely) > 0)
        people.prepend(likely);
    return personInput(label, people, m_model.profile());
}

FormInput DecisionsPanel::evidenceInput() const
{
    return {u"entry"_s, Kind::Choice, tr("Entry that shows it"),
            tr("Arrow keys choose an entry of the timeline, the latest first."), choices(tr("none"), m_model.evidence())};
}

void DecisionsPanel::openForm(const FormSpec &spec)
{
    emit showRequested();
    m_form->open(spec);
}

void DecisionsPanel::newHypothesis()
{
    if (!overWhyNot().isEmpty())
        return;
    openForm({u"hypothesis"_s,
              tr("New hypothesis"),
              tr("Record hypothesis"),
              {{u"text"_s, Kind::Line, tr("What may be behind it"), tr("One sentence that a test can confirm or rule out.")},
               whoInput(tr("Whose idea"))}});
}

void DecisionsPanel::newDecision()
{
    if (!overWhyNot().isEmpty())
        return;
    openForm({u"decision"_s,
              tr("New decision"),
              tr("Record decision"),
              {{u"text"_s, Kind::Line, tr("What is decided"), tr("One sentence; it stands in the situation report.")},
               whoInput(tr("Who decides"), m_model.commander()),
               {u"revisit"_s, Kind::Minutes, tr("Look at it again in"), tr("After this time the decision is shown as late.")},
               {u"poll"_s, Kind::Choice, tr("Objections asked in"), tr("The poll whose answers belong to this decision."),
                choices(tr("no poll"), m_model.polls())},
               {u"replaces"_s, Kind::Choice, tr("In place of"), tr("The earlier decision that no longer stands."),
                choices(tr("no earlier decision"), m_model.standingDecisions())},
               {u"irreversible"_s, Kind::Check, tr("It cannot be taken back"), tr("Marks a decision that nothing undoes.")}}});
}

void DecisionsPanel::test()
{
    if (!hypothesisWhyNot(Verb::TestHypothesis).isEmpty())
        return;
    const QString id = current().data(d::IdRole).toString();
    openForm({u"test/"_s + id,
              tr("Test %1: %2").arg(id, current().data().toString()),
              tr("Begin the test"),
              {{u"text"_s, Kind::Line, tr("How it is tested"), tr("What is looked at, and what would show it.")},
               whoInput(tr("Who tests"))},
              {{u"text"_s, current().data(d::HowRole).toString()}, {u"who"_s, current().data(d::TesterRole).toString()}}});
}

void DecisionsPanel::confirm(bool linking)
{
    if (!hypothesisWhyNot(Verb::ConfirmHypothesis).isEmpty())
        return;
    const QString id = current().data(d::IdRole).toString();
    openForm({u"confirm/"_s + id,
              tr("Confirm %1: %2").arg(id, current().data().toString()),
              tr("Confirm the hypothesis"),
              {{u"text"_s, Kind::Line, tr("What shows it"), tr("What was seen that this hypothesis alone explains.")},
               evidenceInput(),
               whoInput(tr("Who confirms"))},
              {{u"entry"_s, current().data(d::EvidenceRefRole).toString()}},
              linking ? u"entry"_s : u"text"_s});
}

void DecisionsPanel::ruleOut()
{
    if (!hypothesisWhyNot(Verb::RuleOut).isEmpty())
        return;
    const QString id = current().data(d::IdRole).toString();
    openForm({u"ruleout/"_s + id,
              tr("Rule out %1: %2").arg(id, current().data().toString()),
              tr("Rule it out"),
              {{u"why"_s, Kind::Line, tr("Why it is not so"), tr("What was seen that does not fit.")},
               evidenceInput(),
               whoInput(tr("Who rules it out"))}});
}

void DecisionsPanel::applyOption()
{
    if (!overWhyNot().isEmpty())
        return;
    const QString option = current().data().toString();
    FormSpec spec{
        u"mitigate/"_s + option,
        tr("Mitigation: %1").arg(option),
        tr("Record that it was applied"),
        {{u"text"_s, Kind::Line, tr("What was done"), tr("The action itself, with names and versions.")},
         {u"hypothesis"_s, Kind::Choice, tr("Rests on"), tr("The hypothesis that it follows from; a rollback needs none."),
          choices(tr("no hypothesis"), m_model.liveHypotheses())},
         {u"temporary"_s, Kind::Check, tr("Temporary: it needs a permanent fix"),
          tr("The process asks for the permanent fix before the end.")}}};
    for (const models::MitigationField &field : m_model.mitigationFields()) {
        QList<QPair<QString, QString>> offered;
        if (!field.choices.isEmpty())
            offered.append({QString(), tr("not said yet")}); // nobody has chosen the first
        for (const QString &choice : field.choices)
            offered.append({choice, choice});
        const QString label = field.required ? tr("%1 (needed)").arg(field.name) : field.name;
        spec.inputs.append({u"field_"_s + field.id, offered.isEmpty() ? Kind::Line : Kind::Choice, label,
                            tr("The process asks for this with every mitigation."), offered});
        spec.values.insert(u"field_"_s + field.id, field.known);
    }
    spec.inputs.append(whoInput(tr("Who did it")));
    openForm(spec);
}

void DecisionsPanel::judge()
{
    if (!mitigationWhyNot().isEmpty())
        return;
    const QString id = current().data(d::IdRole).toString();
    FormSpec spec{u"judge/"_s + id,
                  tr("What came of %1: %2").arg(id, current().data().toString()),
                  tr("Record the effect"),
                  {{u"result"_s,
                    Kind::Choice,
                    tr("Effect"),
                    tr("What the service does now."),
                    {{u"restored"_s, tr("✓ The service is restored")},
                     {u"partial"_s, tr("◑ It helped in part")},
                     {u"none"_s, tr("✕ It had no effect")}}},
                   whoInput(tr("Who judges"))}};
    if (const QString told = m_model.effectHint(id); !told.isEmpty())
        spec.note = tr("The graphs propose: %1").arg(told);
    openForm(spec);
}

void DecisionsPanel::resume(const QString &id)
{
    const QString what = id.section(u'/', 0, 0);
    const QString ref = id.section(u'/', 1);
    if (what == "hypothesis"_L1)
        return newHypothesis();
    if (what == "decision"_L1)
        return newDecision();
    if (what == "mitigate"_L1) {
        const QModelIndexList found = m_model.match(m_model.index(0), Qt::DisplayRole, ref, -1, Qt::MatchExactly);
        for (const QModelIndex &index : found) {
            if (index.data(d::KindRole).toInt() == d::Option) {
                m_view->setCurrentIndex(index);
                return applyOption();
            }
        }
        return;
    }
    if (!showItem(ref))
        return;
    if (what == "test"_L1)
        test();
    else if (what == "confirm"_L1)
        confirm(false);
    else if (what == "ruleout"_L1)
        ruleOut();
    else if (what == "judge"_L1)
        judge();
}

QJsonObject DecisionsPanel::mitigationArgs(const QString &option, const QJsonObject &values) const
{
    QJsonObject args{{u"id"_s, option}, {u"text"_s, values.value(u"text")}};
    QJsonObject fields;
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (it.key().startsWith(u"field_"_s) && !it.value().toString().isEmpty())
            fields.insert(it.key().mid(6), it.value());
    }
    if (!fields.isEmpty())
        args.insert(u"fields"_s, fields);
    if (const QString rests = values.value(u"hypothesis").toString(); !rests.isEmpty())
        args.insert(u"hypothesis"_s, rests);
    if (values.value(u"temporary").toBool())
        args.insert(u"temporary"_s, true);
    return args;
}

domain::Command DecisionsPanel::commandOf(const QString &id, const QJsonObject &values) const
{
    const QString what = id.section(u'/', 0, 0);
    const QString ref = id.section(u'/', 1);
    const QString by = values.value(u"who").toString();
    const QStringList evidence{values.value(u"entry").toString()};
    if (what == "hypothesis"_L1)
        return plain(Verb::Hypothesis, {{u"text"_s, values.value(u"text")}}, by);
    if (what == "test"_L1)
        return plain(Verb::TestHypothesis, {{u"ref"_s, ref}, {u"text"_s, values.value(u"text")}}, by);
    if (what == "confirm"_L1)
        return plain(Verb::ConfirmHypothesis, withLinks({{u"ref"_s, ref}}, u"text"_s, values, evidence), by);
    if (what == "ruleout"_L1)
        return plain(Verb::RuleOut, withLinks({{u"ref"_s, ref}}, u"why"_s, values, evidence), by);
    if (what == "mitigate"_L1)
        return plain(Verb::Mitigation, mitigationArgs(ref, values), by);
    if (what == "judge"_L1)
        return plain(Verb::MitigationResult, {{u"ref"_s, ref}, {u"result"_s, values.value(u"result")}}, by);
    QJsonObject args = withLinks({}, u"text"_s, values, {values.value(u"poll").toString()});
    if (const int minutes = values.value(u"revisit").toInt(); minutes > 0)
        args.insert(u"dueUs"_s, domain::Span::minutes(minutes).us);
    if (const QString earlier = values.value(u"replaces").toString(); !earlier.isEmpty())
        args.insert(u"replaces"_s, earlier);
    if (values.value(u"irreversible").toBool())
        args.insert(u"irreversible"_s, true);
    return plain(Verb::Decision, args, by);
}

// What would be refused stays in the form, with the reason.
void DecisionsPanel::take(const QString &id, const QJsonObject &values)
{
    const domain::Command command = commandOf(id, values);
    if (const QString why = m_model.whyNot(command); !why.isEmpty()) {
        m_form->setProblem(why);
        return;
    }
    m_form->send([&] { emit commandRequested(command); });
}

} // namespace fireline::views
