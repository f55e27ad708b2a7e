// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

namespace fireline::backend {

/// An event as fireline_api.append() and adopt() take it (ARCHITECTURE, "The shared backend"). `authority` goes with
/// incident.declared and process.adopted. Pure.
[[nodiscard]] QJsonObject toPushJson(const domain::Event &event, const QByteArray &authority = {});

} // namespace fireline::backend
