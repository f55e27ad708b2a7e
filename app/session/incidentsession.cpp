// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentsession.h"

#include "clocks/processnames.h"
#include "processloader.h"
#include "sharedrecord.h"
#include "sync/syncjournal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(IncidentSession)
};

// Each opening begins an author's chain of its own. A file can be an older one of itself, put back from a backup, copied, or fetched
// anew, and whoever opens it cannot know how far its last chain has gone elsewhere: what is written twice at one place of one chain
// is taken by no server.
QString chainOf(const SessionSetup &setup)
{
    return setup.device + u'/' + QString::number(setup.clock.now().us, 36);
}

} // namespace

IncidentSession::IncidentSession(std::unique_ptr<EventStore> store, const SessionSetup &setup)
    : m_store(std::move(store))
    , m_setup(setup)
    , m_stamper(setup.ids, chainOf(setup), setup.profile)
{
}

Outcome<std::unique_ptr<IncidentSession>> IncidentSession::declare(const StoreMaker &makeStore, const SessionSetup &setup,
                                                                   const Process &process, const Command &command)
{
    const IncidentState nothing;
    if (const auto allowed = decide({nothing, process, setup.clock.now(), setup.profile}, command); !allowed)
        return allowed.problem();
    auto store = makeStore();
    if (!store)
        return store.problem();
    auto session = std::unique_ptr<IncidentSession>(new IncidentSession(std::move(store).value(), setup));
    session->m_process = process;
    session->m_stamper.setIncident(setup.ids.next(setup.clock.now()));
    const auto executed = session->execute(command);
    if (!executed)
        return executed.problem();
    session->m_declarationNotices = executed.value().notices;
    return session;
}

Outcome<std::unique_ptr<IncidentSession>> IncidentSession::beginWith(const StoreMaker &makeStore, const SessionSetup &setup,
                                                                     const Process &process, const EventDraft &declaration)
{
    auto store = makeStore();
    if (!store)
        return store.problem();
    auto session = std::unique_ptr<IncidentSession>(new IncidentSession(std::move(store).value(), setup));
    session->m_process = process;
    session->m_stamper.setIncident(setup.ids.next(setup.clock.now()));
    if (const auto written = session->write({declaration}); !written)
        return written.problem();
    return session;
}

Outcome<std::unique_ptr<IncidentSession>> IncidentSession::resume(std::unique_ptr<EventStore> store, const SessionSetup &setup,
                                                                  const SyncJournal *exchange)
{
    auto session = std::unique_ptr<IncidentSession>(new IncidentSession(std::move(store), setup));
    const auto cursor = exchange ? exchange->cursor() : Outcome<SyncCursor>(SyncCursor());
    if (!cursor)
        return cursor.problem();
    if (const auto replayed = cursor.value().seq > 0 ? session->replayShared(*exchange) : session->replay(); !replayed)
        return replayed.problem();
    return session;
}

Outcome<void> IncidentSession::replay()
{
    const Instant now = m_setup.clock.now();
    Outcome<void> pinned;
    const auto read = m_store->read(0, [&](qint64, const Event &event) {
        take(event);
        // Later rows are said in the words of the process that an earlier event has pinned.
        if (event.type == "incident.declared"_L1 || event.type == "process.adopted"_L1)
            pinned = readPinnedProcess();
        m_stamper.follow(event, now);
        return true;
    });
    if (!read)
        return read.problem();
    m_stamper.setIncident(m_store->incident());
    if (!m_state.declared())
        return Problem{Problem::Kind::Damaged, u"not-declared"_s, Text::tr("This file holds no declared incident."), {}, {}, {}};
    return pinned;
}

void IncidentSession::take(const Event &event)
{
    if (m_unread)
        m_unread->append(event);
    if (m_shared)
        return m_shared->addLocal(event);
    const ProcessNames names(m_process);
    apply(m_state, event, &names);
}

Outcome<void> IncidentSession::readPinnedProcess()
{
    if (m_shared)
        return followProcess();
    auto process = process::loadProcess(m_state.processText.toUtf8(), m_state.processId + u".yaml"_s);
    if (!process)
        return process.problem();
    m_process = m_setup.withPlaybooks ? m_setup.withPlaybooks(std::move(process).value()) : std::move(process).value();
    return {};
}

Outcome<void> IncidentSession::setPlaybooks(std::function<Process(Process)> withPlaybooks)
{
    m_setup.withPlaybooks = std::move(withPlaybooks);
    if (m_shared)
        m_shared->setPlaybooks(m_setup.withPlaybooks);
    return readPinnedProcess();
}

Outcome<Executed> IncidentSession::execute(const Command &command, const Decided &decided)
{
    if (!m_pending.isEmpty())
        return Problem{Problem::Kind::Full,
                       u"not-saved"_s,
                       QCoreApplication::translate(
                           "IncidentSession",
                           "%n entries are not saved yet because the disk refuses to write. Make room, then try again.", nullptr,
                           int(m_pending.size())),
                       {},
                       {},
                       {}};
    if (command.verb == Verb::AdoptProcess) {
        // A text that cannot be read must never be pinned: the file could not be opened again.
        const auto readable = process::loadProcess(command.text(u"processText").toUtf8(), command.text(u"process"));
        if (!readable)
            return readable.problem();
    }
    const auto decision = decide({state(), m_process, m_setup.clock.now(), m_setup.profile}, command);
    if (!decision)
        return decision.problem();
    auto events = write(decision.value().events, decided);
    if (!events)
        return events.problem();
    if (command.verb == Verb::AdoptProcess) {
        if (const auto read = readPinnedProcess(); !read)
            return read.problem();
    }
    if (const auto followed = follow(events.value()); !followed)
        return followed.problem();
    return Executed{events.value(), decision.value().notices};
}

Outcome<void> IncidentSession::follow(QList<Event> &events)
{
    const auto drafts = followUps(state(), m_process, m_setup.clock.now());
    if (drafts.isEmpty())
        return {};
    const auto more = write(drafts);
    if (!more)
        return more.problem();
    events.append(more.value());
    return {};
}

Outcome<QList<Event>> IncidentSession::record(const QList<EventDraft> &drafts)
{
    return write(drafts);
}

Outcome<QList<Event>> IncidentSession::write(const QList<EventDraft> &drafts, const Decided &decided)
{
    const auto mark = m_stamper.mark();
    auto events = m_stamper.stamp(m_shared ? m_shared->withTerms(drafts, m_setup.profile) : drafts, m_setup.clock.now());
    if (!events)
        return events.problem();
    if (decided)
        decided(events.value());
    const auto appended = m_store->append(events.value());
    const bool diskFailed = !appended
                            && (appended.problem().kind == Problem::Kind::Full || appended.problem().kind == Problem::Kind::Io);
    if (!appended && !diskFailed) {
        m_stamper.restore(mark);
        return appended.problem();
    }
    for (const Event &event : events.value())
        take(event);
    if (diskFailed) {
        // What was typed stays in sight and in order; only the word "saved" is withheld (decisions 15).
        m_pending.append(events.value());
        return appended.problem();
    }
    return events;
}

Outcome<void> IncidentSession::retryPending()
{
    if (m_pending.isEmpty())
        return {};
    if (const auto appended = m_store->append(m_pending); !appended)
        return appended.problem();
    m_pending.clear();
    return {};
}

} // namespace fireline::session
