// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "openincident.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace fireline::window {

class IncidentSharing;

/// One incident in a window: commands come in, models are fed, the store thread is told what to write. The only way from a
/// key press to the record. GUI thread; owned by the incident's window.
class IncidentController final : public models::IncidentFeed
{
    Q_OBJECT
public:
    /// `clock` is the session's own and outlives the controller.
    IncidentController(session::OpenedIncident opened, const domain::Clock &clock, QObject *parent = nullptr);
    ~IncidentController() override;

    /// Judges and applies at once; what follows on the disk is told by savedChanged(). A refusal changes nothing. `decided` hears
    /// of the events before anybody else does, the disk among them.
    [[nodiscard]] domain::Outcome<session::Executed> execute(const domain::Command &command,
                                                             const session::IncidentSession::Decided &decided = {});
    /// The record can no longer be trusted: what it holds stays in sight, nothing is written behind it.
    void stopWriting(const domain::Problem &why);
    /// Writes again what the disk refused, in order (decisions 15).
    void retrySaving();
    /// Lists that stand beside the process on this machine are others now; told by applied() without an event.
    void setPlaybooks(std::function<domain::Process(domain::Process)> withPlaybooks);
    /// Keeps bytes for an attachment and gives their hash (decisions 11: at most 16 MiB; more is refused at once).
    using KeptBlob = std::shared_ptr<domain::Outcome<QString>>;
    [[nodiscard]] QFuture<KeptBlob> keepBlob(const QByteArray &bytes);

    /// Its way to a shared backend; what comes from there is handed in by the next three.
    [[nodiscard]] IncidentSharing &sharing() { return *m_sharing; }
    [[nodiscard]] bool isOnBackend() const { return m_opened.onBackend; }
    void takeOrder(const session::OrderedRecord &record);
    void takeEvents(const QList<domain::ServerEvent> &events);
    void takeRefusals(const QList<domain::Refusal> &refusals);
    /// Those that are shown and could still be refused.
    void setUnconfirmed(const QSet<QString> &eventIds);

    [[nodiscard]] session::IncidentSession &session() { return *m_opened.session; }
    [[nodiscard]] session::ThreadedStore &store() { return *m_opened.store; }
    /// Why the file can only be looked at, where somebody wanted to write it.
    [[nodiscard]] const std::optional<domain::Problem> &whyReadOnly() const { return m_opened.whyReadOnly; }
    /// Why no backup was made before it was written, where one was due.
    [[nodiscard]] const std::optional<domain::Problem> &noBackup() const { return m_opened.noBackup; }
    [[nodiscard]] const QString &path() const { return m_opened.path; }
    /// Ticks only while the window can be seen.
    void setTicking(bool on);
    /// Looks at the clocks now: for a drill, whose time moves by its own steps.
    void tick();

    [[nodiscard]] const domain::IncidentState &state() const override { return m_opened.session->state(); }
    [[nodiscard]] const domain::Process &process() const override { return m_opened.session->process(); }
    [[nodiscard]] const QList<domain::RunningClock> &clocks() const override { return m_clocks; }
    [[nodiscard]] domain::Instant now() const override { return m_clock.now(); }
    [[nodiscard]] QString profile() const override { return m_opened.session->profile(); }
    [[nodiscard]] models::Saved saved(const QString &eventId) const override;
    [[nodiscard]] models::SaveStatus saveStatus() const override;

signals:
    /// Own entries stand at other places of state() now, others' below them. An applied() without an event follows at once.
    void rowsMoved(const fireline::domain::EntryMoves &moves);
    void problemOccurred(const domain::Problem &problem);
    void writingStopped();
    /// The wall clock moved otherwise than time did: the machine slept, or somebody set it. Positive is forward.
    void timeJumped(domain::Span by);

private:
    void refreshClocks();
    void scheduleTick();
    void watchForJumps();
    void onSaved(const QStringList &eventIds);
    void onNotSaved(const QList<domain::Event> &events, const domain::Problem &problem);

    void markSaving(const QList<domain::Event> &events);
    void tellMoves(const domain::EntryMoves &moves);

    std::unique_ptr<IncidentSharing> m_sharing; ///< outlives the store, in whose thread it is spoken to
    session::OpenedIncident m_opened;
    const domain::Clock &m_clock;
    QList<domain::RunningClock> m_clocks;
    QTimer m_timer;
    bool m_ticking = false;
    QElapsedTimer m_sinceTick;
    domain::Instant m_lastTick;
    QSet<QString> m_saving;
    QSet<QString> m_notSaved;
    QSet<QString> m_unconfirmed;
    domain::Instant m_lastSaved;
    std::optional<domain::Problem> m_problem;
};

} // namespace fireline::window
