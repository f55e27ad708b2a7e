// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/decisionsmodel.h"
#include "decisions/decisionspanel.h"
#include "everyprocess.h"
#include "forms/inlineform.h"
#include "panelrig.h"
#include "partnames.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::DecisionsModel;
using fireline::views::DecisionsPanel;
using fireline::views::InlineForm;
namespace d = fireline::models::decisions;

namespace {

struct Desk : test::PanelRig<DecisionsModel, DecisionsPanel>
{
    using PanelRig::PanelRig;

    QListView *list() const { return part<QListView>(u"decisionsList"_s); }
    void select(const QString &id) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(d::IdRole) == id && model.index(row).data(d::KindRole).toInt() != d::Heading)
                list()->setCurrentIndex(model.index(row));
        }
        list()->setFocus();
    }
    const Hypothesis &hypothesis(int i = 0) const { return feed.state().hypotheses.at(i); }
    QString problem() const { return part<QLabel>(u"decisionsFormProblem"_s)->text(); }
    void refresh() { registry.refresh(); }
};

constexpr auto windowKeys = Qt::ControlModifier | Qt::ShiftModifier;

} // namespace

class TestDecisionsPanel : public QObject
{
    Q_OBJECT
private slots:
    void aHypothesisIsStatedTestedAndConfirmed_data() { test::addProcesses(); }
    void aHypothesisIsStatedTestedAndConfirmed();
    void evidenceIsLinkedByKey();
    void aHypothesisIsRuledOut();
    void aDecisionHasAllThatBelongsToIt();
    void aDecisionIsOfWhoeverTypesIt();
    void escapeKeepsWhatWasTyped();
    void whatAnEarlierWindowKeptIsOffered();
    void aRefusalStaysInTheForm();
    void aMitigationIsAppliedAndJudged_data();
    void aMitigationIsAppliedAndJudged();
    void theCauseSaysWhyItIsClosed();
    void enterGoesToTheEvidence();
    void spaceTellsMore();
    void keysSayWhyTheyDoNothing();
    void aCorrectionKeepsEverySign();
    void arrowsPassOverHeadings();
    void theTitleTellsWhatIsLate();
    void everythingHasAName();
};

// SRE-7 in all five processes, by keys alone.
void TestDecisionsPanel::aHypothesisIsStatedTestedAndConfirmed()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Desk desk(process, severity);
    desk.press(Qt::Key_H, windowKeys);
    desk.type(u"lock on orders"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().hypotheses.size(), 1);
    QCOMPARE(desk.hypothesis().by, u"ana"_s);
    QVERIFY(desk.list()->hasFocus());
    desk.select(u"H1"_s);
    desk.press(Qt::Key_T);
    desk.type(u"look at pg_locks"_s);
    desk.press(Qt::Key_Tab);
    desk.type(u"bo"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.hypothesis().state, Hypothesis::State::Testing);
    QCOMPARE(desk.hypothesis().how, u"look at pg_locks"_s);
    QCOMPARE(desk.hypothesis().tester, u"bo"_s);
    desk.press(Qt::Key_C);
    desk.type(u"40 sessions wait"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.hypothesis().state, Hypothesis::State::Confirmed);
    QCOMPARE(desk.hypothesis().evidence, u"40 sessions wait"_s);
    QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
}

void TestDecisionsPanel::evidenceIsLinkedByKey()
{
    Desk desk;
    desk.lines({u"/hyp lock"_s, u"/finding 40 sessions wait"_s, u"/finding disk is full"_s});
    const QString ref = u"E%1"_s.arg(desk.feed.state().entries.size() - 1);
    desk.select(u"H1"_s);
    desk.press(Qt::Key_R);
    auto *entry = desk.part<QComboBox>(u"decisionsForm_entry"_s);
    QVERIFY(entry && entry->hasFocus());
    desk.press(Qt::Key_Down); // the latest
    desk.press(Qt::Key_Down);
    QCOMPARE(entry->currentData().toString(), ref);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.hypothesis().state, Hypothesis::State::Confirmed);
    QCOMPARE(desk.hypothesis().evidenceEntry, desk.feed.state().entry(ref)->eventId);
    QCOMPARE(desk.hypothesis().evidence, u'#' + ref);
}

void TestDecisionsPanel::aHypothesisIsRuledOut()
{
    Desk desk;
    desk.lines({u"/hyp lock"_s});
    desk.select(u"H1"_s);
    desk.press(Qt::Key_X);
    desk.type(u"nothing waits"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.hypothesis().state, Hypothesis::State::RuledOut);
    QCOMPARE(desk.hypothesis().why, u"nothing waits"_s);
}

