// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "core/instant.h"
#include "entry/entrypart.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>
#include <QTimeZone>

#include <functional>
#include <optional>

namespace fireline::domain {

/// What the parser may know of the world. Only `now` is needed; what is left out is simply not checked here (decide checks
/// it again). A value; any thread, as long as the look-ups allow it.
struct EntryContext
{
    Instant now;                                    ///< UTC; times without a date are resolved against it
    QTimeZone zone = QTimeZone::utc();              ///< of a clock without Z or L
    QTimeZone local = QTimeZone::utc();             ///< of a clock with L
    std::optional<Instant> firstKeystroke;          ///< when the line was begun: what happened, happened then
    QStringList roleWords;                          ///< role ids and aliases, without "@"
    QString defaultAudience;                        ///< of a /status that names none but begins with a known state
    QStringList people;                             ///< names known so far
    std::function<bool(const QString &ref)> hasRef; ///< "A12" exists
    std::function<QStringList(IdKind)> ids;         ///< known ids of a kind; an empty list means "not known"
    /// Whether an id is meant by a word ("2" for SEV2). Without it only what `ids` lists is known.
    std::function<bool(IdKind, const QString &word)> knows;
    /// What people call a field, for describe(); without it, its id.
    std::function<QString(const QString &id)> fieldName;
    /// What this records beyond the words of its line, for describe(); without it, nothing more is said.
    std::function<QString(const Command &)> meaning;
    /// What to know before this is done, in short words; a reminder, never a refusal.
    std::function<QStringList(const Command &)> reminders;
    /// What may stand in a place of this kind, the likeliest first, given what the entry says so far: for completion.
    std::function<QList<EntryName>(const ExpectedPart &, const Command &)> names;
};

/// A line, understood as far as it goes. `command` may be judged only when `problems` is empty.
struct ParsedEntry
{
    Command command;
    QList<EntryPart> parts;
    QStringList problems; ///< translated sentences that say what to mend; the line stays in the field
    QStringList remarks;  ///< what was taken for granted and should be seen (a clock that comes twice, a date a day back)
    std::optional<ExpectedPart> expected;
    bool isPlainNote = true; ///< no verb was written
    bool hasTime = false;    ///< a time was written before the entry

    [[nodiscard]] bool ok() const { return problems.isEmpty(); }
};

/// Longest line taken, in UTF-16 units; a longer one is a problem, never cut.
inline constexpr qsizetype longestEntry = 64 * 1024;

/// Reads one quick-entry line (grammar: ux 2.5 and commands.md): [time] [@who] [/verb] body. A line without a
/// verb is always a note; a line with a verb that is unknown, ambiguous or badly filled is a note with problems. Total:
/// any text gives an answer, in time linear in its length. The keys of args are those of entry/verbshape.h.
[[nodiscard]] ParsedEntry parseEntry(QStringView line, const EntryContext &context);

/// The canonical line: parseEntry(formatEntry(c), any context with c.at in the past) gives `c` again, provided that `c` is
/// one the parser can give (texts trimmed, tags, links and flags sorted, spans in whole seconds, links named in the text).
[[nodiscard]] QString formatEntry(const Command &command);

/// What to know before a line that can be judged is entered; empty where there is nothing.
[[nodiscard]] QStringList remindersOf(const ParsedEntry &entry, const EntryContext &context);

/// What Enter will do, in words, with absolute times in UTC and local time; the first problem where there is one.
[[nodiscard]] QString describe(const ParsedEntry &entry, const EntryContext &context);

/// Several pasted lines: "10:43 - Ops Lead restarted Pod A", chat copies with a name and a time above the message, ISO
/// times, bullets. Each gives one note, verbs in it are never obeyed: pasted text is history. Lines without a time that
/// follow a chat heading belong to its message; others are notes of their own with a remark.
[[nodiscard]] QList<ParsedEntry> parsePaste(QStringView text, const EntryContext &context);

} // namespace fireline::domain
