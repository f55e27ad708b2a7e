// SPDX-License-Identifier: GPL-3.0-or-later
#include "consolesettings.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace fireline::session {

namespace {

QString keptDevice(const QString &dataDir, domain::IdSource &ids, domain::Instant now)
{
    const QString path = dataDir + u"/device-id"_s;
    if (QFile file(path); file.open(QIODevice::ReadOnly)) {
        const QString id = QString::fromLatin1(file.read(64)).trimmed();
        if (domain::isUuidV7(id))
            return id;
    }
    const QString id = ids.next(now);
    QSaveFile file(path);
    if (QDir().mkpath(dataDir) && file.open(QIODevice::WriteOnly)) {
        file.write(id.toLatin1() + '\n');
        file.commit();
    }
    return id;
}

/// What the person has set, else what the program comes with.
QString setting(const QString &configDir, const QString &key)
{
    const QSettings own(configDir + u"/settings.ini"_s, QSettings::IniFormat);
    const QSettings shipped(u":/settings.ini"_s, QSettings::IniFormat);
    return own.value(key, shipped.value(key)).toString().trimmed();
}

QString profileName(const QString &configDir)
{
    const QString named = setting(configDir, u"profile/name"_s);
    if (!named.isEmpty())
        return named;
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME")).trimmed();
    return user.isEmpty() ? u"console"_s : user;
}

} // namespace

ConsoleSettings ConsoleSettings::read(const QString &configDir, domain::IdSource &ids, domain::Instant now)
{
    ConsoleSettings settings;
    settings.configDir = configDir.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/fireline"_s
                             : configDir;
    settings.dataDir = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/fireline"_s;
    settings.profile = profileName(settings.configDir);
    settings.importProcess = setting(settings.configDir, u"import/process"_s);
    settings.device = keptDevice(settings.dataDir, ids, now);
    return settings;
}

} // namespace fireline::session
