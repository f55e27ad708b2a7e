// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "escalation/escalationroles.h"
#include "livewindow.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"
#include "sqlite/sqlitejournal.h"
#include "strip/strip.h"
#include "triage/triageroles.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// What keys of the whole window set off in the place where the keyboard is: editing, the severity's form, a copy (ux 2.6).
class TestWindowDeeds : public QObject
{
    Q_OBJECT
private slots:
    void editingGoesByTheList();
    void editingGoesByThePanel_data();
    void editingGoesByThePanel();
    void enterLeavesTheActionInSight_data();
    void enterLeavesTheActionInSight();
    void ownNumbersStandInNoRecord();
    void takingBackTellsTheKeyThatDoesItAgain();
    void timeStandsWhileNobodyCanSeeIt();
    void theSeverityIsSetInItsForm();
    void aCopyIsWhole_data();
    void aCopyIsWhole();

private:
    views::Theme m_theme;
};

void TestWindowDeeds::editingGoesByTheList()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    auto *list = live.window()->findChild<QWidget *>(u"timeline.list"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_F2);
    auto *entry = qobject_cast<QPlainTextEdit *>(live.quickEntry());
    QVERIFY(entry);
    QVERIFY2(entry->toPlainText().startsWith(u"/correct #"_s), qPrintable(entry->toPlainText()));
}

void TestWindowDeeds::editingGoesByThePanel_data()
{
    QTest::addColumn<QString>("panel");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("row");  // the first, where it is empty
    QTest::addColumn<QString>("line"); // in quick entry then
    QTest::addColumn<QString>("form"); // what is open in the panel
    QTest::addColumn<QString>("said"); // in words, where nothing is edited
    QTest::newRow("decisions") << u"decisions"_s << u"decisionsList"_s << u"a lock on the orders table"_s
                               << u"^/correct #E\\d+ text=\"a lock on the orders table"_s << QString() << QString();
    QTest::newRow("review") << u"review"_s << u"reviewList"_s << u"Root Cause"_s << QString() << u"reviewForm"_s << QString();
    QTest::newRow("actions") << u"actions"_s << u"ordersTable"_s << QString() << QString() << QString() << u"Cancel it"_s;
    QTest::newRow("checklist") << u"checklist"_s << u"checklistTree"_s << QString() << QString() << QString() << u"Space ticks"_s;
    QTest::newRow("people") << u"people"_s << QString() << QString() << QString() << QString() << u"“People and aliases”"_s;
}

// Never the timeline's row, which nobody looks at then.
void TestWindowDeeds::editingGoesByThePanel()
{
    QFETCH(QString, panel);
    QFETCH(QString, list);
    QFETCH(QString, row);
    QFETCH(QString, line);
    QFETCH(QString, form);
    QFETCH(QString, said);
    LiveWindow live(m_theme, {.fill = fillAll});
    auto *rows = live.window()->findChild<QWidget *>(u"timeline.list"_s);
    rows->setFocus();
    QTest::keyClick(rows, Qt::Key_Home);
    auto &docks = live.incident().window().docks();
    QVERIFY(docks.focus(panel));
    QWidget *at = list.isEmpty() ? QApplication::focusWidget() : live.window()->findChild<QWidget *>(list);
    QVERIFY(at);
    at->setFocus();
    QTest::keyClick(at, Qt::Key_Home);
    auto *table = qobject_cast<QAbstractItemView *>(at);
    const auto isAt = [&] { return row.isEmpty() || table->currentIndex().data().toString() == row; };
    for (int i = 0; i < 40 && !isAt(); ++i)
        QTest::keyClick(at, Qt::Key_Down);
    QVERIFY(isAt());
    const int messages = live.incident().window().messages().count();
    QTest::keyClick(at, Qt::Key_F2);
    auto *entry = qobject_cast<QPlainTextEdit *>(live.quickEntry());
    if (line.isEmpty())
        QCOMPARE(entry->toPlainText(), QString());
    else
        QVERIFY2(QRegularExpression(line).match(entry->toPlainText()).hasMatch(), qPrintable(entry->toPlainText()));
    if (!form.isEmpty())
        QVERIFY2(live.window()->findChild<QWidget *>(form)->isVisible(),
                 qPrintable(live.incident().window().messages().count() > messages
                                ? live.incident().window().messages().messages().last().text
                                : u"no form, and no word"_s));
    QCOMPARE(live.incident().window().messages().count() > messages, !said.isEmpty());
    if (!said.isEmpty())
        QVERIFY2(live.incident().window().messages().messages().last().text.contains(said),
                 qPrintable(live.incident().window().messages().messages().last().text));
}

