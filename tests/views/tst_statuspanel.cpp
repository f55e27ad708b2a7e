// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "memoryfeed.h"
#include "spelling/spelling.h"
#include "status/audiencesmodel.h"
#include "status/statusdesk.h"
#include "status/statuspanel.h"
#include "status/updatesmodel.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::test::MemoryFeed;
using fireline::views::ActionRegistry;
using fireline::views::Spelling;
using fireline::views::StatusPanel;
using fireline::views::Theme;
using fireline::views::TimeDisplay;
namespace status = fireline::models::status;

namespace {

/// The panel over a live incident: what it asks for is done at once.
struct Board
{
    explicit Board(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s, bool isPrivate = false)
        : feed(process, severity, u"ana"_s, isPrivate)
        , audiences(feed)
        , updates(feed)
        , desk(feed)
        , spelling(QStringList{empty.path()})
        , panel({desk, &audiences, &updates, spelling}, theme, times)
        , registry(&panel)
    {
        QObject::connect(&panel, &StatusPanel::commandRequested, &panel, [this](const Command &command) {
            asked.append(command.verb);
            const auto done = feed.execute(command);
            if (!done)
                refusals.append(done.problem().text);
        });
        QObject::connect(&panel, &StatusPanel::entryRequested, &panel, [this](const QString &line) { lines.append(line); });
        panel.addActions(registry);
        panel.resize(900, 600);
        panel.show();
        panel.activateWindow();
        if (!QTest::qWaitForWindowActive(&panel))
            qFatal("the panel did not get the keyboard");
        panel.firstFocus()->setFocus();
    }
    template<typename T = QWidget>
    T *part(const QString &name) const
    {
        for (T *found : panel.findChildren<T *>(name)) {
            if (found->isVisibleTo(&panel))
                return found;
        }
        return panel.findChild<T *>(name);
    }
    QString text(const char *name) const { return part<QLabel>(QString::fromLatin1(name))->text(); }
    QString preview() const { return part<QTextBrowser>(u"statusPreview"_s)->toPlainText(); }
    QStringList checks() const
    {
        QStringList found;
        const auto *model = part<QListView>(u"statusChecks"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            found.append(model->index(row, 0).data().toString());
        return found;
    }
    void choose(const QString &target) const
    {
        auto *list = part<QListView>(u"statusAudiences"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        for (int row = 0; row < audiences.rowCount(); ++row) {
            if (list->currentIndex().data(status::TargetRole).toString() == target)
                break;
            QTest::keyClick(list, Qt::Key_Down);
        }
        QCOMPARE(list->currentIndex().data(status::TargetRole).toString(), target);
        QTest::keyClick(list, Qt::Key_Return);
    }
    /// Types where the keyboard is.
    static void type(const QString &words)
    {
        QVERIFY(QApplication::focusWidget());
        for (const QChar c : words)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void fill(const QString &field, const QString &words) const
    {
        auto *edit = part<QPlainTextEdit>(u"statusField-"_s + field);
        QVERIFY2(edit, qPrintable(field));
        edit->setFocus();
        type(words);
        QCOMPARE(edit->toPlainText(), words);
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void commit() { press(Qt::Key_Return, Qt::ControlModifier); }
    void done(const QString &line, const QString &as = {})
    {
        const auto outcome = feed.line(line, as);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.problem().text));
    }
    const Update *update(const char *id) const { return feed.state().update(QString::fromLatin1(id)); }

    QTemporaryDir empty;
    MemoryFeed feed;
    models::AudiencesModel audiences;
    models::UpdatesModel updates;
    models::StatusDesk desk;
    Theme theme;
    TimeDisplay times{QTimeZone::utc()};
    Spelling spelling;
    StatusPanel panel;
    ActionRegistry registry;
    QList<Verb> asked;
    QStringList refusals;
    QStringList lines;
};

void fillPublic(Board &board)
{
    board.choose(u"update/public"_s);
    board.fill(u"summary"_s, u"Checkout fails for some users"_s);
    auto *payments = board.part<QComboBox>(u"component4"_s);
    payments->setFocus();
    QTest::keyClick(payments, Qt::Key_Down);
    QTest::keyClick(payments, Qt::Key_Down);
    board.fill(u"next_update"_s, u"+30m"_s);
}

} // namespace

class TestStatusPanel : public QObject
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
    void aPrivateIncidentSaysSoBefore();
    void escapeLosesNothing();
    void undoReachesBackThroughAudiences();
    void tabGoesOnAndIsNotTyped();
    void enterInALineGoesOn();
    void aDraftSaysHowFarItIsBehind();
    void whatFollowsAnUnknownOutcome();
    void answersGoOutByTheTemplate();
    void copiesInFourForms_data();
    void copiesInFourForms();
    void previewsAsReadersSeeIt();
    void spellingWithoutADictionarySaysHow();
    void spellingIsToldInWords();
    void everyPartHasANameAndATip();
    void buttonsSayWhyNot();
    void narrowAndWide();
    void theKeyGoesToTheForm();
    void tabComesToEverything();
    void whatIsMissingIsNamedAndLeavesAGap();
    void whereItOnlyReadsThereIsWhatWasSaid();
};

void TestStatusPanel::aPublicUpdateByKeysAlone()
{
    Board board;
    board.done(u"/role @ana cl"_s);
    fillPublic(board);
    QVERIFY2(board.preview().contains(u"Affected: Payments (partial outage)"_s), qPrintable(board.preview()));
    QVERIFY(!board.preview().contains(u'‹'));
    QVERIFY(board.checks().filter(u"Stops it"_s).isEmpty());
    QVERIFY(board.asked.isEmpty());
    Board::commit();
    // It goes outside: asked once more, in place.
    QVERIFY(board.asked.isEmpty());
    QVERIFY(board.part(u"statusConfirm"_s)->isVisible());
    Board::press(Qt::Key_Escape);
    QVERIFY(!board.part(u"statusConfirm"_s)->isVisible());
    Board::commit();
    Board::commit();
    QCOMPARE(board.asked, (QList<Verb>{Verb::Draft, Verb::Send}));
    QVERIFY2(board.refusals.isEmpty(), qPrintable(board.refusals.join(u'\n')));
    QCOMPARE(board.update("U1")->state, Update::State::Sent);
    QVERIFY(board.text("statusNotice").contains(u"clipboard"_s));
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    QCOMPARE(copied->text(), board.update("U1")->text);
    QVERIFY(copied->hasHtml());
    QVERIFY(QString::fromUtf8(copied->data(u"text/markdown"_s)).contains(u"users  \nAffected"_s));
    QVERIFY(board.part<QTabWidget>(u"statusPages"_s)->tabText(1).contains(u'1'));
    // The next one begins empty, with the state that was announced last.
    QCOMPARE(board.desk.page().words.state, u"Investigating"_s);
    QVERIFY(board.desk.page().words.saysNothing());
}

void TestStatusPanel::fiveProcessesAskTheirOwnQuestions_data()
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

void TestStatusPanel::fiveProcessesAskTheirOwnQuestions()
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

void TestStatusPanel::helpdeskUpdateIsHeldUntilItIsComplete()
{
    // HDF-12, HDF-15, HDF-18: only the Communications Lead, all eleven fields, no jargon.
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.choose(u"update/public"_s);
    board.fill(u"summary"_s, u"Sign-in fails"_s);
    QVERIFY(!board.checks().filter(u"hdf.publish"_s).isEmpty());
    QVERIFY(!board.checks().filter(u"hdf.page"_s).isEmpty());
    Board::commit();
    QVERIFY(board.asked.isEmpty());
    QVERIFY(board.text("statusNotice").contains(u"Communications Lead"_s));
    board.done(u"/role @ana comms_lead"_s);
    QVERIFY(board.checks().filter(u"hdf.publish"_s).isEmpty());
    for (const QString &field : {u"nature"_s, u"scope"_s, u"affected_users"_s, u"symptoms"_s, u"acknowledgement"_s})
        board.fill(field, u"All users"_s);
    board.fill(u"next_update"_s, u"+30m"_s);
    QVERIFY(!board.checks().filter(u"hdf.page"_s).isEmpty());
    for (const QString &field : {u"regions"_s, u"estimated_resolution"_s, u"workaround"_s}) {
        auto *none = board.part<QWidget>(u"statusNone-"_s + field);
        none->setFocus();
        Board::press(Qt::Key_Space);
    }
    QVERIFY2(board.checks().filter(u"Stops it"_s).isEmpty(), qPrintable(board.checks().join(u'\n')));
    Board::commit();
    Board::commit();
    QVERIFY2(board.refusals.isEmpty(), qPrintable(board.refusals.join(u'\n')));
    QCOMPARE(board.update("U1")->state, Update::State::Sent);
    QVERIFY(board.update("U1")->text.contains(u"Workaround: none known"_s));
}

void TestStatusPanel::hubUpdateWarnsAndGoesOut()
{
    // HUB-7, HUB-13: missing answers and another speaker are remarks here, not refusals.
    Board board(u"community-hub"_s, u"P1"_s);
    board.choose(u"update/community"_s);
    board.fill(u"current_state"_s, u"The hub does not start"_s);
    QVERIFY(!board.checks().filter(u"hub.status"_s).filter(u"Remark"_s).isEmpty());
    QVERIFY(!board.checks().filter(u"hub.voice"_s).filter(u"Remark"_s).isEmpty());
    QVERIFY(board.checks().filter(u"Stops it"_s).isEmpty());
    Board::commit();
    Board::commit();
    QCOMPARE(board.update("U1")->state, Update::State::Sent);
    // HUB-9: the resolution has questions of its own.
    board.choose(u"update/community"_s);
    auto *state = board.part<QComboBox>(u"statusState"_s);
    state->setFocus();
    QTest::keyClick(state, Qt::Key_Down);
    QCOMPARE(board.desk.page().words.state, u"Resolved"_s);
    QCOMPARE(board.desk.page().fields.size(), 1);
}

void TestStatusPanel::lintIsLive()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.choose(u"update/public"_s);
    board.fill(u"nature"_s, u"It is probably a pod"_s);
    QVERIFY(!board.checks().filter(u"hdf.factual"_s).filter(u"probably"_s).isEmpty());
    QVERIFY(!board.checks().filter(u"hdf.jargon"_s).filter(u"pod"_s).isEmpty());
    for (int i = 0; i < 3; ++i)
        Board::press(Qt::Key_Backspace);
    QVERIFY(board.checks().filter(u"hdf.jargon"_s).isEmpty());
    QVERIFY(!board.checks().filter(u"hdf.factual"_s).isEmpty());
}

