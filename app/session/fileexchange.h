// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incidentlink.h"
#include "incidentsession.h"

#include <QFuture>

namespace fireline::session {

class ThreadedStore;

/// Whether a file belongs to a backend, or somebody wished it there.
[[nodiscard]] bool isOnBackend(const domain::SyncJournal &exchange);

/// The exchange of a file that is open in a window, beside its store and in its thread: tells what came of it, after it is
/// durable, by signals that are queued to whoever listens. Owned by the store.
class FileExchange : public link::IncidentLink
{
    Q_OBJECT
public:
    /// Begins in the store's thread; the store must be open and writable there. `listen` is called with the exchange before
    /// anything is told, to connect to it. A Problem when the file keeps nothing for a backend, or cannot be read.
    struct Wish
    {
        QString incident;   ///< of a file that is still empty; empty: the file's own
        bool adopt = false; ///< what is in it now goes there as history
    };
    [[nodiscard]] static QFuture<std::shared_ptr<domain::Outcome<void>>> begin(ThreadedStore &store,
                                                                               const backend::BackendAddress &address,
                                                                               const sync::SyncPolicy &policy, const Wish &wish,
                                                                               std::function<void(FileExchange &)> listen);
    /// Ends what begin() began.
    static void end(ThreadedStore &store);
    /// From any thread: something for the exchange to do in its own.
    static void ask(ThreadedStore &store, std::function<void(FileExchange &)> what);

    /// A person has dealt with a refused event.
    void settleRefusal(const QString &event);

signals:
    /// What the backend did not take and a person has still to deal with, whenever that changes.
    void refusalsChanged(const QList<fireline::domain::RefusedEvent> &open);
    /// What is in the file and counts in no state; the same and more, told whenever it changes.
    void setAsideChanged(const QList<fireline::domain::SetAside> &aside);
    /// Attachments that the backend does not have yet; told when it is begun and whenever that changes.
    void attachmentsLeft(int count);
    /// What the record is now, before anything is taken, and after the server went back.
    void ordered(const fireline::session::OrderedRecord &record);
    /// How many entries the server had and has lost, and nobody has handed over again since: they stand in the files of those who
    /// saw them, this one too. When it is not none, and whenever it changes. That it went back is rewound().
    void onlyHereChanged(qint64 count);
    void failed(const fireline::domain::Problem &problem);

private:
    FileExchange(domain::SyncJournal &journal, const backend::BackendAddress &address, const sync::SyncPolicy &policy);
    [[nodiscard]] domain::Outcome<void> start(const QString &incident, bool adopt);
    [[nodiscard]] domain::Outcome<void> tellOrder();
    void tellRefusals();
    void tellAside();
    void tellOnlyHere();
    void tellAttachments();

    domain::SyncJournal &m_journal;
    qint64 m_onlyHere = 0;
    int m_attachments = 0; ///< as it was told
    QStringList m_aside;   ///< likewise
};

} // namespace fireline::session
