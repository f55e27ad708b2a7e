// SPDX-License-Identifier: GPL-3.0-or-later
#include "afterwards.h"
#include "forms/inlineform.h"
#include "panelrig.h"
#include "partnames.h"
#include "review/reviewmodel.h"
#include "review/reviewpanel.h"
#include "review/reviewtimelinemodel.h"
#include "timeline/timelineroles.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::ReviewModel;
using fireline::models::TimelineRole;
using fireline::views::InlineForm;
using fireline::views::ReviewPanel;
namespace r = fireline::models::review;

namespace {

struct Desk : test::PanelRig<ReviewModel, ReviewPanel>
{
    explicit Desk(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s)
        : PanelRig(process, severity)
    {
        panel.resize(560, 700);
    }
    QListView *list() const { return part<QListView>(u"reviewList"_s); }
    InlineForm *form() const { return part<InlineForm>(u"reviewForm"_s); }
    QTreeView *table() const { return part<QTreeView>(u"reviewTimeline"_s); }
    void select(r::Kind kind, const QString &id, int item = 0) const
    {
        list()->setCurrentIndex({});
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            if (index.data(r::KindRole).toInt() == kind && index.data(r::IdRole) == id && index.data(r::ItemRole).toInt() == item)
                list()->setCurrentIndex(index);
        }
        QVERIFY2(list()->currentIndex().isValid(), qPrintable(id));
        list()->setFocus();
    }
    ReviewRecord record(const QString &id) const { return feed.state().reviews.value(id); }
    QString section(const QString &name) const { return record(model.review()).sections.value(name).toString(); }
    QString problem() const { return part<QLabel>(u"reviewFormProblem"_s)->text(); }
    QString remarks() const { return sees(u"reviewRemarks"_s) ? part<QLabel>(u"reviewRemarks"_s)->text() : QString(); }
    void keep() const { press(Qt::Key_Return, Qt::ControlModifier); }
};

} // namespace

class TestReviewPanel : public QObject
{
    Q_OBJECT
private slots:
    void aSectionIsWrittenInPlace_data();
    void aSectionIsWrittenInPlace();
    void whatIsTypedIsNotLost();
    void whatAnEarlierWindowKeptIsOffered();
    void wordsOfARowThatIsGoneGoToQuickEntry();
    void lintsSpeakWhileItIsTyped();
    void aSectionBeginsWithTheRecord();
    void theFirstSectionIsOneButtonAway();
    void fiveTimesWhy();
    void anActionItemIsAddedChangedAndDone();
    void aRefusalStaysInTheForm();
    void aConditionIsConfirmedByHand();
    void aWhyIsTakenBack();
    void anActionItemIsTakenBack();
    void whysAndFactorsAreCorrectedInPlace();
    void fromDraftToClosed();
    void aQuestionOfTheProcessIsAnswered();
    void theTimelineIsCorrectedAndPinned();
    void rowsAreChosenForTheSection();
    void keysSayWhyTheyDoNothing();
    void arrowsPassOverHeadings();
    void whatIsWrittenStaysInSight();
    void everythingHasAName();
};

void TestReviewPanel::aSectionIsWrittenInPlace_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("section");
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s << u"Cause"_s;
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P0"_s << u"What Happened"_s;
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s << u"Lessons Learned"_s;
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s << u"Systemic Issues"_s;
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << u"SEV1"_s << u"Root Cause"_s;
}

// In all five processes, by keys alone.
void TestReviewPanel::aSectionIsWrittenInPlace()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, section);
    Desk desk(process, severity);
    desk.select(r::Section, section);
    desk.press(Qt::Key_Return);
    desk.type(u"the pool was small"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"and nobody measured it"_s);
    desk.keep();
    QCOMPARE(desk.section(section), u"the pool was small\nand nobody measured it"_s);
    QVERIFY(desk.list()->hasFocus());
    QCOMPARE(desk.list()->currentIndex().data(r::StateRole).toInt(), int(r::Written));
    QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
}

void TestReviewPanel::whatIsTypedIsNotLost()
{
    Desk desk;
    desk.select(r::Section, u"Root Cause"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"half a thought"_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.sees(u"reviewForm"_s));
    desk.select(r::Section, u"Executive Summary"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"another"_s);
    desk.press(Qt::Key_Escape);
    desk.select(r::Section, u"Root Cause"_s);
    desk.press(Qt::Key_E);
    QCOMPARE(desk.part<QPlainTextEdit>(u"reviewForm_text"_s)->toPlainText(), u"half a thought"_s);
    QVERIFY(desk.asked.isEmpty());
}

