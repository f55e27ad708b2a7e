// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/changes.h"

#include "rules/judge.h"
#include "rules/who.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

ActAtHand changeAtHand(const Change &change)
{
    ActAtHand hand;
    hand.changeKind = change.kind;
    hand.changeRisk = change.risk;
    hand.changeStaged = change.staged ? u"true"_s : u"false"_s;
    hand.author = change.by;
    hand.fields = change.fields;
    return hand;
}

QStringList missingApprovers(const Change &change, const RuleContext &context)
{
    RuleContext asked = context;
    asked.act = changeAtHand(change);
    QStringList missing;
    for (const Notice &notice : judgeAct(Act::ChangeExecute, asked, {change.approvals, change.hash, true})) {
        if (notice.code != "not-approved"_L1)
            continue;
        for (const AuthorityRule &rule : context.process.authorities) {
            if (rule.rule.id != notice.rule)
                continue;
            for (const QString &who : rule.who) {
                const bool gave = std::any_of(change.approvals.begin(), change.approvals.end(), [&](const Approval &approval) {
                    return approval.hash == change.hash && isOneOf(approval.by, {who}, asked);
                });
                if (!gave && !missing.contains(who))
                    missing.append(who);
            }
        }
    }
    return missing;
}

} // namespace fireline::domain