void TestDecisionsPanel::aDecisionHasAllThatBelongsToIt()
{
    Desk desk;
    desk.lines({u"/claim"_s, u"/decision wait"_s, u"/poll fail over"_s, u"@bo /object #P1 stale"_s});
    desk.press(Qt::Key_D, windowKeys);
    desk.type(u"fail over to region B"_s);
    desk.press(Qt::Key_Tab);
    desk.press(Qt::Key_Tab);
    desk.type(u"30"_s);
    QCOMPARE(desk.part<QSpinBox>(u"decisionsForm_revisit"_s)->value(), 30);
    desk.press(Qt::Key_Tab);
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Tab);
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Tab);
    desk.press(Qt::Key_Space);
    QVERIFY(desk.part<QCheckBox>(u"decisionsForm_irreversible"_s)->isChecked());
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().decisions.size(), 2);
    const DecisionRecord &made = desk.feed.state().decisions.last();
    QCOMPARE(made.text, u"fail over to region B #P1"_s);
    QCOMPARE(made.revisitAt, desk.feed.now() + Span::minutes(30));
    QCOMPARE(made.replaces, desk.feed.state().decisions.first().eventId);
    QCOMPARE(made.poll, desk.feed.state().polls.first().eventId);
    QVERIFY(made.irreversible);
}

void TestDecisionsPanel::aDecisionIsOfWhoeverTypesIt()
{
    Desk desk;
    desk.lines({u"@al /note here"_s, u"@bo /claim"_s});
    desk.press(Qt::Key_D, windowKeys);
    desk.type(u"roll back"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().decisions.first().by, u"ana"_s);
    // Who has command is the first to be offered.
    desk.press(Qt::Key_D, windowKeys);
    desk.type(u"fail over"_s);
    desk.press(Qt::Key_Tab);
    auto *who = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(who);
    QCOMPARE(who->text(), QString());
    desk.press(Qt::Key_Down);
    QWidget *names = who->completer()->popup();
    QVERIFY(names->isVisible());
    QTest::keyClick(names, Qt::Key_Down);
    QTest::keyClick(names, Qt::Key_Return);
    QCOMPARE(who->text(), u"bo"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().decisions.last().by, u"bo"_s);
}

// It is told above the place of the form, and the key leads to it; what was about a row that is gone goes to quick entry.
void TestDecisionsPanel::whatAnEarlierWindowKeptIsOffered()
{
    Desk desk;
    desk.lines({u"/hypothesis the cache is cold"_s, u"/hypothesis a bad deploy"_s});
    auto *form = desk.part<InlineForm>(u"decisionsForm"_s);
    const auto kept = [](const QString &title, const QString &key, const QString &words) {
        return QJsonObject{{u"title"_s, title}, {u"values"_s, QJsonObject{{key, words}}}};
    };
    form->restore({{u"ruleout/H1"_s, kept(u"Rule out H1"_s, u"why"_s, u"the graph is flat"_s)},
                   {u"test/H9"_s, kept(u"Test H9"_s, u"text"_s, u"drain one host"_s)}});
    QVERIFY(desk.part<QLabel>(u"decisionsWaitingText"_s)->text().contains(u"Rule out H1"_s));
    desk.select(u"H2"_s);
    desk.part(u"decisionsWaitingResume"_s)->setFocus();
    desk.press(Qt::Key_Space);
    QCOMPARE(form->id(), u"ruleout/H1"_s);
    QVERIFY(!desk.sees(u"decisionsWaiting"_s));
    QCOMPARE(desk.part<QLineEdit>(u"decisionsForm_why"_s)->text(), u"the graph is flat"_s);
    desk.part<QLineEdit>(u"decisionsForm_why"_s)->setFocus();
    desk.press(Qt::Key_Return);
    QVERIFY(desk.feed.state().hypothesis(u"H1")->state == Hypothesis::State::RuledOut);
    QVERIFY(desk.part<QLabel>(u"decisionsWaitingText"_s)->text().contains(u"Test H9"_s));
    desk.part(u"decisionsWaitingResume"_s)->setFocus();
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.prepared, QStringList{u"drain one host"_s});
    QVERIFY(!desk.sees(u"decisionsWaiting"_s));
}

