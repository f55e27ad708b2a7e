// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "state/moments.h"
#include "state/records.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

namespace fireline::domain {

/// What the events of one incident add up to. Changed by apply() alone; holds no rule and knows no process, so that a
/// replay needs nothing but the events. A value (implicitly shared); one thread at a time.
struct IncidentState
{
    // identity
    QString id;
    QString title;
    QString processId;
    QString processHash;
    QString processText;
    QJsonObject declaration; ///< the payload of incident.declared without the process text
    bool drill = false;
    bool isPrivate = false;
    QString declaredBy;
    QStringList members; ///< who may see it while it is private, as the one judge counts them
    qint64 eventCount = 0;

    // life
    Instant declaredAt;
    Instant withdrawnAt;
    Instant begunAt;
    Instant resolvedAt;
    Instant closedAt;
    std::optional<bool> real; ///< answered "real, not a false alarm"?
    QString severity;         ///< empty: not yet assessed
    QString phase;            ///< empty: the process's first
    QMap<QString, Instant> flags;
    QJsonObject fields;            ///< field/F: last stated value of each field
    QHash<QString, Instant> forms; ///< when a record of a form was last made

    // impact
    Instant impactStart;
    Instant impactEnd;
    QMap<QString, QString> impact; ///< users, cost, regions, spreading …
    QList<Statement> statements;   ///< what impact, whys and factors are made of

    // people
    QList<Holding> holdings;
    QSet<QString> people; ///< everybody who did or was given something
    QHash<QString, Instant> lastSeen;
    std::optional<Handover> handover;          ///< the latest
    QHash<QString, QList<Handover>> handovers; ///< ended ones, by role

    // work
    QList<Order> orders;
    QList<Hypothesis> hypotheses;
    QList<Change> changes;
    QList<Mitigation> mitigations;
    QList<DecisionRecord> decisions;
    QList<Poll> polls;
    QList<Update> updates;
    QList<Alert> alerts;
    QList<CustomerReport> reports;
    QList<ActionItemRecord> actionItems;
    QHash<QString, ReviewRecord> reviews;
    QStringList whys;
    QStringList factors;

    // the process's own bookkeeping
    QHash<QString, ListRecord> lists;
    QHash<QString, QMap<int, ItemMark>> gates;
    QHash<QString, SystemFact> systems; ///< "slack.channel"
    QList<RungMark> rungs;
    QHash<QString, Snooze> snoozes;             ///< by clock id
    QHash<QString, Span> cadences;              ///< item to the interval set by hand
    QHash<QString, QList<Instant>> overrides;   ///< rule id: given and not yet used
    QHash<QString, int> overridden;             ///< rule id: how often in all
    QHash<QString, int> breaches;               ///< rule id (or "change"): how often
    QHash<QString, Instant> actsDone;           ///< act word to the latest time it was done
    QList<QPair<QString, Instant>> severityLog; ///< (severity, when), in order

    // record
    QList<Entry> entries;
    QHash<QString, int> entryByEvent;
    QStringList tags; ///< each one used so far, in order
    MomentLog moments;
    QList<QPair<QString, QString>> pages; ///< (who, how), in order

    [[nodiscard]] bool declared() const { return declaredAt.isSet(); }
    /// Declared, and neither withdrawn nor closed.
    [[nodiscard]] bool open() const { return declared() && !withdrawnAt.isSet() && !closedAt.isSet(); }
    /// It is not private, or they are one of its members.
    [[nodiscard]] bool maySee(const QString &person) const;
    [[nodiscard]] QStringList holders(const QString &role) const;
    [[nodiscard]] QStringList rolesOf(const QString &person) const;

    [[nodiscard]] const Order *order(QStringView ref) const;
    [[nodiscard]] const Hypothesis *hypothesis(QStringView ref) const;
    [[nodiscard]] const Change *change(QStringView ref) const;
    [[nodiscard]] const Mitigation *mitigation(QStringView ref) const;
    [[nodiscard]] const DecisionRecord *decision(QStringView ref) const;
    [[nodiscard]] const Poll *poll(QStringView ref) const;
    [[nodiscard]] const Update *update(QStringView ref) const;
    [[nodiscard]] const Alert *alert(QStringView ref) const;
    [[nodiscard]] const ActionItemRecord *actionItem(QStringView ref) const;
    /// "E7" is the seventh row ever written to the timeline; also takes an event id.
    [[nodiscard]] const Entry *entry(QStringView ref) const;
};

/// Adds one event. Total and deterministic: an event of unknown type or with a broken payload is counted, kept as a row of
/// kind "system", and changes nothing else.
void apply(IncidentState &state, const Event &event);

} // namespace fireline::domain
