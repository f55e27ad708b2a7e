// SPDX-License-Identifier: GPL-3.0-or-later
#include "hdf.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace hdf {

RowRig::Options with(const QString &severity, const QString &start)
{
    RowRig::Options options;
    options.severity = severity;
    options.declare = u"class=\"platform outage\" detection_source=\"monitoring alert\""_s;
    options.start = start;
    return options;
}

void takeRoles(RowRig &rig)
{
    QVERIFY(rig.does(u"Ana"_s, u"/claim"_s));
    for (const QString &line : {u"/role @Bo sre_oncall"_s, u"/role @Cy comms_lead"_s, u"/role @Di eng_lead"_s,
                                u"/role @Ed support_liaison"_s, u"/role @Fay triage_agent"_s, u"/role @Gus support_agent"_s})
        QVERIFY(rig.does(u"Ana"_s, line));
}

void moveTo(RowRig &rig, const QString &phase)
{
    static const QStringList order = {u"triage"_s, u"containment"_s, u"resolution"_s, u"rca"_s};
    QVERIFY(rig.does(u"Fay"_s, u"/field blast_radius=global logs_checked=true metrics_checked=true"_s));
    for (const QString &next : order) {
        QVERIFY(rig.does(u"Ana"_s, u"/phase "_s + next));
        if (next == phase)
            return;
    }
}

void resolve(RowRig &rig)
{
    takeRoles(rig);
    moveTo(rig, u"resolution"_s);
    QVERIFY(rig.does(u"Ana"_s, u"/resolve means=rollback"_s));
}

QString page(const QStringList &changed, const QStringList &without)
{
    QMap<QString, QString> fields = {{u"summary"_s, u"Tickets cannot be created"_s},
                                     {u"nature"_s, u"Creating tickets fails"_s},
                                     {u"scope"_s, u"All workspaces"_s},
                                     {u"affected_users"_s, u"All customers"_s},
                                     {u"regions"_s, u"none known"_s},
                                     {u"symptoms"_s, u"An error page after saving"_s},
                                     {u"acknowledgement"_s, u"We know and are working on it"_s},
                                     {u"estimated_resolution"_s, u"none known"_s},
                                     {u"workaround"_s, u"none known"_s},
                                     {u"next_update"_s, u"10:45"_s}};
    for (const QString &pair : changed)
        fields.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    for (const QString &key : without)
        fields.remove(key);
    QString line = u"/draft public Investigating"_s;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        line += u" %1=\"%2\""_s.arg(it.key(), it.value());
    return line;
}

void writeReview(RowRig &rig, const QString &review, const QStringList &sections)
{
    for (const QString &section : sections)
        QVERIFY(rig.does(u"Di"_s, u"/review %1 section=\"%2\" What was found out about it."_s.arg(review, section)));
}

const QStringList rcaSections = {u"What Happened"_s,
                                 u"Why It Happened"_s,
                                 u"How It Was Detected"_s,
                                 u"How Long It Lasted"_s,
                                 u"Fixes Being Implemented"_s,
                                 u"Diagrams"_s,
                                 u"Logs"_s,
                                 u"Timeline"_s,
                                 u"Action List"_s};

void askWhys(RowRig &rig, int count)
{
    for (int i = 0; i < count; ++i)
        QVERIFY(rig.does(u"Di"_s, u"/why Reason %1 below the one before"_s.arg(i + 1)));
}

} // namespace hdf

FIRELINE_CONFORMANCE_MAIN(TestConformanceHdf, "helpdeskflow")
