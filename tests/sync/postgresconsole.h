// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "decide/stamper.h"
#include "exchangedriver.h"
#include "postgresserver.h"
#include "sqlite/sqlitejournal.h"

#include <QTemporaryDir>

namespace fireline::test {

using namespace fireline::domain;
using namespace Qt::StringLiterals;
using link::ExchangeDriver;
using store::SqliteJournal;
using sync::LinkStatus;
using sync::ReplicaStatus;
using sync::SyncPolicy;
using Link = LinkStatus::State;

constexpr int Patience = 30000; // ms; for a machine that is busy with other things

/// The process of every incident here.
const Process &pinned();
/// Quick enough for a test; the order of the intervals is the program's.
SyncPolicy quickPolicy();

/// A console without a window: one file, the production engine, the production transport.
class Console : public sync::SyncObserver
{
public:
    Console(const PostgresServer &server, const QString &database, const QString &name, const SyncPolicy &policy = quickPolicy())
        : Console(server.uri(name, database), name, policy)
    {
    }
    Console(const QString &address, QString name, const SyncPolicy &policy = quickPolicy())
        : m_name(std::move(name))
        , driver(backend::parseAddress(address).value(), *this, policy)
    {
    }

    void declare();
    void open(const QString &id);
    /// Goes on with a copy of a file, as somebody who opens a backup: in a chain of its own.
    void putBack(const QString &path);
    void note(const QString &text);
    void write(const QList<EventDraft> &drafts);
    [[nodiscard]] qint64 seq() const { return file ? file->exchange().cursor().value().seq : 0; }
    [[nodiscard]] qint64 waiting() const { return file->outboxCount().value(); }
    [[nodiscard]] QStringList record() const;
    [[nodiscard]] Link link() const { return driver.engine().status().state; }

    void linkChanged(const LinkStatus &status) override
    {
        if (status.problem)
            problems.append(status.problem->code);
    }
    void replicaChanged(const QString &, const ReplicaStatus &) override { }
    void headsSeen(const QList<ServerHead> &heads) override
    {
        ++comparisons;
        if (!file && follows && !heads.isEmpty())
            open(heads.first().incident);
    }
    void taken(const QString &, const QList<ServerEvent> &) override { }
    void refused(const QString &, const QList<Refusal> &refusals) override { reasons.append(refusals.first().reason); }
    void rewound(const QString &, qint64, const Rewind &) override { ++rewinds; }
    void blobTaken(const QString &, const QString &) override { ++blobs; }

private:
    QString m_name;
    QTemporaryDir m_folder;
    UuidV7Source m_ids;
    std::optional<EventStamper> m_stamper{std::in_place, m_ids, u"device-of-"_s + m_name, m_name};

public:
    QString incident;
    std::unique_ptr<SqliteJournal> file;
    ExchangeDriver driver;
    bool follows = true; ///< opens the first incident that it sees
    QStringList problems;
    QStringList reasons;
    int comparisons = 0; ///< with what the server has
    int rewinds = 0;
    int blobs = 0;
};

/// Each has that many events, the same ones in the same order, and nothing waits to be sent.
[[nodiscard]] bool settled(const QList<Console *> &consoles, qint64 count);
/// A database with the schema, and three people who may use it: ana, ben, and olly, who only looks.
void prepareBackend(const PostgresServer &server, const QString &database);
/// What the server finds wrong with its record of that incident; empty where nothing is.
[[nodiscard]] QString faultsThere(const PostgresServer &server, const QString &database, const Console &console);

/// Ana with an incident of her own and Ben, both of whom have it from the server once begin() is done.
class TwoConsoles
{
public:
    TwoConsoles(const PostgresServer &server, const QString &database, const SyncPolicy &policy = quickPolicy());
    TwoConsoles(const QString &addressOfAna, const QString &addressOfBen);

    void begin();
    /// Each writes that many notes, by turns.
    void note(int count);
    /// Both have what was declared, and that many events more.
    [[nodiscard]] bool settled(qint64 more = 0);

    Console ana;
    Console ben;
    qint64 declared = 0; ///< events of the incident as it was begun
};

} // namespace fireline::test
