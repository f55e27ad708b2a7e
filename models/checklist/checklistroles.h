// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the checklist holds, shared by its model and its view: lists, and below each its steps.
namespace fireline::models::checklist {

Q_NAMESPACE

enum State {
    Open,
    Ticked, ///< by itself: a fact says that it is so
    Checked,
    Skipped,
};
Q_ENUM_NS(State)

enum Role {
    ListIdRole = Qt::UserRole + 1,
    NumberRole, ///< 1-based; 0 for a list
    StateRole,  ///< State
    ActorRole,  ///< who ticked or skipped it; empty where nobody did
    ReasonRole, ///< why it ticked itself or was skipped, or what was said with the tick
    AtRole,     ///< qint64 us; 0 where no time is known
    OwnerRole,  ///< for whom, as names: "Incident Commander (ana)"; empty: anyone
    NextRole,   ///< bool: this is the next step
    MineRole,   ///< bool: for the person at this console; of a step that of its list
    RunRole,    ///< command to copy
    SayRole,    ///< words to say
    UseWhenRole,
    SpeedRole,
    MinutesRole,
    SectionRole,  ///< heading of a playbook
    LineRole,     ///< what to type into quick entry for it; empty where a tick is all
    FormRole,     ///< the form of the record that it asks for; empty where that is none
    CountRole,    ///< of a list: steps in all
    SettledRole,  ///< of a list: steps that are not open
    CanStartRole, ///< bool, of a list: its steps count from a start that has not been given
    OfferedRole,  ///< bool, of a list: it fits the incident as it now stands
    StartedRole,  ///< qint64 us, of a list: since when; 0 where it was not started
    SourceRole,   ///< row of the document
    ToStartRole,  ///< QStringList of the header: id and title by turns of lists that can be begun and are not shown
};
Q_ENUM_NS(Role)

} // namespace fireline::models::checklist