void TestStatusPanel::aRuleIsPassedWithAReason()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.choose(u"update/public"_s);
    board.fill(u"nature"_s, u"A pod restarts"_s);
    auto *checks = board.part<QListView>(u"statusChecks"_s);
    checks->setFocus();
    for (int row = 0; row < checks->model()->rowCount(); ++row) {
        if (!checks->model()->index(row, 0).data().toString().contains(u"hdf.jargon"_s))
            continue;
        checks->setCurrentIndex(checks->model()->index(row, 0));
        QTest::keyClick(checks, Qt::Key_Return);
    }
    QCOMPARE(board.lines, QStringList{u"/override hdf.jargon "_s});
}

void TestStatusPanel::approvalIsAskedGivenAndVoid()
{
    Board board;
    board.done(u"/role @ana cl"_s);
    board.choose(u"update/social"_s);
    board.fill(u"summary"_s, u"We are on it"_s);
    auto *ask = board.part<QPushButton>(u"statusAsk"_s);
    QVERIFY(ask->isVisible() && ask->isEnabled());
    ask->setFocus();
    Board::press(Qt::Key_Space);
    QCOMPARE(board.asked, (QList<Verb>{Verb::Draft, Verb::AskApproval}));
    QVERIFY(board.text("statusApproval").contains(u"Waits"_s));
    auto *next = board.part<QPushButton>(u"statusNext"_s);
    QVERIFY(!next->isEnabled());
    QVERIFY(next->toolTip().contains(u"Legal"_s));
    // Somebody else may not approve it, and is told so before.
    auto *approve = board.part<QPushButton>(u"statusApprove"_s);
    QVERIFY(approve->isVisible() && !approve->isEnabled());
    board.done(u"/approveupdate #U1"_s, u"legal"_s);
    QVERIFY(board.text("statusApproval").contains(u"Approved by legal"_s));
    QVERIFY(next->isEnabled());
    // One more letter: void at once, and the key records the edit instead of sending it.
    board.part<QPlainTextEdit>(u"statusField-summary"_s)->setFocus();
    Board::press(Qt::Key_End);
    Board::type(u"."_s);
    QVERIFY(board.text("statusApproval").contains(u"void"_s));
    QVERIFY(board.text("statusApproval").contains(u"legal"_s));
    QCOMPARE(next->text(), u"Record the change"_s);
    board.asked.clear();
    Board::commit();
    QCOMPARE(board.asked, QList<Verb>{Verb::Edit});
    QVERIFY(board.text("statusApproval").contains(u"void"_s));
    QVERIFY(!next->isEnabled());
    board.done(u"/approveupdate #U1"_s, u"legal"_s);
    Board::commit();
    Board::commit();
    QVERIFY2(board.refusals.isEmpty(), qPrintable(board.refusals.join(u'\n')));
    QCOMPARE(board.update("U1")->state, Update::State::Sent);
}

