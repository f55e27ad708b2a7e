// SPDX-License-Identifier: GPL-3.0-or-later
#include "drillsetup.h"

#include "core/idsource.h"

using namespace Qt::StringLiterals;

namespace fireline::drill {

DrillSetup setupOf(const Scenario &scenario, std::optional<quint64> seed)
{
    DrillSetup setup;
    setup.seed = seed.value_or(scenario.seed);
    setup.start = scenario.start;
    setup.typist = scenario.people.first().name;
    // Of a stream of its own, so that the console's id is never the first event's.
    domain::UuidV7Source devices(setup.seed ^ 0x9e3779b97f4a7c15ULL);
    setup.device = devices.next(scenario.start);
    setup.declare.verb = domain::Verb::Declare;
    setup.declare.at = scenario.start;
    setup.declare.args = {
        {u"text"_s, scenario.title}, {u"drill"_s, true}, {u"scenario"_s, scenario.id}, {u"seed"_s, QString::number(setup.seed)}};
    if (!scenario.severity.isEmpty())
        setup.declare.args.insert(u"severity"_s, scenario.severity);
    if (!scenario.declare.isEmpty())
        setup.declare.args.insert(u"fields"_s, scenario.declare);
    return setup;
}

} // namespace fireline::drill
