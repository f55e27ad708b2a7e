// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/staterefs.h"

#include "process/deputy.h"
#include "state/whytree.h"
#include "state/withdrawn.h"

#include <QHash>

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
    /// As they are told, and what happened itself.
    void takeWhys(const IncidentState &state)
    {
        const auto rowOf = [&](const QString &event) { return u"E%1"_s.arg(state.entryByEvent.value(event) + 1); };
        for (const WhyNode &why : whyTree(state))
            m_open.append({rowOf(why.eventId), why.label + u": "_s + why.text});
        if (!state.entries.isEmpty())
            m_open.append({u"E1"_s, state.entries.first().text});
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

/// What the verb's object is of.
enum class About {
    Orders,
    Hypotheses,
    Changes,
    Polls,
    Mitigations,
    Updates,
    UpdatesAndItems,
    Alerts,
    Items,
    Whys,
    Rows,
    Anything
};

About aboutOf(Verb verb)
{
    static const QHash<Verb, About> table = {
        {Verb::Ack, About::Orders},
        {Verb::Done, About::Orders},
        {Verb::Fail, About::Orders},
        {Verb::Extend, About::Orders},
        {Verb::Cancel, About::Orders},
        {Verb::TestHypothesis, About::Hypotheses},
        {Verb::ConfirmHypothesis, About::Hypotheses},
        {Verb::RuleOut, About::Hypotheses},
        {Verb::Approve, About::Changes},
        {Verb::Refuse, About::Changes},
        {Verb::Execute, About::Changes},
        {Verb::VerifyChange, About::Changes},
        {Verb::Breach, About::Changes},
        {Verb::PollOk, About::Polls},
        {Verb::PollObject, About::Polls},
        {Verb::PollClose, About::Polls},
        {Verb::MitigationResult, About::Mitigations},
        {Verb::Edit, About::UpdatesAndItems},
        {Verb::AskApproval, About::Updates},
        {Verb::ApproveUpdate, About::Updates},
        {Verb::Send, About::Updates},
        {Verb::SendOutcome, About::Updates},
        {Verb::AckAlert, About::Alerts},
        {Verb::SilenceAlert, About::Alerts},
        {Verb::ClearAlert, About::Alerts},
        {Verb::ActionItemDone, About::Items},
        {Verb::Why, About::Whys},
        {Verb::Correct, About::Rows},
        {Verb::Retime, About::Rows},
        {Verb::Retract, About::Rows},
        {Verb::Restore, About::Rows},
        {Verb::Pin, About::Rows},
        {Verb::Tag, About::Rows},
    };
    return table.value(verb, About::Anything);
}

void takeItems(Collector &c, const IncidentState &state)
{
    c.take(state.actionItems,
           [&](const ActionItemRecord &item) { return !item.doneAt.isSet() && !isWithdrawn(state, item.eventId); });
}

void takeAnything(Collector &c, const IncidentState &state)
{
    takeOrders(c, state, Verb::Note);
    takeHypotheses(c, state);
    takeChanges(c, state);
    c.take(state.decisions);
    c.take(state.mitigations);
    c.takeAlerts(state.alerts);
    c.takeRows(state);
}

} // namespace

QList<EntryName> refNames(const IncidentState &state, Verb verb)
{
    Collector c;
    switch (aboutOf(verb)) {
    case About::Orders: takeOrders(c, state, verb); break;
    case About::Hypotheses: takeHypotheses(c, state); break;
    case About::Changes: takeChanges(c, state); break;
    case About::Polls: c.take(state.polls, [](const Poll &poll) { return !poll.closedAt.isSet(); }); break;
    case About::Mitigations: c.take(state.mitigations, [](const Mitigation &m) { return m.result.isEmpty(); }); break;
    case About::UpdatesAndItems:
        takeItems(c, state);
        takeUpdates(c, state);
        break;
    case About::Updates: takeUpdates(c, state); break;
    case About::Alerts: c.takeAlerts(state.alerts); break;
    case About::Items: takeItems(c, state); break;
    case About::Whys: c.takeWhys(state); break;
    case About::Rows: c.takeRows(state); break;
    case About::Anything: takeAnything(c, state); return c.open();
    }
    return c.all();
}

QList<EntryName> whoNames(const IncidentState &state, const Process &process)
{
    QList<EntryName> names;
    QStringList people(state.people.begin(), state.people.end());
    people.sort();
    for (const QString &person : std::as_const(people)) {
        QStringList roles;
        for (const QString &id : state.rolesOf(person))
            roles.append(roleTitle(id, process));
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
    QList<EntryName> names;
    names.reserve(state.tags.size());
    for (const QString &tag : state.tags)
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
