// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/backuppolicy.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::store {

namespace {

QString prefixOf(const QString &file)
{
    return file + u".backup-"_s;
}

const QString TimeFormat = u"yyyyMMdd'T'HHmmss'Z'"_s;

} // namespace

bool BackupPolicy::isDue(std::optional<domain::Instant> last, domain::Instant now) const
{
    // A clock set back must not stop the backups until it has caught up.
    return !last || now - *last >= every || *last - now >= every;
}

QStringList BackupPolicy::superfluous(const QString &file, const QStringList &found) const
{
    QStringList own;
    std::copy_if(found.begin(), found.end(), std::back_inserter(own),
                 [&](const QString &name) { return timeOf(file, name).has_value(); });
    own.sort();
    own.resize(std::max<qsizetype>(0, own.size() - keep));
    return own;
}

QString BackupPolicy::nameFor(const QString &file, domain::Instant now)
{
    return prefixOf(file) + now.toUtc().toString(TimeFormat);
}

std::optional<domain::Instant> BackupPolicy::timeOf(const QString &file, const QString &name)
{
    if (!name.startsWith(prefixOf(file)))
        return {};
    QDateTime time = QDateTime::fromString(name.mid(prefixOf(file).size()), TimeFormat);
    time.setTimeSpec(Qt::UTC);
    if (!time.isValid() || nameFor(file, domain::Instant::fromDateTime(time)) != name)
        return {};
    return domain::Instant::fromDateTime(time);
}

} // namespace fireline::store