// Severity and phase are set in Triage, beside what they mean; the strip names the key.
void TestWindowDeeds::enterLeavesTheActionInSight_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize &size : {QSize(1024, 678), QSize(1366, 746)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

// Enter goes to what can be done with an action and opens all about it; what is to be done stays beside it.
void TestWindowDeeds::enterLeavesTheActionInSight()
{
    QFETCH(QSize, size);
    LiveWindow live(m_theme, {.fill = fillAll, .size = size});
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+1"_s));
    auto *list = live.window()->findChild<QAbstractItemView *>(u"ordersTable"_s);
    QVERIFY(list->model()->rowCount() > 2);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        list->setFocus();
        QTest::keyClick(list, row == 0 ? Qt::Key_Home : Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), row);
        const QString what = list->currentIndex().data().toString();
        QTest::keyClick(list, Qt::Key_Return);
        QWidget *step = QApplication::focusWidget();
        if (step == list)
            continue; // nothing can be done with it by whoever sits here
        const auto rowIsSeen = [&] {
            // To make a row visible a tree scrolls as far as its last line of pixels but one.
            const QRect place = list->visualRect(list->currentIndex()).adjusted(0, 0, 0, -1);
            return list->viewport()->visibleRegion().boundingRect().contains(place);
        };
        const auto shown = [&] { return rowIsSeen() && step->visibleRegion().boundingRect() == step->rect(); };
        QTRY_VERIFY2(shown(), qPrintable(what));
        QTest::keyClick(step, Qt::Key_Tab); // further down, and back
        list->setFocus();
        QTRY_VERIFY2(rowIsSeen(), qPrintable(what));
    }
}

