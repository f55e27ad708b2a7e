// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fireline::models::completionroles {
Q_NAMESPACE

/// What the completion list of the quick entry holds about each candidate.
enum Role {
    Word = Qt::UserRole + 1, ///< QString, as it will stand in the line: "/action", "#A12", "@jo"
    Detail,                  ///< QString for people: what it does or stands for; may be empty
    Positions,               ///< QList<int>: the characters of Word that were typed
};
Q_ENUM_NS(Role)

} // namespace fireline::models::completionroles
