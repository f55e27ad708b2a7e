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
    QString text;     ///< the words of the entry that were searched; empty where the title itself was found
    domain::Instant at;
    QString event; ///< id of the entry; empty where the title was found

    [[nodiscard]] QString key() const { return path + u'\n' + event; }
    bool operator==(const SearchHit &) const = default;
};

/// How much a search over all incidents may find.
struct SearchBounds
{
    int perIncident = 20;
    int all = 200;
};

/// What it found, and what it did not look at. A value.
struct SearchAnswer
{
    QList<SearchHit> hits;
    bool cut = false;       ///< there is more than the bounds let through
    int unread = 0;         ///< incidents whose file is there and could not be searched
    bool abandoned = false; ///< nobody wants it any more
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
