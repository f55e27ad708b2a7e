// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/setaside.h"

#include "files/filelock.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Outcome;
using domain::Problem;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::store::files)
};

} // namespace

Outcome<QString> setAside(const QString &path, domain::Instant now)
{
    if (!QFileInfo(path).isFile())
        return Problem{Problem::Kind::NotFound, u"no-file"_s, Text::tr("There is no file %1.").arg(path), {}, {}, {}};
    const auto lock = FileLock::take(path);
    if (!lock.ok())
        return lock.problem();

    const QString wanted = path + u".damaged-"_s + now.toUtc().toString(u"yyyyMMdd'T'HHmmss'Z'");
    const auto taken = [](const QString &name) { return QFileInfo::exists(name) || QFileInfo::exists(name + u"-wal"_s); };
    QString name = wanted;
    for (int n = 2; taken(name); ++n)
        name = wanted + u"-%1"_s.arg(n);
    // The log first: should the second rename fail, the file is refused as damaged again and nothing is lost.
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u""_s}) {
        if (QFileInfo::exists(path + suffix) && !QFile::rename(path + suffix, name + suffix))
            return Problem{Problem::Kind::Io,
                           u"cannot-rename"_s,
                           Text::tr("%1 cannot be renamed. Check that its folder is writable.").arg(path + suffix),
                           {},
                           {},
                           {}};
    }
    return name;
}

} // namespace fireline::store
