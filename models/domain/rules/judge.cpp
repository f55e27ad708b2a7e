// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/judge.h"

#include "rules/facts.h"
#include "rules/gatestatus.h"
#include "rules/phaseway.h"
#include "rules/who.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Judge)
};

QString sentence(const Envelope &rule, const QString &fallback)
{
    return rule.say.isEmpty() ? fallback : rule.say;
}

bool replaced(const QString &id, Act act, const RuleContext &c)
{
    return std::any_of(c.process.authorities.begin(), c.process.authorities.end(), [&](const AuthorityRule &other) {
        return other.rule.replaces.contains(id) && other.acts.contains(act) && holds(other.rule.when, c);
    });
}

bool approvedBy(const AuthorityRule &rule, const RuleContext &c, const ApprovalState &approval)
{
    const auto gaveIt = [&](const QString &who) {
        return std::any_of(approval.given.begin(), approval.given.end(),
                           [&](const Approval &a) { return a.hash == approval.hash && isOneOf(a.by, {who}, c); });
    };
    return rule.count == Count::Any ? std::any_of(rule.who.begin(), rule.who.end(), gaveIt)
                                    : std::all_of(rule.who.begin(), rule.who.end(), gaveIt);
}

/// How an approval is given; the one who needs it has to tell the one who gives it.
QString approvingVerb(const AuthorityRule &rule)
{
    if (rule.acts.contains(Act::UpdateSend))
        return Text::tr(" They type /approveupdate.");
    return rule.acts.contains(Act::ChangeExecute) ? Text::tr(" They type /approve.") : QString();
}

std::optional<Notice> judgeAuthority(const AuthorityRule &rule, const RuleContext &c, const ApprovalState &approval)
{
    const QString names = namesOf(rule.who, c);
    switch (rule.mode) {
    case AuthorityMode::Only:
        if (isOneOf(c.act.actor, rule.who, c))
            return std::nullopt;
        return noticeOf(rule.rule, u"not-authorised"_s,
                        sentence(rule.rule, Text::tr("Only %1 may do this. Ask them, or take the role first.").arg(names)));
    case AuthorityMode::Never:
        if (!isOneOf(c.act.actor, rule.who, c))
            return std::nullopt;
        return noticeOf(rule.rule, u"not-allowed"_s, sentence(rule.rule, Text::tr("This may not be done now.")));
    case AuthorityMode::ApprovedBy:
        if ((rule.byRequest && !approval.asked) || approvedBy(rule, c, approval))
            return std::nullopt;
        return noticeOf(rule.rule, u"not-approved"_s,
                        sentence(rule.rule, Text::tr("The text as it now stands needs the approval of %1 first.").arg(names)
                                                + approvingVerb(rule)));
    }
    return std::nullopt;
}

bool governs(const GateRule &gate, Act act, const RuleContext &c)
{
    return gate.before.contains(act) && (act != Act::PhaseMove || gate.into.isEmpty() || gate.into.contains(c.act.phaseInto));
}

} // namespace

Notice noticeOf(const Envelope &rule, const QString &code, const QString &text)
{
    return {rule.effect, code, text, rule.id, rule.cite(), rule.passedBy.has_value()};
}

void passOverrides(QList<Notice> &notices, const IncidentState &state)
{
    for (Notice &notice : notices) {
        if (notice.effect == RuleEffect::Refuse && !state.overrides.value(notice.rule).isEmpty()) {
            notice.effect = RuleEffect::Warn;
            notice.code = u"overridden"_s;
        }
    }
}

const Notice *firstRefusal(const QList<Notice> &notices)
{
    const auto it = std::find_if(notices.begin(), notices.end(), [](const Notice &n) { return n.effect == RuleEffect::Refuse; });
    return it == notices.end() ? nullptr : &*it;
}

namespace {

/// How the first of what is missing is confirmed, where a person's word is what is missing.
QString confirmingLine(const GateStatus &status)
{
    for (qsizetype i = 0; i < status.needs.size(); ++i) {
        const NeedStatus &one = status.needs.at(i);
        const bool byWord = !one.need->is || !systemOf(one.need->is).isEmpty();
        if (!one.met && byWord)
            return u"/gate %1 %2 …"_s.arg(status.gate->rule.id).arg(i + 1);
    }
    return {};
}

/// The commands that lead to the phase that is asked for, in their order.
QStringList phaseLines(const GateStatus &status, const RuleContext &context)
{
    QStringList lines;
    for (const NeedStatus &one : status.needs) {
        if (one.met || !one.need->is)
            continue;
        for (const PhaseDef *phase : phaseWay(phasesAsked(*one.need->is), context))
            lines.append(u"/phase "_s + phase->id);
    }
    return lines;
}

} // namespace

QString missingText(const QList<const GateRule *> &gates, const RuleContext &context)
{
    QString text;
    QStringList missing;
    QStringList way;
    QStringList words;
    for (const GateRule *gate : gates) {
        const GateStatus status = gateStatus(*gate, context);
        if (!gate->rule.say.isEmpty())
            text += gate->rule.say + u' ';
        missing += status.missing();
        way += phaseLines(status, context);
        words.append(confirmingLine(status));
    }
    way.removeDuplicates();
    words.removeAll(QString());
    text += Text::tr("Still missing: %1.").arg(missing.join(u"; "_s));
    if (!way.isEmpty())
        text += Text::tr(" The way there: %1.", "commands, in their order").arg(way.join(u", "_s));
    if (!words.isEmpty())
        text += Text::tr(" Confirm what is so, one by one, with what you saw: %1", "the commands").arg(words.join(u", "_s));
    return text;
}

QList<Notice> judgeAct(Act act, const RuleContext &context, const ApprovalState &approval)
{
    QList<Notice> notices;
    for (const AuthorityRule &rule : context.process.authorities) {
        if (!rule.acts.contains(act) || !holds(rule.rule.when, context) || replaced(rule.rule.id, act, context))
            continue;
        if (const auto notice = judgeAuthority(rule, context, approval))
            notices.append(*notice);
    }
    for (const GateRule &gate : context.process.gates) {
        if (!governs(gate, act, context) || !holds(gate.rule.when, context))
            continue;
        if (gateStatus(gate, context).open())
            notices.append(noticeOf(gate.rule, u"gate-open"_s, missingText({&gate}, context)));
    }
    passOverrides(notices, context.state);
    return notices;
}

} // namespace fireline::domain
