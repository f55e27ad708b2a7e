// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "entry/entry.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace fireline::domain {

/// One place in the body of a verb that is filled by position. A value.
struct Position
{
    enum class Kind {
        Ref,       ///< "#A12" or "A12" -> args[key] = "A12"; where it may be left out, "#A12" alone, or "-" before the text
        RefOrId,   ///< a ref -> args.ref, else a word -> args[key]
        Who,       ///< "@ol", several where `many` -> args.who = ["ol", …]
        WhoOrDash, ///< as Who, or "-" -> args.leave = true
        WhoOrId,   ///< as Who, else a word -> args[key]
        Id,        ///< one word or "some words" -> args[key]
        Choice,    ///< one word of `choices` -> args[key]
        Item,      ///< a 1-based number (integer) or one word or "some words" (string) -> args[key]
        Time,      ///< an instant -> args.timeUs
        Duration,  ///< "10m" -> args.spanUs, microseconds
    };
    Kind kind;
    QString key;
    bool required = true;
    bool many = false;
    bool future = false; ///< Time: a clock without a date is the next one, not the last
    IdKind ids = IdKind::None;
    QStringList choices = {};
};

/// What may follow the positions, in any order: one free text and marks. A value.
struct Tail
{
    QString text; ///< key of the free text in args: "text" or "why"; empty where the verb takes none
    bool textRequired = false;
    bool fields = false; ///< key=value and key="two words" -> args.fields
    bool fieldsRequired = false;
    QStringList colonKeys; ///< keys that may also be written key:value
    bool due = false;      ///< "+10m" -> args.dueUs, "by 14:30" -> args.dueAtUs
    bool dueRequired = false;
    bool revisit = false;      ///< the same after the word "revisit"
    bool file = false;         ///< "<FILE" -> args.file: the caller reads the long text from there
    bool fileRequired = false; ///< the file stands alone, with or without "<"
    bool hypothesis = false;   ///< "for #H1" -> args.hypothesis = "H1"
    bool replaces = false;     ///< "replaces #D1" -> args.replaces = "D1"
    bool via = false;          ///< "via copy" -> args.via
    QString last;              ///< a word that means something at the very end: "staged", "temporary" -> args[word] = true
};

/// The body of one verb, read, written and described from this one description. Tags ("#db" -> args.tags, where there is a
/// free text), flags ("!key" -> args.flags) and references named in the text (-> args.links) go with every verb.
struct VerbShape
{
    Verb verb = Verb::Note;
    QList<Position> positions;
    Tail tail;

    /// Any of text, fields, due and file must be given, where none is required by itself.
    bool wantsSomething = false;
};

[[nodiscard]] const VerbShape &verbShape(Verb verb);

/// The words after which /impact reads a value, not a text: start end users cost regions spreading component. They are
/// put into args.id (state/componentstate.h for the last); the value into args.text ("1200", "EU,US", "yes") or args.timeUs.
[[nodiscard]] const QStringList &impactWords();

/// key, restricted, internal, handson.
[[nodiscard]] const QStringList &entryFlags();

} // namespace fireline::domain
