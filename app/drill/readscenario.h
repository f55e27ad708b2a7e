// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "finding.h"
#include "process/process.h"
#include "scenario.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace fireline::drill {

/// Gives a process by id; null when there is none. What it points to lives as long as the reading.
using ProcessLookup = std::function<const domain::Process *(const QString &id)>;

struct ScenarioReading
{
    std::optional<Scenario> scenario; ///< set exactly when there is no fault
    QList<process::Finding> findings; ///< in the order of the file
};

/// Reads and checks one scenario. Bytes are hostile: the limits of process files hold, nothing is guessed, every fault is
/// told with its place: unknown keys, people, rules and ids, times that go back, lines that quick entry does not
/// understand. Pure; any thread; never throws.
[[nodiscard]] ScenarioReading readScenario(const QByteArray &bytes, const QString &fileName, const ProcessLookup &processes);

/// The same for callers that need the scenario or one sentence. Problem::Parse; `detail` holds all faults, one a line.
[[nodiscard]] domain::Outcome<Scenario> loadScenario(const QByteArray &bytes, const QString &fileName,
                                                     const ProcessLookup &processes);

} // namespace fireline::drill