void TestStatusPanel::aPrivateIncidentSaysSoBefore()
{
    Board board(u"nine-step"_s, u"P1"_s, true);
    board.choose(u"update/public"_s);
    QVERIFY(!board.checks().filter(u"private"_s).isEmpty());
    board.fill(u"service"_s, u"Checkout"_s);
    board.fill(u"symptom"_s, u"errors"_s);
    auto *next = board.part<QPushButton>(u"statusNext"_s);
    QVERIFY(!next->isEnabled());
    QVERIFY(next->toolTip().contains(u"private"_s));
    Board::commit();
    QVERIFY(board.asked.isEmpty());
    QVERIFY(board.text("statusNotice").contains(u"private"_s));
    // Inside it is told as ever.
    board.choose(u"update/internal"_s);
    for (const QString &field : {u"status"_s, u"impact"_s, u"action"_s, u"eta"_s})
        board.fill(field, u"known"_s);
    Board::commit();
    QVERIFY2(board.refusals.isEmpty(), qPrintable(board.refusals.join(u'\n')));
    QCOMPARE(board.update("U1")->state, Update::State::Sent);
}

void TestStatusPanel::escapeLosesNothing()
{
    Board board;
    board.choose(u"update/public"_s);
    board.fill(u"summary"_s, u"Half a sentence"_s);
    Board::press(Qt::Key_Escape);
    Board::press(Qt::Key_Escape);
    QCOMPARE(board.part<QPlainTextEdit>(u"statusField-summary"_s)->toPlainText(), u"Half a sentence"_s);
    QCOMPARE(board.desk.page().words.fields.value(u"summary"_s), u"Half a sentence"_s);
}

