// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles/relief.h"

#include "entry/entry.h"
#include "process/deputy.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Relief)
};

bool proposesHandover(const QList<EffectSpec> &effects, const QString &role)
{
    return std::any_of(effects.begin(), effects.end(), [&](const EffectSpec &effect) {
        return effect.kind == EffectKind::Propose && effect.propose == ProposeKind::Handover && effect.proposed == role;
    });
}

/// A flag that makes the condition hold, wherever in it it stands.
QString flagIn(const Cond &cond)
{
    for (const FactTest &test : cond.tests) {
        if (test.fact.fact == Fact::Flag && !test.values.isEmpty())
            return test.values.first();
    }
    for (const Cond &part : cond.any) {
        if (const QString flag = flagIn(part); !flag.isEmpty())
            return flag;
    }
    return {};
}

QString reliefFlag(const QString &role, const Process &process)
{
    for (const LadderRule &ladder : process.ladders) {
        for (const Rung &rung : ladder.rungs) {
            if (const QString flag = flagIn(ladder.rule.when); !flag.isEmpty() && proposesHandover(rung.effects, role))
                return flag;
        }
    }
    return {};
}

bool samePerson(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// The latest that stands since they have the role.
const Entry *askingEntry(const Holding &holding, const IncidentState &state)
{
    if (!state.tags.contains(reliefTag, Qt::CaseInsensitive))
        return nullptr;
    for (auto entry = state.entries.rbegin(); entry != state.entries.rend() && entry->recordedAt >= holding.since; ++entry) {
        if (!entry->retracted && entry->at >= holding.since && entry->tags.contains(reliefTag, Qt::CaseInsensitive)
            && samePerson(entry->actor, holding.person))
            return &*entry;
    }
    return nullptr;
}

Command byPerson(Verb verb, const QString &person, const QJsonObject &args, const IncidentFeed &feed)
{
    return {verb, {}, samePerson(person, feed.profile()) ? QString() : person, args};
}

} // namespace

QStringList deputiesOf(const QString &role, const IncidentState &state)
{
    QStringList deputies = state.holders(deputyOf(role));
    for (const QString &holder : state.holders(role))
        deputies.removeAll(holder);
    return deputies;
}

Relief reliefOf(const Holding &holding, const IncidentFeed &feed)
{
    const IncidentState &state = feed.state();
    const auto &handover = state.handover;
    if (!state.open() || (handover && handover->state == Handover::State::Running && handover->role == holding.role))
        return {};
    const QString deputy = deputiesOf(holding.role, state).value(0);
    const QString flag = reliefFlag(holding.role, feed.process());
    if (const Instant set = state.flags.value(flag); !flag.isEmpty() && set.isSet() && set >= holding.since)
        return {set, deputy};
    const Entry *entry = askingEntry(holding, state);
    if (!entry)
        return {};
    const auto order = std::find_if(state.orders.begin(), state.orders.end(),
                                    [&](const Order &each) { return each.eventId == entry->eventId; });
    if (order == state.orders.end())
        return {entry->at, deputy};
    if (order->state == Order::State::Cancelled)
        return {};
    return {entry->at, order->state == Order::State::Failed || samePerson(order->owner, holding.person) ? deputy : order->owner};
}

QString reliefLine(const QString &role, const QString &person, const IncidentFeed &feed)
{
    if (role.isEmpty() || person.isEmpty())
        return {};
    const Process &process = feed.process();
    if (const QString flag = reliefFlag(role, process); !flag.isEmpty())
        return formatEntry(byPerson(Verb::Flag, person, {{u"id"_s, flag}}, feed)) + u' ';
    const RoleDef *commander = process.commander();
    QString asked = deputiesOf(role, feed.state()).value(0);
    if (asked.isEmpty() && commander && commander->id != role)
        asked = feed.state().holders(commander->id).value(0);
    const QString name = roleTitle(role, process);
    const QJsonArray tags{reliefTag.toString()};
    if (asked.isEmpty() || samePerson(asked, person))
        return formatEntry(byPerson(
            Verb::Note, person, {{u"text"_s, Text::tr("%1 asks for relief as %2").arg(person, name)}, {u"tags"_s, tags}}, feed));
    return formatEntry(byPerson(Verb::Ask, person,
                                {{u"who"_s, QJsonArray{asked}},
                                 {u"text"_s, Text::tr("relieve %1 as %2").arg(person, name)},
                                 {u"tags"_s, tags},
                                 {u"dueUs"_s, process.defaults.now.us}},
                                feed));
}

} // namespace fireline::models
