// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentwindow.h"

#include "actions/actionregistry.h"
#include "alerts/latestalert.h"
#include "alerts/soundbutton.h"
#include "checklist/nextstep.h"
#include "commanddesk.h"
#include "draftkeeper.h"
#include "drilldesk.h"
#include "entry/quickentry.h"
#include "entry/statecontext.h"
#include "entry/staterefs.h"
#include "fileinstance.h"
#include "guidedesk.h"
#include "log/logpanel.h"
#include "logdesk.h"
#include "paneldrafts.h"
#include "panellist.h"
#include "perspectivedesk.h"
#include "playbookdesk.h"
#include "recordguard.h"
#include "recordreader.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "snippetfile.h"
#include "strip/strip.h"
#include "takeanswer.h"
#include "theme/theme.h"
#include "timeline/timelinefilter.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelinepanel.h"
#include "windowalarms.h"
#include "windowdrill.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using views::Message;

namespace {

constexpr auto searchPause = std::chrono::milliseconds(150);

} // namespace

void IncidentWindow::buildPanels()
{
    m_window->addPanels(makePanels(
        {*m_incident, m_shared.theme, m_times, m_window->actions(), *m_desk, *m_panelDrafts, m_shared.preferences,
         [this](const QString &line) { prepareEntry(line); }, [this](const QString &word) { m_entry->insertWord(word); },
         m_window.get(), *m_reader, [this](const QString &eventId) { goTo(eventId); },
         [this](bool on) {
             m_clocksApart = on;
             tickWhileSeen();
         },
         m_shared.settings.configDir,
         [this](const QList<ListRule> &lists) {
             if (!knowsLists(m_incident->process(), lists))
                 m_incident->setPlaybooks([lists](Process process) { return process::withLists(std::move(process), lists); });
         },
         *m_timeline, m_shared.safeMode ? QString() : m_shared.stateDir, m_shared.files}));
    if (auto *log = m_window->findChild<views::LogPanel *>())
        new LogDesk(*log, *m_guard, *m_window, m_incident->path(), m_window.get());
    buildPalette();
    if (m_incident->process().status == ProcessStatus::Draft)
        m_window->messages().show(
            {Message::Kind::Info,
             tr("The process “%1” is a draft. What it asks for may still change.").arg(m_incident->process().title)});
}

void IncidentWindow::followDrill(WindowDrill &drill)
{
    if (auto *desk = m_window->findChild<DrillDesk *>())
        desk->follow(drill);
    connect(&drill, &WindowDrill::notRecorded, m_desk.get(), &CommandDesk::notRecorded);
    connect(&drill, &WindowDrill::ended, m_alarms.get(), [this](const drill::DrillResult &result) {
        if (result.problem && result.problem->code == "stopped"_L1)
            m_alarms->alarms().drillStopped();
    });
    if (!drill.isGuided())
        return;
    const QString kept = m_shared.safeMode ? QString() : m_shared.stateDir;
    const auto *guide = new GuideDesk({*m_incident, m_shared.theme, m_window->actions(), m_window->messages(), *m_entry,
                                       m_shared.files, kept, m_look.guideHidden},
                                      drill, m_window.get());
    connect(guide, &GuideDesk::drillsRequested, this, &IncidentWindow::drillsRequested);
}

void IncidentWindow::connectTimeline()
{
    using views::TimelinePanel;
    connect(m_timeline, &TimelinePanel::commandRequested, m_desk.get(), &CommandDesk::submit);
    connect(m_timeline, &TimelinePanel::entryRequested, this, &IncidentWindow::prepareEntry);
    connect(m_timeline, &TimelinePanel::asOfChanged, this, [this](Instant at) {
        m_viewing = at;
        m_strip->setViewing(at);
        showWritable();
    });
    connect(m_strip, &views::Strip::presentRequested, m_timeline, &TimelinePanel::returnToNow);
    connect(m_timeline, &TimelinePanel::searchRequested, this, [this](const QString &words) {
        m_searched = words;
        m_searchLater.start();
    });
    m_searchLater.setSingleShot(true);
    m_searchLater.setInterval(searchPause);
    connect(&m_searchLater, &QTimer::timeout, this, [this] {
        takeAnswer(this, m_reader->search(m_searched), [this, words = m_searched](const QStringList &hits) {
            if (words == m_searched)
                m_timeline->showHits(hits);
        });
    });
    connect(m_timeline, &TimelinePanel::versionsRequested, this, [this](const QString &id, const QStringList &events) {
        takeAnswer(this, m_reader->events(events),
                   [this, id](const QList<Event> &found) { m_timeline->showVersions(id, found); });
    });
    connect(m_reader.get(), &RecordReader::problemOccurred, m_desk.get(), &CommandDesk::tell);
}