// While it is typed it is said to whoever keeps it; what is sent is said to be gone.
void TestReviewPanel::whatAnEarlierWindowKeptIsOffered()
{
    QJsonObject kept;
    {
        Desk desk;
        QObject::connect(desk.form(), &InlineForm::keptChanged, [&kept](const QJsonObject &now) { kept = now; });
        desk.select(r::Section, u"Root Cause"_s);
        desk.press(Qt::Key_Return);
        QVERIFY(!desk.sees(u"reviewWaiting"_s));
        desk.type(u"half a thought"_s);
        QTRY_VERIFY(!kept.isEmpty());
        desk.type(u", and"_s);
    }
    Desk next;
    next.form()->restore(kept);
    QVERIFY(next.part<QLabel>(u"reviewWaitingText"_s)->text().contains(u"Root Cause"_s));
    next.part<QPushButton>(u"reviewWaitingResume"_s)->setFocus();
    next.press(Qt::Key_Space);
    QVERIFY(!next.sees(u"reviewWaiting"_s));
    QCOMPARE(next.part<QPlainTextEdit>(u"reviewForm_text"_s)->toPlainText(), u"half a thought, and"_s);
    QSignalSpy keeping(next.form(), &InlineForm::keptChanged);
    next.part<QPlainTextEdit>(u"reviewForm_text"_s)->setFocus();
    next.keep();
    QCOMPARE(next.section(u"Root Cause"_s), u"half a thought, and"_s);
    QVERIFY(!next.sees(u"reviewWaiting"_s));
    QTRY_VERIFY(!keeping.isEmpty());
    QCOMPARE(keeping.last().first().toJsonObject(), QJsonObject());
}

void TestReviewPanel::wordsOfARowThatIsGoneGoToQuickEntry()
{
    Desk desk;
    QSignalSpy lines(&desk.panel, &ReviewPanel::entryRequested);
    const QJsonObject values{{u"text"_s, u"the pool\nwas small"_s}, {u"block"_s, QString()}};
    desk.form()->restore({{u"section/sre/No such section"_s, QJsonObject{{u"title"_s, u"x"_s}, {u"values"_s, values}}}});
    desk.part<QPushButton>(u"reviewWaitingResume"_s)->click();
    QCOMPARE(lines.value(0).value(0).toString(), u"the pool was small"_s);
    QVERIFY(!desk.sees(u"reviewWaiting"_s));
}

void TestReviewPanel::lintsSpeakWhileItIsTyped()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    desk.select(r::Section, u"Summary"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"It was the fault of "_s);
    QVERIFY(desk.remarks().isEmpty());
    desk.type(u"ana."_s);
    QVERIFY(desk.remarks().startsWith(u"▲ NIN-30: "_s));
    desk.keep();
    QVERIFY(desk.remarks().isEmpty());
    QCOMPARE(desk.list()->currentIndex().data(r::RemarksRole).toStringList().size(), 1);
    desk.press(Qt::Key_I);
    QVERIFY(desk.remarks().contains(u"NIN-17"_s)); // owner, date and ticket are missing so far
}

void TestReviewPanel::aSectionBeginsWithTheRecord()
{
    Desk desk;
    desk.select(r::Section, u"Timeline"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.part<QPlainTextEdit>(u"reviewForm_text"_s)->toPlainText(), u"\n{{timeline}}"_s);
    desk.type(u"in short"_s);
    desk.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"reviewForm_block"_s);
    desk.press(Qt::Key_End);
    desk.keep();
    QCOMPARE(desk.section(u"Timeline"_s), u"in short\n{{timeline}}\n\n{{action_items}}"_s);
}

void TestReviewPanel::theFirstSectionIsOneButtonAway()
{
    Desk desk;
    auto *begin = desk.part<QPushButton>(u"reviewBegin"_s);
    QVERIFY(begin->isVisible());
    QCOMPARE(begin->text(), u"Write “Executive Summary”"_s);
    begin->setFocus();
    desk.press(Qt::Key_Space);
    desk.type(u"checkout failed for 40 minutes"_s);
    desk.keep();
    QCOMPARE(desk.section(u"Executive Summary"_s), u"checkout failed for 40 minutes"_s);
    QVERIFY(!begin->isVisible());
    QVERIFY(!desk.sees(u"reviewEmpty"_s));
}

