// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventstore.h"
#include "decide/decide.h"
#include "decide/stamper.h"
#include "orderedrecord.h"
#include "sessionsetup.h"
#include "state/incidentstate.h"

#include <functional>
#include <memory>
#include <optional>

namespace fireline::domain {
struct Refusal;
struct ServerEvent;
} // namespace fireline::domain

namespace fireline::session {

class SharedRecord;

/// What came of a command: the events as they stand in the record, and what the process had to say beside.
struct Executed
{
    QList<domain::Event> events;
    QList<domain::Notice> notices;
};

/// One incident being worked on: the circle command → decide → durable event → state. The only way the record grows.
/// One thread; owned by the command line, a drill or the window's controller.
class IncidentSession
{
public:
    using Decided = std::function<void(const QList<domain::Event> &)>;
    using StoreMaker = std::function<domain::Outcome<std::unique_ptr<domain::EventStore>>()>;

    /// Declares a new incident. `command` is Verb::Declare; the store is only made once the process has let it pass, so that a
    /// refusal leaves no file behind.
    [[nodiscard]] static domain::Outcome<std::unique_ptr<IncidentSession>> declare(const StoreMaker &makeStore,
                                                                                   const SessionSetup &setup,
                                                                                   const domain::Process &process,
                                                                                   const domain::Command &command);
    /// Begins a file with a fact that passed no rule: history (decisions 17). `declaration` is an incident.declared.
    [[nodiscard]] static domain::Outcome<std::unique_ptr<IncidentSession>> beginWith(const StoreMaker &makeStore,
                                                                                     const SessionSetup &setup,
                                                                                     const domain::Process &process,
                                                                                     const domain::EventDraft &declaration);
    /// Replays a store; rules come from the process text pinned in it (decisions 2).
    /// A file that a backend orders is folded in that order; `exchange` is its own and used within this call alone.
    [[nodiscard]] static domain::Outcome<std::unique_ptr<IncidentSession>>
    resume(std::unique_ptr<domain::EventStore> store, const SessionSetup &setup, const domain::SyncJournal *exchange = nullptr);
    ~IncidentSession();

    /// The file is about to be read by readOrdered() elsewhere: what is written from here on will not be in its answer.
    void beginSharing();
    /// From here on a backend orders the record; again after the server went back.
    [[nodiscard]] domain::Outcome<void> share(const OrderedRecord &record);
    [[nodiscard]] bool isShared() const { return m_shared != nullptr; }
    [[nodiscard]] Taken take(const QList<domain::ServerEvent> &events);
    /// True when something that was shown is not any more.
    bool refuse(const QList<domain::Refusal> &refusals);
    /// Own events that no pull has shown; none where there is no backend.
    [[nodiscard]] QList<domain::Event> unconfirmed() const;
    /// It waits for the backend to say that it is done (decisions 5).
    [[nodiscard]] bool isPending(const domain::Event &event) const;

    /// Judges, writes durably, applies, and then does the same for what follows by itself. A refusal writes nothing. A disk
    /// that fails leaves the events pending and not saved (decisions 15): further commands are refused with that reason
    /// until retryPending() succeeds. `decided` hears of the command's own events before they are handed to the store, so that
    /// a program which ends in between has them twice rather than not at all.
    [[nodiscard]] domain::Outcome<Executed> execute(const domain::Command &command, const Decided &decided = {});

    /// Writes drafts that passed no rule: history (imports). Same durability.
    [[nodiscard]] domain::Outcome<QList<domain::Event>> record(const QList<domain::EventDraft> &drafts);

    /// What the process had to say beside the declaration; empty for a session that was resumed.
    [[nodiscard]] const QList<domain::Notice> &declarationNotices() const { return m_declarationNotices; }

    [[nodiscard]] const QList<domain::Event> &pending() const { return m_pending; }
    [[nodiscard]] domain::Outcome<void> retryPending();
    /// Events that a store with a thread of its own took over and could not write: as if append() had failed on them.
    void markNotSaved(const QList<domain::Event> &events) { m_pending.append(events); }

    /// What stands beside the process on this machine is another now: from here on the session knows these lists. The record
    /// and the pinned process stay what they are; process() is a new value.
    [[nodiscard]] domain::Outcome<void> setPlaybooks(std::function<domain::Process(domain::Process)> withPlaybooks);

    [[nodiscard]] const domain::IncidentState &state() const;
    [[nodiscard]] const domain::Process &process() const { return m_process; }
    [[nodiscard]] domain::EventStore &store() { return *m_store; }
    [[nodiscard]] domain::Instant now() const { return m_setup.clock.now(); }
    [[nodiscard]] const QString &profile() const { return m_setup.profile; }

private:
    IncidentSession(std::unique_ptr<domain::EventStore> store, const SessionSetup &setup);
    [[nodiscard]] domain::Outcome<void> replay();
    [[nodiscard]] domain::Outcome<void> replayShared(const domain::SyncJournal &exchange);
    [[nodiscard]] domain::Outcome<void> followProcess();
    [[nodiscard]] domain::Outcome<void> readPinnedProcess();
    void take(const domain::Event &event);
    [[nodiscard]] domain::Outcome<QList<domain::Event>> write(const QList<domain::EventDraft> &drafts,
                                                              const Decided &decided = {});
    [[nodiscard]] domain::Outcome<void> follow(QList<domain::Event> &events);

    std::unique_ptr<domain::EventStore> m_store;
    SessionSetup m_setup;
    domain::EventStamper m_stamper;
    domain::IncidentState m_state;
    domain::Process m_process;
    QList<domain::Event> m_pending; ///< shown, and not yet on the disk
    QList<domain::Notice> m_declarationNotices;
    std::unique_ptr<SharedRecord> m_shared;
    std::optional<QList<domain::Event>> m_unread; ///< written since the file was read to be shared
};

} // namespace fireline::session
