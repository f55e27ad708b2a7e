// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/triagemodel.h"

#include "decide/decide.h"
#include "report/stillopen.h"
#include "rules/fieldtext.h"
#include "rules/forms.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
namespace t = models::triage;

TriageModel::TriageModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

TriageModel::~TriageModel() = default;

void TriageModel::tellChanges(int row, const TriageRow &)
{
    emit dataChanged(index(row), index(row));
}

Qt::ItemFlags TriageModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    // Arrow keys pass over a row that is not enabled.
    const bool heading = m_rows.at(index.row()).kind == t::Heading;
    return heading ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant TriageModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const TriageRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.kind == t::Heading ? triageHeading(row) : row.text;
    case Qt::AccessibleTextRole: return row.kind == t::Heading ? triageHeading(row) : triageSentence(row);
    case t::KindRole: return row.kind;
    case t::SectionRole: return row.section;
    case t::CountRole: return row.count;
    case t::IdRole: return row.id;
    case t::StateRole: return row.state;
    case t::ValueRole: return row.value;
    case t::RankRole: return row.rank;
    case t::DefinitionRole: return row.definition;
    case t::ExamplesRole: return row.examples;
    case t::ExpectRole: return row.expect;
    case t::AnswerRole: return row.answer;
    case t::ChoicesRole: return row.choices;
    case t::NeededRole: return row.needed;
    default: return moreData(row, role);
    }
}

QVariant TriageModel::moreData(const TriageRow &row, int role) const
{
    switch (role) {
    case t::ReasonRole: return row.reason;
    case t::MissingRole: return row.missing;
    case t::SetsOffRole: return row.setsOff;
    case t::SourceRole: return row.source;
    case t::AtRole: return qint64(row.at.us);
    case t::DetailsRole: return row.details;
    case t::LineRole: return row.line;
    case t::ProposesRole: return row.proposes;
    case t::EntryRole: return row.entry;
    case t::RefRole: return row.ref;
    default: return patternData(row, role);
    }
}

QVariant TriageModel::patternData(const TriageRow &row, int role) const
{
    switch (role) {
    case t::AlikeRole: return row.alike;
    case t::AlikeNeededRole: return row.alikeNeeded;
    case t::KindsRole: return row.kinds;
    case t::KindsNeededRole: return row.kindsNeeded;
    case t::DistinctRole: return row.distinct;
    case t::WithinRole: return qint64(row.within.us);
    case t::EndsRole: return qint64(row.endsAt.us);
    case t::ItemsRole: return row.items;
    default: return {};
    }
}

QString TriageModel::whyNot(const Command &command) const
{
    const auto decided = decide({m_feed.state(), m_feed.process(), m_feed.now(), m_feed.profile()}, command);
    if (decided)
        return {};
    const Problem &problem = decided.problem();
    return problem.source.isEmpty() ? problem.text : tr("%1 (%2)").arg(problem.text, problem.source);
}

QList<TriageField> TriageModel::recordFields(const QString &form) const
{
    const FormRule *rule = m_feed.process().form(form);
    if (!rule)
        return {};
    RecordAtHand record{u"triage/"_s + form, {}, {}, {}};
    const QJsonObject known = filledFields(record, {m_feed.state(), m_feed.process(), m_feed.now()});
    QList<TriageField> fields;
    for (const FormField &asked : rule->fields) {
        // The severity is set beside its definition; the record takes it from there.
        if (asked.id == "severity"_L1)
            continue;
        fields.append(fieldOf(asked, known));
    }
    return fields;
}

TriageField TriageModel::fieldOf(const FormField &asked, const QJsonObject &known) const
{
    TriageField field{asked.id, reportFieldName(asked.id, m_feed.process()), t::Words, {}, false, {}, {}};
    TriageRow how;
    if (const FieldDef *def = m_feed.process().field(asked.id))
        describeAnswer(how, *def, m_feed.process());
    field.answer = how.answer;
    field.choices = how.choices;
    field.needed = asked.need != FormField::Need::Optional;
    field.known = fieldText(known.value(asked.id));
    return field;
}

