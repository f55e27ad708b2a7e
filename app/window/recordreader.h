// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "report/metrics.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <memory>

namespace fireline::window {

/// Questions to the whole record that a window may not wait for: full-text search, earlier versions of an entry.
/// Reads by a connection of its own that never writes (decisions 14). GUI thread; owned by the incident's window.
class RecordReader : public QObject
{
    Q_OBJECT
public:
    explicit RecordReader(QString path, QObject *parent = nullptr);
    ~RecordReader() override;

    /// Ids of entries that hold all words, newest first; empty also when the file cannot be read, which problemOccurred() says.
    [[nodiscard]] QFuture<QStringList> search(const QString &words, int limit = 1000);
    /// These events in recorded order; nothing else of the record is read.
    [[nodiscard]] QFuture<QList<domain::Event>> events(const QStringList &ids);
    /// The attachment with this SHA-256; empty also where the record has none.
    [[nodiscard]] QFuture<QByteArray> blob(const QString &sha256);
    /// The events behind `afterSeq`, in recorded order, at most `count`.
    [[nodiscard]] QFuture<QList<domain::Event>> page(qint64 afterSeq, int count);
    /// How each clock of the process was kept up to `now`, from all that is on the disk. What was read once is not read again.
    [[nodiscard]] QFuture<QList<domain::Adherence>> adherence(const domain::Process &process, const QString &processHash,
                                                              domain::Instant now);

signals:
    void problemOccurred(const domain::Problem &problem);

private:
    struct Replay;

    QString m_path;
    std::shared_ptr<Replay> m_replay; ///< used in the pool's thread alone
    QThreadPool m_pool;               ///< one thread: questions are answered in order
};

} // namespace fireline::window
