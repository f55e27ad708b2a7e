// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"
#include "process/process.h"
#include "state/incidentstate.h"

namespace fireline::cli {

/// Where an incident stands, as `show` says it: for programs and for people. Refers to its arguments; main thread.
class IncidentView
{
public:
    IncidentView(const domain::IncidentState &state, const domain::Process &process, domain::Instant now);

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] QString toText(const Console &console) const;

private:
    [[nodiscard]] QJsonArray roles() const;
    [[nodiscard]] QJsonArray clocks() const;
    [[nodiscard]] QJsonArray callBacks() const;
    [[nodiscard]] QJsonArray drafts() const; ///< updates that nobody has sent
    [[nodiscard]] QJsonArray gates() const;
    [[nodiscard]] QJsonArray checklists() const;
    [[nodiscard]] QString command() const;

    const domain::IncidentState *m_state;
    const domain::Process *m_process;
    domain::Instant m_now;
};

/// When the last row was written: "now" of a drill, whose clock stands still once it is over.
[[nodiscard]] domain::Instant lastInstant(const domain::IncidentState &state);

} // namespace fireline::cli
