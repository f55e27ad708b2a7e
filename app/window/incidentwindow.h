// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entryhistory.h"
#include "incidentcontroller.h"
#include "incidentsources.h"
#include "keptstate.h"
#include "shared.h"
#include "text/timedisplay.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace fireline::models {
class TimelineFilter;
class TimelineModel;
} // namespace fireline::models

namespace fireline::views {
class MainWindow;
class QuickEntry;
class ReadingPage;
class Strip;
class Theme;
class TimelinePanel;
struct MessageButton;
} // namespace fireline::views

namespace fireline::window {

class CommandDesk;
class EvidenceDesk;
class FileInstance;
class PanelDrafts;
class PerspectiveDesk;
class RecordGuard;
class RecordReader;
class WindowAlarms;
class WindowDrill;

/// One incident on the screen: makes models and panels, and connects them with the controller. The only place that knows
/// both. It is there before its record is: first the frame, in which lines can be typed at once, then fill(). GUI thread;
/// owned by the program.
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
    /// False for a drill, whose time moves by its own steps.
    void setTicks(bool ticks);
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
    /// Somebody wants to go on in this file.
    void fileRequested(const QString &path);
    /// Another drill is wanted.
    void drillsRequested();

private:
    /// Entered before the record was open.
    struct KeptLine
    {
        QString text;
        domain::Instant begun;
        bool plain = false;
    };

    void buildFrame();
    void buildEntry();
    void buildStrip();
    void buildTimeline();
    void buildPanels();
    void buildPalette();
    void buildAlarms();
    void connectTimeline();
    void connectEntry();
    void takeLines();
    void takeFiles(const QStringList &paths);
    // incidentlines.cpp
    void keepSent(const domain::Command &command, const QList<domain::Event> &events);
    void forgetSent();
    void offerSent(const QList<SentLine> &sent);
    void recordOffered();
    void keepDrafts();
    void restoreDrafts(const KeptWords &words);
    void tellOfForms();
    [[nodiscard]] SentLines &unfilledLines();
    void keepTyped();
    void keepUntilFilled(const models::EntryLine &line, bool plain);
    void keepUnfilled(bool typed);
    void forgetUnfilled(const KeptWords &words);
    void recordKept();
    [[nodiscard]] std::optional<domain::Problem> record(const KeptLine &line);
    void connectIncident();
    void guardRecord();
    void addActions();
    void addFileActions();
    void addUndoActions();
    void addMoreActions();
    void editSelected();
    void showTitle();
    void showWritable();
    void answerSave();
    void keepLayout();
    void restoreLayout();
    void prepareEntry(const QString &line);
    void followVisibility();
    void tickWhileSeen();
    void settled(bool kept);
    void sayWhyOpen(const QString &text, const QList<views::MessageButton> &ways);
    [[nodiscard]] bool mayClose();
    [[nodiscard]] bool mayCloseUnfilled();

    Shared m_shared;
    std::shared_ptr<IncidentSources> m_sources;
    QString m_path;
    views::TimeDisplay m_times;
    std::unique_ptr<IncidentController> m_incident;
    std::unique_ptr<RecordReader> m_reader;
    std::unique_ptr<models::TimelineModel> m_timelineModel;
    std::unique_ptr<models::TimelineFilter> m_timelineFilter;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<PanelDrafts> m_panelDrafts;
    std::unique_ptr<SentLines> m_sent;
    std::unique_ptr<SentLines> m_unfilledSent; ///< entered while the record was being read
    std::unique_ptr<WindowAlarms> m_alarms;
    std::unique_ptr<views::MainWindow> m_window; ///< owns every widget below
    views::ReadingPage *m_reading = nullptr;     ///< where the timeline will stand
    views::Strip *m_strip = nullptr;
    views::TimelinePanel *m_timeline = nullptr;
    views::QuickEntry *m_entry = nullptr;
    std::unique_ptr<CommandDesk> m_desk;
    std::unique_ptr<RecordGuard> m_guard;
    FileInstance *m_instance;
    PerspectiveDesk *m_perspectives = nullptr;
    EvidenceDesk *m_evidence = nullptr;
    QList<KeptLine> m_kept;
    QList<KeptLine> m_offered;                 ///< entered before a crash; each is recorded once somebody says so
    QList<std::function<void()>> m_onceFilled; ///< what else was asked for before
    QString m_goTo;
    KeptLook m_look; ///< as it was when a window was closed last
    bool m_layoutKept = false;
    models::EntryLine m_entering; ///< the line that is being carried out
    bool m_draftDone = false;     ///< the kept line is an entry now, on its way to the disk
    bool m_closesLater = false;   ///< once what is being kept is in the record
    bool m_closeAnyway = false;   ///< the person knows that something is not saved
    bool m_sessionEnds = false;
    std::optional<QList<Draft>> m_leftBefore; ///< lines for this record that others left, where this window keeps its own beside
    bool m_ticks = true;
    bool m_clocksApart = false; ///< clocks are in windows of their own
    QString m_searched;
    QTimer m_searchLater;      ///< the index is asked when the typing rests
    domain::Instant m_viewing; ///< the timeline shows the past; unset: the present
};

} // namespace fireline::window
