// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/notundoable.h"
#include "everyprocess.h"
#include "forms/inlineform.h"
#include "partnames.h"
#include "triagerig.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::views::InlineForm;
using Desk = fireline::test::TriageRig;
namespace t = fireline::models::triage;

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
    void thePhaseIsEnteredByKey();
    void whatStandsBeforeTheEndIsConfirmed();
    void theIncidentIsResolvedAndClosed();
    void theFormThatResolvesSaysWhatIsStillOpen();
    void homeGoesToTheFirstRow();
    void escapeKeepsWhatWasTyped();
    void whatIsMissingBeforeTheEndIsReached();
    void anotherPhaseIsReachedFromAnOpenForm();
    void wordsThatWaitLeadToTheirForm_data();
    void wordsThatWaitLeadToTheirForm();
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

// LAD-8: it is written down by whoever is at the console, whose word it is unless another is named.
void TestTriagePanel::whatStandsBeforeTheEndIsConfirmed()
{
    Desk desk(u"severity-ladder"_s, u"1"_s);
    desk.lines({u"/role @bo tech_lead"_s});
    const auto need = [&](int item) {
        for (int row = 0; row < desk.model.rowCount(); ++row) {
            const QModelIndex index = desk.model.index(row);
            if (index.data(t::KindRole).toInt() == t::Need && index.data(t::IdRole) == u"lad.verify"_s
                && index.data(t::CountRole).toInt() == item)
                return index;
        }
        return QModelIndex();
    };
    QCOMPARE(need(2).data(t::StateRole).toInt(), int(t::Blocked));
    desk.list()->setCurrentIndex(need(2));
    desk.list()->setFocus();
    desk.press(Qt::Key_Y);
    desk.type(u"all are green"_s);
    desk.press(Qt::Key_Tab);
    QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), QString());
    desk.press(Qt::Key_Return);
    QVERIFY2(desk.problem().contains(u"bo"_s), qPrintable(desk.problem()));
    QCOMPARE(need(2).data(t::StateRole).toInt(), int(t::Blocked));
    desk.press(Qt::Key_Down); // who is asked for is offered
    QWidget *names = qobject_cast<QLineEdit *>(desk.part(u"triageForm_who"_s))->completer()->popup();
    QVERIFY(names->isVisible());
    QTest::keyClick(names, Qt::Key_Down);
    QTest::keyClick(names, Qt::Key_Return);
    desk.press(Qt::Key_Return);
    QCOMPARE(need(2).data(t::StateRole).toInt(), int(t::Answered));
    QCOMPARE(need(1).data(t::StateRole).toInt(), int(t::Blocked));
    QCOMPARE(desk.feed.state().entries.last().actor, u"bo"_s);
    QVERIFY(desk.list()->hasFocus());
    desk.list()->setCurrentIndex(need(2));
    QVERIFY(desk.why(u"triage.yes"_s).contains(u"met already"_s));
}

// LAD-7: its words are asked for once nothing is in the way; before that the reason is told.
void TestTriagePanel::theIncidentIsResolvedAndClosed()
{
    Desk desk(u"severity-ladder"_s, u"1"_s);
    desk.lines({u"/role @bo tech_lead"_s});
    desk.select(t::Next, u"resolve"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.feed.state().resolvedAt.isSet());
    for (const int item : {1, 2, 3})
        desk.lines({u"@bo /gate lad.verify %1 seen"_s.arg(item)});
    desk.select(t::Next, u"resolve"_s);
    desk.press(Qt::Key_Return);
    const auto labels = desk.part<InlineForm>(u"triageForm"_s)->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(notUndoableWhy(Verb::Resolve));
    }));
    desk.type(u"a setting"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.feed.state().resolvedAt.isSet());
    QCOMPARE(desk.said(u"root_cause"_s), u"a setting"_s);
    QCOMPARE(desk.state(t::Next, u"close"_s), t::Blocked);
}

// A reminder in the form: it is sent all the same.
void TestTriagePanel::theFormThatResolvesSaysWhatIsStillOpen()
{
    Desk desk(u"severity-ladder"_s, u"1"_s);
    desk.lines({u"/role @bo tech_lead"_s, u"/action @dev watch the queue +10m"_s});
    for (const int item : {1, 2, 3})
        desk.lines({u"@bo /gate lad.verify %1 seen"_s.arg(item)});
    desk.feed.advance(Span::minutes(8)); // nobody was paged in time
    desk.select(t::Next, u"resolve"_s);
    desk.press(Qt::Key_Return);
    QString seen;
    for (const QLabel *label : desk.panel.findChildren<QLabel *>())
        seen += label->isVisible() ? label->text() : QString();
    QVERIFY2(seen.contains(u"Still open: no answer to A1 (dev); "_s), qPrintable(seen));
    QVERIFY2(seen.contains(u"; late: Page CEO, VP Ops, All on-call engineers"_s), qPrintable(seen));
    desk.type(u"a setting"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.feed.state().resolvedAt.isSet());
}

