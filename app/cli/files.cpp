// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "backups.h"
#include "processlibrary.h"
#include "registerentry.h"
#include "sqlite/sqlitejournal.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Problem ioProblem(const QString &text, const QString &detail)
{
    return {Problem::Kind::Io, u"io"_s, text, detail, {}, {}};
}

using store::SqliteJournal;

// Locked by another process: reading is possible still, so that is what the remedy says.
Outcome<std::unique_ptr<SqliteJournal>> openJournal(const QString &path, bool writes)
{
    return SqliteJournal::open(path, writes ? SqliteJournal::Mode::ReadWrite : SqliteJournal::Mode::ReadOnly);
}

} // namespace

Outcome<std::unique_ptr<EventStore>> makeStore(Console &, const QString &path)
{
    auto journal = SqliteJournal::create(path);
    if (!journal)
        return journal.problem();
    return std::unique_ptr<EventStore>(std::move(journal).value());
}

Outcome<SessionPointer> openSession(Console &console, const QString &path, bool writes)
{
    auto journal = openJournal(path, writes);
    if (!journal)
        return journal.problem();
    if (writes) {
        // A backup that cannot be made is no reason to keep anybody from writing; it is a reason to say so.
        if (const auto kept = session::keepBackups(*journal.value(), console.clock.now()); !kept) {
            console.err << u"fireline: "_s << kept.problem().text << '\n';
            console.err.flush();
        }
    }
    const SyncJournal *const exchange = &journal.value()->exchange();
    const bool isKnown = !journal.value()->isReadOnly() || exchange->cursor().ok(); // an older format knows no backend
    return session::IncidentSession::resume(std::move(journal).value(), console.setup(), isKnown ? exchange : nullptr);
}

Outcome<SessionPointer> declareSession(Console &console, const QString &path, const Process &process, const Command &command)
{
    return session::IncidentSession::declare([&] { return makeStore(console, path); }, console.setup(), process, command);
}

Outcome<SessionPointer> beginWithHistory(Console &console, const QString &path, const Process &process,
                                         const EventDraft &declaration)
{
    return session::IncidentSession::beginWith([&] { return makeStore(console, path); }, console.setup(), process, declaration);
}

void rememberIncident(Console &console, const QString &path, const session::IncidentSession &incident)
{
    if (console.settings.dataDir.isEmpty() || !QFileInfo(console.settings.dataDir).isWritable())
        return;
    const Instant now = incident.now();
    const auto known = store::IncidentRegister::open(console.settings.dataDir + u"/register.sqlite"_s, console.clock.now());
    const auto noted = known ? known.value()->remember(session::summaryOf(incident.state(), incident.process(), path, now))
                             : Outcome<void>(known.problem());
    if (!noted) {
        console.err << u"fireline: "_s << noted.problem().text << '\n';
        console.err.flush();
    }
}

Outcome<Process> processById(const Console &console, const QString &id)
{
    return process::ProcessLibrary(console.settings.configDir).process(id);
}

Outcome<QByteArray> readBytes(const QString &path, qint64 most)
{
    QFile file(path);
    const bool opened = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return ioProblem(Text::tr("Cannot read %1: %2. Check the name and your rights.").arg(path, file.errorString()),
                         file.errorString());
    const QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return ioProblem(Text::tr("%1 is larger than %2 MiB. Attach a part of it.").arg(path).arg(most / (1024 * 1024)), {});
    return bytes;
}

Outcome<void> writeBytes(Console &console, const QString &path, const QByteArray &bytes)
{
    if (path == "-"_L1) {
        console.out.flush();
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
        if (std::fflush(stdout) != 0)
            return ioProblem(Text::tr("Cannot write to standard output."), {});
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return ioProblem(Text::tr("Cannot write %1: %2. Check the folder and the space left.").arg(path, file.errorString()),
                         file.errorString());
    return {};
}

} // namespace fireline::cli
