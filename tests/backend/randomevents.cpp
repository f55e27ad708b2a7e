// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomevents.h"

#include "core/canonicaljson.h"
#include "state/eventtypes.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::test {

using namespace domain;

namespace {

AuthorityRule rule(const QString &id, const QList<Act> &acts, AuthorityMode mode, const QStringList &who, const Cond &when = {})
{
    AuthorityRule made;
    made.rule.id = id;
    made.rule.kind = RuleKind::Authority;
    made.rule.when = when;
    made.acts = acts;
    made.mode = mode;
    made.who = who;
    return made;
}

Cond test(Fact fact, const QStringList &values)
{
    Cond cond;
    cond.tests.append({{fact, {}}, values, std::nullopt, std::nullopt});
    return cond;
}

void addPeople(Process &process)
{
    RoleDef commander;
    commander.id = u"ic"_s;
    commander.commands = true;
    RoleDef comms;
    comms.id = u"comms"_s;
    RoleDef helper;
    helper.id = u"helper"_s;
    helper.single = false;
    process.roles = {commander, comms, helper};
    ContactDef legal;
    legal.id = u"legal"_s;
    legal.name = u"CY"_s;
    process.contacts = {legal};
    PhaseDef first;
    first.id = u"triage"_s;
    process.phases = {first};
}

void addRules(Process &process)
{
    using enum AuthorityMode;
    process.authorities.append(
        rule(u"e.publish"_s, {Act::UpdateSend, Act::ReplySend}, Only, {u"comms"_s}, test(Fact::Audience, {u"PUBLIC"_s})));
    process.authorities.append(rule(u"e.author"_s, {Act::UpdateSend}, Never, {u"author"_s}, test(Fact::Audience, {u"execs"_s})));
    AuthorityRule approval = rule(u"e.legal"_s, {Act::UpdateSend}, ApprovedBy, {u"legal"_s, u"commander"_s},
                                  test(Fact::Severity, {u"P1"_s}));
    approval.count = Count::Any;
    process.authorities.append(approval);
    AuthorityRule asked = rule(u"e.asked"_s, {Act::UpdateSend}, ApprovedBy, {u"everyone"_s});
    asked.byRequest = true;
    process.authorities.append(asked);
    process.authorities.append(
        rule(u"e.change"_s, {Act::ChangeExecute}, ApprovedBy, {u"ic"_s, u"comms"_s}, test(Fact::ChangeRisk, {u"high"_s})));
    AuthorityRule staged = rule(u"e.staged"_s, {Act::ChangeExecute}, Never, {u"everyone"_s},
                                test(Fact::ChangeStaged, {u"false"_s}));
    staged.rule.passedBy = RuleOverride{{u"ic"_s, u"legal"_s}, true};
    process.authorities.append(staged);
    AuthorityRule unstaged = rule(u"e.unstaged"_s, {Act::ChangeExecute}, Only, {u"everyone"_s},
                                  test(Fact::ChangeKind, {u"flag"_s}));
    unstaged.rule.effect = RuleEffect::Warn;
    unstaged.rule.replaces = {u"e.staged"_s};
    process.authorities.append(unstaged);
    Cond notWhileFilled;
    notWhileFilled.any = {test(Fact::Flag, {u"pii"_s, u"money"_s}), test(Fact::Phase, {u"triage"_s})};
    notWhileFilled.none = {test(Fact::RoleFilled, {u"comms"_s})};
    process.authorities.append(rule(u"e.severity"_s, {Act::SeveritySet, Act::PhaseMove}, Only, {u"commander"_s}, notWhileFilled));
    process.authorities.append(
        rule(u"e.assign"_s, {Act::RoleAssign}, Never, {u"everyone"_s}, test(Fact::ActorRole, {u"helper"_s})));
    process.authorities.append(
        rule(u"e.close"_s, {Act::Close, Act::Resolve, Act::FlagSet}, Only, {u"incoming"_s, u"outgoing"_s, u"ic"_s}));
    process.authorities.append(rule(u"e.keep"_s, {Act::EvidenceRemove}, Never, {u"everyone"_s}));
    process.authorities.append(rule(u"e.post"_s, {Act::EntryPost}, Never, {u"everyone"_s}));
}

} // namespace

