// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyprocess.h"
#include "panelrig.h"
#include "partnames.h"
#include "triage/triagemodel.h"
#include "triage/triagepanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::TriageModel;
using fireline::views::TriagePanel;
namespace t = fireline::models::triage;

namespace {

struct Desk : test::PanelRig<TriageModel, TriagePanel>
{
    using PanelRig::PanelRig;

    QListView *list() const { return part<QListView>(u"triageList"_s); }
    int rowOf(t::Kind kind, const QString &id) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(t::KindRole).toInt() == kind && model.index(row).data(t::IdRole) == id)
                return row;
        }
        return -1;
    }
    void select(t::Kind kind, const QString &id) const
    {
        const int row = rowOf(kind, id);
        QVERIFY2(row >= 0, qPrintable(id));
        list()->setCurrentIndex(model.index(row));
        list()->setFocus();
    }
    t::State state(t::Kind kind, const QString &id) const
    {
        return t::State(model.index(rowOf(kind, id)).data(t::StateRole).toInt());
    }
    QString problem() const { return part<QLabel>(u"triageFormProblem"_s)->text(); }
    /// The choice box that has the keyboard goes to the entry of this value, by arrow keys.
    void choose(const QString &value) const
    {
        auto *box = qobject_cast<QComboBox *>(QApplication::focusWidget());
        QVERIFY(box);
        const int wanted = box->findData(value);
        QVERIFY2(wanted >= 0, qPrintable(value));
        while (box->currentIndex() != wanted)
            press(box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
    QString said(const QString &field) const { return feed.state().fields.value(field).toString(); }
};

} // namespace

class TestTriagePanel : public QObject
{
    Q_OBJECT
private slots:
    void aFalseAlarmIsSaidWithItsReason();
    void realIsOneKey_data() { test::addProcesses(); }
    void realIsOneKey();
    void theProposedSeverityIsTakenByAPerson();
    void theTableOfFailuresProposes();
    void aSeverityIsChosenBesideItsDefinition();
    void whatIsRefusedStaysInTheForm();
    void questionsAreAnsweredByKey();
    void theVerdictIsTakenByKey();
    void theRecordIsWritten_data();
    void theRecordIsWritten();
    void aFlagIsSetAndCleared();
    void reportsAreTakenDownAndCounted();
    void aReportIsLinked();
    void aReportIsCorrectedAndRetracted();
    void impactGoesToQuickEntry();
    void thePhaseIsEnteredByKey();
    void escapeKeepsWhatWasTyped();
    void spaceTellsMore();
    void keysSayWhyTheyDoNothing();
    void theTitleTellsWhatIsOpen();
    void nothingIsAskedWhenItIsOver();
    void everythingHasAName();
};

// LAD-5, NIN-22: the answer, and why it is none.
void TestTriagePanel::aFalseAlarmIsSaidWithItsReason()
{
    Desk desk(u"severity-ladder"_s, u"2"_s);
    QCOMPARE(desk.list()->currentIndex().data(t::KindRole).toInt(), int(t::Confirmation));
    desk.press(Qt::Key_X);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.problem().contains(u"Say why"_s)); // a false alarm needs a reason
    desk.type(u"the probe was wrong"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().real, std::optional(false));
    QVERIFY(desk.list()->hasFocus());
    QCOMPARE(desk.state(t::Confirmation, u"confirm"_s), t::FalseAlarm);
}

void TestTriagePanel::realIsOneKey()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Desk desk(process, severity);
    desk.press(Qt::Key_Y);
    QCOMPARE(desk.feed.state().real, std::optional(true));
    desk.press(Qt::Key_N);
    desk.type(u"nothing loads"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().reports.size(), 1);
    QCOMPARE(desk.feed.state().reports.first().text, u"nothing loads"_s);
    QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
}

// NIN-2: proposed from the answers, with the row; nothing is set until a person says so.
void TestTriagePanel::theProposedSeverityIsTakenByAPerson()
{
    Desk desk(u"nine-step"_s, {});
    desk.select(t::Question, u"user_impact"_s);
    desk.press(Qt::Key_Return);
    desk.choose(u"many"_s);
    desk.press(Qt::Key_Return);
    desk.select(t::Question, u"business_impact"_s);
    desk.press(Qt::Key_Return);
    desk.choose(u"significant"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.said(u"user_impact"_s), u"many"_s);
    QVERIFY(desk.feed.state().severity.isEmpty());
    desk.press(Qt::Key_S);
    QVERIFY(desk.part(u"triageForm_why"_s)->hasFocus());
    QCOMPARE(desk.part<QComboBox>(u"triageForm_id"_s)->currentData().toString(), u"P2"_s);
    QVERIFY(desk.part<QLineEdit>(u"triageForm_why"_s)->text().startsWith(u"row 2 of the table"_s));
    const auto inSight = [&](const QString &id) {
        const QRect row = desk.list()->visualRect(desk.model.index(desk.rowOf(t::Severity, id)));
        return desk.list()->viewport()->rect().contains(row.topLeft());
    };
    QTRY_VERIFY(inSight(u"P2"_s));
    desk.part(u"triageForm_id"_s)->setFocus();
    desk.choose(u"P4"_s);
    QVERIFY(inSight(u"P4"_s));
    desk.choose(u"P2"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().severity, u"P2"_s);
    QVERIFY(desk.feed.state().entries.last().text.contains(u"row 2 of the table"_s));
    QCOMPARE(desk.state(t::Proposal, u"P2"_s), t::Current);
}

