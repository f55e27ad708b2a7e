// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "reader.h"
#include "scenario.h"
#include "state/incidentstate.h"
#include "yamlnode.h"

#include <QStringList>

namespace fireline::drill {

/// Reads the one inject of a step; what is wrong is recorded in the reader.
[[nodiscard]] Inject readInject(process::Reader &reader, const process::YamlNode &node, const QStringList &people);

/// The ordinary command that brings it about; nothing where there is none to give (a person falls silent, an alert that
/// never fired is to clear). `by` is who reports it.
[[nodiscard]] std::optional<domain::Command> commandOf(const Inject &inject, const domain::IncidentState &state,
                                                       const QString &by);

/// Whether it reaches the responders through the network: held back while that is cut.
[[nodiscard]] bool comesByNetwork(const Inject &inject);

/// One line for people: what happens.
[[nodiscard]] QString describe(const Inject &inject);

} // namespace fireline::drill
