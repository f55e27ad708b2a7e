// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the playbooks at hand hold, and what one of them holds when it is open, shared by their models and views.
namespace fireline::models::playbooks {

Q_NAMESPACE

/// Where a playbook stands in this incident.
enum State {
    Running,   ///< begun, and not every step is settled
    Suggested, ///< something in the incident names it
    Ready,
    Done,     ///< every step is settled
    Unusable, ///< its file has faults; it can be read where it is text
    Missing,  ///< begun in this incident, and not on this console
};
Q_ENUM_NS(State)

/// What names a playbook.
enum Reason {
    NoReason,
    ByStart, ///< its own start condition, or that of the process, holds
    ByAlert, ///< an alert names it: ReasonWordRole is the alert's name
    ByLabel, ///< a label of an alert is one of its tags: ReasonWordRole is that word
    ByField, ///< a field of the incident is one of its tags: ReasonWordRole is that word
    ByTitle, ///< the title of the incident has one of its tags: ReasonWordRole is that word
};
Q_ENUM_NS(Reason)

/// Of the playbooks.
enum Role {
    ListIdRole = Qt::UserRole + 1, ///< "playbook.database-overload", "hdf.db"; empty where it is unusable
    StateRole,                     ///< State
    ReasonRole,                    ///< Reason
    ReasonWordRole,
    TagsRole,     ///< QStringList
    CountRole,    ///< steps in all
    SettledRole,  ///< steps that are not open
    FoundRole,    ///< the line that was found; empty where the title or a tag was, or nothing is looked for
    FileRole,     ///< path; empty for what stands in the process
    BuiltInRole,  ///< bool: part of the program or the process
    ProblemsRole, ///< QStringList: what is wrong with the file, with place and remedy
    SourceRole,   ///< row of the document, for what stands in the process
    KeyRole,      ///< stable: the list's id, or the path where it has none
};
Q_ENUM_NS(Role)

/// What a row of an open playbook is.
enum Part {
    Heading,
    Text, ///< Markdown
    Step, ///< Markdown
    Code,
    Evidence, ///< output kept with a step
    Fault,    ///< what is wrong with the file
};
Q_ENUM_NS(Part)

enum StepState { Open, Ticked /* by itself */, Checked, Skipped };
Q_ENUM_NS(StepState)

/// Of the rows of an open playbook.
enum PieceRole {
    PartRole = Qt::UserRole + 1, ///< Part
    LevelRole,                   ///< of a heading 1 to 6; of a step how deep it stands
    NumberRole,                  ///< 1-based number of the step, of what belongs to a step too; 0: none
    StepStateRole,               ///< StepState
    ActorRole,                   ///< who ticked or skipped it, or kept the evidence
    AtRole,                      ///< qint64 us; 0 where no time is known
    WhyRole,                     ///< why it was skipped, or what was said with the tick
    NextRole,                    ///< bool: the next step
    CommandsRole,                ///< QStringList to copy: of a step its block, then code and addresses in its text
    OwnerRole,                   ///< for whom, as names; empty: anyone
    EntryRole,                   ///< of evidence: id of its event
    HashRole,                    ///< of evidence
    OtherTextRole,               ///< the file was changed: what the step said when it was ticked
    LineRole,                    ///< of the file
    PlainRole,                   ///< bool: the text is no Markdown
};
Q_ENUM_NS(PieceRole)

} // namespace fireline::models::playbooks
