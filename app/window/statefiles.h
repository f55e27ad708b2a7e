// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answerof.h"
#include "core/outcome.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QObject>
#include <QSet>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <optional>

namespace fireline::window {

/// Small files that are kept for the next start (layouts, drafts, which graphs were open), written by a thread of its own in
/// the order they were given; of a file that waits only the latest content is written. What is read of them is read there too.
/// Destroying it writes what waits: that is why the program owns it, not a window, whose closing would wait for the disk. GUI
/// thread.
class StateFiles : public QObject
{
    Q_OBJECT
public:
    /// Runs in that thread.
    using Writer = std::function<domain::Outcome<void>(const QString &path, const QByteArray &bytes)>;

    explicit StateFiles(Writer writer, QObject *parent = nullptr);
    ~StateFiles() override;

    void keep(const QString &path, const QByteArray &bytes);
    /// What this file was given last in this run, written or not; nothing where it was given nothing.
    [[nodiscard]] std::optional<QByteArray> given(const QString &path) const;
    /// Does a job in the same thread, after what waits to be written: who reads these files there finds what they were given.
    template<typename T>
    [[nodiscard]] QFuture<T> later(std::function<T()> job)
    {
        return session::answerOf<T>(std::move(job), [this](auto work) { m_pool.start(std::move(work)); });
    }
    /// Waits until all of it is written.
    void flush();

signals:
    /// Told once for each file, and again only after it could be written meanwhile.
    void problemOccurred(const fireline::domain::Problem &problem);

private:
    struct File
    {
        QString path;
        QByteArray bytes;
    };

    void writeNext();
    void written(const QString &path, const domain::Outcome<void> &outcome);

    Writer m_writer;
    QMutex m_mutex;
    QList<File> m_waiting; ///< under the mutex
    QHash<QString, QByteArray> m_given;
    QSet<QString> m_told;
    QThreadPool m_pool; ///< one thread
};

} // namespace fireline::window
