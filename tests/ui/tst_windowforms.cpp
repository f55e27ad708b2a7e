// SPDX-License-Identifier: GPL-3.0-or-later
#include "troubledwindow.h"

#include "actions/actionregistry.h"
#include "alerts/latestalert.h"
#include "checklist/checklistroles.h"
#include "forms/inlineform.h"
#include "shell/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;
using views::Message;

namespace {

void addForms()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    QTest::newRow("decisions") << u"decisions.hypothesis"_s << u"decisionsForm"_s << u"text"_s;
    QTest::newRow("triage") << u"triage.report"_s << u"triageForm"_s << u"text"_s;
    QTest::newRow("handover") << u"handover.report"_s << u"handoverForm"_s << u"text"_s;
    QTest::newRow("review") << u"review.factor"_s << u"reviewForm"_s << u"text"_s;
    QTest::newRow("clocks") << u"clocks.snooze"_s << u"clocksForm"_s << u"why"_s;
    QTest::newRow("escalation") << u"escalation.skip"_s << u"escalationForm"_s << u"why"_s;
    QTest::newRow("checklist") << u"checklist.skip"_s << u"checklistForm"_s << u"why"_s;
}

/// As long as it lives, what is opened cannot be written to.
class FullDisk
{
public:
    FullDisk() { qputenv("FIRELINE_TEST_FULL_DISK", "1"); }
    ~FullDisk() { qunsetenv("FIRELINE_TEST_FULL_DISK"); }
    Q_DISABLE_COPY_MOVE(FullDisk)
};

/// What is kept of that panel beside the record.
QByteArray draftOf(const LiveWindow &live, const QString &panel)
{
    const QDir folder(live.stateDir() + u"/drafts"_s);
    const QStringList names = folder.entryList({u"*."_s + panel + u".json"_s}, QDir::Files);
    return names.isEmpty() ? QByteArray() : MadeFile::bytesOf(folder.filePath(names.first()));
}

/// Opens it as a person does, and types into the field with that key. Null where it does not open.
views::InlineForm *typedForm(LiveWindow &live, const QString &action, const QString &name, const QString &key)
{
    auto &actions = live.incident().window().actions();
    actions.action(u"panels.show."_s + action.section(u'.', 0, 0))->trigger();
    if (!QTest::qWaitFor([&] { return actions.whyNot(action).isEmpty(); }, 5000))
        return nullptr;
    actions.action(action)->trigger();
    auto *form = live.window()->findChild<views::InlineForm *>(name);
    if (!form || !QTest::qWaitFor([form] { return form->isVisible(); }, 5000) || !form->input(key))
        return nullptr;
    form->input(key)->setFocus();
    QTest::keyClicks(form->input(key), u"the cache is cold"_s);
    return form;
}

bool takesText(const QWidget &widget)
{
    return widget.inherits("QLineEdit") || widget.inherits("QPlainTextEdit") || widget.inherits("QComboBox");
}

} // namespace

/// Words that are typed into a form of a panel and cannot be recorded stay there, and can be copied out (decisions 15).
class TestWindowForms : public QObject
{
    Q_OBJECT
private slots:
    void wordsThatAreRefusedStayInTheForm_data();
    void wordsThatAreRefusedStayInTheForm();
    void aFullDiskKeepsTheWordsOfAForm_data();
    void aFullDiskKeepsTheWordsOfAForm();
    void anActionThatIsRefusedStaysInItsForm();
    void aRecordIsAnsweredInItsForm_data();
    void aRecordIsAnsweredInItsForm();
    void anAlarmLeadsToTheFormOfItsRecord();
    void aRecordWithoutAnswersNamesTheKeyOfItsForm();

private:
    views::Theme m_theme;
};

void TestWindowForms::wordsThatAreRefusedStayInTheForm_data()
{
    addForms();
}

