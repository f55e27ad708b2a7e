// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace fireline::domain {

/// What an id in an entry is an id of: which list completes it and proves it.
enum class IdKind {
    None,
    Severity,
    Phase,
    Role,
    Flag,
    List,
    Gate,
    Ladder,
    Rule,
    Target,
    Audience,
    State,
    Review,
    Clock,
    CadenceItem,
    Option,
    System,
};

/// One marked stretch of the line, in UTF-16 units. Parts never overlap and rise by `start`.
struct EntryPart
{
    enum class Kind {
        Time,
        By,
        Verb,
        Who,
        Mention,
        Ref,
        Id,
        Choice,
        Item,
        Number,
        Duration,
        Key,
        Value,
        Text,
        Tag,
        Flag,
        Due,
        Keyword,
        File,
        Unexpected,
    };
    qsizetype start = 0;
    qsizetype length = 0;
    Kind kind = Kind::Text;
    IdKind ids = IdKind::None;
    bool valid = true;
    QString reason; ///< why not valid: one translated sentence
};

/// A word that can be written in an entry, and what it stands for: "A12" and the text of that action. A value.
struct EntryName
{
    QString word; ///< as an entry takes it, without "@", "#" or quotes
    QString text; ///< for people; may be empty
};

/// What comes next where the line ends too early: for completion.
struct ExpectedPart
{
    EntryPart::Kind kind = EntryPart::Kind::Text;
    IdKind ids = IdKind::None;
    QStringList words; ///< the closed choice, if there is one
};

} // namespace fireline::domain
