// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/eventtable.h"
#include "sqlite/journalsettings.h"
#include "sqlite/metatable.h"
#include "sqlite/outboxtable.h"
#include "sqlite/searchtable.h"

namespace fireline::store {

/// The one way in which events get into a file: checked, chained, searchable, counted in the head. Within the caller's
/// transaction. One thread; owned by its journal.
class RecordWriter
{
public:
    RecordWriter(MetaTable &meta, EventTable &events, OutboxTable &outbox, SearchTable &search, const TextExtractor &words)
        : m_meta(meta)
        , m_events(events)
        , m_outbox(outbox)
        , m_search(search)
        , m_words(words)
    {
    }

    /// What verify() would call damaged is not let in.
    [[nodiscard]] static domain::Outcome<void> check(const domain::Event &event, const QString &incident);
    /// `incident` is the file's, or becomes it with the first event. Events that are there already are passed over; Refused
    /// "id-reused" for one with another content. What was written here waits for a backend from now on.
    [[nodiscard]] domain::Outcome<void> write(const QList<domain::Event> &events, const QString &incident,
                                              EventTable::Origin origin);

private:
    [[nodiscard]] domain::Outcome<bool> writeOne(qint64 seq, const domain::Event &event, const QByteArray &recordHash,
                                                 EventTable::Origin origin);

    MetaTable &m_meta;
    EventTable &m_events;
    OutboxTable &m_outbox;
    SearchTable &m_search;
    const TextExtractor &m_words;
};

} // namespace fireline::store
