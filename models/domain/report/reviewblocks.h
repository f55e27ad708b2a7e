// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "report/reviewtimeline.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::domain {

/// One piece of a review's section as it is read: what was written, or what the record says now. A value.
struct ReviewBlock
{
    enum class Kind { Text, Lines, Timeline };
    Kind kind = Kind::Text;
    QString name;           ///< of what the record fills in, or once did (frozenblocks.h): "whys"; empty for text
    QString text;           ///< Text
    QStringList lines;      ///< Lines, translated where they are ours
    bool numbered = false;  ///< Lines follow from each other
    TimelineChoice choice;  ///< Timeline
    QList<int> depths = {}; ///< Lines of a tree: how far each is set in; empty: none of them is
};

/// The whys as they are read: one after the other where each follows from the one before, else each with its place in the tree.
struct WhyLines
{
    QStringList lines;
    QList<int> depths; ///< empty: no tree
};
[[nodiscard]] WhyLines whyLines(const IncidentState &state);

/// What the record can fill in: timeline, impact, measures, whys, factors, decisions, action_items, follow_ups.
[[nodiscard]] const QStringList &reviewBlockNames();

/// The pieces of a section. A line that is nothing but "{{whys}}" (or "{{timeline pinned decision}}") stays bound to the
/// record: a correction there shows here too. Any other text is left as it was written.
[[nodiscard]] QList<ReviewBlock> reviewBlocks(const QString &section, const IncidentState &state, const Process &process,
                                              Instant now);

/// Marks such as "{{whys}}" that fill nothing in and are read as they were written: within a line, or of a name that the record
/// does not know. Not those in code.
[[nodiscard]] QStringList looseMarks(const QString &section);

/// What an empty section of this name may begin with: "{{timeline}}" for one about the timeline; empty where the record does
/// not speak for itself.
[[nodiscard]] QString proposedSection(const QString &name);

/// What the record states of the cause, wherever it was said: by /field and /rootcause, and what was confirmed.
[[nodiscard]] QStringList causeLines(const IncidentState &state);

/// One line for an action item: "I1 add a probe. Owner ana, due 2025-02-01, high, OPS-12, open".
[[nodiscard]] QString actionItemLine(const ActionItemRecord &item);
/// The same of all that stand in the record.
[[nodiscard]] QStringList actionItemLines(const IncidentState &state);

} // namespace fireline::domain
