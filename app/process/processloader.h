// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "finding.h"
#include "process/process.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace fireline::process {

/// What reading a process file gave: the process when there was no fault, and everything found.
struct ProcessReading
{
    std::optional<domain::Process> process; ///< set exactly when there is no fault
    QList<Finding> findings;                ///< in the order of the file
};

/// Reads one process from bytes: a file or the text pinned at declaration. Bytes are hostile: limits of size, depth and
/// number of values hold (parseYaml), nothing is guessed, every fault is told with its place. `fileName` is for messages.
/// Holidays that are named by file are left to ProcessLibrary. Pure; any thread; never throws.
[[nodiscard]] ProcessReading readProcess(const QByteArray &bytes, const QString &fileName);

/// The same for callers that need the process or one sentence. Problem::Parse; `detail` holds all faults, one a line.
[[nodiscard]] domain::Outcome<domain::Process> loadProcess(const QByteArray &bytes, const QString &fileName);

/// One Problem of many findings: the first fault as text, all of them as detail.
[[nodiscard]] domain::Problem problemOf(const QList<Finding> &findings);

} // namespace fireline::process