void TestStatusPanel::undoReachesBackThroughAudiences()
{
    Board board;
    board.choose(u"update/public"_s);
    board.fill(u"summary"_s, u"First"_s);
    board.choose(u"update/execs"_s);
    board.fill(u"summary"_s, u"For executives"_s);
    board.choose(u"update/public"_s);
    auto *edit = board.part<QPlainTextEdit>(u"statusField-summary"_s);
    QCOMPARE(edit->toPlainText(), u"First"_s);
    edit->setFocus();
    Board::press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(edit->toPlainText() != u"First"_s);
    Board::press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(edit->toPlainText(), u"First"_s);
    QCOMPARE(board.desk.page().words.fields.value(u"summary"_s), u"First"_s);
}

void TestStatusPanel::tabGoesOnAndIsNotTyped()
{
    Board board;
    board.choose(u"update/execs"_s);
    board.fill(u"summary"_s, u"One"_s);
    Board::press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-business_impact"_s);
    Board::press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-next_update"_s);
    Board::press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-business_impact"_s);
    QCOMPARE(board.part<QPlainTextEdit>(u"statusField-summary"_s)->toPlainText(), u"One"_s);
}

void TestStatusPanel::enterInALineGoesOn()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.choose(u"update/internal"_s);
    board.fill(u"status"_s, u"Investigating"_s);
    Board::press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-impact"_s);
    QVERIFY(board.asked.isEmpty());
    // In a paragraph it is a line.
    board.fill(u"action"_s, u"Restart"_s);
    Board::press(Qt::Key_Return);
    Board::type(u"Then look"_s);
    QCOMPARE(board.desk.page().words.fields.value(u"action"_s), u"Restart\nThen look"_s);
}

