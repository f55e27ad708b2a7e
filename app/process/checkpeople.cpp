// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

/// Whether somebody can do the act whatever the circumstances, while only the roles of `filled` have holders.
bool somebodyMay(const Process &process, Act act, const QSet<QString> &filled)
{
    return std::all_of(process.authorities.cbegin(), process.authorities.cend(), [&](const AuthorityRule &rule) {
        if (!rule.acts.contains(act) || !rule.rule.when.isEmpty() || rule.rule.effect != RuleEffect::Refuse || rule.byRequest)
            return true;
        if (rule.mode == AuthorityMode::Never)
            return !rule.who.contains(u"everyone"_s);
        return std::any_of(rule.who.cbegin(), rule.who.cend(),
                           [&](const QString &who) { return !process.role(who) || filled.contains(who); });
    });
}

QSet<QString> fillableRoles(const Process &process)
{
    QSet<QString> filled;
    for (qsizetype before = -1; before != filled.size();) {
        before = filled.size();
        if (somebodyMay(process, Act::Claim, filled) || somebodyMay(process, Act::RoleAssign, filled)) {
            for (const RoleDef &role : process.roles)
                filled.insert(role.id);
        }
    }
    return filled;
}

bool namesAudience(const AuthorityRule &rule, const QString &audience)
{
    if (!rule.acts.contains(Act::UpdateSend) && !rule.acts.contains(Act::ReplySend))
        return false;
    bool constrained = false;
    for (const FactTest &test : rule.rule.when.tests) {
        if (test.fact.fact != Fact::Audience)
            continue;
        constrained = true;
        if (test.values.contains(audience))
            return true;
    }
    return !constrained;
}

} // namespace

void Checks::people()
{
    const auto commanders = std::count_if(m_process.roles.cbegin(), m_process.roles.cend(),
                                          [](const RoleDef &role) { return role.commands; });
    if (commanders != 1)
        add(Grade::Fault, u"no-commander"_s, m_process.roles.isEmpty() ? 0 : m_process.roles.first().line,
            tr("%n role(s) command; exactly one must.", nullptr, int(commanders)), tr("Write commands: true at that role."));
    const QSet<QString> fillable = fillableRoles(m_process);
    for (const RoleDef &role : m_process.roles) {
        if ((!role.required.isEmpty() || role.commands) && !fillable.contains(role.id))
            add(Grade::Fault, u"unfillable-role"_s, role.line, tr("Nobody can take the role \"%1\".").arg(role.id),
                tr("Let someone without a role do claim or role.assign."));
    }
    QSet<int> ranks;
    for (const SeverityDef &severity : m_process.severities) {
        if (ranks.contains(severity.rank))
            add(Grade::Warning, u"same-rank"_s, severity.line,
                tr("Two severities have rank %1 and look alike.").arg(severity.rank), tr("Give each its own."));
        ranks.insert(severity.rank);
    }
    for (const ReviewDef &review : m_process.reviews) {
        if (review.owner.isEmpty())
            add(Grade::Warning, u"no-owner"_s, review.line, tr("Nobody owns the review \"%1\".").arg(review.id),
                tr("Name an owner."));
    }
}

void Checks::phases()
{
    if (m_process.phases.isEmpty())
        return;
    QSet<QString> reached = {m_process.phases.first().id};
    for (qsizetype before = 0; before != reached.size();) {
        before = reached.size();
        for (const PhaseDef &phase : m_process.phases) {
            if (reached.contains(phase.id))
                reached.unite(QSet<QString>(phase.next.cbegin(), phase.next.cend()));
        }
    }
    for (const PhaseDef &phase : m_process.phases) {
        if (!reached.contains(phase.id))
            add(Grade::Fault, u"unreachable-phase"_s, phase.line, tr("No phase leads to \"%1\".").arg(phase.id),
                tr("Name it in \"next\" of the phase before."));
        if (phase.next.contains(phase.id))
            add(Grade::Fault, u"phase-to-itself"_s, phase.line, tr("The phase \"%1\" leads to itself.").arg(phase.id),
                tr("Remove it from \"next\"."));
        if (phase.next.isEmpty() && !phase.ends)
            add(Grade::Warning, u"phase-without-end"_s, phase.line,
                tr("Nothing follows the phase \"%1\", but it does not end the incident.").arg(phase.id),
                tr("Write ends: true or name what is next."));
    }
}

void Checks::audiences()
{
    for (const AudienceDef &audience : m_process.audiences) {
        if (!audience.outside)
            continue;
        const bool ruled = std::any_of(m_process.authorities.cbegin(), m_process.authorities.cend(),
                                       [&](const AuthorityRule &rule) { return namesAudience(rule, audience.id); });
        const bool formed = std::any_of(m_process.forms.cbegin(), m_process.forms.cend(), [&](const FormRule &form) {
            return (form.target.record == RecordKind::Update || form.target.record == RecordKind::Reply)
                   && form.target.arg == audience.id;
        });
        if (!ruled)
            add(Grade::Fault, u"audience-without-authority"_s, audience.line,
                tr("Anyone may speak to \"%1\", which is outside.").arg(audience.id),
                tr("Add an authority rule for update.send or reply.send."));
        if (!formed)
            add(Grade::Fault, u"audience-without-form"_s, audience.line,
                tr("There is no form for what \"%1\" is told.").arg(audience.id),
                tr("Add a form for: update/%1 or reply/%1.").arg(audience.id));
    }
}

} // namespace fireline::process
