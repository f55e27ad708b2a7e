// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/momenttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Clocks", text);
}

template<typename Def>
QString nameOf(const Def *def, const QString &id)
{
    return def && !def->name.isEmpty() ? def->name : id;
}

QString whoName(const QString &who, const Process &process)
{
    if (const RoleDef *role = process.role(who))
        return nameOf(role, who);
    return nameOf(process.contact(who), who);
}

QString whoNames(const QStringList &who, const Process &process)
{
    QStringList names;
    for (const QString &word : who)
        names.append(whoName(word, process));
    return names.join(u", "_s);
}

// What a moment with an argument calls that argument.
QString argumentName(const Moment &moment, const Process &process)
{
    switch (argumentOf(moment.kind)) {
    case ArgumentKind::Phase: return nameOf(process.phase(moment.arg), moment.arg);
    case ArgumentKind::Flag: return nameOf(process.flag(moment.arg), moment.arg);
    case ArgumentKind::Role: return nameOf(process.role(moment.arg), moment.arg);
    case ArgumentKind::Audience: return nameOf(process.audienceDef(moment.arg), moment.arg);
    case ArgumentKind::Review: return nameOf(process.review(moment.arg), moment.arg);
    default: return moment.arg;
    }
}

const char *pattern(MomentKind kind)
{
    switch (kind) {
    case MomentKind::ImpactStart: return "State when the impact began";
    case MomentKind::ImpactEnd: return "State when the impact ended";
    case MomentKind::Detected: return "Detect";
    case MomentKind::AlertFired: return "Alert fires";
    case MomentKind::AlertCleared: return "Alert clears";
    case MomentKind::Acknowledged: return "Acknowledge the alert";
    case MomentKind::ResponseBegun: return "Begin the response";
    case MomentKind::ReportReceived: return "Receive a report";
    case MomentKind::Pattern: return "Pattern %1";
    case MomentKind::Declared: return "Declare";
    case MomentKind::Confirmed: return "Confirm that it is real";
    case MomentKind::Begun: return "Begin";
    case MomentKind::SeveritySet: return "Assess the severity";
    case MomentKind::SeverityRaised: return "Raise the severity";
    case MomentKind::PhaseEntered: return "Enter %1";
    case MomentKind::FlagSet: return "Mark: %1";
    case MomentKind::RoleTaken: return "Fill the role %1";
    case MomentKind::RoleVacant: return "Leave the role %1";
    case MomentKind::HandoverDone: return "Hand over: %1";
    case MomentKind::OrderGiven: return "Give an order";
    case MomentKind::OrderAcked: return "Acknowledge the order";
    case MomentKind::Progress: return "Make progress";
    case MomentKind::ChangeExecuted: return "Execute the change";
    case MomentKind::MitigationApplied: return "Apply a mitigation";
    case MomentKind::HypothesisVerified: return "Verify a hypothesis";
    case MomentKind::UpdateSent: return "Update: %1";
    case MomentKind::ListDone: return "Finish the list %1";
    case MomentKind::FormDone: return "Write the record %1";
    case MomentKind::Resolved: return "Resolve";
    case MomentKind::Reopened: return "Reopen";
    case MomentKind::Closed: return "Close";
    case MomentKind::ReviewDrafted: return "Draft: %1";
    case MomentKind::ReviewHeld: return "Hold the meeting: %1";
    case MomentKind::ReviewClosed: return "Close the review: %1";
    case MomentKind::ActionItemCreated: return "Write down an action item";
    case MomentKind::ActionItemDone: return "Finish the action item";
    case MomentKind::TicketFiled: return "File the ticket";
    case MomentKind::DrillHeld: return "Hold the drill %1";
    case MomentKind::ProcessReviewed: return "Review the process";
    }
    return "%1";
}

QString effectText(const EffectSpec &effect, const Process &process)
{
    switch (effect.kind) {
    case EffectKind::Page: return tr("page %1").arg(whoNames(effect.who, process));
    case EffectKind::Notify: return tr("notify %1").arg(whoNames(effect.who, process));
    case EffectKind::Restrict: return tr("restrict to %1").arg(whoNames(effect.who, process));
    case EffectKind::Prompt: return effect.text;
    case EffectKind::Open: return tr("open the list %1").arg(effect.text);
    case EffectKind::Draft: return tr("draft %1").arg(effect.text);
    case EffectKind::Create: return tr("create %1").arg(effect.text);
    case EffectKind::SetFlag: return tr("mark: %1").arg(nameOf(process.flag(effect.text), effect.text));
    case EffectKind::Propose: return tr("consider %1 %2").arg(wordOf(effect.propose), effect.proposed);
    }
    return {};
}

} // namespace

QString momentText(const Moment &moment, const Process &process)
{
    const QString text = tr(pattern(moment.kind));
    return text.contains(u"%1"_s) ? text.arg(argumentName(moment, process)) : text;
}

QString cadenceText(const CadenceRule &rule, const Process &process)
{
    switch (rule.item) {
    case CadenceKind::Update: return momentText({MomentKind::UpdateSent, rule.arg}, process);
    case CadenceKind::Drill: return momentText({MomentKind::DrillHeld, rule.arg}, process);
    case CadenceKind::ProcessReview: return momentText({MomentKind::ProcessReviewed, {}}, process);
    case CadenceKind::CheckIn: return tr("Check in");
    }
    return {};
}

QString effectsText(const QList<EffectSpec> &effects, const Process &process)
{
    QStringList parts;
    for (const EffectSpec &effect : effects)
        parts.append(effectText(effect, process));
    QString text = parts.join(u"; "_s);
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace fireline::domain