// The panel asks the process only; that the file takes nothing is known to the window.
void TestWindowForms::wordsThatAreRefusedStayInTheForm()
{
    QFETCH(const QString, action);
    QFETCH(const QString, name);
    QFETCH(const QString, key);
    const MadeFile file(u"sre-directorate"_s, u"SEV1"_s);
    LiveWindow live(m_theme, file.path());
    auto *form = typedForm(live, action, name, key);
    QVERIFY(form);
    const QJsonObject typed = form->values();
    QVERIFY(typed.value(key).toString().contains(u"the cache is cold"_s));
    // Whatever was typed before stays, and can be copied.
    stopWriting(live);
    QVERIFY(form->input(key)->isEnabled() && form->input(key)->hasFocus());

    const auto count = live.feed().state().eventCount;
    QTest::keyClick(form->input(key), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(live.feed().state().eventCount, count);
    QVERIFY(form->isVisible());
    QCOMPARE(form->values(), typed);
    auto *problem = form->findChild<QLabel *>(name + u"Problem"_s);
    QVERIFY(problem->isVisible());
}

void TestWindowForms::aFullDiskKeepsTheWordsOfAForm_data()
{
    addForms();
}

// Decisions 15: what was sent is seen as not saved and kept beside the record too; what comes after it stays where it was
// typed, with the reason, and can be copied out.
void TestWindowForms::aFullDiskKeepsTheWordsOfAForm()
{
    QFETCH(const QString, action);
    QFETCH(const QString, name);
    QFETCH(const QString, key);
    const MadeFile file(u"sre-directorate"_s, u"SEV1"_s);
    const FullDisk full;
    LiveWindow live(m_theme, file.path());
    const auto count = live.feed().state().eventCount;
    auto *form = typedForm(live, action, name, key);
    QVERIFY(form);
    QTest::keyClick(form->input(key), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(live.feed().state().eventCount, count + 1);
    QVERIFY(!form->isVisible());
    QTRY_COMPARE(live.feed().saveStatus().notSaved, 1);
    QTRY_VERIFY(draftOf(live, action.section(u'.', 0, 0)).contains("the cache is cold"));

    form = typedForm(live, u"decisions.hypothesis"_s, u"decisionsForm"_s, u"text"_s);
    QVERIFY(form);
    QTest::keyClick(form->input(u"text"_s), Qt::Key_Return);
    QCOMPARE(live.feed().state().eventCount, count + 1);
    QVERIFY(form->isVisible());
    QVERIFY(form->findChild<QLabel *>(u"decisionsFormProblem"_s)->isVisible());
    QTest::keyClick(form->input(u"text"_s), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(form->input(u"text"_s), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"the cache is cold"_s);
}

void TestWindowForms::anActionThatIsRefusedStaysInItsForm()
{
    const MadeFile file(u"sre-directorate"_s, u"SEV1"_s);
    LiveWindow live(m_theme, file.path());
    live.incident().window().actions().action(u"orders.newAction"_s)->trigger();
    auto *what = live.window()->findChild<QLineEdit *>(u"actionWhat"_s);
    auto *who = live.window()->findChild<QLineEdit *>(u"actionWho"_s);
    QVERIFY(what && who);
    QTRY_VERIFY(what->isVisible());
    QTest::keyClicks(what, u"restart the pods"_s);
    QTest::keyClicks(who, u"ben"_s);
    what->setFocus();
    stopWriting(live);
    const auto count = live.feed().state().eventCount;
    QTest::keyClick(what, Qt::Key_Return);
    QCOMPARE(live.feed().state().eventCount, count);
    QVERIFY(what->isVisible());
    QCOMPARE(what->text(), u"restart the pods"_s);
    QCOMPARE(who->text(), u"ben"_s);
}

void TestWindowForms::aRecordIsAnsweredInItsForm_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("panel");
    QTest::newRow("what somebody reads") << u"nine-step"_s << u"P2"_s << u"nin.ack"_s << u"statusPanel"_s;
    QTest::newRow("triage") << u"severity-ladder"_s << u"2"_s << u"lad.scope"_s << u"triagePanel"_s;
}

// Enter on the step that asks for it: nothing is recorded before somebody has answered.
void TestWindowForms::aRecordIsAnsweredInItsForm()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, form);
    QFETCH(QString, panel);
    LiveWindow live(m_theme, {.process = process, .severity = severity});
    auto *steps = live.window()->findChild<QTreeView *>(u"checklistTree"_s);
    QVERIFY(steps);
    const QModelIndexList found = steps->model()->match(steps->model()->index(0, 0), models::checklist::FormRole, form, 1,
                                                        Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    steps->setCurrentIndex(found.first());
    steps->setFocus();
    QTest::keyClick(steps, Qt::Key_Return);
    const auto *there = live.window()->findChild<QWidget *>(panel);
    QVERIFY(there);
    QTRY_VERIFY(there->isAncestorOf(QApplication::focusWidget()));
    QVERIFY2(takesText(*QApplication::focusWidget()), qPrintable(QApplication::focusWidget()->objectName()));
    QVERIFY(live.feed().state().updates.isEmpty());
}

// And not to a line that only says that it was written.
void TestWindowForms::anAlarmLeadsToTheFormOfItsRecord()
{
    LiveWindow live(m_theme, {.process = u"severity-ladder"_s, .severity = u"2"_s});
    QWidget *entry = live.quickEntry();
    for (const QString &line : {u"/claim"_s, u"/phase response"_s}) {
        entry->setFocus();
        QTest::keyClick(entry, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(entry, line);
        QTest::keyClick(entry, Qt::Key_Return);
    }
    auto *alert = live.window()->findChild<views::LatestAlert *>();
    QVERIFY(alert);
    alert->goTo(u"lad.tellfirst/1"_s);
    QCOMPARE(alert->shownId(), u"lad.tellfirst/1"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    const auto *panel = live.window()->findChild<QWidget *>(u"statusPanel"_s);
    QTRY_VERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    QVERIFY2(takesText(*QApplication::focusWidget()), qPrintable(QApplication::focusWidget()->objectName()));
    QVERIFY(live.feed().state().rungs.isEmpty());
}

void TestWindowForms::aRecordWithoutAnswersNamesTheKeyOfItsForm()
{
    LiveWindow live(m_theme, {.process = u"nine-step"_s, .severity = u"P2"_s});
    QWidget *entry = live.quickEntry();
    entry->setFocus();
    QTest::keyClicks(entry, u"/draft nin.ack"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    const auto *told = live.window()->findChild<QLabel *>(u"entry.refusal.text"_s);
    QTRY_VERIFY(told->isVisible());
    QVERIFY2(told->text().contains(u"Symptom"_s) && told->text().contains(u"Ctrl+Shift+R opens a form for it."_s),
             qPrintable(told->text()));
    QVERIFY(live.feed().state().updates.isEmpty());
    QTest::keyClick(entry, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    const auto *panel = live.window()->findChild<QWidget *>(u"statusPanel"_s);
    QTRY_VERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    QVERIFY2(QApplication::focusWidget()->accessibleName().startsWith(u"Service"_s),
             qPrintable(QApplication::focusWidget()->accessibleName()));
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    TestWindowForms test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowforms.moc"
