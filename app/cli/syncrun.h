// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"
#include "incidentlink.h"
#include "sqlite/sqlitejournal.h"

#include <QJsonArray>

namespace fireline::cli {

/// What `fireline sync` was asked for.
struct SyncWish
{
    QString path;
    QString incident; ///< empty: that of the file, or the backend's only open one
    bool once = false;
    bool adopt = false; ///< a file that was on no backend goes there
};

/// One file being exchanged with a backend, told line by line. Runs in the program's event loop until it is done. Main thread;
/// owned by its sub-command.
class SyncRun : public QObject
{
    Q_OBJECT
public:
    SyncRun(Console &console, SyncWish wish, const backend::BackendAddress &address);
    ~SyncRun() override;

    /// Returns the exit code.
    [[nodiscard]] int run();

private:
    [[nodiscard]] domain::Outcome<void> openFile();
    [[nodiscard]] domain::Outcome<void> checkWish() const;
    [[nodiscard]] domain::Outcome<void> follow(const QString &incident);
    void linkChanged(const sync::LinkStatus &status);
    void headsSeen(const QList<domain::ServerHead> &heads);
    void taken(const QList<domain::ServerEvent> &events);
    void refused(const QList<domain::Refusal> &refusals);
    void rewound(qint64 seq, const domain::Rewind &what);
    void settled();
    void tell();
    /// Events that are still to be handed over.
    [[nodiscard]] int waiting() const;
    /// Events that the server had and has no more.
    [[nodiscard]] qint64 onlyHere() const;
    [[nodiscard]] int verdict();
    void finish(int exitCode);
    void finish(const domain::Problem &problem);

    Console &m_console;
    const SyncWish m_wish;
    QString m_shown; ///< the backend, for people
    std::unique_ptr<store::SqliteJournal> m_file;
    std::unique_ptr<link::IncidentLink> m_link;
    bool m_made = false; ///< the file, by us
    bool m_wasOnline = false;
    bool m_finished = false;
    int m_sent = 0;
    int m_received = 0;
    int m_aside = 0;
    int m_waiting = 0;
    QJsonArray m_refused;
    QString m_told;
};

} // namespace fireline::cli
