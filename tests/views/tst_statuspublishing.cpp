// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusrig.h"

#include <QClipboard>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using Board = fireline::test::StatusBoard;

/// An update from the first word to where it is read, by the rules of each process.
class TestStatusPublishing : public QObject
{
    Q_OBJECT
private slots:
    void aPublicUpdateByKeysAlone();
    void fiveProcessesAskTheirOwnQuestions_data();
    void fiveProcessesAskTheirOwnQuestions();
    void helpdeskUpdateIsHeldUntilItIsComplete();
    void hubUpdateWarnsAndGoesOut();
    void lintIsLive();
    void aRuleIsPassedWithAReason();
    void approvalIsAskedGivenAndVoid();
    void anothersWordIsRecordedOnce();
    void aPrivateIncidentSaysSoBefore();
    void whatFollowsAnUnknownOutcome();
    void answersGoOutByTheTemplate();
    void whatIsMissingIsNamedAndLeavesAGap();
    void theQuestionEndsWhereTheKeyboardLeaves();
};

void TestStatusPublishing::aPublicUpdateByKeysAlone()
{
    Board board;
    board.lines({u"/role @ana cl"_s});
    board.fillPublic();
    QVERIFY2(board.preview().contains(u"Affected: Payments (partial outage)"_s), qPrintable(board.preview()));
    QVERIFY(!board.preview().contains(u'‹'));
    QVERIFY(board.checks().filter(u"Stops it"_s).isEmpty());
    QVERIFY(board.asked.isEmpty());
    board.commit();
    // It goes outside: asked once more, in place.
    QVERIFY(board.asked.isEmpty());
    QVERIFY(board.part(u"statusConfirm"_s)->isVisible());
    board.press(Qt::Key_Escape);
    QVERIFY(!board.part(u"statusConfirm"_s)->isVisible());
    board.commit();
    board.commit();
    QCOMPARE(board.verbs(), (QList<Verb>{Verb::Draft, Verb::Send}));
    QVERIFY2(board.refusals.isEmpty(), qPrintable(board.refusals.join(u'\n')));
    QCOMPARE(board.update(u"U1"_s)->state, Update::State::Sent);
    QVERIFY(board.text(u"statusNotice"_s).contains(u"clipboard"_s));
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    QCOMPARE(copied->text(), board.update(u"U1"_s)->text);
    QVERIFY(copied->hasHtml());
    QVERIFY(QString::fromUtf8(copied->data(u"text/markdown"_s)).contains(u"users  \nAffected"_s));
    QVERIFY(board.part<QTabWidget>(u"statusPages"_s)->tabText(1).contains(u'1'));
    // The next one begins empty, with the state that was announced last.
    QCOMPARE(board.model.desk.page().words.state, u"Investigating"_s);
    QVERIFY(board.model.desk.page().words.saysNothing());
}

void TestStatusPublishing::fiveProcessesAskTheirOwnQuestions_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("hdf") << u"helpdeskflow"_s << u"P0"_s << u"update/agents"_s
                         << QStringList{u"symptoms"_s, u"scope"_s, u"workaround"_s, u"answer"_s};
    QTest::newRow("sre") << u"sre-directorate"_s << u"SEV1"_s << u"update/execs"_s
                         << QStringList{u"summary"_s, u"business_impact"_s, u"next_update"_s};
    QTest::newRow("hub") << u"community-hub"_s << u"P1"_s << u"update/community"_s
                         << QStringList{u"current_state"_s, u"tried"_s, u"next_steps"_s};
    QTest::newRow("nin") << u"nine-step"_s << u"P1"_s << u"update/internal"_s
                         << QStringList{u"status"_s, u"impact"_s, u"action"_s, u"eta"_s, u"next_update"_s};
    QTest::newRow("lad") << u"severity-ladder"_s << u"1"_s << u"update/stakeholders"_s
                         << QStringList{u"current_status"_s, u"done_so_far"_s, u"investigation"_s, u"eta"_s};
}

