// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowprogram.h"

#include "alertsources.h"
#include "commanddesk.h"
#include "heldrecord.h"
#include "registerentry.h"
#include "shell/mainwindow.h"
#include "startdesk.h"
#include "statefolder.h"
#include "takeanswer.h"

#include <QApplication>
#include <QEvent>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using session::OpenedIncident;

namespace {

/// What stands in for a damaged file is nothing to come back to.
bool isBackup(const IncidentWindow &window)
{
    const auto &why = window.incident().whyReadOnly();
    return why && why->code != "not-verified"_L1 && why->kind == Problem::Kind::Damaged;
}

/// What is over is nothing to come back to: the next start begins with the start window, which has it among the recent ones.
bool isToComeBack(const IncidentWindow &window)
{
    const auto &state = window.incident().state();
    return state.open() && !state.drill && !isBackup(window);
}

/// What the list of incidents says of one, but for when it was changed last.
QStringList toldOf(const IncidentState &state)
{
    return {state.title,
            state.severity,
            state.phase,
            QString::number(state.resolvedAt.us),
            QString::number(state.closedAt.us),
            QString::number(state.withdrawnAt.us)};
}

/// Somebody uses a window; a shortcut is announced before it is carried out.
bool isUse(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::Wheel:
    case QEvent::Drop: return true;
    default: return false;
    }
}

std::unique_ptr<Clock> clockOf(const TestHooks &hooks)
{
    auto clock = hooks.clock();
    return clock ? std::move(clock) : std::make_unique<SystemClock>();
}

} // namespace

WindowProgram::WindowProgram(WindowOptions options, TestHooks hooks)
    : m_options(std::move(options))
    , m_hooks(std::move(hooks))
    , m_clock(clockOf(m_hooks))
    , m_settings(session::ConsoleSettings::read(m_options.config, m_ids, m_clock->now()))
    , m_processes(m_settings.configDir)
    , m_drills(m_settings.configDir,
               [this](const QString &id) -> const Process * {
                   if (const auto known = m_shelvedProcesses.find(id); known != m_shelvedProcesses.end())
                       return &known->second;
                   auto process = m_processes.process(id);
                   return process ? &m_shelvedProcesses.emplace(id, std::move(process).value()).first->second : nullptr;
               })
    , m_shelf(m_settings.dataDir)
    , m_player([] { QApplication::beep(); })
    , m_preferences(m_settings, m_processes, m_theme, m_clock->now())
    , m_alerts(std::make_unique<AlertSources>(m_preferences, std::make_unique<connectors::TimerDelay>(), *m_clock))
{
    m_theme.install(*qApp);
    if (m_hooks.timeStands())
        QApplication::setCursorFlashTime(0);
    connect(&m_preferences, &PreferencesDesk::problemOccurred, this, &WindowProgram::tell);
    connect(&m_preferences, &PreferencesDesk::soundTestRequested, this, [this] { m_player.sound(Attention::Level::Late); });
    connect(&m_preferences, &PreferencesDesk::changed, this, [this] {
        if (!m_preferences.preferences().name.isEmpty())
            m_settings.profile = m_preferences.preferences().name;
        m_awake.setAllowed(m_preferences.preferences().keepAwake);
    });
    m_awake.setAllowed(m_preferences.preferences().keepAwake);
    connect(&m_shelf, &IncidentShelf::problemOccurred, this, &WindowProgram::tell);
    connect(qApp, &QGuiApplication::commitDataRequest, this, &WindowProgram::endSession, Qt::DirectConnection);
    for (const StateFiles *files : {&m_files, &m_words})
        connect(files, &StateFiles::problemOccurred, this, &WindowProgram::tell);
}

WindowProgram::~WindowProgram()
{
    // Those on their way out as well: what they leave goes into files that live no longer than this.
    qDeleteAll(findChildren<IncidentWindow *>(QString(), Qt::FindDirectChildrenOnly));
}

void WindowProgram::start()
{
    m_awake.start();
    for (const QString &file : std::as_const(m_options.files))
        open(file);
    if (!m_options.drill.isEmpty())
        startDrill(m_options.drill);
    if (!m_options.files.isEmpty() || !m_options.drill.isEmpty())
        return;
    QStringList last;
    if (m_preferences.preferences().reopenLast && !m_options.safeMode)
        last = m_preferences.preferences().lastOpened;
    last.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    for (const QString &file : std::as_const(last))
        open(file);
    if (last.isEmpty())
        showStart();
}

std::shared_ptr<IncidentSources> WindowProgram::makeSources() const
{
    auto sources = std::make_shared<IncidentSources>();
    sources->clock = clockOf(m_hooks);
    sources->ids = std::make_unique<UuidV7Source>();
    return sources;
}

std::function<Process(Process)> WindowProgram::withPlaybooks() const
{
    return [library = m_processes](Process process) { return library.withPlaybooks(std::move(process)); };
}

void WindowProgram::showStart()
{
    if (!m_start)
        m_start = std::make_unique<StartDesk>(*this);
    for (IncidentWindow *window : std::as_const(m_windows)) {
        if (window->isFilled())
            remember(*window); // when it was changed last
    }
    m_start->show();
}

