// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arbiter/arbiterstate.h"

namespace fireline::domain {

/// What the one judge of all consoles says to an event.
struct Ruling
{
    QString reason; ///< empty: accepted; else the stable word of ARCHITECTURE, "The shared backend"
    QString rule;   ///< the process's rule, where one is the reason

    [[nodiscard]] bool accepted() const { return reason.isEmpty(); }
    bool operator==(const Ruling &) const = default;
};

/// What counts only under the commander in whose term it was decided (ARCHITECTURE.md, "Term").
[[nodiscard]] bool isFenced(const QString &type);

/// Judges what needs one judge (decisions 4): recorder, membership, term of command, holders of roles, and the authority rules of
/// the pinned process. The backend's SQL says the same of every event. Hashes and chains are not its matter. One incident; one
/// thread.
class Arbiter
{
public:
    [[nodiscard]] const ArbiterState &state() const { return m_state; }

    /// Judges the event of a login and, when it is accepted, takes it into the state. `authority` goes with incident.declared and
    /// process.adopted.
    Ruling take(const Event &event, const QString &login, const QByteArray &authority = {});

    /// Takes an event that the server has accepted, or one of an adopted file: nothing is judged.
    void follow(const Event &event, const QString &login, bool adopted, const QByteArray &authority = {});

private:
    ArbiterState m_state;
};

} // namespace fireline::domain
