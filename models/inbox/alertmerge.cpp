// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/alertmerge.h"

#include <QHash>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Alert;
using domain::Instant;

namespace {

using State = InboxAlert::State;

QString nameOf(const AlertLabels &labels, const QString &otherwise)
{
    const QString name = labels.value(u"alertname"_s);
    return name.isEmpty() ? otherwise : name;
}

/// What all sources together say of one fingerprint.
struct Told
{
    InboxAlert alert;
    bool silenced = false;
    bool fires = false; ///< any source has it, and not as ended
    bool fresh = false; ///< any of those has answered lately
    Instant ended;
};

void take(Told &told, const SourceReading &reading, const ArrivedAlert &arrived)
{
    InboxAlert &alert = told.alert;
    const bool first = alert.fingerprint.isEmpty();
    const bool ended = arrived.endsAt.isSet() && arrived.endsAt <= reading.at;
    if (first || (arrived.startsAt.isSet() && arrived.startsAt < alert.startsAt))
        alert.startsAt = arrived.startsAt;
    if (first) {
        alert.fingerprint = arrived.fingerprint;
        alert.labels = arrived.labels;
        alert.name = nameOf(arrived.labels, arrived.fingerprint);
    }
    for (auto it = arrived.annotations.begin(); it != arrived.annotations.end(); ++it) {
        if (!alert.annotations.contains(it.key()))
            alert.annotations.insert(it.key(), it.value());
    }
    if (alert.link.isEmpty())
        alert.link = arrived.link;
    if (alert.origin.isEmpty())
        alert.origin = reading.source;
    if (!alert.sources.contains(reading.called()))
        alert.sources.append(reading.called());
    alert.silences += arrived.silences;
    told.silenced = told.silenced || arrived.silenced;
    told.fires = told.fires || !ended;
    told.fresh = told.fresh || !reading.stale;
    if (ended)
        told.ended = std::max(told.ended, arrived.endsAt);
}

State recordedState(Alert::State state)
{
    switch (state) {
    case Alert::State::Firing: return State::Firing;
    case Alert::State::Acknowledged: return State::Acknowledged;
    case Alert::State::Silenced: return State::Silenced;
    case Alert::State::Cleared: return State::Cleared;
    }
    return State::Firing;
}

/// What the sources and an open record of it, if there is one, come to.
InboxAlert judged(Told told, const Alert *recorded)
{
    InboxAlert alert = std::move(told.alert);
    alert.stale = !told.fresh;
    if (recorded)
        alert.record = recorded->id;
    if (!told.fires) {
        alert.state = State::Cleared;
        alert.endsAt = told.ended;
    } else if (told.silenced) {
        alert.state = State::Silenced;
    } else {
        alert.state = recorded && recorded->acknowledged ? State::Acknowledged : State::Firing;
    }
    return alert;
}

/// One that no source has.
InboxAlert fromRecord(const Alert &recorded, const QList<SourceReading> &readings)
{
    InboxAlert alert;
    alert.fingerprint = recorded.fingerprint;
    alert.name = recorded.name;
    for (auto it = recorded.labels.begin(); it != recorded.labels.end(); ++it)
        alert.labels.insert(it.key(), it.value().toString());
    alert.state = recordedState(recorded.state);
    alert.startsAt = recorded.firedAt;
    alert.endsAt = recorded.endedAt;
    alert.record = recorded.id;
    if (alert.state == State::Cleared)
        return alert;
    for (const SourceReading &reading : readings) {
        if (reading.source != recorded.source)
            continue;
        alert.stale = reading.stale;
        if (!reading.stale) {
            alert.state = State::Cleared;
            alert.endsAt = reading.at;
        }
    }
    return alert;
}

bool before(const InboxAlert &a, const InboxAlert &b)
{
    return std::tuple(a.state, -a.startsAt.us, a.name, a.fingerprint)
           < std::tuple(b.state, -b.startsAt.us, b.name, b.fingerprint);
}

InboxGroup groupOf(const QString &name, QList<InboxAlert> alerts)
{
    std::sort(alerts.begin(), alerts.end(), before);
    InboxGroup group;
    group.name = name;
    group.state = alerts.first().state;
    for (const InboxAlert &alert : alerts) {
        const bool open = alert.state != State::Cleared;
        group.open += open ? 1 : 0;
        if ((open || group.open == 0) && (!group.startsAt.isSet() || alert.startsAt < group.startsAt))
            group.startsAt = alert.startsAt;
    }
    group.alerts = std::move(alerts);
    return group;
}

} // namespace

QList<InboxAlert> mergeAlerts(const QList<SourceReading> &readings, const QList<Alert> &recorded)
{
    QList<Told> all;
    QHash<QString, qsizetype> places;
    for (const SourceReading &reading : readings) {
        for (const ArrivedAlert &arrived : reading.alerts) {
            const auto at = places.constFind(arrived.fingerprint);
            const qsizetype place = at != places.constEnd() ? *at : all.size();
            if (place == all.size()) {
                places.insert(arrived.fingerprint, place);
                all.append(Told());
            }
            take(all[place], reading, arrived);
        }
    }
    QHash<QString, const Alert *> open;
    QList<InboxAlert> merged;
    for (const Alert &alert : recorded) {
        if (!places.contains(alert.fingerprint))
            merged.append(fromRecord(alert, readings));
        else if (alert.state != Alert::State::Cleared)
            open.insert(alert.fingerprint, &alert);
    }
    for (const Told &told : all)
        merged.append(judged(told, open.value(told.alert.fingerprint)));
    std::sort(merged.begin(), merged.end(), before);
    return merged;
}

QList<InboxGroup> groupAlerts(const QList<InboxAlert> &alerts, const QStringList &byLabels)
{
    QMap<QStringList, QList<InboxAlert>> byKey;
    for (const InboxAlert &alert : alerts) {
        QStringList key = {alert.name};
        for (const QString &label : byLabels)
            key.append(alert.labels.value(label));
        byKey[key].append(alert);
    }
    QList<InboxGroup> groups;
    for (auto it = byKey.begin(); it != byKey.end(); ++it)
        groups.append(groupOf(it.key().first(), it.value()));
    std::stable_sort(groups.begin(), groups.end(), [](const InboxGroup &a, const InboxGroup &b) {
        return std::tuple(a.state, -a.startsAt.us, a.name) < std::tuple(b.state, -b.startsAt.us, b.name);
    });
    return groups;
}

QList<AlertLink> linksOf(const AlertLabels &annotations, const QString &expression)
{
    QList<AlertLink> all;
    const auto add = [&all](const QString &name, const QString &text, bool first) {
        const QUrl url(text.trimmed(), QUrl::StrictMode);
        const bool isPage = url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
        const bool known = std::any_of(all.begin(), all.end(),
                                       [&](const AlertLink &link) { return link.address == url.toString(); });
        if (isPage && !known)
            all.insert(first ? 0 : all.size(), {name, url.toString()});
    };
    for (auto it = annotations.begin(); it != annotations.end(); ++it)
        add(it.key(), it.value(), it.key().contains("dashboard"_L1, Qt::CaseInsensitive) || it.value().contains("grafana"_L1));
    add({}, expression, false);
    return all;
}

} // namespace fireline::models
