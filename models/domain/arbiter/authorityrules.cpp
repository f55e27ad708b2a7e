// SPDX-License-Identifier: GPL-3.0-or-later
#include "arbiter/authorityrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

/// Everything one question needs.
struct Question
{
    const ArbiterState &state;
    const AuthorityTable &table;
    const JudgedAct &act;
    const QString &login;
};

QStringList peopleOf(const Question &q, const QString &who, const QString &author)
{
    if (who == "commander"_L1)
        return q.state.holdersOf(q.table.commander);
    if (who == "incoming"_L1 || who == "outgoing"_L1)
        return q.state.offer ? QStringList{who == "incoming"_L1 ? q.state.offer->to : q.state.offer->from} : QStringList();
    if (who == "author"_L1)
        return author.isEmpty() ? QStringList() : QStringList{author};
    return q.state.holdersOf(who);
}

bool isContact(const Question &q, const QString &person, const QString &who)
{
    return std::any_of(q.table.contacts.begin(), q.table.contacts.end(), [&](const auto &contact) {
        return contact.first == who && (sameWord(contact.first, person) || sameWord(contact.second, person));
    });
}

bool isOne(const Question &q, const QString &person, const QStringList &who)
{
    return std::any_of(who.begin(), who.end(), [&](const QString &word) {
        return word == "everyone"_L1 || isContact(q, person, word) || hasWord(peopleOf(q, word, q.act.author), person);
    });
}

QStringList wordsOf(const Question &q, const QString &fact)
{
    const auto word = [](const QString &text) { return text.isEmpty() ? QStringList() : QStringList{text}; };
    if (fact == "severity"_L1)
        return word(q.state.severity);
    if (fact == "phase"_L1)
        return word(q.state.phase.isEmpty() ? q.table.firstPhase : q.state.phase);
    if (fact == "flag"_L1)
        return q.state.flags;
    if (fact == "audience"_L1)
        return word(q.act.audience);
    if (fact == "change.kind"_L1)
        return word(q.act.kind);
    if (fact == "change.risk"_L1)
        return word(q.act.risk);
    if (fact == "change.staged"_L1)
        return word(q.act.staged);
    QStringList roles;
    for (const RoleHolder &holder : q.state.holders) {
        if (fact == "role.filled"_L1 || (fact == "actor.role"_L1 && sameWord(holder.person, q.login)))
            roles.append(holder.role);
    }
    if (fact == "actor.role"_L1 && hasWord(q.state.holdersOf(q.table.commander), q.login))
        roles.append(u"commander"_s);
    return roles;
}

bool holds(const Question &q, const AuthorityCond &cond)
{
    const auto met = [&](const AuthorityCond &c) { return holds(q, c); };
    return std::all_of(cond.tests.begin(), cond.tests.end(),
                       [&](const AuthorityTest &test) {
                           const QStringList words = wordsOf(q, test.fact);
                           return std::any_of(test.values.begin(), test.values.end(),
                                              [&](const QString &value) { return hasWord(words, value); });
                       })
           && (cond.any.isEmpty() || std::any_of(cond.any.begin(), cond.any.end(), met))
           && std::none_of(cond.none.begin(), cond.none.end(), met);
}

bool isReplaced(const Question &q, const AuthorityLine &rule)
{
    return std::any_of(q.table.rules.begin(), q.table.rules.end(), [&](const AuthorityLine &other) {
        return other.replaces.contains(rule.id) && other.acts.contains(q.act.act) && holds(q, other.when);
    });
}

bool isApproved(const Question &q, const AuthorityLine &rule)
{
    if (rule.byRequest && !(q.act.paper && (q.act.paper->asked || q.act.paper->isChange)))
        return true;
    const auto gaveIt = [&](const QString &who) {
        return q.act.paper && std::any_of(q.act.paper->consents.begin(), q.act.paper->consents.end(), [&](const Consent &c) {
                   return c.hash == q.act.paper->hash && isOne(q, c.login, {who});
               });
    };
    return rule.anyOf ? std::any_of(rule.who.begin(), rule.who.end(), gaveIt)
                      : std::all_of(rule.who.begin(), rule.who.end(), gaveIt);
}

QString against(const Question &q, const AuthorityLine &rule)
{
    if (rule.mode == "only"_L1)
        return isOne(q, q.login, rule.who) ? QString() : u"not-authorised"_s;
    if (rule.mode == "never"_L1)
        return isOne(q, q.login, rule.who) ? u"not-allowed"_s : QString();
    return isApproved(q, rule) ? QString() : u"not-approved"_s;
}

} // namespace

AuthorityRuling judgeByRules(const ArbiterState &state, const AuthorityTable &table, const JudgedAct &act, const QString &login)
{
    AuthorityRuling ruling;
    if (act.act.isEmpty())
        return ruling;
    const Question q{state, table, act, login};
    for (const AuthorityLine &rule : table.rules) {
        if (rule.effect != "refuse"_L1 || !rule.acts.contains(act.act) || !holds(q, rule.when) || isReplaced(q, rule))
            continue;
        const QString reason = against(q, rule);
        if (reason.isEmpty())
            continue;
        if (state.overrides.value(rule.id) > 0) {
            ruling.passed.append(rule.id);
            continue;
        }
        return {reason, rule.id, {}};
    }
    return ruling;
}

bool isOneOfWho(const ArbiterState &state, const AuthorityTable &table, const QString &login, const QStringList &who,
                const QString &author)
{
    JudgedAct act;
    act.author = author;
    return isOne({state, table, act, login}, login, who);
}

} // namespace fireline::domain