void TestDecisionsPanel::escapeKeepsWhatWasTyped()
{
    Desk desk;
    desk.press(Qt::Key_H, windowKeys);
    desk.type(u"lock on ord"_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.sees(u"decisionsForm"_s));
    QVERIFY(desk.list()->hasFocus());
    desk.press(Qt::Key_D, windowKeys);
    QCOMPARE(desk.part<QLineEdit>(u"decisionsForm_text"_s)->text(), QString());
    desk.type(u"wait"_s);
    desk.press(Qt::Key_H, windowKeys); // one form gives way to another
    QCOMPARE(desk.part<QLineEdit>(u"decisionsForm_text"_s)->text(), u"lock on ord"_s);
    desk.type(u"ers"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.hypothesis().text, u"lock on orders"_s);
    desk.press(Qt::Key_H, windowKeys);
    QCOMPARE(desk.part<QLineEdit>(u"decisionsForm_text"_s)->text(), QString());
    desk.press(Qt::Key_D, windowKeys);
    QCOMPARE(desk.part<QLineEdit>(u"decisionsForm_text"_s)->text(), u"wait"_s);
}

void TestDecisionsPanel::aRefusalStaysInTheForm()
{
    Desk desk;
    desk.press(Qt::Key_H, windowKeys);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.sees(u"decisionsForm"_s));
    QVERIFY(!desk.problem().isEmpty());
    QVERIFY(desk.asked.isEmpty());
    desk.type(u"lock"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.sees(u"decisionsForm"_s));
    QCOMPARE(desk.asked.size(), 1);
}

void TestDecisionsPanel::aMitigationIsAppliedAndJudged_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QStringList>("asked");
    QTest::newRow("HDF-7") << u"helpdeskflow"_s << u"P0"_s << u"Disable faulty automation rules"_s << QStringList();
    QTest::newRow("SRE-7") << u"sre-directorate"_s << u"SEV1"_s << u"Rollback"_s << QStringList();
    QTest::newRow("NIN-12, NIN-13") << u"nine-step"_s << u"P1"_s << u"Feature flag disable"_s
                                    << QStringList{u"result"_s, u"status"_s};
    QTest::newRow("LAD-15") << u"severity-ladder"_s << u"1"_s << u"Feature flags"_s << QStringList();
}

void TestDecisionsPanel::aMitigationIsAppliedAndJudged()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, option);
    QFETCH(QStringList, asked);
    Desk desk(process, severity);
    desk.select(u"1"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"flag checkout2 off"_s);
    if (!asked.isEmpty()) {
        desk.press(Qt::Key_Return);
        QVERIFY2(desk.problem().contains(u"NIN-13"_s), qPrintable(desk.problem()));
        QVERIFY(desk.asked.isEmpty());
    }
    for (const QString &field : asked) {
        QWidget *input = desk.part(u"decisionsForm_field_"_s + field);
        QVERIFY2(input, qPrintable(field));
        while (QApplication::focusWidget() != input)
            desk.press(Qt::Key_Tab);
        if (qobject_cast<QLineEdit *>(input))
            desk.type(u"errors fall"_s);
        else
            desk.press(Qt::Key_Down);
    }
    desk.press(Qt::Key_Return);
    QVERIFY2(desk.refusals.isEmpty() && desk.problem().isEmpty(), qPrintable(desk.refusals.join(u' ') + desk.problem()));
    QCOMPARE(desk.feed.state().mitigations.size(), 1);
    QCOMPARE(desk.feed.state().mitigations.first().option, option);
    QCOMPARE(desk.feed.state().mitigations.first().text, u"flag checkout2 off"_s);
    desk.select(u"M1"_s);
    desk.press(Qt::Key_X);
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().mitigations.first().result, u"partial"_s);
}

