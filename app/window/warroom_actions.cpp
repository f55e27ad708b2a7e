// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "commanddesk.h"
#include "contactsdesk.h"
#include "copydesk.h"
#include "entry/quickentry.h"
#include "exchangedesk.h"
#include "keptstate.h"
#include "palette/actionprovider.h"
#include "palette/commandpalette.h"
#include "perspectivedesk.h"
#include "recordforms.h"
#include "recordguard.h"
#include "shared.h"
#include "shell/layoutstate.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"
#include "snippetfile.h"
#include "takeanswer.h"
#include "timeline/timelinepanel.h"
#include "warroom.h"
#include "windowalarms.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QUrl>
#include <QWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

// What can be done in the war room beside its panels, how it looks, and when its time goes on.
namespace fireline::window {

using namespace domain;
using views::Message;

namespace {

// The first picture goes before: opening many entries keeps the disk busy.
constexpr auto checkLater = std::chrono::seconds(1);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WarRoom)
};

/// As it was kept, for this incident; what cannot be read stays as it is.
QByteArray layoutFor(const QByteArray &kept, const IncidentState &state)
{
    const auto layout = views::LayoutState::fromBytes(kept);
    return layout ? layout->openedFor(state.id, state.resolvedAt.isSet() || !state.open()).toBytes() : kept;
}

/// What F2 means somewhere: a command, or why there is none.
struct Editing
{
    QString command;
    QString why;
};

Editing editingAt(const QWidget *focus, const views::PanelDocks &docks, const views::ActionRegistry &actions)
{
    const auto holds = [focus](const QWidget *widget) { return widget && (widget == focus || widget->isAncestorOf(focus)); };
    const auto panel = std::find_if(docks.panels().begin(), docks.panels().end(),
                                    [&](const views::PanelDescriptor &one) { return focus && holds(one.widget); });
    if (panel == docks.panels().end())
        return {u"timeline.correct"_s, {}};
    if (panel->edits.isEmpty() && panel->whyNotEdited.isEmpty())
        return {{}, Text::tr("No row of the panel “%1” is edited.").arg(panel->title)};
    Editing found{panel->edits.value(0), panel->whyNotEdited};
    // Of two lists in a panel the one with the keyboard; its main one else.
    for (const views::ActionSpec &spec : actions.specs()) {
        if (panel->edits.contains(spec.id) && holds(spec.scope))
            found.command = spec.id;
    }
    return found;
}

/// One's own short words are written in a file, and hold as soon as one is back in the window.
void addSnippets(views::MainWindow &window, views::QuickEntry &entry, CommandDesk &desk, const QString &configDir)
{
    const auto read = [&window, &entry, configDir] {
        takeAnswer(&entry, elsewhere<SnippetFile>([configDir] { return SnippetFile(configDir); }),
                   [&window, &entry](const SnippetFile &file) {
                       entry.setSnippets(file.snippets());
                       if (const QString fault = file.fault(); !fault.isEmpty())
                           window.messages().show({Message::Kind::Warning, fault, {}, {}, u"snippets"_s});
                   });
    };
    QObject::connect(qApp, &QGuiApplication::applicationStateChanged, &entry, [read](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            read();
    });
    const auto open = [&entry, &desk, configDir] {
        takeAnswer(&entry, elsewhere<Outcome<QString>>([configDir] { return SnippetFile::provide(configDir); }),
                   [&desk](const Outcome<QString> &path) {
                       if (!path)
                           return desk.tell(path.problem());
                       if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path.value())))
                           desk.tell({Problem::Kind::Io,
                                      u"snippets"_s,
                                      Text::tr("No program opens text files here. Your snippets are in %1.").arg(path.value()),
                                      {},
                                      {},
                                      {}});
                   });
    };
    window.actions().add(
        {u"entry.snippets"_s,
         Text::tr("Open the snippets"),
         Text::tr("Opens the file of short words: type ;ack in quick entry, press Tab, and its text stands there."),
         u"entry"_s,
         {},
         {}},
        open);
}

