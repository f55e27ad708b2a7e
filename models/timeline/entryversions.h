// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "timeline/worddiff.h"

namespace fireline::models {

/// One event in the life of an entry. A value.
struct EntryChange
{
    enum class Kind { Posted, Text, KindOfRow, Time, Retracted, Restored };
    Kind kind = Kind::Posted;
    domain::Instant recordedAt;
    QString who;        ///< who did it
    QString recordedBy; ///< whose console wrote it, where that is another
    QString why;
    QList<DiffPart> diff; ///< Text: word by word
    QString before;       ///< KindOfRow: the kind
    QString after;
    domain::Instant from; ///< Time
    domain::Instant to;
};

/// The life of the entry that `events` are about, in recorded order: the one that made it and those that changed it. Others
/// among them are left out.
[[nodiscard]] QList<EntryChange> changesOf(const QString &eventId, const QList<domain::Event> &events);

} // namespace fireline::models
