// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incidentsharing.h"
#include "livewindow.h"
#include "sync/remote.h"

#include <QJsonObject>

#include <optional>

namespace fireline::test {

// What a shared backend says to a whole window, and what others write there. GUI thread.

/// The connection is in that state; the server's clock differs by so much.
void tell(LiveWindow &live, sync::LinkStatus::State state, std::optional<domain::Span> offset = {});
/// The texts of the messages of that id.
[[nodiscard]] QStringList told(LiveWindow &live, const QString &id = QStringLiteral("skew"));
/// The record as a backend gives it, and behind it what another console wrote that had seen as much.
void shareAll(LiveWindow &live);
[[nodiscard]] domain::ServerEvent wroteElsewhere(LiveWindow &live, const QString &who, const QString &type,
                                                 const QJsonObject &payload, qint64 place);
[[nodiscard]] domain::ServerEvent setElsewhere(LiveWindow &live, const QString &who, const QString &severity, qint64 seen,
                                               qint64 place);

} // namespace fireline::test
