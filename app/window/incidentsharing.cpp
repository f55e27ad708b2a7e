// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentsharing.h"

#include "incidentcontroller.h"
#include "refusedline.h"
#include "takeanswer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using models::LinkState;
using session::FileExchange;
using Link = sync::LinkStatus::State;
using Replica = sync::ReplicaStatus::State;

namespace {

QStringList marksOf(const QList<ContestedField> &fields)
{
    QStringList marks;
    for (const ContestedField &field : fields) {
        marks += {field.inForce.field, field.inForce.event.id};
        for (const FieldSetting &other : field.others)
            marks.append(other.event.id);
    }
    return marks;
}

} // namespace

IncidentSharing::IncidentSharing(IncidentController &incident) : m_incident(incident)
{
    for (const auto looks : {&IncidentSharing::lookAtFields, &IncidentSharing::look}) {
        connect(&incident, &models::IncidentFeed::applied, this, looks);
        connect(&incident, &models::IncidentFeed::reset, this, looks);
    }
}

void IncidentSharing::begin(const backend::BackendAddress &address, bool adopt)
{
    if (std::exchange(m_begun, true))
        return;
    m_notConnected.clear(); // another password may be as wrong as the one before: said once more
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

void IncidentSharing::beginAgain(const backend::BackendAddress &address)
{
    FileExchange::end(m_incident.store());
    m_begun = false;
    m_link = {};
    m_replica = {};
    begin(address, false);
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
    connect(
        &exchange, &FileExchange::refusalsChanged, this,
        [this](const QList<RefusedEvent> &open) {
            m_refusals = open;
            look();
            emit refusalsChanged();
        },
        Later);
    connect(
        &exchange, &FileExchange::setAsideChanged, this,
        [this](const QList<SetAside> &aside) {
            m_aside = aside;
            emit setAsideChanged();
        },
        Later);
    connect(
        &exchange, &FileExchange::attachmentsLeft, this,
        [this](int count) {
            m_attachments = count;
            look();
        },
        Later);
    connect(&exchange, &FileExchange::linkChanged, this, &IncidentSharing::linkChanged, Later);
    connect(&exchange, &FileExchange::onlyHereChanged, this, &IncidentSharing::onlyHereChanged, Later);
    connect(&exchange, &FileExchange::replicaChanged, this, &IncidentSharing::replicaChanged, Later);
    connect(&exchange, &FileExchange::headsSeen, this, &IncidentSharing::headsSeen, Later);
    connect(&exchange, &FileExchange::failed, this, &IncidentSharing::problemOccurred, Later);
}

void IncidentSharing::showOffline(const QString &reason)
{
    m_state = {.state = LinkState::State::Offline,
               .unsent = int(m_incident.session().unconfirmed().size()),
               .reason = reason,
               .since = m_incident.now()};
    emit stateChanged();
}

void IncidentSharing::retryNow()
{
    FileExchange::ask(m_incident.store(), [](FileExchange &exchange) { exchange.retryNow(); });
}

void IncidentSharing::settleRefusal(const QString &event)
{
    FileExchange::ask(m_incident.store(), [event](FileExchange &exchange) { exchange.settleRefusal(event); });
}

QString IncidentSharing::whyNothingIsTaken() const
{
    if (m_mayWrite || !m_isThere)
        return {};
    return tr(
        "Your login on the shared backend may look only. Nothing is recorded here. Ask whoever runs it to let you respond.");
}

bool IncidentSharing::isRewritten() const
{
    return m_replica.state == Replica::Forked && m_replica.problem && m_replica.problem->code == "rewritten"_L1;
}

void IncidentSharing::acceptServer()
{
    FileExchange::ask(m_incident.store(), [](FileExchange &exchange) { exchange.acceptServer(); });
}

bool IncidentSharing::isProvisional(const QString &type)
{
    // The objects among them are counted, and the one number that all agree on is given by the server's order.
    static const QSet<QString> types{u"severity.set"_s,    u"phase.moved"_s,   u"order.given"_s,     u"hypothesis.proposed"_s,
                                     u"change.proposed"_s, u"decision.made"_s, u"poll.opened"_s,     u"mitigation.applied"_s,
                                     u"update.drafted"_s,  u"alert.fired"_s,   u"report.received"_s, u"actionItem.added"_s};
    return types.contains(type);
}

void IncidentSharing::markUnconfirmed()
{
    const auto &session = m_incident.session();
    QSet<QString> open;
    m_severityUnconfirmed = m_phaseUnconfirmed = false;
    for (const Event &event : session.unconfirmed()) {
        const bool severity = event.type == "severity.set"_L1;
        const bool phase = event.type == "phase.moved"_L1;
        m_severityUnconfirmed = m_severityUnconfirmed || severity;
        m_phaseUnconfirmed = m_phaseUnconfirmed || phase;
        if (isProvisional(event.type) || session.isPending(event))
            open.insert(event.id);
    }
    m_incident.setUnconfirmed(open);
    look();
}

void IncidentSharing::linkChanged(const sync::LinkStatus &status)
{
    m_link = status;
    if (status.state == Link::Online)
        m_mayWrite = status.server.mayWrite;
    look();
    if (status.state == Link::Online && !std::exchange(m_notConnected, {}).isEmpty())
        emit connected();
    // Each try begins without a problem: what was told is remembered, or every try would tell it again.
    const bool isRefused = status.state == Link::Refused && status.problem;
    if (isRefused && std::exchange(m_notConnected, status.problem->code) != status.problem->code)
        emit notConnected(*status.problem);
}

void IncidentSharing::replicaChanged(const sync::ReplicaStatus &status)
{
    const QString before = m_replica.problem ? m_replica.problem->code : QString();
    m_replica = status;
    look();
    if (!status.problem || status.problem->code == before)
        return;
    if (isRewritten())
        emit rewritten(*status.problem);
    else
        emit problemOccurred(*status.problem);
}

void IncidentSharing::headsSeen(const QList<ServerHead> &heads)
{
    for (const ServerHead &head : heads) {
        if (head.incident == m_incident.state().id)
            m_connected = head.connected;
    }
    look();
}

void IncidentSharing::refused(const QList<Refusal> &refusals)
{
    m_incident.takeRefusals(refusals);
    look();
}

void IncidentSharing::follow(const session::OrderedRecord &record)
{
    m_fields = {};
    m_isThere = !record.ordered.isEmpty();
    qint64 place = 0;
    for (const Event &event : record.ordered)
        m_fields.follow(event, ++place);
}

void IncidentSharing::onlyHereChanged(qint64 count)
{
    emit wentBack(int(count));
}

void IncidentSharing::follow(const QList<ServerEvent> &events)
{
    m_isThere = m_isThere || !events.isEmpty();
    for (const ServerEvent &event : events)
        m_fields.follow(event.event, event.seq);
}

void IncidentSharing::lookAtFields()
{
    ContestedFields shown = m_fields;
    for (const Event &event : m_incident.session().unconfirmed())
        shown.follow(event, 0);
    const QList<ContestedField> before = std::exchange(m_contested, shown.open());
    if (marksOf(before) != marksOf(m_contested))
        emit contestedChanged();
}

void IncidentSharing::look()
{
    if (!m_begun && m_link.state == Link::Off)
        return;
    LinkState now{.state = LinkState::State::Offline,
                  .unsent = int(m_incident.session().unconfirmed().size()),
                  .reason = {},
                  .refused = int(m_refusals.size()),
                  .attachments = m_attachments,
                  .severityUnconfirmed = m_severityUnconfirmed,
                  .phaseUnconfirmed = m_phaseUnconfirmed,
                  .toReview = int(m_contested.size())};
    const auto &problem = m_replica.problem ? m_replica.problem : m_link.problem;
    if (problem)
        now.reason = problem->text;
    if (m_link.state == Link::Refused || m_replica.state == Replica::Forked || m_replica.state == Replica::Hidden)
        now.state = LinkState::State::Stopped;
    else if (m_link.state == Link::Online)
        now.state = LinkState::State::Shared;
    else if (m_link.state != Link::Waiting)
        now.state = LinkState::State::Connecting;
    now.looksOnly = !m_mayWrite;
    now.takesNothing = !whyNothingIsTaken().isEmpty();
    // A record of the backend goes on arriving; one that this login cannot put there is shared with nobody.
    const bool isKept = now.unsent > 0 || now.attachments > 0;
    if (m_link.state == Link::Online && now.looksOnly && !now.takesNothing && isKept) {
        now.state = LinkState::State::Stopped;
        now.reason = tr("Your login there may look only. What you enter stays on this computer.");
    }
    if (m_replica.state == Replica::Hidden && now.reason.isEmpty())
        now.reason = tr("The backend shows you no such incident. What is in the file stays here.");
    if (now.state == LinkState::State::Shared) {
        std::copy_if(m_connected.begin(), m_connected.end(), std::back_inserter(now.here),
                     [this](const QString &login) { return m_incident.state().maySee(login); });
        m_away = {};
    } else if (!m_away.isSet())
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

} // namespace fireline::window
