// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/decisionsmodel.h"

#include "decide/decide.h"
#include "rules/autofields.h"
#include "rules/fieldtext.h"
#include "rules/forms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
namespace d = models::decisions;

namespace {

constexpr qsizetype latestEvidence = 60;

bool canShow(const Entry &entry)
{
    static const QStringList kinds{u"note"_s,   u"finding"_s, u"alert"_s,  u"attachment"_s, u"report"_s,
                                   u"action"_s, u"change"_s,  u"impact"_s, u"rootcause"_s,  u"system"_s};
    return !entry.retracted && (kinds.contains(entry.kind) || entry.evidence);
}

} // namespace

DecisionsModel::DecisionsModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

DecisionsModel::~DecisionsModel() = default;

QList<DecisionRow> DecisionsModel::rowsNow() const
{
    return decisionRows(m_feed.state(), m_feed.process(), m_feed.now());
}

void DecisionsModel::tellChanges(int row, const DecisionRow &)
{
    emit dataChanged(index(row), index(row));
}

void DecisionsModel::sync()
{
    FeedModel::sync();
    emit situationChanged();
}

void DecisionsModel::tick()
{
    FeedModel::sync();
}

void DecisionsModel::reload()
{
    FeedModel::reload();
    emit situationChanged();
}

Qt::ItemFlags DecisionsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    // Arrow keys pass over a row that is not enabled.
    const bool heading = m_rows.at(index.row()).kind == d::Heading;
    return heading ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString DecisionsModel::headingText(const DecisionRow &row) const
{
    switch (row.section) {
    case d::Hypothesis: return row.count ? tr("Hypotheses") : tr("Hypotheses: none yet");
    case d::Decision: return row.count ? tr("Decisions") : tr("Decisions: none yet");
    case d::Mitigation: return tr("Mitigations applied");
    default: return tr("Ways to mitigate, as the process lists them");
    }
}

QString DecisionsModel::sentence(const DecisionRow &row) const
{
    if (row.retracted)
        return tr("%1, taken out of the record: %2. Reason: %3").arg(row.id, row.text, row.why);
    switch (row.state) {
    case d::Open: return tr("Hypothesis %1, open: %2").arg(row.id, row.text);
    case d::Testing: return tr("Hypothesis %1, being tested by %2: %3").arg(row.id, row.tester, row.text);
    case d::Confirmed: return tr("Hypothesis %1, confirmed: %2. It shows in: %3").arg(row.id, row.text, row.evidence);
    case d::RuledOut: return tr("Hypothesis %1, ruled out: %2. Reason: %3").arg(row.id, row.text, row.why);
    case d::Stands: return tr("Decision %1 by %2: %3").arg(row.id, row.who, row.text);
    case d::Late: return tr("Decision %1 by %2, to be looked at again by now: %3").arg(row.id, row.who, row.text);
    case d::Replaced: return tr("Decision %1, replaced by %2: %3").arg(row.id, row.replacedBy, row.text);
    case d::Applied: return tr("Mitigation %1, its effect is not judged yet: %2").arg(row.id, row.text);
    case d::Restored: return tr("Mitigation %1 restored the service: %2").arg(row.id, row.text);
    case d::Partial: return tr("Mitigation %1 helped in part: %2").arg(row.id, row.text);
    case d::NoEffect: return tr("Mitigation %1 had no effect: %2").arg(row.id, row.text);
    case d::Offered: break;
    }
    if (row.speed.isEmpty() && row.useWhen.isEmpty())
        return tr("Way to mitigate %1: %2").arg(row.id, row.text);
    if (row.speed.isEmpty())
        return tr("Way to mitigate %1: %2. Use it when: %3").arg(row.id, row.text, row.useWhen);
    return tr("Way to mitigate %1: %2. It takes: %3. Use it when: %4").arg(row.id, row.text, row.speed, row.useWhen);
}

QVariant DecisionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const DecisionRow &row = m_rows.at(index.row());
    const bool heading = row.kind == d::Heading;
    switch (role) {
    case Qt::DisplayRole: return heading ? headingText(row) : row.text;
    case Qt::AccessibleTextRole: return heading ? headingText(row) : sentence(row);
    case d::KindRole: return row.kind;
    case d::SectionRole: return row.section;
    case d::CountRole: return row.count;
    case d::IdRole: return row.id;
    case d::StateRole: return row.state;
    case d::WhoRole: return row.who;
    case d::AtRole: return qint64(row.at.us);
    case d::HowRole: return row.how;
    case d::TesterRole: return row.tester;
    case d::EvidenceRole: return row.evidence;
    case d::EvidenceRefRole: return row.evidenceRef;
    case d::EvidenceEntryRole: return row.evidenceEntry;
    case d::EvidenceTextRole: return row.evidenceText;
    case d::WhyRole: return row.why;
    case d::EntryRole: return row.entry;
    case d::RefRole: return row.ref;
    default: return moreData(row, role);
    }
}

