// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendshelf.h"

#include "fileexchange.h"
#include "sqlite/sqlitejournal.h"
#include "start/filename.h"
#include "takeanswer.h"
#include "threadedstore.h"

#include <QDir>
#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using models::RecentIncident;
using session::FileExchange;
using session::ThreadedStore;
using store::SqliteJournal;
using Link = sync::LinkStatus;

namespace {

constexpr auto Later = Qt::QueuedConnection;

models::start::RecentState lifeOf(const QString &state)
{
    using models::start::RecentState;
    return state == "resolved"_L1    ? RecentState::Resolved
           : state == "closed"_L1    ? RecentState::Closed
           : state == "withdrawn"_L1 ? RecentState::Withdrawn
                                     : RecentState::Open;
}

Problem isNotThere()
{
    return {
        Problem::Kind::NotFound, u"not-there"_s, BackendShelf::tr("The backend shows you this incident no more."), {}, {}, {}};
}

} // namespace

BackendShelf::BackendShelf(QString folder, QString profile, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_profile(std::move(profile))
{
}

// What is queued for this from the threads goes with them.
BackendShelf::~BackendShelf()
{
    m_list.reset();
    m_fetch.reset();
}

void BackendShelf::watch(const QString &text, const QString &password)
{
    if (text == m_address && password == m_password)
        return;
    m_address = text;
    m_password = password;
    m_list.reset();
    m_heads.clear();
    ++m_watches;
    takeBack();
    emit changed();
    auto address = backend::parseAddress(text);
    if (text.isEmpty() || !address)
        return;
    address.value().password = password;
    m_list = std::make_unique<ThreadedStore>();
    (void)m_list->run<void>([this, store = m_list.get(), address = address.value(), watch = m_watches] {
        auto link = std::make_unique<link::IncidentLink>(address);
        listen(*link, watch);
        link->start();
        store->keepBeside(std::move(link));
    });
}

// In the thread of the link. What it told before another address was chosen may still be on its way.
void BackendShelf::listen(link::IncidentLink &link, int watch)
{
    connect(
        &link, &link::IncidentLink::headsSeen, this,
        [this, watch](const QList<ServerHead> &heads) {
            if (watch != m_watches)
                return;
            m_heads = heads;
            takeBack();
            emit changed();
        },
        Later);
    // A server that is away tells by itself when it is back; one that does not want us waits for somebody to do something.
    connect(
        &link, &link::IncidentLink::linkChanged, this,
        [this, watch](const Link &status) {
            const bool isRefused = watch == m_watches && status.state == Link::State::Refused && status.problem;
            if (!isRefused || (m_told && m_told->code == status.problem->code))
                return;
            m_told = status.problem;
            emit problemOccurred(*status.problem);
        },
        Later);
}

void BackendShelf::takeBack()
{
    if (const auto told = std::exchange(m_told, std::nullopt))
        emit problemOver(*told);
}

QList<RecentIncident> BackendShelf::rows(const QSet<QString> &known) const
{
    QList<RecentIncident> rows;
    for (const ServerHead &head : m_heads) {
        if (known.contains(head.incident))
            continue;
        RecentIncident row;
        row.path = pathOf(head);
        row.title = head.title;
        row.severity = head.severity;
        row.phase = tr("on the shared backend");
        row.life = lifeOf(head.state);
        row.changed = head.declaredAt;
        row.incident = head.incident;
        rows.append(row);
    }
    std::sort(rows.begin(), rows.end(),
              [](const RecentIncident &a, const RecentIncident &b) { return a.changed.us > b.changed.us; });
    return rows;
}

// As a file that is made here, and with the end of the id: another incident of that day may have the same title, and what is there
// already under its name is this one.
QString BackendShelf::pathOf(const ServerHead &head) const
{
    QString name = models::incidentFileName(head.title, head.declaredAt.toUtc().toString(u"yyyy-MM-dd"_s));
    name.insert(name.lastIndexOf(u'.'), u'-' + head.incident.right(8));
    return m_folder + u'/' + name;
}

QString BackendShelf::incidentOf(const QString &path) const
{
    for (const ServerHead &head : m_heads) {
        if (pathOf(head) == path)
            return head.incident;
    }
    return {};
}

void BackendShelf::fetch(const QString &path)
{
    const QString incident = incidentOf(path);
    auto address = backend::parseAddress(m_address);
    if (m_fetch || !address)
        return;
    if (incident.isEmpty()) {
        emit problemOccurred(isNotThere());
        return;
    }
    address.value().password = m_password;
    m_fetchPath = path;
    m_fetch = std::make_unique<ThreadedStore>();
    ThreadedStore *const store = m_fetch.get();
    const auto made = store->run<std::shared_ptr<Outcome<void>>>([store, path, folder = m_folder] {
        QDir().mkpath(folder);
        return std::make_shared<Outcome<void>>(store->openHere([&]() -> Outcome<ThreadedStore::Inner> {
            auto journal = SqliteJournal::create(path);
            if (!journal)
                return journal.problem();
            return ThreadedStore::Inner(std::move(journal).value());
        }));
    });
    takeAnswer(this, made, [this, store, incident, address](const std::shared_ptr<Outcome<void>> &answer) {
        if (!*answer && answer->problem().code == "file-exists"_L1) {
            const QString there = std::exchange(m_fetchPath, {});
            m_fetch.reset();
            emit fetched(there);
            return;
        }
        if (!*answer)
            return endFetch(answer->problem());
        m_fetchMade = true;
        sync::SyncPolicy policy;
        policy.recorder = m_profile;
        const auto begun = FileExchange::begin(*store, address.value(), policy, {incident, false},
                                               [this](FileExchange &exchange) { listenWhileFetching(exchange); });
        takeAnswer(this, begun, [this](const std::shared_ptr<Outcome<void>> &begunAnswer) {
            if (!*begunAnswer)
                endFetch(begunAnswer->problem());
        });
    });
}

// In the thread of the file. What is wrong comes before "settled", which only says that nothing more is to be done.
void BackendShelf::listenWhileFetching(FileExchange &exchange)
{
    connect(
        &exchange, &FileExchange::replicaChanged, this,
        [this](const sync::ReplicaStatus &status) {
            if (status.problem)
                endFetch(status.problem);
        },
        Later);
    connect(
        &exchange, &FileExchange::linkChanged, this,
        [this](const Link &status) {
            if (status.problem && (status.state == Link::State::Waiting || status.state == Link::State::Refused))
                endFetch(status.problem);
        },
        Later);
    connect(
        &exchange, &FileExchange::failed, this, [this](const Problem &problem) { endFetch(problem); }, Later);
    connect(
        &exchange, &FileExchange::settled, this, [this] { endFetch({}); }, Later);
}

// A file into which nothing came is taken away again.
void BackendShelf::endFetch(const std::optional<Problem> &problem)
{
    const QString path = std::exchange(m_fetchPath, {});
    if (path.isEmpty())
        return;
    ThreadedStore *const store = m_fetch.get();
    const auto closed = store->run<bool>([store] {
        store->keepBeside(nullptr);
        return store->inner() && !store->inner()->incident().isEmpty();
    });
    // What was not made here belongs to somebody else.
    const bool isMade = std::exchange(m_fetchMade, false);
    takeAnswer(this, closed, [this, problem, path, isMade](bool isThere) {
        m_fetch.reset();
        if (!isThere && isMade)
            QFile::remove(path);
        if (problem || !isThere)
            emit problemOccurred(problem.value_or(isNotThere()));
        else
            emit fetched(path);
    });
}

} // namespace fireline::window
