// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqlitejournal.h"

#include "core/limits.h"
#include "sqlite/blobtable.h"
#include "sqlite/eventtable.h"
#include "sqlite/journalfile.h"
#include "sqlite/metatable.h"
#include "sqlite/migrations.h"
#include "sqlite/outboxtable.h"
#include "sqlite/recordwriter.h"
#include "sqlite/searchtable.h"
#include "sqlite/sqlitebackup.h"
#include "sqlite/sqliteexchange.h"
#include "sqlite/transaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMap>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Event;
using domain::Outcome;
using domain::Problem;
using domain::RecordedHead;
using domain::VerifyReport;
using Kind = Problem::Kind;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::store::SqliteJournal)
};

// The formats from which on a file has attachments, an index of its words, and what a backend has shown.
constexpr int BlobFormat = 2;
constexpr int SearchFormat = 3;
constexpr int ExchangeFormat = 4;

Problem damagedRow(const QString &path, const EventTable::Row &row)
{
    return damagedFile(path, Text::tr("event %1, number %2: %3").arg(row.id).arg(row.seq).arg(row.event.problem().text));
}

} // namespace

struct SqliteJournal::Parts
{
    Parts(JournalFile opened, JournalSettings given)
        : file(std::move(opened))
        , settings(std::move(given))
        , meta(*file.connection)
        , events(*file.connection)
        , outbox(*file.connection)
        , blobs(*file.connection)
        , search(*file.connection)
        , writer(meta, events, outbox, search, settings.entryText)
        , exchange(*file.connection, meta, events, outbox, blobs, writer, [this] { return checkWriter(); })
    {
    }

    [[nodiscard]] Connection &connection() const { return *file.connection; }
    [[nodiscard]] bool isReadOnly() const { return !file.lock; }
    [[nodiscard]] Outcome<void> checkWriter() const
    {
        if (!isReadOnly())
            return checkPlace();
        return Problem{Kind::Io,
                       u"read-only"_s,
                       Text::tr("%1 is open read-only. Open it for writing first.").arg(connection().path()),
                       {},
                       {},
                       {}};
    }
    // What is written into a file that was moved or deleted is on the disk, and nobody will find it there.
    [[nodiscard]] Outcome<void> checkPlace() const
    {
        if (FileIdentity::of(connection().path()) == file.identity)
            return {};
        return Problem{Kind::Io,
                       u"file-moved"_s,
                       Text::tr("%1 was moved, deleted or replaced while it was open. Put it back, or save a copy elsewhere.")
                           .arg(connection().path()),
                       {},
                       {},
                       {}};
    }
    // An older file that was opened read-only lacks what came later.
    [[nodiscard]] Outcome<void> checkFormat(int needed) const
    {
        if (file.format >= needed)
            return {};
        return Problem{Kind::Io,
                       u"older-file"_s,
                       Text::tr("%1 has an older format. Open it for writing once, then this works.").arg(connection().path()),
                       {},
                       {},
                       {}};
    }

    JournalFile file;
    JournalSettings settings;
    MetaTable meta;
    EventTable events;
    OutboxTable outbox;
    BlobTable blobs;
    SearchTable search;
    RecordWriter writer;
    SqliteExchange exchange;
    QString incident;
};

