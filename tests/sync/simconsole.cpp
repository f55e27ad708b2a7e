// SPDX-License-Identifier: GPL-3.0-or-later
#include "simconsole.h"

#include "state/applyrow.h"

#include <QCryptographicHash>

using namespace fireline::domain;
using namespace fireline::sync;
using namespace Qt::StringLiterals;

namespace {

const RebasedState::Fold Fold = [](IncidentState &state, const Event &event, RebasedState::Effect effect) {
    if (effect == RebasedState::Effect::Row)
        applyRow(state, event, nullptr);
    else
        apply(state, event);
};

bool needsTheServersWord(const Event &event)
{
    static const QSet<QString> types = {u"role.taken"_s, u"role.assigned"_s, u"handover.accepted"_s, u"update.sent"_s,
                                        u"incident.resolved"_s};
    return types.contains(event.type);
}

constexpr qsizetype SmallCall = 150; // bytes of payload that one call takes: so that size cuts it too

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
    policy.lists = true; // it joins whatever it sees
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
    journal.keepsSentBlobs = m_world.mutants().keepSentBlobs;
    journal.mostBytesAtOnce = SmallCall;
    if (m_world.mutants().cursorFirst)
        journal.crashBetween = [this] { return m_isAboutToCrash = m_isAboutToCrash || m_world.chance(5); };
    const int opening = m_world.mutants().oneDevice ? 0 : ++m_openings;
    EventStamper stamper(m_ids, u"device-%1-%2"_s.arg(m_name).arg(opening), m_name);
    stamper.setIncident(incident);
    for (const Event &event : journal.own())
        stamper.follow(event, wall());
    m_stampers.erase(incident);
    m_stampers.emplace(incident, stamper);
    m_states.insert_or_assign(incident, emptyState(incident)).first->second.reset(journal.ordered(), journal.queuedEvents());
    if (!m_engine->add(incident, journal))
        m_world.violation(u"a file could not be read"_s);
}

// History waits for nobody.
RebasedState SimConsole::emptyState(const QString &incident) const
{
    if (m_world.mutants().showAtOnce)
        return RebasedState(Fold);
    return RebasedState(Fold, [this, incident](const Event &event) {
        return needsTheServersWord(event) && !m_journals.at(incident).isHistory(event.id);
    });
}

void SimConsole::checkShown(const QString &incident)
{
    if (m_journals.at(incident).queuedHistory().value() > 0)
        return;
    const IncidentState &shown = m_states.at(incident).shown();
    const IncidentState &done = m_states.at(incident).confirmed();
    if (shown.holders(u"ic"_s) != done.holders(u"ic"_s) || shown.holders(u"comms"_s) != done.holders(u"comms"_s)
        || shown.resolvedAt != done.resolvedAt)
        m_world.violation(u"I10 %1 shows what the server has not said"_s.arg(m_name));
}

void SimConsole::putBack()
{
    m_world.note(m_name + u" has an older copy of its files"_s);
    for (const auto &[incident, journal] : m_backup)
        m_journals[incident] = journal;
}

void SimConsole::crash()
{
    m_world.note(m_name + u" crashes"_s);
    m_engine.reset();
    ++m_connection;
    ++m_life;
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
    static const QString hash = QString::fromLatin1(QCryptographicHash::hash("t", QCryptographicHash::Sha256).toHex());
    QJsonObject body{
        {u"title"_s, u"Checkout fails"_s}, {u"process"_s, u"p"_s}, {u"processHash"_s, hash}, {u"processText"_s, u"t"_s}};
    if (isPrivate)
        body.insert(u"private"_s, true);
    write(incident, {u"incident.declared"_s, body, wall()});
    for (const int member : isPrivate ? QList<int>{0, 2} : QList<int>())
        write(incident, {u"member.added"_s, {{u"person"_s, m_world.people().at(member)}}, wall()});
    for (int i = 0; i < historyEvents; ++i)
        type(incident);
    if (historyEvents > 0 && !m_engine->adopt(incident))
        m_world.violation(u"a file could not be marked"_s);
    m_states.at(incident).reset(m_journals[incident].ordered(), m_journals[incident].queuedEvents());
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
    checkShown(incident);
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
    if (what < 40)
        return attach(incident);
    return draft(u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"note %1"_s.arg(what)}});
}

EventDraft SimConsole::attach(const QString &incident)
{
    const QByteArray bytes = "a picture of " + m_name.toUtf8() + QByteArray::number(m_world.below(1u << 31));
    const QString name = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    m_journals[incident].blobs.insert(name, bytes);
    return {u"attachment.added"_s, {{u"sha256"_s, name}, {u"name"_s, u"p.png"_s}, {u"bytes"_s, bytes.size()}}, wall()};
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
    checkShown(incident);
}

void SimConsole::refused(const QString &incident, const QList<Refusal> &refusals)
{
    if (m_world.mutants().forgetUndo)
        return;
    m_states.at(incident).refuse(refusals);
    checkShown(incident);
}

void SimConsole::rewound(const QString &incident, qint64 seq, const Rewind &what)
{
    m_world.note(m_name + u" goes back to "_s + QString::number(seq) + u' ' + QString::number(what.aside));
    m_states.at(incident).reset(m_journals[incident].ordered(), m_journals[incident].queuedEvents());
    checkShown(incident);
}

void SimConsole::checkFolds()
{
    for (const auto &[incident, state] : m_states) {
        RebasedState again = emptyState(incident);
        again.reset(m_journals[incident].ordered(), m_journals[incident].queuedEvents());
        const bool mayForget = m_world.mutants().dropOnAck || m_world.mutants().dropOnSend; // behind the state's back
        if (digestOf(again.confirmed()) != digestOf(state.confirmed())
            || (!mayForget && digestOf(again.shown()) != digestOf(state.shown())))
            m_world.violation(u"I8 "_s + m_name + u" folds otherwise from the beginning"_s);
    }
}
