// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/momenttext.h"

#include "clocks/processnames.h"
#include "process/listtitle.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Clocks)
};

template<typename Def>
QString nameOf(const Def *def, const QString &id)
{
    return def && !def->name.isEmpty() ? def->name : id;
}

QString whoNames(const QStringList &who, const Process &process)
{
    QStringList names;
    for (const QString &word : who)
        names.append(whoName(word, process));
    return names.join(u", "_s);
}

QString listName(const QString &id, const Process &process)
{
    const ListRule *list = process.list(id);
    return list ? listTitle(*list, process) : id;
}

QString formName(const QString &id, const Process &process)
{
    const FormRule *form = process.form(id);
    return form ? recordName(form->target, process) : id;
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
    case ArgumentKind::List: return listName(moment.arg, process);
    case ArgumentKind::Form: return formName(moment.arg, process);
    default: return moment.arg;
    }
}

const char *pattern(MomentKind kind)
{
    switch (kind) {
    case MomentKind::ImpactStart: return QT_TRANSLATE_NOOP("Clocks", "State when the impact began");
    case MomentKind::ImpactEnd: return QT_TRANSLATE_NOOP("Clocks", "State when the impact ended");
    case MomentKind::Detected: return QT_TRANSLATE_NOOP("Clocks", "Detect");
    case MomentKind::AlertFired: return QT_TRANSLATE_NOOP("Clocks", "Alert fires");
    case MomentKind::AlertCleared: return QT_TRANSLATE_NOOP("Clocks", "Alert clears");
    case MomentKind::Acknowledged: return QT_TRANSLATE_NOOP("Clocks", "Acknowledge the alert");
    case MomentKind::ResponseBegun: return QT_TRANSLATE_NOOP("Clocks", "Begin the response");
    case MomentKind::ReportReceived: return QT_TRANSLATE_NOOP("Clocks", "Receive a report");
    case MomentKind::Pattern: return QT_TRANSLATE_NOOP("Clocks", "Pattern %1");
    case MomentKind::Declared: return QT_TRANSLATE_NOOP("Clocks", "Declare");
    case MomentKind::Confirmed: return QT_TRANSLATE_NOOP("Clocks", "Confirm that it is real");
    case MomentKind::Begun: return QT_TRANSLATE_NOOP("Clocks", "Begin");
    case MomentKind::SeveritySet: return QT_TRANSLATE_NOOP("Clocks", "Assess the severity");
    case MomentKind::SeverityRaised: return QT_TRANSLATE_NOOP("Clocks", "Raise the severity");
    case MomentKind::PhaseEntered: return QT_TRANSLATE_NOOP("Clocks", "Enter %1");
    case MomentKind::FlagSet: return QT_TRANSLATE_NOOP("Clocks", "Mark: %1");
    case MomentKind::RoleTaken: return QT_TRANSLATE_NOOP("Clocks", "Fill the role %1");
    case MomentKind::RoleVacant: return QT_TRANSLATE_NOOP("Clocks", "Leave the role %1");
    case MomentKind::HandoverDone: return QT_TRANSLATE_NOOP("Clocks", "Hand over: %1");
    case MomentKind::OrderGiven: return QT_TRANSLATE_NOOP("Clocks", "Give an order");
    case MomentKind::OrderAcked: return QT_TRANSLATE_NOOP("Clocks", "Acknowledge the order");
    case MomentKind::Progress: return QT_TRANSLATE_NOOP("Clocks", "Make progress");
    case MomentKind::ChangeExecuted: return QT_TRANSLATE_NOOP("Clocks", "Execute the change");
    case MomentKind::MitigationApplied: return QT_TRANSLATE_NOOP("Clocks", "Apply a mitigation");
    case MomentKind::HypothesisVerified: return QT_TRANSLATE_NOOP("Clocks", "Verify a hypothesis");
    case MomentKind::UpdateSent: return QT_TRANSLATE_NOOP("Clocks", "Update: %1");
    case MomentKind::ListDone: return QT_TRANSLATE_NOOP("Clocks", "Finish the list %1");
    case MomentKind::FormDone: return QT_TRANSLATE_NOOP("Clocks", "Write the record %1");
    case MomentKind::Resolved: return QT_TRANSLATE_NOOP("Clocks", "Resolve");
    case MomentKind::Reopened: return QT_TRANSLATE_NOOP("Clocks", "Reopen");
    case MomentKind::Closed: return QT_TRANSLATE_NOOP("Clocks", "Close");
    case MomentKind::ReviewDrafted: return QT_TRANSLATE_NOOP("Clocks", "Draft: %1");
    case MomentKind::ReviewHeld: return QT_TRANSLATE_NOOP("Clocks", "Hold the meeting: %1");
    case MomentKind::ReviewClosed: return QT_TRANSLATE_NOOP("Clocks", "Close the review: %1");
    case MomentKind::ActionItemCreated: return QT_TRANSLATE_NOOP("Clocks", "Write down an action item");
    case MomentKind::ActionItemDone: return QT_TRANSLATE_NOOP("Clocks", "Finish the action item");
    case MomentKind::TicketFiled: return QT_TRANSLATE_NOOP("Clocks", "File the ticket");
    case MomentKind::DrillHeld: return QT_TRANSLATE_NOOP("Clocks", "Hold the drill %1");
    case MomentKind::ProcessReviewed: return QT_TRANSLATE_NOOP("Clocks", "Review the process");
    }
    return "%1";
}

