// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"
#include "madeincident.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "commanddesk.h"
#include "draftfile.h"
#include "draftkeeper.h"
#include "files/backuppolicy.h"
#include "forms/inlineform.h"
#include "recordguard.h"
#include "shell/layoutstate.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"
#include "sqlite/sqlitejournal.h"
#include "state/incidentstate.h"
#include "statefiles.h"
#include "statefolder.h"
#include "windowprogram.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QThread>
#include <QToolButton>

#include <algorithm>
#include <atomic>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;
using views::Message;

/// What the window says and offers when something is wrong with the file, and that nothing typed is lost by it (ux 2.8).
class TestWindowErrors : public QObject
{
    Q_OBJECT
private slots:
    void aChangedRecordIsShownAndNeverWrittenBehind();
    void wordsThatAreRefusedStayInTheForm_data();
    void wordsThatAreRefusedStayInTheForm();
    void aFullDiskKeepsTheWordsOfAForm_data();
    void aFullDiskKeepsTheWordsOfAForm();
    void anActionThatIsRefusedStaysInItsForm();
    void aRecordAsItWasWrittenIsNotSpokenOf();
    void aNewerFileIsOpenedToLook();
    void whatWritesSaysWhyItCannot_data();
    void whatWritesSaysWhyItCannot();
    void aFileThatIsOpenElsewhereIsOpenedToLook();
    void aProgramThatEndsWaitsForNoRecord();
    void aSlowStateFolderHoldsUpNothing();
    void aDamagedFileGivesItsBackup();
    void aFileThatWasMovedLosesNothing();
    void aCopyHoldsWhatTheDiskRefused();

private:
    views::Theme m_theme;
};

