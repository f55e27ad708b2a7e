// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "sync/remote.h"

#include <QStringList>

#include <variant>

namespace fireline::sync {

// What the engine asks of a backend, and what it hears: values, so that they may cross threads. The contract behind them is
// "The shared backend" in ARCHITECTURE.md.

namespace ask {

/// Opens the connection; whatever was open before is closed.
struct Connect
{
};
/// Who is there, and what time it is; also the heartbeat. Answered by domain::ServerHello.
struct Hello
{
};
/// From here on the doorbell is heard.
struct Listen
{
};
/// How far these incidents reach, as far as we may see them; none named: the open ones and the newest, as a list shows them.
/// Answered by a list of domain::ServerHead.
struct Heads
{
    QStringList only;
};
/// Answered by a list of domain::ServerEvent, in order, at most `limit`.
struct Pull
{
    QString incident;
    qint64 after = 0;
    int limit = 0;
};
/// Answered by one domain::Verdict for each event, in order.
struct Append
{
    QString incident;
    QList<domain::QueuedEvent> events;
    bool adopt = false; ///< as history, from before there was a backend
    bool last = false;  ///< of what is adopted
};
/// Rings for the others; after the append has committed, in its own transaction.
struct Poke
{
    QString incident;
};
/// Answered by those of the hashes that the server lacks.
struct MissingBlobs
{
    QString incident;
    QStringList sha256;
};
struct SendBlob
{
    QString incident;
    QString sha256;
    QByteArray bytes;
};
/// Answered by the bytes; null when they are not there, which is not the same as a file of none.
struct FetchBlob
{
    QString incident;
    QString sha256;
};

} // namespace ask

using Request = std::variant<ask::Connect, ask::Hello, ask::Listen, ask::Heads, ask::Pull, ask::Append, ask::Poke,
                             ask::MissingBlobs, ask::SendBlob, ask::FetchBlob>;

/// A request that brought nothing.
struct Failure
{
    enum class Kind {
        Lost,   ///< the connection is gone: whether it was done is unknown
        Denied, ///< the server does not let us in; trying again at once would not help
        Refused ///< it was not done, and the connection is as it was
    };
    Kind kind = Kind::Lost;
    domain::Problem problem;
};

struct Done
{
};

using Answer = std::variant<Failure, Done, domain::ServerHello, QList<domain::ServerHead>, QList<domain::ServerEvent>,
                            QList<domain::Verdict>, QStringList, QByteArray>;

} // namespace fireline::sync
