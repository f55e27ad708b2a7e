// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QHash>
#include <QList>
#include <QString>

namespace fireline::domain {

/// When things happened, by the moment words of the process vocabulary ("update.sent/public"). Holds one hit per event so
/// that a re-timed or retracted event moves or withdraws its moment. Part of IncidentState; same thread and owner.
class MomentLog
{
public:
    struct Hit
    {
        Instant at;
        QString item; ///< id of the order, action item, alert or change it is about; else empty
        QString eventId;
        bool withdrawn = false; ///< its event is retracted
    };

    void add(const QString &key, const Hit &hit);
    void retime(const QString &eventId, Instant at);
    /// Withdraws the hits of a retracted event, or brings those of a restored one back.
    void setWithdrawn(const QString &eventId, bool withdrawn);

    /// All hits of a key, in append order, the withdrawn ones among them.
    [[nodiscard]] const QList<Hit> &hits(const QString &key) const;
    /// The latest by time of occurrence; not set when it never happened.
    [[nodiscard]] Instant latest(const QString &key) const;
    [[nodiscard]] Instant latest(const QString &key, const QString &item) const;
    [[nodiscard]] Instant earliest(const QString &key) const;

private:
    QHash<QString, QList<Hit>> m_hits;
};

} // namespace fireline::domain
