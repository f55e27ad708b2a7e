// SPDX-License-Identifier: GPL-3.0-or-later
#include "nin.h"

namespace nin {

namespace {

/// Moves through the steps up to this one.
void moveTo(BriefRig &rig, const QString &phase)
{
    for (const PhaseDef &def : rig.process().phases) {
        if (&def != &rig.process().phases.first())
            rig.doLine("ana", "/phase " + def.id.toUtf8());
        if (def.id == phase)
            return;
    }
}

} // namespace

BriefRig inStep(const QString &phase, const char *severity)
{
    BriefRig rig("nine-step");
    rig.declare("ana", "Payments fail", severity, "service=payment detection_source=\"user report\"");
    for (const char *line : {"/confirm real", "/role @ana ic", "/role @tomas tech_lead", "/role @cleo comms"})
        rig.doLine("ana", line);
    moveTo(rig, phase);
    return rig;
}

BriefRig checkedOff(const char *severity)
{
    BriefRig rig = inStep(u"resolution"_s, severity);
    for (int i = 1; i <= 5; ++i)
        rig.doLine("tomas", "/gate nin.six " + QByteArray::number(i) + " seen on the dashboard");
    for (int i = 1; i <= 2; ++i)
        rig.doLine("tomas", "/gate nin.validated " + QByteArray::number(i) + " smoke tests pass");
    return rig;
}

BriefRig resolved(const char *severity)
{
    BriefRig rig = checkedOff(severity);
    rig.doLine("ana", resolveLine);
    rig.doLine("ana", "/phase closure");
    return rig;
}

bool tell(BriefRig &rig, const QByteArray &draft)
{
    return rig.ok("cleo", draft) && rig.ok("cleo", "/send #" + rig.state().updates.last().id.toUtf8());
}

} // namespace nin

FIRELINE_CONFORMANCE_MAIN(TestConformanceNin, "nine-step")
