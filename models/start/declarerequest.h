// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fireline::models {

/// What somebody wants declared, as the start window asks for it. A value.
struct DeclareRequest
{
    QString processId;
    QString title;
    QString severity;   ///< id; empty: not assessed yet
    QJsonObject fields; ///< what the process's declare form asks for, by field id
    bool isPrivate = false;
    QString path; ///< of the file to make; nothing stood there when it was offered
    bool drill = false;
    bool fromAlert = false;   ///< what was offered with an alert holds: it is linked
    bool impactBegan = false; ///< when the alert fired

    bool operator==(const DeclareRequest &) const = default;
};

} // namespace fireline::models
