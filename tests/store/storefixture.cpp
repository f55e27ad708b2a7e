// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "core/canonicaljson.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <sqlite3.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Event;

QString fastFolderTemplate()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return (memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath()) + u"/fireline-XXXXXX"_s;
}

EventMaker::EventMaker(quint64 seed) : m_ids(seed), m_incident(m_ids.next(m_now)) { }

Event EventMaker::note(const QString &text, const QString &device)
{
    m_now = m_now + domain::Span::seconds(7);
    const Event &last = m_last[device];
    Event event;
    event.id = m_ids.next(m_now);
    event.incident = m_incident;
    event.type = u"entry.posted"_s;
    event.occurredAt = m_now - domain::Span::seconds(3);
    event.recordedAt = m_now;
    event.hlc = {m_now.us, 3};
    event.recordedBy = u"añña"_s;
    event.device = device;
    event.deviceSeq = last.deviceSeq + 1;
    event.payload = domain::toCanonicalJson({{u"text"_s, text}, {u"kind"_s, u"note"_s}}).value();
    event.prevHash = last.hash.isEmpty() ? domain::zeroHash() : last.hash;
    event.hash = domain::contentHash(event);
    m_last[device] = event;
    return event;
}

Event EventMaker::attachment(const QString &sha256, const QString &device)
{
    Event event = note({}, device);
    event.type = u"attachment.added"_s;
    event.payload = domain::toCanonicalJson({{u"bytes"_s, 13}, {u"name"_s, u"p.png"_s}, {u"sha256"_s, sha256}}).value();
    event.hash = domain::contentHash(event);
    m_last[device] = event;
    return event;
}

QList<Event> EventMaker::notes(int count)
{
    QList<Event> events;
    for (int n = 0; n < count; ++n)
        events.append(note(u"entry number %1 about the checkout"_s.arg(n), n % 3 == 2 ? u"laptop-b"_s : u"laptop-a"_s));
    return events;
}

namespace {

QByteArray execute(const QString &path, const QByteArray &sql, bool &ok)
{
    sqlite3 *database = nullptr;
    QByteArray value;
    ok = sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) == SQLITE_OK;
    const auto first = [](void *target, int, char **columns, char **) {
        auto *const text = static_cast<QByteArray *>(target);
        if (text->isEmpty())
            *text = columns[0];
        return 0;
    };
    ok = ok && sqlite3_exec(database, sql.constData(), first, &value, nullptr) == SQLITE_OK;
    if (!ok)
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
    sqlite3_close(database);
    return value;
}

} // namespace

bool runSql(const QString &path, const QByteArray &sql)
{
    bool ok = false;
    execute(path, sql, ok);
    return ok;
}

QByteArray sqlValue(const QString &path, const QByteArray &sql)
{
    bool ok = false;
    return execute(path, sql, ok);
}

std::map<QString, QByteArray> snapshot(const QString &folder)
{
    std::map<QString, QByteArray> files;
    for (const QFileInfo &info :
         QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        QFile file(info.filePath());
        const bool readable = info.isFile() && file.open(QIODevice::ReadOnly);
        files[info.fileName()] = QByteArray::number(int(info.permissions()), 16) + ' '
                                 + (readable ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex()
                                             : QByteArray("-"));
    }
    return files;
}

} // namespace fireline::store
