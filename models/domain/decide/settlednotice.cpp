// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/settlednotice.h"

#include "decide/handoversteps.h"
#include "rules/facts.h"
#include "rules/forms.h"
#include "rules/gatestatus.h"
#include "rules/liststatus.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(SettledNotice)
};

/// The steps of a handover are done by its own verbs, not by ticks.
bool isStepDone(const ListRule &list, const QString &said, const RuleContext &context)
{
    if (handoverProcedure(context) == &list) {
        const QList<HandoverStep> steps = handoverSteps(context);
        return std::any_of(steps.begin(), steps.end(),
                           [&](const HandoverStep &step) { return step.done && firstText(*step.item) == said; });
    }
    const ListStatus status = listStatus(list, context);
    for (qsizetype i = 0; i < list.items.size(); ++i) {
        if (firstText(list.items.at(i)) == said)
            return status.items.at(i).state != ItemStatus::State::Open;
    }
    return false;
}

/// What was written last for this form: an update, or a record that was posted.
std::optional<RecordAtHand> lastFor(const FormRule &form, const RuleContext &context)
{
    const QList<Update> &updates = context.state.updates;
    for (qsizetype i = updates.size() - 1; i >= 0; --i) {
        const auto &each = updates.at(i);
        const RecordAtHand record{each.target, each.word, each.fields, each.free};
        if (formsOf(record, context).contains(&form))
            return record;
    }
    return std::nullopt;
}

bool isStated(const Notice &notice, const RuleContext &context)
{
    const FormRule *form = context.process.form(notice.rule);
    if (!form)
        return false;
    std::optional<RecordAtHand> record;
    if (form->target.record == RecordKind::Declare || form->target.record == RecordKind::Resolution) {
        record = RecordAtHand{form->target.toText(), {}, {}, {}};
        record->fields = filledFields(*record, context);
    } else {
        record = lastFor(*form, context);
    }
    if (!record)
        return false;
    const QList<Notice> now = checkRecord(*record, context);
    return std::none_of(now.begin(), now.end(),
                        [&](const Notice &one) { return one.rule == notice.rule && one.code == notice.code; });
}

} // namespace

QString firstText(const ListItem &item)
{
    return Text::tr("First: %1.", "a step of a list").arg(item.label());
}

bool isSettled(const Notice &notice, const RuleContext &context)
{
    if (notice.effect == RuleEffect::Refuse)
        return false;
    if (notice.code == "order"_L1) {
        const ListRule *list = context.process.list(notice.rule);
        return list && isStepDone(*list, notice.text, context);
    }
    if (notice.code == "gate-open"_L1) {
        const GateRule *gate = context.process.gate(notice.rule);
        return gate && !gateStatus(*gate, context).open();
    }
    return notice.code == "field-missing"_L1 && isStated(notice, context);
}

} // namespace fireline::domain
