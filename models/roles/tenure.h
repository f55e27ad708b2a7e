// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/runningclock.h"

#include <QObject>

namespace fireline::models {

/// How long somebody holds a role, against what the process itself says about that.
namespace tenure {
Q_NAMESPACE

enum Load {
    Fine, ///< within the limit, or the process names none
    Plan, ///< the limit is near: plan the handover
    Over, ///< the limit is passed
};
Q_ENUM_NS(Load)

} // namespace tenure

/// A value.
struct Tenure
{
    tenure::Load load = tenure::Fine;
    domain::Instant limit; ///< unset where the process names none
    QString advice;        ///< the process's own words; may be empty
    QString source;        ///< the row of the document, or the rule's id

    bool operator==(const Tenure &) const = default;
};

/// What the rules that ask for a handover of `role` say of somebody who has held it since `since`: deadlines from taking it to
/// handing it over, and ladders from taking it that propose the handover. Where none says anything of whoever commands, four
/// hours are assumed. Pure.
[[nodiscard]] Tenure tenureOf(const QString &role, domain::Instant since, const domain::Process &process,
                              const QList<domain::RunningClock> &clocks, domain::Instant now);

} // namespace fireline::models
