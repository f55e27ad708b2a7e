// SPDX-License-Identifier: GPL-3.0-or-later
#include "simserver.h"

#include "syncpolicy.h"

using namespace fireline::domain;
using namespace fireline::sync;
using namespace Qt::StringLiterals;
using Kind = Verdict::Kind;

QString SimAuthority::judge(const QString &login, const Event &event)
{
    const QJsonObject body = event.body();
    const bool fenced = body.contains(u"term"_s) && body.value(u"term"_s).toInt() != term;
    if (event.type == "role.taken"_L1) {
        if (!commander.isEmpty())
            return u"held"_s;
        commander = login;
        ++term;
    } else if (event.type == "handover.offered"_L1) {
        if (commander != login)
            return u"not-authorised"_s;
        offeredTo = body.value(u"to"_s).toString();
    } else if (event.type == "handover.accepted"_L1) {
        if (offeredTo != login)
            return u"no-offer"_s;
        commander = login;
        offeredTo.clear();
        ++term;
    } else if (event.type == "role.assigned"_L1 || event.type == "incident.resolved"_L1) {
        if (commander != login)
            return u"not-authorised"_s;
        if (fenced)
            return u"stale-term"_s;
        if (event.type == "incident.resolved"_L1)
            resolved = true;
        else
            comms = body.value(u"person"_s).toString();
    } else if (event.type == "update.sent"_L1 && comms != login) {
        return u"not-authorised"_s;
    }
    return {};
}

Answer SimServer::answer(const QString &login, const Request &request)
{
    if (std::holds_alternative<ask::Hello>(request))
        return ServerHello{u"the-server"_s, QString::number(m_generation), SyncPolicy().schema, now, login, true, false};
    if (const auto *asked = std::get_if<ask::Heads>(&request))
        return heads(login, *asked);
    if (const auto *asked = std::get_if<ask::Pull>(&request))
        return pull(login, *asked);
    if (const auto *asked = std::get_if<ask::Append>(&request))
        return append(login, *asked);
    if (const auto *asked = std::get_if<ask::Poke>(&request))
        poke(asked->incident);
    if (const auto *asked = std::get_if<ask::MissingBlobs>(&request)) {
        QStringList lacking = asked->sha256;
        lacking.removeIf([&](const QString &name) { return m_blobs.contains(name); });
        return lacking;
    }
    if (const auto *asked = std::get_if<ask::SendBlob>(&request))
        m_blobs.insert(asked->sha256, asked->bytes);
    if (const auto *asked = std::get_if<ask::FetchBlob>(&request))
        return m_blobs.value(asked->sha256);
    return Done{};
}

bool SimServer::maySee(const QString &login, const Incident &incident) const
{
    return (tellsAnybody || !incident.isPrivate || incident.members.contains(login))
           && (incident.adopter.isEmpty() || incident.adopter == login);
}

Answer SimServer::heads(const QString &login, const ask::Heads &request) const
{
    QList<ServerHead> heads;
    for (auto each = m_incidents.begin(); each != m_incidents.end(); ++each) {
        if (!maySee(login, *each) || each->log.isEmpty() || (!request.only.isEmpty() && !request.only.contains(each.key())))
            continue;
        ServerHead head;
        head.incident = each.key();
        head.seq = each->log.last().seq;
        head.chainHash = each->log.last().chainHash;
        head.isPrivate = each->isPrivate;
        heads.append(head);
    }
    return heads;
}

Answer SimServer::pull(const QString &login, const ask::Pull &request)
{
    const Incident incident = m_incidents.value(request.incident);
    QList<ServerEvent> events;
    if (!maySee(login, incident))
        return events;
    for (const ServerEvent &event : incident.log) {
        if (event.seq > request.after && events.size() < request.limit && !(leavesOut && leavesOut()))
            events.append(event);
    }
    return events;
}

Answer SimServer::append(const QString &login, const ask::Append &request)
{
    const auto barred = [&](const QString &reason) {
        QList<Verdict> verdicts;
        for (const QueuedEvent &event : request.events)
            verdicts.append({event.event.id, Kind::Barred, 0, reason, {}});
        return verdicts;
    };
    const Event &first = request.events.first().event;
    if (!m_incidents.contains(request.incident)) {
        if (first.type != "incident.declared"_L1)
            return barred(u"no-such-incident"_s);
        Incident made;
        made.isPrivate = first.body().value(u"private"_s).toBool();
        if (made.isPrivate)
            made.members.insert(login);
        if (request.adopt)
            made.adopter = login;
        m_incidents.insert(request.incident, made);
    }
    Incident &incident = m_incidents[request.incident];
    if (!maySee(login, incident))
        return barred(u"no-such-incident"_s);
    QList<Verdict> verdicts;
    for (const QueuedEvent &event : request.events)
        verdicts.append(judge(login, incident, event.event, request.adopt));
    if (request.last)
        incident.adopter.clear();
    return verdicts;
}

