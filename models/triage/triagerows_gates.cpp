// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reviewstatus.h"
#include "rules/judge.h"
#include "rules/tickline.h"
#include "triage/triagerows.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// What stands before a step of the incident, one condition a row, and the step that ends it.
namespace fireline::models {

using namespace domain;
namespace t = models::triage;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TriageRows)
};

/// Whose word it is: names of roles in the row's value, who holds them in its items. Everybody's is nobody's in particular.
void addWho(TriageRow &row, const ClosingNeed &need, const IncidentFeed &feed)
{
    QStringList names;
    for (const QString &who : need.who) {
        const RoleDef *role = feed.process().role(who);
        if (!role)
            continue;
        names.append(role->name.isEmpty() ? role->id : role->name);
        for (const Holding &holding : feed.state().holdings) {
            if (holding.role == who && !row.items.contains(holding.person))
                row.items.append(holding.person);
        }
    }
    row.value = names.join(u", "_s);
}

TriageRow needRow(const ClosingNeed &need, const IncidentFeed &feed)
{
    TriageRow row;
    row.kind = t::Need;
    row.id = need.gate;
    row.proposes = QString::number(need.item) + u'/';
    row.count = need.item;
    row.text = need.text;
    row.source = need.source;
    row.needed = need.confirmable;
    row.state = need.met ? t::Answered : need.effect == RuleEffect::Refuse ? t::Blocked : t::Open;
    if (need.met && need.byHand)
        row.reason = Text::tr("confirmed");
    else if (!need.met && !need.confirmable)
        row.reason = namedLine(need.line);
    addWho(row, need, feed);
    return row;
}

TriageRow endRow(Act act, const IncidentFeed &feed)
{
    TriageRow row;
    row.kind = t::Next;
    row.id = act == Act::Resolve ? u"resolve"_s : u"close"_s;
    row.proposes = row.id;
    row.text = act == Act::Resolve ? Text::tr("Resolve the incident") : Text::tr("Close the incident");
    // It is the commander's word, whoever writes it down.
    const RoleDef *commander = feed.process().commander();
    row.items = commander ? feed.state().holders(commander->id) : QStringList();
    judgeNext(row, act, feed, row.items.isEmpty() || row.items.contains(feed.profile()) ? feed.profile() : row.items.first());
    return row;
}

} // namespace

void judgeNext(TriageRow &row, Act act, const IncidentFeed &feed, const QString &actor)
{
    RuleContext context{feed.state(), feed.process(), feed.now()};
    context.act.actor = actor;
    context.act.phaseInto = act == Act::PhaseMove ? row.id : QString();
    const QList<Notice> notices = judgeAct(act, context);
    for (const Notice &notice : notices)
        row.missing.append(Text::tr("%1 (%2)", "what a rule says and its row").arg(notice.text, notice.source));
    row.state = firstRefusal(notices) ? t::Blocked : t::Ready;
}

QList<TriageRow> needRows(Act act, const QString &phase, const IncidentFeed &feed)
{
    QList<TriageRow> rows;
    for (const ClosingNeed &need : closingNeeds(act, {feed.state(), feed.process(), feed.now()})) {
        const auto gate = std::find_if(feed.process().gates.begin(), feed.process().gates.end(),
                                       [&](const GateRule &one) { return one.rule.id == need.gate; });
        const bool elsewhere = act == Act::PhaseMove && !gate->into.isEmpty() && !gate->into.contains(phase);
        // Before a phase the rest stands with the phase itself.
        if (!elsewhere && (act != Act::PhaseMove || need.confirmable))
            rows.append(needRow(need, feed));
    }
    return rows;
}

QList<TriageRow> endRows(const IncidentFeed &feed)
{
    if (!feed.state().open())
        return {};
    // What is missing before it is closed stands in the review, with whose work it is.
    if (feed.state().resolvedAt.isSet())
        return {endRow(Act::Close, feed)};
    return needRows(Act::Resolve, {}, feed) + QList<TriageRow>{endRow(Act::Resolve, feed)};
}

} // namespace fireline::models
