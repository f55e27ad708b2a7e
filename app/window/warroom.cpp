// SPDX-License-Identifier: GPL-3.0-or-later
#include "warroom.h"

#include "actions/actionregistry.h"
#include "alerts/latestalert.h"
#include "alerts/soundbutton.h"
#include "asidedesk.h"
#include "checklist/nextstep.h"
#include "commanddesk.h"
#include "contactsdesk.h"
#include "drilldesk.h"
#include "drillseries.h"
#include "entry/quickentry.h"
#include "guidedesk.h"
#include "incidentsharing.h"
#include "keptstate.h"
#include "monitoredseries.h"
#include "panellist.h"
#include "playbookdesk.h"
#include "recordguard.h"
#include "recordreader.h"
#include "roles/commandwatch.h"
#include "seriesshelf.h"
#include "shared.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/readingpage.h"
#include "strip/strip.h"
#include "stripdesk.h"
#include "takeanswer.h"
#include "theme/theme.h"
#include "timeline/timelinefilter.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelinepanel.h"
#include "windowalarms.h"
#include "windowdrill.h"

#include <QApplication>
#include <QBoxLayout>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using views::Message;

namespace {

constexpr auto searchPause = std::chrono::milliseconds(150);

bool leavePast(views::TimelinePanel &timeline)
{
    const bool past = timeline.isInPast();
    if (past)
        timeline.returnToNow();
    return past;
}

void playSeries(const drill::Scenario &scenario, SeriesShelf &series)
{
    if (scenario.metrics.file.isEmpty())
        return;
    const auto source = std::make_shared<DrillSeries>(scenario.metrics.file);
    QList<SeriesShelf::Graph> graphs;
    for (const drill::DrillGraph &each : scenario.metrics.graphs)
        graphs.append({source->id(), each.query, each.unit, each.threshold});
    series.setFirst(graphs);
    series.setSources({source});
}

/// A strip that has another name in it is not seen by who believes that they command.
void watchCommand(IncidentController &incident, views::MessageBar &messages, models::Alarms &alarms,
                  const std::function<void(const QString &)> &goTo)
{
    const auto *watch = new models::CommandWatch(incident, &messages);
    const QString id = u"commandTaken"_s;
    QObject::connect(watch, &models::CommandWatch::taken, &alarms, [&, goTo, id](const QString &text, const QString &entry) {
        messages.show({Message::Kind::Warning, text, {}, {{WarRoom::tr("Show the entry"), [goTo, entry] { goTo(entry); }}}, id});
        alarms.commandTaken(text);
    });
    QObject::connect(watch, &models::CommandWatch::settled, &alarms, [&, id] {
        messages.close(id);
        alarms.commandSettled();
    });
}

} // namespace