void TestStatusPublishing::fiveProcessesAskTheirOwnQuestions()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, target);
    QFETCH(QStringList, fields);
    Board board(process, severity);
    board.choose(target);
    QStringList shown;
    for (const QWidget *row : board.panel.findChildren<QWidget *>()) {
        if (row->objectName().startsWith("statusRow-"_L1) && row->isVisibleTo(&board.panel))
            shown.append(row->objectName().mid(10));
    }
    shown.sort();
    QStringList wanted = fields;
    wanted.sort();
    QCOMPARE(shown, wanted);
    // The keyboard is in the first question that waits for an answer; each is reached by Tab and says what it asks.
    for (const QString &field : fields) {
        auto *edit = board.part<QPlainTextEdit>(u"statusField-"_s + field);
        if (!edit)
            continue;
        QVERIFY(!edit->accessibleName().isEmpty());
        board.fill(field, u"words"_s);
    }
    QVERIFY(board.preview().contains(u"words"_s));
}

void TestStatusPublishing::helpdeskUpdateIsHeldUntilItIsComplete()
{
    // HDF-12, HDF-15, HDF-18: only the Communications Lead, all eleven fields, no jargon.
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.choose(u"update/public"_s);
    board.fill(u"summary"_s, u"Sign-in fails"_s);
    QVERIFY(!board.checks().filter(u"[HDF-12]"_s).isEmpty());
    QVERIFY(!board.checks().filter(u"[HDF-15]"_s).isEmpty());
    board.commit();
    QVERIFY(board.asked.isEmpty());
    QVERIFY(board.text(u"statusNotice"_s).contains(u"Communications Lead"_s));
    board.lines({u"/role @ana comms_lead"_s});
    QVERIFY(board.checks().filter(u"[HDF-12]"_s).isEmpty());
    for (const QString &field : {u"nature"_s, u"scope"_s, u"affected_users"_s, u"symptoms"_s, u"acknowledgement"_s})
        board.fill(field, u"All users"_s);
    board.fill(u"next_update"_s, u"+30m"_s);
    QVERIFY(!board.checks().filter(u"[HDF-15]"_s).isEmpty());
    for (const QString &field : {u"regions"_s, u"estimated_resolution"_s, u"workaround"_s}) {
        auto *none = board.part<QWidget>(u"statusNone-"_s + field);
        none->setFocus();
        board.press(Qt::Key_Space);
    }
    // Letters that are typed on the button are the field's.
    board.part<QWidget>(u"statusNone-workaround"_s)->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-workaround"_s);
    QCOMPARE(board.part<QPlainTextEdit>(u"statusField-workaround"_s)->toPlainText(), u"none knownx"_s);
    board.press(Qt::Key_Backspace);
    QVERIFY2(board.checks().filter(u"Stops it"_s).isEmpty(), qPrintable(board.checks().join(u'\n')));
    board.commit();
    board.commit();
    QVERIFY2(board.refusals.isEmpty(), qPrintable(board.refusals.join(u'\n')));
    QCOMPARE(board.update(u"U1"_s)->state, Update::State::Sent);
    QVERIFY(board.update(u"U1"_s)->text.contains(u"Workaround: none known"_s));
}

void TestStatusPublishing::hubUpdateWarnsAndGoesOut()
{
    // HUB-7, HUB-13: missing answers and another speaker are remarks here, not refusals.
    Board board(u"community-hub"_s, u"P1"_s);
    board.choose(u"update/community"_s);
    board.fill(u"current_state"_s, u"The hub does not start"_s);
    QVERIFY(!board.checks().filter(u"[HUB-7]"_s).filter(u"Remark"_s).isEmpty());
    QVERIFY(!board.checks().filter(u"[HUB-13]"_s).filter(u"Remark"_s).isEmpty());
    QVERIFY(board.checks().filter(u"Stops it"_s).isEmpty());
    board.commit();
    board.commit();
    QCOMPARE(board.update(u"U1"_s)->state, Update::State::Sent);
    // HUB-9: the resolution has questions of its own.
    board.choose(u"update/community"_s);
    auto *state = board.part<QComboBox>(u"statusState"_s);
    state->setFocus();
    QTest::keyClick(state, Qt::Key_Down);
    QCOMPARE(board.model.desk.page().words.state, u"Resolved"_s);
    QCOMPARE(board.model.desk.page().fields.size(), 1);
}

