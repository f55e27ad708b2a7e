// SPDX-License-Identifier: GPL-3.0-or-later
#include "startdesk.h"

#include "actions/actionregistry.h"
#include "alertsources.h"
#include "backendshelf.h"
#include "preferencesdesk.h"
#include "start/startwindow.h"
#include "takeanswer.h"
#include "windowprogram.h"

#include <QAction>
#include <QEvent>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using models::DrillOffer;
using models::RecentIncident;
using views::StartWindow;

StartDesk::StartDesk(WindowProgram &program)
    : m_program(program)
    , m_backend(std::make_unique<BackendShelf>(program.settings().dataDir + u"/incidents"_s, program.settings().profile))
    , m_window(std::make_unique<StartWindow>(program.theme(), m_times, program.clock(),
                                             views::StartModels{&m_recent, &m_hits, &m_drills, &m_firing}))
    , m_actions(new views::ActionRegistry(m_window.get()))
{
    const auto &preferences = program.preferences().preferences();
    m_window->resize(m_window->sizeHint());
    m_window->setIncidentFolder(program.settings().dataDir + u"/incidents"_s);
    QList<Process> processes;
    for (const auto &entry : program.processes().entries()) {
        if (entry.process && !entry.replaced)
            processes.append(*entry.process);
    }
    m_window->setProcesses(processes, preferences.process);
    m_window->setRememberedFields(preferences.answers);
    m_window->addActions(*m_actions);
    program.preferences().follow(*m_actions);
    fillDrills();
    connectWindow();
    connectFirstRun();
    if (!preferences.firstRunDone)
        m_window->showFirstRun(preferences.name);
}

StartDesk::~StartDesk() = default;

bool StartDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window.get() && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        m_program.alerts().want(this, event->type() == QEvent::Show);
    if (watched == m_window.get() && event->type() == QEvent::WindowActivate)
        fill();
    return QObject::eventFilter(watched, event);
}

void StartDesk::connectWindow()
{
    StartWindow *window = m_window.get();
    window->installEventFilter(this);
    connect(&m_program.shelf(), &IncidentShelf::changed, this, [this] {
        if (m_window->isVisible())
            fill();
    });
    connect(window, &StartWindow::declareRequested, &m_program, &WindowProgram::declare);
    connect(window, &StartWindow::openRequested, &m_program, [this](const QString &path) { open(path); });
    connect(window, &StartWindow::hitRequested, &m_program,
            [this](const QString &path, const QString &event) { m_program.open(path, false, event); });
    connect(window, &StartWindow::drillRequested, &m_program, &WindowProgram::startDrill);
    connect(window, &StartWindow::importRequested, &m_program, &WindowProgram::importRecord);
    connect(window, &StartWindow::quitRequested, &m_program, &WindowProgram::quit);
    connect(m_backend.get(), &BackendShelf::changed, this, &StartDesk::showIncidents);
    connect(m_backend.get(), &BackendShelf::fetched, &m_program, [this](const QString &path) { m_program.open(path); });
    connect(m_backend.get(), &BackendShelf::problemOccurred, this, &StartDesk::tell);
    connect(m_backend.get(), &BackendShelf::problemOver, window, &StartWindow::tellNoMore);
    for (const auto &signal : {&PreferencesDesk::backendChosen, &PreferencesDesk::passwordGiven})
        connect(&m_program.preferences(), signal, this, &StartDesk::watchBackend);
    connect(window, &StartWindow::searchRequested, this, &StartDesk::search);
    const auto showAlerts = [this] {
        m_firing.setReadings(m_program.alerts().readings());
        m_window->setAlertSources(m_program.alerts().readings());
    };
    connect(&m_program.alerts(), &AlertSources::changed, this, showAlerts);
    showAlerts();
    connect(window, &StartWindow::alertChosen, this, [this](const QModelIndex &alert) {
        if (const auto offered = m_firing.offerOf(alert))
            offer(*offered);
    });
    connect(window, &StartWindow::forgetRequested, this,
            [this](const QString &path) { takeAnswer(this, m_program.shelf().forget(path), [this] { fill(); }); });
}

