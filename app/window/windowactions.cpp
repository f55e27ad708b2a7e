// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentwindow.h"

#include "actions/actionregistry.h"
#include "commanddesk.h"
#include "copydesk.h"
#include "entry/quickentry.h"
#include "palette/actionprovider.h"
#include "palette/commandpalette.h"
#include "perspectivedesk.h"
#include "recordguard.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"
#include "timeline/timelinepanel.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QWindow>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

// What the window itself can do, beside its panels; and how it looked when it was closed.
namespace fireline::window {

using views::Message;

namespace {

// The first picture goes before: opening many entries keeps the disk busy.
constexpr auto checkLater = std::chrono::seconds(1);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IncidentWindow)
};

/// What F2 means somewhere: a command, or why there is none.
struct Editing
{
    QString command;
    QString why;
};

QString whyNotEdited(const views::PanelDescriptor &panel)
{
    if (panel.id == "actions"_L1)
        return Text::tr("The words of an action stay as they were given: somebody works by them. Cancel it and give it anew.");
    if (panel.id == "checklist"_L1)
        return Text::tr("The words of a step are those of the process. Space ticks a step, S skips it with a reason.");
    return Text::tr("No row of the panel “%1” is edited.").arg(panel.title);
}

Editing editingAt(const QWidget *focus, const views::PanelDocks &docks, const views::ActionRegistry &actions)
{
    static const QStringList edits{u"review.correct"_s, u"review.edit"_s, u"decisions.correct"_s, u"triage.correct"_s,
                                   u"roles.assign"_s};
    const auto holds = [focus](const QWidget *widget) { return widget && (widget == focus || widget->isAncestorOf(focus)); };
    const auto panel = std::find_if(docks.panels().begin(), docks.panels().end(),
                                    [&](const views::PanelDescriptor &one) { return focus && holds(one.widget); });
    if (panel == docks.panels().end())
        return {u"timeline.correct"_s, {}};
    Editing found;
    for (const views::ActionSpec &spec : actions.specs()) {
        if (!edits.contains(spec.id) || spec.id.section(u'.', 0, 0) != panel->id)
            continue;
        // Of two lists in a panel the one with the keyboard; its main one else.
        if (found.command.isEmpty() || holds(spec.scope))
            found.command = spec.id;
    }
    if (found.command.isEmpty())
        found.why = whyNotEdited(*panel);
    return found;
}

} // namespace

void IncidentWindow::addActions()
{
    m_timeline->addActions(m_window->actions());
    m_entry->addActions(m_window->actions());
    addFileActions();
    auto *copies = new CopyDesk(*m_incident, *m_window, this);
    copies->addActions(m_window->actions());
    connect(copies, &CopyDesk::copyRequested, m_guard.get(), &RecordGuard::saveCopy);
    connect(copies, &CopyDesk::commandRequested, m_desk.get(), &CommandDesk::submit);
    addUndoActions();
    addMoreActions();
}

void IncidentWindow::addFileActions()
{
    struct Row
    {
        const char *id;
        QString text;
        QString help;
        QString icon;
        const char *key;
        std::function<void()> handler;
    };
    const QList<Row> rows{
        {"file.new", tr("New incident"), tr("Declares an incident in a window of its own."), u"new"_s, "Ctrl+N",
         [this] { emit newRequested(); }},
        {"file.open", tr("Open an incident"), tr("Shows the incidents that this console knows."), u"open"_s, "Ctrl+O",
         [this] { emit openRequested(); }},
        {"file.saved", tr("Is everything saved?"), tr("Says when the last entry reached the disk."), u"save"_s, "Ctrl+S",
         [this] { answerSave(); }},
        {"file.settings", tr("Settings"), tr("Your name, the theme, sounds and keys."), u"settings"_s, "Ctrl+,",
         [this] { emit settingsRequested(); }},
        {"file.close", tr("Close the window"), tr("The incident goes on; open it again at any time."), u"close"_s, "Ctrl+W",
         [this] { m_window->close(); }},
        {"file.quit", tr("Quit"), tr("Closes every window."), u"quit"_s, "Ctrl+Q", [this] { emit quitRequested(); }},
    };
    for (const Row &row : rows)
        m_window->actions().add(
            {QString::fromLatin1(row.id), row.text, row.help, u"file"_s, row.icon, {QKeySequence(QString::fromLatin1(row.key))}},
            row.handler);
}

