// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/journalfile.h"

#include "files/durablefile.h"
#include "sqlite/metatable.h"
#include "sqlite/migrations.h"
#include "sqlite/sqlitebackup.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;
using domain::Problem;
using Access = Connection::Access;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::store::SqliteJournal)
};

struct Format
{
    int version = 0;
    int minReader = 0;
    QString writer;
};

Outcome<Format> readFormat(Connection &connection)
{
    const auto version = connection.scalar(u"PRAGMA user_version"_s);
    if (!version.ok())
        return version.problem();
    MetaTable meta(connection);
    const auto minReader = meta.read(u"min_reader"_s);
    if (!minReader.ok())
        return minReader.problem().kind == Problem::Kind::Internal ? damagedFile(connection.path(), minReader.problem().detail)
                                                                   : minReader.problem();
    bool isNumber = false;
    Format format{version.value().toInt(), minReader.value().toInt(&isNumber), {}};
    const auto writer = meta.read(u"writer"_s);
    if (!writer.ok())
        return writer.problem();
    format.writer = writer.value();
    if (format.version < 1 || !isNumber)
        return damagedFile(connection.path(), u"format %1, min_reader '%2'"_s.arg(format.version).arg(minReader.value()));
    return format;
}

Problem newerFile(const QString &path, const Format &format)
{
    const QString text = format.minReader <= ReaderVersion
                             ? Text::tr("%1 was written by Fireline %2, which is newer. Open it read-only, or use that version.")
                             : Text::tr("%1 was written by Fireline %2, which is newer. Use that version to open it.");
    return {Problem::Kind::Newer,
            u"newer-file"_s,
            text.arg(path, format.writer.isEmpty() ? u"?"_s : format.writer),
            u"format %1, ours %2"_s.arg(format.version).arg(formatVersion()),
            {},
            {}};
}

// A connection that leaves the file as it is, whatever is found: no writes, and no checkpoint of a log that was there.
Outcome<std::unique_ptr<Connection>> openToLook(const FileFacts &facts, Access access, const JournalSettings &settings)
{
    auto opened = Connection::open(facts.path, access, settings.busyTimeoutMs);
    if (!opened.ok())
        return opened;
    opened.value()->setCheckpointOnClose(!facts.hasLog);
    if (auto done = opened.value()->setQueryOnly(true); !done.ok())
        return done.problem();
    return opened;
}

// What the head of the file says at once; a log may only say more.
Outcome<void> refuseNewer(const FileFacts &facts, const JournalSettings &settings)
{
    if (facts.formatVersion <= quint32(formatVersion()) || facts.hasLog)
        return {};
    auto opened = openToLook(facts, Access::Immutable, settings);
    if (!opened.ok())
        return opened.problem();
    const auto format = readFormat(*opened.value());
    return format.ok() ? newerFile(facts.path, format.value()) : format.problem();
}

Outcome<void> prepareForWriting(Connection &connection, const JournalSettings &settings)
{
    if (auto done = connection.setQueryOnly(false); !done.ok())
        return done;
    const auto mode = connection.scalar(u"PRAGMA journal_mode=WAL"_s);
    if (!mode.ok())
        return mode.problem();
    if (mode.value().toString() != u"wal"_s)
        return Problem{Problem::Kind::Io,
                       u"no-log"_s,
                       Text::tr("%1 cannot keep a log here. Copy it to a local disk and open it there.").arg(connection.path()),
                       {},
                       {},
                       {}};
    const bool full = settings.durability == JournalSettings::Durability::Full;
    for (const QString &pragma : {full ? u"PRAGMA synchronous=FULL"_s : u"PRAGMA synchronous=NORMAL"_s,
                                  u"PRAGMA journal_size_limit=16777216"_s, u"PRAGMA cache_size=-16384"_s}) {
        if (auto done = connection.run(pragma); !done.ok())
            return done;
    }
    return {};
}

Outcome<void> upgrade(Connection &connection, int from, const JournalSettings &settings)
{
    if (from == formatVersion())
        return {};
    if (auto done = backUp(connection, connection.path() + u".before-format-%1"_s.arg(from)); !done.ok())
        return done;
    return migrate(connection, settings.programVersion);
}

