// SPDX-License-Identifier: GPL-3.0-or-later
#include "statefiles.h"

#include <QMutexLocker>

namespace fireline::window {

using domain::Outcome;

StateFiles::StateFiles(Writer writer, QObject *parent) : QObject(parent), m_writer(std::move(writer))
{
    m_pool.setMaxThreadCount(1);
}

StateFiles::~StateFiles()
{
    flush();
}

void StateFiles::keep(const QString &path, const QByteArray &bytes)
{
    m_given.insert(path, bytes);
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting.removeIf([&](const File &file) { return file.path == path; });
        m_waiting.append({path, bytes});
    }
    m_pool.start([this] { writeNext(); });
}

std::optional<QByteArray> StateFiles::given(const QString &path) const
{
    const auto known = m_given.constFind(path);
    return known == m_given.constEnd() ? std::nullopt : std::optional(*known);
}

void StateFiles::flush()
{
    m_pool.waitForDone();
}

void StateFiles::writeNext()
{
    File file;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_waiting.isEmpty()) // a later content took its place
            return;
        file = m_waiting.takeFirst();
    }
    const auto outcome = m_writer(file.path, file.bytes);
    QMetaObject::invokeMethod(
        this, [this, path = file.path, outcome] { written(path, outcome); }, Qt::QueuedConnection);
}

void StateFiles::written(const QString &path, const Outcome<void> &outcome)
{
    if (outcome) {
        m_told.remove(path);
    } else if (!m_told.contains(path)) {
        m_told.insert(path);
        emit problemOccurred(outcome.problem());
    }
}

} // namespace fireline::window