void TestStatusPublishing::lintIsLive()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.choose(u"update/public"_s);
    board.fill(u"nature"_s, u"It is probably a pod"_s);
    QVERIFY(!board.checks().filter(u"[HDF-18]"_s).filter(u"probably"_s).isEmpty());
    QVERIFY(!board.checks().filter(u"[HDF-18]"_s).filter(u"pod"_s).isEmpty());
    for (int i = 0; i < 3; ++i)
        board.press(Qt::Key_Backspace);
    QVERIFY(board.checks().filter(u"[HDF-18]"_s).filter(u"pod"_s).isEmpty());
    QVERIFY(!board.checks().filter(u"[HDF-18]"_s).filter(u"probably"_s).isEmpty());
}

void TestStatusPublishing::aRuleIsPassedWithAReason()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.choose(u"update/public"_s);
    board.fill(u"nature"_s, u"A pod restarts"_s);
    auto *checks = board.part<QListView>(u"statusChecks"_s);
    checks->setFocus();
    for (int row = 0; row < checks->model()->rowCount(); ++row) {
        if (!checks->model()->index(row, 0).data().toString().contains(u"[HDF-18]"_s))
            continue;
        checks->setCurrentIndex(checks->model()->index(row, 0));
        QTest::keyClick(checks, Qt::Key_Return);
    }
    QCOMPARE(board.prepared, QStringList{u"/override hdf.jargon "_s});
}

void TestStatusPublishing::approvalIsAskedGivenAndVoid()
{
    Board board;
    board.lines({u"/role @ana cl"_s});
    board.choose(u"update/social"_s);
    board.fill(u"summary"_s, u"We are on it"_s);
    auto *ask = board.part<QPushButton>(u"statusAsk"_s);
    QVERIFY(ask->isVisible() && ask->isEnabled());
    ask->setFocus();
    board.press(Qt::Key_Space);
    QCOMPARE(board.verbs(), (QList<Verb>{Verb::Draft, Verb::AskApproval}));
    QVERIFY(board.text(u"statusApproval"_s).contains(u"Waits"_s));
    auto *next = board.part<QPushButton>(u"statusNext"_s);
    QVERIFY(!next->isEnabled());
    QVERIFY(next->toolTip().contains(u"Legal"_s));
    // Somebody else may not approve it, and is told so before.
    auto *approve = board.part<QPushButton>(u"statusApprove"_s);
    QVERIFY(approve->isVisible() && !approve->isEnabled());
    board.lines({u"/approveupdate #U1"_s}, u"legal"_s);
    QVERIFY(board.text(u"statusApproval"_s).contains(u"Approved by legal"_s));
    QVERIFY(next->isEnabled());
    // One more letter: void at once, and the key records the edit instead of sending it.
    board.part<QPlainTextEdit>(u"statusField-summary"_s)->setFocus();
    board.press(Qt::Key_End);
    board.type(u"."_s);
    QVERIFY(board.text(u"statusApproval"_s).contains(u"void"_s));
    QVERIFY(board.text(u"statusApproval"_s).contains(u"legal"_s));
    QCOMPARE(next->text(), u"Record the change"_s);
    board.asked.clear();
    board.commit();
    QCOMPARE(board.verbs(), QList<Verb>{Verb::Edit});
    QVERIFY(board.text(u"statusApproval"_s).contains(u"void"_s));
    QVERIFY(!next->isEnabled());
    board.lines({u"/approveupdate #U1"_s}, u"legal"_s);
    board.commit();
    board.commit();
    QVERIFY2(board.refusals.isEmpty(), qPrintable(board.refusals.join(u'\n')));
    QCOMPARE(board.update(u"U1"_s)->state, Update::State::Sent);
}