Outcome<JournalFile> openLocked(FileLock lock, const FileFacts &facts, const JournalSettings &settings)
{
    if (auto checked = refuseNewer(facts, settings); !checked.ok())
        return checked.problem();
    const QString index = facts.path + u"-shm"_s;
    const bool hadIndex = QFileInfo::exists(index);
    auto tidy = qScopeGuard([&] {
        if (!hadIndex)
            QFile::remove(index);
    });
    auto opened = openToLook(facts, Access::ReadWrite, settings);
    if (!opened.ok())
        return opened.problem();
    JournalFile file{std::nullopt, std::move(opened).value(), std::nullopt,
                     0}; // closed before the tidying, which is still under the lock
    const auto format = readFormat(*file.connection);
    if (!format.ok())
        return format.problem();
    if (format.value().version > formatVersion())
        return newerFile(facts.path, format.value());
    if (auto checked = checkPages(*file.connection); !checked.ok())
        return checked.problem();
    tidy.dismiss();
    file.connection->setCheckpointOnClose(true);
    if (auto done = prepareForWriting(*file.connection, settings); !done.ok())
        return done.problem();
    if (auto done = upgrade(*file.connection, format.value().version, settings); !done.ok())
        return done.problem();
    file.format = formatVersion();
    file.lock = std::move(lock);
    file.identity = FileIdentity::of(facts.path);
    return file;
}

// The rollback journal of a fresh database keeps everything in the one file, which then gets its name in one step.
Outcome<void> buildFresh(const QString &path, const JournalSettings &settings)
{
    if (auto made = createPrivateFile(path); !made.ok())
        return made;
    auto opened = Connection::open(path, Access::ReadWrite, settings.busyTimeoutMs);
    if (!opened.ok())
        return opened.problem();
    if (auto done = opened.value()->run(u"PRAGMA application_id=%1"_s.arg(ApplicationId)); !done.ok())
        return done;
    return migrate(*opened.value(), settings.programVersion);
}

} // namespace

Outcome<JournalFile> createForWriting(const QString &path, const JournalSettings &settings)
{
    const QFileInfo info(path);
    if (auto checked = examinePlace(path, settings.shareOf); !checked.ok())
        return checked.problem();
    const QString place = QFileInfo(info.absolutePath()).canonicalFilePath() + u'/' + info.fileName();
    auto lock = FileLock::take(place);
    if (!lock.ok())
        return lock.problem();
    const QString unfinished = place + u".unfinished"_s;
    removeDatabase(unfinished);
    const auto tidy = qScopeGuard([&] { removeDatabase(unfinished); });
    if (auto built = buildFresh(unfinished, settings); !built.ok())
        return built.problem();
    if (auto flushed = flushFile(unfinished); !flushed.ok())
        return flushed.problem();
    if (auto published = publishNew(unfinished, place); !published.ok())
        return published.problem();
    return openLocked(std::move(lock).value(), FileFacts{place, quint32(formatVersion()), false}, settings);
}

Outcome<JournalFile> openForWriting(const QString &path, const JournalSettings &settings)
{
    auto facts = examineFile(path, settings.shareOf);
    if (!facts.ok())
        return facts.problem();
    if (auto checked = checkWritable(facts.value().path); !checked.ok())
        return checked.problem();
    auto taken = FileLock::take(facts.value().path);
    if (!taken.ok())
        return taken.problem();
    facts = examineFile(path, settings.shareOf); // once more: now nobody changes it any more
    if (!facts.ok())
        return facts.problem();
    return openLocked(std::move(taken).value(), facts.value(), settings);
}

Outcome<JournalFile> openForReading(const QString &path, const JournalSettings &settings)
{
    const auto facts = examineFile(path, settings.shareOf);
    if (!facts.ok())
        return facts.problem();
    const bool newer = facts.value().formatVersion > quint32(formatVersion());
    const bool writable = checkWritable(facts.value().path).ok();
    // SQLite keeps the readers of a log apart in a file beside it; where there is no log and none can come, it needs none.
    Access access = writable ? Access::ReadWrite : Access::ReadOnly;
    if (!facts.value().hasLog && (newer || !writable))
        access = Access::Immutable;
    auto opened = openToLook(facts.value(), access, settings);
    if (!opened.ok())
        return opened.problem();
    JournalFile file{std::nullopt, std::move(opened).value(), std::nullopt, 0};
    const auto format = readFormat(*file.connection);
    if (!format.ok())
        return format.problem();
    if (format.value().version > formatVersion() && format.value().minReader > ReaderVersion)
        return newerFile(facts.value().path, format.value());
    if (auto checked = checkPages(*file.connection); !checked.ok())
        return checked.problem();
    file.format = format.value().version;
    return file;
}

} // namespace fireline::store