void TestReviewPanel::fiveTimesWhy()
{
    Desk desk;
    for (int i = 1; i < 4; ++i) {
        desk.press(Qt::Key_W);
        desk.type(u"cause %1"_s.arg(i));
        desk.press(Qt::Key_Return);
    }
    QCOMPARE(desk.feed.state().whys, (QStringList{u"cause 1"_s, u"cause 2"_s, u"cause 3"_s}));
    desk.select(r::Field, u"whys"_s);
    QCOMPARE(desk.list()->currentIndex().data(r::StateRole).toInt(), int(r::Missing));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Tab);
    desk.type(u"the supplier says no more"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.list()->currentIndex().data(r::StateRole).toInt(), int(r::Written));
    desk.press(Qt::Key_F);
    desk.type(u"no alarm"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().factors, QStringList{u"no alarm"_s});
}

void TestReviewPanel::anActionItemIsAddedChangedAndDone()
{
    Desk desk;
    desk.press(Qt::Key_I);
    desk.type(u"add a probe for the pool"_s);
    desk.part(u"reviewForm_field_owner"_s)->setFocus();
    desk.type(u"bo"_s);
    desk.part(u"reviewForm_field_due"_s)->setFocus();
    desk.type(u"2030-02-01"_s);
    desk.part(u"reviewForm_field_tag"_s)->setFocus();
    desk.press(Qt::Key_Down);
    desk.part(u"reviewForm_field_priority"_s)->setFocus();
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Return);
    QVERIFY2(desk.problem().isEmpty(), qPrintable(desk.problem()));
    QCOMPARE(desk.feed.state().actionItems.size(), 1);
    const auto fields = [&] { return desk.feed.state().actionItems.first().fields; };
    QCOMPARE(fields().value(u"owner").toString(), u"bo"_s);
    QCOMPARE(fields().value(u"priority").toString(), u"high"_s);
    QCOMPARE(fields().value(u"tag").toString(), u"prevention"_s);
    desk.select(r::Item, u"I1"_s);
    desk.press(Qt::Key_Return);
    desk.part(u"reviewForm_field_ticket"_s)->setFocus();
    desk.type(u"OPS-12"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(fields().value(u"ticket").toString(), u"OPS-12"_s);
    QCOMPARE(desk.asked.last().args.value(u"fields").toObject().size(), 1); // only what changed
    desk.press(Qt::Key_X);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.feed.state().actionItems.first().doneAt.isSet());
    QVERIFY(!desk.why(u"review.done"_s).isEmpty());
}

void TestReviewPanel::aRefusalStaysInTheForm()
{
    Desk desk(u"helpdeskflow"_s, u"P1"_s);
    desk.press(Qt::Key_I);
    desk.type(u"improve database monitoring"_s);
    QVERIFY(desk.remarks().contains(u"HDF-21"_s));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.problem().contains(u"HDF-21"_s));
    QVERIFY(desk.feed.state().actionItems.isEmpty());
    auto *text = desk.part<QLineEdit>(u"reviewForm_text"_s);
    QCOMPARE(text->text(), u"improve database monitoring"_s);
    text->setText(u"add replication lag alert"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().actionItems.size(), 1);
}

void TestReviewPanel::aConditionIsConfirmedByHand()
{
    Desk desk;
    desk.select(r::Need, u"sre.paper"_s, 1); // ticks itself
    QVERIFY(desk.why(u"review.confirm"_s).contains(u"ticks itself"_s));
    desk.select(r::Need, u"sre.paper"_s, 3);
    desk.press(Qt::Key_Y);
    desk.type(u"saved in the vault"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.list()->currentIndex().data(r::StateRole).toInt(), int(r::ByHand));
}

void TestReviewPanel::aWhyIsTakenBack()
{
    Desk desk;
    desk.lines({u"/why one"_s, u"/why two"_s});
    desk.select(r::Why, u"2"_s);
    desk.press(Qt::Key_Delete);
    desk.type(u"it was not so"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().whys, QStringList{u"one"_s});
}