QList<TriageField> TriageModel::resolutionFields() const
{
    const RuleContext context{m_feed.state(), m_feed.process(), m_feed.now()};
    const RecordAtHand record{u"resolution"_s, {}, {}, {}};
    const QJsonObject known = filledFields(record, context);
    QList<TriageField> fields;
    for (const FormRule *form : formsOf(record, context)) {
        for (const FormField &asked : form->fields) {
            const bool twice = std::any_of(fields.begin(), fields.end(),
                                           [&](const TriageField &other) { return other.id == asked.id; });
            if (!twice)
                fields.append(fieldOf(asked, known));
        }
    }
    return fields;
}

QString TriageModel::sameKey() const
{
    for (const PatternDef &pattern : m_feed.process().patterns) {
        if (pattern.of == "report"_L1 && !pattern.same.isEmpty())
            return pattern.same.first();
    }
    return u"symptom"_s;
}

QList<TriageField> TriageModel::reportFields() const
{
    QStringList keys;
    for (const PatternDef &pattern : m_feed.process().patterns) {
        if (pattern.of == "report"_L1)
            keys += pattern.same + pattern.distinct;
    }
    if (!keys.contains(u"region"_s))
        keys.append(u"region"_s);
    keys << u"reporter"_s << u"ticket"_s;
    keys.removeAll(sameKey());
    keys.removeDuplicates();
    QList<TriageField> fields;
    for (const QString &key : std::as_const(keys)) {
        TriageField field{key, reportFieldName(key, m_feed.process()), t::Words, {}, false, {}, {}};
        for (const CustomerReport &report : m_feed.state().reports) {
            const QString value = fieldText(report.fields.value(key));
            if (!value.isEmpty() && !field.given.contains(value))
                field.given.append(value);
        }
        fields.append(field);
    }
    return fields;
}

QList<QPair<QString, QString>> TriageModel::symptoms() const
{
    QList<QPair<QString, QString>> found;
    QSet<QString> known;
    const QList<CustomerReport> &reports = m_feed.state().reports;
    for (auto it = reports.rbegin(); it != reports.rend(); ++it) {
        const QString symptom = fieldText(it->fields.value(sameKey()));
        if (it->withdrawn || symptom.isEmpty() || known.contains(symptom.toLower()))
            continue;
        known.insert(symptom.toLower());
        found.append({symptom, u"%1 %2"_s.arg(it->id, symptom)});
    }
    return found;
}

QList<QPair<QString, QString>> TriageModel::linkable() const
{
    QList<QPair<QString, QString>> found;
    const IncidentState &s = m_feed.state();
    for (const Alert &alert : s.alerts) {
        if (alert.state != Alert::State::Cleared)
            found.append({alert.id, alert.name});
    }
    for (const Hypothesis &hypothesis : s.hypotheses) {
        if (hypothesis.state != Hypothesis::State::RuledOut)
            found.append({hypothesis.id, hypothesis.text});
    }
    for (const Change &change : s.changes)
        found.append({change.id, change.text});
    return found;
}

QStringList TriageModel::stillOpen() const
{
    return domain::stillOpen(m_feed.state(), m_feed.process())
           + domain::lateWords(m_feed.state(), m_feed.process(), m_feed.now());
}

bool TriageModel::endsIncident(const QString &phase) const
{
    Command command;
    command.verb = Verb::Phase;
    command.args = {{QStringLiteral("id"), phase}};
    return domain::endsIncident(command, m_feed.state(), m_feed.process());
}

QStringList TriageModel::people() const
{
    QStringList people(m_feed.state().people.begin(), m_feed.state().people.end());
    people.sort(Qt::CaseInsensitive);
    return people;
}

} // namespace fireline::models
