// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/oncedevice.h"

#include <algorithm>
#include <cstring>

namespace fireline::connectors {

OnceDevice::OnceDevice(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceDevice::bytesAvailable() const
{
    return m_bytes.size() - m_at + QIODevice::bytesAvailable();
}

bool OnceDevice::atEnd() const
{
    return m_at == m_bytes.size();
}

bool OnceDevice::seek(qint64 at)
{
    Q_UNUSED(at)
    return false;
}

qint64 OnceDevice::readData(char *data, qint64 most)
{
    if (atEnd())
        return -1;
    const qsizetype size = std::min<qsizetype>(qsizetype(most), m_bytes.size() - m_at);
    std::memcpy(data, m_bytes.constData() + m_at, size_t(size));
    m_at += size;
    return size;
}

qint64 OnceDevice::writeData(const char *data, qint64 size)
{
    Q_UNUSED(data)
    Q_UNUSED(size)
    return -1;
}

} // namespace fireline::connectors
