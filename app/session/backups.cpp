// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups.h"

#include "files/backuppolicy.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;
using store::BackupPolicy;

Outcome<void> keepBackups(const store::SqliteJournal &journal, Instant now)
{
    const QFileInfo info(journal.path());
    QDir folder = info.dir();
    const QString file = info.fileName();
    QStringList found = folder.entryList({file + u".backup-*"_s}, QDir::Files);
    std::optional<Instant> last;
    for (const QString &name : found) {
        if (const auto made = BackupPolicy::timeOf(file, name); made && (!last || *made > *last))
            last = made;
    }
    const BackupPolicy policy;
    // A file that was made just now has nothing to lose yet: its first backup is due an hour after its making.
    const Instant since = last.value_or(
        Instant::fromDateTime(info.birthTime().isValid() ? info.birthTime() : info.lastModified()));
    if (!policy.isDue(since, now))
        return {};
    const QString name = BackupPolicy::nameFor(file, now);
    if (const auto made = journal.backup(folder.filePath(name)); !made)
        return made.problem();
    found.append(name);
    for (const QString &old : policy.superfluous(file, found))
        folder.remove(old);
    return {};
}

QString newestBackup(const QString &path)
{
    const QFileInfo info(path);
    const QDir folder = info.dir();
    QString newest;
    for (const QString &name : folder.entryList({info.fileName() + u".backup-*"_s}, QDir::Files)) {
        if (BackupPolicy::timeOf(info.fileName(), name) && name > newest) // names in order are in order of time
            newest = name;
    }
    return newest.isEmpty() ? QString() : folder.filePath(newest);
}

} // namespace fireline::session