namespace {

/// A file with a few entries, on its own.
class MadeFile
{
public:
    explicit MadeFile(const QString &process = u"severity-ladder"_s, const QString &severity = u"1"_s)
    {
        MadeIncident made({.path = path(),
                           .processId = process,
                           .title = u"Checkout fails"_s,
                           .severity = severity,
                           .start = *domain::Instant::fromRfc3339(u"2026-03-02T10:00:00Z"_s)});
        made.advance(domain::Span::minutes(1));
        (void)made.line(u"pods restart"_s);
        made.advance(domain::Span::minutes(1));
        (void)made.line(u"the queue grows"_s);
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"checkout.fireline"_s); }
    [[nodiscard]] QString beside(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray bytes() const { return bytesOf(path()); }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};

/// Settings and register of the program's own, empty.
class Home
{
public:
    Home()
    {
        for (const auto &[variable, folder] :
             {std::pair{"XDG_DATA_HOME", "data"}, std::pair{"XDG_CONFIG_HOME", "config"}, std::pair{"XDG_STATE_HOME", "state"}})
            qputenv(variable, m_folder.filePath(QString::fromLatin1(folder)).toLocal8Bit());
    }

private:
    QTemporaryDir m_folder;
};

views::MessageBar &messages(LiveWindow &live)
{
    return live.incident().window().messages();
}

const Message *said(const views::MessageBar &bar, const QString &id)
{
    static QList<Message> all;
    all = bar.messages();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const Message &message) { return message.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

/// The one window, once its record is in it: it is there before that (and may make room for a backup).
window::IncidentWindow *filledWindow(const window::WindowProgram &program)
{
    const auto windows = program.windows();
    return windows.size() == 1 && windows.first()->isFilled() ? windows.first() : nullptr;
}

/// As when the record turns out to be another than was written.
void stopWriting(LiveWindow &live)
{
    live.incident().incident().stopWriting({domain::Problem::Kind::Damaged, u"not-verified"_s, u"It was changed."_s, {}, {}, {}});
    QVERIFY(live.feed().saveStatus().readOnly);
}

void press(const Message &message, const QString &button)
{
    const auto found = std::find_if(message.buttons.cbegin(), message.buttons.cend(),
                                    [&](const views::MessageButton &b) { return b.text == button; });
    QVERIFY2(found != message.buttons.cend(), qPrintable(button));
    const auto pressed = found->press;
    pressed();
}

/// The place is chosen, as a person would in the dialog that came up.
void choosePlace(QWidget *window, const QString &path)
{
    auto *dialog = window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    emit dialog->fileSelected(path);
    dialog->close();
}

QStringList textsIn(const QString &path)
{
    QStringList texts;
    const auto journal = store::SqliteJournal::open(path, store::SqliteJournal::Mode::ReadOnly);
    if (!journal || !journal.value()->verify().value().ok())
        return texts;
    domain::IncidentState state;
    (void)journal.value()->read(0, [&](qint64, const domain::Event &event) {
        apply(state, event);
        return true;
    });
    for (const domain::Entry &entry : state.entries)
        texts.append(entry.text);
    return texts;
}

void type(LiveWindow &live, const QString &line)
{
    live.quickEntry()->setFocus();
    typeText(line);
    QTest::keyClick(live.quickEntry(), Qt::Key_Return);
}

} // namespace

void TestWindowErrors::aChangedRecordIsShownAndNeverWrittenBehind()
{
    const MadeFile file;
    QVERIFY(file.bytes().contains("\"pods restart\""));
    const QByteArray bytes = file.bytes().replace("\"pods restart\"", "\"pods are up.\"");
    file.write(bytes);
    LiveWindow live(m_theme, file.path());
    QTRY_VERIFY(said(messages(live), u"not-verified"_s));
    const Message message = *said(messages(live), u"not-verified"_s);
    QCOMPARE(message.kind, Message::Kind::Fault);
    QVERIFY2(message.text.startsWith(u"Entry E2 does not match"), qPrintable(message.text));
    QVERIFY(live.feed().saveStatus().readOnly);
    const auto count = live.feed().state().eventCount;
    type(live, u"one more"_s);
    QCOMPARE(live.feed().state().eventCount, count);

    press(message, u"Export evidence…"_s);
    const QString evidence = file.beside(u"evidence.fireline"_s);
    choosePlace(live.window(), evidence);
    QTRY_VERIFY(said(messages(live), u"copy"_s));
    QCOMPARE(MadeFile::bytesOf(evidence), bytes);
    QVERIFY(MadeFile::bytesOf(evidence + u".txt"_s).contains("Entry E2"));
    QCOMPARE(file.bytes(), bytes);
}

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

} // namespace

void TestWindowErrors::wordsThatAreRefusedStayInTheForm_data()
{
    addForms();
}

// The panel asks the process only; that the file takes nothing is known to the window.
void TestWindowErrors::wordsThatAreRefusedStayInTheForm()
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

void TestWindowErrors::aFullDiskKeepsTheWordsOfAForm_data()
{
    addForms();
}

// Decisions 15: what was sent is seen as not saved and kept beside the record too; what comes after it stays where it was
// typed, with the reason, and can be copied out.
void TestWindowErrors::aFullDiskKeepsTheWordsOfAForm()
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

void TestWindowErrors::anActionThatIsRefusedStaysInItsForm()
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

void TestWindowErrors::aRecordAsItWasWrittenIsNotSpokenOf()
{
    const MadeFile file(u"sre-directorate"_s, u"SEV1"_s); // of a draft the window speaks
    LiveWindow live(m_theme, file.path());
    QSignalSpy checked(&live.incident().guard(), &window::RecordGuard::checked);
    QVERIFY(checked.wait());
    QVERIFY2(messages(live).count() == 0, qPrintable(messages(live).messages().value(0).text));
    QVERIFY(!live.feed().saveStatus().readOnly);
}

void TestWindowErrors::aNewerFileIsOpenedToLook()
{
    const MadeFile file;
    QByteArray bytes = file.bytes();
    bytes[63] = 99; // the format's number
    file.write(bytes);
    LiveWindow live(m_theme, file.path());
    const Message *message = said(messages(live), u"look-only"_s);
    QVERIFY(message);
    QVERIFY(message->source.contains(u"newer"));
    QVERIFY(live.feed().saveStatus().readOnly);
    QCOMPARE(live.feed().state().entries.last().text, u"the queue grows"_s);
}

