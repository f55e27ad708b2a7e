// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "start/keyedlist.h"
#include "start/startroles.h"

namespace fireline::models {

/// What the start window says of one incident this console knows. A value; the composition fills it from the register.
struct RecentIncident
{
    QString path;
    QString title;
    QString severity; ///< id; empty while not assessed
    int rank = 0;     ///< 0 where it is not known
    QString phase;    ///< as shown
    start::RecentState life = start::RecentState::Open;
    domain::Instant changed;
    bool drill = false;
    QString missing;       ///< one translated sentence why it cannot be opened; empty where it can
    QString process;       ///< id
    QString incident = {}; ///< id

    [[nodiscard]] const QString &key() const { return path; }
    bool operator==(const RecentIncident &) const = default;
};

/// The incidents this console knows, in the order they were given (newest change first is the giver's part). Roles:
/// start::RecentRole. GUI thread; owned by the composition.
class RecentModel : public KeyedList<RecentIncident>
{
    Q_OBJECT
public:
    using KeyedList::KeyedList;

    void setIncidents(const QList<RecentIncident> &incidents) { bringTo(incidents); }

    QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString sentence(const RecentIncident &incident) const;
};

} // namespace fireline::models