WarRoom::WarRoom(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_reader(std::make_unique<RecordReader>(parts.incident.path()))
    , m_timelineModel(std::make_unique<models::TimelineModel>(parts.incident))
    , m_timelineFilter(std::make_unique<models::TimelineFilter>(*m_timelineModel))
{
    m_parts.times.setNow(m_parts.incident.now());
    buildStrip();
    buildTimeline();
    buildPanels();
    buildAlarms();
    connectTimeline();
}

WarRoom::~WarRoom() = default;

void WarRoom::buildStrip()
{
    m_strip = new views::Strip(m_parts.incident, m_parts.shared.theme, m_parts.times);
    m_parts.window.setStrip(m_strip);
    m_next = new models::NextStep(m_parts.incident, &m_parts.window);
    connect(m_next, &models::NextStep::textChanged, &m_parts.window, &views::MainWindow::setNextStep);
    m_parts.window.setNextStep(m_next->text());
    connect(m_strip, &views::Strip::entryRequested, this, [this](const QString &line) { prepareEntry(line); });
    connectStrip(*m_strip, m_parts.window);
}

void WarRoom::buildTimeline()
{
    m_timeline = new views::TimelinePanel(*m_timelineFilter, m_parts.shared.theme, m_parts.times);
    QWidget *reading = m_parts.reading;
    delete reading->parentWidget()->layout()->replaceWidget(reading, m_timeline);
    delete std::exchange(m_parts.reading, nullptr);
    m_parts.window.setTimeline(m_timeline->list());
}

void WarRoom::buildPanels()
{
    m_contacts = new ContactsDesk(m_parts.shared.settings.configDir, &m_parts.window);
    m_series = new SeriesShelf(&m_parts.window);
    m_parts.window.addPanels(makePanels({m_parts.incident,
                                         m_parts.shared.theme,
                                         m_parts.times,
                                         m_parts.window.actions(),
                                         m_parts.desk,
                                         m_parts.drafts,
                                         m_parts.shared.preferences,
                                         [this](const QString &line) { prepareEntry(line); },
                                         [this](const QString &word) { prepareEntry(word, true); },
                                         &m_parts.window,
                                         *m_reader,
                                         [this](const QString &eventId) { goTo(eventId); },
                                         [this](bool on) {
                                             m_clocksApart = on;
                                             tickWhileSeen();
                                         },
                                         m_parts.shared.settings.configDir,
                                         [this](const QList<ListRule> &lists) {
                                             if (!knowsLists(m_parts.incident.process(), lists))
                                                 m_parts.incident.setPlaybooks([lists](Process process) {
                                                     return process::withLists(std::move(process), lists);
                                                 });
                                         },
                                         *m_timeline,
                                         m_parts.shared.safeMode ? QString() : m_parts.shared.stateDir,
                                         m_parts.shared.files,
                                         *m_contacts,
                                         m_parts.guard,
                                         m_parts.window,
                                         m_parts.incident.path(),
                                         *m_series,
                                         m_parts.shared.alerts,
                                         m_parts.shared.shelf,
                                         m_parts.shared.declare,
                                         [this] {
                                             if (m_parts.shared.showSources)
                                                 m_parts.shared.showSources(m_parts.window.actions());
                                         }}));
    // In a drill nobody outside is asked.
    if (!m_parts.incident.state().drill)
        new MonitoredShelf(m_parts.shared.preferences, *m_series, m_series);
    buildPalette();
    if (m_parts.incident.process().status == ProcessStatus::Draft)
        m_parts.window.messages().show(
            {Message::Kind::Info,
             tr("The process “%1” is a draft. What it asks for may still change.").arg(m_parts.incident.process().title)});
}

void WarRoom::followDrill(WindowDrill &drill)
{
    if (auto *desk = m_parts.window.findChild<DrillDesk *>())
        desk->follow(drill);
    playSeries(drill.scenario(), *m_series);
    connect(&drill, &WindowDrill::notRecorded, &m_parts.desk, &CommandDesk::notRecorded);
    connect(&drill, &WindowDrill::ended, m_alarms.get(), [this](const drill::DrillResult &result) {
        if (result.problem && result.problem->code == "stopped"_L1)
            m_alarms->alarms().drillStopped();
    });
    connect(&drill, &WindowDrill::ended, m_next, &models::NextStep::endDrill);
    if (!drill.isGuided())
        return;
    const QString kept = m_parts.shared.safeMode ? QString() : m_parts.shared.stateDir;
    const auto *guide = new GuideDesk({m_parts.incident, m_parts.shared.theme, m_parts.window.actions(),
                                       m_parts.window.messages(), m_parts.entry, m_parts.shared.files, kept,
                                       m_parts.look.guideHidden},
                                      drill, &m_parts.window);
    connect(guide, &GuideDesk::drillsRequested, this, &WarRoom::drillsRequested);
}

void WarRoom::connectTimeline()
{
    using views::TimelinePanel;
    connect(m_timeline, &TimelinePanel::commandRequested, &m_parts.desk, &CommandDesk::submit);
    connect(m_timeline, &TimelinePanel::entryRequested, this, [this](const QString &line) { prepareEntry(line); });
    connect(m_timeline, &TimelinePanel::asOfChanged, this, [this](Instant at) {
        m_viewing = at;
        m_strip->setViewing(at);
        showWritable();
    });
    connect(m_strip, &views::Strip::presentRequested, m_timeline, &TimelinePanel::returnToNow);
    m_parts.window.setEscape([this] { return leavePast(*m_timeline); });
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
    connect(m_reader.get(), &RecordReader::problemOccurred, &m_parts.desk, &CommandDesk::tell);
}

void WarRoom::buildAlarms()
{
    const bool told = !m_parts.incident.saveStatus().readOnly;
    const PreferencesDesk &preferences = m_parts.shared.preferences;
    m_alarms = std::make_unique<WindowAlarms>(
        m_parts.incident, m_parts.shared.ears, m_parts.shared.theme, m_parts.times,
        [told, &preferences](models::Reach way) { return told && preferences.preferences().reaches(way); });
    m_parts.window.setStatusWidgets(m_alarms->latestAlert(), m_alarms->soundButton());
    m_alarms->addActions(m_parts.window.actions());
    connect(m_alarms.get(), &WindowAlarms::noteRequested, &m_parts.desk, &CommandDesk::note);
    connect(m_alarms.get(), &WindowAlarms::entryRequested, this, [this](const QString &line) { prepareEntry(line); });
    connect(m_alarms.get(), &WindowAlarms::showRequested, this, &WarRoom::raiseRequested);
    connect(m_alarms.get(), &WindowAlarms::attentionWanted, this, [this] { QApplication::alert(&m_parts.window); });
    connect(m_alarms.get(), &WindowAlarms::unavailable, this, [this] {
        m_parts.window.messages().show(
            {Message::Kind::Info, tr("This desktop shows no notices. Alarms are told in this window alone.")});
    });
    watchCommand(m_parts.incident, m_parts.window.messages(), m_alarms->alarms(), [this](const QString &entry) { goTo(entry); });
}

void WarRoom::connectIncident()
{
    IncidentController *incident = &m_parts.incident;
    connect(incident, &IncidentController::rowsMoved, m_timelineModel.get(), &models::TimelineModel::rebase);
    connect(&incident->sharing(), &IncidentSharing::setAsideChanged, this,
            [this] { m_timelineModel->setRefused(refusedEntries(m_parts.incident)); });
    connect(incident, &IncidentController::applied, this, [this] {
        showTitle();
        m_parts.window.actions().refreshLater();
    });
    connect(incident, &IncidentController::ticked, this, [this] {
        m_parts.times.setNow(m_parts.incident.now());
        m_parts.window.tick(m_parts.incident.now());
    });
    connect(incident, &IncidentController::timeJumped, this, [this](Span by) {
        const QString length = toShortText(by.us < 0 ? -by : by);
        // From the new time on: it would be as old as the jump is long, and go at once.
        m_parts.window.tick(m_parts.incident.now());
        m_parts.window.messages().show(
            {Message::Kind::Info,
             by.us > 0 ? tr("This computer slept or its clock moved on by %1. All times are right again.").arg(length)
                       : tr("This computer's clock was set back by %1. New entries get the new time.").arg(length)});
    });
    connect(incident, &IncidentController::writingStopped, this, &WarRoom::showWritable);
    connect(&incident->sharing(), &IncidentSharing::stateChanged, this, &WarRoom::showWritable);
}

void WarRoom::showTitle()
{
    const auto &state = m_parts.incident.state();
    // A level that is a bare number says nothing in a list of windows.
    const bool isNumber = QRegularExpression(u"^\\d+$"_s).match(state.severity).hasMatch();
    m_parts.window.setIncidentTitle(isNumber ? tr("SEV %1").arg(state.severity) : state.severity, state.title, state.drill);
    m_alarms->setIncident(state.drill ? tr("[DRILL] %1").arg(state.title) : state.title,
                          state.isPrivate || m_parts.shared.preferences.preferences().hideDetails);
    const bool works = state.open() && !state.resolvedAt.isSet() && !state.drill && !m_parts.incident.saveStatus().readOnly;
    m_parts.shared.awake.want(this, works);
}

/// Where quick entry is out of sight, a line put into it would be lost to who asked for it. Who looks at the past and wants to
/// do something wants to do it now.
void WarRoom::prepareEntry(const QString &line, bool asWord)
{
    const views::ActionRegistry &actions = m_parts.window.actions();
    if (actions.isReadOnly()) {
        m_parts.window.messages().show({Message::Kind::Info, actions.readOnlyReason(), {}, {}, u"whyNot"_s});
        return;
    }
    if (leavePast(*m_timeline))
        m_parts.window.messages().show(
            {Message::Kind::Info, tr("The present is shown again: nothing can be recorded in the past."), {}, {}, u"past"_s});
    asWord ? m_parts.entry.insertWord(line) : m_parts.entry.prepare(line);
}

void WarRoom::showWritable()
{
    QString reason;
    if (m_parts.incident.saveStatus().readOnly) {
        const auto &why = m_parts.incident.whyReadOnly();
        reason = why && why->kind == Problem::Kind::Locked
                     ? tr("Another program has this incident open. Nothing can be recorded here.")
                     : tr("This incident is open to look only. Nothing can be recorded here.");
        m_parts.window.lockWriting(reason);
    } else {
        // Whoever runs the backend may let them write at any time: panels stay as they are, and what is pressed there is refused.
        reason = m_parts.incident.sharing().whyNothingIsTaken();
        m_parts.window.actions().lock(reason);
    }
    if (reason.isEmpty() && m_viewing.isSet())
        reason = tr("You look at the past. Press Esc to come back and write.");
    m_parts.entry.setReadOnlyReason(reason);
}

void WarRoom::goTo(const QString &eventId)
{
    if (!eventId.isEmpty())
        m_timeline->goToEntry(eventId);
}

} // namespace fireline::window