// HDF-1, HDF-6: what waits for an answer leads to it.
void TestTriagePanel::theTableOfFailuresProposes()
{
    Desk desk(u"helpdeskflow"_s, {});
    desk.select(t::Proposal, u"hdf.severity"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.list()->currentIndex().data(t::IdRole).toString(), u"failure"_s);
    desk.press(Qt::Key_Return);
    desk.choose(u"data corruption"_s);
    desk.press(Qt::Key_Return);
    desk.select(t::Proposal, u"P0"_s);
    desk.press(Qt::Key_Y);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().severity, u"P0"_s);
}

void TestTriagePanel::aSeverityIsChosenBesideItsDefinition()
{
    Desk desk(u"sre-directorate"_s, u"SEV3"_s);
    desk.select(t::Severity, u"SEV2"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"one in five checkouts fails"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().severity, u"SEV2"_s);
    QVERIFY(desk.feed.state().entries.last().text.contains(u"one in five"_s));
    QCOMPARE(desk.state(t::Severity, u"SEV2"_s), t::Current);
}

void TestTriagePanel::whatIsRefusedStaysInTheForm()
{
    Desk desk;
    desk.select(t::Severity, u"SEV1"_s);
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.problem().contains(u"SEV1 already"_s));
    QVERIFY(desk.asked.isEmpty());
    QVERIFY(desk.sees(u"triageForm"_s));
}

// SRE-36, HDF-28: yes and no are one key each.
void TestTriagePanel::questionsAreAnsweredByKey()
{
    Desk sre;
    sre.select(t::Question, u"is_incident"_s);
    sre.press(Qt::Key_Y);
    QCOMPARE(sre.said(u"is_incident"_s), u"Yes"_s);
    sre.press(Qt::Key_X);
    QCOMPARE(sre.said(u"is_incident"_s), u"No"_s);
    Desk hdf(u"helpdeskflow"_s, u"P1"_s);
    hdf.select(t::Question, u"logs_checked"_s);
    hdf.press(Qt::Key_Y);
    QCOMPARE(hdf.said(u"logs_checked"_s), u"true"_s);
    hdf.select(t::Question, u"blast_radius"_s);
    hdf.press(Qt::Key_Y); // not answered by yes
    QVERIFY(hdf.said(u"blast_radius"_s).isEmpty());
    hdf.press(Qt::Key_Return);
    hdf.choose(u"isolated"_s);
    hdf.press(Qt::Key_Return);
    QCOMPARE(hdf.said(u"blast_radius"_s), u"isolated"_s);
}

// HUB-1: from the source to the verdict.
void TestTriagePanel::theVerdictIsTakenByKey()
{
    Desk desk(u"community-hub"_s, u"P1"_s);
    desk.lines({u"/field source=freshdesk reproduced=reproduced"_s});
    desk.select(t::Proposal, u"outage"_s);
    desk.press(Qt::Key_Y);
    QCOMPARE(desk.said(u"verdict"_s), u"outage"_s);
    QVERIFY(desk.rowOf(t::Proposal, u"outage"_s) < 0);
}

void TestTriagePanel::theRecordIsWritten_data()
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

void TestTriagePanel::theRecordIsWritten()
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
void TestTriagePanel::aFlagIsSetAndCleared()
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
void TestTriagePanel::reportsAreTakenDownAndCounted()
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

void TestTriagePanel::aReportIsLinked()
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