// SRE-13: closed with the reason until a hypothesis is confirmed.
void TestDecisionsPanel::theCauseSaysWhyItIsClosed()
{
    Desk desk;
    const auto *cause = desk.part<QLabel>(u"decisionsCause"_s);
    QVERIFY(cause->isVisible());
    QVERIFY(cause->text().contains(u"SRE-13"_s));
    QVERIFY(cause->text().contains(u"Public status page"_s));
    QVERIFY(cause->text().contains(u"opens once a hypothesis is confirmed"_s));
    desk.lines({u"/hyp lock"_s});
    desk.select(u"H1"_s);
    desk.press(Qt::Key_C);
    desk.type(u"40 sessions wait"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(!cause->isVisible());
    Desk nine(u"nine-step"_s, u"P1"_s);
    QVERIFY(!nine.sees(u"decisionsCause"_s));
}

void TestDecisionsPanel::enterGoesToTheEvidence()
{
    Desk desk;
    QSignalSpy wanted(&desk.panel, &DecisionsPanel::eventRequested);
    desk.lines({u"/hyp lock"_s, u"/finding 40 sessions wait"_s});
    const Entry finding = desk.feed.state().entries.last();
    desk.select(u"H1"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(wanted.takeFirst().first().toString(), desk.hypothesis().eventId);
    desk.lines({u"/confirmed #H1 see #E%1"_s.arg(desk.feed.state().entries.size())});
    desk.select(u"H1"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(wanted.takeFirst().first().toString(), finding.eventId);
}

void TestDecisionsPanel::spaceTellsMore()
{
    Desk desk;
    desk.lines({u"/hyp lock"_s});
    desk.select(u"H1"_s);
    desk.press(Qt::Key_Space);
    const auto *details = desk.part<QTextBrowser>(u"decisionsDetails"_s);
    QVERIFY(details->isVisible());
    QVERIFY(details->toPlainText().contains(u"lock"_s));
    desk.press(Qt::Key_Space);
    QVERIFY(!details->isVisible());
}

void TestDecisionsPanel::keysSayWhyTheyDoNothing()
{
    Desk desk;
    desk.lines({u"/decision wait"_s});
    desk.select(u"D1"_s);
    desk.refresh();
    for (const QString &id : {u"decisions.test"_s, u"decisions.confirm"_s, u"decisions.ruleOut"_s})
        QCOMPARE(desk.why(id), u"Select a hypothesis first."_s);
    QVERIFY(desk.why(u"decisions.pin"_s).isEmpty());
    desk.lines({u"/withdraw a test"_s});
    desk.refresh();
    QVERIFY(!desk.why(u"decisions.hypothesis"_s).isEmpty());
    QVERIFY(!desk.part<QPushButton>(u"decisionsNewDecision"_s)->isEnabled());
    QVERIFY(!desk.part<QPushButton>(u"decisionsNewDecision"_s)->toolTip().isEmpty());
}

void TestDecisionsPanel::aCorrectionKeepsEverySign()
{
    Desk desk;
    const QString said = uR"(the pool says "exhausted" in C:\logs)"_s;
    desk.lines({u"/hyp "_s + said});
    desk.select(u"H1"_s);
    QSignalSpy lines(&desk.panel, &DecisionsPanel::entryRequested);
    desk.press(Qt::Key_E);
    QCOMPARE(lines.size(), 1);
    desk.lines({lines.first().first().toString()});
    const auto &entries = desk.feed.state().entries;
    QCOMPARE(entries.last().type, u"entry.corrected"_s);
    QVERIFY2(entries.last().text.endsWith(said), qPrintable(entries.last().text));
}

void TestDecisionsPanel::arrowsPassOverHeadings()
{
    Desk desk;
    desk.lines({u"/hyp lock"_s, u"/decision wait"_s});
    desk.select(u"H1"_s);
    desk.press(Qt::Key_Down);
    QCOMPARE(desk.list()->currentIndex().data(d::IdRole).toString(), u"D1"_s);
    desk.press(Qt::Key_Up);
    QCOMPARE(desk.list()->currentIndex().data(d::IdRole).toString(), u"H1"_s);
    desk.select(u"D1"_s);
    desk.press(Qt::Key_Home);
    QCOMPARE(desk.list()->currentIndex().data(d::IdRole).toString(), u"H1"_s);
}

void TestDecisionsPanel::theTitleTellsWhatIsLate()
{
    Desk desk;
    QCOMPARE(desk.panel.windowTitle(), u"Hypotheses and decisions"_s);
    desk.lines({u"/hyp lock"_s});
    QVERIFY(desk.panel.windowTitle().contains(u'1'));
    desk.lines({u"/decision wait revisit +10m"_s});
    desk.feed.advance(Span::minutes(10));
    QVERIFY2(desk.panel.windowTitle().contains(u'▲'), qPrintable(desk.panel.windowTitle()));
}

void TestDecisionsPanel::everythingHasAName()
{
    Desk desk;
    desk.press(Qt::Key_D, windowKeys);
    test::checkPartNames(desk.panel);
}

QTEST_MAIN(TestDecisionsPanel)
#include "tst_decisionspanel.moc"
