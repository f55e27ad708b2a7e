// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklists.h"

#include "checklist/stepline.h"
#include "playbooks/playbookfacts.h"
#include "process/listtitle.h"
#include "rules/liststatus.h"
#include "rules/stepmarks.h"
#include "rules/who.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::models::Checklist)
};

bool isBegunByHand(const ListRule &list)
{
    return list.use == ListUse::Playbook || list.use == ListUse::Procedure;
}

bool belongsHere(const ListRule &list)
{
    return (list.use == ListUse::Checklist || isBegunByHand(list)) && list.forKind != ListRule::For::Act;
}

bool isMine(const ListRule &list, const RuleContext &c, const QString &profile)
{
    if (list.forKind != ListRule::For::Who)
        return true;
    const RoleDef *role = c.process.role(list.forId);
    // Until somebody commands, what is to be done first is everybody's.
    const bool vacantCommand = role && role->commands && c.state.holders(role->id).isEmpty();
    return vacantCommand || isOneOf(profile, {list.forId}, c);
}

/// Marks of Markdown around what is typed letter for letter say nothing where nothing is set in another type.
QString withoutMarks(QString text)
{
    static const QRegularExpression code(u"`([^`]+)`"_s);
    return text.replace(code, u"\\1"_s);
}

bool isLeft(const ListRule &list, const RuleContext &c)
{
    if (list.forKind != ListRule::For::Phase)
        return false;
    const auto placeOf = [&c](const QString &id) {
        const auto &phases = c.process.phases;
        return std::find_if(phases.begin(), phases.end(), [&](const PhaseDef &phase) { return phase.id == id; }) - phases.begin();
    };
    return !c.state.phase.isEmpty() && placeOf(list.forId) < placeOf(c.state.phase);
}

ChecklistStep stepOf(const ListItem &item, const ItemStatus &status, const ItemMark *mark, const RuleContext &c,
                     const QString &profile)
{
    ChecklistStep step;
    step.text = withoutMarks(item.label());
    step.say = item.text.isEmpty() ? QString() : item.say;
    step.run = item.run;
    step.useWhen = item.useWhen;
    step.speed = item.speed;
    step.section = item.section;
    step.minutes = item.minutes;
    step.owner = item.by.isEmpty() ? QString() : namesOf({item.by}, c);
    step.forMe = item.by.isEmpty() || isOneOf(profile, {item.by}, c);
    step.state = checklist::State(int(status.state));
    step.at = status.at;
    if (mark) {
        step.actor = mark->by;
        // The step in other words, not a reason.
        step.reason = mark->reason == quotedStep(item.label()) ? QString() : mark->reason;
    } else if (step.state == checklist::Ticked) {
        step.reason = tickReason(item, c);
    } else {
        step.line = stepLine(item, c.process);
        step.form = stepForm(item, c.process);
    }
    return step;
}

Checklist listOf(const ListRule &list, const ListStatus &status, const RuleContext &c, const QString &profile)
{
    Checklist made;
    made.id = list.rule.id;
    made.title = listTitle(list, c.process);
    made.owner = list.forKind == ListRule::For::Who ? namesOf({list.forId}, c) : QString();
    made.source = list.rule.cite();
    made.mine = isMine(list, c, profile);
    made.offered = status.offered;
    made.playbook = isBegunByHand(list);
    made.canStart = made.playbook && !status.startedAt.isSet();
    made.startedAt = status.startedAt;
    made.ahead = list.rule.scope == Scope::Process;
    made.left = isLeft(list, c);
    const ListRecord record = c.state.lists.value(list.rule.id);
    for (int i = 0; i < list.items.size(); ++i) {
        made.steps.append(stepOf(list.items.at(i), status.items.at(i), markOf(list, record, i + 1), c, profile));
    }
    return made;
}

int rank(const Checklist &list)
{
    return list.done() ? 4 : list.ahead ? 3 : !list.mine ? 2 : list.left ? 1 : 0;
}

ChecklistStep *firstOpen(Checklist &list)
{
    const auto it = std::find_if(list.steps.begin(), list.steps.end(),
                                 [](const ChecklistStep &step) { return step.state == checklist::Open; });
    return it == list.steps.end() ? nullptr : &*it;
}

// One next step of the checklists, and one of each playbook that was begun: two people may follow both.
void markNext(QList<Checklist> &lists)
{
    bool found = false;
    for (Checklist &list : lists) {
        ChecklistStep *step = list.canStart ? nullptr : firstOpen(list);
        if (!step || (found && !list.playbook) || !list.mine || list.ahead)
            continue;
        step->next = true;
        found = found || !list.playbook;
    }
}

} // namespace

int Checklist::settled() const
{
    return int(std::count_if(steps.begin(), steps.end(), [](const ChecklistStep &s) { return s.state != checklist::Open; }));
}

QList<Checklist> checklistsNow(const RuleContext &context, const QString &profile)
{
    QList<Checklist> lists;
    for (const ListRule &list : context.process.lists) {
        if (!belongsHere(list))
            continue;
        const ListStatus status = listStatus(list, context);
        if (status.offered)
            lists.append(listOf(list, status, context, profile));
    }
    std::stable_sort(lists.begin(), lists.end(), [](const Checklist &a, const Checklist &b) { return rank(a) < rank(b); });
    markNext(lists);
    return lists;
}

QList<QPair<QString, QString>> listsToStart(const RuleContext &context)
{
    QList<QPair<QString, QString>> found;
    for (const ListRule &list : context.process.lists) {
        const ListStatus status = listStatus(list, context);
        if (belongsHere(list) && isBegunByHand(list) && !status.offered)
            found.append({list.rule.id, listTitle(list, context.process)});
    }
    return found;
}

} // namespace fireline::models
