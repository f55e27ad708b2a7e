// SPDX-License-Identifier: GPL-3.0-or-later
#include "openincident.h"

#include "backups.h"
#include "filearguments.h"
#include "fileexchange.h"
#include "historyimport.h"
#include "sqlite/sqlitejournal.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;
using store::SqliteJournal;

namespace {

using Result = std::shared_ptr<Outcome<OpenedIncident>>;

bool mayBeReadable(const Problem &problem)
{
    return problem.kind == Problem::Kind::Newer || problem.code == "no-write-right"_L1;
}

Outcome<ThreadedStore::Inner> openJournal(const QString &path, bool readOnly, Instant now, const StoreWrapper &wrap,
                                          std::optional<Problem> *noBackup = nullptr)
{
    auto journal = SqliteJournal::open(path, readOnly ? SqliteJournal::Mode::ReadOnly : SqliteJournal::Mode::ReadWrite);
    if (!journal)
        return journal.problem();
    // A backup that cannot be made keeps nobody from writing.
    if (const auto kept = readOnly ? Outcome<void>() : keepBackups(*journal.value(), now); !kept && noBackup)
        *noBackup = kept.problem();
    ThreadedStore::Inner opened(std::move(journal).value());
    return wrap ? wrap(std::move(opened)) : std::move(opened);
}

Outcome<ThreadedStore::Inner> createJournal(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    auto journal = SqliteJournal::create(path);
    if (!journal)
        return journal.problem();
    return ThreadedStore::Inner(std::move(journal).value());
}

// Null for a store that keeps nothing for a backend, and for a file of an older format that can only be looked at.
SyncJournal *exchangeOf(const ThreadedStore &store)
{
    auto *journal = dynamic_cast<SqliteJournal *>(store.inner());
    if (!journal || (journal->isReadOnly() && !journal->exchange().cursor()))
        return nullptr;
    return &journal->exchange();
}

} // namespace

Opening openIncident(const QString &path, bool readOnly, const SessionSetup &setup, const StoreWrapper &wrap)
{
    auto *store = new ThreadedStore;
    return store->run<Result>([=] {
        const Instant now = setup.clock.now();
        std::optional<Problem> why; // it cannot be written
        std::optional<Problem> noBackup;
        auto opened = store->openHere([&] { return openJournal(path, readOnly, now, wrap, &noBackup); });
        if (!opened && !readOnly && mayBeReadable(opened.problem())) {
            why = opened.problem();
            opened = store->openHere([&] { return openJournal(path, true, now, wrap); });
        }
        if (!opened) {
            delete store;
            return std::make_shared<Outcome<OpenedIncident>>(why.value_or(opened.problem()));
        }
        // Owned from here on: a session that cannot be made takes the store with it.
        const SyncJournal *const exchange = exchangeOf(*store);
        auto session = IncidentSession::resume(std::unique_ptr<EventStore>(store), setup, exchange);
        if (!session)
            return std::make_shared<Outcome<OpenedIncident>>(session.problem());
        return std::make_shared<Outcome<OpenedIncident>>(OpenedIncident{std::move(session).value(), store, path, readOnly || why,
                                                                        0, 0, why, exchange && isOnBackend(*exchange), noBackup});
    });
}

Opening declareIncident(const QString &path, const SessionSetup &setup, const Process &process, const Command &command)
{
    auto *store = new ThreadedStore;
    return store->run<Result>([=] {
        bool made = false;
        auto session = IncidentSession::declare(
            [&]() -> Outcome<std::unique_ptr<EventStore>> {
                if (const auto opened = store->openHere([&] { return createJournal(path); }); !opened)
                    return opened.problem();
                made = true;
                return std::unique_ptr<EventStore>(store);
            },
            setup, process, command);
        if (!session && !made)
            delete store;
        if (!session)
            return std::make_shared<Outcome<OpenedIncident>>(session.problem());
        return std::make_shared<Outcome<OpenedIncident>>(OpenedIncident{std::move(session).value(), store, path});
    });
}

Opening importIncident(const QString &path, const SessionSetup &setup, const Process &process, const QString &record)
{
    auto *store = new ThreadedStore;
    return store->run<Result>([=] {
        const auto fail = [store](const Problem &problem) {
            delete store;
            return std::make_shared<Outcome<OpenedIncident>>(problem);
        };
        const auto bytes = readFileArgument(record);
        const auto history = bytes ? readHistory(bytes.value(), QFileInfo(record).fileName(), {}, {})
                                   : Outcome<exchange::Imported>(bytes.problem());
        if (!history)
            return fail(history.problem());
        if (const auto made = store->openHere([&] { return createJournal(path); }); !made)
            return fail(made.problem());
        const Instant start = historyStart(history.value());
        const QString title = history.value().title.isEmpty() ? QFileInfo(record).completeBaseName() : history.value().title;
        auto session = IncidentSession::beginWith(
            [&] { return Outcome<std::unique_ptr<EventStore>>(std::unique_ptr<EventStore>(store)); }, setup, process,
            historyDeclaration(process, title, start.isSet() ? start : setup.clock.now()));
        if (!session)
            return std::make_shared<Outcome<OpenedIncident>>(session.problem());
        const auto count = recordHistory(*session.value(), history.value());
        if (!count)
            return std::make_shared<Outcome<OpenedIncident>>(count.problem());
        return std::make_shared<Outcome<OpenedIncident>>(OpenedIncident{
            std::move(session).value(), store, path, false, count.value().taken, int(history.value().notPlaced.size())});
    });
}

} // namespace fireline::session
