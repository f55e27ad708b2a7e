// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace fireline::models {
class NextStep;
class TimelineFilter;
class TimelineModel;
} // namespace fireline::models

namespace fireline::views {
class MainWindow;
class QuickEntry;
class ReadingPage;
class Strip;
class TimeDisplay;
class TimelinePanel;
} // namespace fireline::views

namespace fireline::window {

class CommandDesk;
class ContactsDesk;
class ExchangeDesk;
class IncidentController;
class PanelDrafts;
class PerspectiveDesk;
class RecordGuard;
class RecordReader;
class SeriesShelf;
class WindowAlarms;
class WindowDrill;
struct KeptLook;
struct Shared;

/// What a window shows of an open record: strip, timeline, panels and alarms with their models, connected with its controller.
/// GUI thread; owned by the incident's window, whose parts outlive it but for widgets and desks: it goes without touching them.
class WarRoom : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const Shared &shared;
        const KeptLook &look;
        IncidentController &incident;
        CommandDesk &desk;
        RecordGuard &guard;
        PanelDrafts &drafts;
        views::MainWindow &window;
        views::TimeDisplay &times;
        views::QuickEntry &entry;
        views::ReadingPage *reading; ///< gives its place to the timeline, and goes
    };
    explicit WarRoom(const Parts &parts, QObject *parent = nullptr);
    ~WarRoom() override;

    [[nodiscard]] views::TimelinePanel &timeline() { return *m_timeline; }
    /// What can be done beside panels and files. Once.
    void addActions();
    /// Once all that can be done is known: follows the record. `layoutKept`: the window was restored as it was.
    void begin(bool layoutKept);
    /// Begins the exchange of a file that belongs to a backend.
    void beginExchange();
    void keepLayout();
    /// From now on time goes on only while the window, or a clock of its own, is seen. Once it has been shown.
    void followVisibility();
    /// False for a drill, whose time moves by its own steps.
    void setTicks(bool ticks);
    void followDrill(WindowDrill &drill);
    /// Selects that entry in the timeline.
    void goTo(const QString &eventId);

signals:
    void raiseRequested();    ///< the window is wanted in front of the others
    void drillsRequested();   ///< another drill is wanted
    void settingsRequested(); ///< those of a shared backend

private:
    void buildStrip();
    void buildTimeline();
    void buildPanels();
    void buildPalette(); // warroom_palette.cpp
    void buildAlarms();
    void connectTimeline();
    void connectIncident();
    void guardRecord();
    void addUndoActions();
    void editSelected();
    void showTitle();
    void showWritable();
    void restoreLayout();
    void prepareEntry(const QString &line, bool asWord = false);
    void tickWhileSeen();
    Parts m_parts;
    std::unique_ptr<RecordReader> m_reader;
    std::unique_ptr<models::TimelineModel> m_timelineModel;
    std::unique_ptr<models::TimelineFilter> m_timelineFilter;
    std::unique_ptr<WindowAlarms> m_alarms;
    views::Strip *m_strip = nullptr;
    views::TimelinePanel *m_timeline = nullptr;
    models::NextStep *m_next = nullptr;
    ContactsDesk *m_contacts = nullptr;
    SeriesShelf *m_series = nullptr;
    PerspectiveDesk *m_perspectives = nullptr;
    ExchangeDesk *m_exchange = nullptr;
    bool m_ticks = true;
    bool m_clocksApart = false; ///< clocks are in windows of their own
    QString m_searched;
    QTimer m_searchLater;      ///< the index is asked when the typing rests
    domain::Instant m_viewing; ///< the timeline shows the past; unset: the present
};

} // namespace fireline::window
