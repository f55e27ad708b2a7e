// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "state/workrecords.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace fireline::domain {

// What is said to others, and what is heard.

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
    QString free; ///< words beside the fields
    QString text; ///< what is read: the form's text with its fields, then the free words
    QString hash;
    QString author;
    State state = State::Drafted;
    bool approvalAsked = false;
    QList<Approval> approvals;
    Instant draftedAt;
    Instant editedAt;
    Instant sentAt;
    QString queuedHash; ///< of the text that was handed to a system to be sent
    Instant nextUpdateAt;
    QString via;
    QString why; ///< of a failed or unknown outcome
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
    bool acknowledged = false; ///< a silence in between does not undo it
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

} // namespace fireline::domain
