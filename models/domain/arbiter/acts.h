// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arbiter/arbiterstate.h"

#include <QJsonObject>

namespace fireline::domain {

/// The act an event is, and what it brings to the conditions and Who words of authority rules. A value.
struct JudgedAct
{
    QString act; ///< empty: no authority rule is asked
    QString audience;
    QString author;
    const Paper *paper = nullptr; ///< not owned: what it carries out; null when nothing that is known
    QString kind;                 ///< of a change
    QString risk;
    QString staged;
};

/// Whether the event is one that the state follows: known to this version and with the shape it should have.
[[nodiscard]] bool isSound(const QString &type, const QJsonObject &body);

/// Which act the event is before the server. Facts (entry.post) are none.
[[nodiscard]] JudgedAct judgedAct(const ArbiterState &state, const QString &type, const QJsonObject &body, const QString &login);

/// The update or change an event refers to by "update" or "change"; null when it refers to none.
[[nodiscard]] const Paper *paperOf(const ArbiterState &state, const QString &type, const QJsonObject &body);

} // namespace fireline::domain
