// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentwindow.h"

#include "commanddesk.h"
#include "entry/quickentry.h"
#include "entry/statecontext.h"
#include "evidencedesk.h"
#include "linesdesk.h"
#include "paneldrafts.h"
#include "recordguard.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/readingpage.h"
#include "theme/theme.h"
#include "timeline/timelinepanel.h"
#include "warroom.h"

#include <QBoxLayout>
#include <QFileInfo>

using namespace Qt::StringLiterals;

// How a window comes up: the frame with quick entry first, then the record in it.
namespace fireline::window {

using namespace domain;
using views::Message;
using views::ReadingPage;

IncidentWindow::IncidentWindow(const Shared &shared, std::shared_ptr<IncidentSources> sources, const QString &path,
                               QObject *parent)
    : QObject(parent)
    , m_shared(shared)
    , m_sources(std::move(sources))
    , m_path(path)
    , m_window(std::make_unique<views::MainWindow>(shared.theme, m_times))
{
    buildFrame();
    buildEntry();
    m_lines = std::make_unique<LinesDesk>(LinesDesk::Parts{m_shared, m_path, *m_window, *m_entry, m_times});
    connect(m_lines.get(), &LinesDesk::fileRequested, this, &IncidentWindow::fileRequested);
}

IncidentWindow::IncidentWindow(const Shared &shared, std::shared_ptr<IncidentSources> sources, session::OpenedIncident opened,
                               const KeptLook &look, const KeptWords &words, QObject *parent)
    : IncidentWindow(shared, std::move(sources), opened.path, parent)
{
    place(look);
    fill(std::move(opened), words);
}

IncidentWindow::~IncidentWindow() = default;

void IncidentWindow::buildFrame()
{
    auto *strip = new ReadingPage(ReadingPage::Place::Strip, m_shared.theme);
    strip->setText(QFileInfo(m_path).fileName());
    m_window->setStrip(strip);
    m_window->setIncidentTitle({}, QFileInfo(m_path).completeBaseName(), false);
    m_window->setCloseGuard([this] { return mayClose(); });
    connect(m_window.get(), &views::MainWindow::closed, this, [this] {
        if (isFilled()) {
            m_room->keepLayout();
            m_lines->keepDrafts();
        }
        emit closed();
    });
}

void IncidentWindow::buildEntry()
{
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    m_reading = new ReadingPage(ReadingPage::Place::Rows, m_shared.theme);
    m_reading->setText(tr("The record is being read. What you type is recorded, with its time, once it is open."));
    m_entry = new views::QuickEntry(m_shared.theme, m_times, [this] {
        EntryContext context;
        if (isFilled())
            context = entryContext(m_incident->state(), m_incident->process(), m_incident->now());
        else
            context.now = m_sources->clock->now();
        context.zone = m_times.zone();
        context.local = m_times.local();
        return context;
    });
    m_entry->setKeeping(true);
    column->addWidget(m_reading, 1);
    column->addWidget(m_entry);
    m_window->setCentre(centre, nullptr, m_entry);
}

void IncidentWindow::place(const KeptLook &look)
{
    m_look = look;
    m_layoutKept = m_window->restorePlace(m_look.layout);
}

void IncidentWindow::fill(session::OpenedIncident opened, const KeptWords &words)
{
    m_incident = std::make_unique<IncidentController>(std::move(opened), *m_sources->clock);
    // Where nothing can be typed, words belong to the window that has the file.
    const bool keeps = !m_incident->saveStatus().readOnly;
    m_panelDrafts = std::make_unique<PanelDrafts>(m_shared.words, keeps ? m_shared.stateDir : QString(), m_incident->state().id,
                                                  keeps ? words.panels : PanelDrafts::Left());
    m_desk = std::make_unique<CommandDesk>(*m_incident, m_window->messages());
    m_lines->open({*m_incident, *m_desk, *new EvidenceDesk(*m_incident, *m_desk, m_window->messages(), this), *m_panelDrafts},
                  words);
    m_guard = std::make_unique<RecordGuard>(*m_incident, *m_window);
    m_room = std::make_unique<WarRoom>(WarRoom::Parts{m_shared, m_look, *m_incident, *m_desk, *m_guard, *m_panelDrafts, *m_window,
                                                      m_times, *m_entry, std::exchange(m_reading, nullptr)});
    m_lines->connectEntry(m_look);
    connect(m_lines.get(), &LinesDesk::entered, &m_room->timeline(), &views::TimelinePanel::showEntered);
    connectIncident();
    addActions();
    m_room->begin(m_layoutKept);
    m_lines->giveBack(words);
    m_room->beginExchange();
    m_lines->recordTyped(words);
    if (m_window->isVisible())
        m_room->followVisibility();
    goTo(std::exchange(m_goTo, {}));
}

void IncidentWindow::cannotBeFilled(const Problem &problem)
{
    m_reading->setText(problem.text);
    addFileActions();
    m_lines->giveUp(problem);
    m_window->messages().show(
        {Message::Kind::Refusal,
         tr("%1 What you typed is not recorded. Copy it from quick entry; Ctrl+Up brings more of it.").arg(problem.text)});
}

void IncidentWindow::tell(const Problem &problem)
{
    if (isFilled())
        m_desk->tell(problem);
    else
        m_window->messages().show({Message::Kind::Warning, problem.text, problem.source});
}

void IncidentWindow::goOn()
{
    m_sessionEnds = false;
    m_lines->goOn();
}

void IncidentWindow::endSession()
{
    m_sessionEnds = true;
    if (!isFilled())
        return m_lines->keepUnfilled(true);
    m_room->keepLayout();
    m_lines->keepDrafts();
    m_lines->keepPictures();
    m_shared.words.flush();
    m_shared.files.flush();
}

void IncidentWindow::show()
{
    // A console wants the whole of a laptop's screen; who made it smaller gets it so again.
    if (m_shared.safeMode || !m_layoutKept)
        m_window->showMaximized();
    else
        m_window->show();
    if (isFilled())
        m_room->followVisibility();
    m_window->focusEntry();
}

} // namespace fireline::window
