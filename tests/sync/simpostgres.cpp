// SPDX-License-Identifier: GPL-3.0-or-later
#include "simpostgres.h"

#include "backendpeople.h"
#include "backendschema.h"

#include <QCryptographicHash>
#include <QSqlDriver>

#include <libpq-fe.h>

using namespace fireline;
using namespace fireline::domain;
using namespace fireline::sync;
using namespace Qt::StringLiterals;
using backend::BackendConnection;

namespace {

// What SimAuthority knows, as rules of a process.
QByteArray table()
{
    Process process;
    process.id = u"p"_s;
    process.text = "t";
    process.sha256 = QString::fromLatin1(QCryptographicHash::hash(process.text, QCryptographicHash::Sha256).toHex());
    RoleDef commander;
    commander.id = u"ic"_s;
    commander.commands = true;
    RoleDef comms;
    comms.id = u"comms"_s;
    process.roles = {commander, comms};
    PhaseDef phase;
    phase.id = u"first"_s;
    process.phases = {phase};
    const auto only = [&](const QString &id, Act act, const QString &who) {
        AuthorityRule rule;
        rule.rule.id = id;
        rule.rule.kind = RuleKind::Authority;
        rule.acts = {act};
        rule.mode = AuthorityMode::Only;
        rule.who = {who};
        process.authorities.append(rule);
    };
    only(u"assign"_s, Act::RoleAssign, u"commander"_s);
    only(u"send"_s, Act::UpdateSend, u"comms"_s);
    only(u"resolve"_s, Act::Resolve, u"commander"_s);
    return authorityTable(process);
}

// As a backup would bring it back: the tables as they were `count` places ago, in another epoch.
const QString GoBack = uR"(
create function public.go_back(p_count int) returns void language plpgsql as $$
declare
    i fireline.incident;
    j fireline.incident;
    e fireline.event;
    lost fireline.event;
    kept bigint;
begin
    set local session_replication_role = replica;
    update fireline.server set epoch = epoch + 1;
    delete from fireline.blob;
    for i in select * from fireline.incident order by number loop
        kept := i.head_seq - p_count;
        select * into lost from fireline.event t where t.incident = i.id and t.seq = kept + 1;
        select * into e from fireline.event t where t.incident = i.id and t.seq = 1;
        delete from fireline.member t where t.incident = i.id;
        delete from fireline.consent t where t.incident = i.id;
        delete from fireline.paper t where t.incident = i.id;
        delete from fireline.device_head t where t.incident = i.id;
        delete from fireline.event t where t.incident = i.id and t.seq > kept;
        delete from fireline.rejection t where t.incident = i.id and t.head_seq >= kept;
        delete from fireline.incident t where t.id = i.id;
        continue when kept <= 0;
        insert into fireline.device_head (incident, device, device_seq, hash, login)
            select distinct on (t.device) i.id, t.device, t.device_seq, t.hash, t.login from (
                select x.device, x.device_seq, x.hash, case when x.adopted then x.recorded_by else x.login end as login
                    from fireline.event x where x.incident = i.id
                union all
                select x.device, x.device_seq, decode(x.hash, 'hex'), x.login from fireline.rejection x
                    where x.incident = i.id and x.stored) t
            order by t.device, t.device_seq desc;
        insert into fireline.incident (id, created_by, adopting) values (i.id, i.created_by,
            case when i.adopting is not null or lost.adopted then e.login end);
        select * into j from fireline.incident t where t.id = i.id;
        for e in select * from fireline.event t where t.incident = i.id order by t.seq loop
            j := fireline.fold(j, e.id, e.type, e.payload::jsonb, e.recorded_by, e.occurred_us, e.login, e.adopted, '{}',
                               e.authority::jsonb);
            j.head_seq := e.seq;
            j.head_hash := e.chain_hash;
        end loop;
        update fireline.incident t set head_seq = j.head_seq, head_hash = j.head_hash, private = j.private, declarer = j.declarer,
            term = j.term, title = j.title, process = j.process, severity = j.severity, phase = j.phase, flags = j.flags,
            state = j.state, declared_us = j.declared_us, holders = j.holders, offer = j.offer, overrides = j.overrides,
            authority = j.authority where t.id = i.id;
    end loop;
end $$
)"_s;

PGconn *handleOf(const BackendConnection &connection)
{
    return *static_cast<PGconn *const *>(connection.database().driver()->handle().constData());
}

} // namespace

struct SimPostgres::Person
{
    link::PostgresCalls calls;
    /// It pokes here, and hears itself: at once, so that nothing hangs on when another process wakes up.
    std::unique_ptr<BackendConnection> bell;
};

SimPostgres::SimPostgres(const test::PostgresServer &server, QString database)
    : m_server(server)
    , m_database(std::move(database))
    , m_table(table())
{
}

SimPostgres::~SimPostgres() = default;

QByteArray SimPostgres::tableOf(const Event &event) const
{
    return event.type == "incident.declared"_L1 ? m_table : QByteArray();
}

