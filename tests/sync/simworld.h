// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simserver.h"
#include "simulation.h"

#include <QCryptographicHash>

#include <memory>
#include <queue>
#include <random>

class SimConsole;
class SimJournal;

/// Time, chance and the network of one run: what is due next happens next. One thread; owns the consoles.
class SimWorld
{
public:
    /// `backend`: a real one; null: one in memory.
    SimWorld(quint64 seed, const Mutants &mutants, SimBackend *backend = nullptr);
    ~SimWorld();

    [[nodiscard]] SimulationResult run();

    // For the consoles.
    [[nodiscard]] fireline::domain::Instant now() const { return m_now; }
    [[nodiscard]] quint32 below(quint32 bound) { return bound == 0 ? 0 : quint32(m_random() % bound); }
    [[nodiscard]] bool chance(quint32 percent) { return below(100) < percent; }
    void after(fireline::domain::Span span, std::function<void()> act);
    void carry(SimConsole &from, quint64 ticket, const fireline::sync::Request &request);
    void note(const QString &what); ///< into the trace
    void violation(const QString &what);
    [[nodiscard]] const Mutants &mutants() const { return m_mutants; }
    [[nodiscard]] SimBackend &server() { return m_server; }
    [[nodiscard]] QStringList people() const;

    /// I11: two back-offs, two polls and the calls.
    static constexpr fireline::domain::Span Patience = fireline::domain::Span::seconds(150);

private:
    struct Due
    {
        qint64 at;
        quint64 order;
        std::function<void()> act;
        bool operator<(const Due &other) const { return at != other.at ? at > other.at : order > other.order; }
    };

    [[nodiscard]] fireline::domain::Span delay();
    /// Who a message is from, and of which of its lives and connections.
    struct Sender
    {
        SimConsole &console;
        int life;
        int connection;
        int generation; ///< of the server
    };
    void arrive(const Sender &from, quint64 ticket, const fireline::sync::Request &request);
    void send(const Sender &to, quint64 ticket, const fireline::sync::Answer &answer);
    void ring(const QString &payload);
    void mishap();
    void typing();
    void goUntil(fireline::domain::Instant end);
    void heal();
    [[nodiscard]] bool lacksAttachment(const QString &incident, const SimJournal &journal) const;
    [[nodiscard]] bool isSettled() const;

    /// I9: of a private incident nobody hears but its members; not in what fails either, nor by the doorbell.
    void checkTold(const SimConsole &console, const fireline::sync::Answer &answer);
    void checkRung(const QString &payload);
    void checkLogs();
    void checkConsoles();
    void checkAuthority();

    std::mt19937_64 m_random;
    const Mutants m_mutants;
    std::unique_ptr<SimBackend> m_owned; ///< the one in memory
    SimBackend &m_server;
    std::vector<std::unique_ptr<SimConsole>> m_consoles;
    std::priority_queue<Due> m_due;
    quint64 m_order = 0;
    fireline::domain::Instant m_now;
    bool m_isRough = true;
    bool m_serverIsAway = false;
    bool m_mayGoBack = false;
    QCryptographicHash m_trace{QCryptographicHash::Sha256};
    SimulationResult m_result;
};