QVariant DecisionsModel::moreData(const DecisionRow &row, int role) const
{
    switch (role) {
    case d::RevisitRole: return qint64(row.revisitAt.us);
    case d::ReplacesRole: return row.replaces;
    case d::ReplacedByRole: return row.replacedBy;
    case d::PollRole: return row.poll;
    case d::ObjectionsRole: return row.objections;
    case d::AnsweredRole: return row.answered;
    case d::IrreversibleRole: return row.irreversible;
    case d::HypothesisRole: return row.hypothesis;
    case d::TemporaryRole: return row.temporary;
    case d::SpeedRole: return row.speed;
    case d::UseWhenRole: return row.useWhen;
    case d::RunRole: return row.run;
    case d::SourceRole: return row.source;
    case d::RetractedRole: return row.retracted;
    default: return {};
    }
}

QList<CauseClosure> DecisionsModel::causeClosures() const
{
    return isOver() ? QList<CauseClosure>() : domain::causeClosures({m_feed.state(), m_feed.process(), m_feed.now()});
}

QString DecisionsModel::whyNot(const Command &command) const
{
    const auto decided = decide({m_feed.state(), m_feed.process(), m_feed.now(), m_feed.profile()}, command);
    if (decided)
        return {};
    const Problem &problem = decided.problem();
    return problem.source.isEmpty() ? problem.text : tr("%1 (%2)").arg(problem.text, problem.source);
}

QList<QPair<QString, QString>> DecisionsModel::evidence() const
{
    QList<QPair<QString, QString>> found;
    const QList<Entry> &entries = m_feed.state().entries;
    for (qsizetype i = entries.size() - 1; i >= 0 && found.size() < latestEvidence; --i) {
        if (canShow(entries.at(i)))
            found.append({u"E%1"_s.arg(i + 1), entries.at(i).text.section(u'\n', 0, 0)});
    }
    return found;
}

QList<QPair<QString, QString>> DecisionsModel::polls() const
{
    QList<QPair<QString, QString>> found;
    const IncidentState &s = m_feed.state();
    for (auto it = s.polls.rbegin(); it != s.polls.rend(); ++it) {
        const bool used = std::any_of(s.decisions.begin(), s.decisions.end(),
                                      [&](const DecisionRecord &decision) { return decision.poll == it->eventId; });
        if (!used)
            found.append({it->id, it->text});
    }
    return found;
}

QList<QPair<QString, QString>> DecisionsModel::standingDecisions() const
{
    QList<QPair<QString, QString>> found;
    for (const DecisionRow &row : m_rows) {
        if (row.kind == d::Decision && row.state != d::Replaced && !row.retracted)
            found.append({row.id, row.text});
    }
    return found;
}

QList<QPair<QString, QString>> DecisionsModel::liveHypotheses() const
{
    QList<QPair<QString, QString>> found;
    for (const DecisionRow &row : m_rows) {
        if (row.kind == d::Hypothesis && row.state != d::RuledOut && !row.retracted)
            found.append({row.id, row.text});
    }
    return found;
}

QList<MitigationField> DecisionsModel::mitigationFields() const
{
    QList<MitigationField> fields;
    const RuleContext context{m_feed.state(), m_feed.process(), m_feed.now()};
    const RecordAtHand record{u"mitigation"_s, {}, {}, {}};
    for (const FormRule *form : formsOf(record, context)) {
        for (const FormField &asked : form->fields) {
            if (asked.id == "action"_L1 || asked.id == "option"_L1)
                continue;
            const FieldDef *def = m_feed.process().field(asked.id);
            fields.append({asked.id, def ? def->name : asked.id, def ? def->values : QStringList(),
                           asked.need == FormField::Need::Required, fieldText(autoField(asked.id, record, context))});
        }
    }
    return fields;
}

QStringList DecisionsModel::people() const
{
    QStringList people(m_feed.state().people.begin(), m_feed.state().people.end());
    people.sort(Qt::CaseInsensitive);
    return people;
}

QString DecisionsModel::commander() const
{
    const RoleDef *role = m_feed.process().commander();
    return role ? m_feed.state().holders(role->id).value(0) : QString();
}

} // namespace fireline::models