// Decisions 3: the scribe records who approved and who sent; the next deed is the typist's own again.
void TestStatusPublishing::anothersWordIsRecordedOnce()
{
    Board board;
    board.lines({u"/role @bo cl"_s});
    board.choose(u"update/social"_s);
    board.fill(u"summary"_s, u"We are on it"_s);
    board.part<QPushButton>(u"statusAsk"_s)->setFocus();
    board.press(Qt::Key_Space);
    QCOMPARE(board.update(u"U1"_s)->author, u"ana"_s);
    auto *by = board.part<QLineEdit>(u"statusBy"_s);
    auto *approve = board.part<QPushButton>(u"statusApprove"_s);
    QVERIFY(!approve->isEnabled());
    by->setFocus();
    board.type(u"@legal"_s);
    QVERIFY2(approve->isEnabled(), qPrintable(approve->toolTip()));
    approve->setFocus();
    board.press(Qt::Key_Space);
    QCOMPARE(board.update(u"U1"_s)->approvals.value(0).by, u"legal"_s);
    QCOMPARE(by->text(), QString());
    // Only the Communications Lead sends it, and a name typed for one audience is not that of another.
    QVERIFY(!board.part<QPushButton>(u"statusNext"_s)->isEnabled());
    by->setFocus();
    board.type(u"bo"_s);
    by->completer()->popup()->hide();
    board.choose(u"update/execs"_s);
    QCOMPARE(by->text(), QString());
    board.choose(u"update/social"_s);
    QCOMPARE(by->text(), u"bo"_s);
    board.commit();
    board.commit();
    QVERIFY2(board.refusals.isEmpty(), qPrintable(board.refusals.join(u'\n')));
    QCOMPARE(board.update(u"U1"_s)->state, Update::State::Sent);
    QCOMPARE(board.asked.last().by, u"bo"_s);
    QCOMPARE(by->text(), QString());
}

void TestStatusPublishing::aPrivateIncidentSaysSoBefore()
{
    Board board(u"nine-step"_s, u"P1"_s, true);
    board.choose(u"update/public"_s);
    QVERIFY(!board.checks().filter(u"private"_s).isEmpty());
    board.fill(u"service"_s, u"Checkout"_s);
    board.fill(u"symptom"_s, u"errors"_s);
    auto *next = board.part<QPushButton>(u"statusNext"_s);
    QVERIFY(!next->isEnabled());
    QVERIFY(next->toolTip().contains(u"private"_s));
    board.commit();
    QVERIFY(board.asked.isEmpty());
    QVERIFY(board.text(u"statusNotice"_s).contains(u"private"_s));
    // Whoever pastes it sends it.
    auto *copy = board.part<QAbstractButton>(u"statusCopy"_s);
    QVERIFY(!copy->isEnabled());
    QVERIFY(copy->toolTip().contains(u"private"_s));
    board.lines({u"/draft public service=Checkout symptom=errors"_s});
    const auto *said = board.panel.findChild<QAbstractButton *>(u"statusSaidCopy"_s);
    board.panel.findChild<QTabWidget *>(u"statusPages"_s)->setCurrentIndex(1);
    QVERIFY(!said->isEnabled());
    QVERIFY(said->toolTip().contains(u"private"_s));
    board.panel.findChild<QTabWidget *>(u"statusPages"_s)->setCurrentIndex(0);
    // Inside it is told as ever.
    board.choose(u"update/internal"_s);
    QVERIFY(copy->isEnabled());
    for (const QString &field : {u"status"_s, u"impact"_s, u"action"_s, u"eta"_s})
        board.fill(field, u"known"_s);
    board.commit();
    QVERIFY2(board.refusals.isEmpty(), qPrintable(board.refusals.join(u'\n')));
    QCOMPARE(board.update(u"U2"_s)->state, Update::State::Sent);
    board.panel.findChild<QListView *>(u"statusSaid"_s)->setCurrentIndex(board.model.updates.index(0));
    QVERIFY(said->isEnabled());
}

