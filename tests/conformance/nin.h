// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "briefrig.h"

#include <QTest>

#include <chrono>

using namespace fireline::conformance;
using namespace fireline::domain;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// Rows NIN-1 to NIN-34. Rows that are (also) connected: NIN-7 and NIN-32 (the Slack channel), NIN-16 (tickets), NIN-20 (paging),
// NIN-21 (notifying) and NIN-31 (the paging system's own escalation). Here the record's part is shown: which effect is due when,
// and the name, text or fact that goes with it; the connectors themselves are another issue's.
class TestConformanceNin : public QObject
{
    Q_OBJECT
private slots:
    void NIN_1();
    void NIN_2();
    void NIN_3();
    void NIN_4();
    void NIN_5();
    void NIN_6();
    void NIN_7();
    void NIN_8();
    void NIN_9();
    void NIN_10();
    void NIN_11();
    void NIN_12();
    void NIN_13();
    void NIN_14();
    void NIN_15();
    void NIN_16();
    void NIN_17();
    void NIN_18();
    void NIN_19();
    void NIN_20();
    void NIN_21();
    void NIN_22();
    void NIN_23();
    void NIN_24();
    void NIN_25();
    void NIN_26();
    void NIN_27();
    void NIN_28();
    void NIN_29();
    void NIN_30();
    void NIN_31();
    void NIN_32();
    void NIN_33();
    void NIN_34();
};

namespace nin {

/// Declared, confirmed, with the three roles taken, in the step named.
BriefRig inStep(const QString &phase, const char *severity = "P2");
/// In step 7 with everything checked: only /resolve is left.
BriefRig checkedOff(const char *severity = "P2");
/// Resolved, in step 8; nothing of the closure done yet.
BriefRig resolved(const char *severity = "P2");
/// Drafts and sends an update; false when either is refused.
bool tell(BriefRig &rig, const QByteArray &draft);

inline constexpr const char resolveLine[] = "/resolve root_cause=\"pool of connections too small\" resolution=\"pool enlarged\"";
inline constexpr const char messageLine[] = "/draft internal Resolved root_cause=\"pool of connections too small\" "
                                            "resolution=\"pool enlarged\"";
inline constexpr const char pageLine[] = "/draft public Resolved public_cause=\"too few connections\" "
                                         "public_impact=\"failed payments\" impact_start=09:40 impact_end=10:00";

} // namespace nin