void TestStatusPanel::aDraftSaysHowFarItIsBehind()
{
    Board board;
    fillPublic(board);
    auto *record = board.part<QPushButton>(u"statusRecord"_s);
    record->setFocus();
    Board::press(Qt::Key_Space);
    QCOMPARE(board.asked, QList<Verb>{Verb::Draft});
    QVERIFY(board.text("statusHead").startsWith(u"U1"_s));
    for (int i = 0; i < 4; ++i)
        board.done(u"news"_s);
    QVERIFY(board.text("statusHead").contains(u'4'));
}

void TestStatusPanel::whatFollowsAnUnknownOutcome()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.done(u"/draft internal Investigating status=looking impact=all action=restart eta=unknown"_s);
    board.done(u"/sendoutcome #U1 unknown the line broke"_s);
    board.choose(u"update/internal"_s);
    QVERIFY(board.part<QPushButton>(u"statusNext"_s)->toolTip().contains(u"Look first"_s));
    board.part<QTabWidget>(u"statusPages"_s)->setCurrentIndex(1);
    auto *said = board.part<QListView>(u"statusSaid"_s);
    said->setFocus();
    QTest::keyClick(said, Qt::Key_E);
    QCOMPARE(board.lines, QStringList{u"/sendoutcome #U1 failed "_s});
    QTest::keyClick(said, Qt::Key_X);
    QCOMPARE(board.asked, QList<Verb>{Verb::SendOutcome});
    QCOMPARE(board.update("U1")->state, Update::State::Sent);
    QVERIFY(board.part<QTextBrowser>(u"statusSaidText"_s)->toPlainText().contains(u"looking"_s));
}

void TestStatusPanel::answersGoOutByTheTemplate()
{
    Board board(u"helpdeskflow"_s, u"P1"_s);
    board.done(u"/role @ana comms_lead"_s);
    board.choose(u"reply/customers"_s);
    board.fill(u"symptoms"_s, u"the page stays empty"_s);
    board.fill(u"workaround"_s, u"none known"_s);
    Board::commit();
    Board::commit();
    QVERIFY2(board.refusals.isEmpty(), qPrintable(board.refusals.join(u'\n')));
    QCOMPARE(board.asked, QList<Verb>{Verb::Reply});
    QVERIFY(QApplication::clipboard()->text().startsWith(u"Thank you for your report."_s));
}