void TestReviewPanel::anActionItemIsTakenBack()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    desk.lines({u"/item first owner=bo due=2030-02-01 ticket=OPS-1"_s, u"/item second owner=bo due=2030-02-01 ticket=OPS-2"_s});
    desk.select(r::Item, u"I1"_s);
    QVERIFY2(desk.why(u"review.remove"_s).isEmpty(), qPrintable(desk.why(u"review.remove"_s)));
    desk.press(Qt::Key_Delete);
    desk.type(u"it is the same as the second"_s);
    desk.press(Qt::Key_Return);
    QVERIFY2(desk.problem().isEmpty(), qPrintable(desk.problem()));
    QStringList left;
    for (int row = 0; row < desk.model.rowCount(); ++row) {
        if (desk.model.index(row).data(r::KindRole).toInt() == r::Item)
            left.append(desk.model.index(row).data(r::IdRole).toString());
    }
    QCOMPARE(left, QStringList{u"I2"_s});
}

// The timeline keeps the words as they were, with the same beginning.
void TestReviewPanel::whysAndFactorsAreCorrectedInPlace()
{
    Desk desk;
    desk.lines({u"/why the pool was small"_s, u"/factor no alarm"_s});
    desk.select(r::Why, u"1"_s);
    desk.press(Qt::Key_E);
    QCOMPARE(desk.part<QLineEdit>(u"reviewForm_text"_s)->text(), u"the pool was small"_s);
    desk.press(Qt::Key_End);
    desk.type(u" for the load"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().whys, QStringList{u"the pool was small for the load"_s});
    QCOMPARE(desk.list()->currentIndex().data().toString(), u"the pool was small for the load"_s);
    const Entry &why = *desk.feed.state().entry(desk.feed.state().statements.first().eventId);
    QCOMPARE(why.text, u"Why: the pool was small for the load"_s);
    QCOMPARE(why.earlier.value(0).text, u"Why: the pool was small"_s);
    desk.select(r::Factor, u"1"_s);
    desk.press(Qt::Key_E);
    desk.press(Qt::Key_Home);
    desk.type(u"there was "_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().factors, QStringList{u"there was no alarm"_s});
}

// HDF-19 to HDF-22 and HDF-37, by keys alone.
void TestReviewPanel::fromDraftToClosed()
{
    Desk desk(u"helpdeskflow"_s, u"P1"_s);
    test::resolveHelpdesk(desk.feed);
    desk.lines({u"/field monitoring_gap=false"_s});
    for (int i = 1; i < 6; ++i)
        desk.lines({u"/why cause %1"_s.arg(i)});
    auto *close = desk.part<QPushButton>(u"reviewClose"_s);
    QVERIFY(!close->isEnabled());
    QVERIFY(close->toolTip().contains(u"HDF-19"_s));
    for (int row = 0; row < desk.model.rowCount(); ++row) {
        if (desk.model.index(row).data(r::KindRole).toInt() != r::Section)
            continue;
        desk.list()->setCurrentIndex(desk.model.index(row));
        desk.list()->setFocus();
        desk.press(Qt::Key_Return);
        desk.type(u"words "_s);
        desk.keep();
    }
    QVERIFY(close->isEnabled());
    QAction *schedule = desk.registry.action(u"review.schedule"_s);
    schedule->trigger();
    desk.type(u"tomorrow"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.problem().isEmpty());
    desk.part<QLineEdit>(u"reviewForm_when"_s)->setText(u"2030-01-02 14:00"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.record(u"rca"_s).scheduledAt.toUtc(), QDateTime(QDate(2030, 1, 2), QTime(14, 0), QTimeZone::utc()));
    desk.registry.action(u"review.hold"_s)->trigger();
    QCOMPARE(desk.part<QLineEdit>(u"reviewForm_who"_s)->text(), u"Bo, Di"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.record(u"rca"_s).attended, (QStringList{u"Bo"_s, u"Di"_s}));
    close->setFocus();
    desk.press(Qt::Key_Space);
    QVERIFY(desk.record(u"rca"_s).closedAt.isSet());
    QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
    QCOMPARE(desk.part<QLabel>(u"reviewStage"_s)->text(), u"✓ closed"_s);
}

