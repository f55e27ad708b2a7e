// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqliteexchange.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace fireline::store {

using namespace domain;

Outcome<QList<QString>> SqliteExchange::names(const QString &name, int limit) const
{
    Statement statement(m_connection, name);
    if (auto started = statement.start({limit}); !started.ok())
        return started.problem();
    QList<QString> names;
    for (;;) {
        const auto more = statement.next();
        if (!more.ok())
            return more.problem();
        if (!more.value())
            return names;
        names.append(QString::fromLatin1(statement.value(0).toByteArray().toHex()));
    }
}

Outcome<QList<QString>> SqliteExchange::blobsToSend(int limit) const
{
    return names(u"blob/to_send"_s, limit);
}

Outcome<QList<QString>> SqliteExchange::blobsWanted(int limit) const
{
    return names(u"blob/wanted"_s, limit);
}

Outcome<QByteArray> SqliteExchange::readBlob(const QString &sha256) const
{
    return m_blobs.read(QByteArray::fromHex(sha256.toLatin1()));
}

Outcome<void> SqliteExchange::blobSent(const QString &sha256)
{
    return inTransaction([&]() -> Outcome<void> {
        const auto done = run(u"blob/sent"_s, {QByteArray::fromHex(sha256.toLatin1())});
        return done.ok() ? Outcome<void>() : done.problem();
    });
}

Outcome<void> SqliteExchange::takeBlob(const QString &sha256, const QByteArray &bytes)
{
    const QByteArray name = QByteArray::fromHex(sha256.toLatin1());
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) != name)
        return Problem{
            Problem::Kind::Damaged,
            u"attachment-damaged"_s,
            QCoreApplication::translate("fireline::store::SqliteJournal", "The server gave other bytes for the attachment %1.")
                .arg(sha256),
            {},
            {},
            {}};
    return inTransaction([&]() -> Outcome<void> {
        if (auto done = m_blobs.insert(name, bytes); !done.ok())
            return done;
        if (const auto done = run(u"blob/sent"_s, {name}); !done.ok())
            return done.problem();
        const auto done = run(u"blob/unwant"_s, {name});
        return done.ok() ? Outcome<void>() : done.problem();
    });
}

} // namespace fireline::store
