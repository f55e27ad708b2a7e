// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QFuture>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

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
    /// These events in recorded order.
    [[nodiscard]] QFuture<QList<domain::Event>> events(const QStringList &ids);

signals:
    void problemOccurred(const domain::Problem &problem);

private:
    QString m_path;
    QThreadPool m_pool; ///< one thread: questions are answered in order
};

} // namespace fireline::window
