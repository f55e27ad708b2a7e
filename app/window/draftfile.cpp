// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace fireline::window {

using domain::Outcome;
using domain::Problem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::window::Drafts)
};

} // namespace

Outcome<void> writeDraft(const QString &path, const QByteArray &bytes)
{
    const QFileInfo place(path);
    const auto failed = [&](const QString &detail) {
        return Problem{Problem::Kind::Usage,
                       u"drafts"_s,
                       Text::tr("What you type would be lost in a crash: %1 cannot be written.").arg(place.absolutePath()),
                       detail,
                       {},
                       {}};
    };
    if (bytes.isEmpty())
        return QFile::remove(path) || !QFile::exists(path) ? Outcome<void>() : failed(path);
    QDir().mkpath(place.absolutePath());
    QFile file(path + u".new"_s);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.flush())
        return failed(file.errorString());
    file.close();
    if (std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
        return failed(qt_error_string());
    return {};
}

QByteArray readDraft(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(longestDraft) : QByteArray();
}

} // namespace fireline::window