Shared WindowProgram::shared()
{
    return {m_theme,
            m_preferences,
            m_settings,
            m_hooks,
            m_ears,
            m_awake,
            m_files,
            m_words,
            session::stateFolder(),
            m_options.safeMode,
            m_alerts.get(),
            &m_shelf,
            [this](const models::DeclarationOffer &offer) {
                showStart();
                m_start->offer(offer);
            },
            [this](views::ActionRegistry &registry) { m_preferences.showSources(registry); }};
}

void WindowProgram::withLook(QObject *owner, const std::function<void(const KeptLook &)> &then)
{
    const QString folder = m_options.safeMode ? QString() : session::stateFolder();
    const std::function<KeptLook()> job = [folder, config = m_settings.configDir] { return readLook(folder, config); };
    takeAnswer(owner, m_files.later<KeptLook>(job), then);
}

void WindowProgram::show(std::shared_ptr<IncidentSources> sources, OpenedIncident opened,
                         const std::function<void(IncidentWindow *)> &then)
{
    auto held = std::make_shared<HeldRecord>(HeldRecord{std::move(sources), std::move(opened)});
    withLook(this, [this, held, then](const KeptLook &look) {
        auto *window = new IncidentWindow(shared(), held->sources, std::move(held->opened), look, {}, this);
        adopt(window);
        remember(*window);
        rememberChanges(*window);
        present(window);
        if (then)
            then(window);
    });
}

/// The start window goes only then: there is always one to be seen.
void WindowProgram::present(IncidentWindow *window)
{
    window->show();
    if (m_start)
        m_start->hide();
}

void WindowProgram::adopt(IncidentWindow *window)
{
    m_windows.append(window);
    rememberOpen();
    connect(window, &IncidentWindow::closed, this, [this, window] {
        if (window->isFilled())
            remember(*window);
        m_windows.removeOne(window);
        rememberOpen();
        window->deleteLater();
    });
    connect(window, &IncidentWindow::newRequested, this, &WindowProgram::showStart);
    connect(window, &IncidentWindow::openRequested, this, &WindowProgram::showStart);
    connect(window, &IncidentWindow::drillsRequested, this, [this] {
        showStart();
        m_start->chooseDrill();
    });
    connect(window, &IncidentWindow::fileRequested, this, [this](const QString &path) { open(path); });
    connect(window, &IncidentWindow::quitRequested, this, &WindowProgram::quit);
    connect(window, &IncidentWindow::settingsRequested, this,
            [this, window] { m_preferences.showDialog(window->window().actions()); });
    connect(window, &IncidentWindow::lookRequested, this, [this, window] { m_preferences.showLook(window->window().actions()); });
    m_preferences.follow(window->window().actions());
}

void WindowProgram::rememberAnswers(const models::DeclareRequest &request)
{
    m_preferences.change([&](models::Preferences &preferences) {
        preferences.process = request.processId;
        if (!request.fields.isEmpty())
            preferences.answers.insert(request.processId, request.fields);
    });
}

void WindowProgram::quit()
{
    m_quitting = true;
    QApplication::closeAllWindows();
    m_quitting = false; // a window that may not close keeps the program
}

void WindowProgram::endSession()
{
    rememberOpen();
    m_quitting = true; // the windows that are closed now are to come back
    for (IncidentWindow *window : std::as_const(m_windows))
        window->endSession();
    m_preferences.flush();
    qApp->installEventFilter(this);
}

bool WindowProgram::eventFilter(QObject *watched, QEvent *event)
{
    if (isUse(event->type())) {
        qApp->removeEventFilter(this);
        m_quitting = false;
        for (IncidentWindow *window : std::as_const(m_windows))
            window->goOn();
        rememberOpen();
    }
    return QObject::eventFilter(watched, event);
}

/// Known at each moment, so that a crash or a power cut brings the same windows back.
void WindowProgram::rememberOpen()
{
    if (m_quitting)
        return;
    QStringList open;
    for (const IncidentWindow *window : std::as_const(m_windows)) {
        if (!window->isFilled() || isToComeBack(*window))
            open.append(window->path());
    }
    m_preferences.change([&](models::Preferences &preferences) { preferences.lastOpened = open; });
}

void WindowProgram::remember(IncidentWindow &window)
{
    if (!m_preferences.preferences().keepRecent || isBackup(window))
        return;
    const auto &incident = window.incident();
    m_shelf.remember(session::summaryOf(incident.state(), incident.process(), incident.path(), incident.now()));
}

void WindowProgram::rememberChanges(IncidentWindow &window)
{
    IncidentController *incident = &window.incident();
    // One memory for both signals.
    const auto told = std::make_shared<QStringList>(toldOf(incident->state()));
    const auto look = [this, &window, incident, told] {
        if (const QStringList now = toldOf(incident->state()); std::exchange(*told, now) != now)
            remember(window);
    };
    connect(incident, &IncidentController::applied, this, look);
    connect(incident, &IncidentController::reset, this, look);
}

void WindowProgram::tell(const Problem &problem)
{
    if (m_windows.isEmpty()) {
        showStart();
        m_start->tell(problem);
        return;
    }
    m_windows.last()->tell(problem);
}

} // namespace fireline::window
