// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringView>

namespace fireline::domain {

/// One type of event: how its payload is shaped, which kind of timeline row it makes and which act it is the fact of.
/// Adding an event type begins here (CONTRIBUTING.md). Static data; any thread.
struct EventType
{
    QStringView name;
    QStringView kind; ///< timeline kind; "*" = the payload's own "kind"; empty = no row
    QStringView act;  ///< act of the vocabulary; empty where none
    /// Fields as "name:type", blank-separated; types s (text), i (integer), b (boolean), o (object), a (array); a trailing
    /// "?" marks a field that may be absent. Fields that are not named are kept: a newer console may have written them.
    QStringView fields;

    /// Whether every named field is there with its type.
    [[nodiscard]] bool accepts(const QJsonObject &body) const;
};

/// Every type this version knows.
[[nodiscard]] const QList<EventType> &eventTypes();
/// Null for a type that this version does not know.
[[nodiscard]] const EventType *eventType(QStringView name);
/// The closed list of timeline kinds.
[[nodiscard]] const QList<QStringView> &timelineKinds();

} // namespace fireline::domain
