// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/soundallowance.h"
#include "consolesettings.h"
#include "draftfile.h"
#include "drilllibrary.h"
#include "incidentshelf.h"
#include "incidentwindow.h"
#include "preferencesdesk.h"
#include "processlibrary.h"
#include "shell/caretrest.h"
#include "sleepblocker.h"
#include "soundplayer.h"
#include "start/declarerequest.h"
#include "testhooks.h"
#include "theme/theme.h"
#include "windowoptions.h"

#include <QList>
#include <QObject>

#include <map>
#include <memory>

namespace fireline::window {

class AlertSources;
class StartDesk;
class WindowDrill;

/// The program with windows: opens and declares incidents, starts drills, keeps the list of what is known. The one place
/// where everything is made. GUI thread; owned by main().
class WindowProgram : public QObject
{
    Q_OBJECT
public:
    WindowProgram(WindowOptions options, TestHooks hooks);
    ~WindowProgram() override;

    /// Opens what the options name; the start window where they name nothing.
    void start();
    /// `why`: what keeps a file that was to be written from it.
    void open(const QString &path, bool readOnly = false, const QString &eventId = {},
              const std::optional<domain::Problem> &why = {});
    void declare(const models::DeclareRequest &request);
    void startDrill(const QString &id);
    /// Reads an outside record into an incident of its own.
    void importRecord(const QString &path);
    void showStart();
    /// Remembers what is open, and closes every window.
    void quit();
    void rememberOpen();
    /// The desktop is about to end this program: what is typed is on the disk when this returns, and nothing is asked until
    /// somebody uses a window again, because the log-off was called off.
    void endSession();

    [[nodiscard]] const QList<IncidentWindow *> &windows() const { return m_windows; }
    [[nodiscard]] const domain::Clock &clock() const { return *m_clock; }
    [[nodiscard]] IncidentShelf &shelf() { return m_shelf; }
    [[nodiscard]] AlertSources &alerts() { return *m_alerts; }
    [[nodiscard]] PreferencesDesk &preferences() { return m_preferences; }
    [[nodiscard]] views::Theme &theme() { return m_theme; }
    [[nodiscard]] const session::ConsoleSettings &settings() const { return m_settings; }
    [[nodiscard]] const process::ProcessLibrary &processes() const { return m_processes; }
    [[nodiscard]] const drill::DrillLibrary &drills() const { return m_drills; }

protected:
    /// While the session ends: the first key or click says that it goes on.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] std::shared_ptr<IncidentSources> makeSources() const;
    [[nodiscard]] std::function<domain::Process(domain::Process)> withPlaybooks() const;
    /// Reads elsewhere how windows looked last, and goes on with it while `owner` is there.
    void withLook(QObject *owner, const std::function<void(const KeptLook &)> &then);
    /// The window of a record that is open already.
    void show(std::shared_ptr<IncidentSources> sources, session::OpenedIncident opened,
              const std::function<void(IncidentWindow *)> &then = {});
    void present(IncidentWindow *window);
    void adopt(IncidentWindow *window);
    void read(IncidentWindow *window, const std::shared_ptr<IncidentSources> &sources, bool readOnly,
              const std::optional<domain::Problem> &why = {});
    void opened(IncidentWindow *window, const std::shared_ptr<IncidentSources> &sources, session::OpenedIncident opened,
                const std::optional<domain::Problem> &why);
    void runDrill(IncidentWindow *window, const drill::Scenario &scenario, domain::SimulatedClock &clock);
    void notOpened(IncidentWindow *window, const std::shared_ptr<IncidentSources> &sources, const domain::Problem &problem);
    /// Nothing will be in that window.
    void giveUp(IncidentWindow *window);
    [[nodiscard]] Shared shared();
    void tell(const domain::Problem &problem);
    void remember(IncidentWindow &window);
    /// The same whenever the list of incidents would tell otherwise of it.
    void rememberChanges(IncidentWindow &window);
    void rememberAnswers(const models::DeclareRequest &request);

    WindowOptions m_options;
    TestHooks m_hooks;
    std::unique_ptr<domain::Clock> m_clock;
    domain::UuidV7Source m_ids;
    session::ConsoleSettings m_settings;
    process::ProcessLibrary m_processes;
    std::map<QString, domain::Process> m_shelvedProcesses; ///< what scenarios refer to
    drill::DrillLibrary m_drills;
    IncidentShelf m_shelf;
    views::Theme m_theme;
    views::CaretRest m_caretRest;
    desktop::SoundPlayer m_player; ///< for the sound test
    PreferencesDesk m_preferences;
    std::unique_ptr<AlertSources> m_alerts; ///< asked while somebody looks
    models::SoundAllowance m_ears{m_clock.get()};
    desktop::SleepBlocker m_awake;
    StateFiles m_files{session::replaceFile};
    StateFiles m_words{writeDraft};
    QList<IncidentWindow *> m_windows;
    bool m_quitting = false;
    std::unique_ptr<StartDesk> m_start;
};

} // namespace fireline::window
