// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What is said to whom, shared by the models of status updates and their views.
namespace fireline::models::status {

Q_NAMESPACE

/// Where the next update to an audience stands.
enum Due {
    NoClock, ///< nothing asks for one now
    Running,
    Soon,
    Late,
    Snoozed,
};
Q_ENUM_NS(Due)

/// Of the list of audiences; Qt::DisplayRole is the name.
enum AudienceRole {
    TargetRole = Qt::UserRole + 1, ///< "update/public", "reply/customers", "ack"
    PostedRole,                    ///< bool: goes out as it is recorded, by a template: an answer, an announcement
    OutsideRole,                   ///< bool: people outside read it
    ViaRole,                       ///< where it is published: "statuspage"; may be empty
    DueRole,                       ///< Due
    DueAtRole,                     ///< qint64 us: late from then; 0 without a clock
    LeftRole,                      ///< qint64 us until then; negative once it is late
    DueRuleRole,                   ///< the clock's rule; empty where the last update itself promised the time
    LastSentRole,                  ///< qint64 us; 0: nothing was said yet
    LastWordRole,                  ///< state of the last update: "Identified"
    OpenRole,                      ///< "U3", the update that is not sent yet; empty where there is none
    OpenStateRole,                 ///< State of it; -1 where there is none
    KeptInsideRole,                ///< why nothing may go there now; empty where it may
};
Q_ENUM_NS(AudienceRole)

/// Of an update, in the order of domain::Update::State.
enum State {
    Drafted,
    Asked,
    Approved,
    Queued,
    Sent,
    Unknown, ///< look before resending
    Failed,
};
Q_ENUM_NS(State)

/// Of the list of updates, the latest first; Qt::DisplayRole is the text.
enum UpdateRole {
    IdRole = Qt::UserRole + 101, ///< "U3"
    AudienceNameRole,            ///< name of the audience or record
    UpdateTargetRole,
    WordRole,  ///< "Investigating"; empty where the audience has none
    StateRole, ///< State
    AuthorRole,
    DraftedAtRole, ///< qint64 us, or of the last edit
    SentAtRole,    ///< qint64 us; 0 where it is not sent
    SentViaRole,
    WhyRole,      ///< of a failed or unknown outcome
    ApprovedRole, ///< QStringList: who approved this very text
    VoidRole,     ///< QStringList: who approved an earlier text
    HashRole,     ///< SHA-256, hex
    BehindRole,   ///< int: entries of people since it was written; 0 once it is sent
    UpdateOutsideRole,
    UpdateKeptInsideRole, ///< why its text may go nowhere outside now; empty where it may
};
Q_ENUM_NS(UpdateRole)

} // namespace fireline::models::status
