// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

#include <QJsonArray>

namespace fireline::domain {

class EntryNames;

/// One event on its way into the state: what every handler needs, read once. Lives for one apply().
struct ApplyContext
{
    IncidentState &state;
    const Event &event;
    QJsonObject body;
    QString actor;
    const EntryNames *names = nullptr; ///< not owned; null: rows show ids

    [[nodiscard]] QString text(QStringView key) const { return body.value(key).toString(); }
    [[nodiscard]] Instant instant(QStringView key) const { return {body.value(key).toInteger()}; }
    [[nodiscard]] QStringList texts(QStringView key) const;
    /// Marks a moment of the process vocabulary at the event's time of occurrence.
    void moment(const QString &key, const QString &item = {}) const;
    void moment(const QString &key, Instant at, const QString &item = {}) const;
    void seen(const QString &person) const;
    void knowTag(const QString &tag) const;
    /// Notes that the forms were filled of which the record lacks nothing.
    void takeForms() const;
    /// Takes over the values of "fields" as facts and notes that the record's form was made.
    void takeFields() const;
};

using ApplyHandler = void (*)(const ApplyContext &);

// One table per group of event types; apply() joins them.
[[nodiscard]] QHash<QString, ApplyHandler> lifeHandlers();
[[nodiscard]] QHash<QString, ApplyHandler> peopleHandlers();
[[nodiscard]] QHash<QString, ApplyHandler> workHandlers();
[[nodiscard]] QHash<QString, ApplyHandler> communicationHandlers();
[[nodiscard]] QHash<QString, ApplyHandler> recordHandlers();
[[nodiscard]] QHash<QString, ApplyHandler> afterHandlers();

/// "A" and the count so far: the next short id of a list of objects.
template<typename T>
QString nextShortId(QLatin1Char letter, const QList<T> &objects)
{
    return letter + QString::number(objects.size() + 1);
}

/// The object a payload refers to, by its event id; null when there is none.
template<typename T>
T *findByEvent(QList<T> &objects, const QString &eventId)
{
    for (T &object : objects) {
        if (object.eventId == eventId)
            return &object;
    }
    return nullptr;
}

} // namespace fireline::domain
