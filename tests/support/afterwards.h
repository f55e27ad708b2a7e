// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feedlines.h"

namespace fireline::test {

/// An incident of the process helpdeskflow with its roles, resolved just now.
inline void resolveHelpdesk(MemoryFeed &feed)
{
    does(feed, {QStringLiteral("/claim"), QStringLiteral("/role @Bo sre_oncall"), QStringLiteral("/role @Di eng_lead"),
                QStringLiteral("/role @Fay triage_agent"),
                QStringLiteral("/field class=\"platform outage\" detection_source=\"monitoring alert\"")});
    does(feed, {QStringLiteral("/field blast_radius=global logs_checked=true metrics_checked=true")}, QStringLiteral("Fay"));
    does(feed, {QStringLiteral("/phase triage"), QStringLiteral("/phase containment"), QStringLiteral("/phase resolution"),
                QStringLiteral("/resolve means=rollback")});
}

} // namespace fireline::test
