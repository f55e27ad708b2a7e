// SPDX-License-Identifier: GPL-3.0-or-later
// How records come into windows: opened, declared, played, taken over from elsewhere.
#include "windowprogram.h"

#include "backups.h"
#include "commanddesk.h"
#include "drillsetup.h"
#include "fileinstance.h"
#include "files/fileidentity.h"
#include "heldrecord.h"
#include "historyimport.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "start/filename.h"
#include "startdesk.h"
#include "statefolder.h"
#include "takeanswer.h"
#include "windowdrill.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using session::OpenedIncident;
using views::Message;

namespace {

/// The work that opens a record refers to the sources, and may go on when nobody waits for it any more.
session::Opening holding(session::Opening opening, const std::shared_ptr<IncidentSources> &sources)
{
    opening.then([sources](const std::shared_ptr<Outcome<OpenedIncident>> &) {});
    return opening;
}

} // namespace

// The window is there at once: whoever opens a record has something to write down.
void WindowProgram::open(const QString &path, bool readOnly, const QString &eventId, const std::optional<Problem> &why)
{
    for (IncidentWindow *window : std::as_const(m_windows)) {
        if (store::isSameFile(window->path(), path)) {
            window->raise();
            return window->goTo(eventId);
        }
    }
    const auto sources = makeSources();
    auto *window = new IncidentWindow(shared(), sources, path, this);
    window->goTo(eventId);
    adopt(window);
    withLook(window, [=, this](const KeptLook &look) {
        window->place(look);
        read(window, sources, readOnly, why);
        present(window);
    });
}

// A window that was closed meanwhile wants nothing any more; the sources live as long as the session refers to them.
void WindowProgram::read(IncidentWindow *window, const std::shared_ptr<IncidentSources> &sources, bool readOnly,
                         const std::optional<Problem> &why)
{
    const auto setup = sources->setup(m_settings.profile, m_settings.device, withPlaybooks());
    const auto opening = session::openIncident(window->path(), readOnly, setup, m_hooks.storeWrapper());
    takeAnswer(this, holding(opening, sources),
               [this, sources, why, window = QPointer(window)](const std::shared_ptr<Outcome<OpenedIncident>> &opened) {
                   if (window.isNull())
                       *opened = Problem{};
                   else if (!*opened)
                       notOpened(window, sources, opened->problem());
                   else
                       this->opened(window, sources, std::move(*opened).value(), why);
               });
}

void WindowProgram::opened(IncidentWindow *window, const std::shared_ptr<IncidentSources> &sources, OpenedIncident opened,
                           const std::optional<Problem> &why)
{
    // A drill has a time of its own, which ended with its player: nothing of today belongs into it.
    opened.readOnly = opened.readOnly || opened.session->state().drill;
    if (why)
        opened.whyReadOnly = why;
    const std::function<KeptWords()> job = [folder = session::stateFolder(), incident = opened.session->state().id,
                                            path = opened.path] { return readWords(folder, incident, path); };
    auto held = std::make_shared<HeldRecord>(HeldRecord{sources, std::move(opened)});
    takeAnswer(window, m_words.later<KeptWords>(job), [this, window, held](const KeptWords &left) {
        askTheFile(window, held->opened, left, [this, window, held](const KeptWords &words) {
            window->fill(std::move(held->opened), words);
            rememberOpen();
            remember(*window);
            rememberChanges(*window);
        });
    });
}

void WindowProgram::notOpened(IncidentWindow *window, const std::shared_ptr<IncidentSources> &sources, const Problem &problem)
{
    const QString backup = problem.kind == Problem::Kind::Damaged ? session::newestBackup(window->path()) : QString();
    if (!backup.isEmpty() && !window->holdsLines()) {
        giveUp(window);
        return open(backup, true, {}, problem);
    }
    if (window->holdsLines())
        return window->cannotBeFilled(problem);
    if (problem.kind != Problem::Kind::Locked) {
        giveUp(window);
        return tell(problem);
    }
    // Who has it open shows it; where nobody answers, it can be looked at here.
    FileInstance::askToRaise(window->path(), window, [this, sources, window, problem](bool raised) {
        if (!raised)
            return read(window, sources, true, problem);
        if (window->holdsLines())
            return window->cannotBeFilled(problem);
        giveUp(window);
        if (m_windows.isEmpty() && !m_start)
            QCoreApplication::quit();
    });
}

void WindowProgram::giveUp(IncidentWindow *window)
{
    m_windows.removeOne(window);
    rememberOpen();
    window->window().hide();
    window->deleteLater();
}

