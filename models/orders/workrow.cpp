// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/workrow.h"

#include "process/fieldname.h"
#include "rules/changes.h"
#include "rules/fieldtext.h"
#include "rules/who.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WorkRow)
};

bool samePerson(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// One look at the work; lives for one call of workRows().
class Look
{
public:
    explicit Look(const IncidentFeed &feed);

    [[nodiscard]] WorkRow rowOf(const Order &order) const;
    [[nodiscard]] WorkRow rowOf(const Change &change) const;
    [[nodiscard]] WorkRow rowOf(const Poll &poll) const;

private:
    void setLeft(WorkRow &row) const;
    void setOwner(WorkRow &row, const QString &owner) const;
    [[nodiscard]] orders::State stateOf(const Order &order, const WorkRow &row) const;

    const IncidentState &m_state;
    const Process &m_process;
    Instant m_now;
    QString m_profile;
    QHash<QString, RunningClock> m_answers; ///< by order: how long the process waits for the acknowledgement
    QHash<QString, RunningClock> m_backs;   ///< by order: the call-back itself
};

Look::Look(const IncidentFeed &feed)
    : m_state(feed.state())
    , m_process(feed.process())
    , m_now(feed.now())
    , m_profile(feed.profile())
{
    QSet<QString> rules;
    for (const DeadlineRule &rule : m_process.deadlines) {
        if (rule.done.kind == MomentKind::OrderAcked)
            rules.insert(rule.rule.id);
    }
    for (const RunningClock &clock : feed.clocks()) {
        if (clock.kind == RunningClock::Kind::Order)
            m_backs.insert(clock.item, clock);
        else if (!clock.item.isEmpty() && rules.contains(clock.rule) && clock.running())
            m_answers.insert(clock.item, clock);
    }
}

// Cut as it is shown, so that a row differs only when its words do.
void Look::setLeft(WorkRow &row) const
{
    if (!row.open() || !row.due.isSet())
        return;
    const Span left = row.due - m_now;
    const bool days = left >= Span::days(1) || left <= Span::days(-1);
    const qint64 unit = days ? Span::minutes(1).us : Span::seconds(1).us;
    row.left = {left.us / unit * unit};
}

void Look::setOwner(WorkRow &row, const QString &owner) const
{
    const RuleContext context{m_state, m_process, m_now};
    row.owner = readableName(m_process, owner);
    row.mine = samePerson(owner, m_profile) || isOneOf(m_profile, {owner}, context);
    QStringList names;
    for (const QString &role : m_state.rolesOf(owner))
        names.append(readableName(m_process, role));
    row.ownerRole = names.join(u", "_s);
}

orders::State Look::stateOf(const Order &order, const WorkRow &row) const
{
    switch (order.state) {
    case Order::State::Done: return orders::Done;
    case Order::State::Failed: return orders::Failed;
    case Order::State::Cancelled: return orders::Cancelled;
    default: break;
    }
    if (order.dueAt.isSet() && m_now > order.dueAt)
        return orders::Late;
    if (order.state == Order::State::Acknowledged)
        return orders::Acknowledged;
    return row.ackDue.isSet() && m_now > row.ackDue ? orders::NoAnswer : orders::Sent;
}

WorkRow Look::rowOf(const Order &order) const
{
    WorkRow row;
    row.ref = order.id;
    row.eventId = order.eventId;
    row.kind = order.timer ? orders::Reminder : order.question ? orders::Question : orders::Action;
    row.text = order.text;
    row.by = order.by;
    row.given = order.givenAt;
    row.due = order.dueAt;
    row.acked = order.ackedAt;
    row.ackedBy = order.ackedBy;
    if (!samePerson(order.ackedBy, order.ackTypedBy))
        row.ackTypedBy = order.ackTypedBy;
    row.ackedForOwner = !order.ackedBy.isEmpty() && !samePerson(order.ackedBy, order.owner)
                        && !isOneOf(order.ackedBy, {order.owner}, {m_state, m_process, m_now});
    row.ended = order.endedAt;
    row.result = order.result;
    setOwner(row, order.owner);
    if (const auto clock = m_answers.constFind(order.id); clock != m_answers.constEnd() && !order.ackedAt.isSet())
        row.ackDue = clock->late.isSet() ? clock->late : clock->due;
    row.state = stateOf(order, row);
    switch (row.state) {
    case orders::Late:
    case orders::NoAnswer: row.urgency = orders::UrgentLate; break;
    case orders::Sent: row.urgency = orders::UrgentWaiting; break;
    case orders::Acknowledged: row.urgency = orders::UrgentRunning; break;
    default: row.urgency = orders::NotUrgent; break;
    }
    if (const auto clock = m_backs.constFind(order.id); clock != m_backs.constEnd())
        row.dueSoon = clock->state == RunningClock::State::Due && row.state != orders::Late;
    setLeft(row);
    return row;
}

QString riskOf(const Change &change)
{
    QStringList words;
    for (const QString &word : {change.kind, change.risk}) {
        if (!word.isEmpty())
            words.append(word);
    }
    if (change.staged)
        words.append(Text::tr("staged"));
    return words.join(u" · "_s);
}

WorkRow Look::rowOf(const Change &change) const
{
    RuleContext context{m_state, m_process, m_now};
    context.act = changeAtHand(change);
    WorkRow row;
    row.ref = change.id;
    row.eventId = change.eventId;
    row.kind = orders::Change;
    row.text = change.text;
    row.by = change.by;
    row.breach = change.breached;
    row.risk = riskOf(change);
    row.urgency = orders::UrgentRunning;
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
        const bool shown = it.key() == "kind"_L1 || it.key() == "risk"_L1 || it.key() == "staged"_L1;
        if (const QString value = fieldText(it.value()); !value.isEmpty() && !shown)
            row.fields << fieldName(it.key(), m_process) << value;
    }
    for (const Approval &approval : change.approvals) {
        if (approval.hash == change.hash)
            row.approved.append(approval.by);
    }
    const Entry *made = m_state.entry(change.eventId);
    row.given = made ? made->at : Instant();
    const QStringList missing = missingApprovers(change, context);
    setOwner(row, change.by);
    switch (change.state) {
    case Change::State::Proposed:
    case Change::State::Approved:
        row.state = change.state == Change::State::Approved && missing.isEmpty() ? orders::Approved : orders::Proposed;
        if (!missing.isEmpty()) {
            row.urgency = orders::UrgentWaiting;
            row.owner = namesOf(missing, context);
            row.ownerRole.clear();
            row.mine = isOneOf(m_profile, missing, context);
        }
        break;
    case Change::State::Refused:
        row.state = orders::Refused;
        row.urgency = orders::NotUrgent;
        row.actor = change.refusedBy;
        row.result = change.refusedWhy;
        break;
    case Change::State::Executed:
        row.state = orders::Executed;
        row.actor = change.executedBy;
        setOwner(row, change.executedBy);
        break;
    case Change::State::Verified:
        row.state = orders::Verified;
        row.urgency = orders::NotUrgent;
        row.actor = change.executedBy;
        row.result = change.result;
        row.ended = change.verifiedAt;
        break;
    }
    return row;
}

