// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding.h"
#include "process/contactbook.h"

#include <QByteArray>

#include <optional>

namespace fireline::process {

/// What reading a person's file of numbers gave. A value.
struct ContactReading
{
    std::optional<domain::ContactBook> book; ///< set exactly when there is no fault: nothing is used of half a file
    QList<Finding> findings;                 ///< in the order of the file
};

/// Reads contacts.yaml: who, and by which phone, mail and handle. Bytes are hostile, as those of a process file are. An empty
/// file is an empty book. `fileName` is for messages. Pure; any thread; never throws.
[[nodiscard]] ContactReading readContacts(const QByteArray &bytes, const QString &fileName);

/// Where a person's file is.
[[nodiscard]] QString contactPath(const QString &configRoot);

/// What a new file begins with: how it is written, and whom the process names, each to be filled in. It reads as an empty book.
[[nodiscard]] QByteArray newContactFile(const domain::Process &process);

} // namespace fireline::process
