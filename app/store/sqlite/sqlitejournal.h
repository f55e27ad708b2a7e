// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventstore.h"
#include "core/eventverifier.h"
#include "sqlite/journalsettings.h"
#include "sync/syncjournal.h"

#include <QString>

#include <memory>

namespace fireline::store {

/// The record of one incident in one SQLite file (decisions 1, 9 to 15; sync 5). What append() acknowledged survives a
/// power cut. Owned by the session; used in the one thread that opened it.
class SqliteJournal : public domain::EventStore
{
public:
    enum class Mode {
        ReadWrite,
        ReadOnly, ///< takes no lock, writes nothing
    };

    /// A new, empty file of mode 0600; refused (code "file-exists") where there is one.
    [[nodiscard]] static domain::Outcome<std::unique_ptr<SqliteJournal>> create(const QString &path,
                                                                                const JournalSettings &settings = {});
    /// Refusals leave everything on the disk as it was. Kinds and codes: NotFound "no-file"; Locked "open-elsewhere" (read-only
    /// is possible); Newer "newer-file"; Parse "not-fireline", "foreign-file"; Damaged "damaged-file" (see setAside());
    /// Io "is-directory", "not-a-file", "network-share", "no-read-right", "no-write-right", "disk-fault"; Full "disk-full".
    [[nodiscard]] static domain::Outcome<std::unique_ptr<SqliteJournal>> open(const QString &path, Mode mode,
                                                                              const JournalSettings &settings = {});
    ~SqliteJournal() override;

    [[nodiscard]] bool isReadOnly() const;
    /// The file itself, links resolved.
    [[nodiscard]] QString path() const;

    [[nodiscard]] QString incident() const override;
    /// Besides faults of the disk: Refused "id-reused", "other-incident", "out-of-line" (the author's number is taken);
    /// Damaged "chain" for an event whose hash or payload is wrong; Io "read-only". All or nothing; after Full or Io the
    /// same events can be given again (decisions 15).
    [[nodiscard]] domain::Outcome<void> append(const QList<domain::Event> &events) override;
    [[nodiscard]] domain::Outcome<void> read(qint64 afterSeq,
                                             const std::function<bool(qint64 seq, const domain::Event &)> &take) const override;
    [[nodiscard]] domain::Outcome<QList<QString>> search(const QString &words, int limit) const override;
    /// These events in recorded order, found by their ids: what else the file holds is not read. Ids that are not there are
    /// left out.
    [[nodiscard]] domain::Outcome<QList<domain::Event>> events(const QList<QString> &ids) const;
    [[nodiscard]] domain::Outcome<QString> putBlob(const QByteArray &bytes) override;
    [[nodiscard]] domain::Outcome<QByteArray> blob(const QString &sha256) const override;

    /// What this file keeps for the exchange with a backend. In this journal's thread, and no longer than it.
    [[nodiscard]] domain::SyncJournal &exchange();

    /// How many events there are and the hash that stands for all of them.
    [[nodiscard]] domain::Outcome<domain::RecordedHead> head() const;
    /// The record as a backend ordered it, the same on all consoles: without what is on its way there, was refused or lost. None
    /// where the file is on no backend.
    [[nodiscard]] domain::Outcome<void> readShared(const std::function<bool(const domain::Event &)> &take) const;
    /// Events that no backend has shown back.
    [[nodiscard]] domain::Outcome<qint64> outboxCount() const;
    /// Recomputes every hash and chain over the rows as they stand. A Problem only when the file cannot be read at all.
    [[nodiscard]] domain::Outcome<domain::VerifyReport> verify() const;
    /// A whole, checked copy under that name, replacing an older one (see BackupPolicy).
    [[nodiscard]] domain::Outcome<void> backup(const QString &path) const;
    /// Folds the log into the file; for idle moments. Not being able to is no loss.
    [[nodiscard]] domain::Outcome<void> checkpoint();

private:
    struct Parts;
    explicit SqliteJournal(std::unique_ptr<Parts> parts);
    static domain::Outcome<std::unique_ptr<SqliteJournal>> start(std::unique_ptr<Parts> parts);
    domain::Outcome<void> refreshSearch();

    std::unique_ptr<Parts> m_parts;
};

} // namespace fireline::store