void TestStatusPanel::copiesInFourForms_data()
{
    QTest::addColumn<int>("entry");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << 0 << u"text/plain"_s << u"**All** is well & good"_s;
    QTest::newRow("markdown") << 1 << u"text/markdown"_s << u"**All** is well & good"_s;
    QTest::newRow("html") << 2 << u"text/html"_s << u"<strong>All</strong> is well &amp; good"_s;
    QTest::newRow("slack") << 3 << u"text/plain"_s << u"*All* is well &amp; good"_s;
}

void TestStatusPanel::copiesInFourForms()
{
    QFETCH(int, entry);
    QFETCH(QString, format);
    QFETCH(QString, words);
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.choose(u"update/room"_s);
    Board::type(u"**All** is well & good"_s);
    board.part<QMenu>(u"statusCopyMenu"_s)->actions().at(entry)->trigger();
    const QByteArray data = QApplication::clipboard()->mimeData()->data(format);
    QVERIFY2(QString::fromUtf8(data).contains(words), data.constData());
    QVERIFY(board.asked.isEmpty());
}

void TestStatusPanel::previewsAsReadersSeeIt()
{
    Board board;
    fillPublic(board);
    auto *form = board.part<QComboBox>(u"statusPreviewForm"_s);
    QVERIFY(board.preview().contains(u"Investigating"_s));
    form->setCurrentIndex(1);
    QVERIFY(board.preview().contains(u"Slack, Public status page"_s));
    form->setCurrentIndex(2);
    QVERIFY(board.preview().contains(u"Subject: Investigating"_s));
    form->setCurrentIndex(3);
    QCOMPARE(board.preview(), board.desk.page().publishing.text);
}

void TestStatusPanel::spellingWithoutADictionarySaysHow()
{
    Board board;
    board.spelling.setLanguage({});
    QVERIFY(!board.checks().filter(u"apt install hunspell-en-us"_s).isEmpty());
    board.spelling.setLanguage(Spelling::off());
    QVERIFY(board.checks().filter(u"apt install"_s).isEmpty());
}

void TestStatusPanel::spellingIsToldInWords()
{
    Board board;
    for (const auto &[name, words] :
         {std::pair(u"en_US.aff"_s, "SET UTF-8\n"), std::pair(u"en_US.dic"_s, "3\nfor\nall\nusers\n")}) {
        QFile file(board.empty.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(words);
    }
    board.spelling.setLanguage({});
    QTRY_COMPARE(board.spelling.language(), u"en_US"_s);
    board.choose(u"update/public"_s);
    board.fill(u"summary"_s, u"Checkout fials for all users "_s);
    // The title of the incident is right by itself; the other word is named.
    QVERIFY(!board.checks().filter(u"Spelling: fials"_s).isEmpty());
    board.spelling.addWord(u"fials"_s);
    QVERIFY(board.checks().filter(u"Spelling"_s).isEmpty());
}

void TestStatusPanel::everyPartHasANameAndATip()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.choose(u"update/public"_s);
    for (const QWidget *part : board.panel.findChildren<QWidget *>()) {
        if (part->focusPolicy() == Qt::NoFocus || !part->isVisibleTo(&board.panel) || part->objectName().startsWith("qt_"_L1))
            continue;
        if (qobject_cast<const QTabWidget *>(part) || part->focusProxy())
            continue;
        QVERIFY2(!part->objectName().isEmpty(), part->metaObject()->className());
        QVERIFY2(!part->accessibleName().isEmpty(), qPrintable(part->objectName()));
    }
}

void TestStatusPanel::buttonsSayWhyNot()
{
    Board board;
    board.choose(u"update/public"_s);
    for (const QString &name : {u"statusNext"_s, u"statusRecord"_s}) {
        auto *button = board.part<QPushButton>(name);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"Nothing is written yet."_s);
        QCOMPARE(button->accessibleDescription(), button->toolTip());
    }
    for (const QString &id : {u"status.next"_s, u"status.record"_s, u"status.ask"_s, u"status.approve"_s, u"status.discard"_s,
                              u"status.wentOut"_s, u"status.notOut"_s})
        QVERIFY2(!board.registry.whyNot(id).isEmpty(), qPrintable(id));
    QVERIFY(board.registry.problems().isEmpty());
}

