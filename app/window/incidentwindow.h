// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "consolesettings.h"
#include "incidentcontroller.h"
#include "incidentsources.h"
#include "preferencesdesk.h"
#include "testhooks.h"
#include "text/timedisplay.h"

#include <QObject>

#include <memory>

namespace fireline::models {
class TimelineFilter;
class TimelineModel;
} // namespace fireline::models

namespace fireline::views {
class MainWindow;
class QuickEntry;
class Strip;
class Theme;
class TimelinePanel;
} // namespace fireline::views

namespace fireline::window {

class CommandDesk;
class DraftKeeper;
class FileInstance;
class RecordReader;
class WindowAlarms;

/// What all windows of the program share. References outlive every window.
struct Shared
{
    views::Theme &theme;
    const PreferencesDesk &preferences;
    const session::ConsoleSettings &settings;
    const TestHooks &hooks;
    QString stateDir;      ///< drafts and layouts; empty: nothing is kept
    bool safeMode = false; ///< the default layout, whatever was kept
};

/// One incident on the screen: makes models and panels, and connects them with the controller. The only place that knows
/// both. GUI thread; owned by the program.
class IncidentWindow : public QObject
{
    Q_OBJECT
public:
    IncidentWindow(const Shared &shared, std::unique_ptr<IncidentSources> sources, session::OpenedIncident opened,
                   QObject *parent = nullptr);
    ~IncidentWindow() override;

    [[nodiscard]] views::MainWindow &window() { return *m_window; }
    [[nodiscard]] IncidentController &incident() { return *m_incident; }
    [[nodiscard]] const IncidentController &incident() const { return *m_incident; }
    [[nodiscard]] CommandDesk &desk() { return *m_desk; }
    [[nodiscard]] IncidentSources &sources() { return *m_sources; }
    void show();
    /// In front of the others, also when another process asks.
    void raise();
    /// Selects that entry in the timeline; nothing where the id is empty or unknown.
    void goTo(const QString &eventId);

signals:
    void closed();
    /// What the program does, not this window.
    void newRequested();
    void openRequested();
    void settingsRequested();
    void quitRequested();

private:
    void buildFrame();
    void buildCentre();
    void buildPanels();
    void buildAlarms();
    void connectTimeline();
    void connectEntry();
    void connectIncident();
    void addActions();
    void addFileActions();
    void addUndoActions();
    void showTitle();
    void showWritable();
    void answerSave();
    void keepLayout();
    void restoreLayout();
    void followPerspective();

    Shared m_shared;
    std::unique_ptr<IncidentSources> m_sources;
    views::TimeDisplay m_times;
    std::unique_ptr<IncidentController> m_incident;
    std::unique_ptr<RecordReader> m_reader;
    std::unique_ptr<models::TimelineModel> m_timelineModel;
    std::unique_ptr<models::TimelineFilter> m_timelineFilter;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<WindowAlarms> m_alarms;
    std::unique_ptr<views::MainWindow> m_window; ///< owns every widget below
    views::Strip *m_strip = nullptr;
    views::TimelinePanel *m_timeline = nullptr;
    views::QuickEntry *m_entry = nullptr;
    std::unique_ptr<CommandDesk> m_desk;
    FileInstance *m_instance;
    bool m_layoutKept = false;
    domain::Instant m_viewing; ///< the timeline shows the past; unset: the present
};

} // namespace fireline::window
