// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncrun.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;
using State = sync::LinkStatus::State;
using store::SqliteJournal;

namespace {

Problem problemOf(Problem::Kind kind, const QString &code, const QString &text)
{
    return {kind, code, text, {}, {}, {}};
}

bool isDrill(const SqliteJournal &file)
{
    bool drill = false;
    const auto read = file.read(0, [&](qint64, const Event &event) {
        drill = event.body().value(u"drill"_s).toBool();
        return false;
    });
    return read.ok() && drill;
}

int codeOf(const Problem &problem)
{
    if (problem.code == "unreachable"_L1 || problem.code == "silent"_L1 || problem.code == "server-changed"_L1)
        return Unreachable;
    return exitCodeOf(problem);
}

} // namespace

SyncRun::SyncRun(Console &console, SyncWish wish, const backend::BackendAddress &address)
    : m_console(console)
    , m_wish(std::move(wish))
    , m_shown(address.shown)
{
    sync::SyncPolicy policy;
    policy.recorder = console.as.isEmpty() ? console.settings.profile : console.as; // who the login is, for this once
    if (!m_wish.incident.isEmpty())
        policy.alsoHeads = {m_wish.incident};
    m_link = std::make_unique<link::IncidentLink>(address, policy);
    connect(m_link.get(), &link::IncidentLink::linkChanged, this, &SyncRun::linkChanged);
    connect(m_link.get(), &link::IncidentLink::headsSeen, this, &SyncRun::headsSeen);
    connect(m_link.get(), &link::IncidentLink::taken, this, &SyncRun::taken);
    connect(m_link.get(), &link::IncidentLink::refused, this, &SyncRun::refused);
    connect(m_link.get(), &link::IncidentLink::rewound, this, &SyncRun::rewound);
    connect(m_link.get(), &link::IncidentLink::settled, this, &SyncRun::settled);
}

// A file that was made and into which nothing came is taken away again.
SyncRun::~SyncRun()
{
    const bool isEmpty = m_made && m_file && m_file->incident().isEmpty();
    m_link.reset();
    m_file.reset();
    if (isEmpty)
        QFile::remove(m_wish.path);
}

int SyncRun::run()
{
    if (QFileInfo::exists(m_wish.path)) {
        if (const auto opened = openFile(); !opened) {
            const int exitCode = m_console.fail(opened.problem());
            return opened.problem().code == "not-shared"_L1 ? int(NeedsPerson) : exitCode;
        }
    } else if (m_wish.adopt) {
        // Any other file that does not exist is made from the backend; this one was to be put there.
        return m_console.fail(problemOf(Problem::Kind::NotFound, u"no-file"_s,
                                        tr("%1 does not exist: there is nothing to put on the backend.").arg(m_wish.path)));
    }
    m_link->start();
    return QCoreApplication::exec();
}

Outcome<void> SyncRun::openFile()
{
    auto file = SqliteJournal::open(m_wish.path, SqliteJournal::Mode::ReadWrite);
    if (!file)
        return file.problem();
    m_file = std::move(file).value();
    if (m_file->incident().isEmpty())
        return {};
    if (const auto checked = checkWish(); !checked)
        return checked;
    m_waiting = waiting();
    const auto followed = m_link->follow(m_file->incident(), m_file->exchange());
    return followed && m_wish.adopt ? m_link->adopt() : followed;
}

Outcome<void> SyncRun::checkWish() const
{
    if (!m_wish.incident.isEmpty() && m_wish.incident != m_file->incident())
        return problemOf(Problem::Kind::Usage, u"other-incident"_s,
                         tr("%1 is the file of another incident. Name a file that does not exist yet.").arg(m_wish.path));
    if (isDrill(*m_file))
        return problemOf(Problem::Kind::Usage, u"drill"_s, tr("%1 is a drill. Drills stay on this computer.").arg(m_wish.path));
    const auto cursor = m_file->exchange().cursor();
    const auto queued = m_file->exchange().queued(1);
    if (!cursor || !queued)
        return cursor ? queued.problem() : cursor.problem();
    const bool isOffline = cursor.value().seq == 0 && !queued.value().isEmpty() && !queued.value().first().history;
    if (isOffline && !m_wish.adopt)
        return problemOf(
            Problem::Kind::Usage, u"not-shared"_s,
            tr("%1 is on no backend yet. To put it there, with everything in it as history, add: --adopt").arg(m_wish.path));
    if (!isOffline && m_wish.adopt)
        return problemOf(Problem::Kind::Usage, u"shared"_s,
                         tr("%1 is on its way to a backend already. Leave out --adopt.").arg(m_wish.path));
    return {};
}

Outcome<void> SyncRun::follow(const QString &incident)
{
    if (!m_file) {
        auto made = SqliteJournal::create(m_wish.path);
        if (!made)
            return made.problem();
        m_file = std::move(made).value();
        m_made = true;
    }
    return m_link->follow(incident, m_file->exchange());
}

void SyncRun::linkChanged(const sync::LinkStatus &status)
{
    if (status.state == State::Online && !std::exchange(m_wasOnline, true) && !m_console.json) {
        m_console.out << tr("Connected to %1 as %2.").arg(m_shown, status.server.login) << '\n';
        m_console.out.flush();
    }
    if (!status.problem)
        return;
    const bool isOver = m_wish.once || (!m_wasOnline && status.state == State::Refused);
    if (isOver && (status.state == State::Waiting || status.state == State::Refused))
        return finish(*status.problem);
    if (std::exchange(m_told, status.problem->code) != status.problem->code) {
        m_console.err << u"fireline: "_s << status.problem->text << '\n';
        m_console.err.flush();
    }
    m_wasOnline = m_wasOnline && status.state == State::Online;
}

