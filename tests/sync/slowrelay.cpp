// SPDX-License-Identifier: GPL-3.0-or-later
#include "slowrelay.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace fireline::test {

SlowRelay::SlowRelay(int port, const Way &way, quint32 seed) : m_target(port), m_way(way), m_random(seed)
{
    connect(&m_server, &QTcpServer::newConnection, this, &SlowRelay::join);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no relay: %s", qPrintable(m_server.errorString()));
}

void SlowRelay::join()
{
    while (QTcpSocket *near = m_server.nextPendingConnection()) {
        ++m_connections;
        auto *far = new QTcpSocket(near);
        near->setParent(this);
        far->connectToHost(QHostAddress::LocalHost, quint16(m_target));
        carry(near, far);
        carry(far, near);
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
    }
}

// One piece behind the other: what came first also arrives first.
void SlowRelay::carry(QTcpSocket *from, QTcpSocket *to)
{
    auto clock = std::make_shared<QElapsedTimer>();
    clock->start();
    auto free = std::make_shared<qint64>(0);
    connect(from, &QTcpSocket::readyRead, to, [this, from, to, clock, free] {
        const QByteArray piece = from->readAll();
        const qint64 way = m_way.delayMs + (m_way.jitterMs > 0 ? qint64(m_random() % quint32(m_way.jitterMs)) : 0);
        *free = std::max(*free, clock->elapsed() + way);
        const bool breaks = m_way.breaksPercent > 0 && int(m_random() % 100) < m_way.breaksPercent;
        QTimer::singleShot(int(*free - clock->elapsed()), Qt::PreciseTimer, to,
                           [this, to, piece, breaks, from = QPointer<QTcpSocket>(from)] {
                               to->write(piece);
                               if (!breaks || !from)
                                   return;
                               ++m_broken;
                               from->abort();
                           });
    });
}

} // namespace fireline::test