void IncidentWindow::addUndoActions()
{
    m_window->actions().add({u"entry.undo"_s,
                             tr("Take back"),
                             tr("Takes your last entry or change back by another event."),
                             u"entry"_s,
                             u"undo"_s,
                             {QKeySequence(u"Ctrl+Z"_s)}},
                            [this] { m_desk->undo(); });
    m_window->actions().add({u"entry.redo"_s,
                             tr("Do again"),
                             tr("Does again what you took back."),
                             u"entry"_s,
                             u"redo"_s,
                             {QKeySequence(u"Ctrl+Shift+Z"_s)}},
                            [this] { m_desk->redo(); });
    m_window->actions().add(
        {u"entry.recordOffered"_s,
         tr("Record what had not reached the disk"),
         tr("Records the lines that were entered when Fireline ended by force, in their order and at their times."),
         {},
         u"save"_s},
        [this] { recordOffered(); },
        [this] { return m_offered.isEmpty() ? tr("Every line that was entered is in the record.") : QString(); });
}

/// Keys that people know from elsewhere: each is answered, also where there is nothing to do yet (ux 2.6).
void IncidentWindow::addMoreActions()
{
    m_window->actions().add({u"entry.edit"_s,
                             tr("Edit what is selected"),
                             tr("Edits the selected row of the list that has the keyboard, else the selected entry."),
                             u"entry"_s,
                             u"edit"_s,
                             {QKeySequence(u"F2"_s)}},
                            [this] { editSelected(); });
}

/// By the panel that has the keyboard, else the timeline's row; what cannot be edited is said in words.
void IncidentWindow::editSelected()
{
    const Editing editing = editingAt(QApplication::focusWidget(), m_window->docks(), m_window->actions());
    m_window->actions().refresh(); // the row was chosen a moment ago
    const QString why = editing.command.isEmpty() ? editing.why : m_window->actions().whyNot(editing.command);
    if (why.isEmpty())
        m_window->actions().action(editing.command)->trigger();
    else
        m_window->messages().show({Message::Kind::Info, why, {}, {}, u"whyNot"_s});
}

/// People press Ctrl+S; they get an answer.
void IncidentWindow::answerSave()
{
    if (!isFilled())
        return;
    const auto status = m_incident->saveStatus();
    if (status.notSaved > 0)
        return m_incident->retrySaving();
    const QString number = QLocale().toString(m_incident->state().entries.size());
    const QString text = status.saving > 0
                             ? tr("%n entries are on their way to the disk.", nullptr, status.saving)
                             : tr("Everything is already saved (entry %1, %2).").arg(number, m_times.time(status.lastSaved));
    m_window->messages().show({Message::Kind::Info, text, {}, {}, u"saved"_s});
}

/// The file of the record, and the computer it stands on.
void IncidentWindow::guardRecord()
{
    connect(&m_shared.awake, &desktop::SleepBlocker::blockingChanged, m_window.get(), &views::MainWindow::setAwake);
    m_window->setAwake(m_shared.awake.isBlocking());
    connect(&m_shared.preferences, &PreferencesDesk::changed, this, &IncidentWindow::showTitle);
    connect(m_incident.get(), &IncidentController::writingStopped, this, &IncidentWindow::showWritable);
    connect(m_desk.get(), &CommandDesk::copyRequested, m_guard.get(), &RecordGuard::saveCopy);
    connect(m_guard.get(), &RecordGuard::openRequested, this, &IncidentWindow::fileRequested);
    if (const auto &why = m_incident->whyReadOnly())
        m_guard->sayWhyReadOnly(*why);
    if (const auto &why = m_incident->noBackup())
        m_window->messages().show(
            {Message::Kind::Warning,
             tr("There is no new backup of this record. %1 What you record is saved all the same.").arg(why->text),
             {},
             {{tr("Save a copy…"), [this] { m_guard->saveCopy(); }}},
             u"no backup"_s});
    QTimer::singleShot(checkLater, m_guard.get(), &RecordGuard::check);
}

