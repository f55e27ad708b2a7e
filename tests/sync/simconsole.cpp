// SPDX-License-Identifier: GPL-3.0-or-later
#include "simconsole.h"

#include <QJsonArray>

using namespace fireline::domain;
using namespace fireline::sync;
using namespace Qt::StringLiterals;

namespace {

const RebasedState::Fold Fold = [](IncidentState &state, const Event &event, RebasedState::Effect) { apply(state, event); };

// What of a state two consoles must agree on.
QString digestOf(const IncidentState &state)
{
    QString text = QString::number(state.eventCount) + state.severity + QString::number(state.resolvedAt.us);
    for (const Entry &entry : state.entries)
        text += entry.eventId + entry.text;
    for (const QString &role : {u"ic"_s, u"comms"_s})
        text += role + state.holders(role).join(u',');
    return text;
}

} // namespace

SimConsole::SimConsole(SimWorld &world, int number)
    : m_world(world)
    , m_name(world.people().at(number))
    , m_skew(Span::millis(qint64(world.below(1200000)) - 600000))
    , m_ids(world.below(1u << 31))
{
}

void SimConsole::start()
{
    if (m_engine)
        return;
    SyncPolicy policy;
    policy.pullLimit = 7; // small, so that records take several calls
    policy.pushLimit = 5;
    policy.safeguards.checkOrder = !m_world.mutants().naiveSeq;
    policy.safeguards.healRewind = !m_world.mutants().noRewind;
    m_engine = std::make_unique<SyncEngine>(*this, *this, *this, *this, policy);
    for (const auto &[incident, journal] : m_journals)
        open(incident);
    m_engine->start();
    wake();
}

void SimConsole::open(const QString &incident)
{
    SimJournal &journal = m_journals[incident];
    journal.forgetsRefusals = m_world.mutants().forgetRefusals;
    if (m_world.mutants().cursorFirst)
        journal.crashBetween = [this] { return m_isAboutToCrash = m_isAboutToCrash || m_world.chance(5); };
    EventStamper stamper(m_ids, u"device-"_s + m_name, m_name);
    stamper.setIncident(incident);
    for (const Event &event : journal.own())
        stamper.follow(event, wall());
    m_stampers.erase(incident);
    m_stampers.emplace(incident, stamper);
    m_states.insert_or_assign(incident, RebasedState(Fold)).first->second.reset(journal.ordered(), journal.queuedEvents());
    if (!m_engine->add(incident, journal))
        m_world.violation(u"a file could not be read"_s);
}

void SimConsole::crash()
{
    m_world.note(m_name + u" crashes"_s);
    m_engine.reset();
    ++m_connection;
    listens = false;
    m_sentEvents.clear();
    m_stampers.clear();
    m_states.clear();
    m_wakeAt.reset();
    m_isAboutToCrash = false;
}

void SimConsole::declare(bool isPrivate, int historyEvents)
{
    const QString incident = m_ids.next(wall());
    m_journals[incident];
    open(incident);
    QJsonObject body{
        {u"title"_s, u"Checkout fails"_s}, {u"process"_s, u"p"_s}, {u"processHash"_s, u"h"_s}, {u"processText"_s, u"t"_s}};
    if (isPrivate) {
        body.insert(u"private"_s, true);
        body.insert(u"members"_s, QJsonArray{m_world.people().at(0), m_world.people().at(1), m_world.people().at(2)});
    }
    write(incident, {u"incident.declared"_s, body, wall()});
    for (int i = 0; i < historyEvents; ++i)
        type(incident);
    if (historyEvents > 0 && !m_engine->adopt(incident))
        m_world.violation(u"a file could not be marked"_s);
    wake();
}

void SimConsole::type(const QString &incident)
{
    if (m_engine)
        write(incident, act(incident));
}

void SimConsole::write(const QString &incident, const EventDraft &draft)
{
    const auto events = m_stampers.at(incident).stamp({draft}, wall());
    const Event &event = events.value().first();
    m_world.note(m_name + u" writes "_s + event.type + event.id);
    m_journals[incident].write(event);
    m_states.at(incident).addLocal(event);
    m_engine->localChanged(incident);
    wake();
}

EventDraft SimConsole::act(const QString &incident)
{
    const SimAuthority seen = m_world.server().incidents().value(incident).authority; // a person knows a term from somewhere
    const QString someone = m_world.people().at(m_world.below(m_world.people().size()));
    const quint32 what = m_world.below(100);
    const auto draft = [&](const QString &type, const QJsonObject &body) { return EventDraft{type, body, wall()}; };
    if (what < 10)
        return draft(u"role.taken"_s, {{u"role"_s, u"ic"_s}, {u"person"_s, m_name}});
    if (what < 17)
        return draft(u"handover.offered"_s, {{u"role"_s, u"ic"_s}, {u"from"_s, m_name}, {u"to"_s, someone}});
    if (what < 24)
        return draft(u"handover.accepted"_s, {{u"role"_s, u"ic"_s}, {u"from"_s, seen.commander}, {u"to"_s, m_name}});
    if (what < 30)
        return draft(u"role.assigned"_s, {{u"role"_s, u"comms"_s}, {u"person"_s, someone}, {u"term"_s, seen.term}});
    if (what < 34)
        return draft(u"update.sent"_s, {{u"update"_s, u"U1"_s}, {u"via"_s, u"copy"_s}, {u"hash"_s, u"h"_s}});
    if (what < 35)
        return draft(u"incident.resolved"_s, {{u"term"_s, seen.term}});
    return draft(u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"note %1"_s.arg(what)}});
}