Verdict SimServer::judge(const QString &login, Incident &incident, const Event &event, bool adopt)
{
    Verdict verdict{event.id, Kind::Rejected, 0, {}, {}};
    const auto head = incident.devices.value(event.device, {0, zeroHash()});
    if (incident.places.contains(event.id) && !keepsNoIds) {
        verdict.kind = Kind::Duplicate;
        verdict.seq = incident.places.value(event.id);
        return verdict;
    }
    if (incident.rejections.contains(event.id)) {
        verdict.reason = incident.rejections.value(event.id);
        return verdict;
    }
    if (event.recordedBy != login || contentHash(event) != event.hash) {
        verdict.kind = Kind::Barred;
        verdict.reason = u"hash"_s;
        return verdict;
    }
    const bool again = keepsNoIds && event.deviceSeq <= head.first;
    if (!again && (event.deviceSeq != head.first + 1 || event.prevHash != head.second)) {
        verdict.kind = event.deviceSeq <= head.first ? Kind::Barred : Kind::Gap;
        verdict.seq = head.first;
        verdict.reason = event.deviceSeq <= head.first ? u"fork"_s : u"gap"_s;
        return verdict;
    }
    if (!again)
        incident.devices.insert(event.device, {event.deviceSeq, event.hash});
    SimAuthority ignored;
    SimAuthority &authority = judgesNothing ? ignored : incident.authority;
    verdict.reason = adopt ? QString() : authority.judge(login, event);
    if (judgesNothing)
        verdict.reason.clear();
    incident.steps.append({event, 0, now, login, adopt, {}, {}});
    if (!verdict.reason.isEmpty()) {
        incident.rejections.insert(event.id, verdict.reason);
        return verdict;
    }
    place(login, incident, event, adopt);
    verdict.kind = Kind::Accepted;
    verdict.seq = incident.log.last().seq;
    return verdict;
}

void SimServer::place(const QString &login, Incident &incident, const Event &event, bool adopted)
{
    const qint64 seq = incident.log.size() + (leavesGap && incident.log.size() > 5 ? 2 : 1);
    ServerEvent placed{event, seq, now, login, adopted, {}, {}};
    placed.chainHash = nextChainHash(incident.log.isEmpty() ? zeroHash() : incident.log.last().chainHash, placed);
    incident.log.append(placed);
    incident.places.insert(event.id, placed.seq);
    incident.steps.last() = placed;
    if (event.type == "member.added"_L1)
        incident.members.insert(event.body().value(u"person"_s).toString());
}

void SimServer::poke(const QString &incident) const
{
    const auto found = m_incidents.find(incident);
    if (found != m_incidents.end() && ring)
        ring(found->isPrivate && !namesInBell ? u"*"_s : incident + u':' + QString::number(found->log.size()));
}

void SimServer::goBack(int count)
{
    ++m_generation;
    m_blobs.clear();
    for (auto each = m_incidents.begin(); each != m_incidents.end();) {
        const Incident before = *each;
        if (before.log.size() <= count) {
            each = m_incidents.erase(each);
            continue;
        }
        *each = replayed(before, before.log.size() - count);
        ++each;
    }
}

// A server that comes back holds the beginning of what it did, verdicts and all.
SimServer::Incident SimServer::replayed(const Incident &before, qsizetype kept)
{
    Incident after;
    after.isPrivate = before.isPrivate;
    if (before.isPrivate)
        after.members.insert(before.log.first().login);
    for (const ServerEvent &step : before.steps) {
        if (after.log.size() == kept)
            break;
        after.steps.append(step);
        after.devices.insert(step.event.device, {step.event.deviceSeq, step.event.hash});
        const QString reason = step.adopted || judgesNothing ? QString() : after.authority.judge(step.login, step.event);
        if (!reason.isEmpty())
            after.rejections.insert(step.event.id, reason);
        if (step.seq == 0)
            continue;
        after.log.append(step);
        if (step.event.type == "member.added"_L1)
            after.members.insert(step.event.body().value(u"person"_s).toString());
        after.places.insert(step.event.id, step.seq);
    }
    // What comes by adoption is there as a whole, or is being adopted again.
    if (!before.adopter.isEmpty() || (kept < before.log.size() && before.log.at(kept).adopted))
        after.adopter = before.log.first().login;
    return after;
}

QString SimServer::faultOf(const Incident &incident) const
{
    SimAuthority authority;
    for (const ServerEvent &event : incident.log) {
        if (!event.adopted && !authority.judge(event.login, event.event).isEmpty())
            return u"%1 had no right to %2"_s.arg(event.login, event.event.type);
    }
    return {};
}
