// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entry.h"

#include <QList>
#include <QString>

namespace fireline::models {

/// One way to complete a word. A value.
struct Candidate
{
    QString word;   ///< as it will stand in the line
    QString detail; ///< for people; may be empty
    QList<int> positions;
    int score = 0;
};

/// The stretch of a line that completion would replace, and with what. A value.
struct Candidates
{
    qsizetype start = 0;
    qsizetype length = 0;
    QList<Candidate> list; ///< best first
};

/// Candidates shown at most.
inline constexpr qsizetype mostCandidates = 100;

/// What the word around `cursor` may become: verbs after "/", people and roles after "@", objects and tags after "#", flags
/// after "!", and where the verb expects them ids, choices, steps, fields and their values. Nothing in the middle of free
/// text. Pure, in time of the line's length; the context's look-ups decide where it may be called.
[[nodiscard]] Candidates candidatesAt(const QString &line, qsizetype cursor, const domain::EntryContext &context);

} // namespace fireline::models
