// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentshelf.h"

#include "answerof.h"
#include "core/clock.h"
#include "registerentry.h"
#include "sqlite/sqlitejournal.h"
#include "state/eventtypes.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using models::RecentIncident;
using models::SearchAnswer;
using models::SearchBounds;
using models::SearchHit;
using models::start::RecentState;
using store::IncidentRegister;
using store::IncidentSummary;
using store::SqliteJournal;

namespace {

constexpr int mostFirings = 1000;

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
    recent.incident = summary.id;
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

/// The entry that an event of a file's index stands for. A correction stands for the entry it gave the words to.
SearchHit hitOf(const IncidentSummary &summary, const Event &event)
{
    const QString words = store::wordsOf(event);
    const bool corrects = event.type == "entry.corrected"_L1;
    return {summary.path, summary.title, words, event.occurredAt, corrects ? event.body().value(u"entry").toString() : event.id};
}

/// What a file's own index finds, newest first; the file is opened for it, and only the events that were found are read.
Outcome<QList<SearchHit>> entriesIn(const IncidentSummary &summary, const QString &words, int limit)
{
    const auto journal = SqliteJournal::open(summary.path, SqliteJournal::Mode::ReadOnly);
    const auto ids = journal ? journal.value()->search(words, limit) : Outcome<QList<QString>>(journal.problem());
    const auto events = ids ? journal.value()->events(ids.value()) : Outcome<QList<Event>>(ids.problem());
    if (!events)
        return events.problem();
    QList<SearchHit> hits;
    QSet<QString> entries;
    for (qsizetype i = events.value().size() - 1; i >= 0; --i) {
        const Event &event = events.value().at(i);
        const EventType *type = eventType(event.type);
        const SearchHit hit = hitOf(summary, event);
        if (!type || type->kind.isEmpty() || entries.contains(hit.event))
            continue;
        entries.insert(hit.event);
        hits.append(hit);
    }
    return hits;
}

/// Adds what is found in an incident.
void findIn(const IncidentSummary &summary, const QString &words, int limit, SearchAnswer &answer)
{
    if (summary.title.contains(words, Qt::CaseInsensitive))
        answer.hits.append({summary.path, summary.title, {}, summary.declared, {}});
    if (!QFileInfo::exists(summary.path)) // the list of recent incidents says so
        return;
    if (const auto entries = entriesIn(summary, words, limit + 1); !entries) {
        ++answer.unread;
    } else {
        answer.cut = answer.cut || entries.value().size() > limit;
        answer.hits.append(entries.value().first(std::min<qsizetype>(limit, entries.value().size())));
    }
}

} // namespace

IncidentShelf::IncidentShelf(const QString &dataDir, QObject *parent)
    : QObject(parent)
    , m_registerPath(dataDir.isEmpty() ? QString() : dataDir + u"/register.sqlite"_s)
    , m_searches(std::make_shared<std::atomic_int>(0))
{
    m_pool.setMaxThreadCount(1);
}

IncidentShelf::~IncidentShelf()
{
    abandonSearch();
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

QFuture<SearchAnswer> IncidentShelf::search(const QString &words, SearchBounds bounds)
{
    const int mine = ++*m_searches;
    return inPool<SearchAnswer>(m_pool, [path = m_registerPath, words, bounds, mine, searches = m_searches] {
        SearchAnswer answer;
        answer.abandoned = *searches != mine;
        if (path.isEmpty() || answer.abandoned)
            return answer;
        const auto shelf = opened(path);
        const auto known = shelf ? shelf.value()->incidents() : Outcome<QList<IncidentSummary>>(shelf.problem());
        for (const IncidentSummary &summary : known ? known.value() : QList<IncidentSummary>()) {
            answer.abandoned = *searches != mine;
            if (answer.abandoned || answer.hits.size() >= bounds.all)
                break;
            findIn(summary, words, bounds.perIncident, answer);
        }
        if (answer.hits.size() >= bounds.all) {
            answer.cut = true;
            answer.hits.resize(bounds.all);
        }
        return answer;
    });
}

void IncidentShelf::abandonSearch()
{
    ++*m_searches;
}

QFuture<QList<Instant>> IncidentShelf::firings(const QString &fingerprint, Instant before)
{
    return inPool<QList<Instant>>(m_pool, [this, path = m_registerPath, fingerprint, before] {
        QList<Instant> times;
        if (path.isEmpty())
            return times;
        const auto shelf = opened(path);
        const auto known = shelf ? shelf.value()->firings(fingerprint, before, mostFirings)
                                 : Outcome<QList<store::EarlierFiring>>(shelf.problem());
        if (!known) {
            emit problemOccurred(known.problem());
            return times;
        }
        for (const store::EarlierFiring &firing : known.value())
            times.append(firing.at);
        return times;
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
        else
            emit changed();
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