/// One's own numbers are written in a file too, and hold as soon as it is saved.
void addContacts(views::MainWindow &window, ContactsDesk &contacts, CommandDesk &desk, const IncidentController &incident)
{
    const auto open = [&contacts, &desk, &incident] {
        contacts.provide(incident.process(), [&desk](const Outcome<QString> &path) {
            if (!path)
                return desk.tell(path.problem());
            if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path.value())))
                desk.tell({Problem::Kind::Io,
                           u"contacts"_s,
                           Text::tr("No program opens text files here. Your numbers are in %1.").arg(path.value()),
                           {},
                           {},
                           {}});
        });
    };
    QObject::connect(&contacts, &ContactsDesk::openRequested, &contacts, open);
    QObject::connect(&contacts, &ContactsDesk::faultTold, &contacts, [&contacts, open, &messages = window.messages()] {
        const QString id = u"contacts"_s;
        messages.close(id);
        if (!contacts.fault().isEmpty())
            messages.show({Message::Kind::Warning,
                           Text::tr("Your own numbers are not read. %1").arg(contacts.fault()),
                           {},
                           {{Text::tr("Open the file"), open}},
                           id});
    });
}

} // namespace

void WarRoom::addActions()
{
    auto *copies = new CopyDesk(m_parts.incident, m_parts.window, this);
    copies->addActions(m_parts.window.actions());
    connect(copies, &CopyDesk::copyRequested, &m_parts.guard, &RecordGuard::saveCopy);
    connect(copies, &CopyDesk::commandRequested, &m_parts.desk, &CommandDesk::submit);
    addUndoActions();
    addSnippets(m_parts.window, m_parts.entry, m_parts.desk, m_parts.shared.settings.configDir);
    addContacts(m_parts.window, *m_contacts, m_parts.desk, m_parts.incident);
    m_parts.window.actions().add({u"entry.edit"_s,
                                  tr("Edit what is selected"),
                                  tr("Edits the selected row of the list that has the keyboard, else the selected entry."),
                                  u"entry"_s,
                                  u"edit"_s,
                                  {QKeySequence(u"F2"_s)}},
                                 [this] { editSelected(); });
    m_exchange = new ExchangeDesk(
        {m_parts.incident, m_parts.window, *m_strip, m_parts.shared.preferences, m_parts.desk, m_parts.times, m_parts.entry},
        this);
    m_exchange->addActions();
    connect(m_exchange, &ExchangeDesk::settingsRequested, this, &WarRoom::settingsRequested);
    connect(m_exchange, &ExchangeDesk::entryRequested, this, [this](const QString &line) { prepareEntry(line); });
}

void WarRoom::addUndoActions()
{
    m_parts.window.actions().add({u"entry.undo"_s,
                                  tr("Take back"),
                                  tr("Takes your last entry or change back by another event."),
                                  u"entry"_s,
                                  u"undo"_s,
                                  {QKeySequence(u"Ctrl+Z"_s)}},
                                 [this] { m_parts.desk.undo(); });
    m_parts.window.actions().add({u"entry.redo"_s,
                                  tr("Do again"),
                                  tr("Does again what you took back."),
                                  u"entry"_s,
                                  u"redo"_s,
                                  {QKeySequence(u"Ctrl+Shift+Z"_s)}},
                                 [this] { m_parts.desk.redo(); });
    m_parts.desk.setKeys([&actions = m_parts.window.actions()](const QString &id) {
        return actions.action(id)->shortcut().toString(QKeySequence::NativeText);
    });
}

/// By the panel that has the keyboard, else the timeline's row; what cannot be edited is said in words.
void WarRoom::editSelected()
{
    const Editing editing = editingAt(QApplication::focusWidget(), m_parts.window.docks(), m_parts.window.actions());
    m_parts.window.actions().refresh(); // the row was chosen a moment ago
    const QString why = editing.command.isEmpty() ? editing.why : m_parts.window.actions().whyNot(editing.command);
    if (why.isEmpty())
        m_parts.window.actions().action(editing.command)->trigger();
    else
        m_parts.window.messages().show({Message::Kind::Info, why, {}, {}, u"whyNot"_s});
}

