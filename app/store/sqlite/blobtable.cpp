// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/blobtable.h"

#include "sqlite/connection.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;
using domain::Problem;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::store::BlobTable)
};

} // namespace

BlobTable::BlobTable(Connection &connection)
    : m_connection(connection)
    , m_insert(connection, u"blob/insert"_s)
    , m_read(connection, u"blob/read"_s)
{
}

Outcome<void> BlobTable::insert(const QByteArray &sha256, const QByteArray &bytes)
{
    const auto rows = m_insert.run({sha256, notNull(bytes)});
    return rows.ok() ? Outcome<void>() : rows.problem();
}

Outcome<QByteArray> BlobTable::read(const QByteArray &sha256)
{
    if (auto started = m_read.start({sha256}); !started.ok())
        return started.problem();
    const auto found = m_read.next();
    if (!found.ok())
        return found.problem();
    const QByteArray bytes = found.value() ? m_read.value(0).toByteArray() : QByteArray();
    m_read.finish();
    const QString name = QString::fromLatin1(sha256.toHex());
    if (!found.value())
        return Problem{Problem::Kind::NotFound,
                       u"no-attachment"_s,
                       Text::tr("%1 holds no attachment %2.").arg(m_connection.path(), name),
                       {},
                       {},
                       {}};
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) != sha256)
        return Problem{Problem::Kind::Damaged,
                       u"attachment-damaged"_s,
                       Text::tr("The attachment %1 in %2 is damaged. Take it from a backup.").arg(name, m_connection.path()),
                       {},
                       {},
                       {}};
    return bytes;
}

} // namespace fireline::store
