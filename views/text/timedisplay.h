// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QObject>
#include <QTimeZone>

namespace fireline::views {

/// The zone in which the whole window shows times: UTC or local, switched by one key (ux 2.6, Ctrl+T). GUI thread; owned by
/// the window, outlives its panels.
class TimeDisplay : public QObject
{
    Q_OBJECT
public:
    explicit TimeDisplay(QTimeZone local = QTimeZone::systemTimeZone(), QObject *parent = nullptr);

    [[nodiscard]] bool isUtc() const { return m_utc; }
    void setUtc(bool utc);
    /// Which day is today: the incident's time, which is not this computer's in a drill.
    void setNow(domain::Instant now);
    [[nodiscard]] QTimeZone zone() const { return m_utc ? QTimeZone::utc() : m_local; }
    [[nodiscard]] QTimeZone local() const { return m_local; }

    /// "14:05:09", always 24 hours.
    [[nodiscard]] QString time(domain::Instant t) const;
    /// "14:05".
    [[nodiscard]] QString minute(domain::Instant t) const;
    /// The same, and with its date where that is not today's: "2025-03-06 14:05". For what is acted on or looked back at.
    [[nodiscard]] QString dayMinute(domain::Instant t) const;
    /// "2025-03-04 14:05:09 UTC" or with the local abbreviation.
    [[nodiscard]] QString full(domain::Instant t) const;
    /// "2025-03-04", the day in the shown zone.
    [[nodiscard]] QString day(domain::Instant t) const;
    /// "UTC" or the local zone's abbreviation at `t`.
    [[nodiscard]] QString zoneName(domain::Instant t) const;

signals:
    /// The zone, or the day that is today.
    void changed();

private:
    QTimeZone m_local;
    bool m_utc = true;
    domain::Instant m_now; ///< unset: no date is told
};

} // namespace fireline::views