void TestStatusPublishing::whatFollowsAnUnknownOutcome()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.lines({u"/draft internal Investigating status=looking impact=all action=restart eta=unknown"_s});
    board.lines({u"/sendoutcome #U1 unknown the line broke"_s});
    board.choose(u"update/internal"_s);
    QVERIFY(board.part<QPushButton>(u"statusNext"_s)->toolTip().contains(u"Look first"_s));
    board.part<QTabWidget>(u"statusPages"_s)->setCurrentIndex(1);
    auto *said = board.part<QListView>(u"statusSaid"_s);
    said->setFocus();
    QTest::keyClick(said, Qt::Key_E);
    QCOMPARE(board.prepared, QStringList{u"/sendoutcome #U1 failed "_s});
    QTest::keyClick(said, Qt::Key_X);
    QCOMPARE(board.verbs(), QList<Verb>{Verb::SendOutcome});
    QCOMPARE(board.update(u"U1"_s)->state, Update::State::Sent);
    QVERIFY(board.part<QTextBrowser>(u"statusSaidText"_s)->toPlainText().contains(u"looking"_s));
}

void TestStatusPublishing::answersGoOutByTheTemplate()
{
    Board board(u"helpdeskflow"_s, u"P1"_s);
    board.lines({u"/role @ana comms_lead"_s});
    board.choose(u"reply/customers"_s);
    board.fill(u"symptoms"_s, u"the page stays empty"_s);
    board.fill(u"workaround"_s, u"none known"_s);
    board.commit();
    board.commit();
    QVERIFY2(board.refusals.isEmpty(), qPrintable(board.refusals.join(u'\n')));
    QCOMPARE(board.verbs(), QList<Verb>{Verb::Reply});
    QVERIFY(QApplication::clipboard()->text().startsWith(u"Thank you for your report."_s));
}

void TestStatusPublishing::whatIsMissingIsNamedAndLeavesAGap()
{
    Board board;
    board.lines({u"/role @ana cl"_s});
    board.choose(u"update/public"_s);
    QVERIFY(board.checks().filter(u"missing"_s).isEmpty());
    board.fill(u"summary"_s, u"Checkout fails for some users"_s);
    const QString line = board.checks().filter(u"missing"_s).value(0);
    QVERIFY2(line.contains(u"Affected components"_s), qPrintable(line));
    QVERIFY2(!line.contains(u"components="_s), qPrintable(line));
    QVERIFY2(board.preview().contains(u"Affected: ‹Affected components›"_s), qPrintable(board.preview()));
}

// One key sends it to the public while it is asked: who comes back is asked again.
void TestStatusPublishing::theQuestionEndsWhereTheKeyboardLeaves()
{
    QWidget around;
    auto *elsewhere = new QLineEdit(&around);
    Board board;
    auto *row = new QHBoxLayout(&around);
    row->addWidget(elsewhere);
    row->addWidget(&board.panel);
    around.show();
    around.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&around));
    board.lines({u"/role @ana cl"_s});
    board.fillPublic();
    board.commit();
    const auto *question = board.part(u"statusConfirm"_s);
    QVERIFY(question->isVisible());
    board.press(Qt::Key_Tab);
    QVERIFY(question->isVisible());
    elsewhere->setFocus();
    QVERIFY(!question->isVisible());
    board.part(u"statusFree"_s)->setFocus();
    board.commit();
    QVERIFY(question->isVisible());
    QVERIFY(board.asked.isEmpty());
}

QTEST_MAIN(TestStatusPublishing)
#include "tst_statuspublishing.moc"
