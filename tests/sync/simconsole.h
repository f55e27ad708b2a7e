// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decide/stamper.h"
#include "rebasedstate.h"
#include "simjournal.h"
#include "simworld.h"
#include "syncengine.h"

/// One console: its files, which outlive it, and the production engine, which does not. Its transport is the simulated network.
class SimConsole : public fireline::sync::Transport,
                   public fireline::sync::SyncClock,
                   public fireline::sync::Randomness,
                   public fireline::sync::SyncObserver
{
public:
    SimConsole(SimWorld &world, int number);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] bool isRunning() const { return m_engine != nullptr; }
    [[nodiscard]] int connection() const { return m_connection; }
    [[nodiscard]] int life() const { return m_life; } ///< another after each crash
    [[nodiscard]] const std::map<QString, SimJournal> &journals() const { return m_journals; }
    [[nodiscard]] const QSet<QString> &acknowledged() const { return m_acknowledged; }
    [[nodiscard]] fireline::domain::Span skew() const { return m_skew; }
    [[nodiscard]] const fireline::sync::SyncEngine &engine() const { return *m_engine; }

    void start();
    void crash();
    /// A copy of its files as they are; and these in the place of what came since, while it does not run.
    void backUp() { m_backup = m_journals; }
    void putBack();
    /// One act of a person; `incident` must be in its files.
    void type(const QString &incident);
    void declare(bool isPrivate, int historyEvents);
    void wake();
    void hear(const QString &payload);
    void receive(quint64 ticket, const fireline::sync::Answer &answer);
    /// The same events folded one by one and all at once must come to the same.
    void checkFolds();

    bool isCutOff = false;
    bool listens = false;
    int generation = 0; ///< of the server that it is connected to

    // Transport
    void send(quint64 ticket, const fireline::sync::Request &request) override;
    void abort() override;
    // SyncClock
    [[nodiscard]] fireline::domain::Instant wall() const override { return m_world.now() + m_skew; }
    [[nodiscard]] fireline::domain::Span steady() const override { return m_world.now() - fireline::domain::Instant{0}; }
    // Randomness
    [[nodiscard]] quint32 below(quint32 bound) override { return m_world.below(bound); }
    // SyncObserver
    void linkChanged(const fireline::sync::LinkStatus &status) override;
    void replicaChanged(const QString &incident, const fireline::sync::ReplicaStatus &status) override;
    void headsSeen(const QList<fireline::domain::ServerHead> &heads) override;
    void taken(const QString &incident, const QList<fireline::domain::ServerEvent> &events) override;
    void refused(const QString &incident, const QList<fireline::domain::Refusal> &refusals) override;
    void rewound(const QString &incident, qint64 seq, const fireline::domain::Rewind &what) override;
    void blobTaken(const QString &, const QString &) override { }

private:
    void open(const QString &incident);
    void write(const QString &incident, const fireline::domain::EventDraft &draft);
    [[nodiscard]] fireline::domain::EventDraft act(const QString &incident);
    [[nodiscard]] fireline::domain::EventDraft attach(const QString &incident);
    /// I10: nothing that needs the server's word is shown as done before it has been given.
    void checkShown(const QString &incident);
    [[nodiscard]] fireline::sync::RebasedState emptyState(const QString &incident) const;

    SimWorld &m_world;
    const QString m_name;
    fireline::domain::Span m_skew;
    fireline::domain::UuidV7Source m_ids;
    std::map<QString, SimJournal> m_journals;
    std::map<QString, SimJournal> m_backup;
    int m_openings = 0;
    std::unique_ptr<fireline::sync::SyncEngine> m_engine;
    std::map<QString, fireline::domain::EventStamper> m_stampers;
    std::map<QString, fireline::sync::RebasedState> m_states;
    QSet<QString> m_acknowledged;
    QHash<quint64, fireline::sync::ask::Append> m_sentEvents;
    int m_connection = 0;
    int m_life = 0;
    bool m_isAboutToCrash = false;
    std::optional<qint64> m_wakeAt;
};