void IncidentWindow::buildAlarms()
{
    const bool told = !m_incident->saveStatus().readOnly;
    const PreferencesDesk &preferences = m_shared.preferences;
    m_alarms = std::make_unique<WindowAlarms>(
        *m_incident, m_shared.ears, m_shared.theme, m_times,
        [told, &preferences](models::Reach way) { return told && preferences.preferences().reaches(way); });
    m_window->setStatusWidgets(m_alarms->latestAlert(), m_alarms->soundButton());
    m_alarms->addActions(m_window->actions());
    connect(m_alarms.get(), &WindowAlarms::commandRequested, m_desk.get(), &CommandDesk::submit);
    connect(m_alarms.get(), &WindowAlarms::noteRequested, m_desk.get(), &CommandDesk::note);
    connect(m_alarms.get(), &WindowAlarms::entryRequested, this, [this](const QString &line) { prepareEntry(line); });
    connect(m_alarms.get(), &WindowAlarms::showRequested, this, &IncidentWindow::raise);
    connect(m_alarms.get(), &WindowAlarms::attentionWanted, this, [this] {
        if (m_shared.preferences.preferences().reaches({Attention::Level::Command, models::Channel::Attention}))
            QApplication::alert(m_window.get());
    });
    connect(m_alarms.get(), &WindowAlarms::unavailable, this, [this] {
        m_window->messages().show(
            {Message::Kind::Info, tr("This desktop shows no notices. Alarms are told in this window alone.")});
    });
}

void IncidentWindow::connectEntry()
{
    using views::QuickEntry;
    m_entry->setLastOwn([this] { return lastEntryOf(m_incident->state(), m_incident->profile()); });
    connect(m_entry, &QuickEntry::commandRequested, this, [this](const Command &command) {
        m_entering = m_entry->current();
        const auto done = m_desk->submitQuietly(command);
        m_entering = {};
        done ? m_entry->accepted() : m_entry->refused(done.problem());
    });
    if (m_look.snippets) {
        m_entry->setSnippets(m_look.snippets->snippets());
        if (const QString fault = m_look.snippets->fault(); !fault.isEmpty())
            m_window->messages().show({Message::Kind::Warning, fault});
    }
    m_desk->setDone([this](const Command &command, const QList<Event> &events) { keepSent(command, events); });
    connect(m_entry, &QuickEntry::draftChanged, this, [this](const QString &line) {
        // A line that became an entry is kept until that entry is on the disk.
        m_draftDone = line.isEmpty() && m_incident->saveStatus().saving > 0;
        if (!m_draftDone)
            keepDrafts();
    });
}

void IncidentWindow::connectIncident()
{
    IncidentController *incident = m_incident.get();
    connect(incident, &IncidentController::applied, this, [this] {
        showTitle();
        m_window->actions().refreshLater();
    });
    connect(incident, &IncidentController::ticked, this, [this] { m_window->tick(m_incident->now()); });
    connect(m_desk.get(), &CommandDesk::rested, this, &IncidentWindow::settled);
    connect(incident, &IncidentController::savedChanged, this, [this](const QStringList &ids) {
        m_shared.hooks.shown(*m_incident, ids);
        forgetSent();
    });
    connect(incident, &IncidentController::timeJumped, this, [this](Span by) {
        const QString length = toShortText(by.us < 0 ? -by : by);
        // From the new time on: it would be as old as the jump is long, and go at once.
        m_window->tick(m_incident->now());
        m_window->messages().show(
            {Message::Kind::Info,
             by.us > 0 ? tr("This computer slept or its clock moved on by %1. All times are right again.").arg(length)
                       : tr("This computer's clock was set back by %1. New entries get the new time.").arg(length)});
    });
    connect(m_instance, &FileInstance::raiseRequested, this, &IncidentWindow::raise);
    if (!m_incident->saveStatus().readOnly)
        m_instance->listen(m_incident->path());
}

void IncidentWindow::showTitle()
{
    const auto &state = m_incident->state();
    // A level that is a bare number says nothing in a list of windows.
    const bool isNumber = QRegularExpression(u"^\\d+$"_s).match(state.severity).hasMatch();
    m_window->setIncidentTitle(isNumber ? tr("SEV %1").arg(state.severity) : state.severity, state.title, state.drill);
    m_alarms->setIncident(state.drill ? tr("[DRILL] %1").arg(state.title) : state.title,
                          state.isPrivate || m_shared.preferences.preferences().hideDetails);
    const bool works = state.open() && !state.resolvedAt.isSet() && !state.drill && !m_incident->saveStatus().readOnly;
    m_shared.awake.want(this, works);
}

/// Where quick entry is out of sight, a line put into it would be lost to who asked for it.
void IncidentWindow::prepareEntry(const QString &line)
{
    if (m_window->actions().isReadOnly())
        m_window->messages().show({Message::Kind::Info, m_window->actions().readOnlyReason(), {}, {}, u"whyNot"_s});
    else
        m_entry->prepare(line);
}

void IncidentWindow::showWritable()
{
    QString reason;
    if (m_incident->saveStatus().readOnly) {
        const auto &why = m_incident->whyReadOnly();
        reason = why && why->kind == Problem::Kind::Locked
                     ? tr("Another program has this incident open. Nothing can be recorded here.")
                     : tr("This incident is open to look only. Nothing can be recorded here.");
        m_window->lockWriting(reason);
    } else if (m_viewing.isSet())
        reason = tr("You look at the past. Press Esc to come back and write.");
    m_entry->setReadOnlyReason(reason);
}

void IncidentWindow::raise()
{
    m_window->setWindowState((m_window->windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void IncidentWindow::goTo(const QString &eventId)
{
    if (!isFilled())
        m_goTo = eventId;
    else if (!eventId.isEmpty())
        m_timeline->goToEntry(eventId);
}

} // namespace fireline::window