// Shown and copied by keys in the ladder and in the palette, while the file of the incident never holds them.
void TestWindowDeeds::ownNumbersStandInNoRecord()
{
    LiveWindow live(m_theme, LiveWindow::Setup());
    const auto write = [path = QFileInfo(live.path()).path()](const QByteArray &phone) {
        QFile file(path + u"/contacts.yaml"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("format: 1\ncontacts:\n  - {who: director, phone: " + phone + "}\n");
    };
    write("5550142");
    auto &window = live.incident().window();
    QVERIFY(window.docks().focus(u"escalation"_s));
    const auto copyPhone = [&]() -> QPushButton * {
        for (auto *button : live.window()->findChildren<QPushButton *>(u"calleeCopy"_s)) {
            if (button->text() == u"Copy phone")
                return button;
        }
        return nullptr;
    };
    auto *ladder = live.window()->findChild<QListView *>(u"escalationList"_s);
    const auto callsThem = [&] {
        return ladder->currentIndex().data(models::escalation::WhomRole).toString().contains(u"Engineering Director"_s);
    };
    QTest::keyClick(ladder, Qt::Key_Home);
    for (int i = 0; i < 20 && !callsThem(); ++i)
        QTest::keyClick(ladder, Qt::Key_Down);
    QVERIFY(callsThem());
    QTRY_VERIFY(copyPhone());
    QTest::keyClick(copyPhone(), Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"5550142"_s);
    QTest::keyClick(ladder, Qt::Key_X); // they were called
    QCOMPARE(live.feed().state().rungs.size(), 1);
    QTest::keyClick(live.quickEntry(), Qt::Key_K, Qt::ControlModifier);
    typeText(u"@director"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"5550142"_s);
    write("ask Jo"); // a fault is told with its line, and what was read stays
    const auto isSaid = [&](const QString &words) {
        const auto messages = window.messages().messages();
        return std::any_of(messages.begin(), messages.end(), [&](const auto &message) { return message.text.contains(words); });
    };
    QTRY_VERIFY(isSaid(u"contacts.yaml, line 3"_s));
    QVERIFY(copyPhone());
    QTRY_COMPARE(live.feed().saveStatus().saving, 0);
    const QString path = live.path();
    live.close();
    QFile record(path);
    QVERIFY(record.open(QIODevice::ReadOnly));
    const QByteArray bytes = record.readAll();
    QVERIFY(bytes.contains("Engineering Director")); // the process names them
    QVERIFY(!bytes.contains("5550142"));
}

void TestWindowDeeds::takingBackTellsTheKeyThatDoesItAgain()
{
    LiveWindow live(m_theme, LiveWindow::Setup());
    QWidget *entry = live.quickEntry();
    const auto offered = [&] {
        const auto messages = live.incident().window().messages().messages();
        return messages.isEmpty() || messages.last().buttons.isEmpty() ? QString() : messages.last().buttons.first().text;
    };
    entry->setFocus();
    typeText(u"/sev SEV2 it is less"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    QCOMPARE(live.feed().state().severity, u"SEV2"_s);
    QTest::keyClick(entry, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(live.feed().state().severity, u"SEV1"_s);
    QCOMPARE(offered(), u"Do again (Ctrl+Shift+Z)"_s);
    QTest::keyClick(entry, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(live.feed().state().severity, u"SEV2"_s);
    QCOMPARE(offered(), u"Take back (Ctrl+Z)"_s);
    live.incident().window().actions().setUserKeys({{u"entry.undo"_s, {}}}); // a person has taken the key away
    live.incident().window().actions().action(u"entry.undo"_s)->trigger();
    live.incident().window().actions().action(u"entry.redo"_s)->trigger();
    QCOMPARE(offered(), u"Take back"_s);
}

// Minimised, nothing has to be painted each second; a clock in a window of its own is seen all the same (ux 2.12).
void TestWindowDeeds::timeStandsWhileNobodyCanSeeIt()
{
    LiveWindow live(m_theme, LiveWindow::Setup());
    QSignalSpy ticked(&live.feed(), &models::IncidentFeed::ticked);
    const auto ticksAtOnceWhenBack = [&] {
        live.window()->showMinimized();
        ticked.clear();
        live.window()->showNormal();
        return ticked.size();
    };
    QCOMPARE(ticksAtOnceWhenBack(), 1); // it had stopped
    QVERIFY(live.incident().window().docks().focus(u"clocks"_s));
    live.incident().window().actions().refresh();
    live.incident().window().actions().action(u"clocks.window"_s)->trigger();
    QCOMPARE(ticksAtOnceWhenBack(), 0); // it had gone on
}

void TestWindowDeeds::theSeverityIsSetInItsForm()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    auto &actions = live.incident().window().actions();
    auto *strip = live.window()->findChild<views::Strip *>();
    const auto toolTip = [&] { return strip->cell(views::StripCell::Severity)->toolTip(); };
    QVERIFY2(toolTip().contains(u"Ctrl+Shift+L: Severity"_s), qPrintable(toolTip()));
    live.quickEntry()->setFocus();
    QTest::keySequence(live.quickEntry(), QKeySequence(u"Ctrl+Shift+L"_s));
    auto *form = live.window()->findChild<QWidget *>(u"triageForm"_s);
    QTRY_VERIFY(form->isVisible() && form->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!form->isVisible());
    QTest::keyClick(strip->cell(views::StripCell::Severity), Qt::Key_Return);
    QTRY_VERIFY(form->isVisible() && form->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!form->isVisible());
    QTest::keyClick(strip->cell(views::StripCell::Phase), Qt::Key_Return);
    auto *list = live.window()->findChild<QListView *>(u"triageList"_s);
    QTRY_VERIFY(list->hasFocus());
    QCOMPARE(list->currentIndex().data(models::triage::KindRole).toInt(), int(models::triage::Next));
    actions.setUserKeys({{u"entry.severity"_s, {u"Ctrl+Shift+Y"_s}}});
    QVERIFY2(toolTip().contains(u"Ctrl+Shift+Y: Severity"_s), qPrintable(toolTip()));
}

void TestWindowDeeds::aCopyIsWhole_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("name");
    QTest::newRow("copy") << u"Ctrl+Shift+S"_s << u"other.fireline"_s;
    QTest::newRow("Markdown") << u"Ctrl+P"_s << u"report.md"_s;
    QTest::newRow("table") << u"Ctrl+P"_s << u"report.csv"_s;
}

void TestWindowDeeds::aCopyIsWhole()
{
    QFETCH(QString, key);
    QFETCH(QString, name);
    LiveWindow live(m_theme, {.fill = fillBusy});
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    live.quickEntry()->setFocus();
    QTest::keySequence(live.quickEntry(), QKeySequence(key));
    auto *dialog = live.window()->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY2(!dialog->isModal(), "the incident goes on meanwhile");
    auto *field = dialog->findChild<QLineEdit *>();
    field->setText(path);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY2(QFileInfo::exists(path), qPrintable(path));
    QTRY_VERIFY(live.incident().window().messages().count() > 0);
    QVERIFY(live.incident().window().messages().messages().last().text.contains(name));
    if (name.endsWith(u".fireline"_s)) {
        const auto copy = store::SqliteJournal::open(path, store::SqliteJournal::Mode::ReadOnly);
        QVERIFY(copy.ok());
        QCOMPARE(copy.value()->incident(), live.feed().state().id);
        qint64 last = 0;
        QVERIFY(copy.value()->read(0, [&](qint64 seq, const domain::Event &) {
            last = seq;
            return true;
        }));
        QCOMPARE(last, live.feed().state().eventCount);
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("customers in Europe see error 502"));
    }
}

QTEST_MAIN(TestWindowDeeds)
#include "tst_windowdeeds.moc"