SqliteJournal::SqliteJournal(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

SqliteJournal::~SqliteJournal() = default;

Outcome<std::unique_ptr<SqliteJournal>> SqliteJournal::create(const QString &path, const JournalSettings &settings)
{
    auto file = createForWriting(path, settings);
    if (!file.ok())
        return file.problem();
    return start(std::make_unique<Parts>(std::move(file).value(), settings));
}

Outcome<std::unique_ptr<SqliteJournal>> SqliteJournal::open(const QString &path, Mode mode, const JournalSettings &settings)
{
    auto file = mode == Mode::ReadWrite ? openForWriting(path, settings) : openForReading(path, settings);
    if (!file.ok())
        return file.problem();
    return start(std::make_unique<Parts>(std::move(file).value(), settings));
}

Outcome<std::unique_ptr<SqliteJournal>> SqliteJournal::start(std::unique_ptr<Parts> parts)
{
    std::unique_ptr<SqliteJournal> journal(new SqliteJournal(std::move(parts)));
    const auto incident = journal->m_parts->meta.read(u"incident"_s);
    if (!incident.ok())
        return incident.problem();
    journal->m_parts->incident = incident.value();
    if (const auto head = journal->m_parts->meta.head(); !head.ok() && !journal->isReadOnly())
        return head.problem();
    if (!journal->isReadOnly()) {
        if (auto done = journal->refreshSearch(); !done.ok())
            return done.problem();
    }
    return journal;
}

bool SqliteJournal::isReadOnly() const
{
    return m_parts->isReadOnly();
}

QString SqliteJournal::path() const
{
    return m_parts->connection().path();
}

domain::SyncJournal &SqliteJournal::exchange()
{
    return m_parts->exchange;
}

QString SqliteJournal::incident() const
{
    if (m_parts->incident.isEmpty()) { // a writer elsewhere, or a backend, may have declared it since
        if (const auto incident = m_parts->meta.read(u"incident"_s); incident.ok())
            m_parts->incident = incident.value();
    }
    return m_parts->incident;
}

Outcome<void> SqliteJournal::append(const QList<Event> &events)
{
    if (auto checked = m_parts->checkWriter(); !checked.ok())
        return checked;
    if (events.isEmpty())
        return {};
    const QString known = this->incident();
    const QString incident = known.isEmpty() ? events.first().incident : known;
    for (const Event &event : events) {
        if (auto checked = RecordWriter::check(event, incident); !checked.ok())
            return checked;
    }
    Transaction transaction(m_parts->connection());
    if (auto begun = transaction.begin(); !begun.ok())
        return begun;
    if (auto done = m_parts->writer.write(events, incident, EventTable::Origin::Here); !done.ok())
        return done;
    if (auto done = transaction.commit(); !done.ok())
        return done;
    m_parts->incident = incident;
    return {};
}

Outcome<void> SqliteJournal::read(qint64 afterSeq, const std::function<bool(qint64 seq, const Event &)> &take) const
{
    Outcome<void> result;
    const auto done = m_parts->events.read(afterSeq, [&](const EventTable::Row &row) {
        if (row.event.ok())
            return take(row.seq, row.event.value());
        result = damagedRow(path(), row);
        return false;
    });
    return done.ok() ? result : done;
}

Outcome<QList<Event>> SqliteJournal::events(const QList<QString> &ids) const
{
    QMap<qint64, Event> found;
    for (const QString &id : ids) {
        const auto row = m_parts->events.row(id);
        if (!row.ok())
            return row.problem();
        if (!row.value())
            continue;
        if (!row.value()->event.ok())
            return damagedRow(path(), *row.value());
        found.insert(row.value()->seq, row.value()->event.value());
    }
    return found.values();
}

Outcome<QList<QString>> SqliteJournal::search(const QString &words, int limit) const
{
    if (auto checked = m_parts->checkFormat(SearchFormat); !checked.ok())
        return checked.problem();
    return m_parts->search.find(words, limit);
}

// After an upgrade, or when the program learned to see more words than it did.
Outcome<void> SqliteJournal::refreshSearch()
{
    const QString version = QString::number(m_parts->settings.entryTextVersion);
    const auto indexed = m_parts->meta.read(u"search_index"_s);
    if (!indexed.ok())
        return indexed.problem();
    if (indexed.value() == version)
        return {};
    Transaction transaction(m_parts->connection());
    if (auto begun = transaction.begin(); !begun.ok())
        return begun;
    if (auto cleared = m_parts->search.clear(); !cleared.ok())
        return cleared;
    Outcome<void> written;
    const auto done = m_parts->events.read(0, [&](const EventTable::Row &row) {
        const QString words = row.event.ok() ? m_parts->settings.entryText(row.event.value()) : QString();
        if (!words.isEmpty())
            written = m_parts->search.insert(row.seq, words);
        return written.ok();
    });
    if (!done.ok() || !written.ok())
        return done.ok() ? written : done;
    if (auto marked = m_parts->meta.write(u"search_index"_s, version); !marked.ok())
        return marked;
    return transaction.commit();
}

Outcome<QString> SqliteJournal::putBlob(const QByteArray &bytes)
{
    if (auto checked = m_parts->checkWriter(); !checked.ok())
        return checked.problem();
    if (bytes.size() > domain::largestAttachment)
        return Problem{Kind::Usage,
                       u"attachment-too-large"_s,
                       Text::tr("An attachment may have at most 16 MiB. Attach a part of it, or a link."),
                       {},
                       {},
                       {}};
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    Transaction transaction(m_parts->connection());
    if (auto begun = transaction.begin(); !begun.ok())
        return begun.problem();
    if (auto done = m_parts->blobs.insert(sha256, bytes); !done.ok())
        return done.problem();
    if (auto done = transaction.commit(); !done.ok())
        return done.problem();
    return QString::fromLatin1(sha256.toHex());
}

Outcome<QByteArray> SqliteJournal::blob(const QString &sha256) const
{
    if (auto checked = m_parts->checkFormat(BlobFormat); !checked.ok())
        return checked.problem();
    return m_parts->blobs.read(QByteArray::fromHex(sha256.toLatin1()));
}

Outcome<RecordedHead> SqliteJournal::head() const
{
    return m_parts->meta.head();
}

Outcome<void> SqliteJournal::readShared(const std::function<bool(const Event &)> &take) const
{
    return m_parts->file.format >= ExchangeFormat ? m_parts->exchange.readShared(take) : Outcome<void>();
}

Outcome<qint64> SqliteJournal::outboxCount() const
{
    return m_parts->outbox.count();
}

Outcome<VerifyReport> SqliteJournal::verify() const
{
    Transaction view(m_parts->connection()); // a writer elsewhere must not add events between the rows and the head
    if (auto begun = view.begin(Transaction::Kind::Read); !begun.ok())
        return begun.problem();
    domain::EventVerifier verifier;
    const auto pulled = m_parts->file.format >= ExchangeFormat ? m_parts->events.pulled() : QSet<qint64>();
    if (!pulled.ok() && pulled.problem().kind != Kind::Damaged)
        return pulled.problem();
    const auto done = m_parts->events.read(0, [&](const EventTable::Row &row) {
        if (row.event.ok())
            verifier.add(row.seq, row.event.value(), row.recordHash, pulled.ok() && pulled.value().contains(row.seq));
        else
            verifier.addUnreadable(row.seq, row.id, row.event.problem().text);
        return true;
    });
    if (!done.ok() && done.problem().kind != Kind::Damaged)
        return done.problem();
    if (!done.ok())
        verifier.breakOff(Text::tr("the file is damaged from here on"));
    const auto head = m_parts->meta.head();
    if (!head.ok() && head.problem().kind != Kind::Damaged)
        return head.problem();
    if (m_parts->file.format >= ExchangeFormat) {
        if (const auto places = m_parts->exchange.checkPlaces(verifier); !places.ok())
            return places.problem();
    }
    return verifier.finish(head.ok() ? head.value() : RecordedHead{-1, {}});
}

Outcome<void> SqliteJournal::backup(const QString &path) const
{
    if (!isReadOnly())
        return backUp(m_parts->connection(), path);
    // What only looks may write nowhere, and the copy is written elsewhere.
    if (auto done = m_parts->connection().setQueryOnly(false); !done.ok())
        return done;
    const auto again = qScopeGuard([this] { (void)m_parts->connection().setQueryOnly(true); });
    return backUp(m_parts->connection(), path);
}

Outcome<void> SqliteJournal::checkpoint()
{
    if (auto checked = m_parts->checkWriter(); !checked.ok())
        return checked;
    return m_parts->connection().run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

} // namespace fireline::store
