// SPDX-License-Identifier: GPL-3.0-or-later
#include "troubledwindow.h"

#include "connectorrig.h"
#include "draftfile.h"
#include "draftkeeper.h"
#include "files/backuppolicy.h"
#include "register/incidentregister.h"
#include "seriesshelf.h"
#include "shell/layoutstate.h"
#include "shell/mainwindow.h"
#include "shell/paneldocks.h"
#include "sqlite/sqlitejournal.h"
#include "start/startroles.h"
#include "statefiles.h"
#include "statefolder.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <functional>
#include <variant>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;
using views::Message;

/// The program opens what is damaged, locked or slow to be read, and nothing typed is lost by it (ux 2.8).
class TestWindowProgram : public QObject
{
    Q_OBJECT
private slots:
    void aFileThatIsOpenElsewhereIsOpenedToLook();
    void aProgramThatEndsWaitsForNoRecord();
    void aSlowStateFolderHoldsUpNothing();
    void aDamagedFileGivesItsBackup();
    void theListOfIncidentsFollowsTheirWindows();
    void safeModeBeginsWithTheDefaultLayout();
    void darkLeadsToTheLookInTheSettings();
    void inADrillNoSourceOfTheSettingsIsAsked();
    void anIncidentIsDeclaredFromAnAlert();

private:
    views::Theme m_theme;
};

void TestWindowProgram::aFileThatIsOpenElsewhereIsOpenedToLook()
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
void TestWindowProgram::aProgramThatEndsWaitsForNoRecord()
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
void TestWindowProgram::aSlowStateFolderHoldsUpNothing()
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

void TestWindowProgram::aDamagedFileGivesItsBackup()
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

