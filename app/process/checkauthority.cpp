// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

/// Facts that have one value at a time; the others are sets.
bool singleValued(Fact fact)
{
    switch (fact) {
    case Fact::Severity:
    case Fact::Phase:
    case Fact::Audience:
    case Fact::ImpactEnded:
    case Fact::ImpactSpreading:
    case Fact::HypothesisVerified:
    case Fact::MitigationResult:
    case Fact::MitigationTemporary:
    case Fact::ChangeKind:
    case Fact::ChangeRisk:
    case Fact::ChangeStaged:
    case Fact::EntryHandsOn:
    case Fact::ReviewState:
    case Fact::Field: return true;
    default: return false;
    }
}

bool excludes(const FactTest &a, const FactTest &b)
{
    if (a.fact != b.fact || !singleValued(a.fact.fact) || a.isRange() || b.isRange())
        return false;
    return std::none_of(a.values.cbegin(), a.values.cend(), [&](const QString &value) { return b.values.contains(value); });
}

/// `a` says none of what `b` demands.
bool forbids(const Cond &a, const FactTest &b)
{
    return std::any_of(a.none.cbegin(), a.none.cend(), [&](const Cond &none) {
        if (none.tests.size() != 1 || !none.any.isEmpty() || !none.none.isEmpty() || none.tests.first().fact != b.fact
            || b.isRange())
            return false;
        const QStringList &out = none.tests.first().values;
        return std::all_of(b.values.cbegin(), b.values.cend(), [&](const QString &value) { return out.contains(value); });
    });
}

bool oneWayCompatible(const Cond &a, const Cond &b)
{
    for (const FactTest &test : b.tests) {
        if (forbids(a, test))
            return false;
        if (std::any_of(a.tests.cbegin(), a.tests.cend(), [&](const FactTest &other) { return excludes(test, other); }))
            return false;
    }
    return true;
}

/// Who is named by one rule as able to do it and by the other as not; empty when they agree.
QString disagreement(const AuthorityRule &a, const AuthorityRule &b)
{
    const auto covers = [](const QStringList &list, const QString &who) {
        return list.contains(who) || list.contains(u"everyone"_s);
    };
    if (a.mode == AuthorityMode::Only && b.mode == AuthorityMode::Only) {
        for (const QString &who : a.who) {
            if (!covers(b.who, who))
                return who;
        }
        for (const QString &who : b.who) {
            if (!covers(a.who, who))
                return who;
        }
    }
    if (a.mode == AuthorityMode::Only && b.mode == AuthorityMode::Never) {
        for (const QString &who : a.who) {
            if (covers(b.who, who))
                return who;
        }
    }
    return {};
}

} // namespace

bool canHoldTogether(const Cond &a, const Cond &b)
{
    return oneWayCompatible(a, b) && oneWayCompatible(b, a);
}

void Checks::contradictions()
{
    const auto &rules = m_process.authorities;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        for (qsizetype j = i + 1; j < rules.size(); ++j) {
            const AuthorityRule &a = rules.at(i);
            const AuthorityRule &b = rules.at(j);
            if (a.rule.replaces.contains(b.rule.id) || b.rule.replaces.contains(a.rule.id) || a.rule.effect != b.rule.effect)
                continue;
            const auto act = std::find_if(a.acts.cbegin(), a.acts.cend(), [&](Act one) { return b.acts.contains(one); });
            if (act == a.acts.cend() || !canHoldTogether(a.rule.when, b.rule.when))
                continue;
            QString who = disagreement(a, b);
            if (who.isEmpty())
                who = disagreement(b, a);
            if (!who.isEmpty())
                add(Grade::Fault, u"contradiction"_s, b.rule,
                    tr("\"%1\" and \"%2\" (line %3) answer differently whether \"%4\" may do %5.")
                        .arg(b.rule.id, a.rule.id)
                        .arg(a.rule.line)
                        .arg(who, wordOf(*act)),
                    tr("Narrow one by \"when\" or let it say replaces: [%1].").arg(a.rule.id));
        }
    }
}

} // namespace fireline::process
