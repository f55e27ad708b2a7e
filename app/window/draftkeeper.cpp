// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftkeeper.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

constexpr qint64 longest = 512 * 1024;

// Written beside and renamed over it: a reader sees the old line or the new one. Not synced: the page cache outlives a
// crash of the program, and a power cut may cost this line.
void write(const QString &path, const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        QFile::remove(path);
        return;
    }
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path + u".new"_s);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.flush())
        return;
    file.close();
    std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData());
}

} // namespace

DraftKeeper::DraftKeeper(const QString &folder, const QString &incident, QObject *parent)
    : QObject(parent)
    , m_path(folder.isEmpty() ? QString() : folder + u"/drafts/"_s + incident + u".json"_s)
{
    m_pool.setMaxThreadCount(1);
}

DraftKeeper::~DraftKeeper()
{
    m_pool.waitForDone();
}

std::optional<Draft> DraftKeeper::left() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.read(longest)).object();
    const QString line = object.value(u"line").toString();
    const auto begun = domain::Instant::fromRfc3339(object.value(u"begun").toString());
    if (line.isEmpty())
        return std::nullopt;
    return Draft{line, begun.value_or(domain::Instant())};
}

void DraftKeeper::keep(const QString &line, domain::Instant begun)
{
    if (m_path.isEmpty())
        return;
    QByteArray bytes;
    if (!line.isEmpty())
        bytes = QJsonDocument(QJsonObject{{u"line"_s, line}, {u"begun"_s, begun.toRfc3339()}}).toJson(QJsonDocument::Compact);
    m_pool.clear();
    m_pool.start([path = m_path, bytes] { write(path, bytes); });
}

} // namespace fireline::window
