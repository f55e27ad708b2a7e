// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/idsource.h"
#include "core/outcome.h"

#include <QString>

namespace fireline::session {

/// Where this console keeps its things, and who it is. A value; made once at start.
struct ConsoleSettings
{
    QString configDir;     ///< settings.ini, processes, playbooks, scenarios, snippets, holidays (decisions 18)
    QString dataDir;       ///< register and device id
    QString importProcess; ///< under which a record is read in where none is named
    QString profile;       ///< name of whoever works at this console (decisions 3)
    QString device;        ///< UUIDv7, made at the first start and kept in the data folder

    /// Of settings.ini, for SettingsFile.
    [[nodiscard]] QString path() const { return configDir + QStringLiteral("/settings.ini"); }

    /// Reads the settings; `configDir` empty means ~/.config/fireline. Works without HOME: then nothing is kept, and the device
    /// is one of this run.
    [[nodiscard]] static ConsoleSettings read(const QString &configDir, domain::IdSource &ids, domain::Instant now);
};

} // namespace fireline::session
