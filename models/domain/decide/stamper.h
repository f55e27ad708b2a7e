// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "core/idsource.h"
#include "decide/decide.h"

namespace fireline::domain {

/// Turns decided drafts into events: ids, hybrid clock, author's chain, hash. One per opening of an incident, whose device is
/// its own; one thread; owned by the session. A batch that could not be written is taken back with restore().
class EventStamper
{
public:
    struct Mark
    {
        Hlc hlc;
        qint64 deviceSeq = 0;
        QByteArray prevHash = zeroHash();
    };

    EventStamper(IdSource &ids, QString device, QString recordedBy);

    void setIncident(const QString &incident) { m_incident = incident; }
    [[nodiscard]] const QString &incident() const { return m_incident; }

    /// Follows an event of the record: its clock always, its chain when this device wrote it and nothing since.
    void follow(const Event &event, Instant now);

    /// Problem::Usage when a payload cannot be stored (toCanonicalJson); nothing has moved then.
    [[nodiscard]] Outcome<QList<Event>> stamp(const QList<EventDraft> &drafts, Instant now);

    [[nodiscard]] Mark mark() const { return m_at; }
    void restore(const Mark &mark) { m_at = mark; }

private:
    IdSource &m_ids;
    QString m_device;
    QString m_recordedBy;
    QString m_incident;
    Mark m_at;
};

} // namespace fireline::domain
