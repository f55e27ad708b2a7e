// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entryhistory.h"
#include "incidentcontroller.h"
#include "incidentsources.h"
#include "keptstate.h"
#include "shared.h"
#include "text/timedisplay.h"

#include <QObject>

#include <memory>

namespace fireline::views {
class MainWindow;
class QuickEntry;
class ReadingPage;
} // namespace fireline::views

namespace fireline::window {

class CommandDesk;
class LinesDesk;
class PanelDrafts;
class RecordGuard;
class WarRoom;
class WindowDrill;

/// One incident on the screen. It is there before its record is: first the frame, in which lines can be typed at once, then
/// fill() puts the war room into it, and what was typed into the record. GUI thread; owned by the program.
class IncidentWindow : public QObject
{
    Q_OBJECT
public:
    /// The frame alone, for a record that is being read.
    IncidentWindow(const Shared &shared, std::shared_ptr<IncidentSources> sources, const QString &path,
                   QObject *parent = nullptr);
    /// All of it, for a record that is open.
    IncidentWindow(const Shared &shared, std::shared_ptr<IncidentSources> sources, session::OpenedIncident opened,
                   const KeptLook &look, const KeptWords &words, QObject *parent = nullptr);
    ~IncidentWindow() override;

    /// Before it is shown: where it stood and how it looked.
    void place(const KeptLook &look);
    /// Once: the record of this window, and what was typed for it before. What was typed meanwhile is recorded.
    void fill(session::OpenedIncident opened, const KeptWords &words);
    [[nodiscard]] bool isFilled() const { return m_incident != nullptr; }
    /// Something was typed that is recorded nowhere yet.
    [[nodiscard]] bool holdsLines() const;
    /// The record cannot be read: says why, and leaves what was typed in sight.
    void cannotBeFilled(const domain::Problem &problem);
    /// In its message bar.
    void tell(const domain::Problem &problem);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] views::MainWindow &window() { return *m_window; }
    /// From here on only when it isFilled().
    [[nodiscard]] IncidentController &incident() { return *m_incident; }
    [[nodiscard]] const IncidentController &incident() const { return *m_incident; }
    [[nodiscard]] RecordGuard &guard() { return *m_guard; }
    [[nodiscard]] CommandDesk &desk() { return *m_desk; }
    void show();
    /// Shows the drill that is played here to who runs it.
    void followDrill(WindowDrill &drill);
    /// The desktop's session ends: layout and what is typed are kept now and for certain, and the window closes without a word
    /// until goOn().
    void endSession();
    /// The log-off was called off.
    void goOn();
    void setTicks(bool ticks); ///< false for a drill, whose time moves by its own steps
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
    void lookRequested(); ///< the settings at colours and size of text
    void quitRequested();
    /// Somebody wants to go on in this file.
    void fileRequested(const QString &path);
    /// Another drill is wanted.
    void drillsRequested();

private:
    void buildFrame();
    void buildEntry();
    void connectIncident();
    void addActions();
    void addFileActions();
    void settled(bool kept);
    [[nodiscard]] bool mayClose();

    Shared m_shared;
    std::shared_ptr<IncidentSources> m_sources;
    QString m_path;
    views::TimeDisplay m_times;
    std::unique_ptr<IncidentController> m_incident;
    std::unique_ptr<PanelDrafts> m_panelDrafts;
    std::unique_ptr<WarRoom> m_room;
    std::unique_ptr<views::MainWindow> m_window; ///< owns every widget below
    views::ReadingPage *m_reading = nullptr;     ///< where the timeline will stand
    views::QuickEntry *m_entry = nullptr;
    std::unique_ptr<CommandDesk> m_desk;
    std::unique_ptr<LinesDesk> m_lines;
    std::unique_ptr<RecordGuard> m_guard;
    QString m_goTo;
    KeptLook m_look; ///< as it was when a window was closed last
    bool m_layoutKept = false;
    bool m_closesLater = false; ///< once what is being kept is in the record, or with the others
    bool m_closeAnyway = false; ///< the person knows that something is not saved
    bool m_sessionEnds = false;
};

} // namespace fireline::window
