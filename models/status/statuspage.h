// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "decide/publishing.h"
#include "status/statusroles.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace fireline::models {

/// What a person wrote for one audience. A value.
struct StatusWords
{
    QString state;
    QMap<QString, QString> fields; ///< only those that say something
    QString free;

    [[nodiscard]] bool saysNothing() const { return fields.isEmpty() && free.isEmpty(); }
    bool operator==(const StatusWords &) const = default;
};

/// One question of the form. A value.
struct StatusField
{
    QString id;
    QString name;
    domain::FieldType type = domain::FieldType::Text;
    domain::FormField::Need need = domain::FormField::Need::Optional;
    QStringList values;
    QString known;        ///< what is put in where it is left open; empty where nothing is known
    QString before;       ///< what the record says of it elsewhere, and is not said here yet: stated anew, but not typed anew
    bool missing = false; ///< the form wants it and it is not there

    bool operator==(const StatusField &) const = default;
};

/// Everything about the update that is being written for one audience. A value, made anew after each key.
struct StatusPage
{
    QString target;
    QString name;
    QString by;          ///< whose deed the next command is; empty for the person at this console
    bool posted = false; ///< goes out as it is recorded: an answer, an announcement
    bool outside = false;
    QStringList states;
    QStringList components;                   ///< of the process; for the field that names the affected ones
    std::optional<QString> componentsAsKnown; ///< what that field would say by the board, where it says otherwise
    QList<StatusField> fields;
    StatusWords words;
    bool typed = false; ///< not in the record as it stands here
    QString id;         ///< "U3" once it is in the record
    int state = -1;     ///< status::State; -1 before
    QString author;
    domain::Instant writtenAt;
    int behind = 0;            ///< entries of people since it was recorded
    bool asked = false;        ///< approval was asked for
    QStringList approved;      ///< people who approved this very text
    QStringList voidApprovals; ///< people who approved an earlier one
    QString approvers;         ///< names of those whom the process asks; empty: nobody
    domain::Publishing publishing;
    QString preview; ///< what would be read, with a gap where something is missing; empty while nothing is said
};

/// What the main key does next.
enum class StatusStep {
    Nothing,
    Record, ///< put the edit into the record: others have to approve it
    AskApproval,
    Send,
};

} // namespace fireline::models
