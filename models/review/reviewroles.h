// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the list of a review holds, shared by its model and its view. Rows: below a heading each what is due, what is missing
/// before the review and the incident can be closed, the sections, the fields, the whys, the factors, the follow-ups, the action
/// items and the agenda.
namespace fireline::models::review {

Q_NAMESPACE

enum Kind {
    Heading,
    Deadline, ///< a clock that runs after the incident
    Need,     ///< a condition of a gate
    Section,
    Field,
    Why,
    Factor,
    Item,
    Agenda,   ///< a point of the meeting
    Passage,  ///< a heading within a section, in the outline alone
    FollowUp, ///< what somebody noted to be done afterwards, of which no action item was made yet
};
Q_ENUM_NS(Kind)

enum State {
    Plain,   ///< neither good nor bad
    Missing, ///< it stands in the way
    Advised, ///< it is asked for and stands in nobody's way
    Written,
    Met,
    ByHand, ///< met because somebody confirmed it
    Running,
    Due,
    Late,
    Snoozed,
    DoneLate,
    Open, ///< an action item
    Done,
};
Q_ENUM_NS(State)

enum Role {
    KindRole = Qt::UserRole + 1,
    OfRole,       ///< Kind of the rows below a heading
    CountRole,    ///< of a heading: rows below it
    LeftOverRole, ///< of a heading: rows below it that are missing, late or open
    IdRole,       ///< name of a section, id of a field, "I1", the gate's id, the clock's id, the label of a why: "3b"
    StateRole,
    BodyRole,    ///< what is written; of a list line by line; of a condition that ticks itself the command for it
    WhoRole,     ///< whose it is, in words
    SourceRole,  ///< row of the document that asks for it
    RemarksRole, ///< QStringList: findings of the process's lints, each with the row it comes from
    ItemRole,    ///< int: 1-based number in its gate
    ClosesRole,  ///< bool: it stands before the incident, not before this review
    ByHandRole,  ///< bool: a person may confirm it
    AtRole,      ///< qint64 us: due, or done
    LeftRole,    ///< qint64 us until it is late, cut to minutes; negative once it is
    DueRole,     ///< of an action item, as written
    PriorityRole,
    TagRole,
    TicketRole,
    EntryRole, ///< event id of the row it came from; may be empty
    RefRole,   ///< "E7" of the same
    MinutesRole,
    LevelRole, ///< of a why: how many lead to it, itself among them; of a heading: 1 for the highest
    DepthRole, ///< of a why: how far it is set in
    AboveRole, ///< of a why: the label of the one it answers; empty: what happened itself
    LineRole,  ///< of a heading: 0-based
    DeedRole,  ///< of a condition that ticks itself: what quick entry takes for it
};
Q_ENUM_NS(Role)

} // namespace fireline::models::review
