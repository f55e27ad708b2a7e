// SPDX-License-Identifier: GPL-3.0-or-later
#include "triagerig.h"

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::views::TriagePanel;
using Desk = fireline::test::TriageRig;
namespace t = fireline::models::triage;

/// What triage takes down: the record of the process, flags, and reports of who is hit.
class TestTriageReports : public QObject
{
    Q_OBJECT
private slots:
    void theRecordIsWritten_data();
    void theRecordIsWritten();
    void aFlagIsSetAndCleared();
    void reportsAreTakenDownAndCounted();
    void anAlertTellsItsKindAndCause();
    void aReportIsLinked();
    void aReportIsCorrectedAndRetracted();
    void impactGoesToQuickEntry();
};

void TestTriageReports::theRecordIsWritten_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("answers"); // beside those typed into the first field
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("written");
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s << u"lad.scope"_s << u"impact=checkout"_s
                                     << u"all of Europe"_s << u"Scope: all of Europe"_s;
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s << u"nin.triage"_s
                               << u"impact=checkout business_kind=revenue ic_needed=Yes"_s << u"shop"_s
                               << u"TRIAGE: shop incident classified as P1"_s;
}

void TestTriageReports::theRecordIsWritten()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, form);
    QFETCH(QString, answers);
    QFETCH(QString, typed);
    QFETCH(QString, written);
    Desk desk(process, severity);
    desk.lines({u"/field "_s + answers});
    desk.select(t::Record, form);
    desk.press(Qt::Key_Return);
    desk.type(typed);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.feed.state().forms.contains(form));
    QCOMPARE(desk.state(t::Record, form), t::Answered);
    QVERIFY2(desk.feed.state().entries.last().text.contains(written), qPrintable(desk.feed.state().entries.last().text));
}

// SRE-23: the flag says before what it sets off, and it does so.
void TestTriageReports::aFlagIsSetAndCleared()
{
    Desk desk(u"sre-directorate"_s, u"SEV2"_s);
    desk.press(Qt::Key_F);
    QCOMPARE(desk.list()->currentIndex().data(t::IdRole).toString(), u"pii"_s);
    desk.type(u"names in a log"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.feed.state().flags.contains(u"pii"_s));
    QVERIFY(desk.rowOf(t::Inside, u"inside"_s) >= 0);
    QVERIFY(desk.rowOf(t::Proposal, u"SEV1"_s) >= 0);
    desk.select(t::Flag, u"pii"_s);
    desk.press(Qt::Key_X);
    desk.type(u"it was test data"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.feed.state().flags.contains(u"pii"_s));
    QVERIFY(desk.rowOf(t::Inside, u"inside"_s) < 0);
}

// HDF-10: two of the same from different regions are enough, and what the process says stands there.
void TestTriageReports::reportsAreTakenDownAndCounted()
{
    Desk desk(u"helpdeskflow"_s, u"P2"_s);
    desk.press(Qt::Key_N);
    desk.type(u"tickets cannot be saved"_s);
    desk.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"triageForm_field_region"_s);
    desk.type(u"EU"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().reports.size(), 1);
    QCOMPARE(desk.feed.state().reports.first().fields.value(u"region").toString(), u"EU"_s);
    QVERIFY(!desk.panel.windowTitle().contains(u'▲'));
    desk.select(t::Report, u"R1"_s);
    desk.press(Qt::Key_A);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"triageForm_field_region"_s);
    desk.type(u"US"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().reports.last().fields.value(u"symptom").toString(), u"tickets cannot be saved"_s);
    QCOMPARE(desk.state(t::Pattern, u"similar_reports"_s), t::Complete);
    QVERIFY2(desk.panel.windowTitle().contains(u'▲'), qPrintable(desk.panel.windowTitle()));
    // In other words, yet the same: what counts is what somebody says.
    desk.press(Qt::Key_N);
    desk.type(u"saving hangs"_s);
    desk.press(Qt::Key_Tab);
    desk.choose(u"tickets cannot be saved"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().reports.last().text, u"saving hangs"_s);
    QCOMPARE(desk.feed.state().reports.last().fields.value(u"symptom").toString(), u"tickets cannot be saved"_s);
    QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
}

