// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "state/incidentstate.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace fireline::models {

/// The light of one role that was asked. A value.
struct PollLight
{
    enum class State {
        Waiting, ///< there is still time
        Fine,    ///< "no objection"
        Objects,
        Silent, ///< the time is over, or the poll closed
    };
    QString role; ///< as the process names it; empty: somebody without a role answered
    QString person;
    State state = State::Waiting;
    QString why; ///< the objection

    bool operator==(const PollLight &) const = default;
};

/// One light for each role that was asked, then one for everybody who answered unasked. All are out when the poll opens.
/// Polls of older records name nobody; there the holders of roles count. Pure.
[[nodiscard]] QList<PollLight> pollLights(const domain::Poll &poll, const domain::IncidentState &state,
                                          const domain::Process &process, domain::Instant now);

/// The name of a role, contact or person as people read it.
[[nodiscard]] QString readableName(const domain::Process &process, const QString &id);

} // namespace fireline::models

Q_DECLARE_METATYPE(fireline::models::PollLight)