void TestReviewPanel::aQuestionOfTheProcessIsAnswered()
{
    Desk desk(u"helpdeskflow"_s, u"P1"_s);
    desk.select(r::Field, u"monitoring_gap"_s);
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().fields.value(u"monitoring_gap").toString(), u"true"_s);
    bool asked = false; // HDF-22: it now takes an action item
    for (int row = 0; row < desk.model.rowCount(); ++row)
        asked = asked || desk.model.index(row).data(r::IdRole) == u"hdf.detect"_s;
    QVERIFY(asked);
}

void TestReviewPanel::theTimelineIsCorrectedAndPinned()
{
    Desk desk;
    desk.lines({u"/decision fail over"_s});
    QSignalSpy lines(&desk.panel, &ReviewPanel::entryRequested);
    QSignalSpy shown(&desk.panel, &ReviewPanel::eventRequested);
    desk.table()->setFocus();
    desk.press(Qt::Key_End);
    const QModelIndex row = desk.table()->currentIndex();
    QCOMPARE(row.data(int(TimelineRole::Text)).toString(), u"D1: fail over"_s);
    desk.press(Qt::Key_P);
    QVERIFY(desk.table()->currentIndex().data(int(TimelineRole::Pinned)).toBool());
    desk.press(Qt::Key_E);
    QCOMPARE(lines.size(), 1);
    const auto done = desk.feed.line(lines.first().first().toString().replace(u"fail over"_s, u"fail over to B"_s));
    QVERIFY(done.ok());
    QCOMPARE(desk.table()->currentIndex().siblingAtColumn(models::ReviewTimelineModel::What).data().toString(),
             u"D1: fail over to B (corrected)"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(shown.first().first().toString(), row.data(int(TimelineRole::EventId)).toString());
}

void TestReviewPanel::rowsAreChosenForTheSection()
{
    Desk desk;
    desk.lines({u"/decision fail over"_s, u"/note one"_s});
    auto *rows = desk.part<QComboBox>(u"reviewRows"_s);
    rows->setFocus();
    desk.press(Qt::Key_End);
    QCOMPARE(desk.model.timeline().rowCount(), desk.feed.state().entries.size());
    desk.part(u"reviewUseRows"_s)->setFocus();
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.section(u"Timeline"_s), u"{{timeline all}}"_s);
    QVERIFY(desk.part(u"reviewUseRows"_s)->toolTip().contains(u"Timeline"_s));
    desk.lines({u"/review postmortem section=Timeline {{timeline pinned}}"_s});
    QCOMPARE(desk.model.timeline().rowCount(), 0);
    QCOMPARE(rows->currentData().toString(), u"pinned"_s);
}

void TestReviewPanel::keysSayWhyTheyDoNothing()
{
    Desk desk;
    desk.lines({u"/factor no alarm"_s});
    desk.select(r::Factor, u"1"_s);
    QVERIFY(!desk.why(u"review.confirm"_s).isEmpty());
    QVERIFY(!desk.why(u"review.done"_s).isEmpty());
    QVERIFY(desk.why(u"review.remove"_s).isEmpty());
    QVERIFY(desk.why(u"review.close"_s).contains(u"SRE-26"_s));
    desk.select(r::Section, u"Impact"_s);
    QVERIFY(!desk.why(u"review.remove"_s).isEmpty());
}

void TestReviewPanel::arrowsPassOverHeadings()
{
    Desk desk;
    desk.list()->setFocus();
    for (int i = 0; i < desk.model.rowCount(); ++i) {
        QVERIFY(desk.list()->currentIndex().data(r::KindRole).toInt() != r::Heading);
        desk.press(Qt::Key_Down);
    }
}

void TestReviewPanel::whatIsWrittenStaysInSight()
{
    Desk desk;
    desk.select(r::Section, u"Impact"_s);
    desk.press(Qt::Key_Return);
    const auto inSight = [&] {
        const QRect row = desk.list()->visualRect(desk.list()->currentIndex());
        return desk.list()->viewport()->rect().contains(row.center());
    };
    QVERIFY(desk.sees(u"reviewForm"_s));
    QTRY_VERIFY(inSight());
}

void TestReviewPanel::everythingHasAName()
{
    Desk desk;
    desk.press(Qt::Key_I);
    test::checkPartNames(desk.panel);
}

QTEST_MAIN(TestReviewPanel)
#include "tst_reviewpanel.moc"
