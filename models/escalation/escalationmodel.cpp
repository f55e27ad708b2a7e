// SPDX-License-Identifier: GPL-3.0-or-later
#include "escalation/escalationmodel.h"

#include "command/command.h"
#include "core/daytime.h"
#include "decide/decide.h"
#include "decide/restriction.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

EscalationModel::EscalationModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

EscalationModel::~EscalationModel() = default;

void EscalationModel::setContacts(const ContactBook &book)
{
    m_book = book;
    sync();
}

void EscalationModel::tellChanges(int row, const RungRow &before)
{
    const RungRow &now = m_rows.at(row);
    ChangedRoles changed;
    changed.add(before.text != now.text, {Qt::DisplayRole});
    changed.add(before.left != now.left, {escalation::LeftRole});
    changed.add(before.state != now.state, {escalation::StateRole, escalation::ClockRole});
    changed.add(before.due != now.due || before.late != now.late, {escalation::DueRole, escalation::LateRole});
    changed.add(before.whom != now.whom || before.callees != now.callees, {escalation::WhomRole, escalation::CalleesRole});
    changed.add(before.mark.at != now.mark.at || before.mark.by != now.mark.by || before.mark.why != now.mark.why,
                {escalation::SettledAtRole, escalation::SettledByRole, escalation::ReasonRole});
    changed.add(before.mark.answeredAt != now.mark.answeredAt || before.mark.answer != now.mark.answer,
                {escalation::AnsweredAtRole, escalation::AnswerRole});
    changed.add(sentence(before) != sentence(now), {Qt::AccessibleTextRole, Qt::ToolTipRole});
    emit dataChanged(index(row), index(row), changed.roles());
}

QString EscalationModel::sentence(const RungRow &row) const
{
    const QString what = row.whom.isEmpty() ? row.text
                                            : tr("%1: %2", "what a step asks for, whom to call").arg(row.text, row.whom);
    const int minutes = int(std::abs(row.left.us) / Span::minutes(1).us);
    switch (row.state) {
    case escalation::Waiting: return tr("%1. Waiting, due in %n minutes.", nullptr, minutes).arg(what);
    case escalation::Due: return tr("%1. Due now.").arg(what);
    case escalation::Late: return tr("%1. Late by %n minutes.", nullptr, minutes).arg(what);
    case escalation::Called: return tr("%1. Called by %2, not answered yet.").arg(what, row.mark.by);
    case escalation::Answered:
        return row.mark.answer.isEmpty() ? tr("%1. Answered.").arg(what) : tr("%1. Answered: %2").arg(what, row.mark.answer);
    case escalation::Skipped: return tr("%1. Skipped by %2: %3").arg(what, row.mark.by, row.mark.why);
    }
    return what;
}

/// What is read out on the telephone. Of a restricted incident no more than that it needs them.
QString EscalationModel::callText(const RungRow &row) const
{
    const IncidentState &s = m_feed.state();
    const SeverityDef *severity = m_feed.process().severity(s.severity);
    const QString name = severity ? severity->name : tr("Severity not assessed");
    const QString drill = s.drill ? tr("This is a drill.") + u' ' : QString();
    const QString since = dayMinute(s.declaredAt, m_feed.now());
    if (keptInside({s, m_feed.process(), m_feed.now()}))
        return drill
               + tr("%1. A restricted incident, declared at %2 UTC, needs you. Call back for the details.").arg(name, since);
    const QString text = tr("%1: %2. Declared at %3 UTC. You are needed.").arg(name, s.title, since);
    return drill + (row.say.isEmpty() ? text : text + u' ' + row.say);
}

/// What deciding such a command would answer now; empty where it would be done.
QString EscalationModel::refusalOf(Verb verb, const QJsonObject &args) const
{
    Command command;
    command.verb = verb;
    command.args = args;
    const auto decision = decide({m_feed.state(), m_feed.process(), m_feed.now(), m_feed.profile()}, command);
    return decision ? QString() : decision.problem().text;
}

QString EscalationModel::whyNot(const RungRow &row, int role) const
{
    if (role == escalation::AnsweredWhyNotRole) {
        if (!row.clock.isEmpty())
            return tr("Mark the step as called first.");
        if (row.state == escalation::Answered)
            return tr("Somebody has answered already.");
        return refusalOf(Verb::AnswerRung, {{u"id"_s, row.ladder}, {u"item"_s, row.step}});
    }
    if (row.state == escalation::Skipped)
        return tr("This step was skipped.");
    if (row.clock.isEmpty())
        return tr("This step is done.");
    if (role == escalation::CalledWhyNotRole)
        return refusalOf(Verb::Escalate, {{u"id"_s, row.clock}});
    return refusalOf(Verb::SkipRung, {{u"id"_s, row.clock}, {u"item"_s, row.step}, {u"why"_s, u"?"_s}});
}

QVariant EscalationModel::rowData(const RungRow &row, int role) const
{
    switch (role) {
    case escalation::StateRole: return int(row.state);
    case escalation::ClockRole: return row.clock;
    case escalation::LadderRole: return row.ladder;
    case escalation::StepRole: return row.step;
    case escalation::StepsRole: return row.steps;
    case escalation::LeftRole: return row.left.us;
    case escalation::AnchorRole: return row.anchor.us;
    case escalation::DueRole: return row.due.us;
    case escalation::LateRole: return row.late.us;
    case escalation::SettledAtRole: return row.mark.at.us;
    case escalation::SettledByRole: return row.mark.by;
    case escalation::ReasonRole: return row.mark.why;
    case escalation::AnsweredAtRole: return row.mark.answeredAt.us;
    case escalation::AnswerRole: return row.mark.answer;
    case escalation::SayRole: return row.say;
    case escalation::SourceRole: return row.source;
    case escalation::RuleRole: return row.rule;
    case escalation::AssumedRole: return row.assumed;
    case escalation::OriginRole: return row.origin;
    case escalation::WhomRole: return row.whom;
    case escalation::CalleesRole: return row.callees;
    default: return {};
    }
}

QVariant EscalationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RungRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.text;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return sentence(row);
    case escalation::CallTextRole: return callText(row);
    case escalation::CalledWhyNotRole:
    case escalation::AnsweredWhyNotRole:
    case escalation::SkippedWhyNotRole: return whyNot(row, role);
    default: return rowData(row, role);
    }
}

} // namespace fireline::models
