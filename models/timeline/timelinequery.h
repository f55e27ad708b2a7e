// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/records.h"

#include <QFlags>
#include <QList>
#include <QString>

namespace fireline::models {

/// Words that an entry is looked for by: each must stand in its text, who, tags or number, in any case and order. A value.
class TimelineWords
{
public:
    TimelineWords() = default;
    explicit TimelineWords(const QString &typed);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// `number` counts from 1: the one in "E12".
    [[nodiscard]] bool match(const domain::Entry &entry, int number) const;

private:
    /// Readied once, asked of a hundred thousand entries: where the first two letters do not stand, nothing is compared.
    struct Word
    {
        QString text;
        char16_t lower[2];
        char16_t upper[2]; ///< of the first two letters
        [[nodiscard]] bool isIn(QStringView where) const;
    };
    QList<Word> m_words;
};

/// The chips above the timeline. None pressed means everything.
enum class TimelineChip {
    Decisions = 1,
    Actions = 2,
    Status = 4,
    Findings = 8,
    Notes = 16,
    Machine = 32,
    Pinned = 64, ///< narrows the others down
};
Q_DECLARE_FLAGS(TimelineChips, TimelineChip)
Q_DECLARE_OPERATORS_FOR_FLAGS(TimelineChips)

/// What of the timeline is shown. A value.
struct TimelineQuery
{
    TimelineChips chips;
    QString text;
    QString person;
    domain::Instant asOf; ///< only what was recorded until then; unset: everything

    [[nodiscard]] bool hidesSome() const { return chips || !text.trimmed().isEmpty() || !person.isEmpty(); }
    /// Whether it is shown, whenever it was recorded. `words` are those of `text`, `number` is the one in "E12".
    [[nodiscard]] bool letsThrough(const domain::Entry &entry, int number, const TimelineWords &words) const;
    bool operator==(const TimelineQuery &) const = default;
};

/// The chip under which a row is found.
[[nodiscard]] TimelineChips chipsOf(const domain::Entry &entry);

} // namespace fireline::models
