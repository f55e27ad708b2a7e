// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace fireline::domain {

/// One field of the record as one person set it. A value.
struct FieldSetting
{
    QString field;    ///< "severity", "phase", "field/cause", "order/EVENT/due": the same for whoever sets it
    QJsonValue value; ///< as the event says it
    Event event;
    QJsonObject body; ///< what of the event sets this field alone
    QString by;       ///< who did it
    qint64 place = 0; ///< in the server's order; 0: it has none yet
};

/// A field that several consoles set without having seen one another. A value.
struct ContestedField
{
    FieldSetting inForce;       ///< the last one in the server's order
    QList<FieldSetting> others; ///< with other values, in that order; never empty
};

/// Whether an event of that type sets fields of the record that everybody may set.
[[nodiscard]] bool setsField(const QString &type);
/// In the payload of such an event: how far its author had seen the server's order. Without it nothing is contested.
inline constexpr QStringView seenKey = u"seen";
/// In the payload of an entry.posted: ids of events of which somebody said that they do not count.
inline constexpr QStringView settlesKey = u"settles";

/// Which fields of a shared record are contested: two set one at once, the last in the server's order is in force, and nobody
/// has chosen yet. Who sets the field and has seen both chooses; so does a note that `settles` the other. Follows the events
/// beside the state, as each console does, so that all see the same. A value; one thread at a time.
class ContestedFields
{
public:
    /// In the server's order, then the own events that have no place.
    void follow(const Event &event, qint64 place);
    /// The longest contested first.
    [[nodiscard]] QList<ContestedField> open() const;

private:
    void set(const FieldSetting &setting, std::optional<qint64> seen);
    void settle(const QString &eventId);

    QHash<QString, ContestedField> m_fields;
};

} // namespace fireline::domain
