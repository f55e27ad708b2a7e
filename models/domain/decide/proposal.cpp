// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/proposal.h"

#include "rules/who.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::domain {

Asking::Asking(const DecideInput &input, const Command &command)
    : m_input(input)
    , m_command(command)
    , m_by(command.by.isEmpty() ? input.typist : command.by)
    , m_at(command.at.isSet() ? command.at : input.now)
{
}

RuleContext Asking::context(const ActAtHand &atHand) const
{
    ActAtHand full = atHand;
    full.actor = m_by;
    return {m_input.state, m_input.process, m_input.now, full};
}

EventDraft Asking::event(const QString &type, const QJsonObject &payload) const
{
    QJsonObject body = payload;
    if (m_by != m_input.typist)
        body.insert(u"by"_s, m_by);
    for (const QString &key : {u"tags"_s, u"flags"_s}) {
        const QJsonArray values = m_command.args.value(key).toArray();
        if (!values.isEmpty())
            body.insert(key, values);
    }
    return {type, body, m_at};
}

Proposal Asking::propose(const QString &type, const QJsonObject &payload, std::optional<Act> act) const
{
    Proposal proposal;
    proposal.events = {event(type, payload)};
    proposal.act = act;
    proposal.atHand.handsOn = m_command.args.value(u"flags").toArray().contains(u"handson"_s);
    return proposal;
}

QStringList Asking::whoWords() const
{
    QStringList words;
    for (const QJsonValue &value : m_command.args.value(u"who").toArray())
        words.append(value.toString().trimmed());
    words.removeAll(QString());
    return words;
}

QStringList Asking::whoPeople() const
{
    QStringList people;
    for (const QString &word : whoWords()) {
        if (word.compare("me"_L1, Qt::CaseInsensitive) == 0) {
            people.append(m_by);
            continue;
        }
        const QString role = roleOrContact(process(), word);
        const QStringList holders = role.isEmpty() ? QStringList{word} : peopleOf(role, context());
        people.append(holders.isEmpty() ? QStringList{role} : holders);
    }
    return people;
}

Problem refusal(const QString &code, const QString &text, const Envelope *rule)
{
    return {Problem::Kind::Refused, code, text, {}, rule ? rule->id : QString(), rule ? rule->cite() : QString()};
}

Problem noSuch(const QString &what, const QString &ref, const QStringList &known)
{
    const QString asked = ref.isEmpty() ? QCoreApplication::translate("Decide", "Name a %1.").arg(what)
                                        : QCoreApplication::translate("Decide", "There is no %1 \"%2\".").arg(what, ref);
    const QString remedy = known.isEmpty() ? QString()
                                           : QCoreApplication::translate("Decide", " There are: %1.").arg(known.join(u", "_s));
    return {Problem::Kind::Usage, u"unknown"_s, asked + remedy, {}, {}, {}};
}

} // namespace fireline::domain
