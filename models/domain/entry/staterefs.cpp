// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/staterefs.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

constexpr qsizetype latestRows = 50;

/// Collects objects: what is open goes before what is over, the newest first in both.
class Collector
{
public:
    template<typename T, typename IsOpen>
    void take(const QList<T> &objects, IsOpen isOpen)
    {
        for (auto it = objects.rbegin(); it != objects.rend(); ++it)
            (isOpen(*it) ? m_open : m_over).append({it->id, it->text});
    }
    template<typename T>
    void take(const QList<T> &objects)
    {
        take(objects, [](const T &) { return true; });
    }
    void takeAlerts(const QList<Alert> &alerts)
    {
        for (auto it = alerts.rbegin(); it != alerts.rend(); ++it)
            (it->state == Alert::State::Cleared ? m_over : m_open).append({it->id, it->name});
    }
    void takeRows(const IncidentState &state)
    {
        const qsizetype first = std::max<qsizetype>(0, state.entries.size() - latestRows);
        for (qsizetype i = state.entries.size() - 1; i >= first; --i) {
            const Entry &entry = state.entries.at(i);
            (entry.retracted ? m_over : m_open).append({u"E%1"_s.arg(i + 1), entry.text});
        }
    }
    [[nodiscard]] QList<EntryName> open() const { return m_open; }
    [[nodiscard]] QList<EntryName> all() const { return m_open + m_over; }

private:
    QList<EntryName> m_open;
    QList<EntryName> m_over;
};

void takeOrders(Collector &c, const IncidentState &state, Verb verb)
{
    c.take(state.orders, [verb](const Order &order) {
        return order.state == Order::State::Sent || (order.state == Order::State::Acknowledged && verb != Verb::Ack);
    });
}

void takeHypotheses(Collector &c, const IncidentState &state)
{
    c.take(state.hypotheses,
           [](const Hypothesis &h) { return h.state == Hypothesis::State::Open || h.state == Hypothesis::State::Testing; });
}

void takeChanges(Collector &c, const IncidentState &state)
{
    c.take(state.changes, [](const Change &change) {
        return change.state != Change::State::Refused && change.state != Change::State::Verified;
    });
}

void takeUpdates(Collector &c, const IncidentState &state)
{
    c.take(state.updates, [](const Update &update) { return update.state != Update::State::Sent; });
}

} // namespace

QList<EntryName> refNames(const IncidentState &state, Verb verb)
{
    Collector c;
    switch (verb) {
    case Verb::Ack:
    case Verb::Done:
    case Verb::Fail:
    case Verb::Extend:
    case Verb::Cancel: takeOrders(c, state, verb); return c.all();
    case Verb::TestHypothesis:
    case Verb::ConfirmHypothesis:
    case Verb::RuleOut: takeHypotheses(c, state); return c.all();
    case Verb::Approve:
    case Verb::Refuse:
    case Verb::Execute:
    case Verb::VerifyChange:
    case Verb::Breach: takeChanges(c, state); return c.all();
    case Verb::PollOk:
    case Verb::PollObject:
    case Verb::PollClose: c.take(state.polls, [](const Poll &poll) { return !poll.closedAt.isSet(); }); return c.all();
    case Verb::MitigationResult:
        c.take(state.mitigations, [](const Mitigation &m) { return m.result.isEmpty(); });
        return c.all();
    case Verb::Edit: c.take(state.actionItems); [[fallthrough]];
    case Verb::AskApproval:
    case Verb::ApproveUpdate:
    case Verb::Send:
    case Verb::SendOutcome: takeUpdates(c, state); return c.all();
    case Verb::AckAlert:
    case Verb::SilenceAlert:
    case Verb::ClearAlert: c.takeAlerts(state.alerts); return c.all();
    case Verb::ActionItemDone:
        c.take(state.actionItems, [](const ActionItemRecord &item) { return !item.doneAt.isSet(); });
        return c.all();
    case Verb::Correct:
    case Verb::Retime:
    case Verb::Retract:
    case Verb::Restore:
    case Verb::Pin:
    case Verb::Tag: c.takeRows(state); return c.all();
    default: break;
    }
    takeOrders(c, state, verb);
    takeHypotheses(c, state);
    takeChanges(c, state);
    c.take(state.decisions);
    c.take(state.mitigations);
    c.takeAlerts(state.alerts);
    c.takeRows(state);
    return c.open();
}

QList<EntryName> whoNames(const IncidentState &state, const Process &process)
{
    QList<EntryName> names;
    QStringList people(state.people.begin(), state.people.end());
    people.sort();
    for (const QString &person : std::as_const(people)) {
        QStringList roles;
        for (const QString &id : state.rolesOf(person)) {
            const RoleDef *role = process.role(id);
            roles.append(role ? role->name : id);
        }
        names.append({person, roles.join(u", "_s)});
    }
    for (const RoleDef &role : process.roles) {
        const QStringList holders = state.holders(role.id);
        const QString text = holders.isEmpty() ? role.name : u"%1 \u00b7 %2"_s.arg(role.name, holders.join(u", "_s));
        for (const QString &word : QStringList{role.id} + role.aliases)
            names.append({word, text});
    }
    for (const ContactDef &contact : process.contacts)
        names.append({contact.id, contact.name});
    return names;
}

QList<EntryName> tagNames(const IncidentState &state)
{
    QStringList tags;
    for (const Entry &entry : state.entries)
        tags += entry.tags;
    std::sort(tags.begin(), tags.end());
    tags.removeDuplicates();
    QList<EntryName> names;
    for (const QString &tag : std::as_const(tags))
        names.append({tag, {}});
    return names;
}

std::optional<EntryName> lastEntryOf(const IncidentState &state, const QString &person)
{
    for (qsizetype i = state.entries.size() - 1; i >= 0; --i) {
        const Entry &entry = state.entries.at(i);
        const bool own = entry.actor.compare(person, Qt::CaseInsensitive) == 0 && !entry.retracted && !entry.imported;
        if (own && entry.type == "entry.posted"_L1)
            return EntryName{u"E%1"_s.arg(i + 1), entry.text};
    }
    return {};
}

} // namespace fireline::domain