void StartDesk::open(const QString &path)
{
    const bool isHere = std::any_of(m_known.begin(), m_known.end(),
                                    [&path](const RecentIncident &one) { return one.path == path && one.missing.isEmpty(); });
    if (!isHere && m_backend->isThere(path))
        m_backend->fetch(path);
    else
        m_program.open(path);
}

void StartDesk::showIncidents()
{
    QSet<QString> known;
    for (const RecentIncident &incident : std::as_const(m_known)) {
        if (incident.missing.isEmpty())
            known.insert(incident.incident);
    }
    m_recent.setIncidents(m_backend->rows(known) + m_known);
}

void StartDesk::connectFirstRun()
{
    StartWindow *window = m_window.get();
    PreferencesDesk *desk = &m_program.preferences();
    connect(window, &StartWindow::settingsRequested, desk, [this, desk] { desk->showDialog(*m_actions); });
    connect(window, &StartWindow::lookRequested, desk, [this, desk] { desk->showLook(*m_actions); });
    connect(window, &StartWindow::nameChosen, desk,
            [desk](const QString &name) { desk->change([&](models::Preferences &preferences) { preferences.name = name; }); });
    connect(window, &StartWindow::lookChosen, desk, &PreferencesDesk::takeLook);
    connect(window, &StartWindow::soundTestRequested, desk, &PreferencesDesk::soundTestRequested);
    connect(window, &StartWindow::firstRunDone, desk,
            [desk] { desk->change([](models::Preferences &preferences) { preferences.firstRunDone = true; }); });
}

void StartDesk::show()
{
    fill();
    // The keyboard is still where the last incident was declared: what is typed next is the name of another one.
    if (!m_window->isVisible())
        m_actions->action(u"start.newIncident"_s)->trigger();
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    watchBackend();
}

// Whoever hid the window while the password store was asked wants no list; an answer for another address is none.
void StartDesk::watchBackend()
{
    if (!m_window->isVisible())
        return;
    const QString address = m_program.preferences().preferences().backend;
    m_program.preferences().passwords().read(address, this, [this, address](const QString &password) {
        if (m_window->isVisible() && address == m_program.preferences().preferences().backend)
            m_backend->watch(address, password);
    });
}

void StartDesk::hide()
{
    m_backend->watch({});
    m_window->hide();
}

void StartDesk::chooseDrill()
{
    m_actions->action(u"start.drills"_s)->trigger();
}

void StartDesk::fill()
{
    takeAnswer(this, m_program.shelf().recent(), [this](const QList<RecentIncident> &incidents) {
        m_known = incidents;
        showIncidents();
    });
}

void StartDesk::fillDrills()
{
    QList<DrillOffer> offers;
    for (const auto &info : m_program.drills().list()) {
        DrillOffer offer{
            info.id,    info.title, info.process, info.length, info.usable() ? QString() : info.findings.value(0).toText(),
            info.guided};
        for (const auto &entry : m_program.processes().entries()) {
            if (entry.id == info.process && entry.process)
                offer.process = entry.process->title;
        }
        offers.append(offer);
    }
    m_drills.setDrills(offers);
}

void StartDesk::search(const QString &words)
{
    if (words.isEmpty()) {
        m_program.shelf().abandonSearch();
        m_hits.setHits({});
        return;
    }
    takeAnswer(this, m_program.shelf().search(words), [this, words](const models::SearchAnswer &answer) {
        if (answer.abandoned || !m_window->isSearching(words))
            return;
        m_hits.setHits(answer.hits);
        m_window->showHits(words, {answer.cut, answer.unread});
    });
}

void StartDesk::offer(const models::DeclarationOffer &offer)
{
    m_offer = offer;
    show();
    m_window->offer(offer);
}

QList<Command> StartDesk::behind(const models::DeclareRequest &request) const
{
    if (!request.fromAlert)
        return {};
    QList<Command> commands = m_offer.links;
    if (request.impactBegan)
        commands.append({Verb::Impact, {}, {}, {{u"id"_s, u"start"_s}, {u"timeUs"_s, m_offer.impactStart.us}}});
    return commands;
}

void StartDesk::refused(const Problem &problem)
{
    m_window->refused(problem);
}

void StartDesk::declared()
{
    m_window->declared();
}

void StartDesk::tell(const Problem &problem)
{
    m_window->tell(problem);
}

} // namespace fireline::window
