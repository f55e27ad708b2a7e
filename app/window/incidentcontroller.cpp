// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentcontroller.h"

#include "core/limits.h"
#include "filearguments.h"
#include "incidentsharing.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using models::Saved;
using session::Executed;

namespace {

constexpr Span smallestJump = Span::seconds(2);

} // namespace

IncidentController::IncidentController(session::OpenedIncident opened, const Clock &clock, QObject *parent)
    : IncidentFeed(parent)
    , m_sharing(std::make_unique<IncidentSharing>(*this))
    , m_opened(std::move(opened))
    , m_clock(clock)
    , m_lastSaved(state().entries.isEmpty() ? Instant() : state().entries.last().recordedAt)
{
    connect(m_opened.store, &session::ThreadedStore::saved, this, &IncidentController::onSaved);
    connect(m_opened.store, &session::ThreadedStore::notSaved, this, &IncidentController::onNotSaved);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        watchForJumps();
        tick();
        scheduleTick();
    });
    refreshClocks();
}

IncidentController::~IncidentController() = default;

Outcome<Executed> IncidentController::execute(const Command &command, const session::IncidentSession::Decided &decided)
{
    if (m_opened.readOnly)
        return Problem{Problem::Kind::Io,
                       u"read-only"_s,
                       tr("This incident is open to look only; nothing can be recorded here."),
                       {},
                       {},
                       {}};
    if (const QString why = m_sharing->whyNothingIsTaken(); !why.isEmpty())
        return Problem{Problem::Kind::Usage, u"looks-only"_s, why, {}, {}, {}};
    const qint64 before = state().eventCount;
    auto executed = m_opened.session->execute(command, decided);
    if (state().eventCount == before)
        return executed;
    refreshClocks();
    if (!executed) {
        // Written, but what should have followed by itself was not: the models read everything anew.
        emit reset();
        return executed;
    }
    QStringList ids;
    for (const Event &event : executed.value().events)
        ids.append(event.id);
    m_saving.unite(QSet<QString>(ids.begin(), ids.end()));
    emit applied(executed.value().events);
    emit savedChanged(ids);
    return executed;
}

void IncidentController::onSaved(const QStringList &eventIds)
{
    for (const QString &id : eventIds) {
        m_saving.remove(id);
        m_notSaved.remove(id);
    }
    m_lastSaved = now();
    if (m_notSaved.isEmpty())
        m_problem.reset();
    emit savedChanged(eventIds);
}

void IncidentController::onNotSaved(const QList<Event> &events, const Problem &problem)
{
    QStringList ids;
    for (const Event &event : events) {
        ids.append(event.id);
        m_saving.remove(event.id);
        m_notSaved.insert(event.id);
    }
    m_opened.session->markNotSaved(events);
    const bool first = !m_problem;
    m_problem = problem;
    emit savedChanged(ids);
    if (first)
        emit problemOccurred(problem);
}

void IncidentController::stopWriting(const Problem &why)
{
    m_opened.readOnly = true;
    m_opened.whyReadOnly = why;
    emit writingStopped();
    emit savedChanged({});
}

void IncidentController::retrySaving()
{
    if (m_opened.session->pending().isEmpty())
        return;
    QStringList ids;
    for (const Event &event : m_opened.session->pending())
        ids.append(event.id);
    m_saving.unite(QSet<QString>(ids.begin(), ids.end()));
    m_notSaved.subtract(m_saving);
    m_problem.reset();
    m_opened.store->mend();
    if (const auto retried = m_opened.session->retryPending(); !retried)
        emit problemOccurred(retried.problem());
    emit savedChanged(ids);
}

void IncidentController::setPlaybooks(std::function<Process(Process)> withPlaybooks)
{
    if (const auto known = m_opened.session->setPlaybooks(std::move(withPlaybooks)); !known) {
        emit problemOccurred(known.problem());
        return;
    }
    refreshClocks();
    emit applied({});
}

QFuture<IncidentController::KeptBlob> IncidentController::keepBlob(const QByteArray &bytes)
{
    auto *store = m_opened.store;
    return store->run<KeptBlob>([store, bytes]() -> KeptBlob {
        if (bytes.size() > domain::largestAttachment)
            return std::make_shared<Outcome<QString>>(Problem{
                Problem::Kind::Usage, u"too-large"_s, tr("This is larger than 16 MiB. Attach a part of it."), {}, {}, {}});
        return std::make_shared<Outcome<QString>>(store->putBlob(bytes));
    });
}

void IncidentController::setTicking(bool on)
{
    if (on == m_ticking)
        return;
    m_ticking = on;
    m_sinceTick.invalidate();
    if (!on) {
        m_timer.stop();
        return;
    }
    tick();
    scheduleTick();
}

void IncidentController::tick()
{
    refreshClocks();
    emit ticked();
}

void IncidentController::scheduleTick()
{
    const qint64 intoSecond = Instant::fromDateTime(QDateTime::currentDateTimeUtc()).us / 1000 % 1000;
    m_timer.start(int(1000 - intoSecond));
}

void IncidentController::watchForJumps()
{
    const Instant wall = now();
    if (m_sinceTick.isValid()) {
        const Span by = (wall - m_lastTick) - Span::millis(m_sinceTick.elapsed());
        if (std::abs(by.us) > smallestJump.us)
            emit timeJumped(by);
    }
    m_sinceTick.start();
    m_lastTick = wall;
}

void IncidentController::refreshClocks()
{
    m_clocks = runningClocks(state(), process(), now());
}

Saved IncidentController::saved(const QString &eventId) const
{
    if (m_notSaved.contains(eventId))
        return Saved::NotSaved;
    if (m_saving.contains(eventId))
        return Saved::Saving;
    return m_unconfirmed.contains(eventId) ? Saved::Unconfirmed : Saved::Saved;
}

models::SaveStatus IncidentController::saveStatus() const
{
    return {int(m_saving.size()), int(m_notSaved.size()), m_lastSaved, m_problem, m_opened.readOnly};
}

} // namespace fireline::window
