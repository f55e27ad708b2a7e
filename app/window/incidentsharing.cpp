// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentsharing.h"

#include "incidentcontroller.h"
#include "takeanswer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using models::LinkState;
using session::FileExchange;
using Link = sync::LinkStatus::State;
using Replica = sync::ReplicaStatus::State;

IncidentSharing::IncidentSharing(IncidentController &incident) : m_incident(incident)
{
    connect(&incident, &models::IncidentFeed::applied, this, &IncidentSharing::look);
}

void IncidentSharing::begin(const backend::BackendAddress &address, bool adopt)
{
    if (std::exchange(m_begun, true))
        return;
    sync::SyncPolicy policy;
    policy.recorder = m_incident.profile();
    m_link.state = Link::Connecting;
    look();
    m_incident.session().beginSharing();
    const auto begun = FileExchange::begin(m_incident.store(), address, policy, {{}, adopt},
                                           [this](FileExchange &exchange) { listen(exchange); });
    takeAnswer(this, begun, [this](const std::shared_ptr<Outcome<void>> &answer) {
        if (*answer)
            return;
        m_begun = false;
        m_link = {};
        look();
        emit problemOccurred(answer->problem());
    });
}

// In the store's thread. This outlives the store, and what is queued for it goes with it.
void IncidentSharing::listen(FileExchange &exchange)
{
    constexpr auto Later = Qt::QueuedConnection;
    connect(
        &exchange, &FileExchange::ordered, this, [this](const auto &record) { m_incident.takeOrder(record); }, Later);
    connect(
        &exchange, &FileExchange::taken, this,
        [this](const QList<ServerEvent> &events) {
            m_incident.takeEvents(events);
            look();
        },
        Later);
    connect(&exchange, &FileExchange::refused, this, &IncidentSharing::refused, Later);
    connect(&exchange, &FileExchange::linkChanged, this, &IncidentSharing::linkChanged, Later);
    connect(&exchange, &FileExchange::replicaChanged, this, &IncidentSharing::replicaChanged, Later);
    connect(&exchange, &FileExchange::failed, this, &IncidentSharing::problemOccurred, Later);
}

void IncidentSharing::showOffline(const QString &reason)
{
    m_state = {LinkState::State::Offline, int(m_incident.session().unconfirmed().size()), reason, m_incident.now()};
    emit stateChanged();
}

void IncidentSharing::retryNow()
{
    FileExchange::ask(m_incident.store(), [](FileExchange &exchange) { exchange.retryNow(); });
}

void IncidentSharing::linkChanged(const sync::LinkStatus &status)
{
    const QString before = m_link.problem ? m_link.problem->code : QString();
    m_link = status;
    look();
    if (status.state == Link::Refused && status.problem && status.problem->code != before)
        emit problemOccurred(*status.problem);
}

void IncidentSharing::replicaChanged(const sync::ReplicaStatus &status)
{
    const QString before = m_replica.problem ? m_replica.problem->code : QString();
    m_replica = status;
    look();
    if (status.problem && status.problem->code != before)
        emit problemOccurred(*status.problem);
}

void IncidentSharing::refused(const QList<Refusal> &refusals)
{
    QHash<QString, QString> words;
    for (const Refusal &refusal : refusals) {
        if (const Entry *entry = m_incident.state().entry(refusal.event))
            words.insert(refusal.event, entry->text);
    }
    m_incident.takeRefusals(refusals);
    look();
    for (const Refusal &refusal : refusals)
        emit entryRefused(words.value(refusal.event), refusalText(refusal));
}

void IncidentSharing::look()
{
    if (!m_begun && m_link.state == Link::Off)
        return;
    LinkState now{LinkState::State::Offline, int(m_incident.session().unconfirmed().size()), {}};
    const auto &problem = m_replica.problem ? m_replica.problem : m_link.problem;
    if (problem)
        now.reason = problem->text;
    if (m_link.state == Link::Refused || m_replica.state == Replica::Forked || m_replica.state == Replica::Hidden)
        now.state = LinkState::State::Stopped;
    else if (m_link.state == Link::Online)
        now.state = LinkState::State::Shared;
    else if (m_link.state != Link::Waiting)
        now.state = LinkState::State::Connecting;
    if (m_replica.state == Replica::Hidden && now.reason.isEmpty())
        now.reason = tr("The backend shows you no such incident. What is in the file stays here.");
    if (now.state == LinkState::State::Shared)
        m_away = {};
    else if (!m_away.isSet())
        m_away = m_incident.now();
    if (now.state != LinkState::State::Connecting)
        now.since = m_away;
    now.skew = toldSkew(m_link.offset, m_state.skew);
    if (now == m_state)
        return;
    m_state = now;
    emit stateChanged();
}

Span toldSkew(std::optional<Span> offset, Span before)
{
    constexpr qint64 most = Span::seconds(2).us;
    if (!offset)
        return before;
    if (std::abs(offset->us) <= most)
        return {};
    return before.us != 0 && std::abs((*offset - before).us) <= most ? before : Span::seconds(offset->us / Span::seconds(1).us);
}

QString refusalText(const Refusal &refusal)
{
    static const QHash<QString, QString> texts{
        {u"held"_s, IncidentSharing::tr("Somebody else holds this role.")},
        {u"stale-term"_s, IncidentSharing::tr("Command changed hands before it arrived.")},
        {u"not-yourself"_s, IncidentSharing::tr("Only the person who is logged in can do this.")},
        {u"no-offer"_s, IncidentSharing::tr("There is no such handover any more.")},
        {u"not-held"_s, IncidentSharing::tr("Who was to be followed did not hold the role.")},
        {u"not-member"_s, IncidentSharing::tr("The incident is private, and not everybody concerned belongs to it.")},
        {u"recorder"_s, IncidentSharing::tr("It was recorded under another name than that of the login.")},
        {u"not-approved"_s, IncidentSharing::tr("It had not been approved.")},
        {u"not-authorised"_s, IncidentSharing::tr("This is for somebody else to do.")},
        {u"not-allowed"_s, IncidentSharing::tr("The process does not allow this.")}};
    const QString text = texts.value(refusal.reason,
                                     IncidentSharing::tr("The backend did not take it (%1).").arg(refusal.reason));
    return refusal.rule.isEmpty() ? text : IncidentSharing::tr("%1 Rule: %2.").arg(text, refusal.rule);
}

} // namespace fireline::window
