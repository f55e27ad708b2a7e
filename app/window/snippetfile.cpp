// SPDX-License-Identifier: GPL-3.0-or-later
#include "snippetfile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

// One byte more than Snippets takes, so that it can say that there are too many.
constexpr qint64 mostBytes = 1024 * 1024 + 1;

} // namespace

SnippetFile::SnippetFile(const QString &configDir) : m_path(configDir + u"/snippets.txt"_s)
{
    QFile file(m_path);
    if (!file.exists())
        return;
    if (file.open(QIODevice::ReadOnly))
        m_snippets = models::Snippets::parse(file.read(mostBytes));
    else
        m_unreadable = file.errorString();
}

QString SnippetFile::fault() const
{
    if (!m_unreadable.isEmpty())
        return tr("The snippets in %1 cannot be read: %2. Check its rights; the next start reads it again.")
            .arg(m_path, m_unreadable);
    if (m_snippets.faults().isEmpty())
        return {};
    const models::SnippetFault &first = m_snippets.faults().first();
    return tr("Left out of the snippets until the next start: %1, line %2, column %3. %4")
        .arg(m_path)
        .arg(first.line)
        .arg(first.column)
        .arg(first.text);
}

} // namespace fireline::window