void SimConsole::wake()
{
    if (!m_engine)
        return;
    m_engine->tick();
    const auto due = m_engine->nextDue();
    if (!due)
        return;
    const qint64 at = std::max(due->us, steady().us);
    if (m_wakeAt && *m_wakeAt <= at && *m_wakeAt >= steady().us)
        return;
    m_wakeAt = at;
    m_world.after(Span::micros(at) - steady(), [this, at] {
        if (m_wakeAt != at)
            return;
        m_wakeAt.reset();
        wake();
    });
}

void SimConsole::send(quint64 ticket, const Request &request)
{
    if (const auto *append = std::get_if<ask::Append>(&request)) {
        m_sentEvents.insert(ticket, *append);
        for (const QueuedEvent &event : append->events) {
            if (m_world.mutants().dropOnSend)
                m_journals[append->incident].forget(event.event.id);
        }
    }
    if (std::holds_alternative<ask::Connect>(request))
        ++m_connection;
    m_world.carry(*this, ticket, request);
}

void SimConsole::abort()
{
    ++m_connection;
    listens = false;
}

void SimConsole::hear(const QString &payload)
{
    if (!m_engine)
        return;
    m_engine->rung(payload);
    wake();
}

void SimConsole::receive(quint64 ticket, const Answer &answer)
{
    if (!m_engine)
        return;
    const auto *verdicts = std::get_if<QList<Verdict>>(&answer);
    for (const Verdict &verdict : verdicts ? *verdicts : QList<Verdict>()) {
        if (verdict.kind != Verdict::Kind::Accepted && verdict.kind != Verdict::Kind::Duplicate)
            continue;
        m_acknowledged.insert(verdict.event);
        if (m_world.mutants().dropOnAck && m_sentEvents.contains(ticket))
            m_journals[m_sentEvents.value(ticket).incident].forget(verdict.event);
    }
    m_engine->answered(ticket, answer);
    if (!m_isAboutToCrash)
        return wake();
    crash();
    m_world.after(Span::seconds(1), [this] { start(); });
}

void SimConsole::linkChanged(const LinkStatus &status)
{
    m_world.note(m_name + u" link "_s + QString::number(int(status.state)));
}

void SimConsole::replicaChanged(const QString &incident, const ReplicaStatus &status)
{
    m_world.note(m_name + u" replica "_s + QString::number(int(status.state)) + u' ' + QString::number(status.seq));
    if (status.state == ReplicaStatus::State::Forked)
        m_world.violation(u"a fork where there is none: "_s + (status.problem ? status.problem->code : incident));
}

void SimConsole::headsSeen(const QList<ServerHead> &heads)
{
    for (const ServerHead &head : heads) {
        if (!m_journals.contains(head.incident))
            m_world.after({}, [this, incident = head.incident] {
                if (m_engine && !m_journals.contains(incident)) {
                    m_journals[incident];
                    open(incident);
                    wake();
                }
            });
    }
}

void SimConsole::taken(const QString &incident, const QList<ServerEvent> &events)
{
    m_states.at(incident).take(events);
    for (const ServerEvent &event : events) {
        if (!m_world.server().everAccepted().contains(event.event.id))
            m_world.violation(u"I10 shown as accepted before it was: "_s + event.event.id);
    }
}

void SimConsole::refused(const QString &incident, const QList<Refusal> &refusals)
{
    m_states.at(incident).refuse(refusals);
}

void SimConsole::rewound(const QString &incident, qint64 seq, int count)
{
    m_world.note(m_name + u" goes back to "_s + QString::number(seq) + u' ' + QString::number(count));
    m_states.at(incident).reset(m_journals[incident].ordered(), m_journals[incident].queuedEvents());
}

void SimConsole::checkFolds()
{
    for (const auto &[incident, state] : m_states) {
        RebasedState again(Fold);
        again.reset(m_journals[incident].ordered(), m_journals[incident].queuedEvents());
        const bool mayForget = m_world.mutants().dropOnAck || m_world.mutants().dropOnSend; // behind the state's back
        if (digestOf(again.confirmed()) != digestOf(state.confirmed())
            || (!mayForget && digestOf(again.shown()) != digestOf(state.shown())))
            m_world.violation(u"I8 "_s + m_name + u" folds otherwise from the beginning"_s);
    }
}
