// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "start/keyedlist.h"
#include "start/startroles.h"

namespace fireline::models {

/// One place where the searched words stand. A value; found by the composition, in a thread of its own.
struct SearchHit
{
    QString path;
    QString incident; ///< title
    QString text;     ///< the entry; empty where the title itself was found
    domain::Instant at;
    QString event; ///< id of the entry; empty where the title was found

    [[nodiscard]] QString key() const { return path + u'\n' + event; }
    bool operator==(const SearchHit &) const = default;
};

/// What a search over all known incidents found. Roles: start::HitRole. GUI thread; owned by the composition.
class HitsModel : public KeyedList<SearchHit>
{
    Q_OBJECT
public:
    using KeyedList::KeyedList;

    void setHits(const QList<SearchHit> &hits) { bringTo(hits); }

    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace fireline::models