QString SimPostgres::prepare(const QStringList &people)
{
    auto admin = BackendConnection::open(backend::parseAddress(m_server.uri(u"admin"_s, m_database)).value());
    if (!admin)
        return admin.problem().detail;
    m_admin = std::move(admin).value();
    if (const auto made = backend::initialise(*m_admin); !made)
        return made.problem().detail;
    if (const auto made = m_admin->run(GoBack); !made)
        return made.problem().detail;
    for (const QString &name : people) {
        if (const auto added = backend::addPerson(*m_admin, name, backend::BackendRole::Responder); !added)
            return added.problem().detail;
        const auto address = backend::parseAddress(m_server.uri(name, m_database)).value();
        auto bell = BackendConnection::open(address);
        if (!bell || !bell.value()->run(u"listen fireline"_s))
            return u"%1 cannot listen"_s.arg(name);
        m_people[name].reset(new Person{link::PostgresCalls(address, [this](const Event &event) { return tableOf(event); }),
                                        std::move(bell).value()});
        if (const Answer connected = m_people[name]->calls.perform(ask::Connect{}); !std::holds_alternative<Done>(connected))
            return std::get<Failure>(connected).problem.detail;
    }
    return {};
}

bool SimPostgres::clear()
{
    m_incidents.clear();
    return m_admin
        ->run(u"begin; set local session_replication_role = replica; delete from fireline.event; delete from fireline.rejection; "
              "delete from fireline.device_head; delete from fireline.blob; delete from fireline.member; "
              "delete from fireline.consent; delete from fireline.paper; delete from fireline.incident; commit"_s)
        .ok();
}

QString SimPostgres::damage()
{
    for (auto each = m_incidents.keyBegin(); each != m_incidents.keyEnd(); ++each) {
        const auto rows = m_admin->rows(u"select seq || ' ' || what from fireline_api.verify(?::uuid)"_s, {*each});
        if (!rows || !rows.value().isEmpty())
            return rows ? rows.value().first().first().toString() : rows.problem().detail;
    }
    return {};
}

SimPostgres::Answer SimPostgres::answer(const QString &login, const Request &request)
{
    Person &person = *m_people.at(login);
    if (std::holds_alternative<ask::Connect>(request) || std::holds_alternative<ask::Listen>(request))
        return Done{}; // it is, and does
    if (const auto *asked = std::get_if<ask::Poke>(&request))
        return poke(person, asked->incident);
    Answer answer = person.calls.perform(request);
    if (auto *hello = std::get_if<ServerHello>(&answer))
        hello->now = now; // the one value here that is not the world's own
    if (const auto *append = std::get_if<ask::Append>(&request))
        follow(person, append->incident);
    return answer;
}

SimPostgres::Answer SimPostgres::poke(Person &person, const QString &incident)
{
    const auto done = person.bell->rows(u"select fireline_api.poke(?::uuid)"_s, {incident});
    if (!done)
        return Failure{Failure::Kind::Refused, done.problem()};
    PGconn *const connection = handleOf(*person.bell);
    while (PGnotify *const heard = PQnotifies(connection)) {
        if (heard->be_pid == PQbackendPID(connection) && ring)
            ring(QString::fromUtf8(heard->extra));
        PQfreemem(heard);
    }
    return Done{};
}

// What the append has brought, as whoever made it sees it: while a file is taken over nobody else does.
void SimPostgres::follow(Person &person, const QString &incident)
{
    QList<ServerEvent> log = m_incidents.value(incident).log;
    const auto before = log.size();
    for (;;) {
        const Answer more = person.calls.perform(ask::Pull{incident, log.size(), 500});
        const auto *events = std::get_if<QList<ServerEvent>>(&more);
        if (!events || events->isEmpty())
            break;
        log += *events;
    }
    if (log.size() == before)
        return;
    m_incidents[incident].log = log;
    fold(incident);
}

void SimPostgres::fold(const QString &name)
{
    Incident &incident = m_incidents[name];
    Arbiter arbiter;
    incident.places.clear();
    for (const ServerEvent &event : std::as_const(incident.log)) {
        arbiter.follow(event.event, event.login, event.adopted, tableOf(event.event));
        incident.places.insert(event.event.id, event.seq);
    }
    const ArbiterState &state = arbiter.state();
    incident.isPrivate = state.isPrivate;
    incident.members = QSet<QString>(state.members.begin(), state.members.end());
    incident.authority.commander = state.commanders().value(0);
    incident.authority.term = state.term;
}

QString SimPostgres::faultOf(const Incident &incident) const
{
    Arbiter arbiter;
    for (const ServerEvent &event : incident.log) {
        if (event.adopted) {
            arbiter.follow(event.event, event.login, true, tableOf(event.event));
            continue;
        }
        const Ruling ruling = arbiter.take(event.event, event.login, tableOf(event.event));
        if (!ruling.accepted())
            return u"%1 had no right to %2: %3"_s.arg(event.login, event.event.type, ruling.reason);
    }
    return {};
}

void SimPostgres::goBack(int count)
{
    ++m_generation;
    if (!m_admin->run(u"select public.go_back(%1)"_s.arg(count)))
        qFatal("the server did not go back");
    const QStringList names = m_incidents.keys();
    for (const QString &name : names) {
        QList<ServerEvent> &log = m_incidents[name].log;
        if (log.size() <= count) {
            m_incidents.remove(name);
            continue;
        }
        log.resize(log.size() - count);
        fold(name);
    }
}