void WindowProgram::declare(const models::DeclareRequest &request)
{
    const auto process = m_processes.process(request.processId);
    if (!process)
        return m_start->refused(process.problem());
    Command command{Verb::Declare, {}, {}, {{u"text"_s, request.title}}};
    if (!request.severity.isEmpty())
        command.args.insert(u"severity"_s, request.severity);
    if (!request.fields.isEmpty())
        command.args.insert(u"fields"_s, request.fields);
    if (request.isPrivate)
        command.args.insert(u"private"_s, true);
    const auto sources = makeSources();
    const auto setup = sources->setup(m_settings.profile, m_settings.device, withPlaybooks());
    const auto opening = session::declareIncident(request.path, setup, m_processes.withPlaybooks(process.value()), command);
    takeAnswer(this, holding(opening, sources), [this, sources, request](const std::shared_ptr<Outcome<OpenedIncident>> &opened) {
        if (!*opened)
            return m_start->refused(opened->problem());
        const QList<Command> behind = m_start->behind(request);
        m_start->declared();
        rememberAnswers(request);
        show(sources, std::move(*opened).value(), [behind](IncidentWindow *window) {
            for (const Command &fromAlert : behind)
                window->desk().submit(fromAlert);
            for (const Notice &notice : window->incident().session().declarationNotices())
                window->window().messages().show({Message::Kind::Warning, notice.text, notice.source});
        });
    });
}

void WindowProgram::startDrill(const QString &id)
{
    auto scenario = std::make_shared<Outcome<drill::Scenario>>(m_drills.find(id));
    if (!*scenario)
        return tell(scenario->problem());
    const auto process = m_processes.process(scenario->value().process);
    if (!process)
        return tell(process.problem());
    const drill::DrillSetup setup = drill::setupOf(scenario->value());
    const auto sources = makeSources();
    auto clock = std::make_unique<SimulatedClock>(setup.start);
    SimulatedClock *drillClock = clock.get();
    sources->clock = std::move(clock);
    sources->ids = std::make_unique<UuidV7Source>(setup.seed);
    const QString folder = m_settings.dataDir + u"/drills/"_s;
    const QString wanted = u"drill-%1-%2.fireline"_s.arg(scenario->value().id,
                                                         QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s));
    // Twice within a second is two drills.
    const QString name = models::freeFileName(wanted, [&](const QString &taken) { return QFileInfo::exists(folder + taken); });
    const auto opening = session::declareIncident(folder + name, sources->setup(setup.typist, setup.device, withPlaybooks()),
                                                  process.value(), setup.declare);
    takeAnswer(this, holding(opening, sources),
               [this, sources, scenario, drillClock](const std::shared_ptr<Outcome<OpenedIncident>> &opened) {
                   if (!*opened)
                       return tell(opened->problem());
                   show(sources, std::move(*opened).value(),
                        [=, this](IncidentWindow *window) { runDrill(window, scenario->value(), *drillClock); });
               });
}

void WindowProgram::runDrill(IncidentWindow *window, const drill::Scenario &scenario, SimulatedClock &clock)
{
    window->setTicks(false);
    auto *play = new WindowDrill(
        {scenario, m_options.watch, scenario.people.value(0).name, m_options.speed, m_hooks.drillStandsAfter()},
        window->incident(), clock, window);
    auto &messages = window->window().messages();
    connect(play, &WindowDrill::said, &messages, [&messages](const drill::DrillLine &line) {
        using Kind = drill::DrillLine::Kind;
        if (line.kind == Kind::Say)
            messages.show({Message::Kind::Info, line.text});
        else if (line.kind == Kind::Left)
            messages.show({Message::Kind::Info, tr("Your turn. One way: %1").arg(line.text), {}, {}, u"drill.turn"_s});
    });
    if (!play->isGuided())
        connect(play, &WindowDrill::ended, &messages, [&messages](const drill::DrillResult &result) {
            const bool stopped = result.problem && result.problem->code == "stopped"_L1;
            messages.show({stopped ? Message::Kind::Warning : Message::Kind::Info,
                           stopped ? tr("The drill is stopped. Nothing in it goes on; its record can be read.")
                           : result.passed()
                               ? tr("The drill is over. Nothing ran late, and nothing was overridden.")
                               : tr("The drill is over. Something ran late or went otherwise; the log says what.")});
        });
    window->followDrill(*play);
    play->start();
}

void WindowProgram::importRecord(const QString &path)
{
    const auto process = m_processes.process(m_settings.importProcess);
    if (!process)
        return tell(process.problem());
    const QString folder = m_settings.dataDir + u"/incidents/"_s;
    const QString name = models::freeFileName(QFileInfo(path).completeBaseName() + u".fireline"_s,
                                              [&](const QString &taken) { return QFileInfo::exists(folder + taken); });
    const auto sources = makeSources();
    const auto opening = session::importIncident(
        folder + name, sources->setup(m_settings.profile, m_settings.device, withPlaybooks()), process.value(), path);
    takeAnswer(this, holding(opening, sources), [this, sources](const std::shared_ptr<Outcome<OpenedIncident>> &opened) {
        if (!*opened)
            return tell(opened->problem());
        const QString count = tr("%n entries were taken over.", nullptr, opened->value().taken);
        const int left = opened->value().notPlaced;
        show(sources, std::move(*opened).value(), [count, left](IncidentWindow *window) {
            window->window().messages().show({Message::Kind::Info, count});
            if (left > 0)
                window->window().messages().show(
                    {Message::Kind::Warning,
                     tr("%n lines found no place. “fireline import” names each with the reason.", nullptr, left)});
        });
    });
}

} // namespace fireline::window