void TestWindowErrors::whatWritesSaysWhyItCannot_data()
{
    QTest::addColumn<bool>("newer");
    QTest::newRow("a newer file") << true;
    QTest::newRow("a changed record") << false;
}

/// In every panel, whatever it does with its controls: each that would write is off and says why; what reads is as it was.
void TestWindowErrors::whatWritesSaysWhyItCannot()
{
    QFETCH(const bool, newer);
    const MadeFile file(u"sre-directorate"_s, u"SEV1"_s);
    QByteArray bytes = file.bytes();
    if (newer)
        bytes[63] = 99;
    else
        bytes.replace("\"pods restart\"", "\"pods are up.\"");
    file.write(bytes);
    LiveWindow live(m_theme, file.path());
    QTRY_VERIFY(live.feed().saveStatus().readOnly);
    auto &window = live.incident().window();
    const QString reason = u"This incident is open to look only. Nothing can be recorded here."_s;
    QStringList faults;
    int barred = 0;
    int reading = 0;
    for (const views::PanelDescriptor &panel : window.docks().panels()) {
        window.docks().show(panel.id);
        QCoreApplication::sendPostedEvents();
        for (const QWidget *control : panel.widget->findChildren<QWidget *>()) {
            const bool button = qobject_cast<const QPushButton *>(control) || qobject_cast<const QToolButton *>(control);
            const bool field = qobject_cast<const QComboBox *>(control) || qobject_cast<const QPlainTextEdit *>(control);
            const bool inParts = qobject_cast<const QTabBar *>(control->parentWidget()) || control->property("readOnly").toBool();
            if (!control->isVisible() || !(button || field) || inParts)
                continue;
            if (views::isMarkedReading(*control)) {
                reading += control->isEnabled();
                continue;
            }
            ++barred;
            if (control->isEnabled() || control->toolTip() != reason)
                faults.append(panel.id + u": "_s + control->objectName() + u": "_s + control->toolTip());
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY2(barred > 25 && reading > 5, qPrintable(u"%1 %2"_s.arg(barred).arg(reading)));
    for (const char *id : {"entry.undo", "orders.newAction", "status.write", "roles.takeCommand", "timeline.pin"}) {
        const QAction *action = window.actions().action(QString::fromLatin1(id));
        QVERIFY2(action && action->isVisible() && !action->isEnabled(), id);
        QCOMPARE(window.actions().whyNot(QString::fromLatin1(id)), reason);
    }
    QVERIFY(window.actions().action(u"timeline.find"_s)->isEnabled());
    // A key is answered, and what is asked past the controls is refused with the same words.
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+Shift+A"_s));
    QVERIFY(said(messages(live), u"whyNot"_s));
    QCOMPARE(said(messages(live), u"whyNot"_s)->text, reason);
    const auto done = live.incident().desk().submitQuietly({domain::Verb::Note, {}, {}, {{u"text"_s, u"no"_s}}});
    QVERIFY(!done);
    QCOMPARE(done.problem().text, reason);
    // Through a perspective that has none of them, and back.
    window.setPerspective(views::Perspective::Observer);
    window.setPerspective(views::Perspective::Comms);
    const auto *snooze = window.findChild<QPushButton *>(u"clocksSnoozeButton"_s);
    QTRY_VERIFY(snooze->isVisible() && !snooze->isEnabled());
    QCOMPARE(snooze->toolTip(), reason);
}

void TestWindowErrors::aFileThatIsOpenElsewhereIsOpenedToLook()
{
    const MadeFile file;
    const Home home;
    const auto writer = store::SqliteJournal::open(file.path(), store::SqliteJournal::Mode::ReadWrite);
    QVERIFY(writer);
    const QString line = u"half a li"_s; // typed in the window that has the file
    {
        window::StateFiles words(window::writeDraft);
        window::DraftKeeper(words, session::stateFolder(), writer.value()->incident()).keep({{line, {}}, {}});
    }
    window::WindowProgram program({}, window::TestHooks());
    program.open(file.path());
    QTRY_VERIFY(filledWindow(program));
    auto &incident = *filledWindow(program);
    QVERIFY(!incident.window().findChild<QPlainTextEdit *>(u"entry.field"_s)->toPlainText().contains(line));
    const auto &bar = incident.window().messages();
    QVERIFY(said(bar, u"look-only"_s));
    QVERIFY(said(bar, u"look-only"_s)->text.startsWith(u"Another program"));
    QVERIFY(incident.incident().saveStatus().readOnly);
    const QString copy = file.beside(u"copy.fireline"_s);
    press(*said(bar, u"look-only"_s), u"Save a copy…"_s);
    choosePlace(&incident.window(), copy);
    QTRY_VERIFY(said(bar, u"copy"_s));
    QVERIFY2(said(bar, u"copy"_s)->kind == Message::Kind::Info, qPrintable(said(bar, u"copy"_s)->text));
    QCOMPARE(textsIn(copy).last(), u"the queue grows"_s);
    program.quit();
    QCOMPARE(window::DraftKeeper::left(session::stateFolder(), writer.value()->incident()).typed.line, line);
}

namespace {

/// The time is known when the test says so, in any thread but that of the window.
class SlowClock : public domain::SimulatedClock
{
public:
    SlowClock() : SimulatedClock(*domain::Instant::fromRfc3339(u"2026-03-02T11:00:00Z"_s)) { ++living; }
    ~SlowClock() override { --living; }
    [[nodiscard]] domain::Instant now() const override
    {
        if (QThread::currentThread() != QCoreApplication::instance()->thread()) { // lint: allowed
            asked.release();
            go.acquire();
        }
        return SimulatedClock::now();
    }

    static inline std::atomic_int living = 0;
    static inline QSemaphore asked{0};
    static inline QSemaphore go{0};
};

} // namespace

/// A record that is still being opened keeps the clock it asks, whoever wanted it.
void TestWindowErrors::aProgramThatEndsWaitsForNoRecord()
{
    const MadeFile file;
    const Home home;
    {
        window::TestHooks hooks;
        hooks.setClock([] { return std::make_unique<SlowClock>(); });
        window::WindowProgram program({}, hooks);
        program.open(file.path());
        QTRY_VERIFY(SlowClock::asked.available() > 0);
        QCOMPARE(SlowClock::living, 2); // the program's, and the record's
    }
    QCOMPARE(SlowClock::living, 1);
    SlowClock::go.release(1000);
    QTRY_COMPARE(SlowClock::living, 0);
}

namespace {

/// Where a window stood when it was seen for the first time.
class FirstSight : public QObject
{
public:
    explicit FirstSight(QWidget &window) { window.installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show && !m_place.isValid())
            m_place = static_cast<QWidget *>(watched)->geometry();
        return false;
    }
    [[nodiscard]] QRect place() const { return m_place; }

private:
    QRect m_place;
};

} // namespace

/// What is kept there is read elsewhere, and no window comes up as another than it was left. A pipe is a file that waits.
void TestWindowErrors::aSlowStateFolderHoldsUpNothing()
{
    const MadeFile file;
    const Home home;
    QVERIFY(QDir().mkpath(session::stateFolder()));
    const QString layout = session::stateFolder() + u"/layout"_s;
    QCOMPARE(mkfifo(QFile::encodeName(layout).constData(), 0600), 0);
    views::LayoutState kept;
    kept.geometry = {40, 30, 720, 640};
    kept.current = views::Perspective::Scribe;
    window::WindowProgram program({}, window::TestHooks());
    program.open(file.path());
    QCOMPARE(program.windows().size(), 1);
    views::MainWindow &window = program.windows().first()->window();
    const FirstSight sight(window);
    QVERIFY(!window.isVisible());
    QFile slow(layout);
    QVERIFY(slow.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QVERIFY(slow.write(kept.toBytes()) > 0);
    slow.close();
    QTRY_VERIFY(filledWindow(program));
    QVERIFY(window.isVisible());
    QCOMPARE(sight.place().topLeft(), kept.geometry.topLeft());
    QCOMPARE(window.geometry(), sight.place());
    QCOMPARE(window.perspective(), views::Perspective::Scribe);
    program.quit();
}

void TestWindowErrors::aDamagedFileGivesItsBackup()
{
    const MadeFile file;
    const Home home;
    const QString backup = file.beside(
        store::BackupPolicy::nameFor(u"checkout.fireline"_s, *domain::Instant::fromRfc3339(u"2026-03-02T10:01:00Z"_s)));
    QVERIFY(store::SqliteJournal::open(file.path(), store::SqliteJournal::Mode::ReadOnly).value()->backup(backup));
    const QByteArray cut = file.bytes().first(6000);
    file.write(cut);
    window::WindowProgram program({}, window::TestHooks());
    program.open(file.path());
    QTRY_VERIFY(filledWindow(program));
    auto &incident = *filledWindow(program);
    QCOMPARE(incident.incident().state().entries.last().text, u"the queue grows"_s);
    QVERIFY(incident.incident().saveStatus().readOnly);
    const Message *message = said(incident.window().messages(), u"look-only"_s);
    QVERIFY(message);
    QVERIFY2(message->text.contains(u"latest backup"), qPrintable(message->text));
    QCOMPARE(file.bytes(), cut);
    QVERIFY(program.preferences().preferences().lastOpened.isEmpty()); // a backup is nothing to come back to
    program.quit();
}

void TestWindowErrors::aFileThatWasMovedLosesNothing()
{
    const MadeFile file;
    LiveWindow live(m_theme, file.path());
    const QString away = file.beside(u"away.fireline"_s);
    QVERIFY(QFile::rename(file.path(), away));
    type(live, u"typed into the void"_s);
    QTRY_COMPARE(live.feed().saveStatus().notSaved, 1);
    QVERIFY(said(messages(live), u"disk"_s));
    QVERIFY(said(messages(live), u"disk"_s)->text.contains(u"moved"));
    QVERIFY(QFile::rename(away, file.path()));
    press(*said(messages(live), u"disk"_s), u"Try again"_s);
    QTRY_COMPARE(live.feed().saveStatus().notSaved, 0);
    QTRY_COMPARE(live.feed().saveStatus().saving, 0);
    QCOMPARE(textsIn(file.path()).last(), u"typed into the void"_s);
}

void TestWindowErrors::aCopyHoldsWhatTheDiskRefused()
{
    const MadeFile file;
    LiveWindow live(m_theme, file.path());
    type(live, u"still there"_s);
    QTRY_COMPARE(live.feed().saveStatus().saving, 0);
    QVERIFY(QFile::remove(file.path()));
    type(live, u"after it was deleted"_s);
    QTRY_VERIFY(said(messages(live), u"disk"_s));
    press(*said(messages(live), u"disk"_s), u"Save a copy…"_s);
    const QString copy = file.beside(u"copy.fireline"_s);
    choosePlace(live.window(), copy);
    QTRY_VERIFY(said(messages(live), u"copy"_s));
    QVERIFY2(said(messages(live), u"copy"_s)->kind == Message::Kind::Info, qPrintable(said(messages(live), u"copy"_s)->text));
    QCOMPARE(textsIn(copy).size(), 5);
    QCOMPARE(textsIn(copy).last(2), (QStringList{u"still there"_s, u"after it was deleted"_s}));
    QSignalSpy wanted(&live.incident(), &window::IncidentWindow::fileRequested);
    press(*said(messages(live), u"copy"_s), u"Go on in the copy"_s);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(live.window()->close()); // nothing is lost by it any more
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    TestWindowErrors test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowerrors.moc"
