// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clockwatch.h"
#include "drillresult.h"
#include "drillsession.h"
#include "scenario.h"

#include <QHash>
#include <QList>

#include <functional>

namespace fireline::drill {

struct PlayOptions
{
    bool automatic = true; ///< plays the `do` lines; otherwise they are told and left to the people at the console
    QString console;       ///< whose lines are left to the person at this console, also where the others' are played
    quint64 seed = 1;      ///< for the report
    /// Somebody here sets the pace: it lasts until all that waits has come, and no longer for what is left to them. Not for play().
    bool patient = false;
    std::function<void(const DrillLine &)> onLine = {}; ///< each line as it happens
};

/// Plays one scenario on a declared incident: moves the simulated clock from change to change, so that every rung and every
/// late clock is seen at its instant, and gives the steps as ordinary commands. Pure but for the session it is given: the
/// same scenario on equal sessions gives the same events. Used once; one thread; outlived by scenario and session.
class DrillPlayer
{
public:
    DrillPlayer(const Scenario &scenario, DrillSession &session, PlayOptions options);

    /// All of it, as fast as the session's clock lets it.
    [[nodiscard]] DrillResult play();

    /// The same in parts, for a window: begin() once, then playUntil() with rising times until it says false, then finish().
    void begin();
    /// Plays what falls up to `t` and moves the session's clock there; false once the drill is over.
    [[nodiscard]] bool playUntil(domain::Instant t);
    [[nodiscard]] DrillResult finish();
    /// Ends it where it is, in place of finish(): it was not played to its end, and nothing that waited counts as missed.
    [[nodiscard]] DrillResult stop();

    /// What counts as failed up to now.
    [[nodiscard]] DrillScore score() const;
    /// The injects that are still to come, the soonest first; those that wait for something stand last. For the facilitator.
    [[nodiscard]] QList<ComingInject> coming() const;

private:
    struct Waiting
    {
        const Step *step = nullptr;
        domain::Instant until; ///< unset: as long as the drill lasts
        domain::Instant due;   ///< `once` showed: when it happens
    };

    bool advanceTo(domain::Instant target);
    bool advanceOnce(domain::Instant target);
    bool playWaiting();
    [[nodiscard]] bool isDue(Waiting &waiting) const;
    bool playStep(const Step &step);
    bool playLine(const Step &step, const QString &by);
    bool playInject(const Inject &inject, const QString &by);
    bool playNetwork(bool cut);
    bool give(const domain::Command &command);
    void judge(const Step &step, const QString &by, const domain::Outcome<QList<domain::Notice>> &outcome);
    void unexpected(const Step &step, const QString &by, const QString &what);
    void observe();
    void tell(DrillLine::Kind kind, const QString &who, const QString &text, const QString &rule = {});
    [[nodiscard]] bool isLeft(const QString &person) const;
    [[nodiscard]] bool isRestLeft() const;
    [[nodiscard]] QString personOf(const Step &step) const;
    [[nodiscard]] bool isSilent(const QString &person) const;

    bool playNext();
    [[nodiscard]] DrillResult closed();

    const Scenario &m_scenario;
    DrillSession &m_session;
    PlayOptions m_options;
    DrillResult m_result;
    ClockWatch m_watch;
    QList<Waiting> m_waiting;
    QHash<QString, domain::Instant> m_silentUntil;
    QList<QPair<Inject, domain::Instant>> m_heldBack;
    qsizetype m_nextStep = 0;
    bool m_cut = false;
};

} // namespace fireline::drill
