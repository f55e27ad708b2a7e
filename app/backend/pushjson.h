// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

namespace fireline::backend {

/// An event as fireline_api.append() and adopt() take it (ARCHITECTURE, "The shared backend"). `authority` goes with
/// incident.declared and process.adopted, `refusedFor` with an event that was refused before and has been forgotten there. Pure.
[[nodiscard]] QJsonObject toPushJson(const domain::Event &event, const QByteArray &authority = {},
                                     const QString &refusedFor = {});

} // namespace fireline::backend
