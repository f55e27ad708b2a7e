// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinequery.h"

#include <QSet>
#include <QStringList>

namespace fireline::models {

/// What is searched for in the timeline: found by words at once, and by what the full-text index answers later. A value.
class TimelineSearch
{
public:
    TimelineSearch() = default;
    explicit TimelineSearch(const QString &words) : m_words(words) { }

    /// The events that the index finds; they take the place of those it found before.
    void setHits(const QStringList &eventIds) { m_hits = QSet<QString>(eventIds.cbegin(), eventIds.cend()); }
    void forgetHits() { m_hits.clear(); }

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty() && m_hits.isEmpty(); }
    /// `number` counts from 1: the one in "E12".
    [[nodiscard]] bool finds(const domain::Entry &entry, int number) const
    {
        return (!m_words.isEmpty() && m_words.match(entry, number)) || m_hits.contains(entry.eventId);
    }

private:
    TimelineWords m_words;
    QSet<QString> m_hits;
};

struct TimelineHits
{
    int shown = 0;
    int hidden = 0; ///< by the filter
};

} // namespace fireline::models
