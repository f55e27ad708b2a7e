// SPDX-License-Identifier: GPL-3.0-or-later
#include "otherwindows.h"

#include "actions/actionregistry.h"
#include "livewindow.h"
#include "processlibrary.h"
#include "settings/settingsdialog.h"
#include "shell/keysheet.h"
#include "shell/mainwindow.h"
#include "shell/screenroom.h"
#include "start/drillsmodel.h"
#include "start/hitsmodel.h"
#include "start/recentmodel.h"
#include "start/startwindow.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QScreen>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::test {

namespace {

using Look = std::function<void(QWidget &window, const QString &where)>;

QScreen *screenOf(const QString &name)
{
    for (QScreen *one : QGuiApplication::screens()) {
        if (one->name() == name)
            return one;
    }
    qFatal("there is no screen %s", qPrintable(name));
}

/// As a window manager places it: on that screen, and as large as it wants to be.
void bringUp(QWidget &window, const QString &screen)
{
    window.setScreen(screenOf(screen));
    window.setGeometry(QRect(views::screenRoom(*window.screen(), window).topLeft(), window.sizeHint()));
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window, 20000))
        qFatal("%s does not come up", qPrintable(window.objectName()));
    QCoreApplication::sendPostedEvents();
}

/// The start window with everything it needs.
class Start
{
public:
    Start(views::Theme &theme, const OtherWindows &what) : m_what(what)
    {
        m_window = std::make_unique<views::StartWindow>(theme, m_times, m_clock,
                                                        views::StartModels{&m_recent, &m_hits, &m_drills});
        m_window->setIncidentFolder(u"/[/]"_s);
        const process::ProcessLibrary library(what.configDir);
        for (const auto &entry : library.entries()) {
            if (entry.process && !entry.replaced && (what.process.isEmpty() || what.process == entry.id))
                m_processes.append(*entry.process);
        }
        if (m_processes.isEmpty())
            qFatal("there is no process for the start window");
        m_window->setProcesses(m_processes, m_processes.first().id);
        bringUp(*m_window, what.screen);
    }

    void walk(const Look &look)
    {
        see(look, u"nothing known"_s);
        fill();
        for (const Process &process : std::as_const(m_processes)) {
            m_window->setProcesses(m_processes, process.id);
            see(look, process.id);
        }
        m_window->tell(problem(Problem::Kind::Damaged));
        m_window->refused(problem(Problem::Kind::Io));
        see(look, u"a file that cannot be written"_s);
        m_window->refused(problem(Problem::Kind::Refused));
        see(look, u"a refusal"_s);
        m_window->findChild<QLineEdit *>(u"startSearch"_s)->setText(m_what.words);
        m_window->showHits(m_what.words, {.cut = true, .unread = 2});
        see(look, u"search"_s);
        m_hits.setHits({});
        m_window->showHits(m_what.words);
        see(look, u"nothing found"_s);
        m_window->findChild<QLineEdit *>(u"startSearch"_s)->clear();
        m_window->showFirstRun(m_what.words);
        for (int step = 1; step <= 3; ++step) {
            see(look, u"first run, step %1"_s.arg(step));
            m_window->findChild<QWidget *>(u"firstRunNext"_s)->setFocus();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        }
    }

private:
    [[nodiscard]] Problem problem(Problem::Kind kind) const { return {kind, u"test"_s, m_what.words, {}, {}, {}}; }

    void fill()
    {
        using models::start::RecentState;
        const Instant now = m_clock.now();
        const auto ago = [now](int hours) { return now - Span::hours(hours); };
        m_recent.setIncidents(
            {{u"/srv/a.fireline"_s, m_what.words, u"RED"_s, 1, m_what.words, RecentState::Open, ago(1), false, {}, {}},
             {u"/srv/b.fireline"_s, m_what.words, {}, 0, {}, RecentState::Resolved, ago(30), true, {}, {}},
             {u"/srv/c.fireline"_s, m_what.words, u"AMB"_s, 3, {}, RecentState::Closed, ago(900), false, m_what.words, {}}});
        m_hits.setHits({{u"/srv/a.fireline"_s, m_what.words, m_what.words, ago(2), u"1"_s},
                        {u"/srv/b.fireline"_s, m_what.words, {}, ago(40), {}}});
        m_drills.setDrills({{u"guided"_s, m_what.words, m_what.words, Span::minutes(5), {}, true},
                            {u"long"_s, m_what.words, m_what.words, Span::minutes(90), {}, false},
                            {u"torn"_s, m_what.words, m_what.words, Span::minutes(9), m_what.words, false}});
    }

    void see(const Look &look, const QString &state)
    {
        QCoreApplication::sendPostedEvents();
        for (QAbstractItemView *list : m_window->findChildren<QAbstractItemView *>()) {
            if (list->isVisible() && list->model() && list->model()->rowCount() > 0)
                list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
        }
        m_window->findChild<QWidget *>(u"startTitle"_s)->setFocus();
        QCoreApplication::sendPostedEvents();
        look(*m_window, u"start, "_s + state);
    }

    OtherWindows m_what;
    SimulatedClock m_clock{*Instant::fromRfc3339(u"2026-03-02T10:00:00Z"_s)};
    views::TimeDisplay m_times;
    models::RecentModel m_recent;
    models::HitsModel m_hits;
    models::DrillsModel m_drills;
    QList<Process> m_processes;
    std::unique_ptr<views::StartWindow> m_window;
};

void walkSettings(views::Theme &theme, views::ActionRegistry &actions, const OtherWindows &what, const Look &look)
{
    views::SettingsDialog dialog(actions, theme, {{{u"pseudo"_s, what.words}}, {{u"xx"_s, what.words}}});
    models::Preferences preferences;
    preferences.name = what.words;
    preferences.textSize = theme.textSize();
    dialog.setPreferences(preferences);
    bringUp(dialog, what.screen);
    auto *pages = dialog.findChild<QTabBar *>(u"settingsTabs"_s);
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        pages->setFocus();
        QCoreApplication::sendPostedEvents();
        look(dialog, u"settings, page %1"_s.arg(page + 1));
    }
    dialog.refused({Problem::Kind::Io, u"test"_s, what.words, {}, {}, {}});
    QCoreApplication::sendPostedEvents();
    look(dialog, u"settings that cannot be kept"_s);
}

void walkKeys(LiveWindow &live, const OtherWindows &what, const Look &look)
{
    live.window()->activateWindow();
    live.incident().window().actions().action(u"help.keys"_s)->trigger();
    auto *sheet = live.window()->findChild<views::KeySheet *>();
    if (!sheet)
        qFatal("F1 shows no keys");
    bringUp(*sheet, what.screen);
    look(*sheet, u"keys"_s);
    sheet->close();
}

} // namespace

void forEachOtherWindow(views::Theme &theme, LiveWindow &live, const OtherWindows &what, const Look &look)
{
    Start(theme, what).walk(look);
    walkSettings(theme, live.incident().window().actions(), what, look);
    walkKeys(live, what, look);
}

} // namespace fireline::test