WorkRow Look::rowOf(const Poll &poll) const
{
    WorkRow row;
    row.ref = poll.id;
    row.eventId = poll.eventId;
    row.kind = orders::Poll;
    row.text = poll.text;
    row.given = poll.openedAt;
    row.due = poll.dueAt;
    row.ended = poll.closedAt;
    row.lights = pollLights(poll, m_state, m_process, m_now);
    const Entry *made = m_state.entry(poll.eventId);
    row.by = made ? made->actor : QString();
    QStringList silent;
    for (const PollLight &light : row.lights) {
        if (light.state != PollLight::State::Waiting && light.state != PollLight::State::Silent)
            continue;
        row.mine = row.mine || samePerson(light.person, m_profile);
        if (!silent.contains(light.person))
            silent.append(light.person);
    }
    row.owner = poll.closedAt.isSet() ? QString() : silent.join(u", "_s);
    const bool over = poll.closedAt.isSet() || (poll.dueAt.isSet() && m_now >= poll.dueAt);
    if (row.objections() > 0)
        row.state = orders::Objected;
    else if (!row.lights.isEmpty() && silent.isEmpty())
        row.state = orders::Agreed;
    else
        row.state = over ? orders::Unanswered : orders::Asked;
    row.urgency = poll.closedAt.isSet() ? orders::NotUrgent : orders::UrgentWaiting;
    setLeft(row);
    return row;
}

/// Late, not answered, soonest; of what is over the latest.
bool before(const WorkRow &a, const WorkRow &b)
{
    if (a.urgency != b.urgency)
        return a.urgency < b.urgency;
    if (!a.open())
        return a.ended > b.ended;
    const auto soon = [](const WorkRow &row) {
        const Instant due = row.state == orders::NoAnswer ? row.ackDue : row.due;
        return due.isSet() ? due.us : std::numeric_limits<qint64>::max();
    };
    return soon(a) != soon(b) ? soon(a) < soon(b) : a.given < b.given;
}

} // namespace

int WorkRow::objections() const
{
    return int(std::count_if(lights.begin(), lights.end(),
                             [](const PollLight &light) { return light.state == PollLight::State::Objects; }));
}

int WorkRow::silent() const
{
    return int(std::count_if(lights.begin(), lights.end(), [](const PollLight &light) {
        return light.state == PollLight::State::Waiting || light.state == PollLight::State::Silent;
    }));
}

QList<WorkRow> workRows(const IncidentFeed &feed)
{
    const Look look(feed);
    const IncidentState &state = feed.state();
    QList<WorkRow> rows;
    rows.reserve(state.orders.size() + state.changes.size() + state.polls.size());
    for (const Order &order : state.orders)
        rows.append(look.rowOf(order));
    for (const Change &change : state.changes)
        rows.append(look.rowOf(change));
    for (const Poll &poll : state.polls)
        rows.append(look.rowOf(poll));
    std::stable_sort(rows.begin(), rows.end(), before);
    return rows;
}

} // namespace fireline::models
