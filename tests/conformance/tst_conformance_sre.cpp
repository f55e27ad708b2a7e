// SPDX-License-Identifier: GPL-3.0-or-later
#include "sre.h"

using namespace Qt::StringLiterals;

namespace sre {

namespace {

void say(ConformanceRig &rig, const char *who, const char *entry)
{
    (void)rig.line(QString::fromUtf8(who), QString::fromUtf8(entry));
}

} // namespace

ConformanceRig declared(const char *severity)
{
    ConformanceRig rig(u"sre-directorate"_s);
    (void)rig.declare(u"Ana"_s, QString::fromUtf8(severity));
    return rig;
}

void mobilise(ConformanceRig &rig)
{
    say(rig, "Ana", "/phase triage");
    say(rig, "Ana", "/draft triage is_incident=Yes");
    say(rig, "Ana", "/phase mobilization");
}

void assign(ConformanceRig &rig)
{
    say(rig, "Ana", "/claim");
    say(rig, "Ana", "/role @Bo ol");
    say(rig, "Ana", "/role @Cy cl");
}

void investigate(ConformanceRig &rig)
{
    mobilise(rig);
    assign(rig);
    say(rig, "Ana", "/phase investigation");
}

void monitor(ConformanceRig &rig)
{
    investigate(rig);
    say(rig, "Ana", "/phase mitigation");
    say(rig, "Ana", "/phase monitoring");
}

void resolve(ConformanceRig &rig)
{
    monitor(rig);
    say(rig, "Ana", "/impact end 10:00");
    say(rig, "Ana", "/resolve stability=\"errors flat for 30 minutes\"");
}

void writePostmortem(ConformanceRig &rig, int whys)
{
    for (const char *section : {"Executive Summary", "Timeline", "Root Cause", "Impact", "Action Items"})
        say(rig, "Ana", qPrintable(u"/review postmortem section=\"%1\" Written out."_s.arg(QString::fromUtf8(section))));
    for (int i = 1; i <= whys; ++i)
        say(rig, "Ana", "/why the step before it was not checked");
    say(rig, "Ana", "/field users_affected=1200 cost=\"none known\"");
    say(rig, "Ana", "/held postmortem who=ic,ol,manager,product_owner");
}

} // namespace sre

FIRELINE_CONFORMANCE_MAIN(TestSre, "sre-directorate")
#include "moc_sre.cpp"
