// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"

#include <QString>

namespace fireline::domain {

/// What has to happen, in the process's own names: "Update: Public status page", "Post-Mortem: meeting held". Translated.
[[nodiscard]] QString momentText(const Moment &moment, const Process &process);
/// Likewise for what a cadence asks for.
[[nodiscard]] QString cadenceText(const CadenceRule &rule, const Process &process);
/// What a rung proposes: "Page On-call engineer; notify Exec Team".
[[nodiscard]] QString effectsText(const QList<EffectSpec> &effects, const Process &process);

} // namespace fireline::domain
