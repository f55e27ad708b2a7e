// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentshelf.h"

#include "core/clock.h"
#include "sqlite/sqlitejournal.h"
#include "state/incidentstate.h"

#include <QFileInfo>
#include <QHash>
#include <QPromise>

#include <algorithm>
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
    auto promise = std::make_shared<QPromise<T>>();
    QFuture<T> future = promise->future();
    promise->start();
    pool.start([promise, job = std::move(job)] {
        if constexpr (std::is_void_v<T>)
            job();
        else
            promise->addResult(job());
        promise->finish();
    });
    return future;
}

Instant today()
{
    return SystemClock().now();
}

RecentState lifeOf(const IncidentSummary &summary)
{
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
    recent.life = lifeOf(summary);
    recent.drill = summary.drill;
    recent.process = summary.process;
    const QFileInfo file(summary.path);
    recent.changed = file.exists() ? Instant::fromDateTime(file.lastModified()) : summary.declared;
    if (!file.exists())
        recent.missing = IncidentShelf::tr("The file is not there any more.");
    return recent;
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
        const auto opened = IncidentRegister::open(path, today());
        const auto known = opened ? opened.value()->incidents() : Outcome<QList<IncidentSummary>>(opened.problem());
        if (!known) {
            emit problemOccurred(known.problem());
            return rows;
        }
        for (const IncidentSummary &summary : known.value())
            rows.append(recentOf(summary));
        std::stable_sort(rows.begin(), rows.end(),
                         [](const RecentIncident &a, const RecentIncident &b) { return a.changed > b.changed; });
        return rows;
    });
}

QFuture<QList<SearchHit>> IncidentShelf::search(const QString &words, int limit)
{
    return inPool<QList<SearchHit>>(m_pool, [path = m_registerPath, words, limit] {
        QList<SearchHit> hits;
        const auto opened = path.isEmpty() ? Outcome<std::unique_ptr<IncidentRegister>>(Problem{})
                                           : IncidentRegister::open(path, today());
        const auto known = opened ? opened.value()->incidents() : Outcome<QList<IncidentSummary>>(opened.problem());
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
        const auto opened = IncidentRegister::open(path, today());
        const auto kept = opened ? opened.value()->remember(summary) : Outcome<void>(opened.problem());
        if (!kept)
            emit problemOccurred(kept.problem());
    });
}

QFuture<void> IncidentShelf::forget(const QString &path)
{
    return inPool<void>(m_pool, [this, registerPath = m_registerPath, path] {
        if (registerPath.isEmpty())
            return;
        const auto opened = IncidentRegister::open(registerPath, today());
        const auto forgotten = opened ? opened.value()->forget(path) : Outcome<void>(opened.problem());
        if (!forgotten)
            emit problemOccurred(forgotten.problem());
    });
}

} // namespace fireline::window
