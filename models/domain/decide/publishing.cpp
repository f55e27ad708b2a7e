// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/publishing.h"

#include "core/canonicaljson.h"
#include "decide/restriction.h"
#include "rules/facts.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

QString hashOf(const RecordAtHand &record)
{
    const auto bytes = toCanonicalJson(
        {{u"target"_s, record.target}, {u"state"_s, record.state}, {u"fields"_s, record.fields}, {u"text"_s, record.text}});
    return bytes ? QString::fromLatin1(QCryptographicHash::hash(bytes.value(), QCryptographicHash::Sha256).toHex()) : QString();
}

void takeSummary(RecordAtHand &record, const RuleContext &context)
{
    if (record.text.isEmpty() || record.fields.contains(u"summary"_s))
        return;
    for (const FormRule *form : formsOf(record, context)) {
        const bool asks = std::any_of(form->fields.begin(), form->fields.end(),
                                      [](const FormField &f) { return f.id == "summary"_L1; });
        if (asks) {
            record.fields.insert(u"summary"_s, record.text);
            record.text.clear();
            return;
        }
    }
}

QList<const AuthorityRule *> approvalRules(const RuleContext &context)
{
    QList<const AuthorityRule *> rules;
    for (const AuthorityRule &rule : context.process.authorities) {
        if (rule.mode == AuthorityMode::ApprovedBy && rule.acts.contains(Act::UpdateSend) && holds(rule.rule.when, context))
            rules.append(&rule);
    }
    return rules;
}

Publishing publishing(const WordsAtHand &words, const IncidentState &state, const Process &process, Instant now)
{
    Publishing result;
    const bool isUpdate = words.target.startsWith("update/"_L1);
    const bool isReply = words.target.startsWith("reply/"_L1);
    // Other records are posted as they are drafted.
    const Act act = isUpdate ? Act::UpdateSend : isReply ? Act::ReplySend : Act::UpdateDraft;
    ActAtHand hand;
    hand.actor = words.actor;
    hand.audience = isUpdate || isReply ? words.target.section(u'/', 1) : QString();
    hand.author = words.author;
    RuleContext context{state, process, now, hand};
    result.record = {words.target, words.state, words.fields, words.text};
    if (!words.recorded) {
        takeSummary(result.record, context);
        result.record.fields = filledFields(result.record, context);
    }
    result.text = renderedText(result.record, context);
    result.hash = hashOf(result.record);
    result.forms = formsOf(result.record, context);
    const AudienceDef *audience = process.audienceDef(hand.audience);
    if (audience && audience->outside)
        result.keptInside = keptInside(context);

    ApprovalState approval = words.approval;
    approval.hash = result.hash;
    for (const AuthorityRule *rule : isUpdate ? approvalRules(context) : QList<const AuthorityRule *>()) {
        result.approvers.append(rule->who);
        result.approvalByRequest = result.approvalByRequest || rule->byRequest;
    }
    result.notices = judgeAct(act, context, approval);
    approval.asked = true;
    const QList<Notice> whenAsked = isUpdate ? judgeAct(act, context, approval) : QList<Notice>();
    result.approved = !result.approvers.isEmpty() && std::none_of(whenAsked.begin(), whenAsked.end(), [](const Notice &notice) {
        return notice.code == "not-approved"_L1;
    });
    context.act.fields = result.record.fields;
    result.notices.append(checkRecord(result.record, context));
    passOverrides(result.notices, state);
    return result;
}

} // namespace fireline::domain