void TestWindowProgram::theListOfIncidentsFollowsTheirWindows()
{
    const MadeFile file;
    const Home home;
    window::WindowProgram program({}, window::TestHooks());
    program.open(file.path());
    QTRY_VERIFY(filledWindow(program));
    program.showStart();
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto start = std::find_if(windows.begin(), windows.end(),
                                    [](const QWidget *each) { return each->objectName() == "startWindow"_L1; });
    QVERIFY(start != windows.end());
    const QAbstractItemModel *list = (*start)->findChild<QListView *>(u"startRecent"_s)->model();
    QTRY_COMPARE(list->rowCount(), 1);
    const auto life = [&] { return list->index(0, 0).data(models::start::RecentLife).toInt(); };
    QCOMPARE(life(), int(models::start::RecentState::Open));
    // In its own window, while the list is in sight.
    auto *field = filledWindow(program)->window().findChild<QPlainTextEdit *>(u"entry.field"_s);
    QTest::keyClicks(field, u"/withdraw a test"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(life(), int(models::start::RecentState::Withdrawn));
    // By another program: who comes back to the window sees it.
    store::IncidentSummary summary;
    {
        const auto known = store::IncidentRegister::open(program.settings().dataDir + u"/register.sqlite"_s, domain::Instant{1});
        QVERIFY(known);
        summary = known.value()->incidents().value().first();
        summary.title = u"Renamed elsewhere"_s;
        QVERIFY(known.value()->remember(summary));
    }
    QEvent comesBack(QEvent::WindowActivate);
    QApplication::sendEvent(*start, &comesBack);
    QTRY_COMPARE(list->index(0, 0).data().toString(), u"Renamed elsewhere"_s);
    program.quit();
}

// For a layout that cannot be worked with; what was typed is offered all the same.
void TestWindowProgram::safeModeBeginsWithTheDefaultLayout()
{
    const auto options = window::readWindowOptions({u"--safe-mode"_s});
    QVERIFY(std::get<window::WindowOptions>(options).safeMode);
    const MadeFile file;
    const Home home;
    const auto open = [&](bool safe, const std::function<void(window::IncidentWindow &)> &look) {
        window::WindowOptions wanted;
        wanted.safeMode = safe;
        window::WindowProgram program(wanted, window::TestHooks());
        program.open(file.path());
        QTRY_VERIFY(filledWindow(program));
        look(*filledWindow(program));
        program.quit();
    };
    const auto areaOf = [](window::IncidentWindow &incident) { return incident.window().docks().place(u"roles"_s).area; };
    const auto lineOf = [](window::IncidentWindow &incident) {
        return incident.window().findChild<QPlainTextEdit *>(u"entry.field"_s);
    };
    open(false, [&](auto &incident) {
        QCOMPARE(areaOf(incident), views::PanelArea::Left);
        incident.window().docks().move(u"roles"_s, views::PanelArea::Right);
        QTest::keyClicks(lineOf(incident), u"half a line"_s);
    });
    open(false, [&](auto &incident) { QCOMPARE(areaOf(incident), views::PanelArea::Right); });
    open(true, [&](auto &incident) {
        QCOMPARE(areaOf(incident), views::PanelArea::Left);
        QTRY_COMPARE(lineOf(incident)->toPlainText(), u"half a line"_s);
    });
}

// From an incident and from the start window, by the word that somebody in a dark room types.
void TestWindowProgram::darkLeadsToTheLookInTheSettings()
{
    const MadeFile file;
    const Home home;
    window::WindowProgram program({}, window::TestHooks());
    program.open(file.path());
    QTRY_VERIFY(filledWindow(program));
    QWidget *incident = &filledWindow(program)->window();
    QVERIFY(QTest::qWaitForWindowActive(incident));
    const auto nameOf = [](const QWidget *widget) { return widget ? widget->objectName() : QString(); };
    for (const bool start : {false, true}) {
        if (start) {
            program.showStart();
            QTRY_COMPARE(nameOf(QApplication::activeWindow()), u"startWindow"_s);
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(nameOf(QApplication::focusWidget()), u"paletteField"_s);
        typeText(u"dark"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(nameOf(QApplication::activeWindow()), u"settingsDialog"_s);
        QTRY_COMPARE(nameOf(QApplication::focusWidget()), u"settingsColours"_s);
        QVERIFY(QApplication::focusWidget()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(nameOf(QApplication::activeWindow()) != u"settingsDialog"_s);
    }
    program.quit();
}

void TestWindowProgram::inADrillNoSourceOfTheSettingsIsAsked()
{
    const MadeFile file;
    const Home home;
    window::WindowProgram program({}, window::TestHooks());
    program.preferences().change([](models::Preferences &preferences) {
        preferences.monitoring.sources = {
            {u"shop"_s, models::MonitoringSource::Kind::Prometheus, u"http://127.0.0.1:1"_s, {}, {}, {}, {}}};
    });
    const auto shelfOf = [](window::IncidentWindow &incident) { return incident.window().findChild<window::SeriesShelf *>(); };
    program.open(file.path());
    QTRY_VERIFY(filledWindow(program));
    QVERIFY(shelfOf(*filledWindow(program))->find(u"shop"_s));
    program.startDrill(u"demo"_s);
    QTRY_VERIFY(program.windows().size() == 2 && program.windows().last()->isFilled());
    auto &drill = *program.windows().last();
    QVERIFY(drill.incident().state().drill);
    QTRY_COMPARE(shelfOf(drill)->sources().size(), size_t(1)); // its own
    QVERIFY(!shelfOf(drill)->find(u"shop"_s));
    program.quit();
}

// From the source of the settings over the inbox of one incident and the start window into the record of another, by keys.
void TestWindowProgram::anIncidentIsDeclaredFromAnAlert()
{
    FakeHttp alertmanager;
    alertmanager.setReplies({good(
        R"([{"fingerprint":"f1f1f1f1f1f1f1f1","labels":{"alertname":"DiskFull","service":"archive"},)"
        R"("annotations":{"summary":"93 % of the disk is used"},"startsAt":"2026-03-02T09:50:00Z","endsAt":"2099-01-01T00:00:00Z",)"
        R"("updatedAt":"2026-03-02T09:50:00Z","generatorURL":"","receivers":[{"name":"x"}],)"
        R"("status":{"state":"active","silencedBy":[],"inhibitedBy":[]}}])")});
    const MadeFile file;
    const Home home;
    window::WindowProgram program({}, window::TestHooks());
    program.preferences().change([&](models::Preferences &preferences) {
        preferences.monitoring.sources = {
            {u"alerts"_s, models::MonitoringSource::Kind::Alertmanager, alertmanager.address().toString(), {}, {}, {}, {}}};
    });
    program.open(file.path());
    QTRY_VERIFY(filledWindow(program));
    auto &first = *filledWindow(program);
    QVERIFY(QTest::qWaitForWindowActive(&first.window()));
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"F12"_s));
    auto *list = first.window().findChild<QListView *>(u"inboxList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(QApplication::focusWidget(), list);
    QTest::keyClick(list, Qt::Key_D);
    QTRY_COMPARE(QApplication::activeWindow()->objectName(), u"startWindow"_s);
    QWidget *start = QApplication::activeWindow();
    auto *impact = start->findChild<QCheckBox *>(u"startImpact"_s);
    QTRY_VERIFY(impact->isVisible());
    QVERIFY2(impact->text().contains(u"when the alert fired"_s), qPrintable(impact->text()));
    QVERIFY(!impact->isChecked()); // offered, and for a person to say
    const QString title = start->findChild<QLineEdit *>(u"startTitle"_s)->text();
    QVERIFY2(title.contains(u"93 % of the disk is used"_s), qPrintable(title));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), impact);
    QTest::keyClick(impact, Qt::Key_Space);
    start->findChild<QLineEdit *>(u"startTitle"_s)->setFocus();
    for (int i = 0; i < 20 && program.windows().size() < 2; ++i) { // through what the process asks for
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(program.windows().size() == 2 && program.windows().last()->isFilled());
    const domain::IncidentState &state = program.windows().last()->incident().state();
    const domain::Instant fired = *domain::Instant::fromRfc3339(u"2026-03-02T09:50:00Z"_s);
    QCOMPARE(state.title, title);
    QCOMPARE(state.alerts.size(), 1);
    QCOMPARE(state.alerts.first().fingerprint, u"f1f1f1f1f1f1f1f1"_s);
    QCOMPARE(state.alerts.first().firedAt, fired);
    QCOMPARE(state.impactStart, fired);
    QVERIFY(first.incident().state().alerts.isEmpty()); // it is not of the incident it was seen in
    QVERIFY(!state.impactStart.isSet() || state.declaredAt > fired);
    program.quit();
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    TestWindowProgram test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowprogram.moc"