void TestTriagePanel::aReportIsCorrectedAndRetracted()
{
    Desk desk(u"helpdeskflow"_s, u"P2"_s);
    desk.lines({u"/report tickets fail"_s});
    QSignalSpy prepared(&desk.panel, &TriagePanel::entryRequested);
    desk.select(t::Report, u"R1"_s);
    const QString ref = desk.list()->currentIndex().data(t::RefRole).toString();
    desk.press(Qt::Key_E);
    QCOMPARE(prepared.takeFirst().first().toString(), u"/correct #%1 text=\"tickets fail\""_s.arg(ref));
    desk.press(Qt::Key_Delete);
    QCOMPARE(prepared.takeFirst().first().toString(), u"/retract #%1 "_s.arg(ref));
    desk.press(Qt::Key_P);
    QVERIFY(desk.feed.state().entry(ref)->pinned);
    desk.lines({u"/retract #%1 wrong customer"_s.arg(ref)});
    QCOMPARE(desk.state(t::Report, u"R1"_s), t::Retracted);
    QVERIFY(!desk.why(u"triage.retract"_s).isEmpty());
}

void TestTriagePanel::impactGoesToQuickEntry()
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

void TestTriagePanel::thePhaseIsEnteredByKey()
{
    Desk desk; // sre-directorate, SEV1
    desk.select(t::Next, u"triage"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().phase, u"triage"_s);
    desk.select(t::Next, u"mobilization"_s);
    desk.press(Qt::Key_Y);
    QCOMPARE(desk.refusals.size(), 1); // the process refuses, and the window tells why
    QCOMPARE(desk.feed.state().phase, u"triage"_s);
    desk.select(t::Question, u"is_incident"_s);
    desk.press(Qt::Key_Y);
    desk.select(t::Next, u"mobilization"_s);
    desk.press(Qt::Key_Y);
    QCOMPARE(desk.feed.state().phase, u"mobilization"_s);
}

void TestTriagePanel::escapeKeepsWhatWasTyped()
{
    Desk desk;
    desk.press(Qt::Key_N);
    desk.type(u"half a rep"_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.list()->hasFocus());
    QVERIFY(!desk.sees(u"triageForm"_s));
    desk.press(Qt::Key_N);
    QCOMPARE(desk.part<QLineEdit>(u"triageForm_text"_s)->text(), u"half a rep"_s);
}

void TestTriagePanel::spaceTellsMore()
{
    Desk desk;
    desk.select(t::Severity, u"SEV1"_s);
    desk.press(Qt::Key_Space);
    auto *details = desk.part<QTextBrowser>(u"triageDetails"_s);
    QVERIFY(details->isVisible());
    QVERIFY(details->toPlainText().contains(u"Notify Exec Team."_s));
    desk.select(t::Flag, u"money"_s);
    QVERIFY(details->toPlainText().contains(u"Chief Financial Officer"_s));
    desk.press(Qt::Key_Space);
    QVERIFY(!details->isVisible());
}

void TestTriagePanel::keysSayWhyTheyDoNothing()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    desk.select(t::Severity, u"P1"_s);
    QVERIFY(desk.why(u"triage.yes"_s).contains(u"Select a question"_s));
    QVERIFY(desk.why(u"triage.no"_s).contains(u"Select a question"_s));
    QVERIFY(desk.why(u"triage.again"_s).contains(u"customer report"_s));
    QVERIFY(desk.why(u"triage.link"_s).contains(u"timeline"_s));
    QVERIFY(desk.why(u"triage.flag"_s).contains(u"no flags"_s));
    QVERIFY(desk.why(u"triage.severity"_s).isEmpty());
    desk.press(Qt::Key_F);
    QVERIFY(!desk.sees(u"triageForm"_s));
}

void TestTriagePanel::theTitleTellsWhatIsOpen()
{
    Desk desk(u"severity-ladder"_s, u"1"_s);
    const QString before = desk.panel.windowTitle();
    QVERIFY2(before.contains(u"open"_s), qPrintable(before));
    desk.press(Qt::Key_Y);
    QVERIFY(desk.panel.windowTitle() != before);
    desk.lines({u"/field scope=Europe impact=checkout service=shop brief=slow"_s});
    QCOMPARE(desk.panel.windowTitle(), u"Triage and reports"_s);
}

void TestTriagePanel::nothingIsAskedWhenItIsOver()
{
    Desk desk(u"severity-ladder"_s, u"1"_s);
    desk.lines({u"/withdraw a test"_s});
    QVERIFY(desk.why(u"triage.report"_s).contains(u"over"_s));
    QVERIFY(!desk.part<QPushButton>(u"triageNewReport"_s)->isEnabled());
    desk.press(Qt::Key_Y);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.asked.isEmpty());
    QVERIFY(!desk.sees(u"triageForm"_s));
}

void TestTriagePanel::everythingHasAName()
{
    Desk desk(u"helpdeskflow"_s, u"P2"_s);
    desk.lines({u"/report tickets fail"_s});
    desk.press(Qt::Key_N);
    test::checkPartNames(desk.panel);
}

QTEST_MAIN(TestTriagePanel)
#include "tst_triagepanel.moc"
