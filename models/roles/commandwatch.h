// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"

namespace fireline::models {

/// Tells whoever has command here that somebody else took it without being asked: by a take-over, or by giving the role to
/// another. What its holder did, and a handover that its holder offered, is no news to them. Looks at who has the role and not at
/// events, since a backend's order may put what was written long ago in force now. GUI thread; the feed outlives it.
class CommandWatch : public QObject
{
    Q_OBJECT
public:
    explicit CommandWatch(IncidentFeed &feed, QObject *parent = nullptr);

signals:
    /// `text` is translated, whole sentences: who, why, and what to do now. `entry` is the row that says so.
    void taken(const QString &text, const QString &entry);
    /// It is theirs again, or nobody commands this incident any more.
    void settled();

private:
    void look();
    [[nodiscard]] QStringList commanders() const;
    [[nodiscard]] const domain::Entry *change() const;

    IncidentFeed &m_feed;
    bool m_had = false;
    bool m_told = false;
};

} // namespace fireline::models
