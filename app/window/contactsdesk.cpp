// SPDX-License-Identifier: GPL-3.0-or-later
#include "contactsdesk.h"

#include "contactfile.h"
#include "process/process.h"
#include "processlibrary.h"
#include "takeanswer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;

namespace {

constexpr int settleMs = 200; // editors write a file in several steps
constexpr qint64 mostBytes = 256 * 1024;

Outcome<QString> makeFile(const QString &configDir, const QByteArray &text)
{
    const QString path = process::contactPath(configDir);
    if (QFile::exists(path))
        return path;
    QSaveFile file(path);
    if (QDir().mkpath(configDir) && file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(text) == text.size()
        && file.commit())
        return path;
    return Problem{Problem::Kind::Io,
                   u"contacts"_s,
                   ContactsDesk::tr("%1 cannot be written: %2. Check that you may write there.").arg(path, file.errorString()),
                   {},
                   {},
                   {}};
}

} // namespace

ContactsDesk::ContactsDesk(QString configDir, QObject *parent) : QObject(parent), m_configDir(std::move(configDir))
{
    m_later.setSingleShot(true);
    m_later.setInterval(settleMs);
    connect(&m_later, &QTimer::timeout, this, &ContactsDesk::read);
    const auto later = [this] { m_later.start(); };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, later);
    if (!m_configDir.isEmpty())
        read();
}

ContactsDesk::~ContactsDesk() = default;

// The folder too: editors put a new file in the place of the old one. What was not watched while it was read may have changed since.
void ContactsDesk::watch()
{
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    QStringList fresh;
    for (const QString &path : {m_configDir, process::contactPath(m_configDir)}) {
        if (!watched.contains(path) && QFileInfo::exists(path))
            fresh.append(path);
    }
    if (!fresh.isEmpty() && m_watcher.addPaths(fresh).size() < fresh.size())
        m_later.start();
}

ContactsDesk::Read ContactsDesk::readFile(const QString &configDir)
{
    const QString path = process::contactPath(configDir);
    const auto bytes = process::readSmallFile(path, mostBytes);
    if (!bytes)
        return bytes.problem().kind == Problem::Kind::NotFound ? Read{} : Read{{}, bytes.problem().text, {}};
    const process::ContactReading reading = process::readContacts(bytes.value(), path);
    if (reading.book)
        return {*reading.book, {}, bytes.value()};
    const process::Finding &first = reading.findings.first();
    const QString told = first.line > 0
                             ? tr("%1, line %2: %3 %4").arg(path, QString::number(first.line), first.text, first.remedy)
                             : tr("%1: %2 %3").arg(path, first.text, first.remedy);
    return {{}, told, bytes.value()};
}

void ContactsDesk::read()
{
    if (std::exchange(m_reading, true)) {
        m_again = true;
        return;
    }
    takeAnswer(this, elsewhere<Read>([folder = m_configDir] { return readFile(folder); }), [this](const Read &now) {
        m_reading = false;
        take(now);
        watch();
        if (std::exchange(m_again, false))
            read();
    });
}

void ContactsDesk::take(const Read &now)
{
    // Other files of the folder change too.
    if (now.bytes == m_bytes && now.fault == m_fault)
        return;
    m_bytes = now.bytes;
    const bool told = !now.fault.isEmpty() || !m_fault.isEmpty();
    m_fault = now.fault;
    if (m_fault.isEmpty() && !(m_book == now.book)) {
        m_book = now.book;
        emit changed();
    }
    if (told)
        emit faultTold();
}

void ContactsDesk::provide(const Process &process, const Provided &done)
{
    takeAnswer(this, elsewhere<Outcome<QString>>([folder = m_configDir, text = process::newContactFile(process)] {
                   return makeFile(folder, text);
               }),
               [this, done](const Outcome<QString> &path) {
                   m_later.start(); // it is watched from now on
                   done(path);
               });
}

} // namespace fireline::window
