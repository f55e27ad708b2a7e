// SPDX-License-Identifier: GPL-3.0-or-later
#include "arbiter/arbiter.h"

#include "arbiter/acts.h"
#include "arbiter/authorityrules.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

struct Case
{
    const ArbiterState &state;
    const Event &event;
    const QJsonObject &body;
    const QString &login;

    [[nodiscard]] QString text(QStringView key) const { return body.value(key).toString(); }
    [[nodiscard]] bool commands() const { return hasWord(state.commanders(), login); }
    [[nodiscard]] bool isSingle(const QString &role) const { return state.table.singleRoles.contains(role); }
};

QString judgeClaim(const Case &c)
{
    if (!sameWord(c.text(u"person"), c.login))
        return u"not-yourself"_s;
    const QStringList holders = c.state.holdersOf(c.text(u"role"));
    return c.isSingle(c.text(u"role")) && !holders.isEmpty() && !hasWord(holders, c.login) ? u"held"_s : QString();
}

QString judgeAssignment(const Case &c)
{
    const QString role = c.text(u"role");
    QStringList others = c.state.holdersOf(role);
    others.removeIf([&](const QString &holder) { return sameWord(holder, c.text(u"person")); });
    const bool replaced = others.size() == 1 && role != c.state.table.commander && sameWord(others.first(), c.text(u"replaces"));
    if (c.isSingle(role) && !others.isEmpty() && !replaced)
        return u"held"_s;
    return c.state.isMember(c.text(u"person")) ? QString() : u"not-member"_s;
}

QString judgeOffer(const Case &c)
{
    const QStringList holders = c.state.holdersOf(c.text(u"role"));
    if (!hasWord(holders, c.text(u"from")))
        return u"not-held"_s;
    if (!hasWord(holders, c.login) && !c.commands())
        return u"not-authorised"_s;
    return c.state.isMember(c.text(u"to")) ? QString() : u"not-member"_s;
}

QString judgeAcceptance(const Case &c)
{
    const auto &offer = c.state.offer;
    if (!offer || offer->role != c.text(u"role") || !sameWord(offer->from, c.text(u"from")) || !sameWord(offer->to, c.text(u"to"))
        || !hasWord(c.state.holdersOf(offer->role), offer->from))
        return u"no-offer"_s;
    return sameWord(offer->to, c.login) ? QString() : u"not-yourself"_s;
}

QString judgeTakeover(const Case &c)
{
    if (!sameWord(c.text(u"to"), c.login))
        return u"not-yourself"_s;
    const bool held = c.text(u"role") == c.state.table.commander && hasWord(c.state.commanders(), c.text(u"from"));
    return held ? QString() : u"not-held"_s;
}

QString judgeOverride(const Case &c)
{
    for (const AuthorityOverride &known : c.state.table.overrides) {
        if (known.rule == c.text(u"rule"))
            return isOneOfWho(c.state, c.state.table, c.login, known.by, {}) ? QString() : u"not-authorised"_s;
    }
    return u"no-override"_s;
}

QString judgeCommander(const Case &c, bool declarerMay)
{
    const bool nobody = c.state.commanders().isEmpty();
    const bool may = c.commands() || (nobody && (!declarerMay || sameWord(c.state.declarer, c.login)));
    return may ? QString() : u"not-authorised"_s;
}

QString judgeHolders(const Case &c)
{
    const QString &type = c.event.type;
    if (isFenced(type) && c.body.contains(u"term"_s)
        && (!c.body.value(u"term").isDouble() || c.body.value(u"term").toInteger() != c.state.term))
        return u"stale-term"_s;
    if (type == "role.taken"_L1)
        return judgeClaim(c);
    if (type == "role.assigned"_L1)
        return judgeAssignment(c);
    if (type == "handover.offered"_L1)
        return judgeOffer(c);
    if (type == "handover.accepted"_L1)
        return judgeAcceptance(c);
    if (type == "command.takenOver"_L1)
        return judgeTakeover(c);
    if (type == "rule.overridden"_L1)
        return judgeOverride(c);
    if (type == "process.adopted"_L1)
        return judgeCommander(c, false);
    if (type == "incident.restricted"_L1 || type == "member.added"_L1 || type == "member.removed"_L1)
        return judgeCommander(c, true);
    return {};
}

// The table must be that of the text in the event, and the text the one whose hash is named.
bool isTableOf(const std::optional<AuthorityTable> &table, const QJsonObject &body)
{
    const QString hash = body.value(u"processHash").toString();
    const QByteArray text = body.value(u"processText").toString().toUtf8();
    return table && table->process == hash
           && QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()) == hash;
}

} // namespace

// What was decided under a commander who is not that any more does not count, where the console said under which.
bool isFenced(const QString &type)
{
    static const QStringList fenced = {
        u"role.assigned"_s,      u"role.left"_s,           u"handover.offered"_s,  u"handover.accepted"_s, u"command.takenOver"_s,
        u"severity.set"_s,       u"phase.moved"_s,         u"incident.resolved"_s, u"incident.reopened"_s, u"incident.closed"_s,
        u"incident.withdrawn"_s, u"incident.restricted"_s, u"member.added"_s,      u"member.removed"_s,    u"process.adopted"_s};
    return fenced.contains(type);
}

Ruling Arbiter::take(const Event &event, const QString &login, const QByteArray &authority)
{
    const QJsonObject body = event.body();
    const bool declares = event.type == "incident.declared"_L1;
    const bool sound = isSound(event.type, body);
    if (!sameWord(event.recordedBy, login))
        return {u"recorder"_s, {}};
    if (declares == m_state.declared || (declares && !sound))
        return {m_state.declared ? u"declared"_s : u"not-declared"_s, {}};
    const bool imported = !declares && body.contains(u"imported"_s);
    std::optional<AuthorityTable> table;
    QStringList passed;
    if (sound && !imported) {
        if (declares || event.type == "process.adopted"_L1) {
            table = readAuthorityTable(authority);
            if (!isTableOf(table, body))
                return {u"authority"_s, {}};
        }
        if (const QString reason = judgeHolders({m_state, event, body, login}); !reason.isEmpty())
            return {reason, {}};
        const AuthorityRuling ruling = judgeByRules(m_state, declares ? *table : m_state.table,
                                                    judgedAct(m_state, event.type, body, login), login);
        if (!ruling.reason.isEmpty())
            return {ruling.reason, ruling.rule};
        passed = ruling.passed;
    }
    foldAccepted(m_state, event, login, false, table);
    const QJsonArray named = body.value(u"overrides").toArray();
    for (const QString &rule : std::as_const(passed)) {
        if (!named.contains(QJsonValue(rule)))
            --m_state.overrides[rule];
    }
    return {};
}

void Arbiter::follow(const Event &event, const QString &login, bool adopted, const QByteArray &authority)
{
    foldAccepted(m_state, event, login, adopted, readAuthorityTable(authority));
}

} // namespace fireline::domain
