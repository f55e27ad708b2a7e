// SPDX-License-Identifier: GPL-3.0-or-later
#include "consolesettings.h"

#include "initext.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
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

QMap<QString, QString> textsIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto ini = IniText::read(file.readAll());
    return ini ? ini.value().values() : QMap<QString, QString>();
}

/// What the person has set, else what the program comes with. A broken file counts as none: the window says so.
QString setting(const QString &path, const QString &key)
{
    const QString own = textsIn(path).value(key);
    return own.isEmpty() ? textsIn(u":/settings.ini"_s).value(key) : own;
}

QString profileName(const QString &path)
{
    const QString named = setting(path, u"profile/name"_s);
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
    settings.profile = profileName(settings.path());
    settings.importProcess = setting(settings.path(), u"import/process"_s);
    settings.device = keptDevice(settings.dataDir, ids, now);
    return settings;
}

} // namespace fireline::session
