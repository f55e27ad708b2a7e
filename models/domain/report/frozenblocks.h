// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reviewblocks.h"

namespace fireline::domain {

/// A piece of a section that was taken from the record once and stays as it was then, so that somebody can write in it:
///     {{frozen timeline pinned 4c1f9a20}}
///     …words…
///     {{end}}
/// A value.
struct FrozenBlock
{
    QString name;  ///< "timeline"
    QString words; ///< "pinned"
    QString print; ///< of what the record said then: the first letters of its SHA-256
    QString text;  ///< what stands there now
    qsizetype from = 0;
    qsizetype length = 0; ///< in the section, with both marks

    bool operator==(const FrozenBlock &) const = default;
};

/// In order; a mark without an end is text.
[[nodiscard]] QList<FrozenBlock> frozenBlocks(const QString &section);

/// What the record says now, as Markdown to write in; empty where it says nothing.
[[nodiscard]] QString recordText(const QString &name, const QString &words, const IncidentState &state, const Process &process,
                                 Instant now);
/// The same between its marks.
[[nodiscard]] QString frozenText(const QString &name, const QString &words, const QString &recordText);
/// The record says something else by now.
[[nodiscard]] bool isOutdated(const FrozenBlock &block, const QString &recordText);
/// Somebody wrote in it: its words are not those of the record then.
[[nodiscard]] bool isEdited(const FrozenBlock &block);

} // namespace fireline::domain
