// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the list of triage holds, shared by its model and its view. Rows, below a heading each: whether it is an incident and
/// what the process asks; how bad it is; how far it reaches; flags; customer reports; where it goes next.
namespace fireline::models::triage {

Q_NAMESPACE

enum Kind {
    Heading,
    Confirmation, ///< real, or a false alarm
    Question,     ///< a field of the process
    Record,       ///< what triage found, as the process words it
    Proposal,     ///< of a severity, a phase or an answer: by a table or by a rule that waits
    Severity,     ///< one that can be chosen
    Impact,       ///< what is stated of it
    Flag,
    Inside, ///< nothing of the incident goes outside
    Pattern,
    Report,
    Next,  ///< a phase that can be entered; the beginning of the incident, or its end
    Need,  ///< one condition of a gate before that
    Alert, ///< open: it fires; answered: acknowledged; waiting: silenced; complete: over
};
Q_ENUM_NS(Kind)

enum Section { Asked, HowBad, HowFar, Flags, Reports, Onward, Ending, Alerts };
Q_ENUM_NS(Section)

enum State {
    Open, ///< not answered, not set, not complete
    Answered,
    FalseAlarm,
    Current, ///< the severity in force
    Proposed,
    Waiting, ///< a table that lacks answers
    Set,     ///< a flag
    Growing, ///< a pattern that is not complete
    Complete,
    Blocked, ///< something is missing before it
    Ready,
    Retracted,
};
Q_ENUM_NS(State)

/// How an answer is given.
enum Answer { Words, LongWords, Choice, YesNo, Person };
Q_ENUM_NS(Answer)

enum Role {
    KindRole = Qt::UserRole + 1,
    SectionRole, ///< of a heading: of the rows below it
    CountRole,   ///< of a heading: rows that count; of a need: its place in the gate, from 1
    IdRole,      ///< field, severity, flag, phase, form or pattern; "R1", "L1"; the word of /impact
    StateRole,
    ValueRole,       ///< the answer, as a person reads it; of a need: whose word it is
    RankRole,        ///< of a severity, also of a proposed one
    DefinitionRole,  ///< QStringList
    ExamplesRole,    ///< QStringList
    ExpectRole,      ///< QStringList: what the process expects at this severity
    AnswerRole,      ///< Answer
    ChoicesRole,     ///< QStringList, value and text by turns
    NeededRole,      ///< bool: the process asks for it; of a pattern: somebody has to act on it; of a need: a person confirms it
    ReasonRole,      ///< why it is proposed; why it was a false alarm; of a need that ticks itself the command for it
    MissingRole,     ///< QStringList: what is still missing
    SetsOffRole,     ///< QStringList: what setting the flag does, what a complete pattern does
    SourceRole,      ///< row of the document
    AtRole,          ///< qint64 us
    AlikeRole,       ///< int: reports alike in the window
    AlikeNeededRole, ///< int
    KindsRole,       ///< int: different ones among them
    KindsNeededRole, ///< int; 0: they do not count
    DistinctRole,    ///< QStringList: what has to differ
    WithinRole,      ///< qint64 us
    EndsRole,        ///< qint64 us: when the window moves on
    ItemsRole,       ///< QStringList: "R1"; of a need: who can confirm it
    DetailsRole,     ///< QStringList, name and value by turns
    LineRole,        ///< what quick entry is given, its end open
    ProposesRole,    ///< "severity", "phase" or "field/ID"; "begin", "resolve", "close"
    EntryRole,       ///< event id of the row's own entry
    RefRole,         ///< "E7" of the same
};
Q_ENUM_NS(Role)

} // namespace fireline::models::triage
