// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordreader.h"

#include "answerof.h"
#include "sqlite/sqlitejournal.h"

#include <functional>
#include <memory>

namespace fireline::window {

using namespace domain;
using store::SqliteJournal;

namespace {

/// A question in the pool's thread. The connection is opened for it and closed after it: milliseconds, and nothing is held
/// that could keep a log file from being folded in.
template<typename T>
QFuture<T> ask(QThreadPool &pool, RecordReader *reader, const QString &path,
               std::function<Outcome<T>(const SqliteJournal &)> question)
{
    return session::answerOf<T>(
        [=] {
            const auto journal = SqliteJournal::open(path, SqliteJournal::Mode::ReadOnly);
            auto answer = journal ? question(*journal.value()) : Outcome<T>(journal.problem());
            if (!answer)
                emit reader->problemOccurred(answer.problem());
            return answer ? std::move(answer).value() : T();
        },
        [&pool](auto work) { pool.start(std::move(work)); });
}

} // namespace

/// The clocks of the record as far as it was read.
struct RecordReader::Replay
{
    QString processHash;
    Process process;
    std::unique_ptr<ClockHistory> history;
    qint64 seq = 0;

    void begin(const Process &with, const QString &hash)
    {
        history.reset();
        process = with;
        processHash = hash;
        history = std::make_unique<ClockHistory>(process);
        seq = 0;
    }
};

RecordReader::RecordReader(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_replay(std::make_shared<Replay>())
{
    m_pool.setMaxThreadCount(1);
}

RecordReader::~RecordReader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QFuture<QStringList> RecordReader::search(const QString &words, int limit)
{
    return ask<QStringList>(m_pool, this, m_path, [=](const SqliteJournal &journal) -> Outcome<QStringList> {
        const auto found = journal.search(words, limit);
        if (!found)
            return found.problem();
        return QStringList(found.value());
    });
}

QFuture<QList<Event>> RecordReader::events(const QStringList &ids)
{
    return ask<QList<Event>>(m_pool, this, m_path, [=](const SqliteJournal &journal) { return journal.events(ids); });
}

QFuture<QByteArray> RecordReader::blob(const QString &sha256)
{
    return ask<QByteArray>(m_pool, this, m_path, [=](const SqliteJournal &journal) -> Outcome<QByteArray> {
        const auto bytes = journal.blob(sha256);
        return bytes ? bytes.value() : QByteArray(); // a preview says what it lacks
    });
}

QFuture<QList<Event>> RecordReader::page(qint64 afterSeq, int count)
{
    return ask<QList<Event>>(m_pool, this, m_path, [=](const SqliteJournal &journal) -> Outcome<QList<Event>> {
        QList<Event> events;
        const auto read = journal.read(afterSeq, [&](qint64, const Event &event) {
            events.append(event);
            return events.size() < count;
        });
        return read ? Outcome<QList<Event>>(events) : Outcome<QList<Event>>(read.problem());
    });
}

QFuture<QList<Adherence>> RecordReader::adherence(const Process &process, const QString &processHash, Instant now)
{
    const auto replay = m_replay;
    return ask<QList<Adherence>>(m_pool, this, m_path, [=](const SqliteJournal &journal) -> Outcome<QList<Adherence>> {
        if (!replay->history || replay->processHash != processHash)
            replay->begin(process, processHash);
        const auto read = journal.read(replay->seq, [&](qint64 seq, const Event &event) {
            replay->history->add(event);
            replay->seq = seq;
            return true;
        });
        if (!read)
            return read.problem();
        return domain::adherence(replay->history->rounds(now), replay->process, replay->history->state(), now);
    });
}

} // namespace fireline::window