QStringList people()
{
    return {u"ana"_s, u"Bo"_s, u"cy"_s, u"Zoë"_s};
}

void giveText(Process &process, const QByteArray &text)
{
    process.text = text;
    process.sha256 = QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

Process processWithEverything()
{
    Process process;
    process.id = u"everything"_s;
    giveText(process, "not a process file: the server reads the table");
    addPeople(process);
    addRules(process);
    return process;
}

RandomEvents::RandomEvents(quint32 seed, const QList<Process> &processes) : m_random(seed)
{
    // The one with everything half of the time.
    m_process = once(2) ? processes.last() : processes.at(below(int(processes.size())));
    m_authority = authorityTable(m_process);
}

int RandomEvents::below(int limit)
{
    return int(m_random() % quint32(limit));
}

QString RandomEvents::one(const QStringList &words)
{
    return words.isEmpty() ? QString() : words.at(below(int(words.size())));
}

QString RandomEvents::login()
{
    return one(test::people());
}

int RandomEvents::count()
{
    return 1 + below(4);
}

QString RandomEvents::person()
{
    const QString name = one(test::people());
    switch (below(8)) {
    case 0: return name.toUpper();
    case 1: return u"dan"_s;
    default: return name;
    }
}

QString RandomEvents::role()
{
    const QString commander = m_process.commander() ? m_process.commander()->id : u"ic"_s;
    QStringList roles = {commander, commander, u"nobody's"_s};
    for (const RoleDef &def : m_process.roles)
        roles.append(def.id);
    return one(roles);
}

QString RandomEvents::known(const QString &type)
{
    return once(10) ? u"nothing"_s : one(m_ids.value(type));
}

QString RandomEvents::held(const ArbiterState &state, const QString &role)
{
    const QStringList holders = state.holdersOf(role);
    return holders.isEmpty() || once(6) ? person() : holders.first();
}

void RandomEvents::remember(const Event &event)
{
    m_ids[event.type].append(event.id);
    m_hashes.insert(event.id, event.body().value(u"hash").toString());
}

QJsonObject RandomEvents::declaration()
{
    QJsonObject body{{u"title"_s, u"Payments fail"_s},
                     {u"process"_s, m_process.id},
                     {u"processHash"_s, m_process.sha256},
                     {u"processText"_s, QString::fromUtf8(m_process.text)}};
    if (once(2))
        body.insert(u"severity"_s, one({u"P1"_s, u"P2"_s, u"SEV4"_s}));
    if (once(5))
        body.insert(u"private"_s, true);
    return body;
}

QJsonObject RandomEvents::people(const QString &type, const ArbiterState &state, const QString &login)
{
    const QString which = role();
    const QString self = once(4) ? person() : once(4) ? login.toUpper() : login;
    if (type == "role.taken"_L1)
        return {{u"role"_s, which}, {u"person"_s, self}, {u"how"_s, u"claim"_s}};
    if (type == "role.assigned"_L1) {
        QJsonObject body{{u"role"_s, which}, {u"person"_s, person()}};
        if (once(2))
            body.insert(u"replaces"_s, held(state, which));
        return body;
    }
    if (type == "role.left"_L1)
        return {{u"role"_s, which}, {u"person"_s, once(8) ? QString() : held(state, which)}};
    if (type == "handover.offered"_L1)
        return {{u"role"_s, which}, {u"from"_s, held(state, which)}, {u"to"_s, person()}};
    if (type == "handover.accepted"_L1 && state.offer && !once(6))
        return {{u"role"_s, state.offer->role}, {u"from"_s, state.offer->from}, {u"to"_s, once(6) ? self : state.offer->to}};
    if (type == "handover.accepted"_L1 || type == "command.takenOver"_L1)
        return {{u"role"_s, which}, {u"from"_s, held(state, which)}, {u"to"_s, self}, {u"why"_s, u"gone"_s}};
    if (type == "handover.declined"_L1 || type == "handover.expired"_L1)
        return {{u"role"_s, state.offer && !once(4) ? state.offer->role : which}};
    if (type == "incident.restricted"_L1)
        return {{u"members"_s, QJsonArray{person(), person()}}};
    return {{u"person"_s, person()}};
}

QJsonObject RandomEvents::papers(const QString &type)
{
    if (type == "update.drafted"_L1 || type == "update.edited"_L1) {
        const QString audience = one({u"public"_s, u"execs"_s, u"customers"_s, u"social"_s, QString()});
        const QString target = once(4) ? one({u"reply/public"_s, u"reply/customers"_s, u"ticket"_s}) : u"update/"_s + audience;
        QJsonObject body{{u"target"_s, target},
                         {u"audience"_s, target.startsWith("update/"_L1) && !once(6) ? audience : QString()},
                         {u"state"_s, one({u"Identified"_s, QString()})},
                         {u"fields"_s, QJsonObject{{u"summary"_s, one({u"down"_s, u"up ü"_s})}}},
                         {u"text"_s, u"x"_s}};
        if (once(2))
            body.insert(u"free"_s, u"words"_s);
        if (once(3))
            body.insert(u"posted"_s, true);
        body.insert(u"hash"_s, once(8) ? u"forged"_s : updateHash(body));
        if (type == "update.edited"_L1)
            body.insert(u"update"_s, known(u"update.drafted"_s));
        return body;
    }
    if (type == "change.proposed"_L1)
        return {{u"text"_s, u"c"_s},
                {u"kind"_s, one({u"deploy"_s, u"flag"_s})},
                {u"risk"_s, one({u"high"_s, u"low"_s, QString()})},
                {u"staged"_s, once(2)},
                {u"hash"_s, one({u"h1"_s, u"h2"_s})}};
    const bool isChange = type.startsWith("change."_L1);
    const QString id = known(isChange ? u"change.proposed"_s : u"update.drafted"_s);
    return {{isChange ? u"change"_s : u"update"_s, id},
            {u"hash"_s, once(6) ? u"other"_s : m_hashes.value(id)},
            {u"via"_s, one({u"copy"_s, u"hand"_s})}};
}

QJsonObject RandomEvents::others(const QString &type)
{
    if (type == "severity.set"_L1)
        return {{u"from"_s, QString()}, {u"to"_s, one({u"P1"_s, u"P2"_s, u"SEV4"_s})}};
    if (type == "phase.moved"_L1)
        return {{u"from"_s, QString()}, {u"to"_s, one({u"triage"_s, u"fix"_s})}};
    if (type == "flag.set"_L1 || type == "flag.cleared"_L1)
        return {{u"flag"_s, one({u"pii"_s, u"money"_s, u"other"_s})}};
    if (type == "rule.overridden"_L1)
        return {{u"rule"_s, once(2) ? u"e.staged"_s : one({u"hdf.staged"_s, u"hdf.friday"_s, u"sre.keep"_s})},
                {u"why"_s, u"must"_s}};
    if (type == "entry.posted"_L1)
        return {{u"kind"_s, u"note"_s}, {u"text"_s, u"t"_s}};
    if (type == "attachment.added"_L1)
        return {{u"sha256"_s, u"00"_s}, {u"name"_s, u"log"_s}, {u"bytes"_s, 1}};
    if (type == "entry.retracted"_L1)
        return {{u"entry"_s, known(once(2) ? u"attachment.added"_s : u"entry.posted"_s)}, {u"why"_s, u"w"_s}};
    if (type == "page.done"_L1)
        return {{u"who"_s, QJsonArray{person()}}, {u"how"_s, u"by hand"_s}};
    if (type == "process.adopted"_L1) {
        QJsonObject body = declaration();
        body.insert(u"why"_s, u"newer"_s);
        if (once(3))
            body.insert(u"processHash"_s, u"forged"_s);
        return body;
    }
    return any(type);
}

// Whatever type there is, with some value for each of its fields.
QJsonObject RandomEvents::any(const QString &type)
{
    QJsonObject body;
    const EventType *known = eventType(type);
    for (QStringView field : known ? known->fields.split(u' ', Qt::SkipEmptyParts) : QList<QStringView>()) {
        const QString name = field.left(field.indexOf(u':')).toString();
        switch (field.at(field.indexOf(u':') + 1).unicode()) {
        case u's': body.insert(name, one({u"ana"_s, u"x"_s, QString()})); break;
        case u'i': body.insert(name, below(9)); break;
        case u'b': body.insert(name, once(2)); break;
        case u'o': body.insert(name, QJsonObject()); break;
        default: body.insert(name, QJsonArray{u"ana"_s}); break;
        }
    }
    return body;
}

// What nobody should write, and what newer consoles may.
void RandomEvents::spoil(QJsonObject &payload, const ArbiterState &state)
{
    if (once(8))
        payload.insert(u"term"_s, once(2) ? state.term : below(4));
    if (once(25))
        payload.insert(u"term"_s, u"1"_s);
    if (once(20))
        payload.insert(u"imported"_s, QJsonObject());
    if (once(15))
        payload.insert(u"by"_s, person());
    if (once(12))
        payload.insert(u"overrides"_s, QJsonArray{u"e.staged"_s, 7});
    if (once(25) && !payload.isEmpty())
        payload.insert(one(payload.keys()), QJsonValue::Null);
    if (once(30) && !payload.isEmpty())
        payload.remove(one(payload.keys()));
}

std::tuple<QString, QJsonObject, QString> RandomEvents::next(const ArbiterState &state, const QString &login)
{
    if (std::exchange(m_first, false))
        return {u"incident.declared"_s, declaration(), login};
    static const QStringList peoples = {u"role.taken"_s,          u"role.taken"_s,        u"role.assigned"_s,
                                        u"role.left"_s,           u"handover.offered"_s,  u"handover.accepted"_s,
                                        u"handover.accepted"_s,   u"handover.declined"_s, u"command.takenOver"_s,
                                        u"incident.restricted"_s, u"member.added"_s,      u"member.removed"_s};
    static const QStringList sheets = {u"update.drafted"_s,       u"update.drafted"_s,  u"update.edited"_s,
                                       u"update.approvalAsked"_s, u"update.approved"_s, u"update.queued"_s,
                                       u"update.sent"_s,          u"update.sent"_s,     u"change.proposed"_s,
                                       u"change.approved"_s,      u"change.executed"_s, u"change.executed"_s};
    static const QStringList rest = {u"severity.set"_s,    u"phase.moved"_s,       u"flag.set"_s,      u"flag.cleared"_s,
                                     u"rule.overridden"_s, u"rule.overridden"_s,   u"entry.posted"_s,  u"attachment.added"_s,
                                     u"entry.retracted"_s, u"process.adopted"_s,   u"page.done"_s,     u"incident.resolved"_s,
                                     u"incident.closed"_s, u"incident.declared"_s, u"somebody.elses"_s};
    QString type;
    QJsonObject payload;
    switch (below(7)) {
    case 0:
    case 1:
        type = one(peoples);
        payload = people(type, state, login);
        break;
    case 2:
    case 3:
    case 4:
        type = one(sheets);
        payload = papers(type);
        break;
    case 5:
        type = one(rest);
        payload = type == "incident.declared"_L1 ? declaration() : others(type);
        break;
    default:
        type = eventTypes().at(below(int(eventTypes().size()))).name.toString();
        payload = any(type);
        break;
    }
    spoil(payload, state);
    return {type, payload, once(25) ? person() : once(20) ? login.toUpper() : login};
}

} // namespace fireline::test