QString proposalText(const EffectSpec &effect, const Process &process)
{
    const QString &id = effect.proposed;
    switch (effect.propose) {
    case ProposeKind::Severity: return Text::tr("consider the severity %1").arg(id);
    case ProposeKind::Phase: return Text::tr("consider the phase %1").arg(nameOf(process.phase(id), id));
    case ProposeKind::Role: return Text::tr("consider filling the role %1").arg(nameOf(process.role(id), id));
    case ProposeKind::Handover: return Text::tr("consider handing over: %1").arg(nameOf(process.role(id), id));
    }
    return {};
}

QString effectText(const EffectSpec &effect, const Process &process)
{
    switch (effect.kind) {
    case EffectKind::Page: return Text::tr("page %1").arg(whoNames(effect.who, process));
    case EffectKind::Notify: return Text::tr("notify %1").arg(whoNames(effect.who, process));
    case EffectKind::Restrict: return Text::tr("restrict to %1").arg(whoNames(effect.who, process));
    case EffectKind::Prompt: return effect.text;
    case EffectKind::Open: return Text::tr("open the list “%1”").arg(listName(effect.text, process));
    case EffectKind::Draft: return Text::tr("draft the record “%1”").arg(formName(effect.text, process));
    case EffectKind::Create: return Text::tr("create the %1").arg(systemThingName(effect.text));
    case EffectKind::SetFlag: return Text::tr("mark: %1").arg(nameOf(process.flag(effect.text), effect.text));
    case EffectKind::Propose: return proposalText(effect, process);
    }
    return {};
}

} // namespace

QString momentText(const Moment &moment, const Process &process)
{
    const QString text = Text::tr(pattern(moment.kind));
    return text.contains(u"%1"_s) ? text.arg(argumentName(moment, process)) : text;
}

QString cadenceText(const CadenceRule &rule, const Process &process)
{
    switch (rule.item) {
    case CadenceKind::Update: return momentText({MomentKind::UpdateSent, rule.arg}, process);
    case CadenceKind::Drill: return momentText({MomentKind::DrillHeld, rule.arg}, process);
    case CadenceKind::ProcessReview: return momentText({MomentKind::ProcessReviewed, {}}, process);
    case CadenceKind::CheckIn: return Text::tr("Check in");
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
