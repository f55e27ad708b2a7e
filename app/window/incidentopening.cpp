// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentwindow.h"

#include "actions/actionregistry.h"
#include "checklist/nextstep.h"
#include "commanddesk.h"
#include "draftkeeper.h"
#include "entry/entrypastes.h"
#include "entry/quickentry.h"
#include "entry/statecontext.h"
#include "evidencedesk.h"
#include "exchangedesk.h"
#include "fileinstance.h"
#include "paneldrafts.h"
#include "perspectivedesk.h"
#include "recordguard.h"
#include "recordreader.h"
#include "shell/filedrops.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/readingpage.h"
#include "strip/strip.h"
#include "stripdesk.h"
#include "theme/theme.h"
#include "timeline/timelinefilter.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelinepanel.h"
#include "windowalarms.h"

#include <QAction>
#include <QBoxLayout>
#include <QFileInfo>
#include <QImage>

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
    , m_instance(new FileInstance(this))
{
    buildFrame();
    buildEntry();
    takeLines();
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
            keepLayout();
            keepDrafts();
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

/// What quick entry takes, before the record is open and after.
void IncidentWindow::takeLines()
{
    using views::EntryPastes;
    using views::QuickEntry;
    const auto onceFilled = [this](std::function<void()> act) {
        if (isFilled())
            act();
        else
            m_onceFilled.append(std::move(act));
    };
    connect(m_entry, &QuickEntry::lineKept, this,
            [this](const models::EntryLine &line, bool plain) { keepUntilFilled(line, plain); });
    connect(&m_entry->pastes(), &EntryPastes::linesAccepted, this, [=, this](const QList<Command> &commands) {
        onceFilled([=, this] {
            // What was not taken goes back into the field, each line with its time.
            QStringList left;
            for (const Command &command : m_desk->submitAll(commands))
                left.append(formatEntry(command));
            if (!left.isEmpty())
                m_entry->prepare(left.join(u'\n'));
        });
    });
    connect(&m_entry->pastes(), &EntryPastes::filesGiven, this,
            [=, this](const QStringList &paths) { onceFilled([=, this] { m_evidence->attach(paths); }); });
    connect(new views::FileDrops(*m_window), &views::FileDrops::dropped, this, &IncidentWindow::takeFiles);
    connect(&m_entry->pastes(), &EntryPastes::pixelsPasted, this, [=, this](const QImage &image) {
        onceFilled([=, this] { m_desk->attachPicture({Verb::Attach, {}, {}, {}}, tr("pasted image.png"), image); });
    });
    connect(&m_entry->pastes(), &EntryPastes::imagePasted, this, [=, this](const QByteArray &png) {
        onceFilled([=, this] { m_desk->attach({Verb::Attach, {}, {}, {}}, tr("pasted image.png"), png); });
    });
}

/// Records are opened, everything else is evidence.
void IncidentWindow::takeFiles(const QStringList &paths)
{
    QStringList evidence;
    for (const QString &path : paths) {
        if (path.endsWith(u".fireline"_s, Qt::CaseInsensitive))
            emit fileRequested(path);
        else
            evidence.append(path);
    }
    if (isFilled() && !m_desk->readOnlyReason().isEmpty() && !evidence.isEmpty())
        m_evidence->attach(evidence); // says why not
    else
        m_entry->pastes().takeFiles(evidence);
}

void IncidentWindow::place(const KeptLook &look)
{
    m_look = look;
    m_layoutKept = m_window->restorePlace(m_look.layout);
}

void IncidentWindow::fill(session::OpenedIncident opened, const KeptWords &words)
{
    m_incident = std::make_unique<IncidentController>(std::move(opened), *m_sources->clock);
    m_reader = std::make_unique<RecordReader>(m_incident->path());
    m_timelineModel = std::make_unique<models::TimelineModel>(*m_incident);
    m_timelineFilter = std::make_unique<models::TimelineFilter>(*m_timelineModel);
    // Where nothing can be typed, the line belongs to the window that has the file.
    const QString drafts = m_incident->saveStatus().readOnly ? QString() : m_shared.stateDir;
    m_drafts = std::make_unique<DraftKeeper>(m_shared.words, drafts, m_incident->state().id);
    m_panelDrafts = std::make_unique<PanelDrafts>(m_shared.words, drafts, m_incident->state().id,
                                                  drafts.isEmpty() ? PanelDrafts::Left() : words.panels);
    // The words of a form that was sent are in the record, or are offered as a line.
    QStringList marks;
    for (const SentLine &sent : words.sent)
        marks.append(sent.mark);
    m_panelDrafts->forget(marks);
    m_sent = std::make_unique<SentLines>(m_shared.words, drafts, m_incident->state().id);
    m_desk = std::make_unique<CommandDesk>(*m_incident, m_window->messages());
    m_evidence = new EvidenceDesk(*m_incident, *m_desk, m_window->messages(), this);
    m_guard = std::make_unique<RecordGuard>(*m_incident, *m_window);
    buildStrip();
    buildTimeline();
    buildPanels();
    buildAlarms();
    connectTimeline();
    connectEntry();
    connectIncident();
    guardRecord();
    addActions();
    auto *exchange = new ExchangeDesk({*m_incident, *m_window, *m_strip, m_shared.preferences}, this);
    exchange->addActions();
    connect(exchange, &ExchangeDesk::settingsRequested, this, &IncidentWindow::settingsRequested);
    connect(exchange, &ExchangeDesk::entryRequested, this, &IncidentWindow::prepareEntry);
    m_perspectives = new PerspectiveDesk({*m_incident, *m_window, *m_timeline, *m_entry, *m_desk}, this);
    restoreLayout();
    m_perspectives->begin(m_layoutKept);
    showTitle();
    showWritable();
    m_entry->setKeeping(false);
    // Where nothing can be typed, lines belong to the window that has the file.
    if (!m_incident->saveStatus().readOnly)
        restoreDrafts(words);
    exchange->begin();
    recordKept();
    forgetUnfilled(words);
    if (m_window->isVisible())
        followVisibility();
    goTo(std::exchange(m_goTo, {}));
}

void IncidentWindow::buildStrip()
{
    m_strip = new views::Strip(*m_incident, m_shared.theme, m_times);
    m_window->setStrip(m_strip);
    const auto *next = new models::NextStep(*m_incident, m_window.get());
    connect(next, &models::NextStep::textChanged, m_window.get(), &views::MainWindow::setNextStep);
    m_window->setNextStep(next->text());
    connect(m_strip, &views::Strip::entryRequested, this, [this](const QString &line) { prepareEntry(line); });
    connectStrip(*m_strip, *m_window);
}

void IncidentWindow::buildTimeline()
{
    m_timeline = new views::TimelinePanel(*m_timelineFilter, m_shared.theme, m_times);
    delete m_reading->parentWidget()->layout()->replaceWidget(m_reading, m_timeline);
    delete std::exchange(m_reading, nullptr);
    m_window->setTimeline(m_timeline->list());
}

bool IncidentWindow::holdsLines() const
{
    return !m_kept.isEmpty() || !m_onceFilled.isEmpty() || !m_entry->line().trimmed().isEmpty();
}

void IncidentWindow::cannotBeFilled(const Problem &problem)
{
    m_reading->setText(problem.text);
    m_entry->setKeeping(false);
    addFileActions();
    QList<models::EntryLine> left;
    for (const KeptLine &line : std::exchange(m_kept, {}))
        left.append({line.text, line.begun});
    m_entry->putAside(left);
    connect(m_entry, &views::QuickEntry::commandRequested, this, [this, problem] { m_entry->refused(problem); });
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
    if (!isFilled() && m_leftBefore)
        keepUnfilled(false);
}

void IncidentWindow::endSession()
{
    m_sessionEnds = true;
    if (!isFilled())
        return keepUnfilled(true);
    keepLayout();
    keepDrafts();
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
        followVisibility();
    m_window->focusEntry();
}

} // namespace fireline::window
