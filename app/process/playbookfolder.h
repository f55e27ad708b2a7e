// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook.h"
#include "process/process.h"

namespace fireline::process {

/// One file of a folder of playbooks as it was found. A value; any thread.
struct PlaybookFile
{
    QString path;
    bool builtIn = false;
    bool replaced = false;            ///< a user's file stands in for it
    std::optional<Playbook> playbook; ///< set where it can be used
    QList<PlaybookPart> parts;        ///< to be read, also where it cannot be used
    QList<Finding> findings;
};

/// The playbooks of both folders (`…/playbooks/*.md`), the built-in ones first, then the user's, each by file name; `configRoot`
/// may be empty or missing. What cannot be read is in the list with the reason and hinders no other: a link that leads out of the
/// folder, what is no file, an id that is taken without `replaces`. At most 500 files of a folder. Waits for the disk.
[[nodiscard]] QList<PlaybookFile> readPlaybookFolders(const QString &builtInRoot, const QString &configRoot);

/// Where the user's playbooks are.
[[nodiscard]] QString playbookFolder(const QString &configRoot);

/// The process with these behind its own lists, those whose id it has itself left out.
[[nodiscard]] domain::Process withLists(domain::Process process, const QList<domain::ListRule> &lists);

} // namespace fireline::process
