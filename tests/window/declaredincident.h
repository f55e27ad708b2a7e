// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memorystore.h"
#include "openincident.h"
#include "processlibrary.h"
#include "threadedstore.h"

#include <optional>

namespace fireline::test {

/// "Checkout fails", or as that command declares it, under a built-in process and kept on this disk in memory, as a window opens it: its
/// store lives in a thread of its own.
inline session::OpenedIncident declaredIncident(MemoryStore::Disk &disk, const session::SessionSetup &setup,
                                                bool readOnly = false, const std::optional<domain::Command> &declare = {})
{
    using namespace Qt::StringLiterals;
    using domain::Outcome;
    using session::ThreadedStore;
    auto *store = new ThreadedStore; // the session's, once it is declared
    auto opening = store->run<std::shared_ptr<session::OpenedIncident>>([&disk, &setup, &declare, store, readOnly] {
        (void)store->openHere([&disk] { return Outcome<ThreadedStore::Inner>(std::make_unique<MemoryStore>(disk)); });
        const domain::Process process = process::ProcessLibrary({}).process(u"severity-ladder"_s).value();
        const domain::Command command{domain::Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, u"1"_s}}};
        auto session = session::IncidentSession::declare(
            [store] { return Outcome<std::unique_ptr<domain::EventStore>>(std::unique_ptr<domain::EventStore>(store)); }, setup,
            process, declare.value_or(command));
        return std::make_shared<session::OpenedIncident>(
            session::OpenedIncident{std::move(session).value(), store, {}, readOnly, 0, 0});
    });
    opening.waitForFinished();
    return std::move(*opening.result());
}

} // namespace fireline::test
