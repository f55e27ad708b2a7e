// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsfile.h"

#include "initext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace fireline::session {

using domain::Instant;
using domain::Outcome;
using domain::Problem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SettingsFile)
};

constexpr int LockMs = 2000; // others hold it for the time of one write

Problem problemOf(const QString &code, const QString &text, const QString &detail)
{
    return {Problem::Kind::Io, code, text, detail, {}, {}};
}

/// Nothing where there is no such file.
Outcome<std::optional<QByteArray>> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::optional<QByteArray>();
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return problemOf(
            u"settings-unreadable"_s,
            Text::tr("The settings in %1 cannot be read. Until they can, everything is as at the first start.").arg(path),
            file.errorString());
    return std::optional(file.readAll());
}

Problem movedAway(const QString &path, const QString &reason, Instant now)
{
    const QString stamp = now.toUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString aside = path + u".broken-"_s + stamp;
    for (int number = 2; QFile::exists(aside); ++number)
        aside = path + u".broken-%1-%2"_s.arg(stamp).arg(number);
    if (QFile::rename(path, aside))
        return {
            Problem::Kind::Parse,
            u"settings-broken"_s,
            Text::tr(
                "The settings in %1 cannot be understood: %2 The file was kept as %3, and everything is as at the first start.")
                .arg(path, reason, aside),
            {},
            {},
            {}};
    return {Problem::Kind::Parse,
            u"settings-broken"_s,
            Text::tr("The settings in %1 cannot be understood: %2 Everything is as at the first start, and nothing new is kept.")
                .arg(path, reason),
            {},
            {},
            {}};
}

} // namespace

Outcome<void> replaceFile(const QString &path, const QByteArray &bytes)
{
    const auto failed = [&](const QSaveFile &file) {
        return problemOf(u"settings-unwritable"_s,
                         Text::tr("%1 cannot be written. What you changed holds until you quit.").arg(path), file.errorString());
    };
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return failed(file);
    return {};
}

SettingsFile SettingsFile::open(const QString &path, Instant now, Writer writer)
{
    SettingsFile settings(path, std::move(writer));
    const auto content = contentOf(path);
    if (!content) {
        settings.m_problem = content.problem();
        return settings;
    }
    const auto ini = IniText::read(content.value().value_or(QByteArray()));
    if (ini)
        settings.m_values = ini.value().values();
    else
        settings.m_problem = movedAway(path, ini.problem().text, now);
    return settings;
}

Outcome<void> SettingsFile::write(const QMap<QString, QString> &changes)
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(LockMs) && lock.error() == QLockFile::LockFailedError)
        return problemOf(u"settings-locked"_s, Text::tr("%1 is being written by another program. Try again.").arg(m_path), {});
    const auto content = contentOf(m_path);
    if (!content)
        return content.problem();
    auto ini = IniText::read(content.value().value_or(QByteArray()));
    if (!ini)
        return problemOf(
            u"settings-broken"_s,
            Text::tr("%1 was changed and cannot be understood any more: %2 Nothing was written.").arg(m_path, ini.problem().text),
            {});
    for (auto it = changes.begin(); it != changes.end(); ++it)
        ini.value().set(it.key(), it.value());
    if (auto written = m_writer(m_path, ini.value().bytes()); !written)
        return written;
    m_values = ini.value().values();
    return {};
}

} // namespace fireline::session