void SyncRun::headsSeen(const QList<ServerHead> &heads)
{
    if (!m_link->incident().isEmpty() || m_finished)
        return;
    QStringList found;
    for (const ServerHead &head : heads) {
        if (m_wish.incident.isEmpty() ? head.state == "open"_L1 : head.incident == m_wish.incident)
            found.append(head.incident);
    }
    if (found.size() != 1) {
        const QString text = !m_wish.incident.isEmpty() ? tr("%1 shows you no incident %2.").arg(m_shown, m_wish.incident)
                             : found.isEmpty()
                                 ? tr("%1 shows you no open incident.").arg(m_shown)
                                 : tr("%1 has several open incidents. Name one by --incident: %2").arg(m_shown, found.join(u' '));
        return finish(problemOf(found.isEmpty() ? Problem::Kind::NotFound : Problem::Kind::Usage, u"which"_s, text));
    }
    if (const auto followed = follow(found.first()); !followed)
        finish(followed.problem());
}

void SyncRun::taken(const QList<ServerEvent> &events)
{
    const int before = std::exchange(m_waiting, waiting());
    const int sent = std::clamp(before - m_waiting, 0, int(events.size()));
    m_sent += sent;
    m_received += int(events.size()) - sent;
}

int SyncRun::waiting() const
{
    const auto count = m_file->outboxCount();
    return count ? int(count.value()) : m_waiting;
}

void SyncRun::rewound(qint64 seq, const Rewind &what)
{
    m_waiting = waiting();
    m_aside += what.aside;
    m_console.err
        << u"fireline: "_s
        << tr("The backend went back to its entry %1. Set aside here: %2 entries, of which %3 are handed over once more. "
              "The others come back from the consoles that wrote them; until then keep this file. To see them: "
              "fireline log %4 --aside")
               .arg(seq)
               .arg(what.aside)
               .arg(what.queued)
               .arg(m_wish.path)
        << '\n';
    m_console.err.flush();
}

void SyncRun::refused(const QList<Refusal> &refusals)
{
    m_waiting = waiting();
    for (const Refusal &refusal : refusals) {
        m_refused.append(QJsonObject{{u"id"_s, refusal.event}, {u"reason"_s, refusal.reason}, {u"rule"_s, refusal.rule}});
        if (!m_console.json)
            m_console.out << u"refused %1 %2 %3\n"_s.arg(refusal.reason, refusal.rule.isEmpty() ? u"-"_s : refusal.rule,
                                                         refusal.event);
    }
    m_console.out.flush();
}

void SyncRun::settled()
{
    if (m_finished || m_link->incident().isEmpty())
        return;
    const int exitCode = verdict();
    tell();
    if (m_wish.once || exitCode == NeedsPerson)
        finish(exitCode);
}

// What a person has to know before the figures.
int SyncRun::verdict()
{
    const sync::ReplicaStatus status = m_link->replica();
    const bool unsent = m_link->hasUnsent();
    QString text;
    int exitCode = m_refused.isEmpty() ? Done : Findings;
    if (status.state == sync::ReplicaStatus::State::Hidden) {
        text = tr("%1 shows you no such incident. What is in the file stays there.").arg(m_shown);
        exitCode = NoAccess;
    } else if (status.problem) {
        text = status.problem->text;
        exitCode = status.state == sync::ReplicaStatus::State::Forked ? NeedsPerson : Findings;
    } else if (unsent && !m_link->status().server.mayWrite) {
        text = tr("Your login may look and not write. What was written here stays in this file.");
        exitCode = Findings;
    } else if (unsent) {
        text = tr("Not everything could be handed over. What is left stays in this file.");
        exitCode = Findings;
    }
    if (!text.isEmpty() && std::exchange(m_told, text) != text) {
        m_console.err << u"fireline: "_s << text << '\n';
        m_console.err.flush();
    }
    return exitCode;
}

qint64 SyncRun::onlyHere() const
{
    const auto count = m_file->exchange().onlyHere();
    return count ? count.value() : 0;
}

void SyncRun::tell()
{
    if (!m_wish.once && m_sent + m_received + m_aside + m_refused.size() == 0)
        return;
    const qint64 seq = m_link->replica().seq;
    if (m_console.json) {
        m_console.print(QJsonObject{{u"incident"_s, m_link->incident()},
                                    {u"seq"_s, seq},
                                    {u"sent"_s, m_sent},
                                    {u"received"_s, m_received},
                                    {u"refused"_s, m_refused},
                                    {u"aside"_s, m_aside},
                                    {u"onlyHere"_s, onlyHere()},
                                    {u"unsent"_s, m_link->hasUnsent()}});
    } else {
        m_console.out << tr("Handed over: %1. Received: %2. Refused: %3. The backend has %4.")
                             .arg(m_sent)
                             .arg(m_received)
                             .arg(m_refused.size())
                             .arg(seq)
                      << '\n';
        if (const qint64 only = onlyHere(); only > 0)
            m_console.out << tr("In this file and not on the backend any more: %1. To see them: fireline log %2 --aside")
                                 .arg(only)
                                 .arg(m_wish.path)
                          << '\n';
        m_console.out.flush();
    }
    m_sent = m_received = m_aside = 0;
    m_refused = {};
}

void SyncRun::finish(const Problem &problem)
{
    if (m_finished)
        return;
    (void)m_console.fail(problem);
    finish(codeOf(problem));
}

void SyncRun::finish(int exitCode)
{
    if (!std::exchange(m_finished, true))
        QCoreApplication::exit(exitCode);
}

} // namespace fireline::cli
