// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/soundallowance.h"
#include "core/instant.h"
#include "draftfile.h"
#include "incidentwindow.h"
#include "preferencesdesk.h"
#include "processlibrary.h"
#include "theme/theme.h"

#include <QStringList>
#include <QTemporaryDir>
#include <QTranslator>
#include <QWidget>

#include <functional>
#include <memory>

namespace fireline::test {

class MadeIncident;

/// The real window on a real file, in this process, at a time that stands. Made in a folder of its own; GUI thread.
class LiveWindow
{
public:
    struct Setup
    {
        QString process = QStringLiteral("sre-directorate");
        QString severity = QStringLiteral("SEV1"); ///< may be empty
        QString title = QStringLiteral("Checkout fails in Europe");
        QString configDir = {}; ///< with processes of its own
        bool isPrivate = false;
        std::function<void(MadeIncident &)> fill = {};
        domain::Span later = domain::Span::seconds(30); ///< between the end of the record and the window
        QSize size{1366, 746};
        QString screen = {};  ///< of tests/ui/screen.json; the window fills what there is of it
        QString metrics = {}; ///< a file of tests/data/metrics, imported into the graphs before
    };

    explicit LiveWindow(views::Theme &theme, const Setup &setup);
    /// On a file that is there, with the machine's own clock.
    explicit LiveWindow(views::Theme &theme, const QString &path);
    ~LiveWindow();

    [[nodiscard]] QWidget *window();
    [[nodiscard]] window::IncidentWindow &incident() { return *m_window; }
    [[nodiscard]] models::IncidentFeed &feed() { return m_window->incident(); }
    [[nodiscard]] window::PreferencesDesk &preferences() { return *m_preferences; }
    /// Not for a window on the machine's own clock.
    [[nodiscard]] domain::SimulatedClock &clock() { return *m_clock; }
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Where it keeps what is no part of the record.
    [[nodiscard]] QString stateDir() const { return m_folder.filePath(QStringLiteral("state")); }
    /// Where quick entry is typed; null and a failed test where there is none.
    [[nodiscard]] QWidget *quickEntry();
    /// Closes it, and waits until the store is closed too.
    void close();

private:
    void open(std::unique_ptr<domain::Clock> clock, views::Theme &theme);
    void rememberMetrics(const QString &incident, const QString &name);
    void show(const QSize &size, const QString &screen);

    QTemporaryDir m_folder;
    QString m_path;
    session::ConsoleSettings m_settings;
    std::unique_ptr<process::ProcessLibrary> m_processes;
    std::unique_ptr<window::PreferencesDesk> m_preferences;
    window::TestHooks m_hooks;
    models::SoundAllowance m_ears;
    desktop::SleepBlocker m_awake;
    window::StateFiles m_files{session::replaceFile};
    window::StateFiles m_words{window::writeDraft};
    domain::SimulatedClock *m_clock = nullptr;
    std::unique_ptr<window::IncidentWindow> m_window;
};

/// Brings the window into each of its perspectives and each page of stacked panels to the front, and calls `look` there with a
/// name for the place: "comms, page 2". Panels that are added are seen without a line about them. The focus
/// is in quick entry, where there is one. The last row of each list is selected, which opens what panels tell of it.
void forEachView(LiveWindow &live, const std::function<void(const QString &where)> &look);
/// Faults that `find` finds in any of these views, each with the place, and only where it was first.
[[nodiscard]] QStringList inEveryView(LiveWindow &live, const std::function<QStringList(QWidget *window)> &find);
/// Presses the keys of a text, one after the other, on whatever has the focus.
void typeText(const QString &text);
/// The lines of a file of tests/ui, without empty ones where nothing else is wanted.
[[nodiscard]] QStringList linesOf(const QString &name, Qt::SplitBehavior parts = Qt::SkipEmptyParts);
/// The busy incident of tests/ui/incidents.
void fillBusy(MadeIncident &incident);
/// The same, and then something for every panel to show: changes, a poll, reports, drafts, a review, a handover that is under way.
void fillAll(MadeIncident &incident);
/// An incident of the process "pseudo" (tests/ui/pseudo) with something for every panel, in words that stand in brackets.
void fillPseudo(MadeIncident &incident);
/// A translator that speaks a pseudo-language (translations/pseudo.py): "de" is longer, "ar" in Arabic letters, "ja" in wide
/// ones. Fails the running test where it cannot be made.
[[nodiscard]] std::unique_ptr<QTranslator> pseudoLanguage(const QString &like = QStringLiteral("de"));

} // namespace fireline::test
