// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/liststatus.h"

#include "rules/facts.h"
#include "rules/stepmarks.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ListStatus)
};

ItemStatus itemStatus(const ListItem &item, const ItemMark *mark, Instant began, const RuleContext &c)
{
    if (mark) {
        const auto state = mark->state == ItemMark::State::Skipped ? ItemStatus::State::Skipped : ItemStatus::State::Checked;
        return {state, mark->reason.isEmpty() ? mark->by : mark->by + u": "_s + mark->reason, mark->at};
    }
    if (item.tick && holds(*item.tick, c))
        return {ItemStatus::State::Ticked, Text::tr("Seen done"), {}};
    if (item.act) {
        const Instant done = c.state.actsDone.value(wordOf(*item.act));
        if (done.isSet() && done >= began)
            return {ItemStatus::State::Ticked, Text::tr("Seen done"), done};
    }
    if (!item.form.isEmpty()) {
        const Instant made = c.state.forms.value(item.form);
        if (made.isSet() && made >= began)
            return {ItemStatus::State::Ticked, Text::tr("Written"), made};
    }
    return {};
}

// The list of a phase comes with its phase, unless it says itself when it starts; and it stays, since what is open in it is still to
// be done.
bool isReached(const ListRule &list, const RuleContext &c)
{
    if (list.forKind != ListRule::For::Phase || list.start)
        return true;
    const PhaseDef *first = c.process.firstPhase();
    return (first && first->id == list.forId) || c.state.phase == list.forId
           || c.state.moments.latest(u"phase.entered/"_s + list.forId).isSet();
}

bool isOffered(const ListRule &list, const RuleContext &c)
{
    return isReached(list, c) && holds(list.rule.when, c) && (!list.start || holds(*list.start, c));
}

} // namespace

bool ListStatus::done() const
{
    return !items.isEmpty() && next() < 0;
}

int ListStatus::next() const
{
    const auto open = std::find_if(items.begin(), items.end(),
                                   [](const ItemStatus &i) { return i.state == ItemStatus::State::Open; });
    return open == items.end() ? -1 : int(open - items.begin());
}

int ListStatus::settled() const
{
    return int(std::count_if(items.begin(), items.end(), [](const ItemStatus &i) { return i.state != ItemStatus::State::Open; }));
}

ListStatus listStatus(const ListRule &list, const RuleContext &context)
{
    ListStatus status;
    status.list = &list;
    const auto record = context.state.lists.constFind(list.rule.id);
    const bool known = record != context.state.lists.constEnd();
    status.startedAt = known ? record->startedAt : Instant();
    status.offered = known || isOffered(list, context);
    // What happened before a playbook began does not tick its steps; a checklist runs from the declaration on.
    const bool runsFromStart = list.use == ListUse::Playbook || list.use == ListUse::Procedure;
    const Instant began = runsFromStart && status.startedAt.isSet() ? status.startedAt : context.state.declaredAt;
    for (int i = 0; i < list.items.size(); ++i) {
        const ItemMark *mark = known ? markOf(list, *record, i + 1) : nullptr;
        status.items.append(itemStatus(list.items.at(i), mark, began, context));
    }
    return status;
}

} // namespace fireline::domain
