// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/alertoffers.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Alert;
using domain::Command;
using domain::Verb;

namespace {

QString firstOf(const AlertLabels &texts, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (const QString text = texts.value(name.toString()).simplified(); !text.isEmpty())
            return text;
    }
    return {};
}

/// With the same value in all alerts that have not cleared: what is of one of them alone says nothing of the incident.
AlertLabels commonLabels(const InboxGroup &group)
{
    AlertLabels common = group.alerts.first().labels;
    for (const InboxAlert &alert : group.alerts) {
        if (alert.state != InboxAlert::State::Cleared)
            common.removeIf([&alert](const auto &label) { return alert.labels.value(label.key()) != label.value(); });
    }
    return common;
}

} // namespace

Command linkCommand(const InboxAlert &alert)
{
    QJsonObject fields;
    for (auto it = alert.labels.begin(); it != alert.labels.end(); ++it) {
        if (it.key() != "alertname"_L1)
            fields.insert(it.key(), it.value());
    }
    for (const QString &name : {u"type"_s, u"cause"_s, u"summary"_s}) {
        if (const QString text = alert.annotations.value(name); !text.isEmpty() && !fields.contains(name))
            fields.insert(name, text);
    }
    fields.insert(u"fingerprint"_s, alert.fingerprint);
    Command command;
    command.verb = Verb::Alert;
    command.at = alert.startsAt;
    command.args = {{u"id"_s, alert.name}, {u"fields"_s, fields}};
    if (!alert.origin.isEmpty())
        command.args.insert(u"source"_s, alert.origin);
    return command;
}

std::optional<Command> followCommand(const InboxAlert &alert, const Alert &recorded)
{
    if (alert.stale)
        return {};
    // Not one that somebody called cleared while its source went on.
    if (recorded.state == Alert::State::Cleared)
        return alert.state != InboxAlert::State::Cleared && alert.startsAt > recorded.endedAt ? std::optional(linkCommand(alert))
                                                                                              : std::nullopt;
    Command command;
    command.args = {{u"ref"_s, recorded.id}};
    if (alert.state == InboxAlert::State::Cleared) {
        command.verb = Verb::ClearAlert;
        command.at = alert.endsAt;
        return command;
    }
    if (alert.state == InboxAlert::State::Silenced && recorded.state != Alert::State::Silenced) {
        command.verb = Verb::SilenceAlert;
        return command;
    }
    return {};
}

DeclarationOffer declarationFrom(const InboxGroup &group)
{
    const InboxAlert &first = group.alerts.first();
    DeclarationOffer offer;
    offer.title = firstOf(first.annotations, {u"summary", u"title", u"message", u"description"});
    if (offer.title.isEmpty()) {
        const QString where = firstOf(first.labels, {u"service", u"job", u"instance"});
        offer.title = where.isEmpty() ? group.name : u"%1: %2"_s.arg(group.name, where);
    }
    offer.severity = firstOf(first.labels, {u"severity", u"priority"});
    offer.labels = commonLabels(group);
    offer.impactStart = group.startsAt;
    for (const InboxAlert &alert : group.alerts) {
        if (alert.state != InboxAlert::State::Cleared)
            offer.links.append(linkCommand(alert));
    }
    return offer;
}

} // namespace fireline::models
