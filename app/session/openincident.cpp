// SPDX-License-Identifier: GPL-3.0-or-later
#include "openincident.h"

#include "backups.h"
#include "filearguments.h"
#include "historyimport.h"
#include "sqlite/sqlitejournal.h"

#include <QDir>
#include <QFileInfo>

namespace fireline::session {

using namespace domain;
using store::SqliteJournal;

namespace {

using Result = std::shared_ptr<Outcome<OpenedIncident>>;

/// What is not opened in the end is destroyed where it was made, behind the job that failed.
Opening inStoreThread(const QString &path, bool readOnly,
                      std::function<Outcome<std::unique_ptr<IncidentSession>>(ThreadedStore *)> begin)
{
    auto *store = new ThreadedStore;
    return store->run<Result>([store, path, readOnly, begin = std::move(begin)] {
        auto session = begin(store);
        if (!session)
            return std::make_shared<Outcome<OpenedIncident>>(session.problem());
        return std::make_shared<Outcome<OpenedIncident>>(OpenedIncident{std::move(session).value(), store, path, readOnly, 0, 0});
    });
}

Outcome<ThreadedStore::Inner> openJournal(const QString &path, bool readOnly, Instant now, const StoreWrapper &wrap)
{
    auto journal = SqliteJournal::open(path, readOnly ? SqliteJournal::Mode::ReadOnly : SqliteJournal::Mode::ReadWrite);
    if (!journal)
        return journal.problem();
    // A backup that cannot be made keeps nobody from writing.
    if (!readOnly)
        (void)keepBackups(*journal.value(), now);
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

} // namespace

Opening openIncident(const QString &path, bool readOnly, const SessionSetup &setup, const StoreWrapper &wrap)
{
    return inStoreThread(path, readOnly, [=](ThreadedStore *store) -> Outcome<std::unique_ptr<IncidentSession>> {
        // Owned from here on: a session that cannot be made takes the store with it.
        if (const auto opened = store->openHere([&] { return openJournal(path, readOnly, setup.clock.now(), wrap); }); !opened) {
            delete store;
            return opened.problem();
        }
        return IncidentSession::resume(std::unique_ptr<EventStore>(store), setup);
    });
}

Opening declareIncident(const QString &path, const SessionSetup &setup, const Process &process, const Command &command)
{
    return inStoreThread(path, false, [=](ThreadedStore *store) -> Outcome<std::unique_ptr<IncidentSession>> {
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
        return session;
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
