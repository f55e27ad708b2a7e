// SPDX-License-Identifier: GPL-3.0-or-later
#include "snippetfile.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

// One byte more than Snippets takes, so that it can say that there are too many.
constexpr qint64 mostBytes = 1024 * 1024 + 1;

QString pathIn(const QString &configDir)
{
    return configDir + u"/snippets.txt"_s;
}

QByteArray delivered()
{
    QFile file(u":/snippets.txt"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

SnippetFile::SnippetFile(const QString &configDir) : m_path(pathIn(configDir))
{
    QFile file(m_path);
    if (!file.exists())
        m_snippets = models::Snippets::parse(delivered());
    else if (file.open(QIODevice::ReadOnly))
        m_snippets = models::Snippets::parse(file.read(mostBytes));
    else
        m_unreadable = file.errorString();
}

domain::Outcome<QString> SnippetFile::provide(const QString &configDir)
{
    const QString path = pathIn(configDir);
    if (QFile::exists(path))
        return path;
    QSaveFile file(path);
    if (QDir().mkpath(configDir) && file.open(QIODevice::WriteOnly) && file.write(delivered()) >= 0 && file.commit())
        return path;
    return domain::Problem{domain::Problem::Kind::Io,
                           u"snippets"_s,
                           tr("%1 cannot be written: %2. Check that you may write there.").arg(path, file.errorString()),
                           {},
                           {},
                           {}};
}

QString SnippetFile::fault() const
{
    if (!m_unreadable.isEmpty())
        return tr("The snippets in %1 cannot be read: %2. Check its rights; it is read again when you come back to this window.")
            .arg(m_path, m_unreadable);
    if (m_snippets.faults().isEmpty())
        return {};
    const models::SnippetFault &first = m_snippets.faults().first();
    return tr("Left out of the snippets: %1, line %2, column %3. %4")
        .arg(m_path)
        .arg(first.line)
        .arg(first.column)
        .arg(first.text);
}

} // namespace fireline::window