void TestStatusPanel::narrowAndWide()
{
    Board board;
    fillPublic(board);
    const QString words = board.preview();
    board.panel.resize(300, 560);
    QCOMPARE(board.panel.width(), 300);
    QVERIFY(board.part<QListView>(u"statusAudiences"_s)->width() > 250);
    board.panel.resize(1100, 560);
    QVERIFY(board.part<QListView>(u"statusAudiences"_s)->width() < 400);
    QCOMPARE(board.preview(), words);
}

void TestStatusPanel::theKeyGoesToTheForm()
{
    Board board;
    QSignalSpy shown(&board.panel, &StatusPanel::showRequested);
    auto *pages = board.part<QTabWidget>(u"statusPages"_s);
    pages->setCurrentIndex(1);
    board.part<QListView>(u"statusAudiences"_s)->setFocus();
    QTest::keySequence(&board.panel, QKeySequence(u"Ctrl+Shift+R"_s));
    QCOMPARE(shown.size(), 1);
    QCOMPARE(pages->currentIndex(), 0);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-summary"_s);
}

void TestStatusPanel::tabComesToEverything()
{
    Board board;
    board.choose(u"update/public"_s);
    board.fill(u"summary"_s, u"Checkout fails"_s);
    board.part<QWidget>(u"statusFree"_s)->setFocus();
    QStringList stops;
    for (int stop = 0; stop < 40 && !stops.contains(u"statusFree"_s); ++stop) {
        Board::press(Qt::Key_Tab);
        stops.append(QApplication::focusWidget()->objectName());
    }
    const auto place = [&stops](const char *name) { return stops.indexOf(QString::fromLatin1(name)); };
    QVERIFY2(place("statusAudiences") >= 0 && place("statusRecord") >= 0, qPrintable(stops.join(u'\n')));
    QVERIFY2(place("statusAudiences") < place("statusState"), qPrintable(stops.join(u'\n')));
    QCOMPARE(place("statusField-summary"), place("statusState") + 1);
    QVERIFY2(place("statusRecord") < place("statusAudiences"), qPrintable(stops.join(u'\n')));
}

void TestStatusPanel::whatIsMissingIsNamedAndLeavesAGap()
{
    Board board;
    board.done(u"/role @ana cl"_s);
    board.choose(u"update/public"_s);
    QVERIFY(board.checks().filter(u"missing"_s).isEmpty());
    board.fill(u"summary"_s, u"Checkout fails for some users"_s);
    const QString line = board.checks().filter(u"missing"_s).value(0);
    QVERIFY2(line.contains(u"Affected components"_s), qPrintable(line));
    QVERIFY2(!line.contains(u"components="_s), qPrintable(line));
    QVERIFY2(board.preview().contains(u"Affected: ‹Affected components›"_s), qPrintable(board.preview()));
}

// The window takes buttons and fields away where it only reads; here by hand.
void TestStatusPanel::whereItOnlyReadsThereIsWhatWasSaid()
{
    Board board;
    auto *pages = board.part<QTabWidget>(u"statusPages"_s);
    auto *next = board.part<QPushButton>(u"statusNext"_s);
    next->hide();
    QVERIFY(!pages->isTabVisible(0));
    QCOMPARE(pages->currentWidget(), board.part(u"statusSaid"_s)->parentWidget());
    board.panel.firstFocus()->setFocus();
    next->show();
    QVERIFY(pages->isTabVisible(0));
    pages->setCurrentIndex(0);
    board.panel.firstFocus()->setFocus();
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-summary"_s);
}

QTEST_MAIN(TestStatusPanel)
#include "tst_statuspanel.moc"
