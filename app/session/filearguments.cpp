// SPDX-License-Identifier: GPL-3.0-or-later
#include "filearguments.h"

#include "core/limits.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileArguments)
};

Problem unreadable(const QString &text, const QString &detail)
{
    return {Problem::Kind::Io, u"io"_s, text, detail, {}, {}};
}

} // namespace

QString fileOf(const Command &command)
{
    return command.text(u"file");
}

Outcome<QByteArray> readFileArgument(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(Text::tr("Cannot read %1: %2. Check the name and your rights.").arg(path, file.errorString()),
                          file.errorString());
    const QByteArray bytes = file.read(domain::largestAttachment + 1);
    if (bytes.size() > domain::largestAttachment)
        return unreadable(Text::tr("%1 is larger than 16 MiB. Attach a part of it.").arg(path), {});
    return bytes;
}

void putFileText(Command &command, const QByteArray &bytes, const QString &processId)
{
    command.args.remove(u"file"_s);
    if (command.verb != Verb::AdoptProcess) {
        command.args.insert(u"text"_s, QString::fromUtf8(bytes).trimmed());
        return;
    }
    command.args.insert(u"processText"_s, QString::fromUtf8(bytes));
    command.args.insert(u"processHash"_s,
                        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    command.args.insert(u"process"_s, processId);
}

void putAttachment(Command &command, const QString &sha256, const QString &name, qint64 bytes)
{
    command.args.remove(u"file"_s);
    command.args.insert(u"sha256"_s, sha256);
    command.args.insert(u"name"_s, name);
    command.args.insert(u"bytes"_s, bytes);
}

} // namespace fireline::session
