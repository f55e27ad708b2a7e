// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "register/incidentregister.h"
#include "start/hitsmodel.h"
#include "start/recentmodel.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace fireline::window {

/// The incidents this console knows (decisions 1), asked and kept in a thread of its own: the register is a convenience, and
/// nobody waits for it. Jobs run one after the other. GUI thread; owned by the program.
class IncidentShelf : public QObject
{
    Q_OBJECT
public:
    /// Without a data folder nothing is kept and every list is empty.
    explicit IncidentShelf(const QString &dataDir, QObject *parent = nullptr);
    ~IncidentShelf() override;

    /// Newest change first; a file that is gone says so.
    [[nodiscard]] QFuture<QList<models::RecentIncident>> recent();
    /// The titles of all, and the entries of each file by its own full-text index, newest changed first. Bounded: an incident
    /// gives so many hits at most, and all together so many. A later search, or abandonSearch(), ends this one early.
    [[nodiscard]] QFuture<models::SearchAnswer> search(const QString &words, models::SearchBounds bounds = {});
    void abandonSearch();
    /// When that alert fired in other incidents before `before`, the newest first and no more than a thousand. Drills do not count.
    [[nodiscard]] QFuture<QList<domain::Instant>> firings(const QString &fingerprint, domain::Instant before);
    void remember(const store::IncidentSummary &summary);
    [[nodiscard]] QFuture<void> forget(const QString &path);

signals:
    /// Something was kept or forgotten: recent() answers otherwise now. From the shelf's thread.
    void changed();
    void problemOccurred(const domain::Problem &problem);

private:
    QString m_registerPath;
    std::shared_ptr<std::atomic_int> m_searches; ///< how often a search was begun or abandoned: the last one alone goes on
    QThreadPool m_pool;
};

} // namespace fireline::window
