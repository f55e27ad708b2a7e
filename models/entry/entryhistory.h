// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QList>
#include <QString>

namespace fireline::models {

/// A line of the quick entry and when its first key was pressed. A value.
struct EntryLine
{
    QString text;
    domain::Instant begun;
};

/// What was typed before, and what was begun and put aside: Ctrl+Up and Ctrl+Down walk through it, and nothing that was ever
/// typed falls out before it was entered. A value; GUI thread; owned by the quick entry.
class EntryHistory
{
public:
    /// Lines kept that were entered; lines put aside are all kept.
    static constexpr qsizetype mostEntered = 200;

    /// The line in the field was entered: it becomes the latest one, and the walk ends.
    void entered(const QString &text);
    /// The line in the field gives way to another: it is the first that previous() brings back.
    void putAside(const EntryLine &line);

    /// A line that waits behind the field, whatever stands in it.
    void addWaiting(const EntryLine &line);

    /// A waiting line that was recorded otherwise goes; false where it is not there any more, or stands in the field.
    bool take(const EntryLine &line);

    /// The one before the line in the field, which is `now`; `now` itself where there is none. Edits made on the way stay.
    [[nodiscard]] EntryLine previous(const EntryLine &now) { return step(now, -1); }
    [[nodiscard]] EntryLine next(const EntryLine &now) { return step(now, 1); }

    /// Every line that walking can reach, the oldest first; the line in the field is not among them.
    [[nodiscard]] QStringList lines() const;
    /// Of these, the ones typed and never entered: what a crash must not cost.
    [[nodiscard]] QList<EntryLine> waiting() const;

private:
    struct Kept
    {
        EntryLine line;
        bool waiting = false; ///< typed and never entered
    };
    EntryLine step(const EntryLine &now, int by);
    void keepEdit(const EntryLine &now);
    void limit();

    QList<Kept> m_kept;
    qsizetype m_at = 0; ///< of the line in the field; m_kept.size(): a new one
    EntryLine m_new;    ///< the new line, while the walk is elsewhere
};

} // namespace fireline::models
