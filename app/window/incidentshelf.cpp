// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentshelf.h"

#include "answerof.h"
#include "core/clock.h"
#include "registerentry.h"
#include "sqlite/sqlitejournal.h"
#include "state/incidentstate.h"

#include <QFileInfo>
#include <QHash>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using models::RecentIncident;
using models::SearchHit;
using models::start::RecentState;
using store::IncidentRegister;
using store::IncidentSummary;
using store::SqliteJournal;

namespace {

template<typename T>
QFuture<T> inPool(QThreadPool &pool, std::function<T()> job)
{
    return session::answerOf<T>(std::move(job), [&pool](auto work) { pool.start(std::move(work)); });
}

Instant today()
{
    return SystemClock().now();
}

RecentState lifeOf(const IncidentSummary &summary)
{
    if (summary.withdrawn.isSet())
        return RecentState::Withdrawn;
    if (summary.closed.isSet())
        return RecentState::Closed;
    return summary.resolved.isSet() ? RecentState::Resolved : RecentState::Open;
}

RecentIncident recentOf(const IncidentSummary &summary)
{
    RecentIncident recent;
    recent.path = summary.path;
    recent.title = summary.title;
    recent.severity = summary.severity;
    recent.rank = summary.rank;
    recent.phase = summary.phase;
    recent.life = lifeOf(summary);
    recent.drill = summary.drill;
    recent.process = summary.process;
    recent.changed = summary.changed;
    if (!QFileInfo::exists(summary.path))
        recent.missing = IncidentShelf::tr("The file is not there any more.");
    return recent;
}

/// The register; one that was just begun anew is filled from the files where ours are kept.
Outcome<std::unique_ptr<IncidentRegister>> opened(const QString &path)
{
    auto known = IncidentRegister::open(path, today());
    if (!known || !known.value()->isFresh())
        return known;
    const QString folder = QFileInfo(path).absolutePath();
    const auto found = session::summariesIn({folder + u"/incidents"_s, folder + u"/drills"_s}, SystemClock());
    if (const auto filled = known.value()->rebuild(found); !filled)
        return filled.problem();
    return known;
}

/// What a file's own index finds. A file that cannot be read is left out: the list of recent incidents says why.
void findIn(const IncidentSummary &summary, const QString &words, int limit, QList<SearchHit> &hits)
{
    if (summary.title.contains(words, Qt::CaseInsensitive))
        hits.append({summary.path, summary.title, {}, summary.declared, {}});
    const auto journal = SqliteJournal::open(summary.path, SqliteJournal::Mode::ReadOnly);
    const auto found = journal ? journal.value()->search(words, limit) : Outcome<QList<QString>>(journal.problem());
    if (!found || found.value().isEmpty())
        return;
    IncidentState state;
    (void)journal.value()->read(0, [&](qint64, const Event &event) {
        apply(state, event);
        return true;
    });
    for (const QString &id : found.value()) {
        if (const Entry *entry = state.entry(id))
            hits.append({summary.path, summary.title, entry->text, entry->at, id});
    }
}

} // namespace

IncidentShelf::IncidentShelf(const QString &dataDir, QObject *parent)
    : QObject(parent)
    , m_registerPath(dataDir.isEmpty() ? QString() : dataDir + u"/register.sqlite"_s)
{
    m_pool.setMaxThreadCount(1);
}

IncidentShelf::~IncidentShelf()
{
    m_pool.waitForDone();
}

QFuture<QList<RecentIncident>> IncidentShelf::recent()
{
    return inPool<QList<RecentIncident>>(m_pool, [this, path = m_registerPath] {
        QList<RecentIncident> rows;
        if (path.isEmpty())
            return rows;
        const auto shelf = opened(path);
        const auto known = shelf ? shelf.value()->incidents() : Outcome<QList<IncidentSummary>>(shelf.problem());
        if (!known) {
            emit problemOccurred(known.problem());
            return rows;
        }
        for (const IncidentSummary &summary : known.value())
            rows.append(recentOf(summary));
        return rows;
    });
}

QFuture<QList<SearchHit>> IncidentShelf::search(const QString &words, int limit)
{
    return inPool<QList<SearchHit>>(m_pool, [path = m_registerPath, words, limit] {
        QList<SearchHit> hits;
        const auto shelf = path.isEmpty() ? Outcome<std::unique_ptr<IncidentRegister>>(Problem{}) : opened(path);
        const auto known = shelf ? shelf.value()->incidents() : Outcome<QList<IncidentSummary>>(shelf.problem());
        if (!known)
            return hits;
        for (const IncidentSummary &summary : known.value())
            findIn(summary, words, limit, hits);
        return hits;
    });
}

void IncidentShelf::remember(const IncidentSummary &summary)
{
    if (m_registerPath.isEmpty())
        return;
    m_pool.start([this, path = m_registerPath, summary] {
        const auto shelf = opened(path);
        const auto kept = shelf ? shelf.value()->remember(summary) : Outcome<void>(shelf.problem());
        if (!kept)
            emit problemOccurred(kept.problem());
    });
}

QFuture<void> IncidentShelf::forget(const QString &path)
{
    return inPool<void>(m_pool, [this, registerPath = m_registerPath, path] {
        if (registerPath.isEmpty())
            return;
        const auto shelf = opened(registerPath);
        const auto forgotten = shelf ? shelf.value()->forget(path) : Outcome<void>(shelf.problem());
        if (!forgotten)
            emit problemOccurred(forgotten.problem());
    });
}

} // namespace fireline::window
