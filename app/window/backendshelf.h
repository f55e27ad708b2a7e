// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backendaddress.h"
#include "core/outcome.h"
#include "start/recentmodel.h"
#include "sync/remote.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace fireline::link {
class IncidentLink;
}
namespace fireline::session {
class FileExchange;
class ThreadedStore;
} // namespace fireline::session

namespace fireline::window {

/// The incidents of the shared backend: which there are, and a file for one of them. Asks in threads of its own, so that nobody
/// waits for a server. GUI thread; owned by the start window's desk.
class BackendShelf : public QObject
{
    Q_OBJECT
public:
    /// Files are made in `folder`.
    BackendShelf(QString folder, QString profile, QObject *parent = nullptr);
    ~BackendShelf() override;

    /// Hears which incidents there are, from here on; an empty address: not any more.
    void watch(const QString &address, const QString &password = {});
    /// Those of the backend that are in no file here, as rows of the start window. `known`: ids of incidents that are.
    [[nodiscard]] QList<models::RecentIncident> rows(const QSet<QString> &known) const;
    /// Whether this path stands for an incident of the backend. A file that is there already is not asked for here, where
    /// somebody waits, but by fetch().
    [[nodiscard]] bool isThere(const QString &path) const { return !incidentOf(path).isEmpty(); }
    /// Makes that file and fills it; where it is there already it is as good as fetched. One at a time.
    void fetch(const QString &path);
    [[nodiscard]] bool isFetching() const { return m_fetch != nullptr; }

signals:
    void changed();
    /// The file is whole, and can be opened.
    void fetched(const QString &path);
    void problemOccurred(const fireline::domain::Problem &problem);
    /// What was told of the list is so no more: it came, or is of another place now.
    void problemOver(const fireline::domain::Problem &problem);

private:
    void listen(link::IncidentLink &link, int watch);
    void takeBack();
    void listenWhileFetching(session::FileExchange &exchange);
    [[nodiscard]] QString incidentOf(const QString &path) const;
    [[nodiscard]] QString pathOf(const domain::ServerHead &head) const;
    void endFetch(const std::optional<domain::Problem> &problem);

    const QString m_folder;
    const QString m_profile;
    QString m_address;
    QString m_password;
    QList<domain::ServerHead> m_heads;
    int m_watches = 0;                     ///< how often another list was asked for: answers to an earlier one are none
    std::optional<domain::Problem> m_told; ///< why there is no list, as it was last said
    QString m_fetchPath;
    bool m_fetchMade = false;                        ///< the file at that path is this shelf's
    std::unique_ptr<session::ThreadedStore> m_list;  ///< a thread for who asks for the list
    std::unique_ptr<session::ThreadedStore> m_fetch; ///< of the file that is being filled
};

} // namespace fireline::window
