// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rowrig.h"

#include <QObject>

namespace hdf {

using fireline::conformance::RowRig;

inline const QString process = QStringLiteral("helpdeskflow");
extern const QStringList rcaSections;

/// Options of an incident with class and detection source.
RowRig::Options with(const QString &severity, const QString &start = QStringLiteral("2025-03-04T10:00:00Z"));
/// Ana commands; the others have the roles of the document.
void takeRoles(RowRig &rig);
/// Triage answered, then phase after phase up to this one.
void moveTo(RowRig &rig, const QString &phase);
void resolve(RowRig &rig);
/// A draft for the status page with every field, some changed ("field=value") or left out.
QString page(const QStringList &changed = {}, const QStringList &without = {});
void writeReview(RowRig &rig, const QString &review, const QStringList &sections);
void askWhys(RowRig &rig, int count);

} // namespace hdf

/// One function per row of the process helpdeskflow; they stand in hdf_*.cpp by subject.
/// The connected part of these rows waits for its connector: HDF-2, HDF-3, HDF-4 (pages and tickets
/// go out), HDF-8, HDF-9 and HDF-32 (alerts and their trend come in), HDF-14 and HDF-35 (the channel itself). What is
/// decided here of them (who is paged and when, which alert repeats, the channel's name) is shown.
class TestConformanceHdf : public QObject
{
    Q_OBJECT
private slots:
    void HDF_1();
    void HDF_2();
    void HDF_3();
    void HDF_4();
    void HDF_5();
    void HDF_6();
    void HDF_7();
    void HDF_8();
    void HDF_9();
    void HDF_10();
    void HDF_11();
    void HDF_12();
    void HDF_13();
    void HDF_14();
    void HDF_15();
    void HDF_16();
    void HDF_17();
    void HDF_18();
    void HDF_19();
    void HDF_20();
    void HDF_21();
    void HDF_22();
    void HDF_23();
    void HDF_24();
    void HDF_25();
    void HDF_26();
    void HDF_27();
    void HDF_28();
    void HDF_29();
    void HDF_30();
    void HDF_31();
    void HDF_32();
    void HDF_33();
    void HDF_34();
    void HDF_35();
    void HDF_36();
    void HDF_37();
    void HDF_38();
    void HDF_39();
    void HDF_40();
};
