// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace fireline::models {

using AlertLabels = QMap<QString, QString>;

/// An alert as a source has it. A value.
struct ArrivedAlert
{
    QString fingerprint; ///< the same for the same labels, whichever source tells it
    AlertLabels labels;
    AlertLabels annotations;
    domain::Instant startsAt;
    domain::Instant endsAt; ///< it counts as over from here on; unset: nobody knows
    bool silenced = false;  ///< or inhibited by another
    QString link;           ///< to its expression; empty where the source has none
    QStringList silences;   ///< ids of those that can be ended; none where another alert holds it back
};

/// What one source said when it was last asked. A value.
struct SourceReading
{
    QString source;     ///< "Alertmanager at alerts.example": by this the record knows it
    domain::Instant at; ///< unset: it never answered
    bool stale = false; ///< it did not answer since
    QList<ArrivedAlert> alerts;
    QString why = {};  ///< it did not answer, for people
    QString name = {}; ///< what people here call it; empty: nothing

    [[nodiscard]] const QString &called() const { return name.isEmpty() ? source : name; }
};

/// An alert in the inbox: what the sources and the record together say of it. A value.
struct InboxAlert
{
    /// The most urgent first.
    enum class State { Firing, Acknowledged, Silenced, Cleared };

    QString fingerprint;
    QString name;
    AlertLabels labels;
    AlertLabels annotations;
    State state = State::Firing;
    domain::Instant startsAt;
    domain::Instant endsAt; ///< of a cleared one
    QStringList sources;    ///< that have it now, as people call them
    QString link;
    QString record;       ///< "L3" where it is linked to the incident; else empty
    bool stale = false;   ///< no source that has answered lately knows of it
    QStringList silences; ///< ids, of those that can be ended
    QString origin = {};  ///< the first of its sources, as the record knows it

    bool operator==(const InboxAlert &) const = default;
};

/// A page about an alert, as its source names it: a dashboard (Grafana), a playbook, its expression. A value.
struct AlertLink
{
    QString name; ///< of the annotation; empty: its expression at the source
    QString address;

    bool operator==(const AlertLink &) const = default;
};

/// Dashboards first, its expression last; each address once. What is no http address is none: nothing else is opened. Pure.
[[nodiscard]] QList<AlertLink> linksOf(const AlertLabels &annotations, const QString &expression);

/// Alerts that are told together. A value.
struct InboxGroup
{
    QString name;
    QList<InboxAlert> alerts;                             ///< the most urgent first, then the latest
    InboxAlert::State state = InboxAlert::State::Cleared; ///< of the most urgent
    domain::Instant startsAt;                             ///< the earliest of those that are not cleared; else of all
    int open = 0;                                         ///< not cleared
};

} // namespace fireline::models
