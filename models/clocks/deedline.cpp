// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/deedline.h"

#include "command/command.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

QString lineOf(Verb verb, const QString &rest = {})
{
    const QString head = u"/%1 "_s.arg(verbSpec(verb).name);
    return rest.isEmpty() ? head : head + rest + u' ';
}

template<typename Rule>
const Rule *ruleOf(const QList<Rule> &rules, const QString &id)
{
    const auto it = std::find_if(rules.begin(), rules.end(), [&](const Rule &rule) { return rule.rule.id == id; });
    return it == rules.end() ? nullptr : &*it;
}

QString lineOf(const Moment &done, const QString &item)
{
    switch (done.kind) {
    case MomentKind::UpdateSent: return lineOf(Verb::Draft, done.arg);
    case MomentKind::SeveritySet: return lineOf(Verb::Severity);
    case MomentKind::Confirmed: return lineOf(Verb::Confirm, u"real"_s);
    case MomentKind::Begun: return lineOf(Verb::Begin);
    case MomentKind::Acknowledged: return item.isEmpty() ? QString() : lineOf(Verb::AckAlert, u'#' + item);
    case MomentKind::PhaseEntered: return lineOf(Verb::Phase, done.arg);
    case MomentKind::RoleTaken: return lineOf(Verb::Role) + u'@';
    case MomentKind::HandoverDone: return lineOf(Verb::Handover) + u'@';
    case MomentKind::OrderAcked: return item.isEmpty() ? QString() : lineOf(Verb::Ack, u'#' + item);
    case MomentKind::Resolved: return lineOf(Verb::Resolve);
    case MomentKind::Closed: return lineOf(Verb::Close);
    case MomentKind::ReviewDrafted: return lineOf(Verb::ReviewEdit, done.arg);
    case MomentKind::ReviewHeld: return lineOf(Verb::Held, done.arg);
    case MomentKind::ReviewClosed: return lineOf(Verb::CloseReview, done.arg);
    case MomentKind::ActionItemCreated: return lineOf(Verb::ActionItem);
    case MomentKind::ActionItemDone: return item.isEmpty() ? QString() : lineOf(Verb::ActionItemDone, u'#' + item);
    default: return {};
    }
}

} // namespace

QString deedLine(const RunningClock &clock, const Process &process)
{
    if (clock.kind == RunningClock::Kind::Order)
        return lineOf(Verb::Done, u'#' + clock.item);
    if (clock.kind == RunningClock::Kind::Rung)
        return lineOf(Verb::Escalate, clock.rule);
    if (clock.kind == RunningClock::Kind::Promise)
        return lineOf(Verb::Draft, clock.audience);
    if (const auto *deadline = ruleOf(process.deadlines, clock.rule))
        return lineOf(deadline->done, clock.item);
    const auto *cadence = ruleOf(process.cadences, clock.rule);
    if (!cadence)
        return {};
    if (cadence->item == CadenceKind::CheckIn)
        return lineOf(Verb::CheckIn) + u'@';
    return cadence->item == CadenceKind::Update ? lineOf(Verb::Draft, cadence->arg) : QString();
}

} // namespace fireline::models