// HDF-32: a row of its own, the kind and the possible cause first; acknowledged by its key.
void TestTriageReports::anAlertTellsItsKindAndCause()
{
    Desk desk(u"helpdeskflow"_s, u"P1"_s);
    QVERIFY(desk.rowOf(t::Alert, u"L1"_s) < 0);
    desk.lines({u"@monitor /alert DbLatency region=eu cause=\"too many connections\" type=database"_s, u"/alert CpuSpike"_s});
    desk.select(t::Alert, u"L1"_s);
    const auto spoken = [&] { return desk.list()->currentIndex().data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(spoken(), u"Alert L1: DbLatency. firing, Kind: database, Possible cause: too many connections, Region: eu"_s);
    const QString row = desk.feed.state().entries.at(desk.feed.state().entries.size() - 2).text;
    QCOMPARE(row, u"Alert L1: DbLatency; kind: database; possible cause: too many connections; region: eu"_s);
    QVERIFY(desk.why(u"triage.yes"_s).isEmpty());
    desk.press(Qt::Key_Y);
    QCOMPARE(desk.feed.state().alerts.first().state, Alert::State::Acknowledged);
    QCOMPARE(desk.feed.state().alerts.last().state, Alert::State::Firing);
    QVERIFY(spoken().contains(u"acknowledged"_s));
    QVERIFY(!desk.why(u"triage.yes"_s).isEmpty());
    desk.press(Qt::Key_Y);
    QCOMPARE(desk.asked.size(), 1);
    desk.lines({u"/clearalert #L1"_s});
    QCOMPARE(desk.state(t::Alert, u"L1"_s), t::Complete);
    // Enter leads to its row of the timeline.
    QSignalSpy entries(&desk.panel, &views::TriagePanel::eventRequested);
    desk.press(Qt::Key_Return);
    QCOMPARE(entries.value(0).value(0).toString(), desk.feed.state().alerts.first().eventId);
}

void TestTriageReports::aReportIsLinked()
{
    Desk desk(u"helpdeskflow"_s, u"P2"_s);
    desk.lines({u"/report tickets fail"_s});
    QSignalSpy prepared(&desk.panel, &TriagePanel::entryRequested);
    desk.select(t::Report, u"R1"_s);
    const QString ref = desk.list()->currentIndex().data(t::RefRole).toString();
    desk.press(Qt::Key_R); // nothing to link to yet: a note begins
    QCOMPARE(prepared.takeFirst().first().toString(), u"/note #%1 "_s.arg(ref));
    desk.lines({u"/alert DiskFull"_s, u"/hyp the disk is full"_s});
    desk.press(Qt::Key_R);
    desk.choose(u"H1"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().entries.last().text, u"#%1 belongs to #H1"_s.arg(ref));
    QSignalSpy opened(&desk.panel, &TriagePanel::eventRequested);
    desk.select(t::Report, u"R1"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), desk.feed.state().reports.first().eventId);
}

void TestTriageReports::aReportIsCorrectedAndRetracted()
{
    Desk desk(u"helpdeskflow"_s, u"P2"_s);
    const QString said = uR"(tickets fail with "no such host" at C:\proxy)"_s;
    desk.lines({u"/report "_s + said});
    QCOMPARE(desk.feed.state().reports.first().text, said);
    QSignalSpy prepared(&desk.panel, &TriagePanel::entryRequested);
    desk.select(t::Report, u"R1"_s);
    const QString ref = desk.list()->currentIndex().data(t::RefRole).toString();
    desk.press(Qt::Key_E);
    const QString line = prepared.takeFirst().first().toString();
    QVERIFY(line.startsWith(u"/correct #%1 "_s.arg(ref)));
    // The words are those of the report, to the last sign.
    desk.lines({line});
    QVERIFY(desk.feed.state().entry(ref)->text.endsWith(said));
    desk.press(Qt::Key_Delete);
    QCOMPARE(prepared.takeFirst().first().toString(), u"/retract #%1 "_s.arg(ref));
    desk.press(Qt::Key_P);
    QVERIFY(desk.feed.state().entry(ref)->pinned);
    desk.lines({u"/retract #%1 wrong customer"_s.arg(ref)});
    QCOMPARE(desk.state(t::Report, u"R1"_s), t::Retracted);
    QVERIFY(!desk.why(u"triage.retract"_s).isEmpty());
}

void TestTriageReports::impactGoesToQuickEntry()
{
    Desk desk(u"nine-step"_s, u"P2"_s);
    QSignalSpy prepared(&desk.panel, &TriagePanel::entryRequested);
    desk.select(t::Impact, u"users"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(prepared.takeFirst().first().toString(), u"/impact users "_s);
    desk.select(t::Impact, u"spreading"_s);
    desk.press(Qt::Key_Return);
    const QString line = prepared.takeFirst().first().toString();
    desk.lines({line});
    QCOMPARE(desk.feed.state().impact.value(u"spreading"_s), u"yes"_s);
}

QTEST_MAIN(TestTriageReports)
#include "tst_triagereports.moc"
