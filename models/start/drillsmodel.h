// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "start/keyedlist.h"
#include "start/startroles.h"

namespace fireline::models {

/// One drill as the start window offers it. A value; the composition fills it from the drill library.
struct DrillOffer
{
    QString id;
    QString title;
    QString process;     ///< title of the process it plays by
    domain::Span length; ///< from the declaration to its last step
    QString faulty;      ///< one translated sentence why it cannot be played; empty where it can
    bool guided = false; ///< leads a newcomer step by step

    [[nodiscard]] const QString &key() const { return id; }
    bool operator==(const DrillOffer &) const = default;
};

/// The drills at hand, in the order they were given. Roles: start::DrillRole. GUI thread; owned by the composition.
class DrillsModel : public KeyedList<DrillOffer>
{
    Q_OBJECT
public:
    using KeyedList::KeyedList;

    void setDrills(const QList<DrillOffer> &drills) { bringTo(drills); }

    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace fireline::models
