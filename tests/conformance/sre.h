// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rig.h"

#include <QObject>

/// One function per row of the process sre-directorate; they stand in sre_*.cpp by subject.
/// Rows with a connected part that waits for the connectors: SRE-5, SRE-6, SRE-9, SRE-17, SRE-19, SRE-20, SRE-21, SRE-22,
/// SRE-23, SRE-24, SRE-25, SRE-34, SRE-41, SRE-45 and SRE-47; what is decided here is tested here.
class TestSre : public QObject
{
    Q_OBJECT
private slots:
    // sre_declaration.cpp
    void SRE_1();
    void SRE_2();
    void SRE_3();
    void SRE_4();
    void SRE_5();
    void SRE_19();
    void SRE_20();
    void SRE_35();
    void SRE_36();
    void SRE_37();
    void SRE_38();
    void SRE_46();
    // sre_warroom.cpp
    void SRE_6();
    void SRE_10();
    void SRE_11();
    void SRE_14();
    void SRE_15();
    void SRE_16();
    void SRE_17();
    void SRE_18();
    void SRE_29();
    void SRE_43();
    void SRE_48();
    // sre_changes.cpp
    void SRE_7();
    void SRE_12();
    void SRE_40();
    void SRE_42();
    void SRE_8();
    void SRE_39();
    // sre_updates.cpp
    void SRE_13();
    void SRE_21();
    void SRE_22();
    void SRE_32();
    void SRE_33();
    void SRE_34();
    void SRE_47();
    // sre_legal.cpp
    void SRE_23();
    void SRE_24();
    void SRE_25();
    void SRE_41();
    // sre_after.cpp
    void SRE_9();
    void SRE_26();
    void SRE_27();
    void SRE_28();
    void SRE_30();
    void SRE_31();
    void SRE_44();
    void SRE_45();
};

namespace sre {

using fireline::conformance::ConformanceRig;
using fireline::domain::Span;

inline Span m(int n)
{
    return Span::minutes(n);
}

/// The ways to a state, by ordinary lines: Ana commands, Bo leads operations, Cy communications.
[[nodiscard]] ConformanceRig declared(const char *severity = "SEV1");
void mobilise(ConformanceRig &rig);    ///< triage answered, phase Mobilization
void assign(ConformanceRig &rig);      ///< the three leads
void investigate(ConformanceRig &rig); ///< both, and phase Investigation
void monitor(ConformanceRig &rig);     ///< on to Monitoring
void resolve(ConformanceRig &rig);     ///< impact ended, resolved by Ana
/// A post-mortem that lacks nothing with five whys, held and ready to be closed.
void writePostmortem(ConformanceRig &rig, int whys = 5);

} // namespace sre
