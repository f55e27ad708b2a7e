// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/metatable.h"

#include "files/fileexamination.h"
#include "sqlite/connection.h"

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;
using domain::RecordedHead;

MetaTable::MetaTable(Connection &connection)
    : m_connection(connection)
    , m_read(connection, u"meta/read"_s)
    , m_write(connection, u"meta/write"_s)
{
}

Outcome<QString> MetaTable::read(const QString &key)
{
    if (auto started = m_read.start({key}); !started.ok())
        return started.problem();
    const auto found = m_read.next();
    if (!found.ok())
        return found.problem();
    const QString value = found.value() ? m_read.value(0).toString() : QString();
    m_read.finish();
    return value;
}

Outcome<void> MetaTable::write(const QString &key, const QString &value)
{
    const auto rows = m_write.run({key, notNull(value)});
    return rows.ok() ? Outcome<void>() : rows.problem();
}

Outcome<RecordedHead> MetaTable::head()
{
    const auto text = read(u"head"_s);
    if (!text.ok())
        return text.problem();
    if (text.value().isNull())
        return RecordedHead{};
    const QStringList parts = text.value().split(u' ');
    bool isNumber = false;
    const RecordedHead head{parts.value(0).toLongLong(&isNumber), QByteArray::fromHex(parts.value(1).toLatin1())};
    if (parts.size() != 2 || !isNumber || head.count < 0 || head.hash.size() != 32)
        return damagedFile(m_connection.path(), u"recorded head '%1'"_s.arg(text.value()));
    return head;
}

Outcome<void> MetaTable::setHead(const RecordedHead &head)
{
    return write(u"head"_s, QString::number(head.count) + u' ' + QString::fromLatin1(head.hash.toHex()));
}

} // namespace fireline::store