void TestTriagePanel::homeGoesToTheFirstRow()
{
    Desk desk(u"nine-step"_s, u"P2"_s);
    desk.list()->setFocus();
    desk.press(Qt::Key_End);
    QVERIFY(desk.list()->currentIndex().row() > 5);
    desk.press(Qt::Key_Home);
    QCOMPARE(desk.list()->currentIndex().data(t::KindRole).toInt(), int(t::Confirmation));
}

void TestTriagePanel::wordsThatWaitLeadToTheirForm_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : {u"confirm/false"_s, u"severity/1"_s, u"report"_s, u"report/slow"_s, u"need/lad.verify/2"_s,
                              u"record/lad.scope"_s, u"link/E3"_s, u"end/resolve"_s})
        QTest::newRow(qPrintable(id)) << id;
}

// What an earlier window kept, whichever form it was typed into.
void TestTriagePanel::wordsThatWaitLeadToTheirForm()
{
    QFETCH(QString, id);
    Desk desk(u"severity-ladder"_s, u"1"_s);
    desk.lines({u"/role @bo tech_lead"_s, u"/report slow pages symptom=slow"_s, u"/alert HighErrorRate"_s});
    auto *form = desk.part<InlineForm>(u"triageForm"_s);
    QVERIFY(!desk.sees(u"triageWaiting"_s));
    form->restore({{id, QJsonObject{{u"title"_s, u"What it was"_s}, {u"values"_s, QJsonObject{{u"text"_s, u"half"_s}}}}}});
    QVERIFY(desk.part<QLabel>(u"triageWaitingText"_s)->text().contains(u"What it was"_s));
    desk.part(u"triageWaitingResume"_s)->setFocus();
    desk.press(Qt::Key_Space);
    QCOMPARE(form->id(), id);
    QVERIFY(!desk.sees(u"triageWaiting"_s));
    QCOMPARE(desk.prepared, QStringList());
    QVERIFY(desk.asked.isEmpty());
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

void TestTriagePanel::whatIsMissingBeforeTheEndIsReached()
{
    Desk desk(u"severity-ladder"_s, u"1"_s);
    const auto here = [&] { return desk.list()->currentIndex(); };
    desk.registry.action(u"triage.ending"_s)->trigger();
    QVERIFY(desk.list()->hasFocus());
    QCOMPARE(here().data(t::KindRole).toInt(), int(t::Need));
    QVERIFY(here().data(t::NeededRole).toBool());
    QVERIFY(here().data(t::StateRole).toInt() != t::Answered);
    desk.registry.action(u"triage.rootCause"_s)->trigger();
    QVERIFY(desk.prepared.last().startsWith(u"/rootcause "_s));
}

void TestTriagePanel::anotherPhaseIsReachedFromAnOpenForm()
{
    Desk desk;
    desk.press(Qt::Key_N);
    desk.type(u"half a rep"_s);
    QVERIFY(desk.sees(u"triageForm"_s));
    desk.registry.action(u"triage.phase"_s)->trigger();
    QVERIFY(!desk.sees(u"triageForm"_s));
    QVERIFY(desk.list()->hasFocus());
    QCOMPARE(desk.list()->currentIndex().data(t::KindRole).toInt(), int(t::Next));
    desk.press(Qt::Key_N); // what was typed waits
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
    QVERIFY(!desk.sees(u"triageOver"_s));
    desk.lines({u"/withdraw a test"_s});
    QVERIFY(desk.sees(u"triageOver"_s));
    QVERIFY(desk.part<QLabel>(u"triageOver"_s)->text().contains(u"The incident is over"_s));
    QCOMPARE(desk.panel.windowTitle(), u"Triage: the incident is over"_s);
    for (int row = 0; row < desk.model.rowCount(); ++row) {
        const QModelIndex index = desk.model.index(row, 0);
        if (index.data(t::KindRole).toInt() == t::Question || index.data(t::KindRole).toInt() == t::Confirmation)
            QVERIFY(!index.data(t::NeededRole).toBool());
    }
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
