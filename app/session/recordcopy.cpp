// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordcopy.h"

#include "files/fileidentity.h"
#include "sqlite/sqlitejournal.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;
using store::SqliteJournal;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordCopy)
};

const QString logSuffix = u"-wal"_s;

Problem notCopied(const QString &target, const QString &detail)
{
    return {Problem::Kind::Io,
            u"not-copied"_s,
            Text::tr("%1 cannot be written. Choose another place for the copy.").arg(target),
            detail,
            {},
            {}};
}

Outcome<void> checkTarget(const QString &path, const QString &target)
{
    if (store::isSameFile(path, target))
        return notCopied(target, u"the file itself"_s);
    return {};
}

Outcome<void> copyBytes(const QString &from, const QString &to)
{
    QFile::remove(to);
    QFile file(from);
    if (!file.copy(to))
        return notCopied(to, file.errorString());
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

} // namespace

Outcome<void> copyRecord(EventStore *open, const QString &path, const QString &target, const QList<Event> &pending)
{
    if (const auto checked = checkTarget(path, target); !checked)
        return checked;
    if (const auto *journal = dynamic_cast<SqliteJournal *>(open)) {
        if (const auto copied = journal->backup(target); !copied)
            return copied;
    } else {
        const auto read = SqliteJournal::open(path, SqliteJournal::Mode::ReadOnly);
        if (!read)
            return read.problem();
        if (const auto copied = read.value()->backup(target); !copied)
            return copied;
    }
    if (pending.isEmpty())
        return {};
    const auto copy = SqliteJournal::open(target, SqliteJournal::Mode::ReadWrite);
    return copy ? copy.value()->append(pending) : Outcome<void>(copy.problem());
}

Outcome<void> copyEvidence(const QString &path, const QString &target, const QString &finding)
{
    if (const auto checked = checkTarget(path, target); !checked)
        return checked;
    if (const auto copied = copyBytes(path, target); !copied)
        return copied;
    if (QFileInfo(path + logSuffix).size() > 0) {
        if (const auto copied = copyBytes(path + logSuffix, target + logSuffix); !copied)
            return copied;
    }
    QSaveFile said(target + u".txt"_s);
    const QByteArray text = finding.toUtf8() + '\n';
    if (!said.open(QIODevice::WriteOnly) || said.write(text) != text.size() || !said.commit())
        return notCopied(said.fileName(), said.errorString());
    return {};
}

} // namespace fireline::session
