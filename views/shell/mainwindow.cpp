// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "access/readablerows.h"
#include "actions/actionregistry.h"
#include "forms/panelbutton.h"
#include "palette/commandpalette.h"
#include "shell/centrepages.h"
#include "shell/keysheet.h"
#include "shell/menus.h"
#include "shell/messagebar.h"
#include "shell/panelactions.h"
#include "shell/paneldocks.h"
#include "shell/perspectivelayouts.h"
#include "shell/perspectives.h"
#include "shell/regions.h"
#include "shell/screenroom.h"
#include "shell/shellactions.h"
#include "shell/statusline.h"
#include "shell/stripbar.h"
#include "shell/titletext.h"
#include "shell/windowfit.h"
#include "shell/writecontrols.h"
#include "theme/theme.h"

#include <QAction>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenuBar>
#include <QScreen>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr QSize designSize{1366, 768};

} // namespace

MainWindow::MainWindow(Theme &theme, TimeDisplay &times, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_actions(new ActionRegistry(this))
    , m_messages(new MessageBar(theme))
    , m_centre(new CentrePages)
    , m_docks(new PanelDocks(this, m_centre, theme))
    , m_perspectives(new Perspectives(*m_docks, this))
    , m_status(new StatusLine(theme, times))
    , m_palette(new CommandPalette(*m_actions, QString::fromUtf16(ShellActions::PaletteId), theme, this))
    , m_keys(new KeySheet(*m_actions, theme, this))
    , m_regions(new Regions(this))
    , m_writing(new WriteControls(this))
{
    setObjectName(u"mainWindow"_s);
    installReadables();
    connect(m_actions, &ActionRegistry::keyRefused, this, &MainWindow::answerKey);
    buildUi();
    new WindowFit(this);
    (new ShellActions(*this, theme, times))->addWindowActions(*m_palette, *m_keys, *m_regions, *m_perspectives);
    // Where a keyboard layout has no Latin letters, Ctrl+K is not delivered: the button stays.
    (new Menus(menuBar(), *m_actions, m_theme))->addButton(QString::fromUtf16(ShellActions::PaletteId), tr("Find a command"));
    buildRegions();
    setIncidentTitle({}, {}, false);
    connect(m_perspectives, &Perspectives::changed, this, &MainWindow::showWriting);
    connect(m_perspectives, &Perspectives::changed, this, &MainWindow::perspectiveChanged);
    connect(m_messages, &MessageBar::focusLost, this, &MainWindow::focusEntry);
    connect(m_docks, &PanelDocks::focusLost, this, &MainWindow::focusEntry);
    connect(m_docks, &PanelDocks::escapePressed, this, &MainWindow::escape);
    connect(&theme, &Theme::changed, this, &MainWindow::showTheme);
    resize(designSize.boundedTo(screenRoom(*screen(), *this).size()));
}

MainWindow::~MainWindow() = default;

void MainWindow::buildUi()
{
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    // Above the timeline: a message never moves the line that is being typed.
    layout->addWidget(m_messages);
    layout->addWidget(m_centre, 1);
    setCentralWidget(column);
    m_palette->setAnchor(column);
    setContextMenuPolicy(Qt::PreventContextMenu);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(m_status, 1);
    connect(statusBar(), &QStatusBar::messageChanged, m_status, &StatusLine::setTip);
}

void MainWindow::setStrip(QWidget *strip)
{
    m_strip = strip;
    if (m_stripBar)
        m_stripBar->deleteLater();
    m_stripBar = new StripBar(strip, this);
    addToolBar(Qt::TopToolBarArea, m_stripBar);
}

void MainWindow::setCentre(QWidget *centre, QWidget *timeline, QWidget *entry)
{
    m_timeline = timeline;
    m_entry = entry;
    m_centre->insertTab(0, centre, tr("Timeline"));
    m_centre->setCurrentIndex(0);
}

void MainWindow::addPanels(const QList<PanelDescriptor> &panels)
{
    m_docks->add(panels);
    for (const PanelDescriptor &panel : panels)
        m_writing->addRoot(panel.widget);
    m_perspectives->reset();
    addPanelActions(panels, *m_actions, *m_docks, this);
    m_actions->refresh();
}

void MainWindow::setStatusWidgets(QWidget *alert, QWidget *sounds)
{
    m_status->setWidgets(alert, sounds);
    m_writing->addRoot(alert);
}

void MainWindow::setAwake(bool awake)
{
    m_status->setAwake(awake);
}

void MainWindow::setNextStep(const QString &text)
{
    m_status->setNextStep(text);
}

void MainWindow::setIncidentTitle(const QString &severity, const QString &title, bool drill)
{
    setWindowTitle(titleText(severity, title, drill));
    if (!title.isEmpty())
        m_perspectives->setDrill(drill);
}

Perspective MainWindow::perspective() const
{
    return m_perspectives->current();
}

void MainWindow::setPerspective(Perspective perspective)
{
    m_perspectives->set(perspective);
    focusHome();
}

void MainWindow::choosePerspective(Perspective perspective)
{
    m_chosen = true;
    setPerspective(perspective);
}

bool MainWindow::followPerspective(Perspective perspective)
{
    if (m_chosen || perspective == this->perspective())
        return false;
    m_perspectives->set(perspective);
    return true;
}

/// What writes is absent where nothing is to be written, not grey (ux 2.3).
void MainWindow::showWriting()
{
    const bool reads = Perspectives::isReadOnly(perspective());
    m_actions->setReadOnly(reads ? tr("This perspective only reads. Choose another one to write: Ctrl+1 is Command.")
                                 : QString());
    m_writing->setAbsent(reads);
    if (!m_entry)
        return;
    const bool hadFocus = m_entry->isAncestorOf(focusWidget());
    m_entry->setVisible(!reads);
    if (reads && hadFocus && m_timeline)
        m_timeline->setFocus(Qt::OtherFocusReason);
}

void MainWindow::lockWriting(const QString &reason)
{
    m_actions->lock(reason);
    m_writing->lock(reason);
}

void MainWindow::resetLayout()
{
    m_perspectives->reset();
}

QByteArray MainWindow::layoutState() const
{
    LayoutState state;
    state.geometry = normalGeometry().isValid() ? normalGeometry() : geometry();
    state.maximised = isMaximized();
    state.current = m_perspectives->current();
    state.layouts = m_perspectives->layouts();
    return state.toBytes();
}

bool MainWindow::restorePlace(const QByteArray &bytes)
{
    const auto state = LayoutState::fromBytes(bytes);
    if (state && state->geometry.isValid())
        setGeometry(clampedTo(state->geometry, screenRoom(*screen(), *this)));
    if (state && state->maximised)
        setWindowState(windowState() | Qt::WindowMaximized);
    return state.has_value();
}

bool MainWindow::restorePanels(const QByteArray &bytes)
{
    const auto state = bytes.isEmpty() ? LayoutState{} : LayoutState::fromBytes(bytes);
    const LayoutState wanted = state.value_or(LayoutState{});
    m_perspectives->restore(wanted.current, wanted.layouts);
    if (!state)
        m_messages->show({Message::Kind::Info, tr("The kept window layout could not be read. This is the default layout.")});
    return state.has_value();
}

void MainWindow::focusEntry()
{
    if (!m_entry)
        return;
    m_centre->setCurrentIndex(0);
    if (QWidget *wanted = Perspectives::isReadOnly(perspective()) ? m_timeline : m_entry)
        wanted->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::tick(domain::Instant now)
{
    m_status->tick(now);
    m_messages->tick(now);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(!m_mayClose || m_mayClose());
    if (event->isAccepted())
        emit closed();
}

/// What no widget wanted: Escape, Enter on a button, the way into the menus, and keys of commands that cannot be done now.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (pressButton(focusWidget(), *event))
        return;
    const QString command = m_actions->idForKey(QKeySequence(event->keyCombination()), focusWidget());
    if (event->key() == Qt::Key_Escape)
        escape();
    else if (event->keyCombination() == QKeyCombination(Qt::Key_F10) && !menuBar()->actions().isEmpty())
        menuBar()->setActiveAction(menuBar()->actions().first());
    else if (!command.isEmpty())
        answerKey(command);
    else
        QMainWindow::keyPressEvent(event);
}

/// People press keys; they get an answer.
void MainWindow::answerKey(const QString &command)
{
    m_actions->refresh();
    QAction *action = m_actions->action(command);
    if (action->isEnabled())
        action->trigger();
    else
        m_messages->show({Message::Kind::Info, m_actions->whyNot(command), {}, {}, u"whyNot"_s});
}

/// The past is left first, as the strip says; then a message closes, then the scribe is back in quick entry.
void MainWindow::escape()
{
    if (m_leave && m_leave())
        return;
    if (!m_messages->closeNewest() && perspective() == Perspective::Scribe)
        focusEntry();
}

void MainWindow::focusHome()
{
    const QString panel = leadingPanel(perspective(), m_docks->panels());
    if (!panel.isEmpty() && m_docks->place(panel).shown && m_docks->focus(panel))
        return;
    focusEntry();
}

void MainWindow::showTheme()
{
    statusBar()->setFont(m_theme.textFont());
}

} // namespace fireline::views