void IncidentWindow::keepLayout()
{
    if (m_shared.stateDir.isEmpty())
        return;
    StateFiles &files = m_shared.files;
    files.keep(m_shared.stateDir + layoutFile, m_window->layoutState());
    files.keep(m_shared.stateDir + filtersFile, m_perspectives->filters().toUtf8());
    files.keep(m_shared.stateDir + recentFile, m_window->palette().commands().recent().join(u'\n').toUtf8());
}

void IncidentWindow::restoreLayout()
{
    if (!m_look.layout.isEmpty())
        m_window->restorePanels(m_look.layout);
    m_perspectives->setFilters(QString::fromUtf8(m_look.filters));
    m_window->palette().commands().setRecent(QString::fromUtf8(m_look.recent).split(u'\n', Qt::SkipEmptyParts));
}

/// Time goes on while nobody looks; what shows it need not.
void IncidentWindow::followVisibility()
{
    connect(m_window->windowHandle(), &QWindow::visibilityChanged, this, &IncidentWindow::tickWhileSeen);
    tickWhileSeen();
}

void IncidentWindow::tickWhileSeen()
{
    const QWindow *window = m_window->windowHandle();
    const auto visibility = window ? window->visibility() : QWindow::Hidden;
    const bool seen = visibility != QWindow::Hidden && visibility != QWindow::Minimized;
    m_incident->setTicking(m_ticks && (seen || m_clocksApart));
}

void IncidentWindow::setTicks(bool ticks)
{
    m_ticks = ticks;
    m_incident->setTicking(false);
}

/// What is being read or painted for the record is finished first.
void IncidentWindow::settled(bool kept)
{
    forgetSent();
    if (!std::exchange(m_closesLater, false))
        return;
    m_window->messages().close(u"close"_s);
    if (kept) // else a message says what is not
        m_window->close();
}

void IncidentWindow::sayWhyOpen(const QString &text, const QList<views::MessageButton> &ways)
{
    m_window->messages().show({Message::Kind::Refusal, text, {}, ways, u"close"_s});
}

/// What is on its way is waited for when the window closes; what the disk refused would be missing in the record.
bool IncidentWindow::mayClose()
{
    const auto closeAnyway = [this] {
        m_closeAnyway = true;
        m_window->close();
    };
    if (!isFilled())
        return mayCloseUnfilled();
    const int notSaved = m_incident->saveStatus().notSaved;
    if (m_closeAnyway || m_sessionEnds)
        return true;
    if (m_desk->isBusy()) {
        m_closesLater = true;
        sayWhyOpen(tr("Something is still being kept as evidence. The window closes by itself once it is in the record."),
                   {{tr("Close and lose it"), closeAnyway}});
        return false;
    }
    if (notSaved == 0 || m_guard->isInCopy())
        return true;
    sayWhyOpen(
        tr("%n entries are not saved and are missing in the record. Make room on the disk, then try again.", nullptr, notSaved),
        {{tr("Try again"), [this] { m_incident->retrySaving(); }},
         {tr("Save a copy…"), [this] { m_guard->saveCopy(); }},
         {tr("Close, and be offered them next time"), closeAnyway}});
    return false;
}

/// What was typed into a window whose record is not open yet is not in it.
bool IncidentWindow::mayCloseUnfilled()
{
    if (m_closeAnyway || m_sessionEnds || !holdsLines())
        return true;
    sayWhyOpen(tr("What you typed is not recorded yet: the record is not open."),
               {{tr("Close, and be offered it next time"), [this] {
                     keepTyped();
                     m_closeAnyway = true;
                     m_window->close();
                 }}});
    return false;
}

} // namespace fireline::window