void WarRoom::begin(bool layoutKept)
{
    connectIncident();
    auto *forms = new RecordForms(m_parts.incident, m_parts.window, this);
    forms->followChecklist();
    connect(m_alarms.get(), &WindowAlarms::recordRequested, forms, &RecordForms::answer);
    connect(forms, &RecordForms::entryRequested, this, [this](const QString &line) { prepareEntry(line); });
    m_parts.desk.setForms([forms](const QString &form) { return forms->wayTo(form); });
    guardRecord();
    m_perspectives = new PerspectiveDesk({m_parts.incident, m_parts.window, *m_timeline, m_parts.entry, m_parts.desk}, this);
    restoreLayout();
    m_perspectives->begin(layoutKept);
    showTitle();
    showWritable();
}

/// The file of the record, and the computer it stands on.
void WarRoom::guardRecord()
{
    connect(&m_parts.shared.awake, &desktop::SleepBlocker::blockingChanged, &m_parts.window, &views::MainWindow::setAwake);
    m_parts.window.setAwake(m_parts.shared.awake.isBlocking());
    connect(&m_parts.shared.preferences, &PreferencesDesk::changed, this, &WarRoom::showTitle);
    // Whose entries are whose is settled by the record: a name does not change in the middle of it, and that is said.
    connect(&m_parts.shared.preferences, &PreferencesDesk::changed, this, [this] {
        const QString name = m_parts.shared.preferences.preferences().name;
        const QString mine = m_parts.incident.profile();
        if (name.isEmpty() || name == mine || m_parts.incident.state().drill)
            return m_parts.window.messages().close(u"name"_s);
        m_parts.window.messages().show(
            {Message::Kind::Info,
             tr("This window goes on as %1. Close and open the incident to write as %2.").arg(mine, name),
             {},
             {},
             u"name"_s});
    });
    connect(&m_parts.desk, &CommandDesk::copyRequested, &m_parts.guard, &RecordGuard::saveCopy);
    if (const auto &why = m_parts.incident.whyReadOnly())
        m_parts.guard.sayWhyReadOnly(*why);
    if (const auto &why = m_parts.incident.noBackup())
        m_parts.window.messages().show(
            {Message::Kind::Warning,
             tr("There is no new backup of this record. %1 What you record is saved all the same.").arg(why->text),
             {},
             {{tr("Save a copy…"), [this] { m_parts.guard.saveCopy(); }}},
             u"no backup"_s});
    QTimer::singleShot(checkLater, &m_parts.guard, &RecordGuard::check);
}

void WarRoom::beginExchange()
{
    m_exchange->begin();
}

void WarRoom::keepLayout()
{
    if (m_parts.shared.stateDir.isEmpty())
        return;
    StateFiles &files = m_parts.shared.files;
    auto layout = views::LayoutState::fromBytes(m_parts.window.layoutState()).value_or(views::LayoutState{});
    layout.incident = m_parts.incident.state().id;
    files.keep(m_parts.shared.stateDir + layoutFile, layout.toBytes());
    files.keep(m_parts.shared.stateDir + filtersFile, m_perspectives->filters().toUtf8());
    files.keep(m_parts.shared.stateDir + recentFile, m_parts.window.palette().commands().recent().join(u'\n').toUtf8());
}

void WarRoom::restoreLayout()
{
    if (!m_parts.look.layout.isEmpty())
        m_parts.window.restorePanels(layoutFor(m_parts.look.layout, m_parts.incident.state()));
    m_perspectives->setFilters(QString::fromUtf8(m_parts.look.filters));
    m_parts.window.palette().commands().setRecent(QString::fromUtf8(m_parts.look.recent).split(u'\n', Qt::SkipEmptyParts));
}

/// Time goes on while nobody looks; what shows it need not.
void WarRoom::followVisibility()
{
    connect(m_parts.window.windowHandle(), &QWindow::visibilityChanged, this, &WarRoom::tickWhileSeen);
    tickWhileSeen();
}

void WarRoom::tickWhileSeen()
{
    const QWindow *window = m_parts.window.windowHandle();
    const auto visibility = window ? window->visibility() : QWindow::Hidden;
    const bool seen = visibility != QWindow::Hidden && visibility != QWindow::Minimized;
    m_parts.incident.setTicking(m_ticks && (seen || m_clocksApart));
}

void WarRoom::setTicks(bool ticks)
{
    m_ticks = ticks;
    m_parts.incident.setTicking(false);
}

} // namespace fireline::window
