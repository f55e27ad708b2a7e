// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace fireline::domain {

// The objects an incident's events add up to. Values. `id` is the short one people type ("A12"), `eventId` that of the event
// that made the object: payloads refer to it (decisions 9). An unset Instant means that it has not happened.

/// One row of the timeline.
struct Entry
{
    QString eventId;
    QString type; ///< event type it came from
    Instant at;   ///< when it happened
    Instant recordedAt;
    QString kind; ///< one of the timeline kinds
    QString text; ///< as it stands now (after corrections)
    QString actor;
    QString role; ///< role of the actor at that time, or the role named by an imported source
    QStringList tags;
    QStringList correctedBy; ///< ids of the events that changed it
    bool pinned = false;
    bool handsOn = false;
    bool imported = false;
    bool breach = false;
    bool evidence = false; ///< an attachment or captured output: removing it is an act of its own
    QString retractedWhy;
    bool retracted = false;
    QString sha256; ///< of an attachment
};

struct Order
{
    enum class State { Sent, Acknowledged, Done, Failed, Cancelled };
    QString id;
    QString eventId;
    bool question = false;
    QString owner;
    QString text;
    QString by;
    Instant givenAt;
    Instant dueAt;
    Instant ackedAt;
    Instant endedAt;
    State state = State::Sent;
    QString result;
};

struct Hypothesis
{
    enum class State { Open, Testing, Confirmed, RuledOut };
    QString id;
    QString eventId;
    QString text;
    State state = State::Open;
    QString evidence;
    Instant at;
};

struct Approval
{
    QString by;
    QString hash; ///< of what was approved
    Instant at;
};

struct Change
{
    enum class State { Proposed, Approved, Refused, Executed, Verified };
    QString id;
    QString eventId;
    QString text;
    QString kind;
    QString risk;
    bool staged = false;
    QJsonObject fields;
    QString hash; ///< of the proposal's text and fields
    QString by;
    State state = State::Proposed;
    QList<Approval> approvals;
    QString executedBy;
    Instant executedAt;
    Instant verifiedAt;
    QString result;
    bool breached = false;
};

struct Mitigation
{
    QString id;
    QString eventId;
    QString option;
    QString text;
    QString hypothesis;
    bool temporary = false;
    QString result; ///< restored, partial, none; empty while not judged
    Instant at;
    Instant judgedAt;
};

struct DecisionRecord
{
    QString id;
    QString eventId;
    QString text;
    QString by;
    Instant at;
    Instant revisitAt;
};

struct Poll
{
    QString id;
    QString eventId;
    QString text;
    Instant openedAt;
    Instant closedAt;
    QMap<QString, QString> answers; ///< person to objection; empty text is "no objection"
};

/// A status update, a reply, or another record that a form describes.
struct Update
{
    enum class State { Drafted, Asked, Approved, Queued, Sent, Unknown, Failed };
    QString id;
    QString eventId;
    QString target;   ///< "update/public", "reply/customers", "triage" …
    QString audience; ///< empty for a record without one
    QString word;     ///< the state the update announces ("Investigating")
    QJsonObject fields;
    QString text;
    QString hash;
    QString author;
    State state = State::Drafted;
    bool approvalAsked = false;
    QList<Approval> approvals;
    Instant draftedAt;
    Instant editedAt;
    Instant sentAt;
    Instant nextUpdateAt;
    QString via;
    int entriesWhenDrafted = 0;
};

struct Alert
{
    enum class State { Firing, Acknowledged, Silenced, Cleared };
    QString id;
    QString eventId;
    QString fingerprint;
    QString name;
    QJsonObject labels;
    Instant firedAt;
    Instant endedAt;
    State state = State::Firing;
    QString source;
};

struct CustomerReport
{
    QString id;
    QString eventId;
    QJsonObject fields; ///< symptom, region, workspace_type, reporter, ticket …
    QString text;
    Instant at;
    bool withdrawn = false;
};

struct ActionItemRecord
{
    QString id;
    QString eventId;
    QString text;
    QJsonObject fields; ///< owner, due, tag, ticket …
    Instant createdAt;
    Instant doneAt;
};

struct ReviewRecord
{
    QJsonObject sections;
    Instant draftedAt;
    Instant scheduledAt;
    Instant heldAt;
    Instant closedAt;
    QStringList attended;
};

struct Handover
{
    enum class State { Running, Accepted, Declined, Expired };
    QString role;
    QString from;
    QString to;
    Instant offeredAt;
    Instant ableAt;
    Instant shadowSince;
    Instant sitrepAt;
    QString sitrep;
    Instant announcedAt;
    Instant endedAt;
    State state = State::Running;
};

struct Holding
{
    QString role;
    QString person;
    Instant since;
    QString note; ///< e.g. the system a subject matter expert is named for
};

struct ItemMark
{
    enum class State { Checked, Skipped };
    State state = State::Checked;
    Instant at;
    QString by;
    QString reason;
};

struct ListRecord
{
    Instant startedAt;
    QMap<int, ItemMark> items; ///< by 1-based position
};

struct RungMark
{
    QString ladder;
    int rung = 0;   ///< 0-based
    QString item;   ///< "L2" where the ladder counts for each alert, action item …
    Instant anchor; ///< the moment the ladder counted from
    Instant at;
    bool skipped = false;
    QString why;
};

struct SystemFact
{
    QString outcome;
    Instant at;
    bool byHand = false;
};

} // namespace fireline::domain
