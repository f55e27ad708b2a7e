// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backendconnection.h"
#include "messages.h"

#include <functional>
#include <memory>

class QSqlDriver;

namespace fireline::link {

/// Requests of the exchange as calls of PostgreSQL's functions (ARCHITECTURE.md, "The shared backend"). Each blocks until the
/// server has answered or the socket is shut from elsewhere. Used in the one thread that made it; owned by its transport.
class PostgresCalls
{
public:
    /// The table of authority that goes with an event.
    using AuthorityOf = std::function<QByteArray(const domain::Event &)>;

    PostgresCalls(backend::BackendAddress address, AuthorityOf authorityOf);
    ~PostgresCalls();

    [[nodiscard]] sync::Answer perform(const sync::Request &request);
    void close();

    /// File descriptor of the connection; -1 when there is none.
    [[nodiscard]] int socket() const;
    /// Null when there is no connection.
    [[nodiscard]] QSqlDriver *driver() const;

private:
    using Rows = QList<QVariantList>;

    [[nodiscard]] sync::Answer connect();
    [[nodiscard]] sync::Answer hello();
    [[nodiscard]] sync::Answer heads(const sync::ask::Heads &request);
    /// Tells the others which incidents are open here.
    [[nodiscard]] domain::Outcome<void> sayOpen(const QStringList &incidents);
    [[nodiscard]] sync::Answer pull(const sync::ask::Pull &request);
    [[nodiscard]] sync::Answer append(const sync::ask::Append &request);
    [[nodiscard]] sync::Answer missing(const sync::ask::MissingBlobs &request);
    [[nodiscard]] sync::Answer sendBlob(const sync::ask::SendBlob &request);
    [[nodiscard]] sync::Answer fetchBlob(const sync::ask::FetchBlob &request);
    /// Rows as an answer, or the failure that they are.
    [[nodiscard]] sync::Answer answer(const QString &sql, const QVariantList &values,
                                      const std::function<sync::Answer(const Rows &)> &read);
    /// The same, for what may take as long as the deadline of an attachment.
    [[nodiscard]] sync::Answer inItsTime(const QString &sql, const QVariantList &values,
                                         const std::function<sync::Answer(const Rows &)> &read);
    [[nodiscard]] sync::Failure lost() const;
    [[nodiscard]] sync::Failure failure(const domain::Problem &problem) const;

    const backend::BackendAddress m_address;
    const AuthorityOf m_authorityOf;
    std::unique_ptr<backend::BackendConnection> m_connection;
    QString m_openAs; ///< as it was last told on this connection
};

} // namespace fireline::link
