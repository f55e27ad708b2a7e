// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/alertoffers.h"
#include "start/keyedlist.h"
#include "start/startroles.h"

#include <optional>

namespace fireline::models {

/// Alerts of one name that fire now, with no incident of this console around them. A value; equal ones look equal.
struct FiringGroup
{
    InboxGroup group;

    [[nodiscard]] const QString &key() const { return group.name; }
    bool operator==(const FiringGroup &other) const
    {
        return group.name == other.group.name && group.alerts == other.group.alerts;
    }
};

/// What fires now, for whoever has no incident open (HDF-8): the latest first, without what is silenced or has cleared. Roles:
/// start::FiringRole. GUI thread; owned by the composition.
class FiringModel : public KeyedList<FiringGroup>
{
    Q_OBJECT
public:
    using KeyedList::KeyedList;

    void setReadings(const QList<SourceReading> &readings);
    /// What is offered to who declares from that row; nothing where there is none.
    [[nodiscard]] std::optional<DeclarationOffer> offerOf(const QModelIndex &index) const;

    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace fireline::models
